package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

// TestUnchangedPlaceIsNoStep: a shipped place that is saved as it is shipped stays that.
func TestUnchangedPlaceIsNoStep(t *testing.T) {
	s, _ := placedStore(t)
	if _, step := save(t, s, placeOf(t, s, "quanhe-wonjong")); step.ID != 0 {
		t.Errorf("a step %+v", step)
	}
	merged, step, err := s.MergeVocabulary(t.Context(), Tables{Places: []catalog.PlaceEntry{
		placeOf(t, s, "town-yanji"),
		{Key: "depot", Kind: "warehouse", Names: catalog.Names{English: "Depot"}, Latitude: 1, Longitude: 2},
	}}, "")
	if err != nil || merged != (Merged{Added: 1, Same: 1}) || step.ID == 0 {
		t.Errorf("%+v, %v", merged, err)
	}
}

// TestPlacesOfAnotherProgram: who has the catalogue open beside it sees the change.
func TestPlacesOfAnotherProgram(t *testing.T) {
	s, ids := placedStore(t)
	other, err := Open(t.Context(), s.path, gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	head, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	save(t, other, catalog.PlaceEntry{Kind: "bridge", Names: catalog.Names{English: "Steppe Bridge"}, Countries: []string{"CN", "MN"}, Latitude: 47.9, Longitude: 106.9})
	if got := mustFind(t, s, "crossing:steppe"); !slices.Equal(got, ids[2:3]) {
		t.Errorf("found %v", got)
	}
	save(t, other, catalog.PlaceEntry{Key: "steppe-bridge", Kind: "bridge", Names: catalog.Names{English: "Iron Bridge"}, Countries: []string{"CN", "MN"}, Latitude: 47.9, Longitude: 106.9})
	if _, _, err := s.Since(t.Context(), head); err != nil {
		t.Fatal(err)
	}
	if got := s.Gazetteer().Crossings("iron bridge"); !slices.Equal(got, []string{"steppe-bridge"}) {
		t.Errorf("who only looked knows %v", got)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil { // an undo here, of what was done there
		t.Fatal(err)
	}
	if got := mustFind(t, other, "crossing:steppe"); !slices.Equal(got, ids[2:3]) {
		t.Errorf("undone: %v", got)
	}
	reopened, err := Open(t.Context(), s.path, gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	defer reopened.Close()
	if got := reopened.Gazetteer().Crossings("steppe bridge"); !slices.Equal(got, []string{"steppe-bridge"}) {
		t.Errorf("opened anew it knows %v", got)
	}
}

// TestPlacesAreFoundByIndex: what a place concerns is not looked for in every photo.
func TestPlacesAreFoundByIndex(t *testing.T) {
	s, _ := placedStore(t)
	tx, err := s.write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // it only asks
	for query, args := range map[string][]any{namingSQL: {"depot"}, aroundSQL: {1.0, 2.0, 3.0, 4.0}} {
		rows, err := tx.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, unused int
			var how string
			if err := rows.Scan(&id, &parent, &unused, &how); err != nil {
				t.Fatal(err)
			}
			for _, table := range []string{"photo", "claim", "place", "p", "c", "m"} {
				if strings.HasPrefix(how, fmt.Sprintf("SCAN %s", table)) && strings.HasSuffix(how, table) {
					t.Errorf("%s: %s", query, how)
				}
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestUpgradeKnowsWherePhotosAre takes a catalogue back to the schema before places
// and opens it again.
func TestUpgradeKnowsWherePhotosAre(t *testing.T) {
	s, ids := placedStore(t)
	for _, text := range []string{
		"DROP INDEX photo_found", "DROP INDEX photo_spot", "DROP INDEX claim_place", "DROP INDEX claim_shown", "DROP INDEX name_folded", "DROP INDEX observation_unit",
		"DROP TABLE place", "DROP TABLE unit", "ALTER TABLE photo DROP COLUMN latitude", "ALTER TABLE photo DROP COLUMN longitude",
		"ALTER TABLE route DROP COLUMN mode", "ALTER TABLE route DROP COLUMN direction", "ALTER TABLE route DROP COLUMN own", "ALTER TABLE route DROP COLUMN removed",
		"PRAGMA user_version = 3",
	} {
		if _, err := s.write.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), s.path, gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, step := save(t, s, catalog.PlaceEntry{Kind: "warehouse", Names: catalog.Names{English: "Depot"}, Latitude: 47.9, Longitude: 106.9})
	if !slices.Equal(step.Photos, ids[2:3]) || nearestTo(t, s, ids[2]) != "depot" {
		t.Errorf("derived anew: %v", step.Photos)
	}
}
