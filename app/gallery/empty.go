package gallery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Way is something that can be done when there are no photos: a link.
type Way struct {
	Text string
	Go   func()
}

// SetWays adds links to what SetEmpty says, until it says something else.
func (v *View) SetWays(ways []Way) { v.empty.setWays(ways) }

// emptyNote stands in the middle of a gallery without photos.
type emptyNote struct {
	title, hint *widget.Label
	ways        *fyne.Container
	box         *fyne.Container
}

func newEmptyNote() *emptyNote {
	n := &emptyNote{title: widget.NewLabel(""), hint: widget.NewLabel(""), ways: container.New(layout.NewCustomPaddedVBoxLayout(0))}
	n.title.SizeName = theme.SizeNameSubHeadingText
	n.title.TextStyle.Bold = true
	n.hint.Importance = widget.LowImportance
	for _, l := range []*widget.Label{n.title, n.hint} {
		l.Alignment, l.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	}
	n.box = container.NewVBox(layout.NewSpacer(), n.title, n.hint, n.ways, layout.NewSpacer())
	n.box.Hide()
	return n
}

func (n *emptyNote) set(title, hint string, empty bool) {
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.setWays(nil)
	n.show(empty)
}

func (n *emptyNote) setWays(ways []Way) {
	n.ways.RemoveAll()
	for _, w := range ways {
		link := widget.NewHyperlinkWithStyle(w.Text, nil, fyne.TextAlignCenter, fyne.TextStyle{})
		link.Truncation, link.OnTapped = fyne.TextTruncateEllipsis, w.Go
		n.ways.Add(link)
	}
	n.hint.Hidden = n.hint.Text == "" || len(ways) > 0
	n.ways.Hidden = len(ways) == 0
	n.box.Refresh()
}

// show shows the note when there is nothing else, and words for it.
func (n *emptyNote) show(empty bool) {
	if empty && n.title.Text != "" {
		n.box.Show()
	} else {
		n.box.Hide()
	}
}
