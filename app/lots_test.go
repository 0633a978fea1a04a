package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// deskWithFridges has a refrigerator in the first two of three photos, which are
// selected.
func deskWithFridges(t *testing.T) *desk {
	t.Helper()
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{1})
	d.settle()
	d.menu("Add item…")
	d.typeInto("household refrigerator")
	d.settle()
	d.enter()
	d.until("the photo has the item", func() bool { return len(d.photo(1).Observations) == 1 })
	d.session.gallery.Select([]catalog.PhotoID{1, 2, 3})
	d.settle()
	d.session.gallery.Focus()
	return d
}

func (d *desk) lot(id catalog.PhotoID) catalog.LotID {
	d.t.Helper()
	return d.photo(id).Observations[0].Lot
}

func TestKeyJoinsIntoALot(t *testing.T) {
	d := deskWithFridges(t)
	d.typeInto("l")
	d.until("the two are one lot", func() bool { return d.lot(1) != 0 && d.lot(1) == d.lot(2) })
	d.until("it says so", func() bool { return strings.Contains(d.messages.shown(), "now the same goods in 2 photos") })
	if third := d.photo(3); !strings.Contains(d.messages.shown(), "1 photo has none and was left") || len(third.Observations) != 0 {
		t.Errorf("it says %q, the third photo has %v", d.messages.shown(), third.ItemNames())
	}
	d.menu("Sanctioned")
	d.settle()
	d.until("one judgement is for both", func() bool { return d.photo(1).Status == catalog.Sanctioned && d.photo(2).Status == catalog.Sanctioned })

	// The goods of one photo lead to the others.
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.inspector.OnShowLot(d.lot(2))
	d.until("the photos of the lot are shown", func() bool { return d.session.search.count.Text == "2 of 3" })
	if got := d.session.search.entry.Text; got != "lot:1" {
		t.Errorf("the search is %q", got)
	}
}

func TestKeyOfOnePhotoOffersToPart(t *testing.T) {
	d := deskWithFridges(t)
	d.menu("Join into a lot")
	d.until("the two are one lot", func() bool { return d.lot(1) != 0 && d.lot(1) == d.lot(2) })
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.gallery.Focus()
	gallery := d.win.Canvas().Focused()
	for _, c := range []struct {
		answer fyne.KeyName
		parted bool
	}{{fyne.KeyEscape, false}, {fyne.KeyReturn, true}} {
		d.typeInto("l")
		d.until("it asks", func() bool { return d.win.Canvas().Focused() != gallery })
		d.press(c.answer)
		d.settle()
		if d.win.Canvas().Focused() != gallery || (d.lot(2) == 0) != c.parted || d.lot(1) == 0 {
			t.Errorf("after %s the lots are %d and %d", c.answer, d.lot(1), d.lot(2))
		}
	}
	d.session.gallery.Select([]catalog.PhotoID{1})
	d.settle()
	d.menu("Take out of its lot")
	d.until("the other is parted at once", func() bool { return d.lot(1) == 0 })
}

// In the loupe the key is for the photo that is shown.
func TestKeyOfLotsInTheLoupe(t *testing.T) {
	d := deskWithFridges(t)
	d.session.look(1)
	d.settle()
	d.typeInto("l")
	d.until("it says what to select", func() bool { return strings.Contains(d.messages.shown(), "Select the photos") })
	if d.lot(1) != 0 {
		t.Error("one photo was made a lot")
	}
}
