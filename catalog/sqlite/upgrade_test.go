package sqlite

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/vocabulary"
)

// openVersion3 opens a catalogue that the program of schema 3 wrote: five photos
// on a route whose goods are counted in units as they were typed, two of them one
// lot, judged, reviewed and one judgement undone; an item of the newsroom's own
// and a rule pack in force.
func openVersion3(t *testing.T) *lexicon {
	t.Helper()
	s, err := Open(t.Context(), unpacked(t, "v3.db.gz"), gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &lexicon{Store: s, t: t}
}

func shippedNow() (catalog.Shipped, error) { return vocabulary.Seed(assets.Vocabulary) }

func TestUpgradeOfVersion3(t *testing.T) {
	l := openVersion3(t)
	verifyClean(t, l.Store)
	finds(t, l.Store, map[string][]catalog.PhotoID{
		"": {1, 2, 3, 4, 5}, "item:refrigerator": {2, 3}, `item:"Iron ware"`: {5}, "reported:iron": {5}, "status:sanctioned": {2}, "review:disagreed": {4},
		"route:wonjong-rason": {1, 2, 3, 4, 5}, "crossing:quanhe": {1, 2, 3, 4, 5}, "measure:UN2397-7": {2, 3, 4}, "source:heron": {1, 2, 3, 4, 5}, "훈춘": {1, 2, 3, 4, 5},
	})
	if _, err := l.CompleteVocabulary(t.Context(), shippedNow); err != nil {
		t.Fatal(err)
	}
	units := map[catalog.PhotoID]string{}
	for id := range catalog.PhotoID(5) {
		photo, err := l.Photo(t.Context(), id+1)
		if err != nil {
			t.Fatal(err)
		}
		units[id+1] = photo.Observations[0].Unit
	}
	if diff := cmp.Diff(map[catalog.PhotoID]string{1: "piece", 2: "piece", 3: "piece", 4: "tonne", 5: "wicker baskets"}, units); diff != "" {
		t.Errorf("counted in (-want +got):\n%s", diff)
	}
	if r := l.route("hunchun-quanhe-wonjong-rason"); r.Mode != catalog.ModeRoad || r.Own || r.Used != 5 {
		t.Errorf("%+v", r)
	}
	if packs, err := l.StoredPacks(t.Context()); err != nil || packs["un-dprk-2397"].Version != "0.9" {
		t.Errorf("%+v, %v", packs, err)
	}
	_, step := save(t, l.Store, catalog.PlaceEntry{Kind: "warehouse", Names: catalog.Names{English: "Depot"}, Latitude: 42.8864, Longitude: 130.3667})
	if !slices.Contains(step.Photos, 5) || nearestTo(t, l.Store, 5) != "depot" {
		t.Errorf("derived anew: %v", step.Photos)
	}
	verifyClean(t, l.Store)
}

// TestUpgradedHistoryGoesBack undoes all that version 3 did, over the step by
// which its vocabulary was completed, and brings it back.
func TestUpgradedHistoryGoesBack(t *testing.T) {
	l := openVersion3(t)
	if _, err := l.CompleteVocabulary(t.Context(), shippedNow); err != nil {
		t.Fatal(err)
	}
	before := state(t, l.Store)
	steps := 0
	for ; ; steps++ {
		_, err := l.Undo(t.Context(), "")
		if catalog.CodeOf(err) == catalog.ErrNothing {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if steps < 15 || len(mustFind(t, l.Store, "")) != 0 {
		t.Errorf("%d actions were undone, %d photos are left", steps, len(mustFind(t, l.Store, "")))
	}
	verifyClean(t, l.Store)
	for range steps {
		if _, err := l.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, state(t, l.Store)); diff != "" {
		t.Errorf("after undo and redo of all (-before +now):\n%s", diff)
	}
	verifyClean(t, l.Store)
}

// TestWhatIsPassedOverStays: to undo what came before the vocabulary was completed
// takes back what was done then, and not that it was completed.
func TestWhatIsPassedOverStays(t *testing.T) {
	l := openVersion3(t)
	photo, err := l.Photo(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	o := photo.Observations[0]
	o.Brand, o.Unit = "Arirang", "pieces, says the label"
	if _, _, err := l.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	o.Brand, o.Unit = "Myohyang", "pieces"
	if _, _, err := l.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := l.CompleteVocabulary(t.Context(), shippedNow); err != nil {
		t.Fatal(err)
	}
	o.Note = "seen"
	o.Unit = "piece"
	if _, _, err := l.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		redo              bool
		brand, unit, note string
	}{
		{false, "Myohyang", "piece", ""},
		{false, "Arirang", "pieces, says the label", ""},
		{false, "", "pieces", ""},
		{true, "Arirang", "pieces, says the label", ""},
		{true, "Myohyang", "piece", ""},
		{true, "Myohyang", "piece", "seen"},
	} {
		reverse := l.Undo
		if step.redo {
			reverse = l.Redo
		}
		if _, err := reverse(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		got, err := l.Observation(t.Context(), o.ID)
		if err != nil || got.Brand != step.brand || got.Unit != step.unit || got.Note != step.note {
			t.Errorf("%+v: %q, %q, %q, %v", step, got.Brand, got.Unit, got.Note, err)
		}
		verifyClean(t, l.Store)
	}
}

// TestSchemas: a catalogue of an older version has the schema of a new one.
func TestSchemas(t *testing.T) {
	schema := func(s *Store) []string {
		list, err := column[string](t.Context(), s.read, `SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master
			WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1`)
		if err != nil || len(list) < 30 {
			t.Fatal(len(list), err)
		}
		return list
	}
	want := schema(newStore(t))
	for name, s := range map[string]*Store{"1": openVersion1(t), "3": openVersion3(t).Store} {
		if diff := cmp.Diff(want, schema(s)); diff != "" {
			t.Errorf("version %s (-new +upgraded):\n%s", name, diff)
		}
	}
}
