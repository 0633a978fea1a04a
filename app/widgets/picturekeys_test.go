package widgets

import (
	"fmt"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestZoom(t *testing.T) {
	f := newPictureFixture(t)
	for _, c := range []struct {
		way  string
		do   func()
		want float64
	}{
		{"in", f.ZoomIn, .25},
		{"in", f.ZoomIn, 1. / 3},
		{"full", f.ZoomFull, 1},
		{"in", f.ZoomIn, 1.5},
		{"out", f.ZoomOut, 1},
		{"turn", f.ZoomTurn, .2},
		{"turn", f.ZoomTurn, 1},
		{"out", f.ZoomOut, 2. / 3},
		{"fit", f.ZoomFit, .2},
		{"out", f.ZoomOut, .2},
	} {
		c.do()
		if scale, whole := f.Zoom(); abs64(scale-c.want) > 1e-9 || whole != (c.want == .2) {
			t.Errorf("%s: zoom %g, want %g", c.way, scale, c.want)
		}
	}
	for range 20 {
		f.ZoomIn()
	}
	if scale, _ := f.Zoom(); scale != 4 {
		t.Errorf("the furthest zoom is %g", scale)
	}
	f.TypedRune('i')
	f.TypedRune('+')
	f.TypedRune(' ')
	if string(f.runes) != "i+" {
		t.Errorf("handed on %q", string(f.runes))
	}
}

func TestArrowsPanOnlyWhenZoomed(t *testing.T) {
	f := newPictureFixture(t)
	f.typed(fyne.KeyLeft, fyne.KeyDown)
	if len(f.keys) != 2 {
		t.Errorf("of the whole picture, handed on %v", f.keys)
	}
	f.ZoomFull()
	x, y := f.lens.x, f.lens.y
	f.typed(fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	if f.lens.x >= x || f.lens.y >= y || len(f.keys) != 2 {
		t.Errorf("panned from %d, %d to %d, %d, handed on %v", x, y, f.lens.x, f.lens.y, f.keys)
	}
	f.typed(fyne.KeyHome)
	if len(f.keys) != 3 {
		t.Errorf("handed on %v", f.keys)
	}
}

func TestArrowsNudgeTheSelectedRegion(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.Select(7)
	right := &fyne.KeyEvent{Name: fyne.KeyRight}
	f.KeyDown(right)
	for range 5 { // held down
		f.TypedKey(right)
	}
	if len(f.changed) > 0 {
		t.Error("told before the key is let go")
	}
	f.KeyUp(right)
	if c := f.oneChange(); !alike(c.Area, Area{.2 + 20./800, .2, .4, .5}) {
		t.Errorf("nudged to %v", c)
	}
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.typed(fyne.KeyUp)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if c := f.oneChange(); !alike(c.Area, Area{.2 + 20./800, .2, .4, .5 - 4./600}) {
		t.Errorf("with Shift: %v", c)
	}
	f.TypedKey(right) // never let go
	f.FocusLost()
	f.oneChange()
	for range 400 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	f.KeyUp(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if c := f.oneChange(); c.Area.X != 0 || !alike(Area{W: c.Area.W}, Area{W: .4}) {
		t.Errorf("at the edge: %v", c)
	}
	f.typed(fyne.KeyLeft) // there is no way further
	if len(f.changed) > 0 || len(f.keys) > 0 {
		t.Errorf("changed %v, handed on %v", f.changed, f.keys)
	}
}

func TestTabGoesThroughTheRegions(t *testing.T) {
	f := newPictureFixture(t, fridge, label, cart)
	f.window.SetContent(container.NewBorder(nil, f.other, nil, nil, f.Picture))
	f.window.Canvas().Focus(f.Picture)
	if !f.AcceptsTab() {
		t.Fatal("Tab would go elsewhere")
	}
	f.typed(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	f.typed(fyne.KeyTab)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	f.typed(fyne.KeyTab, fyne.KeyTab)
	if want := []int64{7, 8, 9, 8, 9, 0}; !slices.Equal(f.chosen, want) {
		t.Errorf("selected %v, want %v", f.chosen, want)
	}
	if f.window.Canvas().Focused() != fyne.Focusable(f.other) {
		t.Error("behind the last region the keyboard stays")
	}
	f.SetRegions(nil)
	if f.AcceptsTab() {
		t.Error("without regions Tab is kept")
	}
}

func TestKeysOfTheSelectedRegion(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.typed(fyne.KeyDelete, fyne.KeyF2)
	if len(f.removed)+len(f.activated) > 0 || len(f.keys) != 2 {
		t.Errorf("of no region: removed %v, activated %v, handed on %v", f.removed, f.activated, f.keys)
	}
	f.Select(7)
	f.typed(fyne.KeyF2, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDelete, fyne.KeyBackspace)
	if len(f.activated) != 3 || len(f.removed) != 1 || len(f.keys) != 3 {
		t.Errorf("removed %v, activated %v, handed on %v", f.removed, f.activated, f.keys)
	}
}

// Space is used when it is let go, and only when it went down here: it may be what opened the picture.
func TestSpaceWaits(t *testing.T) {
	f := newPictureFixture(t)
	space := &fyne.KeyEvent{Name: fyne.KeySpace}
	f.TypedKey(space)
	f.KeyUp(space)
	if len(f.keys) > 0 {
		t.Error("a space bar that went down elsewhere counts")
	}
	f.typed(fyne.KeySpace)
	if len(f.keys) != 1 {
		t.Errorf("handed on %v", f.keys)
	}
}

func TestSelectingBringsIntoView(t *testing.T) {
	f := newPictureFixture(t, Region{ID: 1, Area: Area{.9, .9, .05, .05}}, Region{ID: 2, Area: Area{0, 0, .05, .05}})
	f.ZoomFull()
	for _, id := range []int64{1, 2} {
		f.Select(id)
		at, size := f.Place(f.region(id).Area)
		if at.X < 0 || at.Y < 0 || at.X+size.Width > 824 || at.Y+size.Height > 624 {
			t.Errorf("region %d is at %v, %v", id, at, size)
		}
	}
}

func TestPlatesDoNotCoverOneAnother(t *testing.T) {
	inner := label
	inner.Area = Area{.22, .21, .1, .05}
	f := newPictureFixture(t, fridge, inner)
	a, b := f.marks[0].plate, f.marks[1].plate
	if !a.Visible() || !b.Visible() {
		t.Fatal("a plate is missing")
	}
	ra, rb := plateRoom{a.Position(), a.Size().Width}, plateRoom{b.Position(), b.Size().Width}
	if ra.covers(rb) {
		t.Errorf("plates at %v and %v", ra, rb)
	}
	if f.marks[0].label.Text != "refrigerator" {
		t.Errorf("the label says %q", f.marks[0].label.Text)
	}
	narrow := f.marks[1].label.Text
	at, _ := f.Place(inner.Area)
	f.MouseMoved(press(0, at.AddXY(4, 4), 0))
	if f.marks[1].label.Text != "label" {
		t.Errorf("under the pointer it says %q, else %q", f.marks[1].label.Text, narrow)
	}
}

// However far a region is zoomed, nothing is drawn outside of the widget, where it would cost memory.
func TestMarksStayInside(t *testing.T) {
	f := newPictureFixture(t, fridge, label)
	f.Select(7)
	for range 12 {
		f.ZoomIn()
		for i, m := range f.marks[:2] {
			for _, o := range append(m.outlines(), m.plate) {
				at, size := o.Position(), o.Size()
				if o.Visible() && (at.X < 0 || at.Y < 0 || at.X+size.Width > 824.1 || at.Y+size.Height > 624.1) {
					t.Fatalf("region %d: %v of %v", i, at, size)
				}
			}
		}
	}
}

func TestManyRegionsAreBounded(t *testing.T) {
	regions := make([]Region, 5000)
	for i := range regions {
		regions[i] = Region{ID: int64(i + 1), Area: Area{.1, .1, .5, .5}}
	}
	f := newPictureFixture(t, regions...)
	if len(f.marks) != maxRegions || len(f.Regions()) != 5000 {
		t.Errorf("%d marks of %d regions", len(f.marks), len(f.Regions()))
	}
	f.Select(5000)
	f.typed(fyne.KeyLeft)
	if f.oneChange().ID != 5000 {
		t.Error("a region that is not drawn cannot be changed")
	}
}

// BenchmarkPanFrame is the UI thread's work for one step of a pan by 17 by 11 pixels with 12 regions; BenchmarkZoomFrame is that
// for one notch of the wheel. The picture is drawn, but Fyne's own painting is not in it.
func BenchmarkPanFrame(b *testing.B) {
	for _, view := range []image.Point{{1400, 900}, {2800, 1800}} {
		b.Run(fmt.Sprintf("%dx%d", view.X, view.Y), func(b *testing.B) {
			f := newFrames(b, view)
			f.zoom(.7, f.lens.middle())
			step := image.Pt(17, 11)
			for b.Loop() {
				if f.lens.x+step.X > 0 || f.lens.x+step.X < view.X-f.lens.drawn().X {
					step.X = -step.X
				}
				if f.lens.y+step.Y > 0 || f.lens.y+step.Y < view.Y-f.lens.drawn().Y {
					step.Y = -step.Y
				}
				f.lens.pan(step.X, step.Y)
				f.show()
				f.generate(view.X, view.Y)
			}
		})
	}
}

func BenchmarkZoomFrame(b *testing.B) {
	for _, view := range []image.Point{{1400, 900}, {2800, 1800}} {
		b.Run(fmt.Sprintf("%dx%d", view.X, view.Y), func(b *testing.B) {
			f := newFrames(b, view)
			scale := 1.
			for b.Loop() {
				if scale *= 1.1; scale > 3 {
					scale = .3
				}
				f.zoom(scale, f.lens.middle())
				f.generate(view.X, view.Y)
			}
		})
	}
}

// newFrames is a picture of 24 megapixels with 12 regions in a room of that size.
func newFrames(b *testing.B, view image.Point) *pictureFixture {
	var regions []Region
	for i := range 12 {
		r := fridge
		r.ID, r.Area.X = int64(i+1), float64(i)/20
		regions = append(regions, r)
	}
	f := newPictureFixture(b, regions...)
	f.window.Resize(fyne.NewSize(float32(view.X), float32(view.Y)))
	f.SetPicture(NewPyramid(image.NewRGBA(image.Rect(0, 0, 6000, 4000))), image.Point{})
	b.ReportAllocs()
	return f
}
