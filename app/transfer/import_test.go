package transfer

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
)

func TestImportWithItsIntake(t *testing.T) {
	f := newFixture(t)
	dir := apptest.PNGs(t, 3)
	s := f.importSheet(dir)
	if got := s.where.hint.Text; !strings.HasPrefix(got, "3 files, ") || s.start.Text != "Import 3 files" {
		t.Errorf("the sheet says %q, its button %q", got, s.start.Text)
	}
	f.typeInto(s.form.name, "SD 카드 7월")
	f.typeInto(s.form.received, "2023-07-01/2023-07-10")
	if got := s.form.fields[fieldReceived].hint.Text; got != "1 July 2023 to 10 July 2023" {
		t.Errorf("the date is read as %q", got)
	}
	f.typeInto(s.form.via, "Signal")
	f.typeInto(s.form.source, "Magpie")
	f.typeInto(s.form.route, "quanhe")
	s.form.direction.SetSelectedIndex(1)
	f.typeInto(s.form.credit, "courtesy photo")
	s.form.message.SetText("첫째 줄\nsecond line")
	f.run(s.start)
	if f.Open() || f.Busy() || len(f.errs) > 0 {
		t.Errorf("open %v, busy %v, errors %v", f.Open(), f.Busy(), f.errs)
	}
	if got := f.strip.Text.Text; got != "All 3 files stored and verified." || f.strip.More.Visible() {
		t.Errorf("the strip says %q", got)
	}
	if len(f.sums) != 1 || f.sums[0].Imported != 3 || len(f.steps) == 0 {
		t.Errorf("sums %+v, %d steps", f.sums, len(f.steps))
	}
	batches, err := f.catalogue.Batches(t.Context())
	if err != nil || len(batches) != 1 {
		t.Fatal(batches, err)
	}
	b := batches[0]
	want := catalog.Batch{
		Name: "SD 카드 7월", Received: "2023-07-01/2023-07-10", Via: "Signal", SourceName: "Magpie",
		Message: "첫째 줄\nsecond line", RouteName: b.RouteName, Direction: catalog.Into, Credit: "courtesy photo", Photos: 3, Finished: true,
	}
	b.ID, b.UUID, b.Source, b.Route, b.Added = 0, "", 0, 0, time.Time{}
	if b != want || !strings.Contains(b.RouteName, "Quanhe") {
		t.Errorf("the batch is %+v", b)
	}
}

func TestImportRemembersTheLatestIntake(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	for e, text := range map[fyne.Focusable]string{
		s.form.name: "first", s.form.received: "2023", s.form.via: "Signal", s.form.source: "Magpie", s.form.route: "quanhe", s.form.credit: "us",
	} {
		f.typeInto(e, text)
	}
	s.form.message.SetText("hello")
	s.form.direction.SetSelectedIndex(2)
	f.run(s.start)

	again := apptest.PNGs(t, 2)
	f.ShowImport([]string{again})
	s = f.open.(*importSheet)
	f.typeInto(s.form.via, "e-mail") // before the answer: it stays
	f.until("the last intake", func() bool { return s.form.known.routes != nil && s.counted != nil })
	in := s.form.intake()
	if in.Name != "" || in.Received != "" || in.Message != "" || in.Via != "e-mail" || in.Source != "Magpie" ||
		!strings.Contains(in.Route, "Quanhe") || in.Direction != catalog.OutOf || in.Credit != "us" {
		t.Errorf("prefilled with %+v", in)
	}
	f.typeInto(s.form.name, "FIRST")
	if got := s.form.fields[fieldBatch].hint.Text; got != "This batch is there already, with 1 photo. The files are added to it." {
		t.Errorf("a name that there is: %q", got)
	}
	f.run(s.start)
	if got := f.strip.Text.Text; got != "All 2 files stored and verified. 1 was here already." {
		t.Errorf("the strip says %q", got)
	}
}

func TestImportCompletesNames(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	f.typeInto(s.form.source, "Magpie")
	f.run(s.start)
	s = f.importSheet(apptest.PNGs(t, 2))
	s.form.source.SetText("")
	for _, tt := range []struct {
		entry interface {
			fyne.Focusable
			SetText(string)
		}
		text, want string
	}{{s.form.route, "권하", "Hunchun–Quanhe–Wonjong–Rason"}, {s.form.route, "圈河", "Hunchun–Quanhe–Wonjong–Rason"}, {s.form.source, "mag", "Magpie"}} {
		tt.entry.SetText("")
		f.typeInto(tt.entry, tt.text)
		options := s.form.route.Options()
		if tt.want == "Magpie" {
			options = s.form.source.Options()
		}
		if len(options) != 1 || options[0].Text != tt.want {
			t.Errorf("%q offers %v", tt.text, options)
		}
		s.form.route.CloseOptions()
		s.form.source.CloseOptions()
	}
}

