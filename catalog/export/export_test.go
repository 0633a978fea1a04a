package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/export"
)

func pages(list ...[]catalog.Photo) iter.Seq2[[]catalog.Photo, error] {
	return func(yield func([]catalog.Photo, error) bool) {
		for _, page := range list {
			if !yield(slices.Clone(page), nil) {
				return
			}
		}
	}
}

func ptr[T any](v T) *T { return &v }

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

// carts is a photo of which everything is known.
func carts(t *testing.T) catalog.Photo {
	t.Helper()
	p := catalog.Photo{
		ID: 7, UUID: "3f0e1a52-0b1c-4c5e-9a44-1f6f3a0c9d10", SHA256: sum("carts"), Size: 5, Format: "jpeg", Path: "originals/ab/cd/secret.jpg",
		Width: ptr(640), Height: ptr(480), Orientation: ptr(6), Name: "IMG_1.jpg", BatchName: "July", SourceName: "Grey Heron",
		Caption: "Carts in 훈춘, \"stacked\"\nin rows", Note: "=1+1", Credit: catalog.Inherited[string]{Value: "@desk"},
		RouteName: "Hunchun–Quanhe–Wonjong–Rason", Status: catalog.Sanctioned,
		Observations: []catalog.Observation{
			{ItemKey: "cart", ItemName: "shopping cart", Visible: true, Seen: catalog.Seen{
				Stage: catalog.StageCustoms, Direction: catalog.Into, Basis: catalog.BasisSource, Quantity: ptr(38.0), Unit: "piece", Estimated: true,
				MadeIn: "CN", Packaging: catalog.PackedNot, Brand: "Arirang", Note: "=2+2", Label: "평양",
				Region: &catalog.Region{X: 0.125, Y: 0, W: 0.5, H: 1}, Confidence: catalog.Likely,
			}, UnitNames: catalog.UnitNames{Names: catalog.Names{English: "piece", Korean: "개"}, Plural: "pieces"}, UUID: "9d1b2c70-3a4e-4d29-8d63-0f4b1c2d3e4f", Lot: 12, LotUUID: "5a2c0f11-7b6d-4e11-a1b2-c3d4e5f60718", Determination: &catalog.Determination{
				Legal:  catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into, Exemptions: "paragraph 25", AsOf: "2026-01-01"},
				Status: catalog.Sanctioned, Reason: "HS 8716", By: "AB", At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
			}},
			{ItemKey: "tile", ItemName: "ceramic tile", Visible: true},
			{ItemKey: "steel", ItemName: "steel", Visible: false},
		},
	}
	p.Chosen = catalog.Choose([]catalog.Claim{
		{Origin: catalog.OriginExif, Property: catalog.PropTaken, Value: "2023-07-03T14:05:00+09:00"},
		{Origin: catalog.OriginGPS, Property: catalog.PropPosition, Value: "-1.5,130.25"},
		{Origin: catalog.OriginGPS, Property: catalog.PropAltitude, Value: "0"},
		{Origin: catalog.OriginExif, Property: catalog.PropMake, Value: "-Maker"},
		{Origin: catalog.OriginExif, Property: catalog.PropModel, Value: "Model 1"},
		{Origin: catalog.OriginEditor, Property: catalog.PropKind, Value: "document"},
		{Origin: catalog.OriginEditor, Property: catalog.PropPlace, Value: `{"name":"=Quanhe","precision":"exact","latitude":-1.5,"longitude":130.25}`},
	}, catalog.Circumstances{})
	return p
}

func bare() catalog.Photo {
	return catalog.Photo{ID: 3, UUID: "00000000-0000-4000-8000-000000000003", SHA256: sum("bare"), Format: "png", Status: catalog.NotAssessed, Name: "b.png", BatchName: "July"}
}

func open(p catalog.Photo) (io.ReadCloser, error) {
	text := map[catalog.PhotoID]string{7: "carts", 3: "bare"}[p.ID]
	return io.NopCloser(strings.NewReader(text)), nil
}

func options(dir string) export.Options {
	return export.Options{Folder: filepath.Join(dir, "out 훈춘"), Formats: []export.Format{export.CSV, export.JSON}, Open: open}
}

