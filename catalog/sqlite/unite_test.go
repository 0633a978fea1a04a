package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// tags writes what a photo is tagged with.
func tags(t *testing.T, s *Store, id catalog.PhotoID) string {
	t.Helper()
	p, err := s.Photo(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, o := range p.Observations {
		said := ""
		if !o.Visible {
			said = " (reported)"
		}
		list = append(list, fmt.Sprintf("%s%s %s", o.ItemKey, said, o.Status()))
	}
	slices.Sort(list)
	return fmt.Sprintf("%s | %s | %s | %s", strings.Join(list, ", "), p.RouteName, p.Caption, p.Note)
}

func TestUnite(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "x"}, 0, 5)
	item := map[string]catalog.ItemID{}
	for _, name := range []string{"tile", "fabric", "refrigerator", "steel"} {
		id, err := s.FindItem(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		item[name] = id
	}
	route, err := s.FindRoute(t.Context(), "Quanhe")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []catalog.Edit{
		{Photos: ids[:1], AddItems: []catalog.ItemID{item["tile"]}, Status: status(catalog.Sanctioned), Reason: text("as read"), Caption: text("first")},
		{Photos: ids[:1], AddItems: []catalog.ItemID{item["steel"]}, Reported: true},
		{Photos: ids[1:2], AddItems: []catalog.ItemID{item["tile"]}, Status: status(catalog.Exempt), Route: &route, Note: text("seen")},
		{Photos: ids[1:2], AddItems: []catalog.ItemID{item["fabric"]}},
		{Photos: ids[2:3], AddItems: []catalog.ItemID{item["fabric"]}, Status: status(catalog.NotListed), Caption: text("third")},
		{Photos: ids[3:4], Status: status(catalog.Suspected)}, // unspecified goods
	} {
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	before := state(t, s)
	step, err := s.Unite(t.Context(), append(slices.Clone(ids[:4]), ids[0]), "")
	if err != nil || !slices.Equal(step.Photos, ids[:4]) || step.Action != catalog.ActionUnite || step.Detail["photos"] != 4 {
		t.Fatalf("%+v, %v", step, err)
	}
	const where = "Hunchun–Quanhe–Wonjong–Rason"
	for i, want := range []string{
		"ceramic_tile sanctioned, fabric not-listed, steel (reported) not-assessed | " + where + " | first | seen",
		"ceramic_tile exempt, fabric not-assessed, steel (reported) not-assessed | " + where + " | first | seen",
		"ceramic_tile not-assessed, fabric not-listed, steel (reported) not-assessed | " + where + " | third | seen",
		"ceramic_tile suspected, fabric not-listed, steel (reported) not-assessed | " + where + " | first | seen",
		" |  |  | ",
	} {
		if got := tags(t, s, ids[i]); got != want {
			t.Errorf("%s is %s\nwant %s", ids[i], got, want)
		}
	}
	s = backAndForth(t, s, before, state(t, s))
	after := state(t, s)
	if again, err := s.Unite(t.Context(), ids[:4], ""); err != nil || again.ID != 0 {
		t.Errorf("once more it is step %d, %v", again.ID, err)
	}
	if _, err := s.Unite(t.Context(), []catalog.PhotoID{ids[0], 99}, ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("with a photo that is not there: %v", err)
	}
	if diff := cmp.Diff(after, state(t, s)); diff != "" {
		t.Errorf("that changed (-before +now):\n%s", diff)
	}
}

// TestUniteUnnamed: where nobody named the goods they stay unnamed.
func TestUniteUnnamed(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 2)
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[:1], Status: status(catalog.Disputed)}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unite(t.Context(), ids, ""); err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if got := tags(t, s, id); got != catalog.UnspecifiedKey+" disputed |  |  | " {
			t.Errorf("%s is %s", id, got)
		}
	}
	verifyClean(t, s)
}

// TestUniteMany unites more photos than one statement can name.
func TestUniteMany(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 2*chunk+1)
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[chunk+1 : chunk+2], Status: status(catalog.Disputed), Caption: text("one")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Unite(t.Context(), ids, ""); err != nil {
		t.Fatal(err)
	}
	if got := mustFind(t, s, "status:disputed one"); len(got) != len(ids) {
		t.Errorf("%d of %d were united", len(got), len(ids))
	}
}
