package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
	"waybill/catalog"
)

func (w *Window) tagActions() []actions.Action {
	return []actions.Action{
		w.field("menu.tag.item", fyne.KeyT, fyne.KeyI, func(s *session) { s.inspector.FocusItem() }),
		w.field("menu.tag.route", fyne.KeyR, fyne.KeyR, func(s *session) { s.inspector.FocusRoute() }),
		w.field("menu.tag.caption", fyne.KeyL, fyne.KeyC, func(s *session) { s.inspector.FocusCaption() }),
		w.field("menu.tag.note", fyne.KeyM, fyne.KeyN, func(s *session) { s.inspector.FocusNote() }),
		w.field("menu.tag.source", fyne.KeyU, fyne.KeyS, func(s *session) { s.inspector.FocusSource() }),
		{
			ID: "menu.tag.take", Line: true, Keys: []actions.Key{actions.Alt(fyne.KeyA), actions.Alone(fyne.KeyT)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in(func(s *session) { s.take(false) }),
			Label: func() string { return w.manyLabel("menu.tag.take", "menu.tag.take_many") },
		},
		{
			ID: "menu.tag.take_because", Keys: []actions.Key{actions.Alt(fyne.KeyB), actions.Shift(fyne.KeyT)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in(func(s *session) { s.take(true) }),
			Label: func() string { return w.manyLabel("menu.tag.take_because", "menu.tag.take_many_because") },
		},
		{
			ID: "menu.tag.details", Keys: []actions.Key{actions.Alt(fyne.KeyG), actions.Alone(fyne.KeyE)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in((*session).edit), Label: func() string { return w.manyLabel("menu.tag.details", "menu.tag.together") },
		},
		{
			ID: "menu.tag.join", Keys: []actions.Key{actions.Alt(fyne.KeyJ), actions.Alone(fyne.KeyL)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in(func(s *session) { s.tag(s.inspector.JoinLot) }),
		},
		{
			ID: "menu.tag.part", Keys: []actions.Key{actions.AltShift(fyne.KeyJ), actions.Shift(fyne.KeyL)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in(func(s *session) { s.tag(s.inspector.PartLot) }),
		},
		{ID: "menu.tag.lock", Keys: []actions.Key{actions.Alt(fyne.KeyK)}, Enabled: w.taggable, Run: w.in(func(s *session) { s.inspector.ToggleLock() })},
		{
			ID: "menu.tag.release", Keys: []actions.Key{actions.AltShift(fyne.KeyK)},
			Enabled: w.is(func(s *session) bool { return len(s.inspector.Locks()) > 0 }), Run: w.in(func(s *session) { s.inspector.ReleaseLocks() }),
		},
		{
			ID: "menu.tag.reported", Keys: []actions.Key{actions.Alt(fyne.KeyR), actions.Alone(fyne.KeyX)}, Where: actions.Photos,
			Enabled: w.taggable, Run: w.in((*session).turnReported),
		},
		{
			ID: "menu.tag.mark", Keys: []actions.Key{actions.Alt(fyne.KeyM)},
			Enabled: w.is(func(s *session) bool { return w.taggable() && s.looking() }), Run: w.in((*session).mark),
		},
	}
}

// manyLabel is the text for one photo, or the one for many when many are selected.
func (w *Window) manyLabel(one, many string) string {
	if w.session != nil && w.session.chosenCount() > 1 {
		return w.words.T(many)
	}
	return w.words.T(one)
}

// statusActions give the goods of the photos a status.
func (w *Window) statusActions() []actions.Action {
	status := func(id string, menu, single fyne.KeyName, status catalog.Status) actions.Action {
		return actions.Action{
			ID: id, Keys: []actions.Key{actions.Alt(menu), actions.Alone(single)}, Where: actions.Photos, Enabled: w.taggable,
			Run: w.in(func(s *session) { s.tag(func() { s.inspector.SetStatus(status) }) }),
		}
	}
	first := status("menu.tag.sanctioned", fyne.KeyS, fyne.Key1, catalog.Sanctioned)
	first.Line = true
	return []actions.Action{
		first,
		status("menu.tag.suspected", fyne.KeyP, fyne.Key2, catalog.Suspected),
		status("menu.tag.disputed", fyne.KeyD, fyne.Key3, catalog.Disputed),
		status("menu.tag.exempt", fyne.KeyE, fyne.Key4, catalog.Exempt),
		status("menu.tag.not_listed", fyne.KeyN, fyne.Key5, catalog.NotListed),
		status("menu.tag.withdraw", fyne.KeyW, fyne.Key0, catalog.NotAssessed),
	}
}
