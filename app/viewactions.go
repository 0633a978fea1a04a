package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
	look "waybill/app/theme"
	"waybill/catalog"
)

func (w *Window) viewActions() []actions.Action {
	on := func(p page) func() bool { return w.is(func(s *session) bool { return s.page == p }) }
	return []actions.Action{
		{ID: "menu.view.photos", Keys: []actions.Key{actions.Ctrl(fyne.KeyG)}, Enabled: w.open, Run: w.in((*session).toGallery)},
		{
			ID: "menu.view.filters", Keys: []actions.Key{actions.Alt(fyne.Key1)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.panes.left.Visible() }), Run: w.in(func(s *session) { s.panes.toggleLeft(); s.onMenu() }),
		},
		{
			ID: "menu.view.inspector", Keys: []actions.Key{actions.Alt(fyne.Key2)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.panes.right.Visible() }), Run: w.in(func(s *session) { s.panes.toggleRight(); s.onMenu() }),
		},
		{ID: "menu.view.alike", Keys: []actions.Key{actions.Alt(fyne.Key3)}, Enabled: w.open, Checked: on(versionsPage), Run: w.in((*session).toggleCompare)},
		{
			ID: "menu.view.loupe", Keys: []actions.Key{actions.Alt(fyne.Key4), actions.Alone(fyne.KeySpace)}, Where: actions.Gallery | actions.Loupe,
			Enabled: w.chosen, Checked: w.looking, Run: w.in((*session).toggleLoupe),
		},
		{ID: "menu.view.law", Keys: []actions.Key{actions.Alt(fyne.Key5)}, Enabled: w.open, Checked: on(lawPage), Run: w.in((*session).toggleLaw)},
		{ID: "menu.view.vocabularies", Keys: []actions.Key{actions.Alt(fyne.Key6)}, Enabled: w.open, Checked: on(vocabularyPage), Run: w.in((*session).toggleVocabulary)},
		{ID: "menu.view.history", Keys: []actions.Key{actions.Alt(fyne.Key7)}, Enabled: w.open, Checked: on(historyPage), Run: w.in((*session).toggleHistory)},
		{
			ID: "menu.view.bin", Keys: []actions.Key{actions.Alt(fyne.Key8)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.page == galleryPage && inBin(s.search.query) }), Run: w.in((*session).toggleBin),
		},
		{
			ID: "menu.view.larger", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyEqual), actions.Alone("+"), actions.Alone(fyne.KeyEqual)},
			Where: actions.Gallery | actions.Loupe, Enabled: w.open, Run: w.in(func(s *session) { s.zoom(1) }),
		},
		{
			ID: "menu.view.smaller", Keys: []actions.Key{actions.Ctrl(fyne.KeyMinus), actions.Alone(fyne.KeyMinus)},
			Where: actions.Gallery | actions.Loupe, Enabled: w.open, Run: w.in(func(s *session) { s.zoom(-1) }),
		},
		{ID: "menu.view.whole", Keys: []actions.Key{actions.Ctrl(fyne.Key0)}, Enabled: w.looking, Run: w.in(func(s *session) { s.loupe.ZoomFit() })},
		{
			ID: "menu.view.pixels", Keys: []actions.Key{actions.Alt(fyne.Key0), actions.Alone(fyne.KeyZ)}, Where: actions.Loupe,
			Enabled: w.looking, Run: w.in(func(s *session) { s.loupe.ZoomTurn() }),
		},
		{
			ID: "menu.view.two", Keys: []actions.Key{actions.Alt(fyne.KeyY), actions.Alone(fyne.KeyY)}, Where: actions.Gallery | actions.Loupe,
			Enabled: w.chosen, Checked: w.is(func(s *session) bool { return s.looking() && s.loupe.Two() }), Run: w.in((*session).lookAtTwo),
		},
		{
			ID: "menu.view.linked", Keys: []actions.Key{actions.AltShift(fyne.KeyY), actions.Shift(fyne.KeyY)}, Where: actions.Loupe,
			Enabled: w.is(func(s *session) bool { return s.looking() && s.loupe.Two() }),
			Checked: w.is(func(s *session) bool { return s.loupe.Linked() }), Run: w.in(func(s *session) { s.loupe.Unlink(); s.onMenu() }),
		},
	}
}

// groupActions say in which order and in which groups the gallery has its photos.
func (w *Window) groupActions() []actions.Action {
	order := func(id string, key fyne.KeyName, sort catalog.Sort) actions.Action {
		return actions.Action{
			ID: id, Keys: []actions.Key{actions.Alt(key)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.search.sort() == sort }), Run: w.in(func(s *session) { s.search.setSort(sort) }),
		}
	}
	group := func(id string, key fyne.KeyName, by catalog.Grouping) actions.Action {
		return actions.Action{
			ID: id, Keys: []actions.Key{actions.CtrlShift(key)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.grouping == by }), Run: w.in(func(s *session) { s.setGrouping(by) }),
		}
	}
	taken := order("menu.view.by_taken", fyne.KeyT, catalog.SortTaken)
	taken.Line = true
	return []actions.Action{
		taken,
		order("menu.view.by_imported", fyne.KeyI, catalog.SortImported),
		order("menu.view.by_name", fyne.KeyF, catalog.SortName),
		group("menu.view.group.none", fyne.Key0, catalog.GroupNone),
		group("menu.view.group.day", fyne.Key1, catalog.GroupDay),
		group("menu.view.group.batch", fyne.Key2, catalog.GroupBatch),
		group("menu.view.group.route", fyne.Key3, catalog.GroupRoute),
		group("menu.view.group.lot", fyne.Key4, catalog.GroupLot),
		group("menu.view.group.alike", fyne.Key5, catalog.GroupAlike),
		{
			ID: "menu.view.captions", Keys: []actions.Key{actions.Alt(fyne.KeyH)}, Enabled: w.open,
			Checked: w.is(func(s *session) bool { return s.captions }), Run: w.in((*session).toggleCaptions),
		},
	}
}

// themeActions choose how the window looks.
func (w *Window) themeActions() []actions.Action {
	mode := func(id string, key fyne.KeyName, m look.Mode) actions.Action {
		return actions.Action{
			ID: id, Keys: []actions.Key{actions.CtrlShift(key)},
			Checked: func() bool { return w.choices.mode() == m }, Run: func() { w.setMode(m) },
		}
	}
	system := mode("menu.view.system", fyne.KeyY, look.ModeSystem)
	system.Line = true
	return []actions.Action{
		system, mode("menu.view.light", fyne.KeyL, look.ModeLight), mode("menu.view.dark", fyne.KeyD, look.ModeDark),
		mode("menu.view.contrast", fyne.KeyO, look.ModeContrast),
	}
}
