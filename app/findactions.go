package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
)

// save keeps what its user works at: the entry on the page of the vocabularies,
// else the search.
func (w *Window) save(words func() bool) actions.Action {
	return actions.Action{
		ID: "menu.edit.save", Keys: []actions.Key{actions.Ctrl(fyne.KeyS)},
		Enabled: w.is(func(s *session) bool { return words() || s.canSave() }),
		Label: func() string {
			if w.session != nil && w.session.page == vocabularyPage {
				return w.words.T("menu.edit.save_word")
			}
			return w.words.T("menu.edit.save_search")
		},
		Run: w.in(func(s *session) {
			if s.page == vocabularyPage {
				s.vocabulary.Save()
			} else {
				s.saveSearch()
			}
		}),
	}
}

// binActions show what was done to photos, and move them into the bin and out of it.
func (w *Window) binActions() []actions.Action {
	can := w.is((*session).canBin)
	return []actions.Action{
		{
			ID: "menu.photo.history", Line: true, Keys: []actions.Key{actions.AltShift(fyne.KeyH), actions.Alone(fyne.KeyH)},
			Where: actions.Photos, Enabled: w.open, Run: w.in((*session).recallLead),
		},
		{
			ID: "menu.photo.remove", Keys: []actions.Key{actions.Alt(fyne.KeyDelete), actions.Alone(fyne.KeyDelete)},
			Where: actions.Gallery | actions.Versions, Enabled: can, Run: w.in((*session).removeToBin),
		},
		{
			ID: "menu.photo.restore", Keys: []actions.Key{actions.AltShift(fyne.KeyDelete), actions.Alone(fyne.KeyInsert)},
			Where: actions.Gallery, Enabled: w.is(func(s *session) bool { return s.canBin() && inBin(s.search.query) }), Run: w.in((*session).restoreFromBin),
		},
	}
}
