package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Note stands in the middle of a page that has nothing to show: what is the case,
// and what to do next. It is out of sight at first.
type Note struct {
	title, hint *widget.Label
	activity    *widget.Activity
	box         *fyne.Container
}

// NewNote makes a note that says nothing.
func NewNote() *Note {
	n := &Note{title: widget.NewLabel(""), hint: widget.NewLabel(""), activity: widget.NewActivity()}
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

// Object is the note for a layout.
func (n *Note) Object() fyne.CanvasObject { return n.box }

// Say shows the note with a title and a hint.
func (n *Note) Say(title, hint string) { n.set(title, hint, false) }

// Work shows that something is being worked on.
func (n *Note) Work(title string) { n.set(title, "", true) }

// Hide takes the note out of sight.
func (n *Note) Hide() {
	n.turn(false)
	n.box.Hide()
}

// Says gives what the note says, "" when it is out of sight.
func (n *Note) Says() (title, hint string) {
	if !n.box.Visible() {
		return "", ""
	}
	return n.title.Text, n.hint.Text
}

// Working tells whether the note shows that something is being worked on.
func (n *Note) Working() bool { return n.box.Visible() && n.activity.Visible() }

func (n *Note) set(title, hint string, busy bool) {
	n.title.SetText(title)
	n.hint.SetText(hint)
	n.turn(busy)
	n.box.Show()
	n.box.Refresh()
}

func (n *Note) turn(on bool) {
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
