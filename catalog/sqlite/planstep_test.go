package sqlite

import (
	"slices"
	"testing"

	"waybill/catalog"
)

// TestFindByStep finds what a step touched, beside the bin and in it, with other
// conditions and in each order.
func TestFindByStep(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "card"}, 0, 6)
	must := func(step catalog.Step, err error) string {
		t.Helper()
		if err != nil || step.ID == 0 {
			t.Fatal(step, err)
		}
		return itoa(int64(step.ID))
	}
	yard := must(s.Apply(t.Context(), catalog.Edit{Photos: ids[:4], Caption: text("a yard")}))
	gate := must(s.Apply(t.Context(), catalog.Edit{Photos: ids[3:5], Caption: text("a gate")}))
	words := must(s.SaveSearch(t.Context(), "all", "type:jpeg", ""))
	binned := must(s.Remove(t.Context(), ids[:2], ""))
	for query, want := range map[string][]catalog.PhotoID{
		"step:" + yard:                        ids[2:4],
		"step:" + yard + " is:removed":        ids[:2],
		"step:" + yard + "|" + gate:           ids[2:5],
		"step:" + yard + " step:" + gate:      ids[3:4],
		"-step:" + yard:                       ids[4:],
		"step:" + yard + " -step:" + gate:     ids[2:3],
		"step:" + yard + " caption":           {},
		"step:" + yard + " yard":              ids[2:3],
		"step:" + yard + " batch:card":        ids[2:4],
		"step:" + words:                       {},
		"step:" + binned:                      {},
		"step:" + binned + " 여부:삭제":           ids[:2],
		"이력:" + gate + " date:2023-07-01..":   ids[3:5],
		"step:" + gate + " -type:jpeg|png":    {},
		"step:" + binned + " -is:removed":     {},
		"-step:" + binned + " is:removed":     {},
		"step:" + gate + " P-000004|P-000001": ids[3:4],
	} {
		for _, common := range []int{1, commonFrom} {
			s.common = common
			for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortName, catalog.SortImported} {
				got := findSorted(t, s, query, sort)
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Errorf("%q by %s finds %v, want %v", query, sort, got, want)
				}
			}
		}
		if n, err := s.Count(t.Context(), parse(t, query)); err != nil || n != len(want) {
			t.Errorf("%q counts %d, want %d, %v", query, n, len(want), err)
		}
		facets, err := s.Facets(t.Context(), parse(t, query))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, f := range facets {
			if f.Field == catalog.FieldType {
				n += f.Count
			}
		}
		if n != len(want) {
			t.Errorf("%q: the types of %d photos are counted, want %d", query, n, len(want))
		}
	}
	if _, err := s.Count(t.Context(), parse(t, "step:99999")); catalog.CodeOf(err) != catalog.ErrQuery {
		t.Errorf("a step that is not there: %v", err)
	}
}

func TestActionsAndActors(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "card"}, 0, 3)
	must := func(step catalog.Step, err error) catalog.StepID {
		t.Helper()
		if err != nil || step.ID == 0 {
			t.Fatal(step, err)
		}
		return step.ID
	}
	whole, err := s.Actions(t.Context(), catalog.HistoryOf{})
	if err != nil {
		t.Fatal(err)
	}
	before := len(whole)
	yard := must(s.Apply(t.Context(), catalog.Edit{Photos: ids[:2], Caption: text("a yard"), By: "AB"}))
	gate := must(s.Apply(t.Context(), catalog.Edit{Photos: ids[1:], Caption: text("a gate"), By: "CD"}))
	undo := must(s.Undo(t.Context(), "AB"))
	ab, nobody := "AB", "nobody"
	for _, c := range []struct {
		of   catalog.HistoryOf
		want []catalog.StepID
	}{
		{catalog.HistoryOf{Actor: &ab}, []catalog.StepID{undo, yard}},
		{catalog.HistoryOf{Actor: &nobody}, []catalog.StepID{}},
		{catalog.HistoryOf{Photo: ids[2], Actor: &ab}, []catalog.StepID{undo}},
	} {
		if got, err := s.Actions(t.Context(), c.of); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, %v, want %v", c.of, got, err, c.want)
		}
	}
	if got, err := s.Actions(t.Context(), catalog.HistoryOf{}); err != nil || len(got) != before+3 || got[0] != undo {
		t.Errorf("all: %v, %v", got, err)
	}
	actors, err := s.Actors(t.Context())
	if err != nil || !slices.Contains(actors, "AB") || !slices.Contains(actors, "CD") {
		t.Errorf("actors: %q, %v", actors, err)
	}
	marked := func(want ...bool) {
		t.Helper()
		steps, err := s.Steps(t.Context(), []catalog.StepID{gate, yard, undo})
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want {
			if steps[i].Undone != w {
				t.Errorf("step %d undone: %v, want %v", steps[i].ID, steps[i].Undone, w)
			}
		}
	}
	marked(true, false, false)
	must(s.Redo(t.Context(), ""))
	marked(false, false, false)
	must(s.Undo(t.Context(), ""))
	must(s.Undo(t.Context(), ""))
	marked(true, true, false)
	if _, err := s.Steps(t.Context(), []catalog.StepID{99999}); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a step that is not there: %v", err)
	}
}
