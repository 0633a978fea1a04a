package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func (f *pictureFixture) wheel(at fyne.Position, notches float32) {
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25*notches)}
	e.Position = at
	f.Scrolled(e)
}

// However often the wheel turns, what is under the pointer stays there to the pixel, in and out again.
func TestWheelKeepsThePlaceUnderThePointer(t *testing.T) {
	for _, at := range []fyne.Position{{X: 212, Y: 462}, {X: 412, Y: 312}, {X: 503, Y: 185}, {X: 260, Y: 276}} {
		f := newPictureFixture(t)
		rx, ry := f.inPicture(at)
		for range 9 { // beyond the margins, where nothing holds it back
			f.wheel(at, 1)
		}
		for notch := range 60 {
			way := float32(1)
			if notch%12 > 5 {
				way = -1
			}
			f.wheel(at, way)
			x, y := f.lens.screen(rx, ry)
			if abs64(x-float64(at.X)) > 1.5 || abs64(y-float64(at.Y)) > 1.5 {
				t.Fatalf("notch %d at %g: what was at %v is seen at %g, %g", notch, f.lens.scale, at, x, y)
			}
		}
	}
}

func TestZoomTurnAtThePointer(t *testing.T) {
	f := newPictureFixture(t)
	at := f.at(.25, .75)
	e := &desktop.MouseEvent{}
	e.Position = at
	f.MouseMoved(e)
	f.ZoomTurn()
	x, y := f.inPicture(at)
	if scale, whole := f.Zoom(); scale != 1 || whole || abs64(x-.25) > .001 || abs64(y-.75) > .001 {
		t.Errorf("zoom %g, the pointer is at %g, %g", scale, x, y)
	}
	f.ZoomTurn()
	if _, whole := f.Zoom(); !whole {
		t.Error("it is not whole again")
	}
	f.MouseOut()
	f.ZoomTurn()
	x, y = f.lens.relative(412, 312)
	if abs64(x-.5) > .001 || abs64(y-.5) > .001 {
		t.Errorf("without a pointer the middle is at %g, %g", x, y)
	}
}

// Where there is more of the picture than has room, a drag pans; Shift draws.
func TestADragPansWhatIsZoomed(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.ZoomFull()
	before := f.lens
	f.drag(fyne.NewPos(818, 300), fyne.NewPos(768, 280)) // beside the region
	f.drag(fyne.NewPos(100, 300), fyne.NewPos(50, 280))  // within it, and it is not selected
	if f.lens.x != before.x-100 || f.lens.y != before.y-40 || len(f.drawn)+len(f.changed) > 0 {
		t.Errorf("panned from %d, %d to %d, %d; drawn %v, changed %v", before.x, before.y, f.lens.x, f.lens.y, f.drawn, f.changed)
	}
	if f.Selected() != 7 {
		t.Errorf("selected is %d", f.Selected())
	}
	f.drag(fyne.NewPos(100, 300), fyne.NewPos(80, 300)) // now it is
	f.oneChange()
	f.dragWith(desktop.MouseButtonPrimary, fyne.KeyModifierShift, fyne.NewPos(500, 100), fyne.NewPos(700, 300))
	f.release()
	if len(f.drawn) != 1 {
		t.Errorf("with Shift: drawn %v", f.drawn)
	}
	f.SetRegions([]Region{{ID: 7, Area: Area{0, 0, 1, 1}}})
	before = f.lens
	f.drag(fyne.NewPos(400, 300), fyne.NewPos(380, 300)) // nothing else is seen
	if f.lens.x != before.x-20 || len(f.changed) > 0 {
		t.Errorf("a region that fills all is moved: %v", f.changed)
	}
	f.SetRegions([]Region{cart})
	f.Select(9)
	f.drag(fyne.NewPos(300, 100), fyne.NewPos(400, 200))
	if c := f.oneChange(); c.ID != 9 {
		t.Errorf("what has no place yet is not marked: %v", c)
	}
}

