package law

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// note stands in the middle of a page without entries: what is the case, and
// what to do next.
type note struct {
	title, hint *widget.Label
	activity    *widget.Activity
	box         *fyne.Container
}

func newNote() *note {
	n := &note{title: widget.NewLabel(""), hint: widget.NewLabel(""), activity: widget.NewActivity()}
	n.title.SizeName = theme.SizeNameSubHeadingText
	n.title.TextStyle.Bold = true
	n.hint.Importance = widget.LowImportance
	for _, l := range []*widget.Label{n.title, n.hint} {
		l.Alignment, l.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	}
	n.activity.Hide()
	n.box = container.NewVBox(layout.NewSpacer(), container.NewCenter(n.activity), n.title, n.hint, layout.NewSpacer())
	n.box.Hide()
	return n
}

// say shows a note.
func (n *note) say(title, hint string) { n.set(title, hint, false) }

// work shows that something is being worked on.
func (n *note) work(title string) { n.set(title, "", true) }

func (n *note) set(title, hint string, busy bool) {
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.turn(busy)
	n.box.Show()
	n.box.Refresh()
}

func (n *note) hide() {
	n.turn(false)
	n.box.Hide()
}

func (n *note) turn(on bool) {
	if on == n.activity.Visible() {
		return
	}
	if on {
		n.activity.Show()
		n.activity.Start()
	} else {
		n.activity.Stop()
		n.activity.Hide()
	}
}
