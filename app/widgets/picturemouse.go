package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	leastDrawn  = 8 // a region is drawn when both of its sides are this long, in pixels of the window
	leastPixels = 4 // and no side of it is shorter than this, in pixels of the picture
	leastWay    = 3 // the pointer holds still within it, in pixels of the window
)

// gesture is what the pointer is doing between press and release.
type gesture struct {
	kind  gestureKind
	from  fyne.Position // where it was pressed
	last  fyne.Position // where it was then
	id    int64         // of the region, 0 for a new one
	held  handle
	area  Area // the region before
	moved bool // further than a hand trembles
}

type gestureKind int

const (
	idle gestureKind = iota
	panning
	drawing
	moving
	resizing
)

// changes tells whether it changes a region.
func (g *gesture) changes() bool { return g.kind == moving || g.kind == resizing }

// onScreen is a place of the widget in pixels of the screen.
func (p *Picture) onScreen(at fyne.Position) image.Point {
	d := p.lens.density
	return image.Pt(int(math.Round(float64(at.X)*d)), int(math.Round(float64(at.Y)*d)))
}

// inPicture is the place of the picture at a place of the widget.
func (p *Picture) inPicture(at fyne.Position) (x, y float64) {
	d := p.lens.density
	return p.lens.relative(float64(at.X)*d, float64(at.Y)*d)
}

// MouseDown begins a gesture, as desktop.Mouseable.
func (p *Picture) MouseDown(e *desktop.MouseEvent) {
	p.requestFocus()
	p.cancelGesture()
	p.commitNudge()
	if p.pixels == nil {
		return
	}
	g := gesture{from: e.Position, last: e.Position, held: noHandle}
	switch {
	case e.Button == desktop.MouseButtonTertiary, e.Button == desktop.MouseButtonPrimary && p.hold.space:
		g.kind = panning
	case e.Button == desktop.MouseButtonPrimary:
		p.press(&g, e.Position, e.Modifier&fyne.KeyModifierShift != 0)
	}
	p.gesture = g
}

// press begins what the primary button does: resize by a grip, move what is under the pointer, pan where there is more of the
// picture than has room, else draw. With Shift it draws in any case, and so it does while the selected region has no place yet.
func (p *Picture) press(g *gesture, at fyne.Position, shift bool) {
	if h := p.gripUnder(at); h != noHandle {
		g.kind, g.held, g.id = resizing, h, p.selected
		g.area = p.region(g.id).Area
		return
	}
	r, pans := p.under(at), !p.drawing || p.pannable()
	unmarked := p.region(p.selected) // the one to be marked by drawing
	if unmarked != nil && !unmarked.Area.Empty() {
		unmarked = nil
	}
	if p.drawing && shift {
		r = nil
	}
	switch {
	case r != nil:
		movable := p.drawing && (!pans || r.ID == p.selected && !p.fills(r.Area))
		p.choose(r.ID)
		g.id, g.area = r.ID, r.Area
		if g.kind = moving; !movable {
			g.kind = panning
		}
	case p.drawing && (shift || unmarked != nil || !pans):
		g.kind = drawing
		if unmarked != nil {
			g.id = unmarked.ID
		}
	default:
		g.kind = panning
	}
}

// fills tells whether nothing is seen but what is in an area.
func (p *Picture) fills(a Area) bool {
	at, size := p.Place(a)
	return at.X <= 0 && at.Y <= 0 && at.X+size.Width >= p.Size().Width && at.Y+size.Height >= p.Size().Height
}

// Dragged implements fyne.Draggable.
func (p *Picture) Dragged(e *fyne.DragEvent) {
	g, r := &p.gesture, p.region(p.gesture.id)
	if g.kind == idle || (g.changes() && r == nil) {
		return
	}
	way := e.Position.Subtract(g.from)
	if g.moved = g.moved || max(abs32(way.X), abs32(way.Y)) >= leastWay; !g.moved {
		return
	}
	x1, y1 := p.inPicture(g.from)
	x2, y2 := p.inPicture(e.Position)
	switch g.kind {
	case panning:
		by := p.onScreen(e.Position).Sub(p.onScreen(g.last))
		p.lens.pan(by.X, by.Y)
		p.hold.panned = true
		p.moved()
	case drawing:
		p.draft = areaBetween(x1, y1, x2, y2)
	case moving:
		r.Area = g.area.moved(x2-x1, y2-y1)
	case resizing:
		w, h := p.least()
		r.Area = g.area.resized(g.held, x2-x1, y2-y1, w, h)
	}
	g.last = e.Position
	p.show()
}

