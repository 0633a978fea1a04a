package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	look "waybill/app/theme"
	"waybill/catalog"
)

// ctrl, ctrlShift, alt and altShift are the keys of actions. All have a modifier, for
// Fyne looks for no other keys in the menu, and so they work in a text field too.
func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func altShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
}

// action is an entry of the menu; when off, neither it nor its key does anything.
func action(label string, key fyne.Shortcut, on bool, run func()) *fyne.MenuItem {
	if !on {
		run = func() {} // Fyne runs the key of a disabled entry all the same
	}
	item := fyne.NewMenuItem(label, run)
	item.Shortcut, item.Disabled = key, !on
	return item
}

// checked puts a tick before an entry.
func checked(item *fyne.MenuItem, on bool) *fyne.MenuItem {
	item.Checked = on
	return item
}

// refreshMenu brings the menu in line with what can be done now.
func (w *Window) refreshMenu() {
	menus := []*fyne.Menu{w.fileMenu(), w.editMenu(), w.viewMenu(), w.photoMenu(), w.tagMenu(), w.helpMenu()}
	w.win.SetMainMenu(fyne.NewMainMenu(menus...))
}

func (w *Window) fileMenu() *fyne.Menu {
	s, t := w.session, w.words.T
	writable := s != nil && !s.catalogue.ReadOnly()
	recents := action(t("menu.file.recent"), nil, len(w.listed) > 0, func() {})
	recents.ChildMenu = fyne.NewMenu("")
	for _, r := range w.listed {
		recents.ChildMenu.Items = append(recents.ChildMenu.Items,
			action(displayName(r.path), nil, !r.missing, func() { w.OpenCatalogue(r.path) }))
	}
	quit := action(t("menu.file.quit"), ctrl(fyne.KeyQ), true, func() { w.leave(w.quit) })
	quit.IsQuit = true
	return fyne.NewMenu(t("menu.file"),
		action(t("menu.file.new"), ctrl(fyne.KeyN), true, w.askNew),
		action(t("menu.file.open"), ctrl(fyne.KeyO), true, w.askOpen),
		recents,
		fyne.NewMenuItemSeparator(),
		action(t("menu.file.import_folder"), ctrl(fyne.KeyI), writable, func() { w.askImportFolder() }),
		action(t("menu.file.import_file"), ctrlShift(fyne.KeyI), writable, func() { w.askImportFile() }),
		action(t("menu.file.export"), ctrl(fyne.KeyE), s != nil, func() { s.export() }),
		action(t("menu.file.import_words"), ctrlShift(fyne.KeyT), writable, w.askImportWords),
		action(t("menu.file.export_words"), ctrlShift(fyne.KeyE), s != nil, w.askExportWords),
		fyne.NewMenuItemSeparator(),
		action(t("menu.file.close"), ctrl(fyne.KeyW), s != nil, func() { w.leave(w.ShowWelcome) }),
		quit,
	)
}

