package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// pictureFixture is a picture of 4000×3000 pixels in a window of 824×624, so that it is seen whole in 800×600 from 12, 12
// on, and what its callbacks said.
type pictureFixture struct {
	*Picture
	t         testing.TB
	window    fyne.Window
	other     *widget.Entry // what has the keyboard else
	drawn     []Area
	changed   []Region
	removed   []int64
	chosen    []int64
	activated []int64
	keys      []fyne.KeyName
	runes     []rune
	zooms     int
}

func newPictureFixture(t testing.TB, regions ...Region) *pictureFixture {
	test.NewTempApp(t)
	f := &pictureFixture{t: t, other: widget.NewEntry()}
	f.Picture = NewPicture(PictureOptions{
		OnDrawn:    func(a Area) { f.drawn = append(f.drawn, a) },
		OnChanged:  func(id int64, a Area) { f.changed = append(f.changed, Region{ID: id, Area: a}) },
		OnRemove:   func(id int64) { f.removed = append(f.removed, id) },
		OnSelect:   func(id int64) { f.chosen = append(f.chosen, id) },
		OnActivate: func(id int64) { f.activated = append(f.activated, id) },
		OnZoom:     func() { f.zooms++ },
		OnKey:      func(e *fyne.KeyEvent) bool { f.keys = append(f.keys, e.Name); return true },
		OnRune:     func(r rune) { f.runes = append(f.runes, r) },
	})
	f.window = test.NewTempWindow(t, f.Picture)
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(824, 624))
	f.SetPicture(NewPyramid(noise(400, 300)), image.Pt(4000, 3000))
	f.SetRegions(regions)
	return f
}

// at is the place of the widget where a place of the whole picture is.
func (f *pictureFixture) at(x, y float32) fyne.Position { return fyne.NewPos(12+800*x, 12+600*y) }

func press(button desktop.MouseButton, at fyne.Position, mod fyne.KeyModifier) *desktop.MouseEvent {
	e := &desktop.MouseEvent{Button: button, Modifier: mod}
	e.Position = at
	return e
}

// dragWith presses a button, moves the pointer in two steps and leaves it pressed.
func (f *pictureFixture) dragWith(button desktop.MouseButton, mod fyne.KeyModifier, from, to fyne.Position) {
	f.MouseDown(press(button, from, mod))
	for _, at := range []fyne.Position{from.AddXY((to.X-from.X)/2, (to.Y-from.Y)/2), to} {
		e := &fyne.DragEvent{}
		e.Position = at
		f.Dragged(e)
	}
}

// release lets go of the button after a drag, in the order in which Fyne tells it:
// in between it takes the keyboard from what is not under the pointer.
func (f *pictureFixture) release() {
	f.MouseUp(press(desktop.MouseButtonPrimary, fyne.Position{}, 0))
	f.window.Canvas().Unfocus()
	f.DragEnd()
}

func (f *pictureFixture) drag(from, to fyne.Position) {
	f.dragWith(desktop.MouseButtonPrimary, 0, from, to)
	f.release()
}

func (f *pictureFixture) click(at fyne.Position) {
	f.MouseDown(press(desktop.MouseButtonPrimary, at, 0))
	f.release()
}

func (f *pictureFixture) typed(names ...fyne.KeyName) {
	for _, name := range names {
		e := &fyne.KeyEvent{Name: name}
		f.KeyDown(e)
		f.TypedKey(e)
		f.KeyUp(e)
	}
}

// oneChange is the one change that was told of.
func (f *pictureFixture) oneChange() Region {
	f.t.Helper()
	if len(f.changed) != 1 {
		f.t.Fatalf("changes: %v, want one", f.changed)
	}
	c := f.changed[0]
	f.changed = nil
	return c
}

// alike compares areas to a pixel of the window.
func alike(a, b Area) bool {
	const pixel = 1.01 / 600
	return abs64(a.X-b.X) < pixel && abs64(a.Y-b.Y) < pixel && abs64(a.W-b.W) < pixel && abs64(a.H-b.H) < pixel
}

func abs64(v float64) float64 { return max(v, -v) }

var (
	fridge = Region{ID: 7, Area: Area{.2, .2, .4, .5}, Label: "refrigerator", Badge: Badge{Shape: ShapeDiamond, Letter: "S", Color: color.NRGBA{R: 255, A: 255}}}
	label  = Region{ID: 8, Area: Area{.3, .3, .1, .1}, Label: "label", Badge: Badge{Shape: ShapeRing, Color: color.NRGBA{G: 255, A: 255}}}
	cart   = Region{ID: 9, Label: "cart", Badge: Badge{Shape: ShapeHexagon, Color: color.NRGBA{B: 255, A: 255}}} // not marked
)
