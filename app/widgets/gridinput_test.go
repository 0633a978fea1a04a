package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

const (
	shiftKey = fyne.KeyModifierShift
	ctrlKey  = fyne.KeyModifierShortcutDefault
)

// key types a key the way Fyne's driver does: Shift comes as a key going down, Ctrl makes a shortcut.
func (f *gridFixture) typeKey(name fyne.KeyName, mod fyne.KeyModifier) {
	if mod&shiftKey != 0 {
		f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		defer f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	if mod&ctrlKey != 0 {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod})
		return
	}
	f.TypedKey(&fyne.KeyEvent{Name: name})
}

func TestGridClicks(t *testing.T) {
	type click struct {
		at  int
		mod fyne.KeyModifier
	}
	tests := []struct {
		name   string
		clicks []click
		want   []int
		focus  int
	}{
		{"one", []click{{5, 0}}, []int{5}, 5},
		{"another instead", []click{{5, 0}, {2, 0}}, []int{2}, 2},
		{"ctrl adds", []click{{5, 0}, {2, ctrlKey}}, []int{2, 5}, 2},
		{"ctrl takes away", []click{{5, 0}, {2, ctrlKey}, {5, ctrlKey}}, []int{2}, 5},
		{"shift draws a range", []click{{2, 0}, {5, shiftKey}}, []int{2, 3, 4, 5}, 5},
		{"the anchor stays", []click{{5, 0}, {8, shiftKey}, {3, shiftKey}}, []int{3, 4, 5}, 3},
		{"shift from a ctrl click", []click{{1, 0}, {7, ctrlKey}, {9, shiftKey}}, []int{7, 8, 9}, 9},
		{"ctrl and shift add a range", []click{{1, 0}, {7, ctrlKey}, {9, ctrlKey | shiftKey}}, []int{1, 7, 8, 9}, 9},
		{"shift without an anchor", []click{{3, shiftKey}}, []int{0, 1, 2, 3}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newGridFixture(t, 1000, 452, 300)
			for _, c := range tt.clicks {
				f.press(c.at, c.mod)
			}
			if got := slices.Collect(f.Selection().All()); !slices.Equal(got, tt.want) || f.Focused() != tt.focus {
				t.Errorf("selected %v with the focus at %d, want %v at %d", got, f.Focused(), tt.want, tt.focus)
			}
			if f.selected != len(tt.clicks) {
				t.Errorf("told %d times, want %d", f.selected, len(tt.clicks))
			}
		})
	}
}

func TestGridCellsLearnTheirState(t *testing.T) {
	f := newGridFixture(t, 1000, 452, 300)
	f.press(1, 0)
	f.updates = nil
	f.press(2, shiftKey)
	if !slices.Equal(f.updates, []int{1, 2}) { // 1 lost the focus, 2 got it
		t.Errorf("updated %v", f.updates)
	}
	got := f.cells(t)
	if got[1] != "1 true false" || got[2] != "2 true true" || got[3] != "3 false false" {
		t.Errorf("cells say %q, %q, %q", got[1], got[2], got[3])
	}
}

func TestGridClickBesideTheCellsClears(t *testing.T) {
	f := newGridFixture(t, 3, 452, 300)
	f.press(1, 0)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: ctrlKey}
	e.Position = fyne.NewPos(300, 250)
	f.MouseDown(e)
	if f.Selection().Len() != 1 {
		t.Error("a click with Ctrl beside the cells changed the selection")
	}
	e.Modifier = 0
	f.MouseDown(e)
	if !f.Selection().Empty() {
		t.Errorf("still selected: %v", f.Selection())
	}
}

