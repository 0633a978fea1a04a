package widgets

import (
	"image"
	"math"
)

const (
	maxZoom = 4  // pixels of the screen for one of the picture
	margin  = 12 // around a picture that is shown whole, in pixels of the window
)

// lens says which part of a picture is seen, and how large. It counts in pixels of the screen, of which density come to one
// of the window. Places in the picture are relative to its size, from 0 to 1.
type lens struct {
	view    image.Point // what there is room for
	density float64
	size    image.Point // of the upright picture, in its own pixels; 0, 0: none
	whole   bool        // it is shown whole, whatever the room
	scale   float64     // pixels of the screen for one of the picture
	x, y    int         // where its top left corner is; whole pixels, so that at scale 1 none is blurred
}

// newLens has no picture yet.
func newLens() lens { return lens{density: 1, whole: true, scale: 1} }

// fitting is the scale in which the picture is seen whole.
func (l *lens) fitting() float64 {
	if l.size.X <= 0 || l.size.Y <= 0 {
		return 1
	}
	room := func(view, size int) float64 { return max(1, float64(view)-2*l.margin()) / float64(size) }
	return min(room(l.view.X, l.size.X), room(l.view.Y, l.size.Y), maxZoom)
}

func (l *lens) margin() float64 { return math.Round(margin * l.density) }

// drawn is how large the picture is on the screen.
func (l *lens) drawn() image.Point {
	side := func(n int) int { return max(1, int(math.Round(float64(n)*l.scale))) }
	return image.Pt(side(l.size.X), side(l.size.Y))
}

// bounds is where the picture is on the screen.
func (l *lens) bounds() image.Rectangle {
	return image.Rectangle{Max: l.drawn()}.Add(image.Pt(l.x, l.y))
}

// room gives the lens another room; what was in its middle stays there.
func (l *lens) room(view image.Point, density float64) {
	if view == l.view && density == l.density {
		return
	}
	l.x += (view.X - l.view.X) / 2
	l.y += (view.Y - l.view.Y) / 2
	l.view, l.density = view, density
	l.settle()
}

// picture gives it a picture of another size: from its beginning, or with the same part of it as before.
func (l *lens) picture(size image.Point, keep bool) {
	if keep && l.size.X > 0 && size.X > 0 {
		l.scale *= float64(l.size.X) / float64(size.X)
		l.size = size
	} else {
		l.size, l.whole = size, true
	}
	l.settle()
}

// settle holds the scale and the place within their limits. A picture smaller than the room is in its middle; no other one
// leaves more of it empty than the margin.
func (l *lens) settle() {
	fit := l.fitting()
	if l.whole {
		l.scale = fit
	}
	l.scale = min(max(l.scale, min(fit, 1)), maxZoom)
	l.whole = l.scale == fit
	edge := int(l.margin())
	place := func(at, view, drawn int) int {
		if drawn+2*edge <= view {
			return (view - drawn) / 2
		}
		return max(min(at, edge), view-drawn-edge)
	}
	size := l.drawn()
	l.x, l.y = place(l.x, l.view.X, size.X), place(l.y, l.view.Y, size.Y)
}

// zoom changes the scale; what is at a place of the screen stays there, as far as the limits go.
func (l *lens) zoom(scale float64, at image.Point) {
	rx, ry := l.relative(float64(at.X), float64(at.Y))
	l.zoomTo(scale, at, rx, ry)
}

// zoomTo changes the scale, and brings a place in the picture to one of the screen, as far as the limits go.
func (l *lens) zoomTo(scale float64, at image.Point, rx, ry float64) {
	if l.size.X <= 0 {
		return
	}
	l.whole = false
	l.scale = min(max(scale, min(l.fitting(), 1)), maxZoom)
	l.bring(rx, ry, at)
}

// bring puts a place in the picture at one of the screen, as far as the limits go.
func (l *lens) bring(rx, ry float64, at image.Point) {
	size := l.drawn()
	l.x = at.X - int(math.Round(rx*float64(size.X)))
	l.y = at.Y - int(math.Round(ry*float64(size.Y)))
	l.settle()
}

// follow shows what another lens does: the same place in the middle, and as many times larger than the whole.
func (l *lens) follow(o *lens) {
	if l.size.X <= 0 || o.size.X <= 0 {
		return
	}
	if o.whole {
		l.fit()
		return
	}
	rx, ry := o.relative(float64(o.view.X)/2, float64(o.view.Y)/2)
	l.zoomTo(l.fitting()*o.scale/o.fitting(), l.middle(), rx, ry)
}

// fit shows the picture whole.
func (l *lens) fit() {
	l.whole = true
	l.settle()
}

// pan moves the picture by pixels of the screen.
func (l *lens) pan(dx, dy int) {
	l.x, l.y = l.x+dx, l.y+dy
	l.settle()
}

// middle is the middle of the room.
func (l *lens) middle() image.Point { return l.view.Div(2) }

// zoomSteps are the scales that the keys go through, besides the one in which the picture is seen whole.
var zoomSteps = []float64{1. / 16, 1. / 12, 1. / 8, 1. / 6, 1. / 4, 1. / 3, 1. / 2, 2. / 3, 1, 1.5, 2, 3, 4}

// step is the next scale above (1) or below (-1) the present one.
func (l *lens) step(direction int) float64 {
	const hair = 1.005 // steps that differ by less are one
	fit, best := l.fitting(), l.scale
	for _, s := range append([]float64{fit}, zoomSteps...) {
		if direction > 0 && s > l.scale*hair && (best == l.scale || s < best) {
			best = s
		}
		if direction < 0 && s < l.scale/hair && (best == l.scale || s > best) {
			best = s
		}
	}
	return best
}

// relative is the place in the picture that is at a place of the screen; it may be beyond its edges.
func (l *lens) relative(x, y float64) (rx, ry float64) {
	size := l.drawn()
	return (x - float64(l.x)) / float64(size.X), (y - float64(l.y)) / float64(size.Y)
}

// screen is where on the screen a place in the picture is.
func (l *lens) screen(rx, ry float64) (x, y float64) {
	size := l.drawn()
	return float64(l.x) + rx*float64(size.X), float64(l.y) + ry*float64(size.Y)
}
