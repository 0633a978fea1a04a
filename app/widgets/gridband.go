package widgets

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// The rubber band, in pixels.
const (
	bandLeast = 6   // how far a press must be dragged to become one
	bandEdge  = 28  // how near to an edge of the grid the pointer makes it scroll
	bandSpeed = 900 // how fast it scrolls at the edge itself, per second; the farther beyond, the faster
	bandMost  = 12_000
)

// band is the rubber band, which selects the cells that it touches.
type band struct {
	shape  *canvas.Rectangle
	armed  bool            // the button is down
	active bool            // and it was dragged far enough
	fromX  float32         // where it began, in the viewport
	fromY  float64         // where it began, among all rows
	at     fyne.Position   // where the pointer is, in the viewport
	before selection       // what was selected when it began …
	keep   bool            // … and stays selected
	caught [4]int          // first and last row and column that it touches
	drift  *fyne.Animation // scrolls while the pointer is at an edge
	moved  time.Time       // when it scrolled last
}

func (b *band) init() {
	b.shape = canvas.NewRectangle(color.Transparent)
	b.shape.StrokeWidth = 1
	b.shape.Hide()
}

// arm notes where the button went down, and what was selected before that.
func (g *Grid) arm(at fyne.Position, keep bool, before selection) {
	b := &g.band
	b.armed, b.active, b.keep, b.before = true, false, keep, before
	b.fromX, b.fromY, b.at = at.X, g.geo.top+float64(at.Y), at
}

// Dragged implements fyne.Draggable: it draws the band out.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	b := &g.band
	if !b.armed {
		return
	}
	if !b.active {
		if math.Hypot(float64(e.Position.X-b.fromX), float64(e.Position.Y)+g.geo.top-b.fromY) < bandLeast {
			return
		}
		b.active, b.caught = true, [4]int{-1, -1, -1, -1}
	}
	b.at = e.Position
	g.stretch()
	g.setDrift(g.driftSpeed() != 0)
}

// DragEnd implements fyne.Draggable.
func (g *Grid) DragEnd() { g.letGo() }

// letGo ends the band; what it has touched stays selected.
func (g *Grid) letGo() {
	b := &g.band
	was := b.active
	b.armed, b.active = false, false
	b.shape.Hide()
	g.setDrift(false)
	if was {
		g.changed()
	}
}

// giveUp ends the band as if it had never been drawn, and reports whether there was one.
func (g *Grid) giveUp() bool {
	if !g.band.active {
		return false
	}
	g.sel = g.band.before
	g.letGo()
	return true
}

// stretch selects what the band touches now, and draws it.
func (g *Grid) stretch() {
	b := &g.band
	left, right := min(b.fromX, b.at.X), max(b.fromX, b.at.X)
	y := g.geo.top + float64(b.at.Y)
	high, low := min(b.fromY, y), max(b.fromY, y)
	if caught := g.geo.touched(left, right, high, low); caught != b.caught {
		b.caught = caught
		g.catch(g.geo.caught(caught))
	}
	g.drawBand(left, right, high-g.geo.top, low-g.geo.top)
	g.place()
}

// catch selects what is in the band, beside what was selected before if that is to stay.
func (g *Grid) catch(found Ranges) {
	g.sel = g.band.before
	if !g.band.keep {
		g.sel.chosen = Ranges{}
	}
	for first := range found.Spans() {
		g.sel.anchor, g.sel.focus = first, first
		break
	}
	g.sel.chosen = g.sel.chosen.Union(found)
}

// drawBand draws what of the band is in the viewport: a rectangle that ends far outside costs as much memory as if it were
// seen.
func (g *Grid) drawBand(left, right float32, top, bottom float64) {
	s, view := g.band.shape, g.geo.view
	left, right = max(left, -2), min(right, view.Width+2)
	y, end := float32(max(top, -2)), float32(min(bottom, float64(view.Height)+2))
	s.Move(fyne.NewPos(left, y))
	s.Resize(fyne.NewSize(max(0, right-left), max(0, end-y)))
	s.FillColor = theme.ColorForWidget(theme.ColorNameSelection, g)
	s.StrokeColor = theme.ColorForWidget(theme.ColorNamePrimary, g)
	s.Show()
	s.Refresh()
}

// driftSpeed is how fast the grid scrolls for a pointer at an edge, in pixels per second, upwards when negative.
func (g *Grid) driftSpeed() float64 {
	if !g.band.active {
		return 0
	}
	above := bandEdge + g.geo.header() - float64(g.band.at.Y)
	below := float64(g.band.at.Y) - float64(g.geo.view.Height) + bandEdge
	switch {
	case above > 0 && g.geo.top > 0:
		return -min(bandMost, above/bandEdge*bandSpeed)
	case below > 0 && g.geo.top < g.geo.end():
		return min(bandMost, below/bandEdge*bandSpeed)
	}
	return 0
}

// setDrift begins or ends the scrolling at the edge.
func (g *Grid) setDrift(on bool) {
	b := &g.band
	if on == (b.drift != nil) {
		return
	}
	if !on {
		b.drift.Stop()
		b.drift = nil
		return
	}
	b.moved = time.Now()
	b.drift = fyne.NewAnimation(time.Second, func(float32) {
		now := time.Now()
		g.advance(now.Sub(b.moved))
		b.moved = now
	})
	b.drift.RepeatCount = fyne.AnimationRepeatForever
	b.drift.Curve = fyne.AnimationLinear
	b.drift.Start()
}

// advance scrolls as far as the pointer's place at the edge asks for in some time, and lets the band follow.
func (g *Grid) advance(passed time.Duration) {
	speed := g.driftSpeed()
	if speed == 0 {
		g.setDrift(false)
		return
	}
	g.scroll(speed * passed.Seconds())
	g.stretch()
}

// touched returns the first and the last row and column whose cells a rectangle touches; rows have no end, a column may be
// that after the last. left and right are in the viewport, high and low among all rows.
func (g *geometry) touched(left, right float32, high, low float64) [4]int {
	margin, width := g.margin(), float64(g.cellSize().Width)
	first := int(math.Ceil((float64(left) - margin - width) / (width + margin)))
	last := int(math.Floor((float64(right) - margin) / (width + margin)))
	top := g.rowAt(high - g.header())
	if g.rowTop(top)+g.header()+g.lead()+float64(g.cell.Height) < high { // below its cells
		top++
	}
	bottom := g.rowBefore(low - g.header() - g.lead())
	return [4]int{top, bottom, max(0, first), min(last, g.columns()-1)}
}

// caught returns the indexes of the cells in some rows and columns.
func (g *geometry) caught(area [4]int) Ranges {
	var found Ranges
	for row := area[0]; row <= area[1] && area[2] <= area[3]; row++ {
		from, to := g.rowSpan(row)
		if first, end := from+area[2], min(from+area[3]+1, to); first < end {
			found.push(first, end)
		}
	}
	return found
}
