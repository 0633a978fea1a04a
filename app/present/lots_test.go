package present_test

import (
	"testing"

	"waybill/catalog"
)

func TestTally(t *testing.T) {
	w := load(t)
	pieces := func(low, high float64, differ int, about bool) catalog.Amount {
		return catalog.Amount{Unit: "pieces", Low: low, High: high, Differ: differ, Estimated: about}
	}
	for _, c := range []struct {
		count      catalog.Count
		whole, row string
	}{
		{
			catalog.Count{Photos: 5, Lots: 2, Unknown: 1, Amounts: []catalog.Amount{pieces(38, 38, 0, false)}},
			"fridge: 2 lots in 5 photos, 38 pieces (1 lot without a quantity)", "2 lots, 38 pieces (1 lot without a quantity)",
		},
		{catalog.Count{Photos: 1, Lots: 1, Unknown: 1}, "fridge: 1 lot in 1 photo", ""},
		{catalog.Count{Photos: 3, Lots: 1, Unknown: 1}, "fridge: 1 lot in 3 photos", "1 lot"},
		{
			catalog.Count{Photos: 2, Lots: 2, Amounts: []catalog.Amount{{Unit: "tonnes", Low: 1.5, High: 1.5}}},
			"fridge: 2 lots in 2 photos, 1.5 tonnes", "2 lots, 1.5 tonnes",
		},
		{
			catalog.Count{Photos: 5000, Lots: 4, Unknown: 2, Amounts: []catalog.Amount{{Low: 3, High: 3, Estimated: true}, pieces(1000, 1200, 1, true)}},
			"fridge: 4 lots in 5,000 photos, about 3, about 1,000–1,200 pieces (photos of 1 lot differ, 2 lots without a quantity)",
			"4 lots, about 3, about 1,000–1,200 pieces (photos of 1 lot differ, 2 lots without a quantity)",
		},
	} {
		c.count.ItemName, c.count.Visible = "fridge", true
		check(t, w.Tally(&c.count), c.whole)
		check(t, w.Lots(&c.count), c.row)
	}
	check(t, w.Tally(&catalog.Count{ItemName: "steel", Photos: 2, Lots: 2}), "steel (reported, not visible): 2 lots in 2 photos")
}

func TestLotOfPhotos(t *testing.T) {
	w := load(t)
	check(t, w.SameGoods(nil), "")
	check(t, w.SameGoods([]catalog.PhotoID{12}), "Same goods as in P-000012")
	check(t, w.SameGoods([]catalog.PhotoID{12, 13, 14, 15}), "Same goods as in P-000012 and 3 more")
	check(t, w.JudgedDifferently(nil), "")
	check(t, w.JudgedDifferently([]catalog.PhotoID{12}), "Judged differently in P-000012")
	check(t, w.JudgedDifferently([]catalog.PhotoID{12, 13}), "Judged differently in P-000012 and P-000013")
}
