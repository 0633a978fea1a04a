package app

import (
	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// page is what stands in the middle of the window.
type page int

const (
	galleryPage page = iota
	versionsPage
	loupePage
	vocabularyPage
	lawPage
	historyPage
)

// comparing tells whether the page of photos that look alike stands in the place
// of the gallery.
func (s *session) comparing() bool { return s.page == versionsPage }

// looking tells whether the loupe does.
func (s *session) looking() bool { return s.page == loupePage }

// toGallery leads back to the gallery; from the loupe to the photo that was
// looked at last.
func (s *session) toGallery() {
	s.turnTo(galleryPage)
	s.gallery.Focus()
}

// turnTo shows a page, and what is selected there in the inspector.
func (s *session) turnTo(p page) {
	if p == s.page {
		s.focusMiddle()
		return
	}
	s.pass()
	switch s.page {
	case loupePage:
		s.putAway()
	case vocabularyPage:
		s.vocabulary.Away()
	}
	if p == lawPage {
		defer s.law.Shown()
	}
	s.page = p
	for q, o := range map[page]fyne.CanvasObject{
		galleryPage: s.gallery.Object(), versionsPage: s.versions.Object(), loupePage: s.looker, lawPage: s.law.Object(), historyPage: s.history.Object(),
	} {
		if q == p {
			o.Show()
		} else {
			o.Hide()
		}
	}
	s.lookedIn = galleryPage
	s.widen(p == vocabularyPage)
	s.panes.whole.Refresh()
	s.focusMiddle()
	s.selected()
	s.onMenu()
}

// focusMiddle gives the keyboard to what stands in the middle.
func (s *session) focusMiddle() {
	switch s.page {
	case versionsPage:
		s.versions.Focus()
	case loupePage:
		s.loupe.Focus()
	case lawPage:
		s.law.Focus()
	case historyPage:
		s.history.Focus()
	case vocabularyPage:
		s.vocabulary.Focus()
	default:
		s.gallery.Focus()
	}
}

// chosen gives what is selected in the middle: of versions, the one with the
// keyboard; in the loupe, the one that is shown.
func (s *session) chosen() []catalog.PhotoID {
	if s.page == galleryPage {
		return s.gallery.Selected()
	}
	if id, ok := s.lead(); ok {
		return []catalog.PhotoID{id}
	}
	return nil
}

// chosenCount tells how many photos that is.
func (s *session) chosenCount() int {
	if s.page == galleryPage {
		return s.gallery.SelectedCount()
	}
	return len(s.chosen())
}

// lead gives the photo the keyboard is at, if any is selected.
func (s *session) lead() (catalog.PhotoID, bool) {
	switch {
	case s.page == vocabularyPage:
		return 0, false
	case s.comparing():
		return s.versions.Focused()
	case s.looking():
		return s.loupe.Shown()
	case s.page == lawPage:
		return s.law.Focused()
	case s.page == historyPage:
		return s.history.Focused()
	case s.gallery.SelectedCount() == 0:
		return 0, false
	}
	return s.gallery.Focused()
}
