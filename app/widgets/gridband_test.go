package widgets

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pull presses the button at a place, moves the pointer over others, and leaves the button down.
func (f *gridFixture) pull(mod fyne.KeyModifier, from fyne.Position, over ...fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = from
	f.MouseDown(e)
	for _, at := range over {
		drag := &fyne.DragEvent{}
		drag.Position = at
		f.Dragged(drag)
	}
}

func TestRubberBand(t *testing.T) {
	ctrl := fyne.KeyModifierShortcutDefault
	for _, tt := range []struct {
		name     string
		mod      fyne.KeyModifier
		from, to fyne.Position
		want     []int
	}{
		// cells of 100×80 begin at 8, 116, 224 and 332; rows at 8, 96, 184
		{"beside the cells", 0, fyne.NewPos(2, 2), fyne.NewPos(7, 250), nil},
		{"one cell", 0, fyne.NewPos(2, 2), fyne.NewPos(20, 20), []int{0}},
		{"a block", 0, fyne.NewPos(110, 90), fyne.NewPos(240, 200), []int{5, 6, 9, 10}},
		{"upwards", 0, fyne.NewPos(240, 200), fyne.NewPos(110, 90), []int{5, 6, 9, 10}},
		{"a gap", 0, fyne.NewPos(109, 4), fyne.NewPos(115, 290), nil},
		{"from a cell", 0, fyne.NewPos(20, 20), fyne.NewPos(130, 20), []int{0, 1}},
		{"added", ctrl, fyne.NewPos(110, 90), fyne.NewPos(130, 100), []int{3, 5}},
		{"added with Shift", fyne.KeyModifierShift, fyne.NewPos(110, 90), fyne.NewPos(130, 100), []int{3, 5}},
		{"added beside", ctrl, fyne.NewPos(2, 2), fyne.NewPos(7, 50), []int{3}},
		{"too short", 0, fyne.NewPos(2, 2), fyne.NewPos(5, 5), nil},
		{"to the right of all", 0, fyne.NewPos(400, 2), fyne.NewPos(439, 290), []int{3, 7, 11, 15}},
	} {
		f := newGridFixture(t, 1000, 452, 300)
		f.SetSelection(NewRanges(3), 3)
		f.pull(tt.mod, tt.from, tt.to)
		if shown := f.band.shape.Visible(); shown != (tt.name != "too short") {
			t.Errorf("%s: the band is shown: %v", tt.name, shown)
		}
		f.MouseUp(&desktop.MouseEvent{})
		f.DragEnd()
		if !f.Selection().Equal(NewRanges(tt.want...)) || f.band.shape.Visible() {
			t.Errorf("%s: selected %v, want %v", tt.name, f.Selection(), tt.want)
		}
	}
}

