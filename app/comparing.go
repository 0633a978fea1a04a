package app

import (
	"strconv"

	"waybill/catalog"
)

// joinVersions leads to the page of photos that look alike, and back.
func (s *session) joinVersions() {
	if s.catalogue.ReadOnly() {
		s.versions.Lock()
	}
	s.versions.OnSelection = func() {
		if s.comparing() {
			s.selected()
		}
	}
	s.versions.OnShow = s.showInGallery
	s.versions.OnStep = func(catalog.Step) { s.changes.stepped() }
	s.versions.OnLeave = s.toGallery
	s.versions.OnError = s.fail
	s.inspector.OnShowVersions = s.compareWith
}

// compare shows all photos that look alike.
func (s *session) compare() {
	s.turnTo(versionsPage)
	s.versions.Open()
}

// compareWith shows the photos that look like one.
func (s *session) compareWith(id catalog.PhotoID) {
	s.turnTo(versionsPage)
	s.versions.OpenOf(id)
}

// compareLead shows the photos that look like the one with the keyboard.
func (s *session) compareLead() {
	if id, ok := s.lead(); ok && !s.transfer.Open() {
		s.compareWith(id)
	}
}

// toggleCompare shows the photos that look alike, or the gallery again.
func (s *session) toggleCompare() {
	if s.comparing() {
		s.toGallery()
	} else {
		s.compare()
	}
}

// showInGallery selects photos among all, in a search for everything unless the
// one of the moment finds them all.
func (s *session) showInGallery(ids []catalog.PhotoID) {
	s.toGallery()
	s.sought = ids
	s.seek()
	if s.sought != nil && len(s.search.query.Terms) > 0 {
		sought := s.sought
		s.search.setQuery(catalog.Query{})
		s.sought = sought
	}
}

// showLot searches for the photos that have the goods of a lot.
func (s *session) showLot(lot catalog.LotID) {
	q, err := catalog.ParseQuery(string(catalog.FieldLot) + ":" + strconv.FormatInt(int64(lot), 10))
	if s.fail(err); err == nil {
		s.toGallery()
		s.search.setQuery(q)
	}
}

// listing changes what the gallery lists and goes on looking for what is sought,
// which the change itself must not end.
func (s *session) listing(change func(catalog.Listing), l catalog.Listing) {
	sought, once := s.sought, s.once
	change(l)
	s.sought, s.once = sought, once
	s.seek()
}

// seek selects what is sought, as far as it is listed, until it is all there.
func (s *session) seek() {
	ids := s.sought
	if ids == nil {
		return
	}
	s.gallery.Select(ids)
	s.sought = nil
	if s.gallery.SelectedCount() < len(ids) && (s.results.listed < 0 || len(s.search.query.Terms) > 0) {
		s.sought = ids
	}
}
