package gallery

import (
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// TestSigns looks at the place and the versions of photos.
func TestSigns(t *testing.T) {
	c := newCatalogue(t, 6)
	where, err := c.UnderstandPlace(t.Context(), catalog.PropPlace, "42.5645, 130.5320")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: count(2, 2), Statements: []catalog.Statement{where}, StatedBy: catalog.OriginEditor}); err != nil {
		t.Fatal(err)
	}
	f := newFixture(t, c)
	f.Reset(count(1, 6))
	f.settle()
	f.SetAlike(count(4, 5))
	check := func(when string, pins, twins bool) {
		t.Helper()
		for id, cell := range f.cells() {
			if cell.pin.shown() != (pins && id == 2) {
				t.Errorf("%s: the pin of %v is shown: %v, %+v", when, id, cell.pin.shown(), cell.photo.Where)
			}
			if cell.twins.shown() != (twins && (id == 4 || id == 5)) {
				t.Errorf("%s: the sheets of %v are shown: %v", when, id, cell.twins.shown())
			}
		}
	}
	check("at first", true, true)
	f.SetCellSize(60)
	check("in narrow cells", false, false)
	f.SetCaptions(false)
	check("without captions", true, true)
	f.SetCaptions(true)
	f.SetCellSize(200)
	check("in wide cells", true, true)
	f.SetAlike(nil)
	check("alone", true, false)
	l := catalog.Listing{By: catalog.GroupAlike, IDs: []catalog.PhotoID{4, 5, 1, 2, 3, 6}}
	l.Runs = []catalog.Run{{Key: 4, Count: 2}, {Key: catalog.NoKey, Count: 4}}
	f.View.Reset(l)
	f.settle()
	check("in groups", true, true)
}

// TestCaptionsCanBeLeftOut: then the picture has the room, and what is said of the
// photo stands on it.
func TestCaptionsCanBeLeftOut(t *testing.T) {
	c := newCatalogue(t, 6)
	status := catalog.Sanctioned
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: count(2, 2), Status: &status}); err != nil {
		t.Fatal(err)
	}
	f := newFixture(t, c)
	f.Reset(count(1, 6))
	f.settle()
	size := f.grid.CellSize()
	picture := f.cells()[2].picture.Objects()[1]
	with := picture.Size()
	f.SetCaptions(false)
	if got := f.grid.CellSize(); got.Width != size.Width || got.Height != size.Height-stripSide-cellPad {
		t.Errorf("the cells are %v, were %v", got, size)
	}
	for id, cell := range f.cells() {
		if cell.caption.Text != "" {
			t.Errorf("%v is called %q", id, cell.caption.Text)
		}
		if said := id == 2; cell.badge.Visible() != said || cell.plate.Visible() != said {
			t.Errorf("%v has a badge: %v, a plate: %v", id, cell.badge.Visible(), cell.plate.Visible())
		}
	}
	marked := f.cells()[2]
	if at, end := marked.badge.Position(), picture.Position().Add(picture.Size()); !within(at, picture.Position(), end) || picture.Size().Height < with.Height {
		t.Errorf("the badge is at %v, the picture from %v to %v", at, picture.Position(), end)
	}
	f.SetCellSize(220)
	if got := f.grid.CellSize(); got != cellSize(220, false) {
		t.Errorf("another size brings the captions back: %v", got)
	}
	f.SetCaptions(true)
	if got := f.cells()[1]; got.caption.Text == "" || !got.badge.Visible() || got.plate.Visible() {
		t.Errorf("with captions again it is called %q, plate %v", got.caption.Text, got.plate.Visible())
	}
}

func within(at, from, to fyne.Position) bool {
	return at.X >= from.X && at.Y >= from.Y && at.X <= to.X && at.Y <= to.Y
}