func (w *Window) editMenu() *fyne.Menu {
	s, t := w.session, w.words.T
	undo, redo := t("menu.edit.undo"), t("menu.edit.redo")
	canUndo, canRedo := false, false
	if s != nil {
		if canUndo = s.undo != nil; canUndo {
			undo = t("menu.undo_step", "step", shorten(w.words.Step(*s.undo), maxStep))
		}
		if canRedo = s.redo != nil; canRedo {
			redo = t("menu.redo_step", "step", shorten(w.words.Step(*s.redo), maxStep))
		}
	}
	// The keys of undo, redo and select all belong to a text field first, also
	// when the catalogue has nothing to undo.
	undoItem := action(undo, &fyne.ShortcutUndo{}, true, w.Undo)
	undoItem.Disabled = !canUndo
	redoItem := action(redo, ctrlShift(fyne.KeyZ), true, w.Redo)
	redoItem.Disabled = !canRedo
	all := action(t("menu.edit.select_all"), &fyne.ShortcutSelectAll{}, true, w.selectAll)
	all.Disabled = s == nil || s.page != galleryPage
	words := s != nil && s.page == vocabularyPage && !s.catalogue.ReadOnly()
	return fyne.NewMenu(t("menu.edit"),
		undoItem, redoItem,
		fyne.NewMenuItemSeparator(),
		all,
		action(t("menu.edit.select_none"), ctrlShift(fyne.KeyA), s != nil && s.page == galleryPage, func() { s.gallery.Select(nil) }),
		fyne.NewMenuItemSeparator(),
		action(t("menu.edit.new_word"), ctrlShift(fyne.KeyN), words, func() { s.vocabulary.NewEntry() }),
		action(t("menu.edit.save_word"), ctrl(fyne.KeyS), words, func() { s.vocabulary.Save() }),
		action(t("menu.edit.merge_word"), ctrlShift(fyne.KeyM), words && s.vocabulary.Chosen(), func() { s.vocabulary.AskMerge() }),
		action(t("menu.edit.remove_word"), ctrlShift(fyne.KeyX), words && s.vocabulary.Chosen(), func() { s.vocabulary.Remove() }),
		fyne.NewMenuItemSeparator(),
		action(t("menu.edit.find"), ctrl(fyne.KeyF), s != nil, func() { s.find() }),
		checked(action(t("menu.edit.review_export"), ctrlShift(fyne.KeyP), s != nil && !s.catalogue.ReadOnly(), func() { s.toggleReviewed() }), s != nil && s.reviewed),
		fyne.NewMenuItemSeparator(),
		action(t("menu.edit.settings"), ctrl(fyne.KeyComma), true, w.showSettings),
	)
}

func (w *Window) viewMenu() *fyne.Menu {
	s, t := w.session, w.words.T
	on := s != nil
	order := func(label string, key fyne.KeyName, sort catalog.Sort) *fyne.MenuItem {
		return checked(action(label, alt(key), on, func() { s.search.setSort(sort) }), on && s.search.sort() == sort)
	}
	mode := func(label string, key fyne.KeyName, m look.Mode) *fyne.MenuItem {
		return checked(action(label, ctrlShift(key), true, func() { w.setMode(m) }), w.choices.mode() == m)
	}
	return fyne.NewMenu(t("menu.view"),
		action(t("menu.view.photos"), ctrl(fyne.KeyG), on, func() { s.toGallery() }),
		checked(action(t("menu.view.filters"), alt(fyne.Key1), on, func() { s.panes.toggleLeft(); w.refreshMenu() }), on && s.panes.left.Visible()),
		checked(action(t("menu.view.inspector"), alt(fyne.Key2), on, func() { s.panes.toggleRight(); w.refreshMenu() }), on && s.panes.right.Visible()),
		checked(action(t("menu.view.alike"), alt(fyne.Key3), on, func() { s.toggleCompare() }), on && s.comparing()),
		checked(action(t("menu.view.loupe"), alt(fyne.Key4), on && s.chosenCount() > 0, func() { s.toggleLoupe() }), on && s.looking()),
		checked(action(t("menu.view.law"), alt(fyne.Key5), on, func() { s.toggleLaw() }), on && s.page == lawPage),
		checked(action(t("menu.view.vocabularies"), alt(fyne.Key6), on, func() { s.toggleVocabulary() }), on && s.page == vocabularyPage),
		fyne.NewMenuItemSeparator(),
		action(t("menu.view.larger"), ctrl(fyne.KeyEqual), on, func() { s.zoom(1) }),
		action(t("menu.view.smaller"), ctrl(fyne.KeyMinus), on, func() { s.zoom(-1) }),
		action(t("menu.view.whole"), ctrl(fyne.Key0), on && s.looking(), func() { s.loupe.ZoomFit() }),
		action(t("menu.view.pixels"), ctrl(fyne.Key1), on && s.looking(), func() { s.loupe.ZoomFull() }),
		fyne.NewMenuItemSeparator(),
		order(t("menu.view.by_taken"), fyne.KeyT, catalog.SortTaken),
		order(t("menu.view.by_imported"), fyne.KeyI, catalog.SortImported),
		order(t("menu.view.by_name"), fyne.KeyF, catalog.SortName),
		w.groupMenu(),
		checked(action(t("menu.view.captions"), alt(fyne.KeyH), on, func() { s.toggleCaptions() }), on && s.captions),
		fyne.NewMenuItemSeparator(),
		mode(t("menu.view.system"), fyne.KeyY, look.ModeSystem),
		mode(t("menu.view.light"), fyne.KeyL, look.ModeLight),
		mode(t("menu.view.dark"), fyne.KeyD, look.ModeDark),
		mode(t("menu.view.contrast"), fyne.KeyC, look.ModeContrast),
	)
}

