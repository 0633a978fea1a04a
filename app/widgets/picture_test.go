package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
)

func TestDragDrawsARegion(t *testing.T) {
	f := newPictureFixture(t)
	f.drawing = true
	f.opts.OnDrawn = func(a Area) {
		f.drawn = append(f.drawn, a)
		f.window.Canvas().Focus(f.other) // to ask what it is
	}
	f.window.SetContent(container.NewStack(f.Picture, f.other))
	f.drag(f.at(.5, .5), f.at(.25, .1))
	if f.window.Canvas().Focused() != f.other {
		t.Error("what asks about it has lost the keyboard")
	}
	if len(f.drawn) != 1 || !alike(f.drawn[0], Area{.25, .1, .25, .4}) {
		t.Fatalf("drawn %v", f.drawn)
	}
	if f.draft.Empty() || !f.ghost.line.edges[0].Visible() {
		t.Error("what was drawn is not shown until it is named")
	}
	f.SetRegions([]Region{{ID: 3, Area: f.drawn[0]}})
	if !f.draft.Empty() || f.ghost.line.edges[0].Visible() {
		t.Error("the outline is still there when it has become a region")
	}
	f.drag(f.at(.9, .9), fyne.NewPos(5000, 5000))
	if len(f.drawn) != 2 || !alike(f.drawn[1], Area{.9, .9, .1, .1}) {
		t.Errorf("drawn beyond the edge: %v", f.drawn)
	}
	f.DropDraft()
	if f.ghost.line.edges[0].Visible() {
		t.Error("the outline was not dropped")
	}
}

func TestWhatIsTooSmallIsNotDrawn(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.Select(7)
	for _, to := range []fyne.Position{f.at(.9, .9).AddXY(2, 2), f.at(.9, .9).AddXY(7, 40), f.at(.9, .9).AddXY(40, 7)} {
		f.drag(f.at(.9, .9), to)
	}
	f.drag(fyne.NewPos(1, 1), fyne.NewPos(9, 9)) // beside the picture
	if len(f.drawn)+len(f.changed) > 0 || !f.draft.Empty() {
		t.Errorf("drawn %v, draft %v", f.drawn, f.draft)
	}
	if f.Selected() != 0 {
		t.Error("a click beside the regions selects none")
	}
}

func TestEscapeTakesBackWhatIsGoingOn(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.dragWith(desktop.MouseButtonPrimary, 0, f.at(.7, .7), f.at(.9, .9))
	f.typed(fyne.KeyEscape)
	f.release()
	f.dragWith(desktop.MouseButtonPrimary, 0, f.at(.5, .5), f.at(.6, .6))
	if got := f.Regions()[0].Area; alike(got, fridge.Area) {
		t.Error("a drag does not show")
	}
	f.typed(fyne.KeyEscape)
	e := &fyne.DragEvent{}
	e.Position = f.at(.9, .9)
	f.Dragged(e) // the pointer goes on
	f.release()
	if got := f.Regions()[0].Area; !near(got, fridge.Area) || len(f.drawn)+len(f.changed) > 0 {
		t.Errorf("after Escape: %v, drawn %v, changed %v", got, f.drawn, f.changed)
	}
	f.drag(f.at(.7, .7), f.at(.9, .9))
	f.typed(fyne.KeyEscape, fyne.KeyEscape)
	if !f.draft.Empty() || len(f.keys) != 1 {
		t.Errorf("draft %v, handed on %v", f.draft, f.keys)
	}
	f.Select(7)
	f.keys = nil
	f.typed(fyne.KeyEscape)
	if f.Selected() != 0 || len(f.keys) > 0 {
		t.Errorf("selected %d, handed on %v", f.Selected(), f.keys)
	}
}

