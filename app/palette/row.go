package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// list has the lines that fit.
type list struct{ widgets.Rows }

func newList(v *View) *list {
	l := &list{}
	l.Fill(rowHeight, func() int { return len(v.shown) }, func() fyne.CanvasObject { return newRow(v) },
		func(i int, o fyne.CanvasObject) { o.(*row).show(i) })
	l.At, l.Pick = func() int { return v.at }, v.pick
	l.ExtendBaseWidget(l)
	return l
}

// row is a line: what it does, grey where it stands, and its key at the end.
type row struct {
	widget.BaseWidget
	widgets.StillRow
	view           *View
	index          int
	ground         *canvas.Rectangle
	label, of, key *canvas.Text
}

func newRow(v *View) *row {
	r := &row{
		view: v, ground: canvas.NewRectangle(nil),
		label: canvas.NewText("", nil), of: canvas.NewText("", nil), key: canvas.NewText("", nil),
	}
	r.ground.CornerRadius = look.Tight
	r.key.TextStyle.Monospace = true
	r.ExtendBaseWidget(r)
	return r
}

// show shows the line at a place.
func (r *row) show(i int) {
	if i >= len(r.view.shown) {
		return
	}
	r.index = i
	r.Refresh()
}

// Tapped runs the line.
func (r *row) Tapped(*fyne.PointEvent) { r.view.run(r.index) }

// Cursor implements desktop.Cursorable.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return &rowRenderer{r, []fyne.CanvasObject{r.ground, r.label, r.of, r.key}}
}

type rowRenderer struct {
	row     *row
	objects []fyne.CanvasObject
}

func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *rowRenderer) Destroy()                     {}
func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(160, rowHeight) }

// Refresh implements fyne.WidgetRenderer.
func (r *rowRenderer) Refresh() {
	w := r.row
	r.Layout(w.Size())
	w.ground.FillColor = theme.Color(theme.ColorNameSelection)
	w.ground.Hidden = w.index != w.view.at
	w.label.Color = theme.Color(theme.ColorNameForeground)
	if w.index < len(w.view.shown) && w.view.shown[w.index].Off {
		w.label.Color = theme.Color(theme.ColorNameDisabled)
	}
	w.of.Color, w.key.Color = theme.Color(theme.ColorNamePlaceHolder), w.label.Color
	for _, o := range r.objects {
		o.Refresh()
	}
}

// Layout implements fyne.WidgetRenderer: the key stands at the end, and what has no
// room before it is cut.
func (r *rowRenderer) Layout(size fyne.Size) {
	w := r.row
	w.ground.Resize(size)
	if w.index >= len(w.view.shown) {
		return
	}
	line := w.view.shown[w.index]
	text := theme.TextSize()
	place := func(t *canvas.Text, content string, x, room float32) float32 {
		t.TextSize = text
		t.Text = widgets.Ellipsis(content, max(0, room), text, t.TextStyle)
		if content == "" || room <= 0 {
			t.Text = ""
		}
		wide := t.MinSize()
		t.Move(fyne.NewPos(x, (size.Height-wide.Height)/2))
		t.Resize(wide)
		return wide.Width
	}
	key := fyne.MeasureText(line.Key, text, w.key.TextStyle).Width
	end := size.Width - look.Space - key
	place(w.key, line.Key, end, key+1)
	used := place(w.label, line.Label, look.Space, end-2*look.Space)
	from := look.Space + used + 2*look.Space
	place(w.of, line.Of, from, end-look.Space-from)
}
