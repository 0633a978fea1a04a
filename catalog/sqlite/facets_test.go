package sqlite

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

func facetsOf(t *testing.T, s *Store, q catalog.Query) []catalog.Facet {
	t.Helper()
	facets, err := s.Facets(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return facets
}

// TestFacetsAreFound: each value that is counted finds as many photos as it says,
// in all and among those of a query.
func TestFacetsAreFound(t *testing.T) {
	s := mixedStore(t)
	fields := map[catalog.Field]int{}
	for _, text := range []string{"", "item:truck", "-item:tile date:2023-07|2023-08", "status:sanctioned|not-assessed img_1", "IMG"} {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facetsOf(t, s, q) {
			fields[f.Field]++
			narrowed := catalog.Query{Terms: append(slices.Clone(q.Terms), catalog.Term{Field: f.Field, Value: f.Value})}.String()
			if got := len(mustFind(t, s, narrowed)); got != f.Count {
				t.Errorf("%q finds %d, but %d are counted", narrowed, got, f.Count)
			}
		}
	}
	for _, field := range []catalog.Field{
		catalog.FieldStatus, catalog.FieldItem, catalog.FieldRoute, catalog.FieldCrossing, catalog.FieldPlace, catalog.FieldMonth, catalog.FieldBatch,
		catalog.FieldSource, catalog.FieldMadeIn, catalog.FieldPackaging, catalog.FieldStage, catalog.FieldCamera, catalog.FieldType, catalog.FieldWarning,
		catalog.FieldReview, catalog.FieldNo, catalog.FieldHas,
	} {
		if fields[field] == 0 {
			t.Errorf("nothing is counted by %s", field)
		}
	}
	verifyClean(t, s)
}

// TestKeptFacetsAreThoseOfTheDatabase counts with the facets kept in memory and
// without, while photos are tagged, removed and brought back.
func TestKeptFacetsAreThoseOfTheDatabase(t *testing.T) {
	s := mixedStore(t)
	truck := catalog.Edit{Photos: []catalog.PhotoID{3, 9, 11}, AddItems: []catalog.ItemID{itemOf(t, s, "tipper")}}
	for _, change := range []func() error{
		func() error { return nil },
		func() error { _, err := s.Apply(t.Context(), truck); return err },
		func() error { _, err := s.Remove(t.Context(), []catalog.PhotoID{4, 9}, ""); return err },
		func() error { _, err := s.Undo(t.Context(), ""); return err },
		func() error { addFiles(t, s, catalog.Intake{}, 900, 3); return nil },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"IMG", "-IMG", "item:vehicle", "date:2023-07|2023-08 -item:tile", "is:removed -phone", "status:not-assessed"} {
			for _, common := range []int{1, commonFrom} { // as if many were found, and few
				s.common = common
				s.kept = 0
				plain := facetCounts(t, s, text)
				s.kept = facetsKept
				if kept := facetCounts(t, s, text); !maps.Equal(kept, plain) {
					t.Errorf("%s (common from %d): counted %v, want %v", text, common, kept, plain)
				}
				if common == 1 && s.tables.last == nil {
					t.Errorf("%s: no facets are kept", text)
				}
				s.tables.last = nil
			}
		}
	}
}

// TestAnyAllNone compares what terms of several values find with what their
// values find by themselves.
func TestAnyAllNone(t *testing.T) {
	s := mixedStore(t)
	all := mustFind(t, s, "")
	values := map[catalog.Field][]string{
		catalog.FieldWords: {"IMG_1", "IMG_22", "phone", "P-000007", "P-000011", "훈춘", "nosuch"},
		catalog.FieldDate:  {"2023-07", "2023-08", "2023-07-31", "..2023-06", "2023-07-03T08:00"},
		catalog.FieldItem:  {"vehicle", "tipper", "fridge", "tile"}, catalog.FieldVisible: {"truck", "tile"},
		catalog.FieldStatus: {"sanctioned", "disputed", "not-assessed"}, catalog.FieldMonth: {"2023-07", "2023-08", "2020-01"},
		catalog.FieldPlace: {"quanhe", "yanji", `"the old mill"`, `"old mill"`}, catalog.FieldCamera: {`"Apple iPhone 12"`, "nikon"},
		catalog.FieldNo: {"item", "date"}, catalog.FieldType: {"png", "heic"}, catalog.FieldReview: {"waiting", "agreed"},
	}
	random := rand.New(rand.NewPCG(5, 6))
	for i := range 400 {
		s.common = []int{commonFrom, 1, 30}[i%3]
		want, terms := all, []string(nil)
		for range 1 + random.IntN(3) {
			field := []catalog.Field{
				catalog.FieldWords, catalog.FieldDate, catalog.FieldItem, catalog.FieldVisible, catalog.FieldStatus, catalog.FieldMonth, catalog.FieldPlace,
				catalog.FieldCamera, catalog.FieldNo, catalog.FieldType, catalog.FieldReview,
			}[random.IntN(11)]
			prefix := string(field) + ":"
			if field == catalog.FieldWords {
				prefix = ""
			}
			var choices []string
			any := map[catalog.PhotoID]bool{}
			for range 1 + random.IntN(3) {
				value := values[field][random.IntN(len(values[field]))]
				choices = append(choices, value)
				for _, id := range mustFind(t, s, prefix+value) {
					any[id] = true
				}
			}
			not := random.IntN(3) == 0
			text := prefix + strings.Join(choices, "|")
			if not {
				text = "-" + text
			}
			terms = append(terms, text)
			want = slices.DeleteFunc(slices.Clone(want), func(id catalog.PhotoID) bool { return any[id] == not })
		}
		text := strings.Join(terms, " ")
		if got := mustFind(t, s, text); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Fatalf("%s (common from %d) finds\n%v, want\n%v", text, s.common, got, want)
		}
		q, _ := catalog.ParseQuery(text)
		if n, err := s.Count(t.Context(), q); err != nil || n != len(want) {
			t.Fatalf("%s counts %d, %v; want %d", text, n, err, len(want))
		}
	}
}

