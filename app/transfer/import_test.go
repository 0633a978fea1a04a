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

	"waybill/catalog"
	"waybill/catalog/ingest"
)

func TestImportWithItsIntake(t *testing.T) {
	f := newFixture(t)
	dir := photos(t, 3)
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
	if got := f.strip.text.Text; got != "All 3 files stored and verified." || f.strip.more.Visible() {
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
	s := f.importSheet(photos(t, 1))
	for e, text := range map[fyne.Focusable]string{
		s.form.name: "first", s.form.received: "2023", s.form.via: "Signal", s.form.source: "Magpie", s.form.route: "quanhe", s.form.credit: "us",
	} {
		f.typeInto(e, text)
	}
	s.form.message.SetText("hello")
	s.form.direction.SetSelectedIndex(2)
	f.run(s.start)

	again := photos(t, 2)
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
	if got := f.strip.text.Text; got != "All 2 files stored and verified. 1 was here already." {
		t.Errorf("the strip says %q", got)
	}
}

func TestImportCompletesNames(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(photos(t, 1))
	f.typeInto(s.form.source, "Magpie")
	f.run(s.start)
	s = f.importSheet(photos(t, 2))
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
		{"no date", fieldReceived, "3 July", "is not a date"},
		{"a short alias", fieldSource, "abc", "at least 4 characters"},
		{"an alias that is a word", fieldSource, "refrigerator", "is also a word for goods or a route"},
		{"no route", fieldRoute, "Atlantis", "is not in this catalogue"},
		{"two routes", fieldRoute, "훈춘", "fits more than one: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFixture(t)
			s := f.importSheet(photos(t, 1))
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
		dirs = append(dirs, photos(t, 1))
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
	s := f.importSheet(photos(t, 1))
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
	dir := photos(t, 2)
	s := f.importSheet(dir)
	s.keep.SetChecked(true)
	f.run(s.start)
	if got := f.strip.text.Text; got != "All 2 files catalogued where they are." {
		t.Errorf("the strip says %q", got)
	}
	list, err := f.catalogue.Photos(t.Context(), []catalog.PhotoID{1})
	if err != nil || !list[0].Referenced || filepath.Dir(list[0].Path) != dir {
		t.Errorf("photo %+v, %v", list, err)
	}
}

func TestOneImportAtATime(t *testing.T) {
	c := openCatalogue(t)
	store := held{c, make(chan struct{})}
	f := newFixtureOver(t, store, c)
	s := f.importSheet(photos(t, 2))
	test.Tap(s.start)
	f.until("the start", f.Busy)
	if !f.strip.cancel.Visible() || f.strip.text.Text != "Importing" || f.Open() {
		t.Errorf("the strip says %q", f.strip.text.Text)
	}
	second := f.importSheet(photos(t, 3))
	if !second.start.Disabled() || !strings.Contains(second.note.Text, "Another import or export is running") {
		t.Errorf("a second import: %q", second.note.Text)
	}
	second.submit()
	close(store.let)
	f.until("the end", func() bool { return f.ends == 1 })
	if second.start.Disabled() || second.note.Visible() || !f.Open() {
		t.Error("the second import cannot begin when the first has ended")
	}
	f.run(second.start)
	if len(f.sums) != 2 || f.sums[1].Imported != 1 || f.sums[1].Duplicate != 2 {
		t.Errorf("sums %+v", f.sums)
	}
}

func TestCancelledImport(t *testing.T) {
	c := openCatalogue(t)
	f := newFixtureOver(t, held{c, make(chan struct{})}, c)
	s := f.importSheet(photos(t, 2))
	test.Tap(s.start)
	f.until("the start", f.Busy)
	f.window.Resize(fyne.NewSize(900, 700))
	test.Tap(f.strip.cancel)
	f.Cancel()
	if f.strip.state.Text != "Stopping…" || !f.strip.cancel.Disabled() {
		t.Errorf("the strip says %q", f.strip.state.Text)
	}
	f.until("the end", func() bool { return f.ends == 1 })
	if f.Busy() || len(f.sums) != 1 || !strings.HasPrefix(f.strip.text.Text, "The import stopped; 0 files") || len(f.errs) > 0 {
		t.Errorf("busy %v, sums %+v, strip %q", f.Busy(), f.sums, f.strip.text.Text)
	}
	test.Tap(f.strip.dismiss)
	if f.strip.Visible() {
		t.Error("the line stays")
	}
}

func TestClosingEndsTheImport(t *testing.T) {
	c := openCatalogue(t)
	f := newFixtureOver(t, held{c, make(chan struct{})}, c)
	test.Tap(f.importSheet(photos(t, 2)).start)
	f.until("the start", f.Busy)
	f.tasks.Close() // waits; under the race detector nothing may touch the catalogue later
	for len(f.queue) > 0 {
		(<-f.queue)()
	}
	if f.ends != 0 {
		t.Error("the window was told after it closed")
	}
}

func TestFailures(t *testing.T) {
	c := openCatalogue(t)
	f := newFixtureOver(t, failing{c, &catalog.Error{Code: catalog.ErrDiskFull, Op: "import"}}, c)
	f.ShowImport([]string{photos(t, 1)})
	s := f.open.(*importSheet)
	f.until("the error", func() bool { return len(f.errs) == 1 && s.counted != nil })
	f.run(s.start)
	want := "The disk is full, so nothing more can be stored. What was stored before is safe; free some space and do it again. " +
		"The import stopped; 5 files are in the catalogue. Import the same again to go on."
	if f.strip.text.Text != want || len(f.errs) != 1 || len(f.sums) != 1 {
		t.Errorf("strip %q, errors %v, sums %v", f.strip.text.Text, f.errs, f.sums)
	}
}

func TestProgressIsShown(t *testing.T) {
	w := words(t)
	tests := []struct {
		state ingest.State
		want  string
		part  float64
	}{
		{ingest.State{}, "0 so far", 0},
		{ingest.State{Files: 1312, TotalFiles: 5400, Elapsed: 32 * time.Second}, "1,312 so far · 41 photos/s", 0},
		{
			ingest.State{Files: 312, Bytes: 5, TotalFiles: 540, TotalBytes: 10, Counted: true, Elapsed: 7610 * time.Millisecond, Left: 6 * time.Second},
			"312 of 540 · 41 photos/s · 6 s left", 0.5,
		},
		{ingest.State{Files: 1, TotalFiles: 4, Counted: true}, "1 of 4", 0.25},
		{ingest.State{Files: 9, Bytes: 12, TotalFiles: 9, TotalBytes: 10, Counted: true, Elapsed: 9 * time.Second}, "9 of 9 · 1 photo/s", 1},
	}
	for _, tt := range tests {
		if got := importText(w, tt.state); got != tt.want || part(tt.state) != tt.part {
			t.Errorf("%+v: %q, %v", tt.state, got, part(tt.state))
		}
	}
}

func TestProgressMovesWhileItRuns(t *testing.T) {
	c := openCatalogue(t)
	store := held{c, make(chan struct{})}
	f := newFixtureOver(t, store, c)
	test.Tap(f.importSheet(photos(t, 2)).start)
	f.until("a report of the progress", func() bool { return f.strip.state.Text == "0 so far" })
	close(store.let)
	f.until("the end", func() bool { return f.ends == 1 })
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
	dir := photos(t, 1)
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
	s := f.importSheet(photos(t, 1))
	f.window.Canvas().Focus(s.start)
	s.start.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.until("the end", func() bool { return f.ends == 1 })
	s = f.importSheet(photos(t, 2))
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
	dir := photos(t, 2)
	s.chosen(storage.NewFileURI(dir), nil)
	f.until("the count", func() bool { return s.counted != nil && s.counted.files == 2 })
	s.chosen(nil, &fs.PathError{Op: "open", Path: "/card", Err: fs.ErrPermission})
	if !s.where.bad || !strings.Contains(s.where.hint.Text, "/card") || len(s.paths) != 1 {
		t.Errorf("paths %q, hint %q", s.paths, s.where.hint.Text)
	}
}
