package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
	"waybill/catalog"
)

type rowRenderer struct{ row *row }

func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *rowRenderer) Destroy()                     {}

func (r *rowRenderer) MinSize() fyne.Size {
	height := theme.SizeForWidget(theme.SizeNameText, r.row)*1.4 + rowExtra
	if r.row.heading {
		height += rowExtra
	}
	return fyne.NewSize(8*rowPad, height)
}

func (r *rowRenderer) Layout(size fyne.Size) {
	row := r.row
	row.fill.Move(fyne.NewPos(2, 1))
	row.fill.Resize(size.SubtractWidthHeight(4, 2))
	row.bar.Move(fyne.NewPos(2, 4))
	row.bar.Resize(fyne.NewSize(3, size.Height-8))
	left := rowPad + rowIndent*float32(min(row.value.depth, maxDepth))
	row.fold.Move(fyne.NewPos(left-4, (size.Height-rowBadge)/2))
	row.fold.Resize(fyne.NewSquareSize(rowBadge))
	if row.heading {
		left += rowBadge
	}
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
	row.label.Text = cut(row.text(), right-left, row.label.TextSize, row.label.TextStyle)
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
	if row.value.plain || row.value.known && row.value.count+row.value.more == 0 && !row.value.picked() {
		color = theme.ColorForWidget(theme.ColorNamePlaceHolder, row)
	}
	size := theme.SizeForWidget(theme.SizeNameText, row)
	row.count.Color, row.count.TextSize = theme.ColorForWidget(theme.ColorNamePlaceHolder, row), size
	row.count.Text = row.counted()
	if row.heading {
		size = theme.SizeForWidget(theme.SizeNameCaptionText, row)
	}
	row.label.Color, row.label.TextSize = color, size
	row.label.TextStyle.Bold = row.value.picked() || row.heading
	row.fold.Hidden = !row.heading
	row.fold.SetResource(theme.MenuDropDownIcon())
	if row.section.folded {
		row.fold.SetResource(theme.MenuExpandIcon())
	}
	row.badge.Hidden = !row.isStatus()
	if row.isStatus() {
		row.badge.SetBadge(row.view.badge(catalog.Status(row.value.term.Value)))
	}
	row.bar.FillColor = theme.ColorForWidget(theme.ColorNamePrimary, row)
	row.bar.Hidden = !row.value.picked()
	r.paintFill()
}

func (r *rowRenderer) paintFill() {
	row := r.row
	row.fill.FillColor = nil
	switch {
	case row.value.picked():
		row.fill.FillColor = theme.ColorForWidget(theme.ColorNameSelection, row)
	case row.hovered:
		row.fill.FillColor = theme.ColorForWidget(theme.ColorNameHover, row)
	}
	row.fill.StrokeWidth, row.fill.StrokeColor = 0, nil
	if row.focused {
		row.fill.StrokeColor, row.fill.StrokeWidth = widgets.Ring(row)
	}
	row.fill.Hidden = row.fill.FillColor == nil && !row.focused
}