func TestGoodsAreCountedWithTheirKinds(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 6)
	tag := func(item string, photos ...catalog.PhotoID) {
		if _, err := s.Apply(t.Context(), catalog.Edit{Photos: photos, AddItems: []catalog.ItemID{itemOf(t, s, item)}}); err != nil {
			t.Fatal(err)
		}
	}
	kindOf(t, s, "steel_structure", "steel")
	tag("steel", ids[0], ids[1])
	tag("steel_structure", ids[1], ids[2])
	tag("motorcycle_engine", ids[2], ids[3])
	expect := func(steel, structures, engines int, parent string) {
		t.Helper()
		got := map[string]catalog.Facet{}
		for _, f := range facetsOf(t, s, catalog.Query{}) {
			if f.Field == catalog.FieldItem {
				got[f.Label] = f
			}
		}
		a, b, c := got["steel products"], got["steel structures, profiles"], got["motorcycle engine (petrol)"]
		if a.Count != steel || b.Count != structures || c.Count != engines || b.Parent != "steel products" || c.Parent != parent {
			t.Errorf("%+v %+v %+v", a, b, c)
		}
	}
	expect(3, 2, 2, "")
	kindOf(t, s, "motorcycle_engine", "steel_structure")
	expect(4, 3, 2, "steel structures, profiles")
	if found := mustFind(t, s, "item:steel"); !slices.Equal(found, ids[:4]) {
		t.Errorf("found %v", found)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	expect(3, 2, 2, "")
	if _, err := s.MergeItems(t.Context(), itemOf(t, s, "motorcycle_engine"), itemOf(t, s, "steel_structure"), "kim"); err != nil {
		t.Fatal(err)
	}
	if found := mustFind(t, s, "item:steel"); !slices.Equal(found, ids[:4]) {
		t.Errorf("merged, found %v", found)
	}
	items, err := s.Items(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range items {
		if i.Key == "steel" && i.Used != 2 {
			t.Errorf("%d photos use steel itself", i.Used)
		}
	}
	verifyClean(t, s)
}

func TestOlderCataloguesAreDerivedAnew(t *testing.T) {
	s := newStore(t)
	addFiles(t, s, catalog.Intake{}, 0, 3)
	for _, text := range []string{
		"UPDATE counter SET last = 2 WHERE entity = 'derivation'", "DELETE FROM photo_facet WHERE facet IN (SELECT id FROM facet WHERE kind = 'month')",
		"DELETE FROM facet WHERE kind = 'month'", "DROP INDEX photo_found", "PRAGMA user_version = 5",
	} {
		if _, err := s.write.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	if found := mustFind(t, s, "month:2023-07"); len(found) != 0 {
		t.Fatal("the test does not take anything away")
	}
	s = reopen(t, s)
	if found := mustFind(t, s, "month:2023-07"); len(found) != 3 || facetCounts(t, s, "")["2023-07"] != 3 || facetCounts(t, s, "IMG")["2023-07"] != 3 {
		t.Errorf("found %v", found)
	}
}

// TestFindingReadsIndexesAlone: neither a page nor the facets of it read a photo's row.
func TestFindingReadsIndexesAlone(t *testing.T) {
	s := mixedStore(t)
	for _, text := range []string{
		"item:truck|tile", "item:vehicle status:sanctioned|disputed -place:quanhe", "month:2023-07|2023-08 -img_3", "img_1|img_2 date:2023-07|2023-08", "-camera:nikon",
		"date:2023-07|2023-08 item:truck|tile", "P-000001|P-000002|phone",
	} {
		for _, common := range []int{1, commonFrom} {
			s.common = common
			q, err := catalog.ParseQuery(text)
			if err != nil {
				t.Fatal(err)
			}
			p, err := s.plan(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			by, err := s.lead(t.Context(), p, false)
			if err != nil {
				t.Fatal(err)
			}
			found := p.seqs(by, 0, 2000)
			counted := facetsSQL(found)
			for _, c := range []clause{found, counted} {
				rows, err := s.read.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+c.sql, c.args...)
				if err != nil {
					t.Fatal(err)
				}
				for rows.Next() {
					var id, parent, unused int
					var how string
					if err := rows.Scan(&id, &parent, &unused, &how); err != nil {
						t.Fatal(err)
					}
					table := strings.HasPrefix(how, "SEARCH p ") || how == "SCAN p" || strings.HasPrefix(how, "SCAN p ")
					if table && !strings.Contains(how, "COVERING INDEX") || strings.Contains(how, "TEMP B-TREE") || strings.HasPrefix(how, "SCAN f") {
						t.Errorf("%s (common from %d): %s", text, common, how)
					}
				}
				rows.Close()
			}
		}
	}
}

func TestNamesAreMeant(t *testing.T) {
	s, _ := taggedStore(t, 3)
	for text, want := range map[string]string{
		"item:냉장고|타일 x":          `item:"household refrigerator"|"ceramic tile" x`,
		"-item:쇼핑카트 status:제재":   `-item:"supermarket shopping cart" status:sanctioned`,
		"item:steel":             `item:"steel products"`,
		"item:e":                 "item:e", // several
		"item:nothing route:훈춘":  "item:nothing route:Hunchun–Quanhe–Wonjong–Rason",
		"batch:fir source:sandp": "batch:first source:Sandpiper",
	} {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Meant(t.Context(), q); err != nil || got.String() != want {
			t.Errorf("%s means %s, %v; want %s", text, got, err, want)
		}
	}
}
