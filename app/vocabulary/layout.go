package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
)

// Widths, in pixels.
const (
	labelWidth            = 128
	listShare             = 0.36
	listLeast, listWidest = 240, 400
	formWidest            = 720 // a longer line is hard to read
)

// caption is a small grey text.
func caption(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance, l.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	return l
}

// labelled puts the name of fields before them; they share the room.
func labelled(name string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	l := caption(name)
	l.Truncation, l.Alignment = fyne.TextTruncateEllipsis, fyne.TextAlignTrailing
	return container.New(labels{}, append([]fyne.CanvasObject{l}, fields...)...)
}

// labels gives the first of its objects a column, and the others what is left
// in equal parts.
type labels struct{}

// MinSize implements fyne.Layout.
func (labels) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(labelWidth, objects[0].MinSize().Height)
	for _, o := range objects[1:] {
		size.Width += look.Space + 60
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (labels) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, min(2, (size.Height-height)/2)))
	objects[0].Resize(fyne.NewSize(labelWidth, height))
	fields := objects[1:]
	width := (size.Width-labelWidth)/float32(len(fields)) - look.Space
	for i, o := range fields {
		o.Move(fyne.NewPos(labelWidth+look.Space+float32(i)*(width+look.Space), 0))
		o.Resize(fyne.NewSize(max(0, width), size.Height))
	}
}

// section is a heading above rows of a form.
func section(title string) fyne.CanvasObject {
	l := widget.NewLabel(title)
	l.TextStyle.Bold, l.SizeName = true, theme.SizeNameCaptionText
	return container.New(layout.NewCustomPaddedLayout(look.Space, 0, 0, 0), l)
}

// column puts rows below one another.
func column(rows ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(look.Tight), rows...)
}

// split puts the list to the left of a line and the form to its right.
type split struct{}

// MinSize implements fyne.Layout. Both scroll.
func (split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(listLeast+300, 160) }

// Layout implements fyne.Layout.
func (split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*listShare, listLeast), listWidest)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(1, size.Height))
	objects[2].Move(fyne.NewPos(left+1, 0))
	objects[2].Resize(fyne.NewSize(max(0, size.Width-left-1), size.Height))
}

// above puts the last of two objects above the first, without any room between
// them: what is above a form comes behind its fields when Tab goes through it.
type above struct{ first bool }

func (a above) sort(objects []fyne.CanvasObject) (top, rest fyne.CanvasObject) {
	if a.first {
		return objects[0], objects[1]
	}
	return objects[1], objects[0]
}

// MinSize implements fyne.Layout. What is below scrolls.
func (a above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

// Layout implements fyne.Layout.
func (a above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, rest := a.sort(objects)
	top.Resize(fyne.NewSize(size.Width, top.MinSize().Height))
	height := top.MinSize().Height // of text that wraps, now that it has its width
	top.Resize(fyne.NewSize(size.Width, height))
	rest.Move(fyne.NewPos(0, height))
	rest.Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// narrowed keeps a form from becoming wider than is easy to read.
type narrowed struct{}

// MinSize implements fyne.Layout.
func (narrowed) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (narrowed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, formWidest), size.Height))
}
