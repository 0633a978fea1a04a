package widgets

import "fyne.io/fyne/v2"

// TakeKeyboard gives the keyboard to a widget that is in a window and does not
// have it.
func TakeKeyboard(o interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Focused() != fyne.Focusable(o) {
		c.Focus(o)
	}
}
