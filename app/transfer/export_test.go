package transfer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
)

// exportFixture is a fixture over a catalogue with some photos.
func exportFixture(t *testing.T, n int) *fixture {
	t.Helper()
	f := newFixture(t)
	apptest.Import(t, f.catalogue, catalog.Intake{Name: "첫 묶음", Source: "Magpie"}, apptest.PNGs(t, n))
	return f
}

func (f *fixture) exportSheet(query string, selection ...catalog.PhotoID) *exportSheet {
	f.t.Helper()
	q, err := catalog.ParseQuery(query)
	if err != nil {
		f.t.Fatal(err)
	}
	f.ShowExport(q, selection)
	s, ok := f.open.(*exportSheet)
	if !ok {
		f.t.Fatalf("the sheet is %T", f.open)
	}
	s.parent.SetText(f.t.TempDir())
	f.until("the count", func() bool { return s.found != nil })
	return s
}

func entries(t *testing.T, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestExportOfASearch(t *testing.T) {
	f := exportFixture(t, 3)
	s := f.exportSheet("")
	if s.start.Text != "Export 3 photos" || s.what.Selected != "All photos of the catalogue (3)" {
		t.Errorf("button %q, what %q", s.start.Text, s.what.Selected)
	}
	f.typeInto(s.name, " 훈춘")
	folder := s.folder()
	f.run(s.start)
	if got := f.strip.Text.Text; got != "3 photos exported to "+folder || f.Open() || len(f.exports) != 1 || f.exports[0].Photos != 3 {
		t.Errorf("strip %q, exports %+v", got, f.exports)
	}
	if got := entries(t, folder); !slices.Equal(got, []string{"observations.csv", "photos.csv"}) {
		t.Errorf("the folder has %q", got)
	}
	table, err := os.ReadFile(filepath.Join(folder, "photos.csv"))
	if err != nil || strings.Contains(string(table), "IMG_1000") || strings.Contains(string(table), "첫 묶음") {
		t.Errorf("names left unasked: %s, %v", table, err)
	}
}

func TestExportOfASelectionWithEverything(t *testing.T) {
	f := exportFixture(t, 4)
	s := f.exportSheet("type:png", 2, 3)
	if s.start.Text != "Export 2 photos" || !slices.Equal(s.what.Options, []string{"The selected photos (2)", "All photos of this search (4)"}) {
		t.Errorf("button %q, choices %q", s.start.Text, s.what.Options)
	}
	s.what.SetSelected(s.what.Options[1])
	if s.start.Text != "Export 4 photos" {
		t.Errorf("the button says %q", s.start.Text)
	}
	s.what.SetSelected(s.what.Options[0])
	s.csv.SetChecked(false)
	test.Tap(s.start)
	if !s.formats.bad || f.Busy() {
		t.Error("an export in no format")
	}
	s.json.SetChecked(true)
	s.originals.SetChecked(true)
	s.names.SetChecked(true)
	folder := s.folder()
	f.run(s.start)
	if got := entries(t, folder); len(got) != 2 || got[1] != "photos.json" {
		t.Errorf("the folder has %q", got)
	}
	if got := entries(t, filepath.Join(folder, entries(t, folder)[0])); len(got) != 2 {
		t.Errorf("originals are %q", got)
	}
	text, err := os.ReadFile(filepath.Join(folder, "photos.json"))
	if err != nil || !strings.Contains(string(text), "IMG_1001.png") {
		t.Errorf("no names: %s, %v", text, err)
	}
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	f := exportFixture(t, 2)
	s := f.exportSheet("")
	parent := s.parent.Text
	f.run(s.start)
	old := s.folder()
	s = f.exportSheet("", 1)
	s.parent.SetText(parent)
	test.Tap(s.start)
	f.until("the question", func() bool { return s.replace != "" && !s.looked })
	if !f.Open() || s.start.Text != "Replace it" || !strings.Contains(s.note.Text, "is there already") {
		t.Fatalf("button %q, note %q", s.start.Text, s.note.Text)
	}
	f.typeInto(s.name, "x")
	if s.start.Text != "Export 1 photo" || s.note.Visible() {
		t.Errorf("for another name: button %q, note %q", s.start.Text, s.note.Text)
	}
	s.name.SetText(strings.TrimPrefix(filepath.Base(old), "x"))
	test.Tap(s.start)
	f.until("the question", func() bool { return s.replace != "" && !s.looked })
	f.run(s.start)
	if len(f.exports) != 2 || f.exports[1].Photos != 1 || f.exports[1].Folder != old {
		t.Errorf("exports %+v", f.exports)
	}
}

func TestExportLeavesOtherFoldersAlone(t *testing.T) {
	f := exportFixture(t, 1)
	s := f.exportSheet("")
	mine := filepath.Join(s.folder(), "mine.txt")
	write(t, mine, []byte("mine"))
	test.Tap(s.start)
	f.until("the question", func() bool { return s.replace != "" && !s.looked })
	f.run(s.start)
	if !f.Open() || !s.nameField.bad || !strings.Contains(s.nameField.hint.Text, "holds something else than an export") || f.strip.Visible() {
		t.Errorf("open %v, at the name stands %q", f.Open(), s.nameField.hint.Text)
	}
	if !exists(mine) || s.start.Text != "Export 1 photo" {
		t.Errorf("the folder was replaced, or the button says %q", s.start.Text)
	}
}

func TestExportRefusals(t *testing.T) {
	f := exportFixture(t, 1)
	s := f.exportSheet("")
	for _, name := range []string{"", "a/b", `a\b`, "..", "  "} {
		s.name.SetText(name)
		test.Tap(s.start)
		if !s.nameField.bad || f.Busy() || s.looked {
			t.Errorf("%q is taken as a name", name)
		}
	}
	s.name.SetText("fine")
	for _, parent := range []string{"", "relative"} {
		s.parent.SetText(parent)
		test.Tap(s.start)
		if !s.parentField.bad || s.looked {
			t.Errorf("%q is taken as a folder", parent)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, nil)
	for _, parent := range []string{filepath.Join(file, "x"), file, filepath.Join(t.TempDir(), "gone")} {
		s.parent.SetText(parent)
		test.Tap(s.start)
		f.until("the refusal", func() bool { return s.parentField.bad })
		if f.Busy() || s.start.Disabled() || !f.Open() {
			t.Errorf("%q: busy %v", parent, f.Busy())
		}
	}
	s.cancel()
	s = f.exportSheet("status:exempt")
	if !s.start.Disabled() || !strings.Contains(s.note.Text, "no photos to export") {
		t.Errorf("an export of nothing: %q", s.note.Text)
	}
}

func TestExportStoppedByAnAlias(t *testing.T) {
	f := exportFixture(t, 2)
	caption := "sent by magpie"
	if _, err := f.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Caption: &caption}); err != nil {
		t.Fatal(err)
	}
	s := f.exportSheet("")
	f.run(s.start)
	if got := f.strip.Text.Text; !strings.HasPrefix(got, "A text of P-000002 contains the alias") || strings.Contains(got, "agpie") {
		t.Errorf("the strip says %q", got)
	}
	if exists(s.folder()) || len(f.exports) > 0 || f.ends != 1 {
		t.Error("something left")
	}
	test.Tap(f.strip.More)
	if f.open != shown(s) || s.start.Disabled() {
		t.Fatal("the sheet does not come back")
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.Open() {
		t.Error("Escape does not close the sheet")
	}
}

func TestOneSheetAtATime(t *testing.T) {
	f := exportFixture(t, 1)
	e := f.exportSheet("")
	f.ShowImport([]string{t.TempDir()})
	if f.open != shown(e) || !strings.HasPrefix(e.note.Text, "Finish this or close it first") {
		t.Errorf("an import before the export: %q", e.note.Text)
	}
	e.cancel()
	i := f.importSheet(apptest.PNGs(t, 1))
	f.ShowExport(catalog.Query{}, nil)
	if f.open != shown(i) || !strings.HasPrefix(i.note.Text, "Finish this or close it first") {
		t.Errorf("an export before the import: %q", i.note.Text)
	}
}
