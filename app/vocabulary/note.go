package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// note stands in the middle of an empty list: what is the case, and what to do.
type note struct {
	title, hint *widget.Label
	box         *fyne.Container
}

func newNote() *note {
	n := &note{title: widget.NewLabel(""), hint: widget.NewLabel("")}
	n.title.TextStyle.Bold = true
	n.hint.Importance = widget.LowImportance
	for _, l := range []*widget.Label{n.title, n.hint} {
		l.Alignment, l.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	}
	n.box = container.NewVBox(layout.NewSpacer(), n.title, n.hint, layout.NewSpacer())
	n.box.Hide()
	return n
}

func (n *note) say(title, hint string) {
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.box.Show()
	n.box.Refresh()
}

func (n *note) hide() { n.box.Hide() }
