package vocabulary

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/places"
)

// TestPlacesComeBackAsTheyWent writes all places, shipped ones and one of a
// newsroom's own, and reads them back.
func TestPlacesComeBackAsTheyWent(t *testing.T) {
	g, err := places.Load(assets.Vocabulary, assets.Place)
	if err != nil {
		t.Fatal(err)
	}
	list := g.Over([]catalog.PlaceEntry{{
		Key: "depot", Kind: "warehouse", Names: catalog.Names{Korean: "붉은 창고", AlsoKnownAs: "창고; 红仓库"}, Latitude: -1.5, Longitude: 179.99999, Accuracy: 0.5,
	}}).Places()
	var out bytes.Buffer
	if err := ExportPlaces(&out, list); err != nil {
		t.Fatal(err)
	}
	back, rejected, err := ReadPlaces(&out)
	if err != nil || len(rejected) > 0 || len(back) != len(list) {
		t.Fatalf("%d of %d places, %v, %v", len(back), len(list), rejected, err)
	}
	list[len(list)-1].Own = false // the table does not say
	if diff := cmp.Diff(list, back); diff != "" {
		t.Error(diff)
	}
}

func TestWrongPlacesAreRejected(t *testing.T) {
	head := strings.Join(placeColumns, "\t") + "\n"
	good := "a\ttown\tA\t\t\t\t\tCN\t1\t2\t3\n"
	for _, c := range []struct{ name, text, want string }{
		{"a good one", head + good, ""},
		{"no country", head + strings.Replace(good, "CN", "", 1), ""},
		{"two countries", head + strings.Replace(good, "CN", "CN; KP", 1), ""},
		{"none", head, ""},
		{"no kind", head + strings.Replace(good, "town", "", 1), "places.tsv line 2 column 2 kind: no_kind"},
		{"no name", head + strings.Replace(good, "\tA\t", "\t\t", 1), "places.tsv line 2 column 3 en: no_name"},
		{"no key", head + good[1:], "places.tsv line 2 column 1 key: bad_key"},
		{"a key with a space", head + "a b" + good[1:], "places.tsv line 2 column 1 key: bad_key"},
		{"a key twice", head + good + good, "places.tsv line 3 column 1 key: repeated_key"},
		{"a country by name", head + strings.Replace(good, "CN", "CN;china", 1), "places.tsv line 2 column 8 countries: bad_country"},
		{"beyond the pole", head + strings.Replace(good, "\t1\t", "\t-90.1\t", 1), "places.tsv line 2 column 9 lat: bad_number"},
		{"no longitude", head + strings.Replace(good, "\t2\t", "\t\t", 1), "places.tsv line 2 column 10 lon: bad_number"},
		{"no number", head + strings.Replace(good, "\t3\n", "\tNaN\n", 1), "places.tsv line 2 column 11 accuracy_m: bad_number"},
		{"too vague", head + strings.Replace(good, "\t3\n", "\t1000001\n", 1), "places.tsv line 2 column 11 accuracy_m: bad_number"},
		{"a cell less", head + strings.TrimSuffix(good, "\t3\n"), "places.tsv line 2 column 11 accuracy_m: too_few_cells"},
		{"a column less", strings.Replace(head, "\tkind", "", 1), "places.tsv line 1 column 0 kind: missing_column"},
	} {
		list, rejected, err := ReadPlaces(strings.NewReader(c.text))
		switch {
		case err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want == "" && len(rejected) > 0, c.want != "" && (len(rejected) != 1 || len(list) > 0):
			t.Errorf("%s: %v and %d places", c.name, rejected, len(list))
		case c.want != "" && !strings.HasPrefix(rejected[0].String(), c.want):
			t.Errorf("%s: %s, want %s", c.name, rejected[0], c.want)
		}
	}
}
