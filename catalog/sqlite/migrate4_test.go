package sqlite

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// openVersion4 opens a catalogue that the program of schema 4 wrote: twelve photos
// of two batches with items, a lot, statuses, places, dates and, as the last
// step, an undone note.
func openVersion4(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), unpacked(t, "v4.db.gz"), gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestUpgradeFrom4(t *testing.T) {
	s := openVersion4(t)
	verifyClean(t, s)
	finds(t, s, map[string][]catalog.PhotoID{
		"item:refrigerator": {1, 2, 3, 4}, "item:tile": {9, 3, 4, 5, 11, 12, 10}, "no:date": {10}, "customs": {1, 2, 3, 4}, "is:removed": nil, "batch:phone": {9, 11, 12, 10},
		"lot:1": {1, 2}, "blurred": nil,
	})
	rows, err := column[string](t.Context(), s.read, "SELECT id || ' ' || coalesce(taken, '-') || ' ' || coalesce(place, '-') FROM photo WHERE id IN (1, 4, 6, 10) ORDER BY id")
	if want := []string{"1 2023-07-01T08:00:00 town-hunchun", "4 2023-07-01T08:03:00 -", "6 2023-07 a yard", "10 - -"}; err != nil || !slices.Equal(rows, want) {
		t.Errorf("%q, want %q, %v", rows, want, err)
	}
	before := state(t, s)
	for _, text := range []string{"UPDATE photo SET chosen = NULL, taken = NULL, place = NULL"} { // what is derived anew is what the migration made
		if _, err := s.write.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.deriveMissing(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("derived anew (-migrated +derived):\n%s", diff)
	}
}

// TestUpgradedFrom4GoesOn: what this version does to photos of version 4 is undone
// to what that had, and so is what that did.
func TestUpgradedFrom4GoesOn(t *testing.T) {
	s := openVersion4(t)
	before := state(t, s)
	if _, err := s.Remove(t.Context(), []catalog.PhotoID{1, 2, 6, 10}, ""); err != nil {
		t.Fatal(err)
	}
	finds(t, s, map[string][]catalog.PhotoID{"is:removed": {6, 1, 2, 10}, "item:refrigerator": {3, 4}, "date:2023-07-10": {7}, "is:removed date:2023-07-10": {6}})
	verifyClean(t, s)
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("after undo (-before +now):\n%s", diff)
	}
	for {
		_, err := s.Undo(t.Context(), "")
		if catalog.CodeOf(err) == catalog.ErrNothing {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	finds(t, s, map[string][]catalog.PhotoID{"": nil, "is:removed": nil})
	verifyClean(t, s)
}
