package app

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// TestUndoSelectsWhatItTouched undoes and redoes, with the photo in sight and out
// of it.
func TestUndoSelectsWhatItTouched(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.Select([]catalog.PhotoID{1, 3})
	d.menu(d.undoLabel())
	d.until("it is undone", func() bool { return s.redo != nil })
	d.selects(2)
	s.gallery.Select([]catalog.PhotoID{1})
	d.until("the message passes", func() bool { return d.messages.shown() == "" })
	d.menu("Redo: Changed 1 photo: added household refrigerator")
	d.until("it is redone", func() bool { return s.redo == nil })
	d.selects(2)
	if got := d.messages.shown(); got != "Redid: Changed 1 photo: added household refrigerator." {
		t.Errorf("it says %q", got)
	}

	d.look("item:refrigerator")
	d.until("one is found", func() bool { return d.found() == 1 })
	d.menu(d.undoLabel())
	d.until("it says where the photo is", func() bool {
		return d.messages.shown() == "Undid: Changed 1 photo: added household refrigerator. It is about a photo that this search does not show."
	})
	test.Tap(d.messages.action)
	d.until("the photo is shown", func() bool {
		return s.search.count.Text == "1 of 3" && slices.Equal(s.gallery.Selected(), []catalog.PhotoID{2})
	})
}

// TestUndoInLoupe shows the one photo of a step.
func TestUndoInLoupe(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.Select([]catalog.PhotoID{1})
	d.menu("Loupe")
	d.menu(d.undoLabel())
	d.until("the photo is shown", func() bool { id, ok := s.loupe.Shown(); return ok && id == 2 })
	if got := s.status.selected.Text; got != "1 selected" {
		t.Errorf("the line says %q", got)
	}
}

// TestUndoLeavesANewSelectionAlone does not select what was touched when the user
// has chosen otherwise, or searches for something else, meanwhile.
func TestUndoLeavesANewSelectionAlone(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	for what, do := range map[string]func(){
		"selection": func() { s.gallery.Select([]catalog.PhotoID{3}) },
		"search":    func() { d.look("item:refrigerator") },
	} {
		s.once = func() bool { return false } // as undo waits for the list
		if do(); s.once != nil {
			t.Errorf("a new %s does not end the wait", what)
		}
	}
}

func TestUndoOfWhatIsAboutNoPhoto(t *testing.T) {
	d := deskWithFew(t)
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		_, err := c.SaveSearch(ctx, "냉장고", "item:냉장고", "")
		return err
	})
	d.session.changes.stepped()
	d.until("it is noticed", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionSearch })
	d.menu(d.undoLabel())
	d.until("it says so", func() bool { return d.messages.shown() == "Undid: Saved the search “냉장고”." })
}

// undoLabel is what the menu calls undo now.
func (d *desk) undoLabel() string { return d.win.MainMenu().Items[1].Items[0].Label }
