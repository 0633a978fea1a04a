package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// selects waits until exactly these photos are selected.
func (d *desk) selects(want ...catalog.PhotoID) {
	d.t.Helper()
	d.until("they are selected", func() bool { return slices.Equal(d.session.gallery.Selected(), want) })
}

// TestOffersEndWithTheirCatalogue: what a message offers is about the catalogue that
// was open; what went wrong is still told.
func TestOffersEndWithTheirCatalogue(t *testing.T) {
	d := deskWithFew(t)
	d.settle()
	d.session.gallery.Focus()
	d.session.gallery.Select([]catalog.PhotoID{1})
	d.press(fyne.KeyDelete)
	d.until("it is gone", func() bool { return d.messages.shown() == "Moved 1 photo into the bin." })
	d.menu("Close catalogue")
	d.until("the catalogue is closed", func() bool { return d.session == nil && d.body.Objects[0] == d.welcome.object() })
	if d.messages.box.Visible() {
		t.Errorf("it still says %q", d.messages.shown())
	}
	d.messages.fail(&catalog.Error{Code: catalog.ErrIO, Op: "close catalogue"})
	d.messages.part()
	if !d.messages.box.Visible() {
		t.Error("what went wrong is not told any more")
	}
}

// TestBin removes photos by the keyboard and brings them back, by the message, by
// undo and from the bin.
func TestBin(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	d.win.Resize(fyne.NewSize(900, 600))
	d.settle()
	s.gallery.Focus()
	s.gallery.Select([]catalog.PhotoID{1, 2})
	d.press(fyne.KeyDelete)
	d.until("two are gone", func() bool { return d.found() == 1 && d.messages.shown() == "Moved 2 photos into the bin." })
	d.selects(3)
	if got := d.finds("is:removed"); got != 2 {
		t.Errorf("%d lie in the bin", got)
	}
	test.Tap(d.messages.action)
	d.until("they are back and selected", func() bool {
		return s.search.count.Text == "3 photos" && slices.Equal(s.gallery.Selected(), []catalog.PhotoID{1, 2}) && d.messages.shown() == "Undid: Moved 2 photos into the bin."
	})

	s.gallery.Select([]catalog.PhotoID{3}) // the last: the keyboard goes to the one before
	d.press(fyne.KeyDelete)
	d.until("it is gone", func() bool { return d.found() == 2 })
	d.selects(2)
	if d.item("Restore from the bin").Disabled != true {
		t.Error("what does not lie in the bin can be restored")
	}
	d.menu("Bin")
	d.until("it lies in the bin", func() bool { return s.search.entry.Text == "is:removed" && d.found() == 1 })
	s.gallery.Select([]catalog.PhotoID{3})
	d.press(fyne.KeyDelete)
	d.until("it says so", func() bool { return d.messages.shown() == "The photo lies in the bin already." })
	d.menu("Restore from the bin")
	d.until("the bin is empty", func() bool {
		return d.found() == 0 && strings.Contains(visibleText(s.gallery.Object()), "The bin is empty")
	})
	d.menu("Bin")
	d.until("all are back", func() bool { return s.search.entry.Text == "" && d.found() == 3 })
}

func TestRemovedInLoupe(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.Select([]catalog.PhotoID{3})
	d.menu("Loupe")
	shown := func() catalog.PhotoID { id, _ := s.loupe.Shown(); return id }
	d.menu("Move into the bin")
	d.until("the one before is shown", func() bool { return shown() == 2 })
	d.menu("Move into the bin")
	d.until("the next is shown", func() bool { return shown() == 1 })
	d.menu("Move into the bin")
	d.until("the gallery is empty", func() bool { return !s.looking() && d.found() == 0 })
}

// TestUndoOfferIsForItsStepAlone keeps the button of a message from taking back
// what came later.
func TestUndoOfferIsForItsStepAlone(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.Select([]catalog.PhotoID{1})
	d.menu("Move into the bin")
	d.until("it is gone", func() bool { return d.found() == 2 })
	undo := d.messages.action.OnTapped
	s.gallery.Select([]catalog.PhotoID{3})
	d.menu("Move into the bin")
	d.until("another is gone", func() bool { return d.found() == 1 })
	undo()
	d.until("it says why not", func() bool { return strings.Contains(d.messages.shown(), "Something else was changed") })
	if n := d.finds("is:removed"); n != 2 {
		t.Errorf("%d lie in the bin", n)
	}
}

func TestEmptyResultLeadsToTheBin(t *testing.T) {
	d := deskWithFew(t)
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.menu("Move into the bin")
	d.look("item:refrigerator")
	d.until("the bin is offered", func() bool { return slices.Contains(d.ways(), "In the bin there is 1.") })
	d.tapWay("In the bin there is 1.")
	d.until("it is found", func() bool { return d.found() == 1 && d.session.search.entry.Text == "item:refrigerator is:removed" })
}
