package app

import (
	"waybill/app/actions"
)

// newList makes the list of all that can be done in the window, in the order of
// the menus. To add an action see package actions.
func (w *Window) newList() actions.List {
	return actions.New(
		w.fileActions(), w.editActions(), w.viewActions(), w.groupActions(), w.themeActions(), w.photoActions(), w.binActions(),
		w.citeActions(), w.tagActions(), w.templateActions(), w.statusActions(), w.helpActions(), heldKeys(),
	)
}

// in makes something of a session what the window does: nothing without a
// catalogue.
func (w *Window) in(do func(*session)) func() {
	return func() {
		if w.session != nil {
			do(w.session)
		}
	}
}

// is tells of the session of the moment whether something is so; without a
// catalogue it is not.
func (w *Window) is(so func(*session) bool) func() bool {
	return func() bool { return w.session != nil && so(w.session) }
}

// open tells whether a catalogue is open.
func (w *Window) open() bool { return w.session != nil }

// writable tells whether one is open that can be changed.
func (w *Window) writable() bool { return w.session != nil && !w.session.catalogue.ReadOnly() }

// chosen tells whether photos are selected.
func (w *Window) chosen() bool { return w.session != nil && w.session.chosenCount() > 0 }

// taggable tells whether photos are selected that can be changed.
func (w *Window) taggable() bool { return w.writable() && w.chosen() }

// looking tells whether the loupe is shown.
func (w *Window) looking() bool { return w.session != nil && w.session.looking() }

// scope is where single keys are pressed: the view in the middle.
func (s *session) scope() actions.Scope {
	switch s.page {
	case versionsPage:
		return actions.Versions
	case loupePage:
		return actions.Loupe
	case lawPage:
		return actions.Law
	case historyPage:
		return actions.History
	case vocabularyPage:
		return actions.Vocabulary
	}
	return actions.Gallery
}