// Two pictures of different sizes and shapes show the same place in their middles, as many times larger than the whole.
func TestFollow(t *testing.T) {
	for _, c := range []struct {
		size  image.Point
		exact bool // nothing holds it back
	}{{image.Pt(4000, 3000), true}, {image.Pt(8000, 6000), true}, {image.Pt(1200, 900), true}, {image.Pt(3000, 4000), true}, {image.Pt(90, 70), false}} {
		f, told := newPictureFixture(t), 0
		other := NewPicture(PictureOptions{OnMove: func() { told++ }})
		f.window.SetContent(container.NewGridWithColumns(2, f.Picture, other))
		f.window.Resize(fyne.NewSize(1200, 624))
		other.SetPicture(NewPyramid(noise(100, 80)), c.size)
		for _, turn := range []float32{1, 3, 4, -2, 5} {
			f.wheel(fyne.NewPos(300, 260), turn)
			other.Follow(f.Picture)
			times, others := f.lens.scale/f.lens.fitting(), other.lens.scale/other.lens.fitting()
			ax, ay := f.lens.relative(float64(f.lens.view.X)/2, float64(f.lens.view.Y)/2)
			bx, by := other.lens.relative(float64(other.lens.view.X)/2, float64(other.lens.view.Y)/2)
			if other.lens.scale > maxZoom || c.exact && other.lens.scale < maxZoom && abs64(times/others-1) > 1e-9 {
				t.Errorf("%v: %g times the whole, the other %g at %g", c.size, times, others, other.lens.scale)
			}
			if c.exact && times > 4 && (abs64(ax-bx) > .01 || abs64(ay-by) > .01) {
				t.Errorf("%v at %g: %g, %g is in the middle, of the other %g, %g", c.size, times, ax, ay, bx, by)
			}
		}
		f.ZoomFit()
		if other.Follow(f.Picture); !other.lens.whole || told > 0 {
			t.Errorf("%v: whole %v, told %d times", c.size, other.lens.whole, told)
		}
		other.SetPicture(nil, image.Point{})
		other.Follow(f.Picture)
	}
}

func TestTabCanLeadElsewhere(t *testing.T) {
	f := newPictureFixture(t, fridge)
	var back []bool
	f.SetOnTab(func(b bool) { back = append(back, b) })
	f.typed(fyne.KeyTab)
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.typed(fyne.KeyTab)
	f.SetRegions(nil)
	if len(back) != 2 || back[0] || !back[1] || f.Selected() != 0 || !f.AcceptsTab() {
		t.Errorf("told %v, selected %d", back, f.Selected())
	}
	f.SetOnTab(nil)
	if f.AcceptsTab() {
		t.Error("Tab is kept")
	}
}

// Regions of no size and outside of the picture are no trouble at any zoom.
func TestHostileRegionsUnderZoom(t *testing.T) {
	hostile := []Region{
		{ID: 1, Area: Area{.5, .5, 0, 0}},
		{ID: 2, Area: Area{-3, -3, 1, 1}},
		{ID: 3, Area: Area{2, 2, 5, 5}},
		{ID: 4, Area: Area{.9, .9, .5, .5}, Label: "beyond the edge"},
		{ID: 5, Area: Area{.2, .2, 1e-9, 1e-9}},
		{ID: 6, Area: Area{0, 0, -1, 1}},
		{ID: 7, Area: Area{-1e9, -1e9, 2e9, 2e9}},
	}
	for i := range hostile {
		hostile[i].Badge = fridge.Badge
	}
	f := newPictureFixture(t, hostile...)
	for _, r := range hostile {
		f.Select(r.ID)
		for range 30 {
			f.wheel(f.at(.5, .5), 1)
		}
		f.window.Canvas().Capture()
		f.ZoomFit()
		f.window.Canvas().Capture()
		if size := f.ring.edges[0].Size(); size.Width > 5000 {
			t.Errorf("region %d draws %v", r.ID, size)
		}
		for _, m := range f.marks {
			for _, e := range append(m.line.edges[:], m.casing.edges[:]...) {
				if e.Visible() && (e.Size().Width > 825 || e.Size().Height > 625) {
					t.Errorf("an edge of %v is drawn with region %d selected", e.Size(), r.ID)
				}
			}
		}
	}
}
