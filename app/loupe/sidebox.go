package loupe

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

const (
	headHeight = 26 // of the line above each of two photos, in pixels
	frameWidth = 3  // around the one with the keyboard
	sideGap    = 4  // between two photos
)

// head is the line above each of two photos: which one it is, and how large it
// is shown.
type head struct {
	side       *side
	name, info *canvas.Text
	whole      string
}

func newHead(s *side) *head {
	h := &head{side: s, name: canvas.NewText("", nil), info: canvas.NewText("", nil)}
	h.name.TextStyle.Bold = true
	return h
}

// show brings the line in line with the photo.
func (h *head) show() {
	s, w := h.side, h.side.view.words
	h.whole, h.info.Text = "", ""
	if s.shown != 0 {
		h.whole = s.shown.String()
		if p := s.row(); p != nil {
			h.whole = w.T("loupe.title", "id", p.ID.String(), "name", p.Name)
		}
		h.info.Text = s.zoomText()
		if at := s.view.place(s.shown); at >= 0 {
			position := w.T("loupe.position", "n", at+1, "of", len(s.view.ids))
			h.info.Text = w.T("loupe.head", "position", position, "zoom", h.info.Text)
		}
	}
	h.place(s.box.box.Size().Width)
}

// place gives the texts their places in a width; the name gives way.
func (h *head) place(width float32) {
	info := h.info.MinSize()
	at := func(t *canvas.Text, x float32) {
		t.Move(fyne.NewPos(x, (headHeight-t.MinSize().Height)/2))
		t.Resize(t.MinSize())
		t.Refresh()
	}
	h.info.Hidden = info.Width > width/2
	room := width - 2*look.Space
	if !h.info.Hidden {
		room -= info.Width + look.Space
	}
	h.name.Text = widgets.Ellipsis(h.whole, max(0, room), h.name.TextSize, h.name.TextStyle)
	at(h.name, look.Space)
	at(h.info, width-look.Space-info.Width)
}

// sideBox lays a photo out: its picture or why there is none, and while there
// are two a line above it and a frame around the one with the keyboard.
type sideBox struct {
	side   *side
	bar    *canvas.Rectangle
	ground *canvas.Rectangle
	frame  *canvas.Rectangle
	box    *fyne.Container
}

func newSideBox(s *side) *sideBox {
	b := &sideBox{side: s, bar: canvas.NewRectangle(nil), ground: canvas.NewRectangle(nil), frame: canvas.NewRectangle(color.Transparent)}
	b.frame.StrokeWidth = frameWidth
	b.box = container.New(b, b.ground, s.note.box, s.picture, b.bar, s.head.name, s.head.info, b.frame)
	return b
}

func (b *sideBox) paint() {
	h := b.side.head
	b.ground.FillColor = theme.Color(look.ColorNameWell)
	b.bar.FillColor = theme.Color(theme.ColorNameBackground)
	b.frame.StrokeColor = theme.Color(theme.ColorNamePrimary)
	h.name.Color, h.info.Color = theme.Color(theme.ColorNameForeground), theme.Color(theme.ColorNamePlaceHolder)
	h.name.TextSize = theme.Size(theme.SizeNameCaptionText)
	h.info.TextSize = h.name.TextSize
	b.box.Refresh()
}

// MinSize implements fyne.Layout: everything can be cut.
func (b *sideBox) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 80) }

// Layout implements fyne.Layout.
func (b *sideBox) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := b.side.view
	top := float32(0)
	if v.two {
		top = headHeight
	}
	for _, o := range []fyne.CanvasObject{b.bar, b.side.head.name, b.side.head.info} {
		shown(o, v.two)
	}
	shown(b.frame, v.two && v.side() == b.side)
	b.bar.Resize(fyne.NewSize(size.Width, top))
	for _, o := range []fyne.CanvasObject{b.ground, b.side.note.box, b.side.picture} {
		o.Move(fyne.NewPos(0, top))
		o.Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
	}
	b.frame.Resize(size)
	if v.two {
		b.side.head.place(size.Width)
	}
}

func shown(o fyne.CanvasObject, on bool) {
	if on && !o.Visible() {
		o.Show()
	} else if !on && o.Visible() {
		o.Hide()
	}
}