func (w *Window) tagMenu() *fyne.Menu {
	s, t := w.session, w.words.T
	on := s != nil && s.chosenCount() > 0 && !s.catalogue.ReadOnly()
	field := func(label string, key fyne.KeyName, focus func()) *fyne.MenuItem {
		return action(label, ctrl(key), on, func() { s.tag(focus) })
	}
	menu := fyne.NewMenu(t("menu.tag"))
	if s == nil {
		return fyne.NewMenu(t("menu.tag"), action(t("menu.tag.nothing"), nil, false, nil))
	}
	take, because := t("menu.tag.take"), t("menu.tag.take_because")
	if s.chosenCount() > 1 {
		take, because = t("menu.tag.take_many"), t("menu.tag.take_many_because")
	}
	menu.Items = []*fyne.MenuItem{
		field(t("menu.tag.item"), fyne.KeyT, s.inspector.FocusItem),
		field(t("menu.tag.route"), fyne.KeyR, s.inspector.FocusRoute),
		field(t("menu.tag.caption"), fyne.KeyL, s.inspector.FocusCaption),
		field(t("menu.tag.note"), fyne.KeyM, s.inspector.FocusNote),
		field(t("menu.tag.source"), fyne.KeyU, s.inspector.FocusSource),
		fyne.NewMenuItemSeparator(),
		action(take, alt(fyne.KeyA), on, func() { s.take(false) }),
		action(because, alt(fyne.KeyB), on, func() { s.take(true) }),
		action(t("menu.tag.details"), alt(fyne.KeyG), on && s.chosenCount() == 1, func() { s.tag(s.inspector.EditDetails) }),
		action(t("menu.tag.join"), alt(fyne.KeyJ), on, func() { s.tag(s.inspector.JoinLot) }),
		action(t("menu.tag.part"), altShift(fyne.KeyJ), on, func() { s.tag(s.inspector.PartLot) }),
		action(t("menu.tag.mark"), alt(fyne.KeyM), on && s.looking(), func() { s.mark() }),
		fyne.NewMenuItemSeparator(),
	}
	for _, k := range statusKeys() {
		label := w.words.Status(k.status)
		if k.status == catalog.NotAssessed {
			label = t("menu.tag.withdraw")
		}
		menu.Items = append(menu.Items, action(label, alt(k.key), on, func() { s.tag(func() { s.inspector.SetStatus(k.status) }) }))
	}
	return menu
}

// statusKey is the letter of a status: with Alt anywhere, alone in the gallery.
type statusKey struct {
	status catalog.Status
	key    fyne.KeyName
}

func statusKeys() []statusKey {
	return []statusKey{
		{catalog.Sanctioned, fyne.KeyS},
		{catalog.Suspected, fyne.KeyP},
		{catalog.Disputed, fyne.KeyD},
		{catalog.Exempt, fyne.KeyE},
		{catalog.NotListed, fyne.KeyN},
		{catalog.NotAssessed, fyne.KeyW},
	}
}

func (w *Window) helpMenu() *fyne.Menu {
	t := w.words.T
	return fyne.NewMenu(t("menu.help"),
		action(t("menu.help.keys"), ctrlShift(fyne.KeyK), true, w.showKeys),
		action(t("menu.help.search"), ctrlShift(fyne.KeyF), true, w.showSearchHelp),
		action(t("menu.help.codes"), ctrlShift(fyne.KeyH), w.session != nil, w.showCodes),
		action(t("menu.help.about"), ctrlShift(fyne.KeyB), true, w.showAbout),
	)
}