func write(t *testing.T, o export.Options, list ...[]catalog.Photo) {
	t.Helper()
	s, err := export.Stage(t.Context(), o, pages(list...))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Place(); err != nil {
		t.Fatal(err)
	}
	nothingTemporary(t, filepath.Dir(o.Folder))
}

func nothingTemporary(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s is left", e.Name())
		}
	}
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCSV(t *testing.T) {
	o := options(t.TempDir())
	write(t, o, []catalog.Photo{bare(), carts(t)})
	text := read(t, o.Folder, "photos.csv")
	rest, ok := strings.CutPrefix(text, "\xEF\xBB\xBF")
	if !ok {
		t.Error("the table does not begin with a byte order mark")
	}
	if strings.Count(rest, "\n") != strings.Count(rest, "\r\n") {
		t.Error("a line ends without CR")
	}
	if !strings.Contains(rest, `"Carts in 훈춘, ""stacked""`+"\r\nin rows\"") {
		t.Errorf("the caption is not quoted: %s", rest)
	}
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	got := map[string]string{}
	for i, name := range rows[0] {
		got[name] = rows[1][i] // the dated one comes first
		if rows[2][0] != bare().UUID {
			t.Fatalf("the second row is %v", rows[2])
		}
	}
	for name, want := range map[string]string{
		"id": carts(t).UUID, "sha256": sum("carts"), "format": "jpeg", "width": "640", "height": "480", "orientation": "6",
		"taken": "2023-07-03T14:05:00", "taken_offset": "+09:00", "latitude": "-1.5", "longitude": "130.25", "altitude": "0",
		"date": "2023-07-03T14:05:00+09:00", "place": "'=Quanhe", "place_precision": "exact", "kind": "document",
		"make": "'-Maker", "model": "Model 1", "items": "shopping cart; ceramic tile", "reported_items": "steel", "status": "sanctioned",
		"route": "Hunchun–Quanhe–Wonjong–Rason", "note": "'=1+1", "credit": "'@desk", "lens": "", "problem": "",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	for i, name := range rows[0] {
		if slices.Contains([]string{"latitude", "taken", "taken_offset", "altitude", "width", "items", "caption"}, name) && rows[2][i] != "" {
			t.Errorf("%s of a photo that nothing is known of is %q", name, rows[2][i])
		}
	}
}

func TestJSON(t *testing.T) {
	o := options(t.TempDir())
	write(t, o, []catalog.Photo{carts(t)}, []catalog.Photo{bare()})
	var got struct {
		Schema string           `json:"schema"`
		Photos []map[string]any `json:"photos"`
	}
	if err := json.Unmarshal([]byte(read(t, o.Folder, "photos.json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "waybill.photos/1" || len(got.Photos) != 2 {
		t.Fatalf("schema %q, %d photos", got.Schema, len(got.Photos))
	}
	first, second := got.Photos[0], got.Photos[1]
	if first["taken"] != "2023-07-03T14:05:00" || first["latitude"] != -1.5 || first["altitude"] != 0.0 || first["caption"] != carts(t).Caption {
		t.Errorf("the first is %v", first)
	}
	for _, name := range []string{"taken", "taken_offset", "latitude", "altitude", "caption", "note", "credit", "route", "width", "make", "file", "problem"} {
		if v, ok := second[name]; !ok || v != nil {
			t.Errorf("%s is %v, %v; want null", name, v, ok)
		}
	}
	want := []any{
		unsaid(map[string]any{
			"id": "9d1b2c70-3a4e-4d29-8d63-0f4b1c2d3e4f", "lot": "5a2c0f11-7b6d-4e11-a1b2-c3d4e5f60718",
			"item": "shopping cart", "item_key": "cart", "visible": true, "status": "sanctioned", "reason": "HS 8716",
			"determined_by": "AB", "determined_at": "2026-01-02T03:04:05Z", "stage": "customs", "direction": "into", "direction_basis": "source",
			"quantity": 38, "unit": "piece", "estimated": true, "made_in": "CN", "packaging": "unpacked",
			"measure": "UN2397-7", "pack": "un-dprk-2397 1", "determined_direction": "into", "exemptions": "paragraph 25", "as_of": "2026-01-01",
			"review": "none", "brand": "Arirang", "label": "평양", "note": "=2+2", "confidence": "likely",
			"region": map[string]any{"x": 0.125, "y": 0, "w": 0.5, "h": 1},
		}),
		unsaid(map[string]any{"item": "ceramic tile", "item_key": "tile", "visible": true, "status": "not-assessed", "estimated": false}),
		unsaid(map[string]any{"item": "steel", "item_key": "steel", "visible": false, "status": "not-assessed", "estimated": false}),
	}
	seen, _ := json.Marshal(first["observations"])
	wanted, _ := json.Marshal(want)
	if !bytes.Equal(seen, wanted) {
		t.Errorf("observations are %s\nwant %s", seen, wanted)
	}
	if none, ok := second["observations"].([]any); !ok || len(none) != 0 {
		t.Errorf("no observations are %v", second["observations"])
	}
}

// unsaid adds to an observation the fields that nobody said anything of.
func unsaid(o map[string]any) map[string]any {
	for _, name := range []string{
		"stage", "direction", "direction_basis", "quantity", "unit", "made_in", "packaging", "measure", "pack", "determined_direction",
		"reason", "determined_by", "determined_at", "lot", "exemptions", "as_of", "review", "use", "brand", "model", "label", "note",
		"confidence", "region",
	} {
		if _, said := o[name]; !said {
			o[name] = nil
		}
	}
	if _, said := o["id"]; !said {
		o["id"] = ""
	}
	return o
}

func TestObservationsCSV(t *testing.T) {
	o := options(t.TempDir())
	write(t, o, []catalog.Photo{bare(), carts(t)})
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(read(t, o.Folder, "observations.csv"), "\uFEFF"))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, want := range []map[string]string{
		{
			"photo": carts(t).UUID, "id": "9d1b2c70-3a4e-4d29-8d63-0f4b1c2d3e4f", "lot": "5a2c0f11-7b6d-4e11-a1b2-c3d4e5f60718",
			"item": "shopping cart", "seen": "visible", "status": "sanctioned", "measure": "UN2397-7", "pack": "un-dprk-2397 1",
			"determined_direction": "into", "reason": "HS 8716", "exemptions": "paragraph 25", "as_of": "2026-01-01", "review": "none",
			"determined_by": "AB", "determined_at": "2026-01-02T03:04:05Z", "stage": "customs", "direction": "into", "direction_basis": "source",
			"quantity": "38", "unit": "pieces", "estimated": "true", "brand": "Arirang", "label": "평양", "note": "'=2+2", "made_in": "CN",
			"packaging": "unpacked", "confidence": "likely", "region": "xywh=percent:12.50,0.00,50.00,100.00",
		},
		{"item": "ceramic tile", "item_key": "tile", "seen": "visible", "status": "not-assessed", "estimated": "false", "quantity": "", "region": ""},
		{"item": "steel", "seen": "reported", "status": "not-assessed", "review": "", "determined_at": "", "photo": carts(t).UUID},
	} {
		for column, name := range rows[0] {
			if value, told := want[name]; told && rows[i+1][column] != value {
				t.Errorf("observation %d: %s is %q, want %q", i, name, rows[i+1][column], value)
			}
		}
	}
}

func TestNoPhotosAreValid(t *testing.T) {
	o := options(t.TempDir())
	write(t, o)
	if text := read(t, o.Folder, "photos.json"); !json.Valid([]byte(text)) || !strings.Contains(text, `"photos":[`) {
		t.Errorf("JSON of no photos is %q", text)
	}
	if n := strings.Count(read(t, o.Folder, "photos.csv"), "\r\n"); n != 1 {
		t.Errorf("CSV of no photos has %d lines", n)
	}
}

func TestParseFormats(t *testing.T) {
	if got, err := export.ParseFormats(nil); err != nil || !slices.Equal(got, []export.Format{export.CSV, export.JSON}) {
		t.Errorf("none gives %v, %v", got, err)
	}
	if got, err := export.ParseFormats([]string{"json", "csv", "json"}); err != nil || !slices.Equal(got, []export.Format{export.JSON, export.CSV}) {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := export.ParseFormats([]string{"csv", "xml"}); catalog.CodeOf(err) != catalog.ErrInvalid {
		t.Errorf("xml gives %v", err)
	}
}
