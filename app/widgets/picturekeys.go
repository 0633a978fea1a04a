package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	nudgeWay = 4 // that an arrow key moves a region, in pixels of the window
	panParts = 8 // of the room are what an arrow key pans
)

// heldKeys are keys that are down and mean something together with the pointer or others.
type heldKeys struct {
	shift, space bool
	panned       bool // since space went down
}

// KeyDown notes held keys, as desktop.Keyable: Fyne sends Shift with an arrow as a plain arrow.
func (p *Picture) KeyDown(e *fyne.KeyEvent) {
	switch e.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		p.hold.shift = true
	case fyne.KeySpace:
		p.hold.space, p.hold.panned = true, false
	}
}

// KeyUp tells of a space bar that was pressed for itself, not for panning, and ends a row of nudges.
func (p *Picture) KeyUp(e *fyne.KeyEvent) {
	switch e.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		p.hold.shift = false
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		p.commitNudge()
	case fyne.KeySpace:
		plain := p.hold.space && !p.hold.panned && p.gesture.kind == idle
		p.hold.space = false
		if plain {
			p.handOn(e)
		}
	}
}

func (p *Picture) handOn(e *fyne.KeyEvent) {
	if p.opts.OnKey != nil {
		p.opts.OnKey(e)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes through the regions first.
func (p *Picture) AcceptsTab() bool { return p.onTab != nil || len(p.regions) > 0 && p.pixels != nil }

// TypedKey implements fyne.Focusable.
func (p *Picture) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace && !p.key(e.Name) { // space waits for KeyUp
		p.handOn(e)
	}
}

func (p *Picture) key(name fyne.KeyName) (used bool) {
	switch name {
	case fyne.KeyLeft:
		return p.arrow(-1, 0)
	case fyne.KeyRight:
		return p.arrow(1, 0)
	case fyne.KeyUp:
		return p.arrow(0, -1)
	case fyne.KeyDown:
		return p.arrow(0, 1)
	}
	p.commitNudge()
	switch name {
	case fyne.KeyTab:
		p.tab()
		return true
	case fyne.KeyEscape:
		return p.escape()
	case fyne.KeyInsert:
		p.DrawInMiddle()
		return p.drawing
	case fyne.KeyF2, fyne.KeyReturn, fyne.KeyEnter:
		return p.activate()
	case fyne.KeyDelete:
		return p.remove()
	}
	return false
}

// arrow moves the selected region, or with Shift its right and lower edge; else it pans as far as there is something to see.
func (p *Picture) arrow(dx, dy int) (used bool) {
	if p.pixels == nil {
		return false
	}
	if r := p.region(p.selected); r != nil && !r.Area.Empty() {
		if p.drawing && p.gesture.kind == idle {
			p.nudge(r, dx, dy)
		}
		return true
	}
	if !p.pannable() {
		return false
	}
	p.lens.pan(-dx*p.lens.view.X/panParts, -dy*p.lens.view.Y/panParts)
	p.moved()
	return true
}

// pannable tells whether there is more of the picture than has room.
func (p *Picture) pannable() bool {
	drawn := p.lens.drawn()
	return p.pixels != nil && !p.lens.whole && (drawn.X > p.lens.view.X || drawn.Y > p.lens.view.Y)
}

func (p *Picture) nudge(r *Region, dx, dy int) {
	drawn := p.lens.drawn()
	way := func(n, drawn, size int) float64 {
		return float64(n) * max(nudgeWay*p.lens.density/float64(drawn), 1/float64(size))
	}
	x, y, before := way(dx, drawn.X, p.lens.size.X), way(dy, drawn.Y, p.lens.size.Y), r.Area
	if p.hold.shift {
		w, h := p.least()
		r.Area = r.Area.resized(bottomRight, x, y, w, h)
	} else {
		r.Area = r.Area.moved(x, y)
	}
	p.nudged = p.nudged || r.Area != before
	p.reveal(r.Area)
	p.show()
}

// commitNudge tells of what keys have changed, once for as long as they were held.
func (p *Picture) commitNudge() {
	if r := p.region(p.selected); p.nudged && r != nil {
		p.nudged = false
		p.tellChanged(r)
	}
	p.nudged = false
}

// tab selects the next region, with Shift the one before; behind the last the keyboard goes on to the next widget.
func (p *Picture) tab() {
	if p.onTab != nil {
		p.onTab(p.hold.shift)
		return
	}
	at := slices.IndexFunc(p.regions, func(r Region) bool { return r.ID == p.selected })
	back := p.hold.shift
	switch {
	case back && at < 0:
		at = len(p.regions) - 1
	case back:
		at--
	default:
		at++
	}
	if at < 0 || at >= len(p.regions) {
		p.choose(0)
		if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && back {
			c.FocusPrevious()
		} else if c != nil {
			c.FocusNext()
		}
		return
	}
	p.choose(p.regions[at].ID)
	p.reveal(p.regions[at].Area)
	p.show()
}

// escape takes back what is going on: a gesture, a draft, the selection.
func (p *Picture) escape() (used bool) {
	switch {
	case p.cancelGesture():
	case !p.draft.Empty():
		p.DropDraft()
	case p.selected != 0:
		p.choose(0)
	default:
		return false
	}
	return true
}

func (p *Picture) activate() (used bool) {
	if p.selected == 0 || p.opts.OnActivate == nil {
		return false
	}
	p.opts.OnActivate(p.selected)
	return true
}

func (p *Picture) remove() (used bool) {
	if p.selected == 0 || !p.drawing {
		return false
	}
	p.cancelGesture()
	if p.opts.OnRemove != nil {
		p.opts.OnRemove(p.selected)
	}
	return true
}

// TypedRune implements fyne.Focusable. A space has been a key before.
func (p *Picture) TypedRune(r rune) {
	if r != ' ' && p.opts.OnRune != nil {
		p.opts.OnRune(r)
	}
}

// TypedShortcut hands a shortcut on to the canvas: Fyne gives it to the focused widget alone.
func (p *Picture) TypedShortcut(s fyne.Shortcut) {
	handOn(fyne.CurrentApp().Driver().CanvasForObject(p), s)
}
