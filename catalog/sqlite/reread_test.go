package sqlite

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func claim(origin catalog.Origin, property catalog.Property, n int, value string) catalog.Claim {
	return catalog.Claim{Origin: origin, Property: property, N: n, Raw: value, Value: value}
}

func pointer[T any](v T) *T { return &v }

// reading makes what a file says when it is read again.
func reading(n int, claims ...catalog.Claim) catalog.Reading {
	return catalog.Reading{
		Format: "heic", Width: pointer(4000), Height: pointer(3000), Orientation: pointer(1), Look: pointer(uint64(n) << 40), Claims: claims,
	}
}

func TestReread(t *testing.T) {
	s, ids := taggedStore(t, 4)
	edit := catalog.Edit{Photos: ids[:2], Statements: []catalog.Statement{says(catalog.PropKind, "doc", "document")}, StatedBy: catalog.OriginSource}
	if _, err := s.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	r := s.BeginReread("")
	for i, id := range ids { // several transactions
		step, err := r.Write(t.Context(), map[catalog.PhotoID]catalog.Reading{id: reading(i+1,
			claim(catalog.OriginXMP, catalog.PropTaken, 0, fmt.Sprintf("2021-05-%02d", i+1)), claim(catalog.OriginXMP, catalog.PropTaken, 1, "2021-05"))})
		if err != nil || step.ID == 0 || !slices.Equal(step.Photos, []catalog.PhotoID{id}) || step.Action != catalog.ActionReread {
			t.Fatal(step, err)
		}
	}
	for i, id := range ids {
		claims, err := s.Claims(t.Context(), id)
		want := 2
		if i < 2 {
			want = 3 // and what the source said
		}
		if err != nil || len(claims) != want || slices.ContainsFunc(claims, func(c catalog.Claim) bool { return c.Origin == catalog.OriginExif }) {
			t.Errorf("%s: %+v, %v", id, claims, err)
		}
	}
	finds(t, s, map[string][]catalog.PhotoID{
		"date:2021-05-02": ids[1:2], "date:2023-07": nil, "type:heic": ids, "kind:document": ids[:2], "status:sanctioned": ids, "before": ids,
	})
	history, err := s.History(t.Context(), 0, 0, 10)
	if err != nil || history[0].Action != catalog.ActionReread || history[0].Detail["photos"] != 4.0 {
		t.Errorf("the history says %+v, %v", history[0], err)
	}
	backAndForth(t, s, before, state(t, s))
}

// TestRereadOfTheSame: files that say what was known are no step, nor are
// photos that are gone.
func TestRereadOfTheSame(t *testing.T) {
	s, ids := taggedStore(t, 2)
	r := s.BeginReread("KJ")
	first := map[catalog.PhotoID]catalog.Reading{ids[0]: reading(1), ids[1]: reading(2, claim(catalog.OriginGPS, catalog.PropPosition, 0, "42.5,130.5"))}
	if _, err := r.Write(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	gone := map[catalog.PhotoID]catalog.Reading{99: reading(3)}
	for _, readings := range []map[catalog.PhotoID]catalog.Reading{first, gone, {}} {
		for _, again := range []*Reread{r, s.BeginReread("")} {
			if step, err := again.Write(t.Context(), readings); err != nil || step.ID != 0 {
				t.Errorf("it is step %d, %v", step.ID, err)
			}
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("reading again changed (-before +now):\n%s", diff)
	}
	verifyClean(t, s)
}

// TestRereadLosesWhatIsGone: a file that has no size, hash or claim any more
// leaves none, and undo brings them back.
func TestRereadLosesWhatIsGone(t *testing.T) {
	s, ids := taggedStore(t, 1)
	if _, err := s.BeginReread("").Write(t.Context(), map[catalog.PhotoID]catalog.Reading{ids[0]: reading(1)}); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	damaged := catalog.Reading{Format: "jpeg", Problem: "damaged"}
	if _, err := s.BeginReread("").Write(t.Context(), map[catalog.PhotoID]catalog.Reading{ids[0]: damaged}); err != nil {
		t.Fatal(err)
	}
	p, err := s.Photo(t.Context(), ids[0])
	if err != nil || p.Width != nil || p.Orientation != nil || p.Problem != "damaged" || p.Date != nil {
		t.Errorf("%+v, %v", p, err)
	}
	if hashes, err := s.Hashes(t.Context()); err != nil || len(hashes) != 0 {
		t.Errorf("hashes %v, %v", hashes, err)
	}
	backAndForth(t, s, before, state(t, s))
}

func TestHashesAndLooks(t *testing.T) {
	s := newStore(t)
	im, err := s.BeginImport(t.Context(), catalog.Intake{Name: "x"}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	files := []catalog.NewPhoto{file(0), file(1), file(2), file(9)}
	files[0].Reading = reading(1, claim(catalog.OriginExif, catalog.PropTaken, 0, "2023-07-01T08:00:00"), claim(catalog.OriginGPS, catalog.PropPosition, 0, "1,2"),
		claim(catalog.OriginExif, catalog.PropModel, 0, "P40"))
	files[1].Look = pointer(^uint64(0))
	files[2].Reading = catalog.Reading{Format: "jpeg", Look: pointer(uint64(0)), Claims: []catalog.Claim{claim(catalog.OriginFilename, catalog.PropSaved, 0, "2023-07-01")}}
	if _, _, err := im.Add(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	hashes, err := s.Hashes(t.Context())
	if want := map[catalog.PhotoID]uint64{1: 1 << 40, 2: ^uint64(0), 3: 0}; err != nil || !cmp.Equal(hashes, want) {
		t.Errorf("hashes %v, %v", hashes, err)
	}
	looks, err := s.Looks(t.Context())
	slices.SortFunc(looks, func(a, b Look) int { return int(a.Photo - b.Photo) })
	want := []Look{{1, 1 << 40, 4000, 3000, 3, 1000}, {2, ^uint64(0), 0, 0, 1, 1000}, {3, 0, 0, 0, 0, 1000}}
	if err != nil || !cmp.Equal(looks, want) {
		t.Errorf("looks %+v, %v", looks, err)
	}
	verifyClean(t, s)
}
