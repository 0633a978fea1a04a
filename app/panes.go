package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
)

// Widths of the panes beside the gallery, in pixels: a share of the window
// within bounds.
const (
	leftShare, leftLeast, leftMost    = 0.17, 196, 272
	rightShare, rightLeast, rightMost = 0.25, 288, 400
)

// panes puts the filters to the left of the gallery and the inspector to its
// right; either can be hidden.
type panes struct {
	left, right fyne.CanvasObject
	well        *canvas.Rectangle
	whole       *fyne.Container
}

func newPanes(left, middle, right fyne.CanvasObject) *panes {
	p := &panes{well: canvas.NewRectangle(nil)}
	p.left = framed(frame{middle: left, right: widget.NewSeparator()})
	p.right = framed(frame{left: widget.NewSeparator(), middle: right})
	p.whole = container.New(p, p.left, p.well, middle, p.right)
	p.paint()
	return p
}

// paint gives the ground under the pictures the colour of the theme.
func (p *panes) paint() {
	p.well.FillColor = theme.Color(look.ColorNameWell)
	p.well.Refresh()
}

// toggleLeft and toggleRight show a pane or hide it.
func (p *panes) toggleLeft()  { toggle(p.left); p.whole.Refresh() }
func (p *panes) toggleRight() { toggle(p.right); p.whole.Refresh() }

func toggle(o fyne.CanvasObject) {
	if o.Visible() {
		o.Hide()
	} else {
		o.Show()
	}
}

// Layout implements fyne.Layout.
func (p *panes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	from, to := float32(0), size.Width
	if p.left.Visible() {
		from = min(max(size.Width*leftShare, leftLeast), leftMost)
		p.left.Resize(fyne.NewSize(from, size.Height))
	}
	if p.right.Visible() {
		width := min(max(size.Width*rightShare, rightLeast), rightMost)
		to -= width
		p.right.Move(fyne.NewPos(to, 0))
		p.right.Resize(fyne.NewSize(width, size.Height))
	}
	for _, middle := range objects[1:3] {
		middle.Move(fyne.NewPos(from, 0))
		middle.Resize(fyne.NewSize(max(to-from, 0), size.Height))
	}
}

// MinSize implements fyne.Layout. The panes scroll, so that only their least
// widths count.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftLeast+minCell+4*look.Space+rightLeast, 240)
}
