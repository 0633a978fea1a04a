package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestGridShowsOnlyWhatIsVisible(t *testing.T) {
	f := newGridFixture(t, 1_000_000, 452, 300) // 440 wide without the bar: 4 columns
	if f.Columns() != 4 {
		t.Fatalf("got %d columns, want 4", f.Columns())
	}
	if got := f.shown(t); !slices.Equal(got, span(0, 16)) {
		t.Errorf("shown %v, want 0…15", got)
	}
	if f.made > 20 {
		t.Errorf("made %d cells for 16 visible ones", f.made)
	}
	if from, to := f.VisibleRange(); from != 0 || to != 16 || f.Top() != 0 {
		t.Errorf("visible %d…%d, top %d", from, to, f.Top())
	}
}

func TestGridReusesCellsAndUpdatesOnlyNewOnes(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	made := f.made
	f.updates = nil
	f.scroll(61)
	if len(f.updates) != 4 { // the fifth row came into view
		t.Errorf("scrolling into the next row updated %v", f.updates)
	}
	f.updates = nil
	f.scroll(20)
	f.scroll(5)
	if len(f.updates) != 0 {
		t.Errorf("scrolling within the rows updated %v", f.updates)
	}
	for range 200 {
		f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -25}})
		from, to := f.VisibleRange()
		if got := f.shown(t); !slices.Equal(got, span(from, to)) {
			t.Fatalf("shown %v, want %d…%d", got, from, to)
		}
	}
	if f.made != made {
		t.Errorf("scrolling made %d more cells", f.made-made)
	}
}

func TestGridWheelNotchIsSixtyPixels(t *testing.T) {
	if got := 25 * wheelScale("linux"); got != 60 {
		t.Errorf("a notch moves %g pixels", got)
	}
	if got := wheelScale("darwin"); got != 1 {
		t.Errorf("a Mac's pixel moves %g pixels", got)
	}
}

func TestGridEndOfAMillion(t *testing.T) {
	f := newGridFixture(t, 1_000_000, 112, 300) // one column: 88 million pixels, 16 to a float32 step
	if f.Columns() != 1 {
		t.Fatalf("got %d columns", f.Columns())
	}
	f.dragThumb(10_000)
	f.cells(t)
	if y := f.geo.position(999_999).Y + 80 + 8; y != 300 {
		t.Errorf("at the end the last cell ends at %g, want the gap above 300", y)
	}
	if from, to := f.VisibleRange(); to != 1_000_000 || to-from != 4 {
		t.Errorf("visible %d…%d", from, to)
	}
	f.scroll(1e9)
	f.scroll(-1)
	if y := f.geo.position(999_999).Y + 80 + 8; y != 301 {
		t.Errorf("one pixel up from the end the last cell ends at %g", y)
	}
	for _, i := range []int{999_990, 777_777, 500_001, 1} {
		f.scroll(-1e9)
		f.geo.scrollTo(float64(i) * f.geo.pitch())
		f.place()
		if f.Top() != i || f.geo.position(i).Y != 8 {
			t.Errorf("row %d: top is %d at %v", i, f.Top(), f.geo.position(i))
		}
	}
}

func TestGridScrollbar(t *testing.T) {
	f := newGridFixture(t, 100_000, 452, 300)
	if h := f.bar.thumbHeight(); h != thumbMin {
		t.Errorf("thumb of %g pixels, want %d", h, thumbMin)
	}
	f.dragThumb(134) // half of the 268 pixels of way
	if got := f.Top(); got < 49_900 || got > 50_000 {
		t.Errorf("half way shows item %d at the top", got)
	}
	if got := f.bar.thumbTop(); got < 133 || got > 135 {
		t.Errorf("the thumb is at %g", got)
	}
	press := func(y float32) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(5, y)
		f.bar.MouseDown(e)
		f.bar.Dragged(&fyne.DragEvent{})
		f.bar.MouseUp(e)
	}
	top := f.Top()
	press(299)
	if got := f.Top(); got != top+3*4 {
		t.Errorf("a page down went from %d to %d", top, got)
	}
	press(1)
	if got := f.Top(); got != top {
		t.Errorf("a page up came to %d, want %d", got, top)
	}
	f.dragThumb(-10_000)
	if got := f.geo.top; got != 0 {
		t.Errorf("dragged to the beginning, the offset is %g", got)
	}
	f.n = 3
	f.Refresh()
	if f.bar.thumb.Visible() {
		t.Error("there is a thumb with nothing to scroll")
	}
}

