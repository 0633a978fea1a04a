package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// Measures of a row, in pixels.
const (
	rowHeight = 42
	rowInset  = 4 // of the tint of the chosen row
	rowPad    = 12
	rowIndent = 16 // for each parent
	mostDepth = 4  // beyond it nothing is indented further
)

// row shows one entry after another: what it is called, and how much it is used.
type row struct {
	widget.BaseWidget
	widgets.StillRow
	view  *View
	index int // of the entry; -1: none yet
	entry entry

	fill, bar                *canvas.Rectangle
	title, detail, use, mark *canvas.Text
	hovered                  bool
	objects                  []fyne.CanvasObject
}

func newRow(v *View) *row {
	r := &row{view: v, index: -1, fill: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.title, r.detail = canvas.NewText("", nil), canvas.NewText("", nil)
	r.use, r.mark = canvas.NewText("", nil), canvas.NewText("", nil)
	r.fill.CornerRadius = 4
	r.objects = []fyne.CanvasObject{r.fill, r.bar, r.title, r.detail, r.use, r.mark}
	r.ExtendBaseWidget(r)
	return r
}

// show makes the row the one of an entry.
func (r *row) show(index int) {
	if index < len(r.view.shown) {
		r.index, r.entry = index, r.view.shown[index]
		r.Refresh()
	}
}

// MouseDown takes the keyboard to the entry.
func (r *row) MouseDown(*desktop.MouseEvent) {
	r.view.list.takeKeyboard()
	r.view.pick(r.index)
}

// DoubleTapped leads into the form.
func (r *row) DoubleTapped(*fyne.PointEvent) { r.view.toForm() }

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.hovered = false; r.Refresh() }

// second is the line below the name.
func (r *row) second() string {
	e := r.entry
	if e.kindOf != "" && e.depth == 0 {
		return r.view.say.dotted(r.view.words.T("vocabulary.kind_of", "parent", e.kindOf), e.detail)
	}
	return e.detail
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.paint()
	return renderer
}

type rowRenderer struct{ row *row }

func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(160, rowHeight) }
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *rowRenderer) Destroy()                     {}

func (r *rowRenderer) Refresh() {
	r.paint()
	r.Layout(r.row.Size())
	for _, o := range r.row.objects {
		o.Refresh()
	}
}

func (r *rowRenderer) Layout(size fyne.Size) {
	row, e := r.row, &r.row.entry
	row.fill.Move(fyne.NewPos(rowInset, 0))
	row.fill.Resize(size.SubtractWidthHeight(2*rowInset, 0))
	left := float32(rowPad + rowIndent*min(e.depth, mostDepth))
	row.bar.Move(fyne.NewPos(left-8, 4))
	row.bar.Resize(fyne.NewSize(2, size.Height-8))
	right := size.Width - rowPad
	row.use.Text, row.mark.Text = e.use, ""
	if e.own {
		row.mark.Text = row.view.words.T("vocabulary.own")
	}
	room := right - left
	for n, line := range []struct {
		left, right *canvas.Text
		text        string
	}{{row.title, row.use, e.title}, {row.detail, row.mark, row.second()}} {
		side, y := line.right.MinSize(), 4+float32(n)*18
		if line.right.Text == "" {
			side.Width = 0
		}
		line.left.Text = widgets.Ellipsis(line.text, max(0, room-side.Width-rowPad), line.left.TextSize, line.left.TextStyle)
		height := line.left.MinSize().Height
		line.left.Move(fyne.NewPos(left, y))
		line.left.Resize(fyne.NewSize(room, height))
		line.right.Move(fyne.NewPos(right-side.Width, y+(height-side.Height)/2))
		line.right.Resize(side)
	}
}

func (r *rowRenderer) paint() {
	row, v := r.row, r.row.view
	text, small := theme.SizeForWidget(theme.SizeNameText, row), theme.SizeForWidget(theme.SizeNameCaptionText, row)
	row.title.Color, row.title.TextSize = theme.ColorForWidget(theme.ColorNameForeground, row), text
	for _, t := range []*canvas.Text{row.detail, row.use, row.mark} {
		t.Color, t.TextSize = theme.ColorForWidget(theme.ColorNamePlaceHolder, row), small
	}
	row.mark.Color = theme.ColorForWidget(theme.ColorNamePrimary, row)
	row.bar.FillColor = theme.ColorForWidget(theme.ColorNameSeparator, row)
	row.bar.Hidden = row.entry.depth == 0
	at := row.index >= 0 && row.index == v.at && !v.isNew()
	row.fill.Hidden = !at && !row.hovered
	row.fill.FillColor = theme.ColorForWidget(theme.ColorNameHover, row)
	row.fill.StrokeWidth = 0
	if at {
		row.fill.FillColor = theme.ColorForWidget(theme.ColorNameSelection, row)
		if v.list.Focused() {
			row.fill.StrokeColor, row.fill.StrokeWidth = widgets.Ring(row)
		}
	}
}
