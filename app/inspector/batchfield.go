package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/catalog"
)

// way is what happens to one field of many photos: the key of its text.
type way string

// Ways. What an input has been told to say is set, or added where a field holds
// many.
const (
	leave  way = "batch.leave"
	set    way = "batch.set"
	add    way = "batch.add"
	remove way = "batch.remove"
	clean  way = "batch.clear"
)

// batchField is a field of many photos: what they have, what is to happen to it,
// and with what.
type batchField struct {
	panel  *batch
	of     catalog.Field
	title  string
	ways   []way // that can be chosen, leave first and then what typing means
	choice *choice
	counts *widget.Label
	input  batchInput
	object fyne.CanvasObject  // of the input
	filled bool               // the input said something at the last look
	put    func(*draft) error // what the field says, when it is not left alone
	box    *fyne.Container
}

func (b *batch) newField(of catalog.Field, title string, ways ...way) *batchField {
	f := &batchField{panel: b, of: of, title: title, ways: append([]way{leave}, ways...), counts: newText(muted)}
	var names []string
	for _, w := range f.ways {
		names = append(names, b.view.words.T(string(w)))
	}
	f.choice = newChoice(names, func(string) { f.turned() }, b.view.leave)
	f.choice.Selected = names[0]
	return f
}

// with gives the field its input and builds what is seen of it.
func (f *batchField) with(input batchInput) *batchField {
	f.input = input
	heading := widget.NewLabel(f.title)
	heading.Importance, heading.SizeName, heading.TextStyle.Bold = widget.LowImportance, theme.SizeNameCaptionText, true
	f.object = input.object()
	row := container.New(wayAndInput{}, f.choice, f.object)
	f.box = container.New(&column{-6}, newDivider(), heading, f.counts, row)
	return f
}

// way tells what is to happen to the field.
func (f *batchField) way() way { return f.ways[max(0, f.choice.SelectedIndex())] }

// choose says what is to happen to the field.
func (f *batchField) choose(w way) {
	if i := slices.Index(f.ways, w); i >= 0 && f.way() != w {
		f.choice.SetSelected(f.choice.Options[i]) // comes to turned
	}
}

// turned follows the choice: what is left alone or cleared needs no input.
func (f *batchField) turned() {
	setVisible(f.object, f.way() != clean)
	f.panel.changed()
	f.panel.relayout()
}

// said follows the input: who says something means that it is set, and who takes
// it out again means nothing.
func (f *batchField) said() {
	filled := !f.input.empty()
	first, last := filled && !f.filled && f.way() == leave, !filled && f.filled && f.way() == f.ways[1]
	f.filled = filled
	switch {
	case first:
		f.choose(f.ways[1])
	case last:
		f.choose(leave)
	default:
		f.panel.changed()
	}
}

// reset leaves the field alone again.
func (f *batchField) reset() {
	f.choose(leave)
	f.input.reset()
	f.filled = false
	f.choose(leave) // emptying is no word either
}

// lacks tells whether the field is to become something, but not what.
func (f *batchField) lacks() bool {
	return f.way() != leave && f.way() != clean && f.input.empty()
}

// focusable is what takes the keyboard for the field.
func (f *batchField) focusable() fyne.Focusable {
	if f.way() == clean {
		return f.choice
	}
	return f.input.focus()
}

// wayAndInput sets the choice of what is to happen beside the input, level with
// its first line.
type wayAndInput struct{}

// Widths in pixels.
const (
	wayWidth   = 100
	leastInput = 120 // a longer name is cut
)

// MinSize implements fyne.Layout.
func (wayAndInput) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if input := objects[1]; input.Visible() {
		size = fyne.NewSize(wayWidth+leastInput, max(size.Height, input.MinSize().Height))
	}
	return size
}

// Layout implements fyne.Layout.
func (wayAndInput) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(wayWidth-look.Tight, objects[0].MinSize().Height))
	room := fyne.NewSize(size.Width-wayWidth, size.Height)
	objects[1].Move(fyne.NewPos(wayWidth, 0))
	objects[1].Resize(fyne.NewSize(room.Width, objects[1].MinSize().Height)) // texts that wrap learn their height
	objects[1].Resize(fyne.NewSize(room.Width, objects[1].MinSize().Height))
}
