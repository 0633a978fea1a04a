package loupe

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// note stands in the place of a picture that cannot be shown.
type note struct {
	icon        *widget.Icon
	title, hint *widget.Label
	box         *fyne.Container
}

func newNote() *note {
	n := &note{icon: widget.NewIcon(theme.BrokenImageIcon()), title: widget.NewLabel(""), hint: widget.NewLabel("")}
	n.title.SizeName = theme.SizeNameSubHeadingText
	n.title.TextStyle.Bold = true
	for _, l := range []*widget.Label{n.title, n.hint} {
		l.Alignment, l.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	}
	icon := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(40), n.icon))
	n.box = container.NewVBox(layout.NewSpacer(), icon, n.title, n.hint, layout.NewSpacer())
	n.box.Hide()
	return n
}

// show shows the note, or none without words.
func (n *note) show(title, reason string) {
	if title == "" {
		n.box.Hide()
		return
	}
	n.title.SetText(title)
	n.hint.SetText(reason)
	n.box.Show()
	n.box.Refresh()
}
