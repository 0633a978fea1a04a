package app

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// joinSearch leads from the query to what it finds.
func (s *session) joinSearch() {
	s.search.onQuery = func(q catalog.Query, sort catalog.Sort) {
		s.once = nil // it was for another search
		s.turnTo(galleryPage)
		s.results.ask(q, sort, s.grouping)
		s.filters.Refresh(q)
		s.searched(q)
		s.onMenu()
	}
	s.search.onEnter = s.toGallery
	s.search.onSize = s.gallery.SetCellSize
	s.gallery.SetCellSize(float32(s.search.size.Value))
	s.filters.OnQuery, s.filters.OnText = s.search.setQuery, s.search.edited
	s.filters.OnError, s.filters.OnLeave = s.fail, s.focusMiddle
	s.results.onList = func(l catalog.Listing) {
		s.listing(s.gallery.Reset, l)
		s.explainEmpty(len(l.IDs) == 0)
		s.relisted()
	}
	s.results.onMore = func(l catalog.Listing) {
		s.listing(s.gallery.Append, l)
		s.relisted()
	}
	s.results.onCount = func(found, total int) {
		s.search.showCount(found, total)
		s.lookAlike(total)
	}
	s.results.onSettled = s.relistedAll
	s.results.onError = func(err error) {
		if isQueryError(err) {
			s.search.fail(err)
			return
		}
		s.fail(err)
	}
}

// joinGallery leads from the selection to the inspector.
func (s *session) joinGallery() {
	s.gallery.OnSelection = func() {
		s.sought, s.once = nil, nil // the user has chosen otherwise
		if s.page == galleryPage {
			s.selected()
		}
	}
	s.gallery.OnError = s.fail
	s.gallery.OnZoom = s.search.enlarge
}

// joinWriters leads from what changes the catalogue to all that shows it.
func (s *session) joinWriters() {
	if s.catalogue.ReadOnly() {
		s.inspector.Lock()
	}
	s.inspector.OnApplied = func(catalog.Step) { s.changes.stepped() }
	s.inspector.OnError, s.inspector.OnSay = s.fail, s.say
	s.inspector.OnLeave = s.focusMiddle
	s.inspector.OnShowLot, s.inspector.OnRestore = s.showLot, s.restoreFromBin
	s.transfer.OnStep = func(catalog.Step) { s.changes.stepped() }
	s.transfer.OnError = s.fail
	s.transfer.OnFind, s.transfer.OnShow = s.search.setQuery, s.showInGallery
	s.transfer.OnDone = func(ingest.Summary) { s.changes.stepped() }
	s.transfer.OnExported = func(workspace.ExportSummary) { s.changes.stepped() }
	s.initials.onSave, s.initials.onDone = s.saveInitials, s.focusMiddle
	s.changes.onError = s.fail
	s.changes.onNews = s.news
	s.changes.pause = s.pause
	s.changes.learn = func(ctx context.Context) error { return s.words.LearnFrom(ctx, s.catalogue.Names) } // names may be others
	s.changes.onLook = s.keepView
}
