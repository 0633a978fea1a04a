package inspector

import (
	"slices"
	"strings"
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

func TestItemRow(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	cart, tile := f.item("shopping cart"), f.item("ceramic tile")
	f.edit(catalog.Edit{Photos: count(1, 1), AddItems: []catalog.ItemID{cart, tile}})
	f.show(1)
	row := f.goods.rows[0]

	row.status.SetSelected("Sanctioned")
	f.settle()
	p := f.photo(1)
	if p.Status != catalog.Sanctioned || p.Observations[0].Status() != catalog.Sanctioned || p.Observations[1].Determination != nil {
		t.Fatalf("the photo is %v: %+v", p.Status, p.Observations)
	}
	if row != f.goods.rows[0] || !row.reason.box.Visible() || !strings.HasPrefix(row.verdict.by.Text, "by AB, ") || row.badge.Badge().Letter != "S" {
		t.Errorf("the row says %q with badge %v", row.verdict.by.Text, row.badge.Badge())
	}
	test.Type(row.reason.input, "2397 ¶7")
	if !row.reason.dirty() || !row.reason.mark.Visible() {
		t.Error("an unsaved reason is not marked")
	}
	key(row.reason.input, fyne.KeyReturn)
	f.settle()
	if got := f.photo(1).Observations[0].Determination; got.Reason != "2397 ¶7" || got.Status != catalog.Sanctioned {
		t.Errorf("the determination is %+v", got)
	}
	test.Tap(row.seen)
	f.settle()
	if p := f.photo(1); p.Observations[0].Visible || p.Status != catalog.NotAssessed {
		t.Errorf("after the turn: %+v", p.Observations[0])
	}
	if row.seen.Text != "Source says" || !row.name.TextStyle.Italic {
		t.Errorf("the mark is %q", row.seen.Text)
	}
	row.status.SetSelected("Not assessed")
	f.settle()
	if f.photo(1).Observations[0].Determination != nil {
		t.Error("the determination is not withdrawn")
	}
	test.Tap(row.remove)
	f.settle()
	if got := f.itemsOf(1); !slices.Equal(got, []string{"ceramic tile"}) || len(f.goods.rows) != 1 {
		t.Errorf("the photo has %v, %d rows", got, len(f.goods.rows))
	}
	if len(f.content.one.lines) != 1 || len(f.errors) != 0 {
		t.Errorf("%v, errors %v", f.content.one.lines, f.errors)
	}
}

// A reason that was typed before the status is chosen goes with it.
func TestReasonGoesWithStatus(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.edit(catalog.Edit{Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("shopping cart")}})
	f.show(1)
	row := f.goods.rows[0]
	row.status.SetSelected("Suspected")
	f.settle()
	test.Type(row.reason.input, "no label")
	row.status.SetSelected("Disputed")
	f.settle()
	if d := f.photo(1).Observations[0].Determination; d.Status != catalog.Disputed || d.Reason != "no label" || row.reason.dirty() {
		t.Errorf("%+v", d)
	}
	if len(f.steps) != 2 {
		t.Errorf("%d steps", len(f.steps))
	}
}
