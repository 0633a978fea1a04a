package vocabulary

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog"
)

func TestShippedVocabulary(t *testing.T) {
	items, routes, err := Seed(assets.Vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]catalog.Item{}
	for _, i := range items {
		if i.Key == "" || i.Names.Label() == "" || i.Own {
			t.Errorf("%+v", i)
		}
		byKey[i.Key] = i
	}
	if len(byKey) != len(items) || len(items) < 60 {
		t.Errorf("%d items, %d keys", len(items), len(byKey))
	}
	fridge := byKey["refrigerator"]
	if fridge.Names.KoreanNorth != "랭장고; 랭동기" || fridge.HS != "8418.21" || !strings.Contains(fridge.Names.AlsoKnownAs, "refrigerators") {
		t.Errorf("%+v", fridge)
	}
	if _, ok := byKey[catalog.UnspecifiedKey]; !ok {
		t.Error("no item stands for unspecified goods")
	}
	names := map[string]catalog.Route{}
	for _, r := range routes {
		names[r.Names.English] = r
	}
	for _, name := range []string{"Hunchun–Quanhe–Wonjong–Rason", "Changbai–Hyesan", "Dandong–Sinuiju"} {
		if len(names[name].Legs) < 3 {
			t.Errorf("route %s: %+v", name, names[name])
		}
	}
	for _, leg := range names["Hunchun–Quanhe–Wonjong–Rason"].Legs {
		if leg.Place == "quanhe-wonjong" && (leg.Latitude == nil || *leg.Latitude != 42.5645 || *leg.Accuracy != 1000) {
			t.Errorf("%+v", leg)
		}
	}
}

func TestBadTables(t *testing.T) {
	good := map[string]string{
		"goods.tsv":         "goods_id\ten\tko\tko_dprk\tzh\ths2022\nx\ta\t\t\t\t\n",
		"caption_forms.tsv": "goods_id\ten_singular\ten_plural\tko\tko_counter\tzh\tzh_counter\n",
		"crossings.tsv":     "id\tside_a_en\tside_b_en\tside_b_ko\tside_a_local\tvariants\tlat\tlon\taccuracy_m\np\tA\t\t\t\t\t1\t2\t3\n",
		"routes.tsv":        "id\tname_en\tname_ko\tname_zh\tlegs\nr\tR\t\t\torigin:p\n",
	}
	for name, c := range map[string]struct{ file, text, says string }{
		"too few cells":    {"goods.tsv", "goods_id\ten\nx\n", "goods.tsv: line 2"},
		"a leg of no kind": {"routes.tsv", "id\tname_en\tname_ko\tname_zh\tlegs\nr\tR\t\t\tHunchun\n", "routes.tsv: r"},
		"a place nowhere":  {"crossings.tsv", "id\tside_a_en\tside_b_en\tside_b_ko\tside_a_local\tvariants\tlat\tlon\taccuracy_m\np\tA\t\t\t\t\tnorth\t2\t3\n", "crossings.tsv: p: lat"},
		"a missing file":   {"caption_forms.tsv", "", "caption_forms.tsv"},
	} {
		_, _, err := Seed(func(file string) ([]byte, error) {
			text := good[file]
			if file == c.file {
				text = c.text
			}
			if text == "" {
				return nil, fmt.Errorf("%s: %w", file, fs.ErrNotExist)
			}
			return []byte(text), nil
		})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
