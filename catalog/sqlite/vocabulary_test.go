package sqlite

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func entry(key, english, parent string) catalog.ItemEntry {
	return catalog.ItemEntry{Item: catalog.Item{Key: key, Names: catalog.Names{English: english}}, ParentKey: parent}
}

// TestMergeVocabulary takes tables in, finds by the new names and parents, and
// takes all back in one step.
func TestMergeVocabulary(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "SD card", Route: "Quanhe"}, 0, 6)
	fridge, err := s.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[:3], AddItems: []catalog.ItemID{fridge}}); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	cold := entry("refrigerator", "icebox", "white_goods")
	cold.HS, cold.Caption = "8418.21", catalog.CaptionForms{Singular: "icebox", Plural: "iceboxes", KoreanCounter: "대"}
	lat, lon := 42.5, 130.5
	route := catalog.Route{Key: "hunchun-rason", Names: catalog.Names{English: "The coast road"}, Legs: []catalog.Leg{
		{Kind: "origin", Names: catalog.Names{English: "Tumen"}, Latitude: &lat, Longitude: &lon},
	}}
	merged, step, err := s.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{
		cold, entry("white_goods", "white goods", "appliances"), entry("appliances", "appliances", ""), entry("steel", "steel products", ""),
	}, Routes: []catalog.Route{route, {Key: "new", Names: catalog.Names{English: "Tunnel"}, Legs: []catalog.Leg{{Kind: "crossing", Names: catalog.Names{English: "Tunnel"}}}}}}, "AB")
	if err != nil || step.ID == 0 || step.Action != catalog.ActionWords {
		t.Fatal(step, err)
	}
	if want := (Merged{Added: 3, Changed: 3}); merged != want { // steel lost its Korean name
		t.Errorf("merged %+v, want %+v", merged, want)
	}
	items, err := s.Items(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]catalog.Item{}
	for _, i := range items {
		byKey[i.Key] = i
	}
	got := byKey["refrigerator"]
	if got.ID != fridge || got.Own || got.Parent != byKey["white_goods"].ID || got.Caption != cold.Caption || got.HS != "8418.21" || !byKey["appliances"].Own {
		t.Errorf("%+v", got)
	}
	for query, want := range map[string]int{
		"item:icebox": 3, "item:appliances": 3, "item:\"white goods\"": 3, "visible:appliances": 3, "-item:appliances": 3, "icebox": 3, "냉장고": 0,
		"route:tumen": 6, "tumen": 6, "coast": 6, "Quanhe": 0, "item:steel": 0,
	} {
		if found := mustFind(t, s, query); len(found) != want {
			t.Errorf("find %s: %v, want %d", query, found, want)
		}
	}
	verifyClean(t, s)
	after := state(t, s)
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Error("undo: " + diff)
	}
	if _, err := s.Redo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, state(t, s)); diff != "" {
		t.Error("redo: " + diff)
	}
	verifyClean(t, s)
}

// TestMergeThatCannotBe leaves the vocabulary as it was.
func TestMergeThatCannotBe(t *testing.T) {
	s := newStore(t)
	before := state(t, s)
	for name, entries := range map[string][]catalog.ItemEntry{
		"no parent": {entry("fan", "fan", ""), entry("pump", "pump", "nothing")},
		"a circle":  {entry("fan", "fan", "pump"), entry("pump", "pump", "fan")},
	} {
		if _, step, err := s.MergeVocabulary(t.Context(), Tables{Items: entries}, ""); err == nil || step.ID != 0 {
			t.Errorf("%s: %v, %v", name, step, err)
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Error(diff)
	}
	merged, step, err := s.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("motorcycle_engine", "motorcycle engine (petrol)", "")}}, "")
	if err != nil || step.ID != 0 || merged != (Merged{Same: 1}) {
		t.Errorf("%+v, %v, %v", merged, step, err)
	}
}

// manyItems takes so many items into a vocabulary.
func manyItems(t testing.TB, s *Store, n int) {
	t.Helper()
	entries := make([]catalog.ItemEntry, n)
	for i := range entries {
		entries[i] = entry(fmt.Sprintf("item_%05d", i), fmt.Sprintf("%s goods %d / thing %d", []string{"steel", "paper", "cold", "motor"}[i%4], i, i), "")
		entries[i].Names.Korean = fmt.Sprintf("물건 %d", i)
	}
	if _, _, err := s.MergeVocabulary(t.Context(), Tables{Items: entries}, ""); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkMatchNames finds by names among 50,000 items what is there and what is not.
func BenchmarkMatchNames(b *testing.B) {
	s := newStore(b)
	manyItems(b, s, 50_000)
	for name, text := range map[string]string{
		"whole": "thing 49999", "korean": "물건 123", "words": "goods 31", "beginning": "cold goo", "none": "unheard of",
	} {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				if _, err := matchNames(b.Context(), s.read, entItem, text); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			b.ReportMetric(float64(slices.Max(times).Microseconds())/1000, "max-ms")
		})
	}
}

// BenchmarkItems lists 50,000 items of which 2,000 are in 1,000,000 observations.
func BenchmarkItems(b *testing.B) {
	s := newStore(b)
	addFiles(b, s, catalog.Intake{}, 0, 1)
	manyItems(b, s, 50_000)
	for _, text := range []string{
		`INSERT INTO observation (id, uuid, photo, item, visible, removed)
			WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i, 'o' || i, 1, 100 + i % 2000, 1, 0 FROM n`,
		"INSERT INTO facet (kind, value, photos) SELECT 'item', CAST(id AS TEXT), 500 FROM item WHERE id BETWEEN 100 AND 2099",
	} {
		if _, err := s.write.Exec(text); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		items, err := s.Items(b.Context())
		if err != nil || len(items) < 50_000 || !slices.ContainsFunc(items, func(i catalog.Item) bool { return i.ID == 100 && i.Recent == 1_000_000 }) {
			b.Fatal(len(items), err)
		}
	}
}
