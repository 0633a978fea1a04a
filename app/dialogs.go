package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// ask shows a dialog, which Escape takes away again: Fyne's do not listen to it.
func (w *Window) ask(d dialog.Dialog) {
	w.dialogs = append(w.dialogs, d)
	d.SetOnClosed(func() {
		w.dialogs = slices.DeleteFunc(w.dialogs, func(other dialog.Dialog) bool { return other == d })
	})
	d.Show()
}

// typedKey takes the keys that nothing in the window has a use for.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	if n := len(w.dialogs); key.Name == fyne.KeyEscape && n > 0 {
		w.dialogs[n-1].Hide()
	}
}
