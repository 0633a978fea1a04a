package widgets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

const testHeader = 30

// newGroupedFixture makes a grid of groups of the given sizes whose headers say which group they are of.
func newGroupedFixture(t testing.TB, sizes []int, width, height float32) *gridFixture {
	ends := endsOf(sizes)
	f := newGridFixture(t, int(ends[len(ends)-1]), width, height)
	opts := f.opts
	opts.Groups = &GridGroups{
		Ends:   func() []int32 { return ends },
		Create: func() fyne.CanvasObject { return container.NewStack(widget.NewLabel("")) },
		Update: func(k int, header fyne.CanvasObject) {
			header.(*fyne.Container).Objects[0].(*widget.Label).SetText(fmt.Sprint(k))
		},
		Height: testHeader,
	}
	f.Grid = NewGrid(opts)
	f.window.SetContent(f.Grid)
	return f
}

// headers returns what the visible headers say, with where they are.
func (f *gridFixture) headers() map[string]float32 {
	got := map[string]float32{}
	for _, s := range f.tops.slots {
		if s.object.Visible() {
			got[s.object.(*fyne.Container).Objects[0].(*widget.Label).Text] = s.object.Position().Y
		}
	}
	return got
}

// plainCell is a cell or a header that only knows what it shows.
type plainCell struct {
	canvas.Rectangle
	n int
}

func newPlainCell() fyne.CanvasObject { return &plainCell{} }

// TestGroupsOfAMillion goes from end to end of 1,000,000 items in 100,000 groups, row by row, and looks at every cell.
func TestGroupsOfAMillion(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 9))
	sizes := make([]int, 100_000)
	for i := range sizes {
		sizes[i] = 10
		if i%2 == 1 {
			n := rnd.IntN(10)
			sizes[i] += n
			sizes[i-1] -= n
		}
	}
	ends := endsOf(sizes)
	test.NewTempApp(t)
	f := NewGrid(GridOptions{
		Length: func() int { return 1_000_000 }, Create: newPlainCell, CellSize: fyne.NewSize(100, 80), Gap: 8,
		Update: func(i int, cell fyne.CanvasObject, _, _ bool) { cell.(*plainCell).n = i },
		Groups: &GridGroups{
			Ends: func() []int32 { return ends }, Create: newPlainCell, Height: testHeader,
			Update: func(k int, header fyne.CanvasObject) { header.(*plainCell).n = k },
		},
	})
	test.NewTempWindow(t, f).Resize(fyne.NewSize(1000, 700))
	g := &f.geo
	next := 0
	for row := range g.rowCount() {
		f.scroll(g.rowTop(row) - g.top)
		from, to := g.rowSpan(row)
		if from != next || to <= from || to-from > g.columns() {
			t.Fatalf("row %d is %d…%d after %d", row, from, to, next)
		}
		next = to
		if g.top < g.end() && f.Top() != from {
			t.Fatalf("row %d begins with %d, want %d", row, f.Top(), from)
		}
		checkNumbers(t, f)
	}
	if next != 1_000_000 {
		t.Errorf("the rows end at %d", next)
	}
}

// checkNumbers fails unless the visible cells show the visible items, each at its place, under the header of their group.
func checkNumbers(t *testing.T, f *Grid) {
	t.Helper()
	from, to := f.VisibleRange()
	cells := 0
	for _, s := range f.pool.slots {
		if !s.object.Visible() {
			continue
		}
		cells++
		if n := s.object.(*plainCell).n; n < from || n >= to || s.object.Position() != f.geo.position(n) {
			t.Fatalf("item %d of %d…%d is at %v, want %v", n, from, to, s.object.Position(), f.geo.position(n))
		}
	}
	if cells != to-from {
		t.Fatalf("%d cells show %d…%d", cells, from, to)
	}
	top := f.tops.showing(f.geo.groupOf(f.Top()))
	if top == nil || !top.object.Visible() || top.object.Position().Y > 0 || top.object.(*plainCell).n != f.geo.groupOf(f.Top()) {
		t.Fatalf("item %d is at the top without the header of its group", f.Top())
	}
}

func TestHeadersAreTappedOn(t *testing.T) {
	f := newGroupedFixture(t, []int{5, 3, 4}, 452, 600) // 4 columns: rows of 4, 1, 3, 4
	tap := func(k int, button desktop.MouseButton, mod fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: button, Modifier: mod}
		e.Position = fyne.NewPos(40, f.geo.headerTop(k)+10)
		f.MouseDown(e)
		f.MouseUp(e)
	}
	ctrl := fyne.KeyModifierShortcutDefault
	for _, tt := range []struct {
		group  int
		button desktop.MouseButton
		mod    fyne.KeyModifier
		want   []int
	}{
		{1, desktop.MouseButtonPrimary, 0, span(5, 8)},
		{2, desktop.MouseButtonPrimary, ctrl, span(5, 12)},
		{1, desktop.MouseButtonPrimary, ctrl, span(8, 12)},
		{0, desktop.MouseButtonPrimary, 0, span(0, 5)},
		{1, desktop.MouseButtonPrimary, fyne.KeyModifierShift, span(0, 8)},
		{1, desktop.MouseButtonSecondary, 0, span(0, 8)}, // all of it is selected
		{2, desktop.MouseButtonSecondary, 0, span(8, 12)},
	} {
		told := f.selected
		tap(tt.group, tt.button, tt.mod)
		if !f.Selection().Equal(NewRanges(tt.want...)) {
			t.Errorf("%+v selects %v", tt, f.Selection())
		}
		if from, _ := f.geo.span(tt.group); tt.button == desktop.MouseButtonPrimary && (f.Focused() != from || f.selected != told+1) {
			t.Errorf("%+v: the keyboard is at %d, told %d times", tt, f.Focused(), f.selected-told)
		}
	}
	f.press(1, 0)
	f.DoubleTapped(nil)
	if len(f.activated) != 0 { // the press before was on a header
		t.Errorf("activated %v", f.activated)
	}
}

