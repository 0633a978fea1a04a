package app

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

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