func TestGridRefresh(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	f.updates = nil
	f.RefreshItem(3)
	f.RefreshItem(900)
	f.RefreshItem(-1)
	if !slices.Equal(f.updates, []int{3}) {
		t.Errorf("RefreshItem updated %v", f.updates)
	}
	f.updates = nil
	f.RefreshVisible()
	if !slices.Equal(f.updates, span(0, 16)) {
		t.Errorf("RefreshVisible updated %v", f.updates)
	}
}

func TestGridLengthChanges(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	f.SetSelection(NewRanges(2, 500, 999), 999)
	f.ScrollTo(999)
	f.n = 10
	f.Refresh()
	if got := f.shown(t); !slices.Equal(got, span(0, 10)) {
		t.Errorf("shown %v", got)
	}
	if !f.Selection().Equal(NewRanges(2)) || f.Focused() != 9 || f.selected != 1 {
		t.Errorf("selection %v, focus %d, told %d times", f.Selection(), f.Focused(), f.selected)
	}
	f.n = 0
	f.Refresh()
	if got := f.shown(t); len(got) != 0 || f.Focused() != -1 || !f.Selection().Empty() || f.Top() != 0 {
		t.Errorf("empty grid shows %v, focus %d", got, f.Focused())
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyReturn, fyne.KeyPageUp} {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
	f.SelectAll()
	f.ScrollTo(5)
	if f.Focused() != -1 || f.Selection().Len() != 0 || len(f.activated) != 0 {
		t.Errorf("keys in an empty grid: focus %d, selection %v", f.Focused(), f.Selection())
	}
	f.n = 7
	f.Refresh()
	if got := f.shown(t); !slices.Equal(got, span(0, 7)) {
		t.Errorf("shown %v", got)
	}
}

func TestGridReleasesCellsThatShowNothing(t *testing.T) {
	f := newGridFixture(t, 16, 452, 300)
	f.n = 6
	f.Refresh()
	if f.released != 10 {
		t.Errorf("released %d cells, want 10", f.released)
	}
	f.Refresh()
	if f.released != 10 {
		t.Errorf("released again: %d", f.released)
	}
}

func TestGridResizeKeepsTheTopItem(t *testing.T) {
	f := newGridFixture(t, 10_000, 452, 300)
	f.ScrollTo(5003)
	f.scroll(300)
	top := f.Top()
	for _, w := range []float32{1000, 340, 128, 777, 230, 1200, 452} {
		f.window.Resize(fyne.NewSize(w, 300))
		from, to := f.VisibleRange()
		if top < from || top >= from+f.Columns() {
			t.Errorf("width %g: item %d is not in the first row %d…", w, top, from)
		}
		if got := f.shown(t); !slices.Equal(got, span(from, to)) {
			t.Errorf("width %g: shown %v, want %d…%d", w, got, from, to)
		}
	}
	if f.Top() != top {
		t.Errorf("back at the first width the top is %d, want %d", f.Top(), top)
	}
	for _, side := range []float32{50, 300, 20, 77, 100} {
		f.SetCellSize(fyne.NewSize(side, side))
		if from := f.Top(); top < from || top >= from+f.Columns() {
			t.Errorf("cells of %g: item %d is not in the first row %d…", side, top, from)
		}
		f.cells(t)
	}
}

func TestGridAsAList(t *testing.T) {
	f := newGridFixture(t, 100, 452, 300)
	f.SetCellSize(fyne.NewSize(0, 30))
	if f.Columns() != 1 || f.pool.of(0).object.Size() != fyne.NewSize(440-16, 30) {
		t.Errorf("%d columns, cell %v", f.Columns(), f.pool.of(0).object.Size())
	}
	f.cells(t)
}

func TestGridScrollToIsMinimal(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300) // rows of 88 pixels
	for _, tt := range []struct {
		to     int
		offset float64
	}{{0, 0}, {8, 0}, {12, 60}, {16, 148}, {12, 148}, {4, 88}, {999, 249*88 + 96 - 300}, {5000, 249*88 + 96 - 300}, {-3, 0}} {
		if f.ScrollTo(tt.to); f.geo.top != tt.offset {
			t.Errorf("ScrollTo(%d): offset %g, want %g", tt.to, f.geo.top, tt.offset)
		}
	}
}

func TestGridTellsWhatItShows(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	f.scrolls = nil
	f.scroll(10)
	f.scroll(61)
	f.scroll(1)
	if !slices.Equal(f.scrolls, [][2]int{{0, 20}}) {
		t.Errorf("OnScroll got %v", f.scrolls)
	}
}