func TestDragInsideMoves(t *testing.T) {
	f := newPictureFixture(t, fridge, label)
	f.drag(f.at(.5, .6), f.at(.6, .65))
	c := f.oneChange()
	if c.ID != 7 || !alike(c.Area, Area{.3, .25, .4, .5}) {
		t.Errorf("moved to %v", c)
	}
	f.drag(f.at(.5, .6), f.at(5, -5))
	if c := f.oneChange(); !alike(c.Area, Area{.6, 0, .4, .5}) {
		t.Errorf("moved to the corner: %v", c)
	}
	f.SetRegions([]Region{fridge, label})
	f.drag(f.at(.35, .35), f.at(.45, .35)) // the smaller one lies in the larger
	if c := f.oneChange(); c.ID != 8 || !alike(c.Area, Area{.4, .3, .1, .1}) {
		t.Errorf("moved %v", c)
	}
	f.click(f.at(.25, .25))
	if len(f.changed) > 0 || f.Selected() != 7 {
		t.Errorf("a click changed %v and selected %d", f.changed, f.Selected())
	}
	if want := []int64{7, 8, 7}; len(f.chosen) != 3 || f.chosen[1] != want[1] || f.chosen[2] != want[2] {
		t.Errorf("selected %v, want %v", f.chosen, want)
	}
	f.dragWith(desktop.MouseButtonPrimary, fyne.KeyModifierShift, f.at(.25, .25), f.at(.5, .5))
	f.release()
	if len(f.drawn) != 1 || len(f.changed) > 0 {
		t.Errorf("with Shift: drawn %v, changed %v", f.drawn, f.changed)
	}
}

func TestGripsResize(t *testing.T) {
	for h, want := range map[handle]Area{
		topLeft: {.3, .3, .3, .4}, top: {.2, .3, .4, .4}, topRight: {.2, .3, .5, .4}, right: {.2, .2, .5, .5},
		bottomRight: {.2, .2, .5, .6}, bottom: {.2, .2, .4, .6}, bottomLeft: {.3, .2, .3, .6}, left: {.3, .2, .3, .5},
	} {
		f := newPictureFixture(t, fridge, label)
		f.Select(7)
		from := f.gripAt(fridge.Area, h)
		f.drag(from, from.AddXY(80, 60))
		if c := f.oneChange(); c.ID != 7 || !alike(c.Area, want) {
			t.Errorf("grip %d: %v, want %v", h, c, want)
		}
		across, down := h.holds()
		from = f.gripAt(f.Regions()[0].Area, h)
		f.drag(from, from.AddXY(float32(-across)*2000, float32(-down)*2000))
		if c := f.oneChange(); across != 0 && !(c.Area.W > 0 && c.Area.W*800 < 8.1) || down != 0 && !(c.Area.H > 0 && c.Area.H*600 < 8.1) {
			t.Errorf("grip %d dragged over: %v", h, c)
		}
	}
	f := newPictureFixture(t, label)
	f.drag(f.gripAt(label.Area, bottomRight).AddXY(-2, -2), f.at(.9, .9)) // not selected: no grip there
	if c := f.oneChange(); !alike(Area{W: c.Area.W, H: c.Area.H}, Area{W: .1, H: .1}) {
		t.Errorf("a region that is not selected was resized: %v", c)
	}
}

func TestADragMarksWhatIsSelectedAndNotMarked(t *testing.T) {
	f := newPictureFixture(t, fridge, cart)
	f.Select(9)
	f.drag(f.at(.7, .1), f.at(.9, .5))
	if c := f.oneChange(); c.ID != 9 || !alike(c.Area, Area{.7, .1, .2, .4}) || len(f.drawn) > 0 || !f.draft.Empty() {
		t.Errorf("marked %v, drawn %v, draft %v", c, f.drawn, f.draft)
	}
	f.DrawInMiddle()
	if len(f.drawn) != 1 || !alike(f.drawn[0], Area{1. / 3, 1. / 3, 1. / 3, 1. / 3}) {
		t.Errorf("in the middle: %v", f.drawn)
	}
}

func TestRegionsThatComeDuringADrag(t *testing.T) {
	f := newPictureFixture(t, fridge, label)
	f.dragWith(desktop.MouseButtonPrimary, 0, f.at(.5, .6), f.at(.6, .6))
	f.SetRegions([]Region{label, fridge}) // read again for another reason
	f.release()
	if c := f.oneChange(); c.ID != 7 || !alike(c.Area, Area{.3, .2, .4, .5}) {
		t.Errorf("moved %v", c)
	}
	f.dragWith(desktop.MouseButtonPrimary, 0, f.at(.5, .6), f.at(.6, .6))
	f.SetRegions([]Region{label}) // somebody took it away
	e := &fyne.DragEvent{}
	e.Position = f.at(.9, .9)
	f.Dragged(e)
	f.release()
	if len(f.changed) > 0 || f.Selected() != 0 {
		t.Errorf("changed %v, selected %d", f.changed, f.Selected())
	}
}

