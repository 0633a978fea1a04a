package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
)

const (
	wheelNotch = 25 // what Fyne sends for a notch of a wheel
	notchZoom  = 1.25
)

// anchor is the place in the picture that the wheel zooms about. It is kept while the pointer holds still, or the rounding to
// whole pixels would add up from notch to notch.
type anchor struct {
	at     image.Point // where on the screen it is
	rx, ry float64
	after  lens // how the picture was seen after the last notch
}

// Scrolled implements fyne.Scrollable: it zooms at the pointer. Being scrollable also makes Fyne clip the marks.
func (p *Picture) Scrolled(e *fyne.ScrollEvent) {
	at := p.onScreen(e.Position)
	if p.held.at != at || p.held.after != p.lens {
		p.held.at = at
		p.held.rx, p.held.ry = p.lens.relative(float64(at.X), float64(at.Y))
	}
	p.lens.zoomTo(p.lens.scale*math.Pow(notchZoom, float64(e.Scrolled.DY)/wheelNotch), at, p.held.rx, p.held.ry)
	p.held.after = p.lens
	p.moved()
}

// Zoom returns how many pixels of the screen come to one of the picture, and whether it is shown whole; 0 without a picture.
func (p *Picture) Zoom() (scale float64, whole bool) {
	if p.pixels == nil {
		return 0, true
	}
	return p.lens.scale, p.lens.whole
}

// Demand is how long the longest side of a picture must be, in pixels, for the present zoom to be sharp.
func (p *Picture) Demand() int {
	return int(float64(max(p.lens.size.X, p.lens.size.Y)) * min(1, p.lens.scale))
}

// ZoomIn zooms to the next step, about the selected region or else the middle.
func (p *Picture) ZoomIn() { p.zoom(p.lens.step(1), p.center()) }

// ZoomOut zooms to the step before.
func (p *Picture) ZoomOut() { p.zoom(p.lens.step(-1), p.center()) }

// ZoomFit shows the picture whole.
func (p *Picture) ZoomFit() {
	p.lens.fit()
	p.moved()
}

// ZoomFull shows a pixel of the picture on one of the screen.
func (p *Picture) ZoomFull() { p.zoom(1, p.center()) }

// ZoomTurn shows a pixel of the picture on one of the screen, where the pointer is if it is over the picture, and then the
// picture whole again.
func (p *Picture) ZoomTurn() {
	switch {
	case !p.lens.whole:
		p.ZoomFit()
	case p.pointer != nil:
		p.zoom(1, p.onScreen(*p.pointer))
	default:
		p.ZoomFull()
	}
}

func (p *Picture) zoom(scale float64, at image.Point) {
	p.lens.zoom(scale, at)
	p.moved()
}

// Follow shows the same part of this picture as another one shows of its own, relative to their sizes, and as many times
// larger than the whole. OnMove is not called.
func (p *Picture) Follow(o *Picture) {
	p.lens.follow(&o.lens)
	p.show()
}

// moved shows what the user wanted to see.
func (p *Picture) moved() {
	p.show()
	if p.opts.OnMove != nil {
		p.opts.OnMove()
	}
}

// center is what the keys zoom about.
func (p *Picture) center() image.Point {
	if r := p.region(p.selected); r != nil && !r.Area.Empty() {
		x, y := p.lens.screen(r.Area.X+r.Area.W/2, r.Area.Y+r.Area.H/2)
		return image.Pt(int(x), int(y))
	}
	return p.lens.middle()
}
