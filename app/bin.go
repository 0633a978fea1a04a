package app

import (
	"context"
	"slices"

	"waybill/app/task"
	"waybill/catalog"
)

// removeToBin moves what is selected into the bin; the keyboard goes on to the
// photo beside it.
func (s *session) removeToBin() { s.bin(catalog.ActionRemove) }

// restoreFromBin brings what is selected back, likewise.
func (s *session) restoreFromBin() { s.bin(catalog.ActionRestore) }

// canBin tells whether there is something selected that could be moved.
func (s *session) canBin() bool {
	return s.chosenCount() > 0 && !s.catalogue.ReadOnly() && !s.transfer.Open() &&
		(s.page == galleryPage || s.page == loupePage || s.page == versionsPage)
}

func (s *session) bin(what catalog.Action) {
	if !s.canBin() {
		return
	}
	do, none := s.catalogue.Remove, "app.bin.already"
	if what == catalog.ActionRestore {
		do, none = s.catalogue.Restore, "app.bin.not_there"
	}
	photos, page := s.chosen(), s.page
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) { return do(ctx, photos, "") }, func(step catalog.Step, err error) {
		switch {
		case err != nil:
			s.fail(err)
			return
		case step.ID == 0:
			s.say(s.words.N(none, len(photos)))
			return
		}
		s.changes.stepped()
		s.goOn(page, photos, step.ID)
		s.offerUndo(step)
	})
}

// goOn selects what stands beside photos that go out of the list, also while that
// still has them.
func (s *session) goOn(page page, photos []catalog.PhotoID, at catalog.StepID) {
	if s.gone == nil {
		s.gone = map[catalog.PhotoID]bool{}
	}
	s.goneAt = at
	for _, id := range photos {
		s.gone[id] = true
	}
	if s.page != page || !slices.Equal(s.chosen(), photos) {
		return // the user has gone on already
	}
	switch page {
	case versionsPage:
		s.versions.Again()
	case loupePage:
		if id, ok := s.loupe.Beside(s.gone); ok {
			s.loupe.Show(id)
			s.lookedOn()
		} else {
			s.leaveLoupe()
		}
	case galleryPage:
		var next []catalog.PhotoID
		if id, ok := s.gallery.Beside(s.gone); ok {
			next = append(next, id)
		}
		s.gallery.Select(next)
	}
}

// binQuery finds what lies in the bin.
func binQuery() catalog.Query {
	return catalog.Query{Terms: []catalog.Term{{Field: catalog.FieldIs, Value: catalog.IsRemoved}}}
}

// inBin tells whether a query looks into the bin.
func inBin(q catalog.Query) bool {
	return slices.ContainsFunc(q.Terms, func(t catalog.Term) bool { return t.Field == catalog.FieldIs && !t.Not })
}

// toggleBin shows what lies in the bin, or everything else again.
func (s *session) toggleBin() {
	q := binQuery()
	if inBin(s.search.query) && s.page == galleryPage {
		q = catalog.Query{}
	}
	s.toGallery()
	s.search.setQuery(q)
}
