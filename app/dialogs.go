package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// ask shows a dialog, which Escape takes away again: Fyne's do not listen to it.
func (w *Window) ask(d dialog.Dialog) {
	w.dialogs = append(w.dialogs, d)
	d.SetOnClosed(func() { w.closedDialog(d) })
	d.Show()
}

// closedDialog forgets a dialog that is gone.
func (w *Window) closedDialog(d dialog.Dialog) {
	w.dialogs = slices.DeleteFunc(w.dialogs, func(other dialog.Dialog) bool { return other == d })
}

// typedKey takes the keys that nothing in the window has a use for: Escape takes
// a dialog away, all others go to the photos.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	if n := len(w.dialogs); n > 0 {
		if key.Name == fyne.KeyEscape {
			w.dialogs[n-1].Hide()
		}
		return
	}
	if f := w.toPhotos(); f != nil {
		f.TypedKey(key)
	}
}

// typedRune does the same with characters.
func (w *Window) typedRune(r rune) {
	if f := w.toPhotos(); f != nil {
		f.TypedRune(r)
	}
}

// toPhotos gives what stands in the middle the keyboard when nothing has it or lies over it.
func (w *Window) toPhotos() fyne.Focusable {
	canvas := w.win.Canvas()
	if w.session == nil || canvas.Focused() != nil || canvas.Overlays().Top() != nil {
		return nil
	}
	w.session.focusMiddle()
	return canvas.Focused()
}
