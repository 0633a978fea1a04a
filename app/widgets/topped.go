package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Topped is a layout that puts the first of two objects above the other, without
// any room between them.
type Topped struct{}

// MinSize implements fyne.Layout. What is below scrolls, and what is above is
// cut, so that neither asks for room.
func (Topped) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

// Layout implements fyne.Layout.
func (Topped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, objects[0].MinSize().Height))
	height := objects[0].MinSize().Height // of text that wraps, now that it has its width
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// SetDisabled disables a button or enables it, and refreshes it only when that
// changes something.
func SetDisabled(b *widget.Button, off bool) {
	switch {
	case off == b.Disabled():
	case off:
		b.Disable()
	default:
		b.Enable()
	}
}
