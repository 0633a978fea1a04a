package workspace_test

import (
	"reflect"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func TestSuggestAllSaysWhatSuggestSays(t *testing.T) {
	c := open(t, createBy(t, "c.waybill", "AB"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{"../../assets/samples"}}); err != nil {
		t.Fatal(err)
	}
	var ids []catalog.PhotoID
	for i, p := range allPhotos(t, c) {
		ids = append(ids, p.ID)
		goods := []string{"refrigerator", "shopping_cart", "ceramic_tile"}[i%3]
		item, err := c.FindItem(t.Context(), goods)
		if err != nil {
			t.Fatal(err)
		}
		way := []catalog.Direction{catalog.Into, catalog.OutOf, ""}[i/3%3]
		o := catalog.Observation{Photo: p.ID, Item: item, Visible: true, Seen: catalog.Seen{Direction: way}}
		if _, _, err := c.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
			t.Fatal(err)
		}
	}
	all, err := c.SuggestAll(t.Context(), append(ids, 9999))
	if err != nil || len(all) != len(ids) {
		t.Fatalf("%d answers for %d photos, %v", len(all), len(ids), err)
	}
	suggestions := 0
	for i, id := range ids {
		one, err := c.Suggest(t.Context(), id)
		if err != nil || len(one) != 1 {
			t.Fatal(one, err)
		}
		if !reflect.DeepEqual(one[0].Observation, all[i].Observation) || !reflect.DeepEqual(one[0].Answers[0].Answer, all[i].Answers[0].Answer) {
			t.Errorf("%s: %+v, alone %+v", id, all[i], one[0])
		}
		suggestions += len(all[i].Answers[0].Suggestions)
	}
	if suggestions == 0 {
		t.Error("nothing is suggested")
	}
}
