package gallery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

const (
	headerInset = 10 // pixels to the left of the words
	headerSpace = 8  // between the title and the rest
)

// header stands above the photos of a group and hides those that scroll behind it.
type header struct {
	widget.BaseWidget
	title, rest string
	ground      *canvas.Rectangle
	line        *canvas.Rectangle
	first, more *canvas.Text
}

func newHeader() *header {
	h := &header{
		ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		first: canvas.NewText("", nil), more: canvas.NewText("", nil),
	}
	h.first.TextStyle.Bold = true
	h.ExtendBaseWidget(h)
	return h
}

// show makes it the header of a group.
func (h *header) show(title, rest string) {
	h.title, h.rest = title, rest
	h.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	r := &headerRenderer{h, []fyne.CanvasObject{h.ground, h.line, h.first, h.more}}
	r.paint()
	return r
}

type headerRenderer struct {
	header  *header
	objects []fyne.CanvasObject
}

func (r *headerRenderer) MinSize() fyne.Size           { return fyne.NewSize(48, headerHeight) }
func (r *headerRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *headerRenderer) Destroy()                     {}

func (r *headerRenderer) Refresh() {
	r.paint()
	r.Layout(r.header.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

// Layout gives the rest the room it needs and the title what is left.
func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	h.ground.Resize(size)
	h.line.Move(fyne.NewPos(headerInset, size.Height-1))
	h.line.Resize(fyne.NewSize(max(0, size.Width-2*headerInset), 1))
	room := size.Width - 2*headerInset
	h.more.Text = h.rest
	h.first.Text = widgets.Ellipsis(h.title, room-headerSpace-h.more.MinSize().Width, h.first.TextSize, h.first.TextStyle)
	x := float32(headerInset)
	for _, t := range []*canvas.Text{h.first, h.more} {
		text := t.MinSize()
		t.Resize(text)
		t.Move(fyne.NewPos(x, (size.Height-text.Height)/2))
		x += text.Width + headerSpace
	}
}

func (r *headerRenderer) paint() {
	h := r.header
	h.ground.FillColor = theme.ColorForWidget(look.ColorNameWell, h)
	h.line.FillColor = theme.ColorForWidget(theme.ColorNameSeparator, h)
	h.first.Color = theme.ColorForWidget(theme.ColorNameForeground, h)
	h.more.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, h)
	h.first.TextSize = theme.SizeForWidget(theme.SizeNameText, h)
	h.more.TextSize = h.first.TextSize
}
