package app

import "waybill/catalog"

// joinHistory leads to the page of the history and back, and from its steps to the
// photos.
func (s *session) joinHistory() {
	v := s.history
	v.OnSelection = func() {
		if s.page == historyPage {
			s.selected()
		}
	}
	v.OnPhotos = s.showStep
	v.OnShow = func(id catalog.PhotoID) { s.lookFrom(historyPage, id) }
	v.OnLeave = s.toGallery
	v.OnError = s.fail
	s.inspector.OnShowHistory = s.recallPhoto
}

// toggleHistory shows what was done in the catalogue, or the gallery again.
func (s *session) toggleHistory() {
	if s.page == historyPage {
		s.toGallery()
		return
	}
	s.turnTo(historyPage)
	s.history.Open(0)
}

// recallLead shows what was done to the photo that the keyboard is at; without one,
// in the whole catalogue.
func (s *session) recallLead() {
	id, _ := s.lead()
	s.recallPhoto(id)
}

// recallPhoto shows what was done to a photo, in the whole catalogue for 0.
func (s *session) recallPhoto(id catalog.PhotoID) {
	s.turnTo(historyPage)
	s.history.Open(id)
}

// recall brings the page in line with what was done since.
func (s *session) recall() {
	if s.page == historyPage {
		s.history.Changed()
	}
}