func TestGridKeys(t *testing.T) {
	type stroke struct {
		key fyne.KeyName
		mod fyne.KeyModifier
	}
	tests := []struct { // 4 columns, 3 whole rows a page, 42 items: the last row has 2
		name  string
		start int
		keys  []stroke
		want  []int
		focus int
	}{
		{"right", 5, []stroke{{fyne.KeyRight, 0}}, []int{6}, 6},
		{"left at the beginning", 0, []stroke{{fyne.KeyLeft, 0}}, []int{0}, 0},
		{"down", 5, []stroke{{fyne.KeyDown, 0}}, []int{9}, 9},
		{"up in the first row", 2, []stroke{{fyne.KeyUp, 0}}, []int{2}, 2},
		{"down into the short last row", 39, []stroke{{fyne.KeyDown, 0}}, []int{41}, 41},
		{"down in the last row", 40, []stroke{{fyne.KeyDown, 0}}, []int{40}, 40},
		{"right at the end", 41, []stroke{{fyne.KeyRight, 0}}, []int{41}, 41},
		{"page down", 5, []stroke{{fyne.KeyPageDown, 0}}, []int{17}, 17},
		{"page down to the last row", 33, []stroke{{fyne.KeyPageDown, 0}}, []int{41}, 41},
		{"page down to a gap in the last row", 35, []stroke{{fyne.KeyPageDown, 0}}, []int{41}, 41},
		{"page up", 30, []stroke{{fyne.KeyPageUp, 0}}, []int{18}, 18},
		{"page up to the first row", 6, []stroke{{fyne.KeyPageUp, 0}}, []int{2}, 2},
		{"home", 30, []stroke{{fyne.KeyHome, 0}}, []int{0}, 0},
		{"end", 3, []stroke{{fyne.KeyEnd, 0}}, []int{41}, 41},
		{"shift extends", 5, []stroke{{fyne.KeyRight, shiftKey}, {fyne.KeyRight, shiftKey}}, []int{5, 6, 7}, 7},
		{"shift goes back", 5, []stroke{{fyne.KeyDown, shiftKey}, {fyne.KeyLeft, shiftKey}}, []int{5, 6, 7, 8}, 8},
		{"shift and end", 38, []stroke{{fyne.KeyEnd, shiftKey}}, []int{38, 39, 40, 41}, 41},
		{"ctrl moves the focus alone", 5, []stroke{{fyne.KeyRight, ctrlKey}, {fyne.KeyDown, ctrlKey}}, []int{5}, 10},
		{"ctrl and space add", 5, []stroke{{fyne.KeyDown, ctrlKey}, {fyne.KeySpace, ctrlKey}}, []int{5, 9}, 9},
		{"ctrl and space take away", 5, []stroke{{fyne.KeySpace, ctrlKey}}, nil, 5},
		{"ctrl and shift add a range", 5, []stroke{
			{fyne.KeyDown, ctrlKey}, {fyne.KeySpace, ctrlKey}, {fyne.KeyRight, ctrlKey | shiftKey},
		}, []int{5, 9, 10}, 10},
		{"escape clears", 5, []stroke{{fyne.KeyEscape, 0}}, nil, 5},
		{"arrow after shift was let go", 5, []stroke{{fyne.KeyRight, shiftKey}, {fyne.KeyRight, 0}}, []int{7}, 7},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newGridFixture(t, 42, 452, 300)
			f.ScrollTo(tt.start)
			f.press(tt.start, 0)
			for _, k := range tt.keys {
				f.typeKey(k.key, k.mod)
			}
			if got := slices.Collect(f.Selection().All()); !slices.Equal(got, tt.want) || f.Focused() != tt.focus {
				t.Errorf("selected %v with the focus at %d, want %v at %d", got, f.Focused(), tt.want, tt.focus)
			}
			if from, to := f.VisibleRange(); f.Focused() < from || f.Focused() >= to {
				t.Errorf("the focus at %d is out of sight (%d…%d)", f.Focused(), from, to)
			}
		})
	}
}

func TestGridSelectAllOfAMillion(t *testing.T) {
	f := newGridFixture(t, 1_000_000, 452, 300)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if f.Selection().Len() != 1_000_000 || f.selected != 1 {
		t.Errorf("selected %d", f.Selection().Len())
	}
	f.press(7, ctrlKey)
	if f.Selection().Len() != 999_999 || f.Selection().Contains(7) {
		t.Errorf("selected %d after one was taken away", f.Selection().Len())
	}
}

func TestGridForgetsShiftWithTheFocus(t *testing.T) {
	f := newGridFixture(t, 100, 452, 300)
	f.press(5, 0)
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	f.FocusLost()
	f.FocusGained()
	f.typeKey(fyne.KeyRight, 0)
	if got := slices.Collect(f.Selection().All()); !slices.Equal(got, []int{6}) {
		t.Errorf("selected %v", got)
	}
}

