package app

import (
	"context"
	"slices"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	maxReported  = 20_000 // photos whose goods are turned at once
	reportedPage = 500    // photos read at once
)

// turned is what became of goods whose way of being known was turned.
type turned struct {
	goods   int
	visible bool // the picture shows them now; else only the source speaks of them
}

// turnReported makes the goods of the selected photos reported when the pictures
// show all of them, else visible, in one step: of one photo the goods that keys
// act on, if there are any.
func (s *session) turnReported() {
	photos, goods := s.chosen(), s.inspector.Goods()
	if len(photos) == 0 || s.catalogue.ReadOnly() || s.transfer.Open() {
		return
	}
	if len(photos) > maxReported {
		s.say(s.words.N("app.turned.too_many", maxReported))
		return
	}
	if len(photos) > 1 {
		goods = 0
	}
	task.Run(s.tasks, func(ctx context.Context) (turned, error) {
		edit, what, err := s.turning(ctx, photos, goods)
		if err == nil && what.goods > 0 {
			_, err = s.catalogue.Apply(ctx, edit)
		}
		return what, err
	}, func(what turned, err error) {
		s.fail(err)
		if err == nil {
			s.say(s.turnedWords(what))
			s.changes.stepped()
		}
	})
}

// turning makes the edit; only one observation for goods other than 0.
func (s *session) turning(ctx context.Context, photos []catalog.PhotoID, goods int64) (catalog.Edit, turned, error) {
	visible, reported := map[int64]bool{}, false
	for page := range slices.Chunk(photos, reportedPage) {
		list, err := s.catalogue.Photos(ctx, page)
		if err != nil {
			return catalog.Edit{}, turned{}, err
		}
		for _, p := range list {
			for _, o := range p.Observations {
				if goods == 0 || o.ID == goods {
					visible[o.ID] = true
					reported = reported || !o.Visible
				}
			}
		}
	}
	if !reported {
		for id := range visible {
			visible[id] = false
		}
	}
	return catalog.Edit{Photos: photos, Visible: visible}, turned{len(visible), reported}, nil
}

func (s *session) turnedWords(what turned) string {
	switch {
	case what.goods == 0:
		return s.words.T("app.turned.none")
	case what.visible:
		return s.words.N("app.turned.visible", what.goods)
	}
	return s.words.N("app.turned.reported", what.goods)
}