func TestImportSaysWhatIsWrongAndKeepsTheText(t *testing.T) {
	tests := []struct {
		name  string
		field fieldName
		text  string
		want  string
	}{
		{"no date", fieldReceived, "3 July", "Write the date like"},
		{"a short alias", fieldSource, "abc", "at least 4 characters"},
		{"an alias that is a word", fieldSource, "refrigerator", "is also a word for goods or a route"},
		{"no route", fieldRoute, "Atlantis", "is not in this catalogue"},
		{"two routes", fieldRoute, "훈춘", "fits more than one: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFixture(t)
			s := f.importSheet(apptest.PNGs(t, 1))
			f.typeInto(s.form.name, "mine")
			f.typeInto(s.form.focusable(tt.field), tt.text)
			test.Tap(s.start)
			f.until("the refusal", func() bool { return s.form.fields[tt.field].bad && f.Open() && !f.Busy() })
			if got := s.form.fields[tt.field].hint.Text; !strings.Contains(got, tt.want) {
				t.Errorf("at the field stands %q", got)
			}
			if s.form.name.Text != "mine" || f.open != shown(s) || s.start.Disabled() || len(f.sums) > 0 || f.strip.Visible() {
				t.Errorf("name %q, open %v, %d sums", s.form.name.Text, f.Open(), len(f.sums))
			}
			if batches, err := f.catalogue.Batches(t.Context()); len(batches) > 0 || err != nil {
				t.Errorf("the catalogue has %v, %v", batches, err)
			}
			if f.window.Canvas().Focused() != s.form.focusable(tt.field) {
				t.Errorf("the keyboard is on %T", f.window.Canvas().Focused())
			}
		})
	}
}

func TestImportPaths(t *testing.T) {
	f := newFixture(t)
	f.ShowImport(nil)
	s := f.open.(*importSheet)
	if !s.start.Disabled() {
		t.Error("nothing can be imported")
	}
	var dirs []string
	for range 8 {
		dirs = append(dirs, apptest.PNGs(t, 1))
	}
	f.ShowImport(dirs) // dropped onto the open sheet
	f.ShowImport(dirs[:2])
	f.until("the count", func() bool { return s.counted != nil })
	if len(s.paths) != 8 || s.counted.files != 8 || s.start.Disabled() || len(s.what.Objects) != listed+2 {
		t.Errorf("%d paths, %+v, %d rows", len(s.paths), s.counted, len(s.what.Objects))
	}
	s.remove(dirs[0])
	empty := t.TempDir()
	s.paths = nil
	f.ShowImport([]string{empty})
	f.until("the count", func() bool { return s.counted != nil })
	if !s.start.Disabled() || !s.where.bad {
		t.Errorf("an empty folder: %q", s.where.hint.Text)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.Open() || len(f.window.Canvas().Overlays().List()) > 0 {
		t.Error("Escape does not close the sheet")
	}
	s = f.importSheet(dirs[0])
	s.form.route.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.Open() {
		t.Error("Escape in a field does not close the sheet")
	}
}

func TestSheetScrollsToWhatHasTheKeyboard(t *testing.T) {
	f := newFixture(t)
	f.window.Resize(fyne.NewSize(400, 360))
	s := f.importSheet(apptest.PNGs(t, 1))
	driver := fyne.CurrentApp().Driver()
	for _, o := range []focusableObject{s.form.message, s.form.route, s.keep, s.form.name} {
		f.window.Canvas().Focus(o)
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll).Y
		if room := s.scroll.Size().Height; top < 0 || top+o.Size().Height > room {
			t.Errorf("%T reaches from %v to %v of %v", o, top, top+o.Size().Height, room)
		}
	}
}

func TestImportByReference(t *testing.T) {
	f := newFixture(t)
	dir := apptest.PNGs(t, 2)
	s := f.importSheet(dir)
	s.keep.SetChecked(true)
	f.run(s.start)
	if got := f.strip.Text.Text; got != "All 2 files catalogued where they are." {
		t.Errorf("the strip says %q", got)
	}
	list, err := f.catalogue.Photos(t.Context(), []catalog.PhotoID{1})
	if err != nil || !list[0].Referenced || filepath.Dir(list[0].Path) != dir {
		t.Errorf("photo %+v, %v", list, err)
	}
}

func TestEscapeClosesTheSheetWhereverTheKeyboardIs(t *testing.T) {
	f := newFixture(t)
	parts := func(s *importSheet) []fyne.Focusable {
		list := []fyne.Focusable{s, s.keep, s.start}
		for name := fieldBatch; name <= fieldMessage; name++ {
			list = append(list, s.form.focusable(name))
		}
		return list
	}
	dir := apptest.PNGs(t, 1)
	for i := range parts(f.importSheet(dir)) {
		s := f.importSheet(dir)
		part := parts(s)[i]
		f.window.Canvas().Focus(part)
		part.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if f.Open() {
			t.Errorf("%T keeps Escape to itself", part)
			s.cancel()
		}
	}
}

func TestKeysBeginTheImport(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	f.window.Canvas().Focus(s.start)
	s.start.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.until("the end", func() bool { return f.ends == 1 })
	s = f.importSheet(apptest.PNGs(t, 2))
	f.typeInto(s.form.name, "second")
	s.form.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.until("the end", func() bool { return f.ends == 2 })
	if len(f.sums) != 2 {
		t.Errorf("sums %+v", f.sums)
	}
}

func TestChoosingPathsInADialog(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet()
	for _, o := range s.what.Objects[0].(*fyne.Container).Objects {
		test.Tap(o.(fyne.Tappable))
		overlays := f.window.Canvas().Overlays()
		if len(overlays.List()) != 2 {
			t.Fatalf("%d overlays", len(overlays.List()))
		}
		overlays.Remove(overlays.Top())
	}
	dir := apptest.PNGs(t, 2)
	s.chosen(storage.NewFileURI(dir), nil)
	f.until("the count", func() bool { return s.counted != nil && s.counted.files == 2 })
	s.chosen(nil, &fs.PathError{Op: "open", Path: "/card", Err: fs.ErrPermission})
	if !s.where.bad || !strings.Contains(s.where.hint.Text, "/card") || len(s.paths) != 1 {
		t.Errorf("paths %q, hint %q", s.paths, s.where.hint.Text)
	}
}
