package inspector

import (
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// twoGoods is a photo with a refrigerator and tiles that both go into the DPRK.
func twoGoods(t *testing.T) (f *fixture, fridge, tiles int64) {
	t.Helper()
	f = newFixture(t, newSamples(t, byCamera))
	fridge, tiles = f.addGoods(1, "refrigerator", catalog.Into), f.addGoods(1, "ceramic_tile", catalog.Into)
	f.show(1)
	return f, fridge, tiles
}

func (f *fixture) rowOf(id int64) *itemRow {
	f.t.Helper()
	for _, r := range f.goods.rows {
		if r.goods.seen != nil && r.goods.seen.ID == id {
			return r
		}
	}
	f.t.Fatalf("observation %d has no row", id)
	return nil
}

func TestSelectedGoodsAreMarkedAndScrolledTo(t *testing.T) {
	f, fridge, tiles := twoGoods(t)
	f.window.Resize(fyne.NewSize(320, 300))
	f.scroll.ScrollToTop()
	f.SetGoods(tiles)
	if !f.rowOf(tiles).stripe.Visible() || f.rowOf(fridge).stripe.Visible() {
		t.Error("the row is not marked, or another one is")
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(f.rowOf(tiles).box).Y - driver.AbsolutePositionForObject(f.scroll).Y
	if at < 0 || at > f.scroll.Size().Height/2 {
		t.Errorf("the row stands %v pixels below the top", at)
	}
	before := f.scroll.Offset.Y
	f.scroll.ScrollToTop()
	f.reload()
	f.settle()
	if f.scroll.Offset.Y != 0 || before == 0 {
		t.Error("reading again scrolls again")
	}
	f.SetGoods(0)
	if f.rowOf(tiles).stripe.Visible() {
		t.Error("the row stays marked")
	}
}

// Goods that come after they were selected are marked then.
func TestNewGoodsAreMarkedWhenTheyAreThere(t *testing.T) {
	f, _, _ := twoGoods(t)
	steel := f.addGoods(1, "motorcycle_engine", catalog.Into)
	f.SetGoods(steel)
	f.reload()
	f.ui.Until(t, "the new row", func() bool { return len(f.goods.rows) == 3 })
	if !f.rowOf(steel).stripe.Visible() || f.revealed != steel {
		t.Error("it is not marked")
	}
}

func TestRowWithTheKeyboardIsWhatKeysActOn(t *testing.T) {
	f, fridge, tiles := twoGoods(t)
	var entered []int64
	f.OnGoods = func(id int64) bool { entered = append(entered, id); return false }
	canvas := f.window.Canvas()
	canvas.Focus(f.rowOf(tiles).status)
	if f.Goods() != tiles || !f.rowOf(tiles).stripe.Visible() || len(entered) != 1 || entered[0] != tiles {
		t.Errorf("keys act on %d, told are %v", f.Goods(), entered)
	}
	f.SetStatus(catalog.Disputed)
	f.settle()
	for _, o := range f.photo(1).Observations {
		if (o.Status() == catalog.Disputed) != (o.ID == tiles) {
			t.Errorf("%s is %s", o.ItemName, o.Status())
		}
	}
	canvas.Focus(f.rowOf(fridge).remove)
	if f.Goods() != fridge || f.rowOf(tiles).stripe.Visible() {
		t.Errorf("keys act on %d", f.Goods())
	}
	canvas.Unfocus()
	if f.Goods() != 0 || f.rowOf(fridge).stripe.Visible() {
		t.Error("the mark stays where the keyboard is no more")
	}
	f.OnGoods = func(int64) bool { return true }
	canvas.Focus(f.rowOf(fridge).status)
	canvas.Unfocus()
	if f.Goods() != fridge {
		t.Error("what the picture keeps is forgotten")
	}
}

// A status of goods of one photo rests on what is suggested, in the row too, and
// is that of this observation alone.
func TestStatusOfARowHasItsBasis(t *testing.T) {
	f, fridge, _ := twoGoods(t)
	said, _, err := f.store.Observe(t.Context(), []catalog.Observation{{Photo: 1, Item: f.item("refrigerator")}}, "")
	if err != nil {
		t.Fatal(err)
	}
	f.reload()
	f.ui.Until(t, "the new row", func() bool { return len(f.goods.rows) == 3 })
	f.rowOf(fridge).status.SetSelected("Exempt")
	f.settle()
	for _, o := range f.photo(1).Observations {
		switch o.ID {
		case fridge:
			if d := o.Determination; d == nil || d.Status != catalog.Exempt || d.Measure != "UN2397-7" || d.Direction != catalog.Into {
				t.Errorf("judged is %+v", d)
			}
		case said[0]:
			if o.Determination != nil {
				t.Errorf("the other one is judged too: %+v", o.Determination)
			}
		}
	}
}

// The keys of a status give many photos theirs with its basis, in one step.
func TestStatusOfManyHasItsBasis(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera, byPhone, byWhatsApp))
	f.addGoods(1, "refrigerator", catalog.Into)
	f.addGoods(2, "refrigerator", "")
	f.addGoods(3, "motorcycle_engine", catalog.Into)
	f.show(1, 2, 3)
	f.SetStatus(catalog.Sanctioned)
	f.settle()
	for id, want := range map[catalog.PhotoID]string{1: "UN2397-7", 2: "", 3: "UN2397-7"} {
		if d := f.photo(id).Observations[0].Determination; d == nil || d.Status != catalog.Sanctioned || d.Measure != want {
			t.Errorf("%s: %+v", id, d)
		}
	}
	if len(f.steps) != 1 {
		t.Errorf("steps are %+v", f.steps)
	}
}
