package export_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
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
	taken, err := catalog.ParseWallTime("2023-07-03T14:05:00+09:00")
	if err != nil {
		t.Fatal(err)
	}
	p := catalog.Photo{
		ID: 7, UUID: "3f0e1a52-0b1c-4c5e-9a44-1f6f3a0c9d10", SHA256: sum("carts"), Size: 5, Format: "jpeg", Path: "originals/ab/cd/secret.jpg",
		Width: ptr(640), Height: ptr(480), Orientation: ptr(6), Name: "IMG_1.jpg", BatchName: "July", SourceName: "Grey Heron",
		Caption: "Carts in 훈춘, \"stacked\"\nin rows", Note: "=1+1", Credit: catalog.Inherited[string]{Value: "@desk"},
		RouteName: "Hunchun–Quanhe–Wonjong–Rason", Status: catalog.Sanctioned,
		Observations: []catalog.Observation{
			{ItemKey: "cart", ItemName: "shopping cart", Visible: true, Determination: &catalog.Determination{
				Status: catalog.Sanctioned, Reason: "HS 8716", By: "AB", At: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
			}},
			{ItemKey: "tile", ItemName: "ceramic tile", Visible: true},
			{ItemKey: "steel", ItemName: "steel", Visible: false},
		},
	}
	p.Taken, p.Latitude, p.Longitude, p.Altitude = &taken, ptr(-1.5), ptr(130.25), ptr(0.0)
	p.Make, p.Model = "-Maker", "Model 1"
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
		map[string]any{
			"item": "shopping cart", "item_key": "cart", "visible": true, "status": "sanctioned", "reason": "HS 8716",
			"determined_by": "AB", "determined_at": "2026-01-02T03:04:05Z",
		},
		map[string]any{"item": "ceramic tile", "item_key": "tile", "visible": true, "status": "not-assessed", "reason": nil, "determined_by": nil, "determined_at": nil},
		map[string]any{"item": "steel", "item_key": "steel", "visible": false, "status": "not-assessed", "reason": nil, "determined_by": nil, "determined_at": nil},
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

// Nothing says where the photos came from unless it was asked for.
func TestNothingInternalLeaves(t *testing.T) {
	for _, names := range []bool{false, true} {
		o := options(t.TempDir())
		o.Originals, o.Names = true, names
		write(t, o, []catalog.Photo{carts(t), bare()})
		var all strings.Builder
		err := filepath.WalkDir(o.Folder, func(path string, d fs.DirEntry, err error) error {
			all.WriteString(d.Name() + "\n")
			if err == nil && !d.IsDir() {
				all.WriteString(read(t, path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, never := range []string{"Heron", "P-0000", "secret", "originals/ab"} {
			if strings.Contains(all.String(), never) {
				t.Errorf("names %v: %q left", names, never)
			}
		}
		for _, asked := range []string{"IMG_1", "July", "original_name", "batch"} {
			if strings.Contains(all.String(), asked) != names {
				t.Errorf("names %v: %q leaves: %v", names, asked, !names)
			}
		}
	}
}

func TestOriginals(t *testing.T) {
	again := carts(t)
	again.UUID, again.Name = "99999999-0000-4000-8000-000000000009", "img_1.JPG"
	odd := bare()
	odd.Name = "../CON:\u202Egpj.png"
	for _, c := range []struct {
		names bool
		want  []string
	}{
		{false, []string{odd.UUID + ".png", carts(t).UUID + ".jpg", again.UUID + ".jpg"}},
		{true, []string{"IMG_1.jpg", "_CON_gpj.png", "img_1-" + again.UUID + ".JPG"}},
	} {
		o := options(t.TempDir())
		o.Originals, o.Names = true, c.names
		write(t, o, []catalog.Photo{carts(t), again, odd})
		entries, err := os.ReadDir(filepath.Join(o.Folder, "originals"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, e.Name())
			if !strings.Contains(read(t, o.Folder, "photos.json"), `"originals/`+e.Name()+`"`) {
				t.Errorf("JSON does not name %s", e.Name())
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("originals are %q, want %q", got, c.want)
		}
	}
}

func TestUnreadableOriginalsAreNamed(t *testing.T) {
	for code, open := range map[catalog.Code]func(catalog.Photo) (io.ReadCloser, error){
		catalog.FoundAltered: func(catalog.Photo) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("cartz")), nil },
		catalog.FoundMissing: func(catalog.Photo) (io.ReadCloser, error) { return nil, fs.ErrNotExist },
		catalog.FoundUnreadable: func(catalog.Photo) (io.ReadCloser, error) {
			return io.NopCloser(iotest.ErrReader(errors.New("bad sector"))), nil
		},
	} {
		dir := t.TempDir()
		o := options(dir)
		o.Originals, o.Open = true, open
		_, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)}))
		if e, ok := errors.AsType[*catalog.Error](err); !ok || e.Code != code || e.Subject != "P-000007" {
			t.Errorf("got %v, want %s of P-000007", err, code)
		}
		empty(t, dir)
	}
}

