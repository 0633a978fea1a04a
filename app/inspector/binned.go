package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// binned says that photos lie in the bin, and offers to restore them.
type binned struct {
	view    *View
	text    *widget.Label
	restore *widget.Button
	box     *fyne.Container
}

func newBinned(v *View) *binned {
	b := &binned{view: v, text: newText(alarming)}
	b.restore = widget.NewButtonWithIcon(v.words.T("inspector.restore"), theme.ContentUndoIcon(), func() {
		if v.OnRestore != nil {
			v.OnRestore()
		}
		v.leave()
	})
	b.box = newColumn(b.text, container.NewHBox(b.restore))
	b.box.Hide()
	return b
}

func (b *binned) show() {
	c := &b.view.content
	n := c.sum.removed
	if setVisible(b.box, n > 0); n == 0 {
		return
	}
	b.text.SetText(b.view.words.N("inspector.in_bin", n))
	setVisible(b.restore, !b.view.locked && b.view.OnRestore != nil && n == c.read && c.whole())
}
