package app

import (
	"context"
	"slices"

	"waybill/app/loupe"
	"waybill/app/present"
	"waybill/app/task"
	"waybill/catalog"
)

// joinLoupe leads to the large view of one photo and back, and from what is done
// there to the catalogue.
func (s *session) joinLoupe() {
	if s.catalogue.ReadOnly() {
		s.loupe.Lock()
	}
	s.gallery.OnActivate = s.lookAtChosen
	s.loupe.OnShow = func(catalog.PhotoID) { s.lookedOn() }
	s.loupe.OnLeave = s.leaveLoupe
	s.loupe.OnError = s.fail
	s.loupe.OnDrawn = s.naming.openNew
	s.loupe.OnActivate = s.rename
	s.loupe.OnChanged = s.marked
	s.loupe.OnRemove = s.unmark
	s.loupe.OnSelect = func(id int64) {
		s.naming.close()
		s.inspector.SetGoods(id)
	}
	s.inspector.OnGoods = s.goodsEntered
}

// goodsEntered follows the keyboard into the row of goods in the inspector: the
// loupe marks where they are in the picture, as long as it shows them.
func (s *session) goodsEntered(id int64) (kept bool) {
	if !s.looking() {
		return false
	}
	s.loupe.Select(id)
	return true
}

// look shows a photo in the loupe, among those of the gallery.
func (s *session) look(id catalog.PhotoID) {
	if s.transfer.Open() {
		return
	}
	s.loupe.SetList(s.gallery.Listed())
	s.loupe.Show(id)
	s.lookedFrom, s.pairs = []catalog.PhotoID{id}, false
	s.turnTo(loupePage)
	s.readRegions()
}

// lookAtChosen shows a photo of the gallery, or the first two of several that are
// selected side by side.
func (s *session) lookAtChosen(id catalog.PhotoID) {
	if s.page != galleryPage || s.chosenCount() < 2 || s.transfer.Open() {
		s.look(id)
		return
	}
	two := s.gallery.Selected()[:2]
	s.loupe.SetList(s.gallery.Listed())
	s.loupe.ShowTwo(two[0], two[1])
	s.lookedFrom, s.pairs = two, true
	s.turnTo(loupePage)
	s.readRegions()
}

// lookAtTwo puts the next photo beside the one in the loupe, or leaves one of
// two. From elsewhere it leads to the loupe first.
func (s *session) lookAtTwo() {
	if s.looking() {
		s.loupe.SideBySide()
	} else if id, ok := s.lead(); ok {
		s.lookAtChosen(id)
		if s.looking() && !s.loupe.Two() {
			s.loupe.SideBySide()
		}
	}
}

// toggleLoupe shows the photo that the keyboard is at large, or the gallery again.
func (s *session) toggleLoupe() {
	if s.looking() {
		s.leaveLoupe()
	} else if id, ok := s.lead(); ok {
		s.lookAtChosen(id)
	}
}

// lookedOn follows the loupe to another photo, or to the other one of two.
func (s *session) lookedOn() {
	s.naming.close()
	s.inspector.SetGoods(0)
	s.readRegions()
	s.selected()
	if two := s.loupe.Two(); two != s.pairs {
		s.pairs = two
		s.onMenu()
	}
}

// putAway leaves the loupe: the gallery then has what it had selected, or the
// photo that was looked at last.
func (s *session) putAway() {
	s.naming.close()
	s.inspector.SetGoods(0)
	s.regions.Cancel()
	if id, ok := s.loupe.Shown(); ok && !slices.Contains(s.lookedFrom, id) {
		s.page = galleryPage
		s.gallery.Select([]catalog.PhotoID{id})
	}
	s.loupe.Show(0) // its pictures need no memory any more
}

// readRegions shows in the loupe what is observed in its photos.
func (s *session) readRegions() {
	ids := s.loupe.Both()
	if len(ids) == 0 || !s.looking() {
		return
	}
	task.Ask(s.tasks, &s.regions, func(ctx context.Context, tell func([]catalog.Photo)) error {
		photos, err := s.catalogue.Photos(ctx, ids)
		if err == nil {
			tell(photos)
		}
		return err
	}, func(photos []catalog.Photo) {
		for _, p := range photos {
			s.loupe.SetRegions(p.ID, regionsOf(s.words, p.Observations))
		}
	}, s.fail)
}

// regionsOf lists observations for the loupe.
func regionsOf(w *present.Words, observations []catalog.Observation) []loupe.Region {
	list := make([]loupe.Region, 0, len(observations))
	for _, o := range observations {
		r := loupe.Region{ID: o.ID, Label: w.Called(o.ItemName), Status: o.Status(), Visible: o.Visible}
		if o.Region != nil {
			r.Rect = loupe.Rect{X: o.Region.X, Y: o.Region.Y, W: o.Region.W, H: o.Region.H}
		}
		list = append(list, r)
	}
	return list
}

// lookedAgain brings the loupe in line with photos that were changed.
func (s *session) lookedAgain(changed []catalog.PhotoID) {
	if !s.looking() {
		return
	}
	s.loupe.Changed(changed)
	if slices.ContainsFunc(s.loupe.Both(), func(id catalog.PhotoID) bool { return slices.Contains(changed, id) }) {
		s.readRegions()
	}
}

// relisted tells the loupe which photos the gallery lists now.
func (s *session) relisted() {
	if s.looking() && s.lookedIn == galleryPage {
		s.loupe.SetList(s.gallery.Listed())
	}
}

// zoom makes the pictures larger (1) or smaller (-1): the one in the loupe, or
// those of the gallery.
func (s *session) zoom(way int) {
	switch {
	case !s.looking():
		s.search.enlarge(way)
	case way > 0:
		s.loupe.ZoomIn()
	default:
		s.loupe.ZoomOut()
	}
}
