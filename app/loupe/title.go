package loupe

import (
	"math"

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
)

// title is the line above the picture: the way back and to the neighbours, which
// photo it is, which of how many, when it was taken, and the zoom.
type title struct {
	view             *View
	ground, rule     *canvas.Rectangle
	leave, back, on  *widget.Button
	less, fit, more  *widget.Button
	name, info, zoom *canvas.Text
	box              *fyne.Container
	whole            string   // the name
	infos            []string // what is known about it, in fewer and fewer words
}

func newTitle(v *View) *title {
	t := &title{
		view: v, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
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
	t.name.TextStyle.Bold = true
	t.box = container.New(t, t.ground, t.rule, t.leave, t.back, t.on, t.name, t.info, t.zoom, t.less, t.fit, t.more)
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
	v, w := t.view, t.view.words
	at := v.at()
	widgets.SetDisabled(t.back, at <= 0)
	widgets.SetDisabled(t.on, at < 0 || at+1 >= len(v.ids))
	for _, b := range []*widget.Button{t.less, t.fit, t.more} {
		widgets.SetDisabled(b, !v.picture.HasPicture())
	}
	t.whole, t.infos, t.zoom.Text = "", nil, ""
	if v.shown != 0 {
		t.whole = v.shown.String()
		position := ""
		if at >= 0 {
			position = w.T("loupe.position", "n", at+1, "of", len(v.ids))
			t.infos = []string{position}
		}
		if p := v.photos.get(v.shown); p != nil {
			t.whole = w.T("loupe.title", "id", p.ID.String(), "name", p.Name)
			if date := w.Date(p.Date); p.Date != nil && position != "" {
				t.infos = []string{w.T("loupe.facts", "position", position, "date", date), position}
			} else if p.Date != nil {
				t.infos = []string{date}
			}
		}
		t.zoom.Text = t.zoomText()
	}
	t.Layout(t.box.Objects, t.box.Size())
	for _, o := range []fyne.CanvasObject{t.name, t.info, t.zoom} {
		o.Refresh()
	}
}

// zoomText says how large the picture is shown, and whether it will get sharper.
func (t *title) zoomText() string {
	v, w := t.view, t.view.words
	scale, whole := v.picture.Zoom()
	percent := max(1, int(math.Round(scale*100)))
	text := w.T("loupe.zoom", "percent", percent)
	switch {
	case scale == 0 && v.busy():
		return w.T("loupe.reading")
	case scale == 0:
		return ""
	case v.busy():
		text = w.T("loupe.zoom_reading", "percent", percent)
	case whole:
		text = w.T("loupe.zoom_whole", "percent", percent)
	}
	return text
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
	for _, b := range []*widget.Button{t.more, t.fit, t.less} {
		b.Hidden = size.Width < roomy
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
