package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// span is how wide a pane may be, in pixels: at first a share of the window
// between least and most, and as far as its user pulls it up to far. With larger
// text, which needs more room, all but the share are larger, too.
type span struct{ share, least, most, far float32 }

// usualText is the size of text that spans are made for, in pixels.
const usualText = 13

// now gives the span for the size of text that is shown.
func (s span) now() span {
	if f := theme.TextSize() / usualText; f > 1 {
		return span{share: s.share, least: s.least * f, most: s.most * f, far: s.far * f}
	}
	return s
}

var (
	leftSpan  = span{share: 0.17, least: 196, most: 272, far: 480}
	rightSpan = span{share: 0.25, least: 288, most: 400, far: 720}
)

// of gives a width: the one that was chosen, else the usual one of a window.
func (s span) of(chosen, window float32) float32 {
	s = s.now()
	if chosen == 0 {
		return min(max(window*s.share, s.least), s.most)
	}
	return min(max(chosen, s.least), s.far)
}

// panes puts the filters to the left of the gallery and the inspector to its
// right; either can be hidden, and made wider or narrower.
type panes struct {
	left, right           fyne.CanvasObject
	leftWidth, rightWidth float32 // as chosen, in pixels; 0: as usual
	leave                 func()
	well                  *canvas.Rectangle
	whole                 *fyne.Container
}

// newPanes puts three objects side by side; leave is told when the keyboard leaves
// the lines between them.
func newPanes(left, middle, right fyne.CanvasObject, leave func()) *panes {
	p := &panes{well: canvas.NewRectangle(nil), leave: leave}
	p.left = framed(frame{middle: left, right: p.divider(&p.leftWidth, leftSpan, 1)})
	p.right = framed(frame{left: p.divider(&p.rightWidth, rightSpan, -1), middle: right})
	p.whole = container.New(p, p.left, p.well, middle, p.right)
	p.paint()
	return p
}

// divider is the line at which a pane is pulled; way is 1 where it gets wider to
// the right.
func (p *panes) divider(width *float32, s span, way float32) *widgets.Divider {
	d := widgets.NewDivider()
	d.OnMove = func(pixels float32) {
		*width = s.of(s.of(*width, p.whole.Size().Width)+way*pixels, 0)
		p.whole.Refresh()
	}
	d.OnReset = func() {
		*width = 0
		p.whole.Refresh()
	}
	d.OnLeave = p.leave
	return d
}

// paint gives the ground under the pictures the colour of the theme.
func (p *panes) paint() {
	p.well.FillColor = theme.Color(look.ColorNameWell)
	p.well.Refresh()
}

// toggleLeft and toggleRight show a pane or hide it.
func (p *panes) toggleLeft()  { toggle(p.left); p.whole.Refresh() }
func (p *panes) toggleRight() { toggle(p.right); p.whole.Refresh() }

func toggle(o fyne.CanvasObject) { show(o, !o.Visible()) }

// show shows an object or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Layout implements fyne.Layout. Where both panes would leave the pictures no
// room they give way.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var left, right float32
	if p.left.Visible() {
		left = leftSpan.of(p.leftWidth, size.Width)
	}
	if p.right.Visible() {
		right = rightSpan.of(p.rightWidth, size.Width)
	}
	if over := left + right + minMiddle - size.Width; over > 0 && p.leftWidth+p.rightWidth > 0 {
		if left > 0 {
			less := min(over, left-leftSpan.now().least)
			left, over = left-less, over-less
		}
		if right > 0 {
			right -= min(over, right-rightSpan.now().least)
		}
	}
	p.left.Resize(fyne.NewSize(left, size.Height))
	p.right.Move(fyne.NewPos(size.Width-right, 0))
	p.right.Resize(fyne.NewSize(right, size.Height))
	for _, middle := range objects[1:3] {
		middle.Move(fyne.NewPos(left, 0))
		middle.Resize(fyne.NewSize(max(size.Width-left-right, 0), size.Height))
	}
}

// minMiddle is the least width of the gallery, in pixels: one cell.
const minMiddle = minCell + 4*look.Space

// MinSize implements fyne.Layout. The panes scroll, so that only their least
// widths count.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftSpan.now().least+minMiddle+rightSpan.now().least, 240)
}
