package sqlite

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog"
)

func TestFindItemByAnyName(t *testing.T) {
	s := newStore(t)
	for name, want := range map[string]string{
		"refrigerator": "refrigerator", "REFRIGERATOR": "refrigerator", "household refrigerator": "refrigerator", "냉장고": "refrigerator",
		"랭동기": "refrigerator", "电冰箱": "refrigerator", "冰箱": "refrigerator", "fridge": "", "shopping cart": "shopping_cart", "shopping_cart": "shopping_cart",
		"마트 카트": "shopping_cart", "마트카트": "", "타일": "ceramic_tile", "tile": "ceramic_tile", "textile": "fabric", "fabric": "fabric",
		"motorcycle engine": "motorcycle_engine", "ｅｎｇｉｎｅ": "motorcycle_engine", "steel products": "steel", "structures": "steel_structure", "카트": "shopping_cart",
	} {
		for form, typed := range map[string]string{"NFC": norm.NFC.String(name), "NFD": norm.NFD.String(name)} {
			id, err := s.FindItem(t.Context(), typed)
			if want == "" {
				if catalog.CodeOf(err) != catalog.ErrUnknownItem {
					t.Errorf("%s (%s): %v, %v", name, form, id, err)
				}
				continue
			}
			items, errItems := s.Items(t.Context())
			if err != nil || errItems != nil {
				t.Errorf("%s (%s): %v %v", name, form, err, errItems)
				continue
			}
			i := slices.IndexFunc(items, func(i catalog.Item) bool { return i.ID == id })
			if items[i].Key != want {
				t.Errorf("%s (%s) is %s, want %s", name, form, items[i].Key, want)
			}
		}
	}
	_, err := s.FindItem(t.Context(), "structures profile steel")
	if catalog.CodeOf(err) != catalog.ErrUnknownItem {
		t.Errorf("words in another order: %v", err)
	}
	_, err = s.FindItem(t.Context(), "steel")
	if err != nil {
		t.Errorf("a key that is also a part of another name: %v", err)
	}
	var e *catalog.Error
	if _, err = s.FindItem(t.Context(), "철"); !errors.As(err, &e) || e.Code != catalog.ErrAmbiguous || len(e.Matches) != 2 {
		t.Errorf("two fits: %v", err)
	}
}

// TestFindInAnyWriting: names of places and goods are found as free words and
// as values, in Hangul, in Hanzi, in pieces (NFD), whole or in part.
func TestFindInAnyWriting(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 4)
	captions := []string{"훈춘시 세관 앞", norm.NFD.String("훈춘에서 찍음"), "珲春市圈河口岸", "Wŏnjŏng-ri, Hunch’un"}
	for i, c := range captions {
		if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[i : i+1], Caption: &c}); err != nil {
			t.Fatal(err)
		}
	}
	for text, want := range map[string][]int{
		"훈춘": {0, 1}, "춘": {0, 1}, "훈춘시": {0}, "세관": {0}, "훈춘 세관": {0}, `"훈춘시 세관"`: {0}, `"세관 훈춘시"`: {}, "춘훈": {},
		"珲春": {2}, "圈河": {2}, "春市": {2}, "口": {2}, "wonjong": {3}, "Hunchun": {3}, "hunch": {3}, "WŎNJŎNG": {3}, "-훈춘": {2, 3}, "훈춘 -세관": {1},
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			var got []int
			for _, id := range mustFind(t, s, form.String(text)) {
				got = append(got, slices.Index(ids, id))
			}
			if !slices.Equal(got, want) && len(got)+len(want) > 0 {
				t.Errorf("%q finds %v, want %v", text, got, want)
			}
		}
	}
}

func TestSortsAndPages(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 60)
	tile, err := s.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[5:45], AddItems: []catalog.ItemID{tile}}); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "item:tile", "-item:tile", "ceramic", "no:date", "date:2023-07-01T08:10:00.."} {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		count, err := s.Count(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortImported, catalog.SortName} {
			var whole, paged []catalog.PhotoID
			for size, list := range map[int]*[]catalog.PhotoID{1000: &whole, 7: &paged} {
				for page, err := range s.FindAll(t.Context(), q, sort, size) {
					if err != nil {
						t.Fatal(err)
					}
					*list = append(*list, page...)
				}
			}
			if len(whole) != count || !slices.Equal(whole, paged) {
				t.Errorf("%q by %s: %d, in pages %d, counted %d", text, sort, len(whole), len(paged), count)
			}
			photos, err := s.Photos(t.Context(), whole)
			if err != nil || !slices.IsSortedFunc(photos, bySort(sort)) {
				t.Errorf("%q by %s is not in order, %v", text, sort, err)
			}
		}
	}
}

