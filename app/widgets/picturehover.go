package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseIn implements desktop.Hoverable.
func (p *Picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved shows the label of the region under the pointer, as desktop.Hoverable.
func (p *Picture) MouseMoved(e *desktop.MouseEvent) {
	at := e.Position
	p.pointer = &at
	hovered := int64(0)
	if r := p.under(e.Position); r != nil {
		hovered = r.ID
	}
	p.over = p.gripUnder(e.Position)
	if hovered != p.hovered {
		p.hovered = hovered
		p.show()
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Picture) MouseOut() {
	p.over, p.pointer = noHandle, nil
	if p.hovered != 0 {
		p.hovered = 0
		p.show()
	}
}

// Cursor implements desktop.Cursorable.
func (p *Picture) Cursor() desktop.Cursor {
	switch {
	case p.pixels == nil:
		return desktop.DefaultCursor
	case p.hold.space || p.gesture.kind == panning:
		return desktop.PointerCursor
	case p.over == left || p.over == right:
		return desktop.HResizeCursor
	case p.over == top || p.over == bottom:
		return desktop.VResizeCursor
	case p.over != noHandle:
		return desktop.CrosshairCursor
	case p.hovered != 0, p.pannable():
		return desktop.PointerCursor
	case p.drawing:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// DoubleTapped names the region under the pointer; beside the regions it shows the picture pixel by pixel there, or whole
// again.
func (p *Picture) DoubleTapped(e *fyne.PointEvent) {
	if r := p.under(e.Position); r != nil {
		p.choose(r.ID)
		p.activate()
		return
	}
	if p.pixels == nil {
		return
	}
	if p.lens.whole {
		p.zoom(1, p.onScreen(e.Position))
	} else {
		p.ZoomFit()
	}
}

// FocusGained implements fyne.Focusable.
func (p *Picture) FocusGained() {
	p.focused = true
	p.show()
	if p.opts.OnFocus != nil {
		p.opts.OnFocus()
	}
}

// FocusLost implements fyne.Focusable. Keys may be let go elsewhere, so none counts as held any more.
func (p *Picture) FocusLost() {
	p.focused, p.hold = false, heldKeys{}
	p.commitNudge()
	p.show()
}

func (p *Picture) requestFocus() { TakeKeyboard(p) }
