package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	dividerWidth = 5  // what the pointer can take hold of, in pixels; the line in it is one
	dividerStep  = 16 // pixels that an arrow key moves it
)

// Divider is the line between two panes, which can be moved by the pointer or,
// when it has the keyboard, by the arrow keys.
type Divider struct {
	widget.BaseWidget
	OnMove  func(pixels float32) // to the right, to the left when negative
	OnReset func()               // a double click, Enter or Space: the usual place
	OnLeave func()               // Escape

	line    *canvas.Rectangle
	hovered bool
	focused bool
}

// NewDivider returns an upright line.
func NewDivider() *Divider {
	d := &Divider{line: canvas.NewRectangle(color.Transparent)}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged implements fyne.Draggable.
func (d *Divider) Dragged(e *fyne.DragEvent) { d.move(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (d *Divider) DragEnd() {}

// DoubleTapped implements fyne.DoubleTappable.
func (d *Divider) DoubleTapped(*fyne.PointEvent) { d.reset() }

// Cursor implements desktop.Cursorable.
func (d *Divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn implements desktop.Hoverable.
func (d *Divider) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (d *Divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (d *Divider) MouseOut() { d.hovered = false; d.Refresh() }

// FocusGained implements fyne.Focusable.
func (d *Divider) FocusGained() { d.focused = true; d.Refresh() }

// FocusLost implements fyne.Focusable.
func (d *Divider) FocusLost() { d.focused = false; d.Refresh() }

// TypedRune implements fyne.Focusable.
func (d *Divider) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (d *Divider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		d.move(-dividerStep)
	case fyne.KeyRight:
		d.move(dividerStep)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		d.reset()
	case fyne.KeyEscape:
		if d.OnLeave != nil {
			d.OnLeave()
		}
	}
}

func (d *Divider) move(pixels float32) {
	if d.OnMove != nil && pixels != 0 {
		d.OnMove(pixels)
	}
}

func (d *Divider) reset() {
	if d.OnReset != nil {
		d.OnReset()
	}
}

// MinSize implements fyne.CanvasObject.
func (d *Divider) MinSize() fyne.Size { return fyne.NewSize(dividerWidth, 0) }

// CreateRenderer implements fyne.Widget.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer {
	r := &dividerRenderer{d}
	r.Refresh()
	return r
}

type dividerRenderer struct{ divider *Divider }

func (r *dividerRenderer) Destroy() {}

func (r *dividerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.divider.line}
}

func (r *dividerRenderer) MinSize() fyne.Size { return r.divider.MinSize() }

// Layout gives the line one pixel, and all of the width when it can be moved.
func (r *dividerRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.divider.focused || r.divider.hovered {
		width = size.Width
	}
	r.divider.line.Move(fyne.NewPos((size.Width-width)/2, 0))
	r.divider.line.Resize(fyne.NewSize(width, size.Height))
}

func (r *dividerRenderer) Refresh() {
	d := r.divider
	switch {
	case d.focused:
		d.line.FillColor, _ = Ring(d)
	case d.hovered:
		d.line.FillColor = theme.Color(theme.ColorNameInputBorder)
	default:
		d.line.FillColor = theme.Color(theme.ColorNameSeparator)
	}
	r.Layout(d.Size())
	d.line.Refresh()
}
