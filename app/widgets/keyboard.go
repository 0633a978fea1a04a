package widgets

import "fyne.io/fyne/v2"

// TakeKeyboard gives the keyboard to a widget that is in a window and does not
// have it.
func TakeKeyboard(o interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	if c := CanvasOf(o); c != nil && c.Focused() != fyne.Focusable(o) {
		c.Focus(o)
	}
}

// CanvasOf returns the canvas that an object is on. A driver knows that only of what
// was painted before; what is shown for the first time gets the keyboard where
// the program has its one window. It is nil without a window.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

// Focus gives an object the keyboard, also one that was never painted.
func Focus(f fyne.Focusable) {
	if o, ok := f.(fyne.CanvasObject); ok {
		if c := CanvasOf(o); c != nil {
			c.Focus(f)
		}
	}
}
