package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// completionRow shows one option.
type completionRow struct {
	widget.BaseWidget
	layer  *completionLayer
	index  int
	option Option
	chosen bool
	fill   *canvas.Rectangle
	text   *canvas.Text
	detail *canvas.Text
}

func newCompletionRow(l *completionLayer) *completionRow {
	r := &completionRow{
		layer: l, fill: canvas.NewRectangle(nil), text: canvas.NewText("", nil), detail: canvas.NewText("", nil),
	}
	r.fill.CornerRadius = 3
	r.Hidden = true
	r.ExtendBaseWidget(r)
	return r
}

func (r *completionRow) set(index int, o Option, chosen bool) {
	r.index, r.option, r.chosen = index, o, chosen
	r.Hidden = false
	r.Refresh()
}

// Tapped takes the option.
func (r *completionRow) Tapped(*fyne.PointEvent) { r.layer.entry.choose(r.option) }

// MouseIn chooses the option under the pointer.
func (r *completionRow) MouseIn(*desktop.MouseEvent) {
	r.layer.chosen = r.index
	r.layer.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *completionRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable; the option stays chosen.
func (r *completionRow) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (r *completionRow) CreateRenderer() fyne.WidgetRenderer {
	return &completionRowRenderer{r, []fyne.CanvasObject{r.fill, r.text, r.detail}}
}

type completionRowRenderer struct {
	row     *completionRow
	objects []fyne.CanvasObject
}

func (r *completionRowRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *completionRowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *completionRowRenderer) Destroy()                     {}

func (r *completionRowRenderer) Layout(size fyne.Size) {
	const pad = 8
	row := r.row
	row.fill.Resize(size)
	room := size.Width - 2*pad
	row.text.Text = Ellipsis(row.option.Text, room, row.text.TextSize, fyne.TextStyle{}) // the detail gets what it leaves
	width := row.text.MinSize().Width
	row.detail.Text = Ellipsis(row.option.Detail, max(0, room-width-pad), row.detail.TextSize, fyne.TextStyle{})
	side, height := row.detail.MinSize(), row.text.MinSize().Height
	row.text.Move(fyne.NewPos(pad, (size.Height-height)/2))
	row.text.Resize(fyne.NewSize(room, height))
	row.detail.Move(fyne.NewPos(size.Width-pad-side.Width, (size.Height-side.Height)/2))
	row.detail.Resize(side)
}

func (r *completionRowRenderer) Refresh() {
	row := r.row
	row.fill.Hidden = !row.chosen
	row.fill.FillColor = theme.ColorForWidget(theme.ColorNameSelection, row)
	row.text.Color = theme.ColorForWidget(theme.ColorNameForeground, row)
	row.text.TextSize = theme.SizeForWidget(theme.SizeNameText, row)
	row.detail.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, row)
	row.detail.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, row)
	r.Layout(row.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
