package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// TestLocksOnTheWayToTheNextUntagged locks a caption by its key and goes on by
// Enter: the photo that is left gets it, the one that is come to does not.
func TestLocksOnTheWayToTheNextUntagged(t *testing.T) {
	d := deskWithFew(t) // the second has goods
	s := d.session
	s.gallery.Select([]catalog.PhotoID{2})
	d.drain()
	s.inspector.FocusCaption()
	test.Type(d.win.Canvas().Focused(), "훈춘")
	lock, ok := d.list.Find("menu.tag.lock")
	if !ok || !lock.Do() {
		t.Fatal("nothing is locked")
	}
	caption := func(id catalog.PhotoID) string {
		p, err := s.catalogue.Photo(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return p.Caption
	}
	d.until("the caption", func() bool { return caption(2) == "훈춘" && !s.inspector.Busy() })
	next := func(from catalog.PhotoID) catalog.PhotoID {
		s.toGallery()
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		d.until("the next", func() bool {
			id, ok := s.lead()
			return ok && id != from && !s.inspector.Busy()
		})
		id, _ := s.lead()
		return id
	}
	first := next(2)
	if caption(first) != "" {
		t.Fatal("coming to a photo wrote to it")
	}
	second := next(first)
	d.until("what is locked", func() bool { return caption(first) == "훈춘" })
	if caption(second) != "" {
		t.Error("coming to the other photo wrote to it")
	}
	release, _ := d.list.Find("menu.tag.release")
	if !release.Do() || len(s.inspector.Locks()) != 0 || release.Do() {
		t.Error("the locks are not released, or twice")
	}
}
