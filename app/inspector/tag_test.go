package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/widgets"
	"waybill/catalog"
)

// names lists the items of a photo, in the order in which they were added.
func (f *fixture) itemsOf(id catalog.PhotoID) []string {
	p := f.photo(id)
	return p.ItemNames()
}

func TestAddItemByAnyName(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	for _, c := range []struct{ typed, want string }{
		{"refrig", "household refrigerator"},
		{"쇼핑", "supermarket shopping cart"},
		{"瓷砖", "ceramic tile"},
	} {
		f.FocusItem()
		test.Type(f.goods.add, c.typed)
		if len(f.goods.add.Options()) == 0 {
			t.Fatalf("%q offers nothing", c.typed)
		}
		key(f.goods.add, fyne.KeyReturn)
		f.settle()
		if got := f.itemsOf(1); len(got) == 0 || got[len(got)-1] != c.want {
			t.Errorf("%q adds %v, want %q", c.typed, got, c.want)
		}
		if f.goods.add.Text != "" {
			t.Errorf("%q stays in the entry", f.goods.add.Text)
		}
	}
	if len(f.steps) != 3 || len(f.goods.rows) != 3 {
		t.Errorf("%d steps, %d rows", len(f.steps), len(f.goods.rows))
	}
}

func TestUnknownNameMakesAnItem(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1, 2)
	f.FocusItem()
	test.Type(f.goods.add, "Gear wheel zz")
	if o := f.goods.add.Options(); len(o) != 1 || o[0].Value != NewItem("Gear wheel zz") {
		t.Fatalf("offered are %v", o)
	}
	key(f.goods.add, fyne.KeyReturn)
	f.settle()
	if got := f.itemsOf(2); !slices.Equal(got, []string{"Gear wheel zz"}) {
		t.Errorf("the second photo has %v", got)
	}
	f.ui.Until(t, "the new vocabulary", func() bool {
		options, exactly := complete(f.names.items, "gear WHEEL zz")
		return exactly && len(options) == 1
	})
}

func TestSubmittedNames(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	f.goods.submitted(" ")
	f.goods.submitted("electric") // more than one
	if f.store.applied() != 0 || len(f.errors) != 1 || catalog.CodeOf(f.errors[0]) != catalog.ErrAmbiguous {
		t.Fatalf("%d edits, errors %v", f.store.applied(), f.errors)
	}
	f.goods.submitted("CERAMIC tile")
	f.settle()
	if got := f.itemsOf(1); !slices.Equal(got, []string{"ceramic tile"}) {
		t.Errorf("the photo has %v", got)
	}
}

func TestStatusForSeveralItems(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 3))
	cart, tile := f.item("shopping cart"), f.item("ceramic tile")
	f.edit(catalog.Edit{Photos: count(1, 2), AddItems: []catalog.ItemID{cart, tile}})
	f.show(3)
	f.SetStatus(catalog.Suspected) // no item yet: makes one
	f.settle()
	if f.photo(3).Status != catalog.Suspected {
		t.Errorf("a photo without items is %v", f.photo(3).Status)
	}
	f.show(1, 2, 3)
	f.SetStatus(catalog.Sanctioned)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	if len(f.errors) != 0 || f.photo(3).Status != catalog.Suspected {
		t.Fatalf("errors %v; the third photo is %v", f.errors, f.photo(3).Status)
	}
	chips := f.goods.asking.Objects[1].(*fyne.Container).Objects
	if f.window.Canvas().Focused() != fyne.Focusable(chips[0].(*widgets.Chip)) {
		t.Error("the keyboard is not at the question")
	}
	var labels []string
	for _, o := range chips {
		labels = append(labels, o.(*widgets.Chip).Text())
	}
	if len(labels) != 5 { // all, three items, cancel
		t.Errorf("the choices are %v", labels)
	}
	for i, l := range labels {
		if l == "ceramic tile" {
			test.Tap(chips[i].(*widgets.Chip))
		}
	}
	f.settle()
	if p := f.photo(2); p.Observations[0].Determination != nil || p.Observations[1].Status() != catalog.Sanctioned || f.goods.asking.Visible() {
		t.Errorf("%+v", p.Observations)
	}
	f.SetStatus(catalog.NotAssessed)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	key(f.goods.asking.Objects[1].(*fyne.Container).Objects[0].(*widgets.Chip), fyne.KeyReturn)
	f.settle()
	for id := range count(1, 3) {
		if s := f.photo(catalog.PhotoID(id + 1)).Status; s != catalog.NotAssessed {
			t.Errorf("photo %d is %v", id+1, s)
		}
	}
	f.SetStatus(catalog.Exempt)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	f.show(3)
	if f.goods.asking.Visible() {
		t.Error("the question stays though other photos are shown")
	}
}
