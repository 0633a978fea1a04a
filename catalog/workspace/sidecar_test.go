package workspace_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

const sidecarText = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:DateTimeOriginal="2023-07-03T14:05:00+08:00"
 exif:GPSLatitude="42,33.87N" exif:GPSLongitude="130,31.92E"/></rdf:RDF></x:xmpmeta>`

func put(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestSidecars: what lies beside a file is read with it, kept, proved, and read
// again; a sidecar of nothing is no picture, and a damaged one is named.
func TestSidecars(t *testing.T) {
	from := t.TempDir()
	put(t, from, "a.jpg", plainJPEG(t))
	put(t, from, "a.jpg.xmp", []byte(sidecarText))
	put(t, from, "b.jpg", append(plainJPEG(t), 1))
	put(t, from, "b.XMP", []byte(strings.Replace(sidecarText, "2023-07-03", "2023-07-04", 1)))
	put(t, from, "c.jpg", append(plainJPEG(t), 2))
	put(t, from, "c.xmp", []byte(sidecarText[:200]))
	put(t, from, "alone.xmp", []byte(sidecarText))
	dir := create(t, "c.waybill")
	c := open(t, dir)
	codes := map[string]catalog.Code{}
	summary, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{from}, OnFile: func(f ingest.File) {
		codes[filepath.Base(f.Path)] = f.Code
	}})
	if err != nil || summary.Imported != 3 || summary.Skipped != 1 {
		t.Fatalf("%+v, %v", summary, err)
	}
	if codes["c.jpg"] != catalog.FileSidecar || codes["alone.xmp"] != catalog.FileNotImage || codes["a.jpg"] != "" {
		t.Errorf("codes %v", codes)
	}
	check := func(when string) {
		t.Helper()
		for _, p := range allPhotos(t, c) {
			want := map[string]string{"a.jpg": "2023-07-03T14:05:00+08:00", "b.jpg": "2023-07-04T14:05:00+08:00", "c.jpg": ""}[p.Name]
			got := ""
			if p.Taken() != nil {
				got = p.Taken().String()
			}
			if got != want || (p.Latitude != nil) != (want != "") {
				t.Errorf("%s, %s: taken %q at %v, want %q", when, p.Name, got, p.Latitude, want)
			}
		}
	}
	check("imported")
	if err := os.RemoveAll(from); err != nil {
		t.Fatal(err)
	}
	if s, err := c.Reread(t.Context(), workspace.RereadOptions{}); err != nil || s.Photos != 3 || s.Changed != 0 || s.Failed != 0 {
		t.Errorf("reread: %+v, %v", s, err)
	}
	check("read again")
	verifyClean(t, c)

	arrivals, err := c.Arrivals(t.Context(), 1)
	if err != nil || arrivals[0].Sidecar == "" {
		t.Fatalf("%+v, %v", arrivals, err)
	}
	kept := filepath.Join(dir, filepath.FromSlash(arrivals[0].Sidecar))
	if err := os.Chmod(kept, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(kept, []byte("edited"), 0o600); err != nil {
		t.Fatal(err)
	}
	var found []catalog.Finding
	if err := c.Verify(t.Context(), func(f catalog.Finding) { found = append(found, f) }, nil); err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].Code != catalog.FoundAltered || found[0].Subject != "P-000001" {
		t.Errorf("found %+v", found)
	}
}

// A catalogue's own patterns are tried before the shipped ones; a table that
// cannot be read stops what needs it and says where it is wrong.
func TestOwnFileNamePatterns(t *testing.T) {
	from := t.TempDir()
	put(t, from, "desk-20230705.jpg", plainJPEG(t))
	dir := create(t, "c.waybill")
	head := "id\tapp\tregex_re2\texample\tgroups\tevent\tclock\tprecision\tweight\tcertainty\tnote\n"
	put(t, dir, "filename_patterns.tsv", []byte(head+"desk\tOur desk\t^desk-(?P<d>20\\d{6})\\b\tdesk-20230705.jpg\td\treceived at the desk\tlocal\tday\t2\tV\t\n"))
	c := open(t, dir)
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{from}}); err != nil {
		t.Fatal(err)
	}
	claims, err := c.Claims(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(claims, func(c catalog.Claim) bool { return c.Property == catalog.PropReceived && c.Value == "2023-07-05" }) {
		t.Errorf("claims %+v", claims)
	}
	p, err := c.Photo(t.Context(), 1)
	if err != nil || p.Dated() || p.Date == nil || p.Date.EDTF != "[..2023-07-05]" {
		t.Errorf("date %+v, %v", p.Date, err)
	}
	put(t, dir, "filename_patterns.tsv", []byte(head+"desk\tOur desk\t^desk-(\tx\td\treceived\tlocal\tday\t2\tV\t\n"))
	if _, err := c.Reread(t.Context(), workspace.RereadOptions{}); catalog.CodeOf(err) != catalog.ErrInvalid || !strings.Contains(err.Error(), "regex") {
		t.Errorf("got %v", err)
	}
}