func bySort(sort catalog.Sort) func(a, b catalog.Photo) int {
	return func(a, b catalog.Photo) int {
		switch sort {
		case catalog.SortName:
			return strings.Compare(naturalKey(a.Name), naturalKey(b.Name))
		case catalog.SortTaken:
			key := func(p catalog.Photo) string {
				if p.Taken() == nil {
					return "~"
				}
				return p.Taken().Wall()
			}
			return strings.Compare(key(a), key(b))
		}
		return int(a.ID - b.ID)
	}
}

func TestFacets(t *testing.T) {
	s, ids := taggedStore(t, 30)
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[:10], Status: status(catalog.Disputed), AllItems: true}); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]map[string]int{
		"":                {"sanctioned": 20, "disputed": 10, "ceramic tile": 30, "household refrigerator": 30, "first": 30, "jpeg": 30, "Sandpiper": 30},
		"status:disputed": {"disputed": 10, "ceramic tile": 10, "household refrigerator": 10, "first": 10, "jpeg": 10, "Sandpiper": 10},
		"item:cart":       {},
	} {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		facets, err := s.Facets(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, f := range facets {
			switch f.Field {
			case catalog.FieldStatus, catalog.FieldItem, catalog.FieldBatch, catalog.FieldType, catalog.FieldSource:
				got[f.Label] = f.Count
			}
		}
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		for label, n := range want {
			if got[label] != n {
				t.Errorf("%q: %s is %d, want %d", text, label, got[label], n)
			}
		}
	}
}

func TestUnknownNamesSayWhere(t *testing.T) {
	s, _ := taggedStore(t, 1)
	q, err := catalog.ParseQuery("customs route:Atlantis")
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = s.Find(t.Context(), q, catalog.SortTaken, Cursor{}, 10)
	var e *catalog.QueryError
	if !errors.As(err, &e) || e.Reason != catalog.QueryUnknownName || e.Pos != 8 || catalog.CodeOf(err) != catalog.ErrQuery {
		t.Errorf("%v", err)
	}
}

func TestAliases(t *testing.T) {
	s, ids := taggedStore(t, 1)
	for alias, ok := range map[string]bool{"Heron": true, "abc": false, "  a b ": false, "tile": false, "Ceramic Tile": false, "Hunchun": false, "불나방들": true, "....": false} {
		_, err := s.Apply(t.Context(), catalog.Edit{Photos: ids, Source: &alias})
		if ok != (err == nil) {
			t.Errorf("alias %q: %v", alias, err)
		}
	}
}

// TestArrivalsKeepBoth: a duplicate keeps both names, both batches and both
// sources, and is found by each.
func TestArrivalsKeepBoth(t *testing.T) {
	s := newStore(t)
	addFiles(t, s, catalog.Intake{Name: "one", Source: "Heron"}, 0, 2)
	im, err := s.BeginImport(t.Context(), catalog.Intake{Name: "two", Source: "Kingfisher"}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	again := file(0)
	again.Arrival.Name, again.Arrival.Path = "mmexport1688.jpg", "/phone/mmexport1688.jpg"
	for i, want := range []catalog.Outcome{catalog.OutcomeDuplicate, catalog.OutcomeAgain} {
		placed, _, err := im.Add(t.Context(), []catalog.NewPhoto{again})
		if err != nil || placed[0].Outcome != want || placed[0].Photo != 1 {
			t.Fatalf("%d: %+v, %v", i, placed, err)
		}
	}
	for text, want := range map[string]int{"batch:one": 2, "batch:two": 1, "source:heron": 2, "source:kingfisher": 1, "mmexport": 1, "IMG_0": 1} {
		if got := len(mustFind(t, s, text)); got != want {
			t.Errorf("%s finds %d, want %d", text, got, want)
		}
	}
	arrivals, err := s.Arrivals(t.Context(), 1)
	if err != nil || len(arrivals) != 2 || arrivals[1].Name != "mmexport1688.jpg" {
		t.Errorf("%+v, %v", arrivals, err)
	}
	verifyClean(t, s)
}
