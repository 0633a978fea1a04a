package vocabulary

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/naming"
)

func TestShippedVocabulary(t *testing.T) {
	shipped, err := Seed(assets.Vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	items, routes := shipped.Items, shipped.Routes
	byKey := map[string]catalog.Item{}
	for _, i := range items {
		if err := i.Check(); err != nil || i.Key == "" || i.Own {
			t.Errorf("%+v: %v", i, err)
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
		if r.Direction != catalog.Into {
			t.Errorf("%s goes %q", r.Key, r.Direction)
		}
	}
	for name, mode := range map[string]catalog.Mode{"Changbai–Hyesan": catalog.ModeRoad, "Dandong–Sinuiju": ""} { // a bridge of road and rail
		if names[name].Mode != mode {
			t.Errorf("%s is travelled by %q", name, names[name].Mode)
		}
	}
	checkUnits(t, shipped.Units)
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

// checkUnits expects every word of a unit to belong to it alone, so that what
// people type is understood.
func checkUnits(t *testing.T, units []catalog.Unit) {
	t.Helper()
	owner := map[string]string{}
	for _, u := range units {
		if err := u.Check(); err != nil || u.Names.Korean == "" || u.Names.Chinese == "" || u.Plural == "" {
			t.Errorf("%+v: %v", u, err)
		}
		n, mine := u.Names, map[string]bool{}
		for _, text := range []string{u.Key, n.English, u.Plural, n.Korean, n.Chinese, n.AlsoKnownAs} {
			for _, name := range naming.Variants(text) {
				mine[naming.Fold(name)] = true
			}
		}
		for name := range mine {
			if other := owner[name]; other != "" {
				t.Errorf("%q is both %s and %s", name, other, u.Key)
			}
			owner[name] = u.Key
		}
	}
	for typed, key := range map[string]string{"pieces": "piece", "마대": "sack", "kg": "kilogram", "集装箱": "container", "m2": "square_metre", "ton": ""} {
		if owner[naming.Fold(typed)] != key {
			t.Errorf("%s is %q, want %q", typed, owner[naming.Fold(typed)], key)
		}
	}
}

const routeHead = "id\tname_en\tname_ko\tname_zh\tmode\tdirection\tlegs\n"

func TestBadTables(t *testing.T) {
	good := map[string]string{
		"goods.tsv":         "goods_id\ten\tko\tko_dprk\tzh\ths2022\nx\ta\t\t\t\t\n",
		"caption_forms.tsv": "goods_id\ten_singular\ten_plural\tko\tko_counter\tzh\tzh_counter\n",
		"crossings.tsv":     "id\tside_a_en\tside_b_en\tside_b_ko\tside_a_local\tvariants\tlat\tlon\taccuracy_m\np\tA\t\t\t\t\t1\t2\t3\n",
		"routes.tsv":        routeHead + "r\tR\t\t\troad\tinto\torigin:p\n",
		"units.tsv":         "key\ten\ten_plural\tko\tzh\tvariants\npiece\tpiece\tpieces\t\t\t\n",
		"version":           "2026-01-01\n",
	}
	for name, c := range map[string]struct{ file, text, says string }{
		"too few cells":    {"goods.tsv", "goods_id\ten\nx\n", "goods.tsv: line 2"},
		"a leg of no kind": {"routes.tsv", routeHead + "r\tR\t\t\troad\tinto\tHunchun\n", "routes.tsv: r"},
		"no such mode":     {"routes.tsv", routeHead + "r\tR\t\t\tcamel\tinto\torigin:p\n", "routes.tsv: r"},
		"no direction":     {"routes.tsv", routeHead + "r\tR\t\t\troad\tup\torigin:p\n", "routes.tsv: r"},
		"no day":           {"version", "7\n", "version"},
		"no units":         {"units.tsv", "", "units.tsv"},
		"a place nowhere":  {"crossings.tsv", "id\tside_a_en\tside_b_en\tside_b_ko\tside_a_local\tvariants\tlat\tlon\taccuracy_m\np\tA\t\t\t\t\tnorth\t2\t3\n", "crossings.tsv: p: lat"},
		"a missing file":   {"caption_forms.tsv", "", "caption_forms.tsv"},
	} {
		_, err := Seed(func(file string) ([]byte, error) {
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
