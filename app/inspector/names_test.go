package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/present"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Of what fits as well, what was used last comes first, whatever is used more.
func TestRecentItemsComeFirst(t *testing.T) {
	called := func(id int, name string, used int, recent int64) candidate {
		c := newCandidate(new(present.Words), catalog.ItemID(id), used, catalog.Names{English: name})
		c.recent = recent
		return c
	}
	list := newLookup([]candidate{
		called(1, "steel pipe", 90, 0), called(2, "steel rope", 5, 31), called(3, "steel sheet", 2, 44), called(4, "stainless steel", 1, 99), called(5, "tile", 0, 7),
	})
	options, _ := complete(list, "steel")
	if got := texts(options); !slices.Equal(got, []string{"steel sheet", "steel rope", "steel pipe", "stainless steel"}) {
		t.Errorf("offered are %q", got)
	}
	if got := texts(recent(list)); !slices.Equal(got, []string{"stainless steel", "steel sheet", "steel rope", "tile", "steel pipe"}) {
		t.Errorf("recent are %q", got)
	}
}

// The empty entry offers what was used last; Enter takes the first of it
// and gives the keyboard back, as Escape does.
func TestRecentItemsAreOfferedToTheKeyboard(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera))
	f.show(1)
	f.FocusItem()
	if f.goods.add.Options() != nil {
		t.Errorf("nothing was used, offered are %+v", f.goods.add.Options())
	}
	f.addGoods(1, "ceramic_tile", catalog.Into)
	f.addGoods(1, "refrigerator", catalog.Into)
	f.Changed([]catalog.PhotoID{1})
	f.ui.Until(t, "the names", func() bool { return len(recent(f.names.items)) == 2 })
	left := false
	f.OnLeave = func() { left = true }
	f.FocusItem()
	if got := texts(f.goods.add.Options()); !slices.Equal(got, []string{"household refrigerator", "ceramic tile"}) {
		t.Fatalf("offered are %q", got)
	}
	key(f.window.Canvas().Focused(), fyne.KeyEscape)
	if f.goods.add.Options() != nil || !left {
		t.Error("Escape does not leave")
	}
	left = false
	f.FocusItem()
	key(f.window.Canvas().Focused(), fyne.KeyReturn)
	if !f.Busy() || !left {
		t.Error("Enter takes nothing, or keeps the keyboard")
	}
	f.settle()
}

// A unit is found in any language; what the vocabulary does not have stays as typed.
func TestUnitsComplete(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	f.EditDetails()
	row := f.goods.rows[0]
	unit := f.part(row, "unit")
	e := unit.input.(*widgets.CompleteEntry)
	f.window.Canvas().Focus(e)
	test.Type(e, "carto")
	options := texts(e.Options())
	if !slices.Contains(options, "carton") {
		t.Fatalf("offered are %q", options)
	}
	key(f.window.Canvas().Focused(), fyne.KeyDown)
	key(f.window.Canvas().Focused(), fyne.KeyReturn)
	if unit.value() != "carton" {
		t.Fatalf("chosen is %q", unit.value())
	}
	key(f.window.Canvas().Focused(), fyne.KeyReturn)
	f.settle()
	if got := f.photo(1).Observations[0].Unit; got != "carton" {
		t.Errorf("stored is %q", got)
	}
	for typed, want := range map[string]string{"상자": "box", "pieces": "piece", "armfuls": "armfuls"} {
		unit.put(typed)
		row.details.commit()
		f.settle()
		if got := f.photo(1).Observations[0].Unit; got != want {
			t.Errorf("%q is stored as %q, want %q", typed, got, want)
		}
	}
}
