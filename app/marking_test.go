package app

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/inspector"
	"waybill/app/loupe"
	"waybill/catalog"
)

func TestGoodsAreMarkedNamedAndUndone(t *testing.T) {
	d := looking(t, 1)
	d.menu("Mark goods in the picture")
	if d.win.Canvas().Focused() != fyne.Focusable(d.session.naming.entry) {
		t.Fatalf("the keyboard is at %T", d.win.Canvas().Focused())
	}
	if at := d.session.naming.entry.Position(); at.X < 8 || at.Y < 8 {
		t.Errorf("the field stands at %v", at)
	}
	d.typeInto("쇼핑카트")
	d.settle()
	d.enter()
	d.until("the goods are in the photo", func() bool { return len(d.photo(1).Observations) == 1 })
	o := d.photo(1).Observations[0]
	if o.ItemKey != "shopping_cart" || !o.Visible || o.Region == nil || o.Region.W <= 0 || !o.Region.Valid() {
		t.Fatalf("stored is %+v", o)
	}
	d.until("the step is one", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionObserve })
	d.settle()
	if d.session.naming.entry.Visible() || !d.session.looking() {
		t.Error("the field is still there")
	}
	d.session.loupe.Select(o.ID)
	d.session.loupe.OnChanged(o.ID, loupe.Rect{X: 0.5, Y: 0.25, W: 0.25, H: 0.125})
	d.until("the region has moved", func() bool { r := d.photo(1).Observations[0].Region; return r != nil && r.X == 0.5 && r.H == 0.125 })
	d.settle()
	test.Tap(d.session.status.undo)
	d.until("it is where it was", func() bool {
		r := d.photo(1).Observations[0].Region
		return r != nil && math.Abs(r.X-o.Region.X) < 1e-12
	})
	d.settle()
	test.Tap(d.session.status.undo)
	d.until("the photo is without goods", func() bool { return len(d.photo(1).Observations) == 0 })
}

func TestMarkIsDroppedWithoutAName(t *testing.T) {
	d := looking(t, 1)
	d.menu("Mark goods in the picture")
	d.press(fyne.KeyEscape)
	if d.session.naming.entry.Visible() || !d.session.looking() {
		t.Error("Escape does not take the field away alone")
	}
	d.menu("Mark goods in the picture")
	d.menu("To the photos")
	if d.session.naming.entry.Visible() {
		t.Error("the field stays in the gallery")
	}
	d.settle()
	if n := len(d.photo(1).Observations); n != 0 {
		t.Errorf("%d observations came of it", n)
	}
}

func TestGoodsGetAnotherNameAndGo(t *testing.T) {
	d := looking(t, 2) // with a refrigerator that is not marked
	o := d.photo(2).Observations[0]
	d.session.marked(o.ID, loupe.Rect{X: 0.1, Y: 0.1, W: 0.5, H: 0.5})
	d.until("it is marked", func() bool { return d.photo(2).Observations[0].Region != nil })
	d.settle()
	d.session.loupe.Select(o.ID)
	d.session.loupe.Focus()
	d.press(fyne.KeyReturn)
	d.until("the field opens", func() bool { return d.session.naming.entry.Visible() })
	if got := d.session.naming.entry.Text; got != "household refrigerator" {
		t.Errorf("it begins with %q", got)
	}
	d.typeInto("쇼핑카트")
	d.settle()
	d.enter()
	d.until("it has another name", func() bool { return d.photo(2).Observations[0].ItemKey == "shopping_cart" })
	if r := d.photo(2).Observations[0].Region; r == nil || r.W != 0.5 {
		t.Errorf("its mark is %+v", r)
	}
	d.settle()
	d.session.loupe.Select(o.ID)
	d.session.loupe.Focus()
	d.press(fyne.KeyDelete)
	d.until("the mark is gone", func() bool { return d.photo(2).Observations[0].Region == nil })
	d.settle()
	d.session.loupe.Select(o.ID)
	d.session.loupe.Focus()
	d.press(fyne.KeyDelete)
	d.until("the goods are gone", func() bool { return len(d.photo(2).Observations) == 0 })
}

func TestOneOfTwoAlikeIsTakenAwayAlone(t *testing.T) {
	d := looking(t, 2)
	o := d.photo(2).Observations[0]
	if _, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{{Photo: 2, Item: o.Item}}, ""); err != nil {
		t.Fatal(err)
	}
	d.session.unmark(o.ID)
	d.until("one is gone", func() bool { return len(d.photo(2).Observations) == 1 })
	if left := d.photo(2).Observations[0]; left.ID == o.ID || left.Visible {
		t.Errorf("left is %+v", left)
	}
	d.settle()
	test.Tap(d.session.status.undo)
	d.until("one undo brings it back", func() bool { return len(d.photo(2).Observations) == 2 })
}

func TestNewGoodsAreNamedInTheLoupeInOneStep(t *testing.T) {
	d := looking(t, 3)
	d.menu("Mark goods in the picture")
	field := d.session.naming.entry
	options := d.session.inspector.ItemsCalled("samovar")
	if len(options) != 1 || options[0].Value != any(inspector.NewItem("samovar")) {
		t.Fatalf("offered are %+v", options)
	}
	d.typeInto("samovar")
	d.settle()
	d.enter()
	d.until("the goods are in the photo", func() bool { return len(d.photo(3).Observations) == 1 && !field.Visible() })
	if o := d.photo(3).Observations[0]; o.ItemName != "samovar" || o.Region == nil {
		t.Errorf("stored is %+v", o)
	}
	d.settle()
	test.Tap(d.session.status.undo)
	d.until("one undo takes it back", func() bool { return len(d.photo(3).Observations) == 0 })
}
