package sqlite

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/places"
)

// gazetteer loads the shipped places.
func gazetteer(t testing.TB) catalog.Gazetteer {
	t.Helper()
	g, err := places.Load(assets.Vocabulary, assets.Place)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// version1 lays out a catalogue that the program of schema 1 wrote: six photos
// of two batches, one of which arrived twice, with items, statuses, captions,
// an export and, as the last step, an undone note.
func version1(t *testing.T) string {
	t.Helper()
	return unpacked(t, "v1.db.gz")
}

// unpacked lays out a catalogue of testdata.
func unpacked(t *testing.T, name string) string {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	plain, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "catalog.db")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(file, plain); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func openVersion1(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), version1(t), gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// finds checks which photos some queries find, in the order of time.
func finds(t *testing.T, s *Store, want map[string][]catalog.PhotoID) {
	t.Helper()
	for text, ids := range want {
		if got := mustFind(t, s, text); !slices.Equal(got, ids) {
			t.Errorf("%q finds %v, want %v", text, got, ids)
		}
	}
}

func TestUpgradeFinds(t *testing.T) {
	s := openVersion1(t)
	verifyClean(t, s)
	finds(t, s, map[string][]catalog.PhotoID{
		"": {3, 1, 2, 4, 5, 6}, "date:2023-07": {1, 2}, "date:2023-06": nil, "date:2022": {3}, "date:1970": nil, "no:date": {4, 5, 6}, "has:gps": {1, 6},
		"has:warning": {5}, "no:warning": {3, 1, 2, 4, 6}, "kind:scene": {1}, "item:tile": {3, 1}, "status:sanctioned": {1, 2}, "status:disputed": {6},
		"source:sandpiper": {6}, "source:kingfisher": {1}, "source:heron": {3, 1, 2, 4, 5}, "batch:phone": {1, 6}, "route:quanhe": {3, 1, 2, 4, 5},
		"customs": {3, 1, 2}, "훈춘": {3, 1, 2, 4, 5}, "huawei": {1, 2}, "mmexport": {1}, "Yanji": {6}, "延吉": {6}, "P-000004": {4}, "blurred": nil,
	})
	for query, want := range map[string]map[string]int{
		"": {"sanctioned": 2, "disputed": 1, "not-assessed": 3, "SD card": 5, "scene": 1, "jpeg": 6}, "date:2023": {"sanctioned": 2, "SD card": 2, "phone": 1},
	} {
		counts := facetCounts(t, s, query)
		for label, n := range want {
			if counts[label] != n {
				t.Errorf("%q: %d are %s, want %d", query, counts[label], label, n)
			}
		}
	}
}

// facetCounts gives the facets of a query by their labels.
func facetCounts(t *testing.T, s *Store, query string) map[string]int {
	t.Helper()
	q, err := catalog.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	facets, err := s.Facets(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range facets {
		counts[f.Label] = f.Count
	}
	return counts
}

func TestUpgradeKeepsPhotos(t *testing.T) {
	s := openVersion1(t)
	photos, err := s.Photos(t.Context(), []catalog.PhotoID{1, 2, 5})
	if err != nil || len(photos) != 3 {
		t.Fatal(photos, err)
	}
	p := photos[0]
	if p.Taken() == nil || p.Taken().String() != "2023-07-01T00:30:00+09:00" || *p.Latitude != 42.5645 || *p.Altitude != 12.5 || p.Make != "HUAWEI" || p.Model != "P40" ||
		p.Lens != "27mm" || p.Exposure == "" || p.Caption != "customs warehouse" || p.Note != "seen" || p.Status != catalog.Sanctioned || len(p.Observations) != 2 ||
		p.Where == nil || !p.Where.BorderZone || *p.Width != 4000 || p.Credit.Value != "withheld" {
		t.Errorf("%+v", p)
	}
	if d := photos[1].Date; d == nil || d.EDTF != "2023-07-03T14:05:00" || photos[1].Kind != "" {
		t.Errorf("%+v", photos[1])
	}
	if p := photos[2]; p.Date != nil || !p.Warned(catalog.WarnClock) {
		t.Errorf("%+v", p)
	}
	batches, err := s.Batches(t.Context())
	if err != nil || len(batches) != 2 || batches[1].Taken != "" || batches[1].Place != "" || batches[1].Received != "2023-07-20" || batches[1].Photos != 5 {
		t.Errorf("%+v, %v", batches, err)
	}
	arrivals, err := s.Arrivals(t.Context(), 1)
	if err != nil || len(arrivals) != 2 || arrivals[0].Sidecar != "" {
		t.Errorf("%+v, %v", arrivals, err)
	}
}

// TestUpgradeKeepsHistory undoes all that version 1 did, and brings it back.
func TestUpgradeKeepsHistory(t *testing.T) {
	s := openVersion1(t)
	before := state(t, s)
	if _, err := s.Redo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	finds(t, s, map[string][]catalog.PhotoID{"blurred": {4}})
	steps := 0
	for ; ; steps++ {
		_, err := s.Undo(t.Context(), "")
		if catalog.CodeOf(err) == catalog.ErrNothing {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if steps == 1 {
			finds(t, s, map[string][]catalog.PhotoID{"customs": nil, "세관": {1}, "blurred": nil})
		}
	}
	if steps != 9 || len(mustFind(t, s, "")) != 0 {
		t.Errorf("%d actions were undone, %d photos are left", steps, len(mustFind(t, s, "")))
	}
	verifyClean(t, s)
	for range steps - 1 {
		if _, err := s.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("after undo and redo of all (-before +now):\n%s", diff)
	}
	verifyClean(t, s)
}

// TestUpgradedCatalogueGoesOn: what version 2 does to photos of version 1 is
// undone to what version 1 had.
func TestUpgradedCatalogueGoesOn(t *testing.T) {
	s := openVersion1(t)
	before := state(t, s)
	look := uint64(1) << 63
	step, err := s.BeginReread("").Write(t.Context(), map[catalog.PhotoID]catalog.Reading{4: {Format: "heic", Look: &look, Claims: []catalog.Claim{
		{Origin: catalog.OriginXMP, Property: catalog.PropTaken, Raw: "2023-07-05", Value: "2023-07-05"},
	}}})
	if err != nil || step.ID == 0 {
		t.Fatal(step, err)
	}
	edit := catalog.Edit{Photos: []catalog.PhotoID{1, 4}, StatedBy: catalog.OriginSource}
	edit.Statements = []catalog.Statement{{Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}}
	if _, err := s.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	addFiles(t, s, catalog.Intake{Name: "SD CARD", Taken: "2023-07", Place: `{"name":"Quanhe"}`}, 50, 52)
	finds(t, s, map[string][]catalog.PhotoID{"date:2023-07-05": {5, 4}, "type:heic": {4}, "date:2023-07-20 batch:sd": {5}})
	verifyClean(t, s)
	for range 3 {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("after undo (-before +now):\n%s", diff)
	}
	verifyClean(t, s)
}

// TestUpgradeIsContinued: a program that is killed while photos are derived anew
// leaves the rest to the next opening. The copy of the files is what it leaves.
func TestUpgradeIsContinued(t *testing.T) {
	s := newStore(t)
	addFiles(t, s, catalog.Intake{Name: "x", Taken: "2023-07"}, 0, chunk+chunk/2)
	before := state(t, s)
	for _, text := range []string{"UPDATE photo SET chosen = NULL", "DELETE FROM photo_span"} { // as the migration does
		if _, err := s.write.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.deriveSome(t.Context()); err != nil || n != chunk {
		t.Fatal(n, err)
	}
	killed := filepath.Join(t.TempDir(), "catalog.db")
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(s.path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(killed+suffix, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(t.Context(), killed, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if diff := cmp.Diff(before, state(t, again)); diff != "" {
		t.Errorf("what is derived (-before +now):\n%s", diff)
	}
	verifyClean(t, again)
}

// TestUpgradeNeedsWriting: what cannot be written to cannot be brought up to
// date, and must not be shown by halves.
func TestUpgradeNeedsWriting(t *testing.T) {
	refused := func(path, what string) {
		t.Helper()
		s, err := OpenReadOnly(t.Context(), path, nil)
		if catalog.CodeOf(err) != catalog.ErrReadOnly {
			t.Errorf("%s: %v, %v", what, s, err)
		}
	}
	refused(version1(t), "schema 1")
	s := newStore(t)
	addFiles(t, s, catalog.Intake{}, 0, 3)
	if _, err := s.write.Exec("UPDATE photo SET chosen = NULL WHERE id = 2"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	refused(s.path, "half derived")
	s = reopenClosed(t, s.path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	readOnly, err := OpenReadOnly(t.Context(), s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	if n := len(mustFind(t, readOnly, "date:2023-07")); n != 3 {
		t.Errorf("it finds %d", n)
	}
}

func reopenClosed(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
