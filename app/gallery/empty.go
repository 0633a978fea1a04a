package gallery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// emptyNote stands in the middle of a gallery without photos.
type emptyNote struct {
	title, hint *widget.Label
	box         *fyne.Container
}

func newEmptyNote() *emptyNote {
	n := &emptyNote{title: widget.NewLabel(""), hint: widget.NewLabel("")}
	n.title.SizeName = theme.SizeNameSubHeadingText
	n.title.TextStyle.Bold = true
	n.hint.Importance = widget.LowImportance
	for _, l := range []*widget.Label{n.title, n.hint} {
		l.Alignment, l.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	}
	n.box = container.NewVBox(layout.NewSpacer(), n.title, n.hint, layout.NewSpacer())
	n.box.Hide()
	return n
}

func (n *emptyNote) set(title, hint string, empty bool) {
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.show(empty)
}

// show shows the note when there is nothing else, and words for it.
func (n *emptyNote) show(empty bool) {
	if empty && n.title.Text != "" {
		n.box.Show()
	} else {
		n.box.Hide()
	}
}
