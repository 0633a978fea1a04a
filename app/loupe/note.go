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

// stacked puts a line above and one below what stands in the middle, without any
// room between them.
type stacked struct{}

// MinSize implements fyne.Layout: everything can be cut.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 160) }

// Layout implements fyne.Layout.
func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := func(o fyne.CanvasObject) float32 {
		if !o.Visible() {
			return 0
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // of what wraps, now that it has its width
		o.Resize(fyne.NewSize(size.Width, height))
		return height
	}
	above, below := line(objects[0]), min(line(objects[2]), size.Height/3)
	objects[1].Move(fyne.NewPos(0, above))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-above-below)))
	objects[2].Move(fyne.NewPos(0, size.Height-below))
}