// least is how small a region can be made, relative to the picture.
func (p *Picture) least() (w, h float64) {
	seen, drawn := leastDrawn*p.lens.density, p.lens.drawn()
	side := func(drawn, size int) float64 { return min(1, max(seen/float64(drawn), leastPixels/float64(size))) }
	return side(drawn.X, p.lens.size.X), side(drawn.Y, p.lens.size.Y)
}

// DragEnd implements fyne.Draggable.
func (p *Picture) DragEnd() { p.endGesture() }

// MouseUp ends a gesture, as desktop.Mouseable. One that moved is ended by DragEnd,
// which Fyne calls next: in between it takes the keyboard from what is not under
// the pointer, and with it from whatever asks about what was drawn.
func (p *Picture) MouseUp(*desktop.MouseEvent) {
	if !p.gesture.moved {
		p.endGesture()
	}
}

// endGesture does what the gesture has shown.
func (p *Picture) endGesture() {
	g := p.gesture
	p.gesture = gesture{}
	switch {
	case g.kind == drawing && !g.moved:
		p.choose(0)
		p.DropDraft()
	case g.kind == drawing:
		area := p.draft
		if w, h := p.least(); area.W < w || area.H < h {
			p.DropDraft()
			return
		}
		p.drawnFor(g.id, area)
	case g.changes():
		if r := p.region(g.id); r != nil && r.Area != g.area {
			p.tellChanged(r)
		}
	case g.kind == panning && !g.moved && g.id == 0 && !p.hold.space:
		p.choose(0)
		p.DropDraft()
	}
}

// drawn takes a new area for the selected region if it is not marked yet, else for a new one.
func (p *Picture) drawn(area Area) {
	id := int64(0)
	if r := p.region(p.selected); r != nil && r.Area.Empty() {
		id = r.ID
	}
	p.drawnFor(id, area)
}

func (p *Picture) drawnFor(id int64, area Area) {
	if r := p.region(id); r != nil {
		p.draft, r.Area = Area{}, area
		p.collect()
		p.show()
		p.tellChanged(r)
		return
	}
	p.draft = area
	p.choose(0)
	p.show()
	if p.opts.OnDrawn != nil {
		p.opts.OnDrawn(area)
	}
}

func (p *Picture) tellChanged(r *Region) {
	if p.opts.OnChanged != nil {
		p.opts.OnChanged(r.ID, r.Area)
	}
}

// cancelGesture takes back what the gesture did so far, and reports whether there was one.
func (p *Picture) cancelGesture() bool {
	g := p.gesture
	p.gesture = gesture{}
	if r := p.region(g.id); r != nil && g.changes() {
		r.Area = g.area
	}
	if g.kind == drawing {
		p.draft = Area{}
	}
	p.show()
	return g.kind != idle
}

// choose selects a region for the user.
func (p *Picture) choose(id int64) {
	if id == p.selected {
		return
	}
	p.commitNudge()
	p.selected = id
	p.collect()
	p.show()
	if p.opts.OnSelect != nil {
		p.opts.OnSelect(id)
	}
}

// under is the smallest region at a place, nil when there is none.
func (p *Picture) under(at fyne.Position) *Region {
	x, y := p.inPicture(at)
	var found *Region
	for i := range p.regions[:min(len(p.regions), maxRegions)] {
		r := &p.regions[i]
		if !r.Area.Empty() && r.Area.contains(x, y) && (found == nil || r.Area.W*r.Area.H < found.Area.W*found.Area.H) {
			found = r
		}
	}
	return found
}

// gripUnder is the grip of the selected region at a place.
func (p *Picture) gripUnder(at fyne.Position) handle {
	r := p.region(p.selected)
	if r == nil {
		return noHandle
	}
	_, size := p.Place(r.Area)
	inside := min(float32(gripReach), size.Width/3, size.Height/3) // the middle of a small region moves it
	for h := topLeft; h < handles; h++ {
		if !p.grip(r.Area, h) {
			continue
		}
		across, down := h.holds()
		way := at.Subtract(p.gripAt(r.Area, h))
		reach := func(way float32, hold int) bool {
			return way*float32(hold) <= gripReach && way*float32(hold) >= -inside
		}
		if (across == 0 && abs32(way.X) <= gripReach || across != 0 && reach(way.X, across)) &&
			(down == 0 && abs32(way.Y) <= gripReach || down != 0 && reach(way.Y, down)) {
			return h
		}
	}
	return noHandle
}

func abs32(v float32) float32 { return max(v, -v) }
