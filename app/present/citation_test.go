package present_test

import (
	"testing"

	"waybill/catalog"
	"waybill/catalog/citation"
)

// A sentence ends once, also where each goods went another way.
func TestGoodsThatWentDifferentWaysAreCited(t *testing.T) {
	day := &citation.Date{EDTF: "2023-07-03", Basis: citation.BasisSource}
	forms := func(one, many string) catalog.CaptionForms { return catalog.CaptionForms{Singular: one, Plural: many} }
	got := load(t).Citation(&citation.Citation{
		Audience: citation.Public, Date: day, Credit: "Desk",
		Goods: []citation.Goods{
			{Forms: forms("refrigerator", "refrigerators"), Visible: true, Quantity: new(38.0), Direction: catalog.Into},
			{Forms: forms("tile", "tiles"), Visible: true, Quantity: new(1.0), Direction: catalog.OutOf, Basis: catalog.BasisSeen},
		},
	})
	const want = "38 refrigerators and one tile, visible in the photo. Refrigerators: on the way into the DPRK. " +
		"Tiles: on the way out of the DPRK (seen in the picture). Taken on 3 July 2023, according to the source. Credit: Desk. " +
		"Refrigerators: not assessed. Tiles: not assessed."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Goods of one kind that stand in several places of a picture are named once.
func TestGoodsOfOneKindAreCitedOnce(t *testing.T) {
	tiles := citation.Goods{Forms: catalog.CaptionForms{Singular: "tile", Plural: "tiles"}, Visible: true}
	got := load(t).Citation(&citation.Citation{Audience: citation.Public, Goods: []citation.Goods{tiles, tiles}})
	if want := "Tiles, visible in the photo. Date not known. Credit: withheld for safety. Tiles: not assessed."; got != want {
		t.Errorf("got %s", got)
	}
}
