package law

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
	rowMargin = 4 // around the card
	rowPad    = 8
	titleLine = 22
	textLine  = 17
	textLines = 5 // why, and two for each basis
	buttonRow = 40
	rowHeight = 2*rowMargin + 2*rowPad + titleLine + textLines*textLine + buttonRow
)

// row shows one entry after another: what it is about, why it is listed, the old
// and the new basis, and what can be done.
type row struct {
	widget.BaseWidget
	widgets.StillRow
	view  *View
	index int // of the entry; -1: none yet
	entry entry

	card              *canvas.Rectangle
	lines             [1 + textLines]*canvas.Text
	open, take, stand *widget.Button
	objects           []fyne.CanvasObject
}

func newRow(v *View) *row {
	r := &row{view: v, index: -1, card: canvas.NewRectangle(nil)}
	r.card.CornerRadius = 6
	r.objects = append(r.objects, r.card)
	for i := range r.lines {
		r.lines[i] = canvas.NewText("", nil)
		r.objects = append(r.objects, r.lines[i])
	}
	r.lines[0].TextStyle.Bold = true
	act := func(what func(int)) func() {
		return func() {
			v.pick(r.index)
			what(r.index)
			v.Focus()
		}
	}
	r.open = widget.NewButton(v.words.T("law.show"), func() { v.present(r.index) })
	r.take = widget.NewButton("", act(v.take))
	r.stand = widget.NewButton(v.words.T("law.stand"), act(v.stand))
	r.open.Importance = widget.LowImportance
	r.objects = append(r.objects, r.open, r.take, r.stand)
	r.ExtendBaseWidget(r)
	return r
}

// show makes the row the one of an entry.
func (r *row) show(index int) {
	e := r.view.entries[index]
	if r.index != index || r.entry.observation != e.observation {
		r.giveKeyboardBack()
	}
	r.index, r.entry = index, e
	r.Refresh()
}

// giveKeyboardBack keeps a button from acting on another entry than the one for
// which it got the keyboard.
func (r *row) giveKeyboardBack() {
	if widgets.HasKeyboard(r.open, r.take, r.stand) {
		r.view.Focus()
	}
}

// MouseDown takes the keyboard to the entry.
func (r *row) MouseDown(*desktop.MouseEvent) {
	r.view.Focus()
	r.view.pick(r.index)
}

// DoubleTapped shows the photo.
func (r *row) DoubleTapped(*fyne.PointEvent) { r.view.present(r.index) }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.paint()
	return renderer
}

type rowRenderer struct{ row *row }

func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, rowHeight) }
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
	row := r.row
	row.card.Move(fyne.NewSquareOffsetPos(rowMargin))
	row.card.Resize(size.SubtractWidthHeight(2*rowMargin, 2*rowMargin))
	left, width := float32(rowMargin+rowPad), size.Width-2*(rowMargin+rowPad)
	if row.index < 0 || width <= 0 {
		return
	}
	top := float32(rowMargin + rowPad)
	for i, text := range row.texts(width) {
		line, height := row.lines[i], float32(textLine)
		switch {
		case i == 0:
			height = titleLine
		case text == "":
			height = 0
		}
		line.Text = widgets.Ellipsis(text, width, line.TextSize, line.TextStyle)
		line.Move(fyne.NewPos(left, top))
		line.Resize(fyne.NewSize(width, height))
		top += height
	}
	top = rowHeight - rowMargin - rowPad - buttonRow
	for _, b := range []*widget.Button{row.take, row.stand, row.open} {
		if !b.Visible() {
			continue
		}
		least := b.MinSize()
		b.Move(fyne.NewPos(left, top+(buttonRow-least.Height)/2))
		b.Resize(fyne.NewSize(min(least.Width, width), least.Height))
		left += least.Width + rowMargin
		width -= least.Width + rowMargin
	}
}

// texts gives the lines in a width: what was and what is may take two each.
func (r *row) texts(width float32) [1 + textLines]string {
	e, size := r.entry, r.lines[1].TextSize
	was, wasMore := widgets.InTwo(e.was, width, size)
	is, isMore := widgets.InTwo(e.is, width, size)
	return [...]string{e.title, e.why, was, wasMore, is, isMore}
}

func (r *rowRenderer) paint() {
	row, v := r.row, r.row.view
	row.card.FillColor = theme.ColorForWidget(theme.ColorNameBackground, row)
	row.card.StrokeColor, row.card.StrokeWidth = theme.ColorForWidget(theme.ColorNameSeparator, row), 1
	if row.index == v.at && v.list.Focused() {
		row.card.StrokeColor, row.card.StrokeWidth = widgets.Ring(row)
	}
	for i, line := range row.lines {
		line.Color, line.TextSize = theme.ColorForWidget(theme.ColorNameForeground, row), theme.SizeForWidget(theme.SizeNameText, row)
		if i > 0 {
			line.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, row)
		}
		if i > 0 && i < 4 { // what is stands out
			line.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, row)
		}
	}
	if row.index < 0 {
		return
	}
	e, settles := row.entry, !v.locked && v.proposal == nil && row.entry.observation != 0
	row.open.Hidden = e.photo == 0
	row.stand.Hidden = !settles
	row.take.Hidden = !settles || e.take == ""
	if row.take.Text != e.take {
		row.take.SetText(e.take)
	}
	for _, b := range []*widget.Button{row.take, row.stand} {
		widgets.SetDisabled(b, v.busy[e.observation])
	}
}
