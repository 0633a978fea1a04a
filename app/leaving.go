package app

import (
	"context"

	"waybill/app/gallery"
	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// readLastView reads how the window of a catalogue was left. What cannot be read
// is as usual: a catalogue opens all the same.
func readLastView(ctx context.Context, c *workspace.Catalogue) lastView {
	text, err := c.ViewState(ctx, viewName)
	if err != nil {
		return usualView()
	}
	v := readView(text)
	if v.photo != 0 {
		if photos, err := c.Photos(ctx, []catalog.PhotoID{v.photo}); err != nil || len(photos) == 0 {
			v.photo = 0 // it was taken away meanwhile
		}
	}
	if v.page == loupePage && v.photo == 0 {
		v.page = galleryPage
	}
	return v
}

// keeping remembers how the window is left, a moment after it last changed.
type keeping struct {
	kept    lastView // in the catalogue
	seen    lastView // at the last look
	writing bool
}

// view is how the window is now.
func (s *session) view() lastView {
	size := s.window.Canvas().Size()
	v := lastView{
		width: size.Width, height: size.Height,
		leftHidden: !s.panes.left.Visible(), rightHidden: !s.panes.right.Visible(), leftWidth: s.panes.leftWidth, rightWidth: s.panes.rightWidth,
		sort: s.search.sort(), grouping: s.grouping, captions: s.captions, cell: float32(s.search.size.Value),
		page: s.page, query: s.search.query.String(),
	}
	at := s.gallery.Place()
	v.photo, v.top = at.Photo, at.Top
	if id, ok := s.loupe.Shown(); ok && s.looking() {
		v.photo = id
		if s.lookedIn != galleryPage {
			v.page = s.lookedIn // its list was read for the moment
		}
	}
	return v
}

// keepView looks, again and again, how the window is, and writes that down once
// it stays so from one look to the next.
func (s *session) keepView() {
	now := s.view()
	if settled := now == s.keeping.seen; !settled || now == s.keeping.kept || s.keeping.writing || s.catalogue.ReadOnly() {
		s.keeping.seen = now
		return
	}
	s.keeping.writing = true
	task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, writeView(ctx, s.catalogue, now)
	}, func(_ struct{}, err error) {
		s.keeping.writing = false
		if err == nil { // else it is tried again; what matters more will have failed, too
			s.keeping.kept = now
		}
	})
}

func writeView(ctx context.Context, c *workspace.Catalogue, v lastView) error {
	text, err := v.text()
	if err != nil {
		return err
	}
	return c.SetViewState(ctx, viewName, text)
}

// restore shows a catalogue as its window was left. The selected photo and the
// one at the top come back when the gallery lists them.
func (s *session) restore(v lastView) {
	if size, ok := v.size(); ok {
		s.window.Resize(size)
	}
	show(s.panes.left, !v.leftHidden)
	show(s.panes.right, !v.rightHidden)
	s.panes.leftWidth, s.panes.rightWidth = v.leftWidth, v.rightWidth
	s.grouping = v.grouping
	if v.captions != s.captions {
		s.toggleCaptions()
	}
	s.gallery.Return(gallery.Place{Photo: v.photo, Top: v.top})
	query, err := catalog.ParseQuery(v.query)
	if err != nil {
		query = catalog.Query{}
	}
	s.search.begin(query, v.sort)
	switch v.page {
	case versionsPage:
		s.compare()
	case loupePage:
		s.look(v.photo)
	case lawPage:
		s.toggleLaw()
	case historyPage:
		s.toggleHistory()
	case vocabularyPage:
		s.showVocabulary()
	}
	s.keeping.kept = v
}