func TestWhereNothingIsDrawnADragPans(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.SetDrawing(false)
	f.ZoomFull()
	before := f.lens
	f.drag(fyne.NewPos(400, 300), fyne.NewPos(350, 280))
	if f.lens.x != before.x-50 || f.lens.y != before.y-20 || len(f.drawn)+len(f.changed) > 0 {
		t.Errorf("panned from %d, %d to %d, %d", before.x, before.y, f.lens.x, f.lens.y)
	}
	f.Select(7)
	f.typed(fyne.KeyDelete, fyne.KeyInsert)
	if len(f.removed)+len(f.drawn) > 0 || f.grips[0].Visible() {
		t.Error("a region can be changed all the same")
	}
	f.SetDrawing(true)
	before = f.lens
	f.dragWith(desktop.MouseButtonTertiary, 0, fyne.NewPos(400, 300), fyne.NewPos(410, 310))
	f.release()
	f.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
	f.drag(fyne.NewPos(400, 300), fyne.NewPos(410, 310))
	f.KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace})
	if f.lens.x != before.x+20 || f.lens.y != before.y+20 || len(f.changed) > 0 || len(f.keys) != 2 { // Delete and Insert
		t.Errorf("panned from %d, %d to %d, %d, keys %v", before.x, before.y, f.lens.x, f.lens.y, f.keys)
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	f := newPictureFixture(t)
	at := f.at(.25, .75)
	for range 40 {
		e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
		e.Position = at
		f.Scrolled(e)
	}
	x, y := f.inPicture(at)
	if f.lens.scale != maxZoom || abs64(x-.25) > .002 || abs64(y-.75) > .002 {
		t.Errorf("at %g the pointer is at %g, %g", f.lens.scale, x, y)
	}
	if f.Demand() != 4000 || f.zooms == 0 {
		t.Errorf("demands %d, told %d times", f.Demand(), f.zooms)
	}
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -5000)}
	e.Position = at
	if f.Scrolled(e); !f.lens.whole {
		t.Error("the wheel does not lead back to the whole")
	}
}

func TestDoubleClickNamesOrZooms(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.DoubleTapped(&fyne.PointEvent{Position: f.at(.5, .5)})
	f.DoubleTapped(&fyne.PointEvent{Position: f.at(.9, .9)})
	if scale, whole := f.Zoom(); scale != 1 || whole || len(f.activated) != 1 || f.activated[0] != 7 {
		t.Errorf("zoom %g, activated %v", scale, f.activated)
	}
	f.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(820, 620)})
	if _, whole := f.Zoom(); !whole {
		t.Error("it is not whole again")
	}
}

func TestEmptyPictureTakesEverything(t *testing.T) {
	f := newPictureFixture(t, fridge)
	f.SetPicture(nil, image.Point{})
	f.drag(f.at(.1, .1), f.at(.5, .5))
	f.typed(fyne.KeyLeft, fyne.KeyInsert, fyne.KeyEscape)
	f.ZoomFull()
	f.ZoomIn()
	f.DoubleTapped(&fyne.PointEvent{})
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)})
	if scale, _ := f.Zoom(); scale != 0 || len(f.drawn)+len(f.changed) > 0 || f.marks[0].plate.Visible() {
		t.Errorf("zoom %g, drawn %v", scale, f.drawn)
	}
}

// On a screen of two pixels for one of the window, 1 shows pixel by pixel all the same.
func TestDensityCounts(t *testing.T) {
	f := newPictureFixture(t)
	f.window.Canvas().(software.WindowlessCanvas).SetScale(2)
	f.window.SetContent(container.NewStack(f.Picture))
	f.window.Resize(fyne.NewSize(400, 300))
	f.Refresh()
	if f.lens.view != image.Pt(800, 600) || f.lens.density != 2 {
		t.Fatalf("the room is %v at %g", f.lens.view, f.lens.density)
	}
	f.ZoomFull()
	if _, size := f.Place(Area{0, 0, 1, 1}); size != fyne.NewSize(2000, 1500) {
		t.Errorf("4000×3000 pixels take %v", size)
	}
	if img := f.window.Canvas().Capture(); img.Bounds().Dx() != 800 {
		t.Errorf("captured %v", img.Bounds())
	}
}
