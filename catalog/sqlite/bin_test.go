package sqlite

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// binStore is a catalogue of 40 photos with dates of every sort, and the photos
// that some queries find there.
func binStore(t *testing.T) (*Store, []catalog.PhotoID) {
	t.Helper()
	s, ids := taggedStore(t, 40)
	for i, date := range []string{"2023-07", "[..2023-07-05]", "2023-07-03/..", "2021/2024", "2023-07-01T23:00:00/2023-07-02T01:00:00"} {
		edit := catalog.Edit{Photos: ids[10+i : 11+i], Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: date, Value: date}}}
		if _, err := s.Apply(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
	}
	return s, ids
}

var binQueries = []string{
	"", "item:tile", "status:sanctioned", "date:2023-07", "date:2023-07-01", "date:2023-07-04", "date:2022", "-date:2023-07-01", "no:date", "has:date",
	"before", "훈춘", "source:sandpiper", "IMG_3", "item:tile date:2023-07-02", "-item:tile", "P-000003", "route:quanhe -before", "type:jpeg no:note", "kind:scene",
}

// TestBin compares, for every query and order, what is found in the bin and
// beside it with what was found when nothing had been removed.
func TestBin(t *testing.T) {
	for _, common := range []int{commonFrom, 3} { // gathered and sorted, and walked
		s, ids := binStore(t)
		s.common = common
		found := map[string][]catalog.PhotoID{}
		for _, query := range binQueries {
			for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortName, catalog.SortImported} {
				found[string(sort)+" "+query] = findSorted(t, s, query, sort)
			}
		}
		var removed []catalog.PhotoID
		for i := 0; i < len(ids); i += 3 {
			removed = append(removed, ids[i])
		}
		step, err := s.Remove(t.Context(), slices.Concat(removed, removed), "KJ")
		if err != nil || step.Touched != len(removed) || !slices.Equal(step.Photos, removed) || step.Action != catalog.ActionRemove || step.Actor != "KJ" {
			t.Fatalf("%+v, %v", step, err)
		}
		for _, query := range binQueries {
			for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortName, catalog.SortImported} {
				all := found[string(sort)+" "+query]
				isRemoved := func(id catalog.PhotoID) bool { return slices.Contains(removed, id) }
				left := slices.DeleteFunc(slices.Clone(all), isRemoved)
				gone := slices.DeleteFunc(slices.Clone(all), func(id catalog.PhotoID) bool { return !isRemoved(id) })
				for text, want := range map[string][]catalog.PhotoID{query: left, query + " -is:removed": left, "is:removed " + query: gone, query + " 여부:삭제": gone, "is:removed -is:removed " + query: {}} {
					if got := findSorted(t, s, text, sort); !slices.Equal(got, want) {
						t.Errorf("%q by %s finds %v, want %v", text, sort, got, want)
					}
					n, err := s.Count(t.Context(), parse(t, text))
					if err != nil || n != len(want) {
						t.Errorf("%q counts %d, want %d, %v", text, n, len(want), err)
					}
				}
			}
		}
		verifyClean(t, s)
	}
}

func parse(t testing.TB, text string) catalog.Query {
	t.Helper()
	q, err := catalog.ParseQuery(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func findSorted(t *testing.T, s *Store, text string, sort catalog.Sort) []catalog.PhotoID {
	t.Helper()
	all := []catalog.PhotoID{}
	for ids, err := range s.FindAll(t.Context(), parse(t, text), sort, 7) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, ids...)
	}
	return all
}

