package app

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// typeInto types into the field that has the keyboard.
func (d *desk) typeInto(text string) {
	d.t.Helper()
	field := d.win.Canvas().Focused()
	if field == nil {
		d.t.Fatal("nothing has the keyboard")
	}
	test.Type(field, text)
}

// settle drains until nothing has been posted for a while, so that the
// inspector has read what is selected.
func (d *desk) settle() {
	for quiet := 0; quiet < 50; quiet++ {
		if d.queue.Drain() > 0 {
			quiet = 0
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// photo reads a photo as the catalogue has it.
func (d *desk) photo(id catalog.PhotoID) catalog.Photo {
	d.t.Helper()
	p, err := d.session.catalogue.Photos(d.t.Context(), []catalog.PhotoID{id})
	if err != nil || len(p) != 1 {
		d.t.Fatalf("photo %d: %v", id, err)
	}
	return p[0]
}

func TestTagManyThroughTheMenu(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.settle()
	d.menu("Add item…")
	d.typeInto("supermarket shopping cart")
	d.settle()
	d.enter()
	d.until("both have the item", func() bool {
		one, three := d.photo(1), d.photo(3)
		return slices.Equal(one.ItemNames(), three.ItemNames()) && len(one.ItemNames()) == 1
	})
	d.until("the step is one", func() bool {
		return d.session.status.undo.Text == "Undo: Changed 2 photos: added supermarket shopping cart"
	})
	if got := d.photo(2); len(got.ItemNames()) != 1 || got.ItemNames()[0] != "household refrigerator" {
		t.Errorf("the photo that was not selected has %v", got.ItemNames())
	}
	d.menu("Suspected")
	d.until("both are suspected", func() bool { return d.photo(1).Status == catalog.Suspected && d.photo(3).Status == catalog.Suspected })
	test.Tap(d.session.status.undo)
	d.until("neither is any more", func() bool {
		return d.photo(1).Status == catalog.NotAssessed && d.photo(3).Status == catalog.NotAssessed
	})
}

func TestLettersTagInTheGallery(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.menu("Filters")
	d.menu("Inspector")
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.gallery.Focus()
	d.typeInto("1")
	d.until("it is sanctioned", func() bool { return d.photo(2).Status == catalog.Sanctioned })
	if !d.session.panes.right.Visible() {
		t.Error("the inspector is still hidden")
	}
	d.session.gallery.Focus()
	d.typeInto("n")
	if focused := d.win.Canvas().Focused(); focused == nil || focused == fyne.Focusable(d.session.search.entry) {
		t.Fatalf("the keyboard is at %T", focused)
	}
	d.typeInto("훈춘")
	d.menu("To the photos")
	d.until("the note is stored", func() bool { return d.photo(2).Note == "훈춘" })
	d.session.gallery.Focus()
	d.typeInto("/")
	if d.win.Canvas().Focused() != fyne.Focusable(d.session.search.entry) {
		t.Error("/ does not lead to the search")
	}
}

func TestTaggingNeedsASelection(t *testing.T) {
	d := deskWithFew(t)
	d.menu("Clear selection")
	item := d.item("Add item…")
	if !item.Disabled {
		t.Error("it is offered without a selection")
	}
	d.session.gallery.Focus()
	before := d.win.Canvas().Focused()
	item.Action()
	d.session.letter('i')
	if d.win.Canvas().Focused() != before {
		t.Error("the keyboard went elsewhere")
	}
	d.menu("Select all")
	if d.item("Add item…").Disabled {
		t.Error("it is not offered with a selection")
	}
}

func TestWhatIsTypedIsStoredWhenTheWindowCloses(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	dir := d.session.catalogue.Dir()
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.menu("Caption…")
	d.typeInto("A caption")
	d.menu("Note…")
	d.typeInto("and a note")
	d.menu("Quit")
	d.until("the program ends", func() bool { return d.quits == 1 })
	c, err := workspace.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}()
	p, err := c.Photo(t.Context(), 2)
	if err != nil || p.Caption != "A caption" || p.Note != "and a note" {
		t.Errorf("stored are %q and %q, %v", p.Caption, p.Note, err)
	}
}
