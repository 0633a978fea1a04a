package transfer

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/work"
	"waybill/catalog"
	"waybill/catalog/ingest"
)

func TestOneImportAtATime(t *testing.T) {
	c := apptest.Catalogue(t)
	store := held{c, make(chan struct{})}
	f := newFixtureOver(t, store, c)
	s := f.importSheet(apptest.PNGs(t, 2))
	test.Tap(s.start)
	f.until("the start", f.Busy)
	if !f.strip.Stop.Visible() || f.strip.Text.Text != "Importing" || f.Open() {
		t.Errorf("the strip says %q", f.strip.Text.Text)
	}
	second := f.importSheet(apptest.PNGs(t, 3))
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
	c := apptest.Catalogue(t)
	f := newFixtureOver(t, held{c, make(chan struct{})}, c)
	s := f.importSheet(apptest.PNGs(t, 2))
	test.Tap(s.start)
	f.until("the start", f.Busy)
	f.window.Resize(fyne.NewSize(900, 700))
	test.Tap(f.strip.Stop)
	f.Cancel()
	if f.strip.State.Text != "Stopping…" || !f.strip.Stop.Disabled() {
		t.Errorf("the strip says %q", f.strip.State.Text)
	}
	f.until("the end", func() bool { return f.ends == 1 })
	if f.Busy() || len(f.sums) != 1 || !strings.HasPrefix(f.strip.Text.Text, "The import stopped; 0 files") || len(f.errs) > 0 {
		t.Errorf("busy %v, sums %+v, strip %q", f.Busy(), f.sums, f.strip.Text.Text)
	}
	test.Tap(f.strip.Dismiss)
	if f.strip.Visible() {
		t.Error("the line stays")
	}
}

func TestClosingEndsTheImport(t *testing.T) {
	c := apptest.Catalogue(t)
	f := newFixtureOver(t, held{c, make(chan struct{})}, c)
	test.Tap(f.importSheet(apptest.PNGs(t, 2)).start)
	f.until("the start", f.Busy)
	f.tasks.Close() // waits; under the race detector nothing may touch the catalogue later
	f.queue.Drain()
	if f.ends != 0 {
		t.Error("the window was told after it closed")
	}
}

func TestFailures(t *testing.T) {
	c := apptest.Catalogue(t)
	f := newFixtureOver(t, failing{c, &catalog.Error{Code: catalog.ErrDiskFull, Op: "import"}}, c)
	f.ShowImport([]string{apptest.PNGs(t, 1)})
	s := f.open.(*importSheet)
	f.until("the error", func() bool { return len(f.errs) == 1 && s.counted != nil })
	f.run(s.start)
	want := "The disk is full, so nothing more can be stored. What was stored before is safe; free some space and do it again. " +
		"The import stopped; 5 files are in the catalogue. Import the same again to go on."
	if f.strip.Text.Text != want || len(f.errs) != 1 || len(f.sums) != 1 {
		t.Errorf("strip %q, errors %v, sums %v", f.strip.Text.Text, f.errs, f.sums)
	}
}

func TestProgressIsShown(t *testing.T) {
	w := apptest.Words(t)
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
	c := apptest.Catalogue(t)
	store := held{c, make(chan struct{})}
	f := newFixtureOver(t, store, c)
	test.Tap(f.importSheet(apptest.PNGs(t, 2)).start)
	f.until("a report of the progress", func() bool { return f.strip.State.Text == "0 so far" })
	close(store.let)
	f.until("the end", func() bool { return f.ends == 1 })
}

func TestLongOutcomesAreReadWhole(t *testing.T) {
	f := newFixture(t)
	line := f.strip.MinSize().Height
	long := f.words.Error(&catalog.Error{Code: catalog.ErrDiskFull})
	for _, width := range []float32{2000, 600, 300} {
		f.window.Resize(fyne.NewSize(width, 400))
		f.strip.Done(long, work.Grave, f.words.T("transfer.show_list"), func() {})
		f.window.Content().Refresh() // as the window's next frame does
		text, more := f.strip.Text, f.strip.More
		if rows := text.MinSize().Height; rows > f.strip.Size().Height || (width < 2000) != (rows > line+1) {
			t.Errorf("at %v the text takes %v of %v", width, rows, f.strip.Size().Height)
		}
		if text.Size().Width > more.Position().X {
			t.Errorf("at %v the text ends at %v, the button begins at %v", width, text.Size().Width, more.Position().X)
		}
	}
	f.strip.Start("Importing", "")
	if got := f.strip.MinSize().Height; got != line {
		t.Errorf("one line takes %v, not %v", got, line)
	}
}
