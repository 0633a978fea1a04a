package app

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/app/task"
	"waybill/catalog"
)

// photoMenu is about what a photo itself says: when, where and what kind of
// picture it is, and other versions of it.
func (w *Window) photoMenu() *fyne.Menu {
	s, t := w.session, w.words.T
	if s == nil {
		return fyne.NewMenu(t("menu.photo"), action(t("menu.tag.nothing"), nil, false, nil))
	}
	chosen, writable := s.chosenCount() > 0, !s.catalogue.ReadOnly()
	field := func(label string, key fyne.KeyName, focus func()) *fyne.MenuItem {
		return action(label, ctrl(key), chosen && writable, func() { s.tag(focus) })
	}
	reread := t("menu.photo.reread_all")
	if chosen {
		reread = t("menu.photo.reread")
	}
	menu := fyne.NewMenu(t("menu.photo"),
		field(t("menu.photo.date"), fyne.KeyD, s.inspector.FocusDate),
		field(t("menu.photo.place"), fyne.KeyP, s.inspector.FocusPlace),
		field(t("menu.photo.kind"), fyne.KeyK, s.inspector.FocusKind),
		fyne.NewMenuItemSeparator(),
		action(t("menu.photo.copy_place"), ctrlShift(fyne.KeyC), chosen, func() { s.copyPlace() }),
		action(t("menu.photo.paste_place"), ctrlShift(fyne.KeyV), chosen && writable && s.place != nil, func() { s.pastePlace() }),
		fyne.NewMenuItemSeparator(),
		action(t("menu.photo.versions"), alt(fyne.KeyV), chosen, func() { s.compareLead() }),
		action(reread, ctrlShift(fyne.KeyR), writable && !s.reread.running(), func() { s.readAgain() }),
		fyne.NewMenuItemSeparator(),
		action(t("menu.photo.remove"), alt(fyne.KeyDelete), s.canBin() && !inBin(s.search.query), func() { s.removeToBin() }),
		action(t("menu.photo.restore"), altShift(fyne.KeyDelete), s.canBin() && inBin(s.search.query), func() { s.restoreFromBin() }),
		fyne.NewMenuItemSeparator(),
	)
	menu.Items = append(menu.Items, w.citeEntries(s, chosen)...)
	return menu
}

// copyPlace remembers the place of the photo with the keyboard.
func (s *session) copyPlace() {
	id, ok := s.lead()
	if !ok {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (catalog.Statement, error) {
		return s.catalogue.UnderstandPlace(ctx, catalog.PropPlace, id.String())
	}, func(place catalog.Statement, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.place = &place
		s.say(s.words.T("app.place_copied", "photo", id.String()))
		s.onMenu()
	})
}

// pastePlace gives the selected photos the place that was copied.
func (s *session) pastePlace() {
	photos := s.chosen()
	if s.place == nil || len(photos) == 0 || s.catalogue.ReadOnly() || s.transfer.Open() {
		return
	}
	edit := catalog.Edit{Photos: photos, Statements: []catalog.Statement{*s.place}, StatedBy: catalog.OriginEditor}
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) { return s.catalogue.Apply(ctx, edit) },
		func(_ catalog.Step, err error) {
			s.fail(err)
			s.changes.stepped()
		})
}
