package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	look "waybill/app/theme"
	"waybill/catalog"
)

// A row of one photo takes its own observation away, and none of the same item.
func TestRowRemovesItsObservationAlone(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera))
	seen := f.addGoods(1, "refrigerator", catalog.Into)
	said, _, err := f.store.Observe(t.Context(), []catalog.Observation{{Photo: 1, Item: f.item("refrigerator")}}, "")
	if err != nil {
		t.Fatal(err)
	}
	f.show(1)
	for _, r := range f.goods.rows {
		if r.goods.seen.ID == said[0] {
			test.Tap(r.remove)
		}
	}
	f.settle()
	if left := f.photo(1).Observations; len(left) != 1 || left[0].ID != seen {
		t.Fatalf("left are %+v", left)
	}
	if len(f.steps) != 1 {
		t.Errorf("steps are %+v", f.steps)
	}
}

// What is seen and what is only reported have different marks, light and dark.
func TestReportedGoodsLookDifferent(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera))
	seen := f.addGoods(1, "refrigerator", catalog.Into)
	said, _, err := f.store.Observe(t.Context(), []catalog.Observation{{Photo: 1, Item: f.item("ceramic_tile")}}, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		fyne.CurrentApp().Settings().SetTheme(look.New(mode))
		f.show(1)
		f.Changed([]catalog.PhotoID{1})
		f.settle()
		a, b := f.rowOf(seen), f.rowOf(said[0])
		if a.seen.Text == b.seen.Text || a.seen.Icon.Name() == b.seen.Icon.Name() || a.name.TextStyle.Italic || !b.name.TextStyle.Italic {
			t.Errorf("mode %v: seen is %q, reported %q", mode, a.seen.Text, b.seen.Text)
		}
	}
}