func TestKeysMoveThroughGroups(t *testing.T) {
	f := newGroupedFixture(t, []int{5, 3, 40, 4}, 452, 300) // 4 columns
	for _, tt := range []struct {
		at   int
		key  fyne.KeyName
		want int
	}{
		{0, fyne.KeyDown, 4},
		{3, fyne.KeyDown, 4},
		{4, fyne.KeyDown, 5},
		{6, fyne.KeyDown, 9},
		{7, fyne.KeyUp, 4},
		{8, fyne.KeyUp, 5},
		{11, fyne.KeyUp, 7},
		{4, fyne.KeyRight, 5},
		{5, fyne.KeyLeft, 4},
		{2, fyne.KeyUp, 2},
		{49, fyne.KeyDown, 49},
		{51, fyne.KeyDown, 51},
		{47, fyne.KeyDown, 51},
		{10, fyne.KeyHome, 0},
		{10, fyne.KeyEnd, 51},
		{0, fyne.KeyPageUp, 0},
		{8, fyne.KeyPageDown, 16},
		{20, fyne.KeyPageUp, 12},
		{46, fyne.KeyPageDown, 50},
		{9, fyne.KeyPageUp, 4},
	} {
		f.SetSelection(Ranges{}, tt.at)
		f.TypedKey(&fyne.KeyEvent{Name: tt.key})
		if f.Focused() != tt.want {
			t.Errorf("%s from %d leads to %d, want %d", tt.key, tt.at, f.Focused(), tt.want)
		}
		y := f.geo.position(f.Focused()).Y
		if y < testHeader || y+80 > 300 {
			t.Errorf("%s from %d: item %d is at %g, under a header or outside", tt.key, tt.at, f.Focused(), y)
		}
	}
}

func TestGroupsChange(t *testing.T) {
	f := newGroupedFixture(t, []int{5, 3, 4}, 452, 300)
	groups := f.opts.Groups
	groups.Ends = func() []int32 { return nil }
	f.Refresh()
	if len(f.headers()) != 0 || f.geo.position(0).Y != 8 {
		t.Errorf("without groups there are headers %v, the first cell is at %v", f.headers(), f.geo.position(0))
	}
	groups.Ends = func() []int32 { return []int32{2, 2, 400} } // an empty one, and one that is too long
	f.Refresh()
	if got := f.headers(); len(got) != 2 || f.geo.groups() != 2 {
		t.Errorf("the headers are %v", got)
	}
	if from, to := f.geo.span(1); from != 2 || to != 12 {
		t.Errorf("the second group is %d…%d", from, to)
	}
	f.n = 0
	f.Refresh()
	if got := f.headers(); len(got) != 0 || f.geo.groups() != 0 {
		t.Errorf("an empty grid has headers %v", got)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	f.canvasObjects(t)
}

// canvasObjects fails when a header is painted below a cell.
func (f *gridFixture) canvasObjects(t *testing.T) {
	t.Helper()
	last := -1
	for i, o := range f.objects {
		if slices.ContainsFunc(f.pool.slots, func(s *slot) bool { return s.object == o }) {
			last = i
		}
	}
	for i, o := range f.objects {
		if slices.ContainsFunc(f.tops.slots, func(s *slot) bool { return s.object == o }) && i < last {
			t.Error("a header is painted below a cell")
		}
	}
}

func TestHeadersHideCells(t *testing.T) {
	f := newGroupedFixture(t, []int{50, 3, 40}, 452, 300)
	f.canvasObjects(t)
	last := f.geo.position(49).Y + 80 // of the first group
	if f.geo.headerTop(1)-last < 4 || f.geo.position(0).Y-testHeader < 4 {
		t.Errorf("cells end at %g, the next header begins at %g: a ring around them is hidden", last, f.geo.headerTop(1))
	}
	f.scroll(150)
	at := fyne.NewPos(f.geo.position(8).X+5, 10) // a cell lies behind the header
	if f.geo.at(at) != -1 || f.geo.headerAt(at.Y) != 0 {
		t.Errorf("at the header are cell %d and header %d", f.geo.at(at), f.geo.headerAt(at.Y))
	}
}
