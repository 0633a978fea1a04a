package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	rowPad   = 8  // pixels beside what a row shows
	rowExtra = 8  // pixels above and below its text, together
	rowBadge = 16 // side of its badge
)

// row is one value: a button over the whole width.
type row struct {
	widget.BaseWidget
	view    *View
	value   value
	onPick  func()
	focused bool
	hovered bool
	fill    *canvas.Rectangle
	bar     *canvas.Rectangle // at the edge of a picked one, for who cannot tell the fills apart
	badge   *widgets.StatusBadge
	label   *canvas.Text
	count   *canvas.Text
	objects []fyne.CanvasObject
}

func newRow(v *View) *row {
	r := &row{
		view: v, fill: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), badge: widgets.NewStatusBadge(widgets.Badge{}),
		label: canvas.NewText("", nil), count: canvas.NewText("", nil),
	}
	r.fill.CornerRadius = 4
	r.objects = []fyne.CanvasObject{r.fill, r.bar, r.badge, r.label, r.count}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(v value) {
	r.value = v
	r.Refresh()
}

// isStatus tells whether the row has a badge.
func (r *row) isStatus() bool { return r.value.term.Field == catalog.FieldStatus }

// Tapped picks the value or takes the pick back.
func (r *row) Tapped(*fyne.PointEvent) { r.onPick() }

// TypedKey implements fyne.Focusable.
func (r *row) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.onPick()
	case fyne.KeyDown:
		r.view.move(r, +1)
	case fyne.KeyUp:
		r.view.move(r, -1)
	case fyne.KeyEscape:
		r.view.leave()
	}
}

// TypedRune implements fyne.Focusable.
func (r *row) TypedRune(rune) {}

// FocusGained shows the frame of the focus and the whole name.
func (r *row) FocusGained() {
	r.focused, r.view.focused = true, r
	r.view.reveal(r)
	r.explain()
	r.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *row) FocusLost() {
	r.focused = false
	if r.view.focused == r {
		r.view.focused = nil
	}
	r.view.hint.leave(r)
	r.Refresh()
}

// MouseIn shows the whole name.
func (r *row) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.explain()
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() {
	r.hovered = false
	r.view.hint.leave(r)
	r.Refresh()
}

// Cursor implements desktop.Cursorable.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// explain shows the whole name beside the row if it was cut.
func (r *row) explain() {
	if r.label.Text != r.value.label {
		r.view.hint.show(r, r.value.label)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.paint()
	return renderer
}

type rowRenderer struct{ row *row }

func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *rowRenderer) Destroy()                     {}

func (r *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*rowPad, theme.SizeForWidget(theme.SizeNameText, r.row)*1.4+rowExtra)
}

func (r *rowRenderer) Layout(size fyne.Size) {
	row := r.row
	row.fill.Move(fyne.NewPos(2, 1))
	row.fill.Resize(size.SubtractWidthHeight(4, 2))
	row.bar.Move(fyne.NewPos(2, 4))
	row.bar.Resize(fyne.NewSize(3, size.Height-8))
	left := float32(rowPad)
	if row.isStatus() {
		row.badge.Move(fyne.NewPos(left, (size.Height-rowBadge)/2))
		row.badge.Resize(fyne.NewSquareSize(rowBadge))
		left += rowBadge + 6
	}
	count := row.count.MinSize()
	right := size.Width - rowPad
	row.count.Move(fyne.NewPos(right-count.Width, (size.Height-count.Height)/2))
	row.count.Resize(count)
	if count.Width > 0 {
		right -= count.Width + rowPad
	}
	row.label.Text = cut(row.value.label, right-left, row.label.TextSize, row.label.TextStyle)
	height := row.label.MinSize().Height
	row.label.Move(fyne.NewPos(left, (size.Height-height)/2))
	row.label.Resize(fyne.NewSize(max(0, right-left), height))
}

func (r *rowRenderer) Refresh() {
	r.paint()
	r.Layout(r.row.Size())
	for _, o := range r.row.objects {
		o.Refresh()
	}
}

func (r *rowRenderer) paint() {
	row := r.row
	color := theme.ColorForWidget(theme.ColorNameForeground, row)
	if row.value.term.Field == catalog.FieldWords || (row.value.known && row.value.count == 0 && !row.value.picked) {
		color = theme.ColorForWidget(theme.ColorNamePlaceHolder, row)
	}
	size := theme.SizeForWidget(theme.SizeNameText, row)
	row.label.Color, row.label.TextSize = color, size
	row.label.TextStyle.Bold = row.value.picked
	row.count.Color, row.count.TextSize = theme.ColorForWidget(theme.ColorNamePlaceHolder, row), size
	row.count.Text = ""
	if row.value.known && row.value.term.Field != catalog.FieldWords {
		row.count.Text = row.view.words.Count(row.value.count)
	}
	row.badge.Hidden = !row.isStatus()
	if row.isStatus() {
		row.badge.SetBadge(row.view.badge(catalog.Status(row.value.term.Value)))
	}
	row.bar.FillColor = theme.ColorForWidget(theme.ColorNamePrimary, row)
	row.bar.Hidden = !row.value.picked
	r.paintFill()
}

func (r *rowRenderer) paintFill() {
	row := r.row
	row.fill.FillColor = nil
	switch {
	case row.value.picked:
		row.fill.FillColor = theme.ColorForWidget(theme.ColorNameSelection, row)
	case row.hovered:
		row.fill.FillColor = theme.ColorForWidget(theme.ColorNameHover, row)
	}
	row.fill.StrokeWidth, row.fill.StrokeColor = 0, nil
	if row.focused {
		row.fill.StrokeWidth, row.fill.StrokeColor = 2, theme.ColorForWidget(theme.ColorNamePrimary, row)
	}
	row.fill.Hidden = row.fill.FillColor == nil && !row.focused
}
