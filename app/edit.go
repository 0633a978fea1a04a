package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// Undo takes the last step back, or what was typed last when the keyboard is in
// a text field that holds something.
func (w *Window) Undo() {
	if w.typing() && w.forward(&fyne.ShortcutUndo{}) || w.session == nil {
		return
	}
	w.session.reverse(w.session.catalogue.Undo)
}

// Redo brings back what Undo took.
func (w *Window) Redo() {
	if w.typing() && w.forward(&fyne.ShortcutRedo{}) || w.session == nil {
		return
	}
	w.session.reverse(w.session.catalogue.Redo)
}

// typing tells whether the keys of undo and redo are for what is typed first. On
// the page of vocabularies they are for what is saved as soon as it is.
func (w *Window) typing() bool {
	s := w.session
	return s == nil || s.page != vocabularyPage || s.vocabulary.Typing()
}

// selectAll selects the text of a field, else every photo.
func (w *Window) selectAll() {
	if w.forward(&fyne.ShortcutSelectAll{}) || w.session == nil || w.session.page != galleryPage {
		return
	}
	w.session.gallery.SelectAll()
}

// forward gives a key to the text field that has the keyboard, for the menu
// takes it first. An empty field has no use for it.
func (w *Window) forward(key fyne.Shortcut) bool {
	field, text := textField(w.win.Canvas().Focused())
	if field == nil || text == "" {
		return false
	}
	field.TypedShortcut(key)
	return true
}

// textField gives a focused text field with its text.
func textField(focused fyne.Focusable) (fyne.Shortcutable, string) {
	switch e := focused.(type) {
	case *widget.Entry: // of Fyne's own dialogs
		return e, e.Text
	case *widgets.TextField:
		return e, e.Text
	case *lineEntry:
		return e, e.Text
	case *widgets.CompleteEntry:
		return e, e.Text
	case interface{ Field() *widgets.CompleteEntry }: // its list of completions
		return textField(e.Field())
	case interface {
		fyne.Shortcutable
		Undo()
	}: // a field of a view's own
		return e, " "
	}
	return nil, ""
}
