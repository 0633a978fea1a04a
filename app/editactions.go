package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
	"waybill/catalog"
)

// editActions begin with those whose keys belong to a text field first, also
// when the catalogue has nothing for them.
func (w *Window) editActions() []actions.Action {
	inGallery := w.is(func(s *session) bool { return s.page == galleryPage })
	words := w.is(func(s *session) bool { return s.page == vocabularyPage && w.writable() })
	word := w.is(func(s *session) bool { return words() && s.vocabulary.Chosen() })
	return []actions.Action{
		{
			ID: "menu.edit.undo", Keys: []actions.Key{actions.Ctrl(fyne.KeyZ)}, Typed: true, Run: w.Undo,
			Enabled: w.is(func(s *session) bool { return s.undo != nil }),
			Label:   func() string { return w.stepLabel("menu.edit.undo", "menu.undo_step", (*session).undoable) },
		},
		{
			ID: "menu.edit.redo", Keys: []actions.Key{actions.CtrlShift(fyne.KeyZ)}, Typed: true, Run: w.Redo,
			Enabled: w.is(func(s *session) bool { return s.redo != nil }),
			Label:   func() string { return w.stepLabel("menu.edit.redo", "menu.redo_step", (*session).redoable) },
		},
		{ID: "menu.edit.select_all", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyA)}, Typed: true, Enabled: inGallery, Run: w.selectAll},
		{ID: "menu.edit.select_none", Keys: []actions.Key{actions.CtrlShift(fyne.KeyA)}, Enabled: inGallery, Run: w.in(func(s *session) { s.gallery.Select(nil) })},
		{
			ID: "menu.edit.new_word", Line: true, Keys: []actions.Key{actions.CtrlShift(fyne.KeyN), actions.Alone(fyne.KeyN)}, Where: actions.Vocabulary,
			Enabled: words, Run: w.in(func(s *session) { s.vocabulary.NewEntry() }),
		},
		{
			ID: "menu.edit.merge_word", Keys: []actions.Key{actions.CtrlShift(fyne.KeyM), actions.Alone(fyne.KeyM)}, Where: actions.Vocabulary,
			Enabled: word, Run: w.in(func(s *session) { s.vocabulary.AskMerge() }),
		},
		{
			ID: "menu.edit.remove_word", Keys: []actions.Key{actions.CtrlShift(fyne.KeyX), actions.Alone(fyne.KeyDelete)}, Where: actions.Vocabulary,
			Enabled: word, Run: w.in(func(s *session) { s.vocabulary.Remove() }),
		},
		{
			ID: "menu.edit.find", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyF), actions.Alone(fyne.KeySlash)}, Where: actions.Views,
			Enabled: w.open, Run: w.in((*session).find),
		},
		w.save(words),
		{
			ID: "menu.edit.review_export", Keys: []actions.Key{actions.CtrlShift(fyne.KeyP)}, Enabled: w.writable,
			Checked: w.is(func(s *session) bool { return s.reviewed }), Run: w.in((*session).toggleReviewed),
		},
		{ID: "menu.edit.settings", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyComma)}, Run: w.showSettings},
	}
}

func (s *session) undoable() *catalog.Step { return s.undo }
func (s *session) redoable() *catalog.Step { return s.redo }

// stepLabel names what undo or redo would take back or bring back.
func (w *Window) stepLabel(plain, about string, step func(*session) *catalog.Step) string {
	if w.session != nil {
		if of := step(w.session); of != nil {
			return w.words.T(about, "step", shorten(w.words.Step(*of), maxStep))
		}
	}
	return w.words.T(plain)
}