func TestGridActivates(t *testing.T) {
	f := newGridFixture(t, 100, 452, 300)
	f.press(3, 0)
	f.typeKey(fyne.KeyReturn, 0) // means something else here
	f.typeKey(fyne.KeySpace, 0)
	f.TypedRune(' ')
	f.press(3, 0)
	test.DoubleTap(f.Grid)
	f.press(8, 0) // the second of two quick clicks hit another item
	test.DoubleTap(f.Grid)
	if !slices.Equal(f.activated, []int{3, 3}) || len(f.runes) != 0 || !slices.Equal(f.keys, []fyne.KeyName{fyne.KeyReturn}) {
		t.Errorf("activated %v, runes %q, keys %v", f.activated, f.runes, f.keys)
	}
	f.opts.OnKey = nil
	if f.typeKey(fyne.KeyReturn, 0); len(f.activated) != 3 {
		t.Errorf("activated %v", f.activated)
	}
}

func TestGridContext(t *testing.T) {
	f := newGridFixture(t, 6, 452, 300)
	right := func(at fyne.Position) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
		e.Position = at
		f.MouseDown(e)
		f.TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: at})
	}
	f.press(1, 0)
	f.press(2, ctrlKey)
	right(f.geo.position(1).AddXY(3, 3))
	if got := f.Selection().Len(); got != 2 {
		t.Errorf("a secondary click on a selected item left %d selected", got)
	}
	right(f.geo.position(4).AddXY(3, 3))
	if !f.Selection().Equal(NewRanges(4)) {
		t.Errorf("a secondary click on another item selected %v", f.Selection())
	}
	right(fyne.NewPos(400, 290))
	f.typeKey(desktop.KeyMenu, 0)
	if !slices.Equal(f.contexts, []int{1, 4, -1, 4}) {
		t.Errorf("contexts %v", f.contexts)
	}
}

func TestGridHandsOnWhatItDoesNotUse(t *testing.T) {
	f := newGridFixture(t, 6, 452, 300)
	var got []string
	for _, s := range []fyne.Shortcut{
		&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: ctrlKey},
		&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt},
	} {
		if f.shortcut(s) {
			t.Errorf("the grid used %s", s.ShortcutName())
		}
		c := software.NewCanvas() // the test window's canvas takes no shortcuts
		c.AddShortcut(s, func(s fyne.Shortcut) { got = append(got, s.ShortcutName()) })
		handOn(c, s)
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: ctrlKey})
	if len(got) != 2 {
		t.Errorf("the canvas got %q", got)
	}
	f.typeKey(fyne.KeyI, 0)
	f.typeKey(fyne.KeyEscape, 0) // nothing is selected
	f.TypedRune('i')
	if !slices.Equal(f.keys, []fyne.KeyName{fyne.KeyI, fyne.KeyEscape}) || string(f.runes) != "i" {
		t.Errorf("keys %v, runes %q", f.keys, f.runes)
	}
}

func TestGridFocusRing(t *testing.T) {
	f := newGridFixture(t, 100, 452, 300)
	if f.ring.Visible() {
		t.Error("there is a ring without the focus")
	}
	f.window.Canvas().Focus(f.Grid)
	if !f.ring.Visible() || f.Focused() != 0 || !f.Selection().Empty() {
		t.Errorf("ring %v, focus %d, selection %v", f.ring.Visible(), f.Focused(), f.Selection())
	}
	f.press(6, 0)
	if got, want := f.ring.Position(), f.geo.position(6).SubtractXY(3, 3); got != want {
		t.Errorf("the ring is at %v, want %v", got, want)
	}
	f.scroll(5000)
	if f.ring.Visible() {
		t.Error("the ring stayed when its item went out of sight")
	}
	f.scroll(-5000)
	f.window.Canvas().Unfocus()
	if f.ring.Visible() || f.cells(t)[6] != "6 true false" {
		t.Errorf("after the focus went, ring %v, cell %q", f.ring.Visible(), f.cells(t)[6])
	}
}

func TestGridPressTakesTheFocus(t *testing.T) {
	f := newGridFixture(t, 100, 452, 300)
	f.press(2, 0)
	if f.window.Canvas().Focused() != fyne.Focusable(f.Grid) {
		t.Error("a press did not take the keyboard")
	}
}
