package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
	"waybill/catalog/citation"
)

// photoActions are about what a photo itself says: when, where and what kind of
// picture it is, and other versions of it.
func (w *Window) photoActions() []actions.Action {
	date := w.field("menu.photo.date", fyne.KeyD, fyne.KeyD, func(s *session) { s.inspector.FocusDate() })
	date.Line = true
	return []actions.Action{
		{
			ID: "menu.photo.next_untagged", Keys: []actions.Key{actions.Alt(fyne.KeyRight), actions.Alone(fyne.KeyReturn)}, Where: actions.Gallery | actions.Loupe,
			Enabled: w.going, Run: w.in(func(s *session) { s.focusMiddle(); s.nextUntagged() }),
		},
		{
			ID: "menu.photo.back", Keys: []actions.Key{actions.Alt(fyne.KeyLeft), actions.Alone(fyne.KeyBackspace)}, Where: actions.Gallery | actions.Loupe,
			Enabled: w.going, Run: w.in(func(s *session) { s.focusMiddle(); s.goBack() }),
		},
		date,
		w.field("menu.photo.place", fyne.KeyP, fyne.KeyP, func(s *session) { s.inspector.FocusPlace() }),
		w.field("menu.photo.kind", fyne.KeyJ, fyne.KeyK, func(s *session) { s.inspector.FocusKind() }),
		{ID: "menu.photo.copy_place", Line: true, Keys: []actions.Key{actions.CtrlShift(fyne.KeyC)}, Enabled: w.chosen, Run: w.in((*session).copyPlace)},
		{
			ID: "menu.photo.paste_place", Keys: []actions.Key{actions.CtrlShift(fyne.KeyV)},
			Enabled: w.is(func(s *session) bool { return w.taggable() && s.place != nil }), Run: w.in((*session).pastePlace),
		},
		{
			ID: "menu.photo.versions", Line: true, Keys: []actions.Key{actions.Alt(fyne.KeyV), actions.Alone(fyne.KeyV)}, Where: actions.Photos,
			Enabled: w.chosen, Run: w.in((*session).compareLead),
		},
		{
			ID: "menu.photo.reread_all", Keys: []actions.Key{actions.CtrlShift(fyne.KeyR)},
			Enabled: w.is(func(s *session) bool { return w.writable() && !s.reread.on }), Run: w.in((*session).readAgain),
			Label: func() string {
				if w.chosen() {
					return w.words.T("menu.photo.reread")
				}
				return w.words.T("menu.photo.reread_all")
			},
		},
	}
}

// going tells whether photos are shown that can be gone through.
func (w *Window) going() bool {
	return w.session != nil && (w.session.page == galleryPage || w.session.looking() && w.session.lookedIn == galleryPage)
}

// field is an action that leads to a field of the inspector, by a key of the menu
// and by a single one.
func (w *Window) field(id string, menu, single fyne.KeyName, focus func(*session)) actions.Action {
	return actions.Action{
		ID: id, Keys: []actions.Key{actions.Ctrl(menu), actions.Alone(single)}, Where: actions.Photos, Enabled: w.taggable,
		Run: w.in(func(s *session) { s.tag(func() { focus(s) }) }),
	}
}

// citeActions copy citations.
func (w *Window) citeActions() []actions.Action {
	return []actions.Action{
		{
			ID: "menu.photo.cite", Line: true, Keys: []actions.Key{actions.Alt(fyne.KeyC), actions.Alone(fyne.KeyG)}, Where: actions.Photos,
			Enabled: w.chosen, Run: w.in(func(s *session) { s.cite(citation.Public) }),
		},
		{
			ID: "menu.photo.cite_archive", Keys: []actions.Key{actions.Alt(fyne.KeyX), actions.Shift(fyne.KeyG)}, Where: actions.Photos,
			Enabled: w.chosen, Run: w.in(func(s *session) { s.cite(citation.Archive) }),
		},
	}
}