func empty(t *testing.T, dir string) {
	t.Helper()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left: %v, %v", entries, err)
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	o := options(dir)
	o.Originals = true
	ctx, cancel := context.WithCancel(t.Context())
	o.Progress = func(int) { cancel() }
	if _, err := export.Stage(ctx, o, pages([]catalog.Photo{carts(t), bare()})); catalog.CodeOf(err) != catalog.ErrCancelled {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}

func TestErrorsOfPagesLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	want := &catalog.Error{Code: catalog.ErrBusy}
	_, err := export.Stage(t.Context(), options(dir), func(yield func([]catalog.Photo, error) bool) { yield(nil, want) })
	if !errors.Is(err, want) {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}

func TestExistingFolders(t *testing.T) {
	for name, c := range map[string]struct {
		make  func(dir string) error
		force bool
		op    string // of the refusal, "" when it is replaced
	}{
		"an export, without force": {func(dir string) error { return before(dir) }, false, "export"},
		"an empty folder":          {func(dir string) error { return os.Mkdir(dir, 0o700) }, false, "export"},
		"an export":                {func(dir string) error { return before(dir) }, true, ""},
		"an empty folder, forced":  {func(dir string) error { return os.Mkdir(dir, 0o700) }, true, ""},
		"an export with a stranger": {func(dir string) error {
			return errors.Join(before(dir), os.WriteFile(filepath.Join(dir, "thesis.txt"), nil, 0o600))
		}, true, export.OpReplace},
		"a table of somebody else": {func(dir string) error {
			return errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "photos.csv"), []byte("a,b,c,d,e,f,g,h\r\n"), 0o600))
		}, true, export.OpReplace},
		"a file": {func(dir string) error { return os.WriteFile(dir, nil, 0o600) }, true, export.OpReplace},
		"a link": {func(dir string) error { return errors.Join(before(dir+"2"), os.Symlink(dir+"2", dir)) }, true, export.OpReplace},
	} {
		o := options(t.TempDir())
		o.Force = c.force
		if err := c.make(o.Folder); err != nil {
			t.Fatal(err)
		}
		s, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)}))
		if c.op != "" {
			if e, ok := errors.AsType[*catalog.Error](err); !ok || e.Code != catalog.ErrExists || e.Op != c.op {
				t.Errorf("%s: got %v", name, err)
			}
		} else if err != nil || s.Place() != nil {
			t.Errorf("%s: %v", name, err)
		} else if text := read(t, o.Folder, "photos.json"); !strings.Contains(text, carts(t).UUID) {
			t.Errorf("%s was not replaced", name)
		}
		nothingTemporary(t, filepath.Dir(o.Folder))
	}
}

// before makes the folder of an earlier export.
func before(dir string) error {
	s, err := export.Stage(context.Background(), export.Options{Folder: dir, Formats: []export.Format{export.JSON}}, pages(nil))
	if err != nil {
		return err
	}
	return s.Place()
}

