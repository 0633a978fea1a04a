package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// TestHistory goes from a photo to what was done to it, to the whole history, and
// from a step to its photos.
func TestHistory(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	d.win.Resize(fyne.NewSize(900, 600))
	d.settle()
	s.gallery.Select([]catalog.PhotoID{2})
	d.menu("History of the photo")
	d.until("its history is shown", func() bool { return s.page == historyPage && s.history.Photo() == 2 && s.history.Step() == s.undo.ID })
	if got := s.chosen(); !slices.Equal(got, []catalog.PhotoID{2}) {
		t.Errorf("the inspector speaks of %v", got)
	}
	step := s.history.Step()
	d.press(fyne.KeyReturn)
	d.until("its photo is found and selected", func() bool {
		return s.page == galleryPage && s.search.count.Text == "1 of 3" && slices.Equal(s.gallery.Selected(), []catalog.PhotoID{2})
	})
	d.menu("History")
	d.until("the whole history is shown", func() bool { return s.page == historyPage && s.history.Photo() == 0 && s.history.Step() == step })
	d.menu(d.undoLabel())
	d.until("what undo did is listed", func() bool { return s.history.Step() > step && s.page == historyPage })
	d.press(fyne.KeyDown)
	d.until("the photo is known", func() bool { id, ok := s.history.Focused(); return ok && id == 2 && s.history.Step() == step })
	d.press(fyne.KeyRight)
	d.press(fyne.KeyReturn)
	d.until("the photo is large", func() bool { id, _ := s.loupe.Shown(); return s.looking() && id == 2 })
	d.press(fyne.KeyEscape)
	d.until("the way leads back", func() bool { return s.page == historyPage })
	d.press(fyne.KeyEscape)
	if s.page != galleryPage {
		t.Errorf("Escape leads to page %d", s.page)
	}
}
