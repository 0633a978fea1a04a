package sqlite

import (
	"slices"
	"testing"

	"waybill/catalog"
)

func TestFirstUntagged(t *testing.T) {
	s, ids := taggedStore(t, 12)
	item, err := s.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	tagged := slices.Concat(ids[:4], ids[7:])
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: tagged, AddItems: []catalog.ItemID{item}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[4:7], ClearItems: true}); err != nil {
		t.Fatal(err)
	}
	long := slices.Repeat([]catalog.PhotoID{ids[0]}, untaggedPage) // the answer is on the second page
	for _, c := range []struct {
		name   string
		photos []catalog.PhotoID
		want   catalog.PhotoID
	}{
		{"in the order of numbers", ids, ids[4]},
		{"in another order", []catalog.PhotoID{ids[9], ids[6], ids[5]}, ids[6]},
		{"far behind", append(long, ids[5], ids[4]), ids[5]},
		{"none", ids[7:], 0},
		{"of nothing", nil, 0},
	} {
		if got, err := s.FirstUntagged(t.Context(), c.photos); err != nil || got != c.want {
			t.Errorf("%s: %v, %v, want %v", c.name, got, err, c.want)
		}
	}
}
