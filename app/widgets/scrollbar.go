package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	scrollbarWidth = 12 // of the whole bar, in pixels
	thumbWidth     = 6
	thumbMin       = 32 // least height of the thumb, so that it can be caught among a million rows
)

// scrollbar is a vertical bar for content far longer than float32 can measure: lengths and offsets are float64 pixels.
type scrollbar struct {
	widget.BaseWidget
	length, view, offset float64 // of the content, of its visible part, and where that begins

	onScroll func(offset float64) // the thumb was dragged
	onPage   func(direction int)  // the track was pressed above (-1) or below (+1) the thumb
	onGrab   func(held bool)      // the thumb was caught, or let go

	thumb   *canvas.Rectangle
	grab    float32 // where in the thumb the pointer holds it
	grabbed bool
	hovered bool
}

func newScrollbar(onScroll func(float64), onPage func(int)) *scrollbar {
	b := &scrollbar{onScroll: onScroll, onPage: onPage, onGrab: func(bool) {}, thumb: canvas.NewRectangle(nil)}
	b.thumb.CornerRadius = thumbWidth / 2
	b.ExtendBaseWidget(b)
	return b
}

// set tells the bar what is shown.
func (b *scrollbar) set(length, view, offset float64) {
	if b.length == length && b.view == view && b.offset == offset {
		return
	}
	b.length, b.view, b.offset = length, view, offset
	b.place()
}

// needed reports whether there is anything to scroll.
func (b *scrollbar) needed() bool { return b.length > b.view }

// thumbHeight is the visible part's share of the track.
func (b *scrollbar) thumbHeight() float32 {
	track := b.Size().Height
	if b.length <= 0 {
		return track
	}
	return min(track, max(thumbMin, float32(float64(track)*b.view/b.length)))
}

// thumbTop is where the thumb begins on the track.
func (b *scrollbar) thumbTop() float32 {
	end := b.length - b.view
	if end <= 0 {
		return 0
	}
	return float32(float64(b.Size().Height-b.thumbHeight()) * min(1, b.offset/end))
}

func (b *scrollbar) place() {
	if !b.needed() {
		b.thumb.Hide()
		return
	}
	b.thumb.Resize(fyne.NewSize(thumbWidth, b.thumbHeight()))
	b.thumb.Move(fyne.NewPos((scrollbarWidth-thumbWidth)/2, b.thumbTop()))
	b.thumb.Show()
}

// MouseDown catches the thumb, or pages when the track is pressed.
func (b *scrollbar) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || !b.needed() {
		return
	}
	y := e.Position.Y - b.thumbTop()
	switch {
	case y < 0:
		b.onPage(-1)
	case y >= b.thumbHeight():
		b.onPage(+1)
	default:
		b.catch(y)
	}
}

// catch holds the thumb at a height of its own.
func (b *scrollbar) catch(y float32) {
	b.grab, b.grabbed = y, true
	b.onGrab(true)
	b.Refresh()
}

// catchMiddle brings the middle of the thumb to a height of the track and holds it there.
func (b *scrollbar) catchMiddle(y float32) {
	if b.needed() {
		b.catch(b.thumbHeight() / 2)
		b.dragTo(y)
	}
}

// middleAt is where the middle of the thumb stands on the track at an offset.
func (b *scrollbar) middleAt(offset float64) float32 {
	way := float64(b.Size().Height - b.thumbHeight())
	return b.thumbHeight()/2 + float32(way*min(1, max(0, offset/max(1, b.length-b.view))))
}

// MouseUp lets the thumb go.
func (b *scrollbar) MouseUp(*desktop.MouseEvent) { b.release() }

// Dragged moves the thumb with the pointer: its ends of the way are the ends of the content.
func (b *scrollbar) Dragged(e *fyne.DragEvent) { b.dragTo(e.Position.Y) }

func (b *scrollbar) dragTo(y float32) {
	way := b.Size().Height - b.thumbHeight()
	if !b.grabbed || way <= 0 {
		return
	}
	part := min(1, max(0, float64(y-b.grab)/float64(way)))
	b.onScroll(part * (b.length - b.view))
}

// DragEnd lets the thumb go.
func (b *scrollbar) DragEnd() { b.release() }

func (b *scrollbar) release() {
	b.grabbed = false
	b.onGrab(false)
	b.Refresh()
}

// MouseIn makes the thumb stand out.
func (b *scrollbar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *scrollbar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the thumb step back.
func (b *scrollbar) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer implements fyne.Widget.
func (b *scrollbar) CreateRenderer() fyne.WidgetRenderer {
	r := &scrollbarRenderer{bar: b, objects: []fyne.CanvasObject{b.thumb}}
	r.paint()
	return r
}

type scrollbarRenderer struct {
	bar     *scrollbar
	objects []fyne.CanvasObject
}

func (r *scrollbarRenderer) Layout(fyne.Size)             { r.bar.place() }
func (r *scrollbarRenderer) MinSize() fyne.Size           { return fyne.NewSize(scrollbarWidth, thumbMin) }
func (r *scrollbarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *scrollbarRenderer) Destroy()                     {}

func (r *scrollbarRenderer) Refresh() {
	r.paint()
	r.bar.place()
	r.bar.thumb.Refresh()
}

func (r *scrollbarRenderer) paint() {
	name := theme.ColorNamePlaceHolder
	if r.bar.hovered || r.bar.grabbed {
		name = theme.ColorNameForeground
	}
	r.bar.thumb.FillColor = theme.ColorForWidget(name, r.bar)
}
