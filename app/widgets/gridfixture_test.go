package widgets

import (
	"fmt"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// gridFixture is a grid of n numbered cells of 100×80 with gaps of 8, in a window, and what its callbacks said.
type gridFixture struct {
	*Grid
	n         int
	made      int
	updates   []int
	selected  int // how often OnSelection was called
	activated []int
	contexts  []int
	keys      []fyne.KeyName
	runes     []rune
	released  int
	scrolls   [][2]int
	window    fyne.Window
}

func newGridFixture(t testing.TB, n int, width, height float32) *gridFixture {
	test.NewTempApp(t)
	f := &gridFixture{n: n}
	f.Grid = NewGrid(GridOptions{
		Length: func() int { return f.n },
		Create: func() fyne.CanvasObject {
			f.made++
			return container.NewStack(canvas.NewRectangle(color.White), widget.NewLabel(""))
		},
		Update: func(i int, cell fyne.CanvasObject, selected, focused bool) {
			f.updates = append(f.updates, i)
			cell.(*fyne.Container).Objects[1].(*widget.Label).SetText(fmt.Sprint(i, selected, focused))
		},
		Release:     func(fyne.CanvasObject) { f.released++ },
		CellSize:    fyne.NewSize(100, 80),
		Gap:         8,
		OnSelection: func() { f.selected++ },
		OnActivate:  func(i int) { f.activated = append(f.activated, i) },
		OnContext:   func(i int, _ fyne.Position) { f.contexts = append(f.contexts, i) },
		OnKey:       func(e *fyne.KeyEvent) bool { f.keys = append(f.keys, e.Name); return true },
		OnRune:      func(r rune) { f.runes = append(f.runes, r) },
		OnScroll:    func(from, to int) { f.scrolls = append(f.scrolls, [2]int{from, to}) },
	})
	f.window = test.NewTempWindow(t, f.Grid)
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(width, height))
	return f
}

// cells returns what the visible cells say, by index, and fails if two show the same item or one is misplaced.
func (f *gridFixture) cells(t *testing.T) map[int]string {
	t.Helper()
	got := map[int]string{}
	for _, s := range f.pool.slots {
		if !s.object.Visible() {
			continue
		}
		var i int
		text := s.object.(*fyne.Container).Objects[1].(*widget.Label).Text
		if _, err := fmt.Sscan(text, &i); err != nil {
			t.Fatalf("a visible cell says %q", text)
		}
		if got[i] != "" {
			t.Fatalf("two cells show item %d", i)
		}
		if want := f.geo.position(i); s.object.Position() != want {
			t.Fatalf("item %d is at %v, want %v", i, s.object.Position(), want)
		}
		got[i] = text
	}
	return got
}

// shown returns the items of the visible cells in order.
func (f *gridFixture) shown(t *testing.T) []int {
	t.Helper()
	var got []int
	for i := range f.cells(t) {
		got = append(got, i)
	}
	slices.Sort(got)
	return got
}

func (f *gridFixture) press(i int, mod fyne.KeyModifier) {
	at := f.geo.position(i).AddXY(5, 5)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = at
	f.MouseDown(e)
	f.MouseUp(e)
}

func span(lo, hi int) []int {
	var out []int
	for i := lo; i < hi; i++ {
		out = append(out, i)
	}
	return out
}

// dragThumb catches the thumb in its middle and moves the pointer down by some pixels.
func (f *gridFixture) dragThumb(by float32) {
	y := f.bar.thumbTop() + f.bar.thumbHeight()/2
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = fyne.NewPos(5, y)
	f.bar.MouseDown(down)
	drag := &fyne.DragEvent{}
	drag.Position = fyne.NewPos(5, y+by)
	f.bar.Dragged(drag)
	f.bar.MouseUp(down)
	f.bar.DragEnd()
}
