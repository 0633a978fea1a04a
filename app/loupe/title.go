package loupe

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// Measures of the line above the picture, in pixels.
const (
	lineHeight = 34
	buttonSide = 28
	leastName  = 90  // of a name that is cut
	roomy      = 560 // from here on there is room for buttons that zoom
	narrow     = 300 // below there is none for that of two photos either
)

// title is the line above the picture: the way back and to the neighbours, which
// photo it is, which of how many, when it was taken, and the zoom.
type title struct {
	view             *View
	ground, rule     *canvas.Rectangle
	leave, back, on  *widget.Button
	less, fit, more  *widget.Button
	pair, link       *widget.Button
	drawn            [2]bool // what these two show: two photos, zoomed together
	name, info, zoom *canvas.Text
	box              *fyne.Container
	whole            string   // the name
	infos            []string // what is known about it, in fewer and fewer words
}

func newTitle(v *View) *title {
	t := &title{
		view: v, drawn: [2]bool{false, true}, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
		name: canvas.NewText("", nil), info: canvas.NewText("", nil), zoom: canvas.NewText("", nil),
	}
	button := func(icon fyne.Resource, do func()) *widget.Button {
		b := widget.NewButtonWithIcon("", icon, func() { do(); v.Focus() })
		b.Importance = widget.LowImportance
		return b
	}
	t.leave = widget.NewButtonWithIcon("", theme.GridIcon(), v.leave)
	t.leave.Importance = widget.LowImportance
	t.back, t.on = button(theme.NavigateBackIcon(), v.Previous), button(theme.NavigateNextIcon(), v.Next)
	t.less, t.fit, t.more = button(theme.ZoomOutIcon(), v.ZoomOut), button(theme.ZoomFitIcon(), v.ZoomFit), button(theme.ZoomInIcon(), v.ZoomIn)
	t.pair, t.link = button(twoIcon(), v.SideBySide), button(linkedIcon(), v.Unlink)
	t.name.TextStyle.Bold = true
	t.box = container.New(t, t.ground, t.rule, t.leave, t.back, t.on, t.name, t.info, t.zoom, t.less, t.fit, t.more, t.pair, t.link)
	return t
}

func (t *title) paint() {
	t.ground.FillColor = theme.Color(theme.ColorNameBackground)
	t.rule.FillColor = theme.Color(theme.ColorNameSeparator)
	t.name.Color = theme.Color(theme.ColorNameForeground)
	t.info.Color = theme.Color(theme.ColorNamePlaceHolder)
	t.zoom.Color = t.info.Color
	t.name.TextSize = theme.Size(theme.SizeNameText)
	t.info.TextSize, t.zoom.TextSize = t.name.TextSize, t.name.TextSize
	t.box.Refresh()
}

// show brings the line in line with what is shown.
func (t *title) show() {
	v := t.view
	at := v.place(v.side().shown)
	t.whole, t.infos, t.zoom.Text = "", nil, ""
	switch {
	case v.two:
		t.showTwo()
	case v.side().shown != 0:
		t.showOne(at)
	}
	t.enable(at)
	t.Layout(t.box.Objects, t.box.Size())
	for _, o := range []fyne.CanvasObject{t.name, t.info, t.zoom} {
		o.Refresh()
	}
}

// enable tells which of the buttons can do something, at a place in the list.
func (t *title) enable(at int) {
	v := t.view
	to, back := v.beside(1), v.beside(-1)
	widgets.SetDisabled(t.back, at < 0 || back < 0)
	widgets.SetDisabled(t.on, at < 0 || to >= len(v.ids))
	widgets.SetDisabled(t.pair, !v.two && (at < 0 || len(v.ids) < 2))
	for _, b := range []*widget.Button{t.less, t.fit, t.more} {
		widgets.SetDisabled(b, !v.side().picture.HasPicture())
	}
	if now := [2]bool{v.two, v.Linked()}; now != t.drawn {
		t.drawn = now
		t.drawPair()
	}
}

// drawPair shows on the buttons whether there are two photos, and how they are
// zoomed.
func (t *title) drawPair() {
	t.pair.Importance = widget.LowImportance
	if t.view.two {
		t.pair.Importance = widget.MediumImportance
	}
	t.link.Icon = apartIcon()
	if t.view.Linked() {
		t.link.Icon = linkedIcon()
	}
	t.pair.Refresh()
	t.link.Refresh()
}

// showOne says which photo it is and how large it is shown.
func (t *title) showOne(at int) {
	v, w := t.view, t.view.words
	s := v.side()
	t.whole, t.zoom.Text = s.shown.String(), s.zoomText()
	position := ""
	if at >= 0 {
		position = w.T("loupe.position", "n", at+1, "of", len(v.ids))
		t.infos = []string{position}
	}
	if p := s.row(); p != nil {
		t.whole = w.T("loupe.title", "id", p.ID.String(), "name", p.Name)
		if date := w.Date(p.Date); p.Date != nil && position != "" {
			t.infos = []string{w.T("loupe.facts", "position", position, "date", date), position}
		} else if p.Date != nil {
			t.infos = []string{date}
		}
	}
}

// showTwo says that there are two, and how they are zoomed; above each stands
// which one it is.
func (t *title) showTwo() {
	t.whole, t.infos = t.view.words.T("loupe.two"), []string{t.view.words.T("loupe.together")}
	if !t.view.Linked() {
		t.infos = []string{t.view.words.T("loupe.apart")}
	}
}

// MinSize implements fyne.Layout.
func (t *title) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, lineHeight) }

// Layout implements fyne.Layout: the name gives way first, then the date.
func (t *title) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t.ground.Resize(size)
	t.rule.Move(fyne.NewPos(0, size.Height-1))
	t.rule.Resize(fyne.NewSize(size.Width, 1))
	left, right := float32(look.Tight), size.Width-look.Tight
	put := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, (size.Height-1-height)/2))
		o.Resize(fyne.NewSize(width, height))
	}
	for _, b := range []*widget.Button{t.leave, t.back, t.on} {
		put(b, left, buttonSide, buttonSide)
		left += buttonSide
	}
	left += look.Tight
	for _, b := range []*widget.Button{t.pair, t.link, t.more, t.fit, t.less} {
		always := b == t.pair || b == t.link
		b.Hidden = size.Width < roomy && !always || size.Width < narrow || b == t.link && !t.view.two
		if !b.Hidden {
			right -= buttonSide
			put(b, right, buttonSide, buttonSide)
		}
	}
	right -= look.Tight
	zoom := t.zoom.MinSize()
	if t.zoom.Hidden = right-left-zoom.Width < leastName/2; !t.zoom.Hidden {
		right -= zoom.Width
		put(t.zoom, right, zoom.Width, zoom.Height)
	}
	room := max(0, right-2*look.Space-left)
	t.cut(room)
	name, info := t.name.MinSize(), t.info.MinSize()
	put(t.name, left, name.Width, name.Height)
	put(t.info, left+name.Width+look.Space, info.Width, info.Height)
}

// cut makes the texts fit into a room.
func (t *title) cut(room float32) {
	measure := func(s string, of *canvas.Text) float32 { return fyne.MeasureText(s, of.TextSize, of.TextStyle).Width }
	name := measure(t.whole, t.name)
	t.info.Text = ""
	for _, text := range t.infos {
		if width := measure(text, t.info) + look.Space; min(name, leastName)+width <= room {
			t.info.Text, room = text, room-width
			break
		}
	}
	t.name.Text = widgets.Ellipsis(t.whole, room, t.name.TextSize, t.name.TextStyle)
}