func TestBinFacets(t *testing.T) {
	s, ids := taggedStore(t, 10)
	if _, err := s.Remove(t.Context(), ids[:4], ""); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"": 6, "has:item": 6, "is:removed": 4, "is:removed has:item": 4} {
		if counts := facetCounts(t, s, query); counts["sanctioned"] != want || counts["ceramic tile"] != want || counts["Sandpiper"] != want {
			t.Errorf("%q: %v", query, counts)
		}
	}
	batches, err := s.Batches(t.Context())
	if err != nil || batches[0].Photos != 6 {
		t.Errorf("%+v, %v", batches, err)
	}
	if p, err := s.Photo(t.Context(), ids[0]); err != nil || !p.Removed || len(p.Observations) != 2 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestBinUndo(t *testing.T) {
	s, ids := binStore(t)
	before := state(t, s)
	if _, err := s.Remove(t.Context(), ids[5:25], ""); err != nil {
		t.Fatal(err)
	}
	removed := state(t, s)
	if step, err := s.Remove(t.Context(), ids[5:25], ""); err != nil || step.ID != 0 {
		t.Fatalf("what lies in the bin is removed again: %+v, %v", step, err)
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[5:6], Note: text("in the bin")}); err != nil {
		t.Fatal(err)
	}
	if got := findSorted(t, s, "is:removed has:note", catalog.SortTaken); len(got) != 1 {
		t.Errorf("what is changed in the bin is not found there: %v", got)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	same := func(want []string, what string) {
		t.Helper()
		if diff := cmp.Diff(want, state(t, s)); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", what, diff)
		}
	}
	same(removed, "undo of a change in the bin")
	for range 2 {
		s = reopen(t, s)
		if step, err := s.Undo(t.Context(), ""); err != nil || step.Touched != 20 || !slices.Equal(step.Photos, ids[5:25]) {
			t.Fatal(step, err)
		}
		same(before, "undo")
		s = reopen(t, s)
		if _, err := s.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		same(removed, "redo")
	}
	if step, err := s.Restore(t.Context(), ids, ""); err != nil || step.Touched != 20 {
		t.Fatal(step, err)
	}
	same(before, "restore")
	verifyClean(t, s)
	if _, err := s.Remove(t.Context(), []catalog.PhotoID{ids[0], 777}, ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a photo that is not there: %v", err)
	}
	same(before, "an action that failed")
}

// TestBinImport: a file whose photo lies in the bin is noted and brings nothing back.
func TestBinImport(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "first"}, 0, 3)
	if _, err := s.Remove(t.Context(), ids[1:2], ""); err != nil {
		t.Fatal(err)
	}
	im, err := s.BeginImport(t.Context(), catalog.Intake{Name: "second", Source: "Heron"}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		placed, _, err := im.Add(t.Context(), []catalog.NewPhoto{file(0), file(1), file(5)})
		if err != nil || placed[0].Removed || !placed[1].Removed || placed[2].Removed || placed[1].Photo != ids[1] {
			t.Fatal(placed, err)
		}
	}
	if arrivals, err := s.Arrivals(t.Context(), ids[1]); err != nil || len(arrivals) != 2 {
		t.Errorf("%v, %v", arrivals, err)
	}
	finds(t, s, map[string][]catalog.PhotoID{"": {1, 3, 4}, "is:removed": {2}, "is:removed source:heron": {2}, "source:heron": {1, 4}})
	verifyClean(t, s)
}

func TestBinIsNoLook(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 3)
	look := uint64(5)
	readings := map[catalog.PhotoID]catalog.Reading{}
	for _, id := range ids {
		readings[id] = catalog.Reading{Format: "jpeg", Look: &look}
	}
	if _, err := s.BeginReread("").Write(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Remove(t.Context(), ids[:1], ""); err != nil {
		t.Fatal(err)
	}
	hashes, err := s.Hashes(t.Context())
	if err != nil || len(hashes) != 2 {
		t.Errorf("%v, %v", hashes, err)
	}
	looks, err := s.Looks(t.Context())
	if err != nil || len(looks) != 2 {
		t.Errorf("%v, %v", looks, err)
	}
}

// TestStepPhotosAreBounded: what is undone lists the first photos and says how many.
func TestStepPhotosAreBounded(t *testing.T) {
	var set photoSet
	for id := catalog.PhotoID(3); id < 3+3*catalog.MaxStepPhotos; id += 2 {
		set.add(id)
		set.add(id)
	}
	if first := set.first(catalog.MaxStepPhotos); len(first) != catalog.MaxStepPhotos || first[0] != 3 || first[9] != 21 || set.len() != 3*catalog.MaxStepPhotos/2 || set.has(4) || !set.has(5) {
		t.Errorf("%d of %d", len(first), set.len())
	}
	set.add(-1)
	set.add(catalog.MaxPhotos + 1)
	if set.has(-1) || set.has(catalog.MaxPhotos+1) || set.len() != 3*catalog.MaxStepPhotos/2 {
		t.Error("it has what is no photo")
	}
}

// TestBinOfManyFacets: a photo with more goods than one statement moves.
func TestBinOfManyFacets(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 2)
	edit := catalog.Edit{Photos: ids}
	for n := range chunk + 20 {
		edit.NewItems = append(edit.NewItems, fmt.Sprint("part ", n))
	}
	if _, err := s.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	if _, err := s.Remove(t.Context(), ids[:1], ""); err != nil {
		t.Fatal(err)
	}
	finds(t, s, map[string][]catalog.PhotoID{`item:"part 7"`: ids[1:], `is:removed item:"part 519"`: ids[:1]})
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("undo (-before +now):\n%s", diff)
	}
}