// The earlier export stays where it is when the new one fails.
func TestForceKeepsTheOldUntilTheNewIsComplete(t *testing.T) {
	o := options(t.TempDir())
	if err := before(o.Folder); err != nil {
		t.Fatal(err)
	}
	old := read(t, o.Folder, "photos.json")
	o.Force = true
	o.Aliases = []string{"Carts in 훈춘"}
	if _, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)})); catalog.CodeOf(err) != catalog.ErrAliasLeak {
		t.Fatalf("got %v", err)
	}
	if read(t, o.Folder, "photos.json") != old {
		t.Error("the old export was changed")
	}
	nothingTemporary(t, filepath.Dir(o.Folder))
}

func TestAliasesAreHeldBack(t *testing.T) {
	nfd := "\u1112\u116E\u11AB\u110E\u116E\u11AB\u1102\u1161\u1107\u1175" // 훈춘나비 in pieces
	for _, c := range []struct {
		name  string
		alias string
		set   func(*catalog.Photo)
		leaks bool
	}{
		{"nothing", "Grey Heron", func(*catalog.Photo) {}, false},
		{"caption", "Grey Heron", func(p *catalog.Photo) { p.Caption = "from GREY-heron’s phone" }, true},
		{"caption in one word", "Grey Heron", func(p *catalog.Photo) { p.Caption = "xgreyheron2" }, true},
		{"hidden characters", "Grey Heron", func(p *catalog.Photo) { p.Caption = "Gr\u200Bey\u00A0He\u00ADron" }, true},
		{"full-width", "Grey Heron", func(p *catalog.Photo) { p.Note = "Ｇｒｅｙ　Ｈｅｒｏｎ" }, true},
		{"accents", "Grey Heron", func(p *catalog.Photo) { p.Note = "Gréy Herön" }, true},
		{"NFD", "훈춘나비", func(p *catalog.Photo) { p.Note = "사진: " + nfd + "가" }, true},
		{"credit", "Grey Heron", func(p *catalog.Photo) { p.Credit.Value = "Grey Heron/Desk" }, true},
		{"reason", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.Reason = "Grey Heron said" }, true},
		{"by", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.By = "grey heron" }, true},
		{"route", "Grey Heron", func(p *catalog.Photo) { p.RouteName = "the Grey Heron way" }, true},
		{"item", "Grey Heron", func(p *catalog.Photo) { p.Observations[1].ItemName = "goods of Grey Heron" }, true},
		{"part of a word of an item", "eram", func(*catalog.Photo) {}, false},
		{"original name", "Grey Heron", func(p *catalog.Photo) { p.Name = "grey_heron.jpg" }, true},
		{"batch", "Grey Heron", func(p *catalog.Photo) { p.BatchName = "GreyHeron 2" }, true},
		{"short once folded, elsewhere", "--a-", func(*catalog.Photo) {}, false},
		{"short once folded, as a word", "--q-", func(p *catalog.Photo) { p.Note = "by q." }, true},
	} {
		o := options(t.TempDir())
		o.Names, o.Aliases = true, []string{"Someone Else", c.alias}
		p := carts(t)
		c.set(&p)
		_, err := export.Stage(t.Context(), o, pages([]catalog.Photo{bare(), p}))
		if (catalog.CodeOf(err) == catalog.ErrAliasLeak) != c.leaks || (err != nil) != c.leaks {
			t.Errorf("%s: got %v", c.name, err)
		}
		if e, ok := errors.AsType[*catalog.Error](err); ok && (e.Subject != "P-000007" || strings.Contains(strings.ToLower(err.Error()), "heron")) {
			t.Errorf("%s: the error is %v", c.name, err)
		}
	}
}

// What does not leave does not hold back the rest.
func TestWhatStaysMayNameTheSource(t *testing.T) {
	p := carts(t)
	p.Name, p.BatchName = "Grey Heron.jpg", "Grey Heron"
	p.Observations[0].Determination.Reason = "Grey Heron"
	o := options(t.TempDir())
	o.Formats, o.Aliases = []export.Format{export.CSV}, []string{"Grey Heron"}
	write(t, o, []catalog.Photo{p})
	if strings.Contains(read(t, o.Folder, "photos.csv"), "Heron") {
		t.Error("the alias left")
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
