package inspector

import (
	"testing"

	"fyne.io/fyne/v2/test"

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