func TestRubberBandShrinksAndIsGivenUp(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	f.SetSelection(NewRanges(700), 700)
	f.FocusGained()
	f.pull(0, fyne.NewPos(4, 4), fyne.NewPos(240, 200), fyne.NewPos(20, 20))
	if !f.Selection().Equal(NewRanges(0)) {
		t.Errorf("a band that shrinks selects %v", f.Selection())
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !f.Selection().Equal(NewRanges(700)) || f.Focused() != 700 || f.band.shape.Visible() {
		t.Errorf("given up, %v are selected", f.Selection())
	}
	drag := &fyne.DragEvent{}
	drag.Position = fyne.NewPos(240, 200)
	f.Dragged(drag)
	if !f.Selection().Equal(NewRanges(700)) {
		t.Errorf("a band that was given up goes on and selects %v", f.Selection())
	}
}

// TestRubberBandScrolls holds the pointer at the lower edge, and then at the upper one.
func TestRubberBandScrolls(t *testing.T) {
	f := newGridFixture(t, 100_000, 452, 300)
	f.pull(0, fyne.NewPos(110, 90), fyne.NewPos(130, 299))
	if f.band.drift == nil {
		t.Fatal("the grid does not scroll at its edge")
	}
	slow := f.driftSpeed()
	f.pull(0, fyne.NewPos(110, 90), fyne.NewPos(130, 400))
	if fast := f.driftSpeed(); slow <= 0 || fast <= slow {
		t.Errorf("%g pixels a second at the edge, %g beyond it", slow, fast)
	}
	before := f.geo.top
	f.advance(2 * time.Second)
	if f.geo.top <= before {
		t.Fatal("it did not scroll")
	}
	last := f.geo.rowAt(f.geo.top + 400)
	for i := range f.Selection().All() {
		if i%4 != 1 || i < 5 || i > 4*last+4 {
			t.Fatalf("item %d is selected by a band over one column", i)
		}
	}
	if got := f.Selection().Len(); got < last-1 {
		t.Errorf("%d are selected in %d rows", got, last)
	}
	if y := f.band.shape.Position().Y; y < -2 || f.band.shape.Size().Height > 304 {
		t.Errorf("the band is drawn from %g, %g high", y, f.band.shape.Size().Height)
	}
	drag := &fyne.DragEvent{}
	drag.Position = fyne.NewPos(130, 150)
	if f.Dragged(drag); f.band.drift != nil {
		t.Error("it goes on scrolling away from the edge")
	}
	drag.Position = fyne.NewPos(130, -50)
	for f.Dragged(drag); f.band.drift != nil; f.advance(time.Second) {
	}
	if f.geo.top != 0 || !f.Selection().Equal(NewRanges(1)) {
		t.Errorf("back at the beginning %v are selected, the offset is %g", f.Selection(), f.geo.top)
	}
	f.DragEnd()
	if f.selected != 3 { // two presses, one band
		t.Errorf("told %d times", f.selected)
	}
}

// TestRubberBandInGroups draws it over headers and rows that are not full.
func TestRubberBandInGroups(t *testing.T) {
	f := newGroupedFixture(t, []int{5, 3, 4}, 452, 600)
	// headers at 0, 206, 324; cells from 34, 122, 240 and 358 on, 80 pixels high
	for _, tt := range []struct {
		from, to fyne.Position
		want     []int
	}{
		{fyne.NewPos(222, 31), fyne.NewPos(230, 599), []int{2, 7, 10}},
		{fyne.NewPos(2, 120), fyne.NewPos(439, 260), []int{4, 5, 6, 7}},
		{fyne.NewPos(200, 130), fyne.NewPos(400, 150), nil},
		{fyne.NewPos(2, 500), fyne.NewPos(439, 590), nil},
		{fyne.NewPos(2, 319), fyne.NewPos(439, 590), span(5, 12)},
		{fyne.NewPos(2, 322), fyne.NewPos(439, 365), span(8, 12)},
	} {
		f.pull(0, tt.from, tt.to)
		f.DragEnd()
		if !f.Selection().Equal(NewRanges(tt.want...)) {
			t.Errorf("%v to %v: selected %v, want %v", tt.from, tt.to, f.Selection(), tt.want)
		}
	}
	f.pull(0, fyne.NewPos(100, 10), fyne.NewPos(300, 300)) // from a header
	if !f.Selection().Equal(NewRanges(span(0, 5)...)) || f.band.active {
		t.Errorf("a header that is dragged selects %v", f.Selection())
	}
}

func TestWheelChangesTheSizeAroundThePointer(t *testing.T) {
	for _, grouped := range []bool{false, true} {
		f := newGridFixture(t, 10_000, 452, 300)
		if grouped {
			f = newGroupedFixture(t, slices.Repeat([]int{37}, 200), 452, 300)
		}
		var steps []int
		f.opts.OnZoom = func(n int) {
			steps = append(steps, n)
			size := f.CellSize()
			f.SetCellSize(fyne.NewSize(size.Width+float32(10*n), size.Height+float32(8*n)))
		}
		f.scroll(30_000)
		turn := func(y float32) {
			e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, y)}
			e.Position = fyne.NewPos(200, 170)
			f.Scrolled(e)
		}
		f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
		for _, y := range []float32{25, 10, 10, 10, -25, -50, 75} {
			at := f.geo.nearest(fyne.NewPos(200, 170))
			before := (170 + float32(f.geo.lead()) - f.geo.position(at).Y) / float32(f.geo.pitch())
			turn(y)
			if after := (170 + float32(f.geo.lead()) - f.geo.position(at).Y) / float32(f.geo.pitch()); after-before > .02 || before-after > .02 {
				t.Errorf("grouped %v: the pointer was at %g of its row and is at %g", grouped, before, after)
			}
			f.cells(t)
		}
		if !slices.Equal(steps, []int{1, 1, -1, -2, 3}) {
			t.Errorf("the steps were %v", steps)
		}
		f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
		top := f.geo.top
		if turn(-25); f.geo.top <= top || len(steps) != 5 {
			t.Errorf("without Ctrl the wheel went from %g to %g", top, f.geo.top)
		}
	}
}
