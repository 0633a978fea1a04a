package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// Measures of the rows, in pixels.
const (
	rowGap     = 2 // around the card
	rowPad     = 8
	textLine   = 19
	whenLine   = 18
	idWidth    = 84 // of a photo's number
	stepHeight = 2*rowGap + rowPad + textLine + whenLine
	lineHeight = 2*rowGap + rowPad + 2*textLine
)

// card is the ground of a row and its lines.
type card struct {
	widget.BaseWidget
	widgets.StillRow
	fill    *canvas.Rectangle
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (c *card) make(lines int) {
	c.fill = canvas.NewRectangle(nil)
	c.fill.CornerRadius = 6
	c.objects = append(c.objects, c.fill)
	for range lines {
		t := canvas.NewText("", nil)
		c.texts = append(c.texts, t)
		c.objects = append(c.objects, t)
	}
}

// paint gives the card its colours: chosen has a bar around it while the column has
// the keyboard, and is tinted while it has not. One of its lines is small.
func (c *card) paint(w fyne.Widget, chosen, focused bool, small int) {
	c.fill.FillColor = theme.ColorForWidget(theme.ColorNameBackground, w)
	c.fill.StrokeColor, c.fill.StrokeWidth = theme.ColorForWidget(theme.ColorNameSeparator, w), 1
	if chosen {
		c.fill.FillColor = theme.ColorForWidget(theme.ColorNameSelection, w)
	}
	if chosen && focused {
		c.fill.StrokeColor, c.fill.StrokeWidth = theme.ColorForWidget(theme.ColorNamePrimary, w), 2
	}
	for i, t := range c.texts {
		t.Color, t.TextSize = theme.ColorForWidget(theme.ColorNameForeground, w), theme.SizeForWidget(theme.SizeNameText, w)
		if i == small {
			t.Color, t.TextSize = theme.ColorForWidget(theme.ColorNamePlaceHolder, w), theme.SizeForWidget(theme.SizeNameCaptionText, w)
		}
	}
}

// put places a line of text and cuts it to its width.
func put(t *canvas.Text, text string, left, top, width float32) {
	t.Text = widgets.Ellipsis(text, width, t.TextSize, t.TextStyle)
	t.Move(fyne.NewPos(left, top))
	t.Resize(fyne.NewSize(max(0, width), textLine))
}

// stepRow shows one step after another: what was done, when and by whom.
type stepRow struct {
	card
	view  *View
	index int // -1: none yet
}

func newStepRow(v *View) *stepRow {
	r := &stepRow{view: v, index: -1}
	r.make(2)
	r.ExtendBaseWidget(r)
	return r
}

func (r *stepRow) show(index int) {
	r.index = index
	r.Refresh()
}

// MouseDown takes the keyboard to the step.
func (r *stepRow) MouseDown(*desktop.MouseEvent) {
	r.view.Focus()
	r.view.pick(r.index)
}

// DoubleTapped shows the photos.
func (r *stepRow) DoubleTapped(*fyne.PointEvent) { r.view.photos() }

// CreateRenderer implements fyne.Widget.
func (r *stepRow) CreateRenderer() fyne.WidgetRenderer {
	return newRenderer(&r.card, stepHeight, r.paint, r.layout)
}

func (r *stepRow) paint() {
	v := r.view
	r.card.paint(r, r.index == v.at, v.list.Focused(), 1)
}

func (r *stepRow) layout(size fyne.Size) {
	left, width := float32(rowGap+rowPad), size.Width-2*(rowGap+rowPad)
	if r.index < 0 || r.index >= len(r.view.actions) || width <= 0 {
		return
	}
	text, when := "…", ""
	if e := r.view.entries.get(r.view.actions[r.index]); e != nil {
		text, when = e.text, e.when
		if e.step.Undone {
			r.texts[0].Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, r)
		}
	}
	top := float32(rowGap + rowPad/2)
	put(r.texts[0], text, left, top, width)
	put(r.texts[1], when, left, top+textLine, width)
}

// lineRow shows one change after another: the photo that it is about, and what stood
// there before and after.
type lineRow struct {
	card
	view  *View
	index int // -1: none yet
}

func newLineRow(v *View) *lineRow {
	r := &lineRow{view: v, index: -1}
	r.make(3)
	r.ExtendBaseWidget(r)
	return r
}

func (r *lineRow) show(index int) {
	r.index = index
	if index >= len(r.view.changes.list)-pageSize/2 {
		r.view.changes.more()
	}
	r.Refresh()
}

// MouseDown takes the keyboard to the change.
func (r *lineRow) MouseDown(*desktop.MouseEvent) {
	widgets.TakeKeyboard(r.view.lines)
	r.view.changes.pick(r.index)
}

// DoubleTapped shows the photo.
func (r *lineRow) DoubleTapped(*fyne.PointEvent) { r.view.changes.present() }

// CreateRenderer implements fyne.Widget.
func (r *lineRow) CreateRenderer() fyne.WidgetRenderer {
	return newRenderer(&r.card, lineHeight, r.paint, r.layout)
}

func (r *lineRow) paint() {
	v := r.view
	r.card.paint(r, r.index == v.changes.at, v.lines.Focused(), 0)
}

func (r *lineRow) layout(size fyne.Size) {
	v := r.view
	if r.index < 0 || r.index >= len(v.changes.list) || size.Width <= 2*rowPad+idWidth {
		return
	}
	l, id, left := v.changes.list[r.index], "", float32(rowGap+rowPad)
	if l.photo != 0 && v.of.Photo == 0 {
		id = l.photo.String()
	}
	put(r.texts[0], id, left, rowGap+rowPad/2, idWidth)
	if id != "" {
		left += idWidth
	}
	width := size.Width - left - rowGap - rowPad
	first, second := widgets.InTwo(l.text, width, r.texts[1].TextSize)
	put(r.texts[1], first, left, rowGap+rowPad/2, width)
	put(r.texts[2], second, left, rowGap+rowPad/2+textLine, width)
}

// renderer draws a card.
type renderer struct {
	card   *card
	height float32
	paint  func()
	layout func(fyne.Size)
}

func newRenderer(c *card, height float32, paint func(), layout func(fyne.Size)) fyne.WidgetRenderer {
	r := &renderer{c, height, paint, layout}
	r.paint()
	return r
}

func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(120, r.height) }
func (r *renderer) Objects() []fyne.CanvasObject { return r.card.objects }
func (r *renderer) Destroy()                     {}

func (r *renderer) Layout(size fyne.Size) {
	r.card.fill.Move(fyne.NewSquareOffsetPos(rowGap))
	r.card.fill.Resize(size.SubtractWidthHeight(2*rowGap, 2*rowGap))
	r.layout(size)
}

func (r *renderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	for _, o := range r.card.objects {
		o.Refresh()
	}
}
