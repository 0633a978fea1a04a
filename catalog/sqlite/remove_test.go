package sqlite

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// TestOneObservationIsRemoved takes one of three observations of an item away,
// and nothing of other photos.
func TestOneObservationIsRemoved(t *testing.T) {
	s, photos, observed := judgedStore(t)
	fridge := itemOf(t, s, "refrigerator")
	more, _, err := s.Observe(t.Context(), []catalog.Observation{
		{Photo: photos[0], Item: fridge}, {Photo: photos[0], Item: fridge, Visible: true},
	}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	edit := catalog.Edit{Photos: photos[:1], RemoveObservations: []int64{more[0], observed[1]}}
	if edit.Empty() {
		t.Error("the edit is called empty")
	}
	step, err := s.Apply(t.Context(), edit)
	if err != nil {
		t.Fatal(err)
	}
	if removed, _ := step.Detail["removed"].([]string); !slices.Equal(removed, []string{"household refrigerator"}) {
		t.Errorf("the step says %v", step.Detail)
	}
	var left []int64
	for _, id := range photos[:2] {
		p, err := s.Photo(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range p.Observations {
			left = append(left, o.ID)
		}
	}
	slices.Sort(left)
	if want := []int64{observed[0], observed[1], more[1]}; !slices.Equal(left, want) {
		t.Errorf("left are %v, want %v", left, want)
	}
	if again, err := s.Apply(t.Context(), edit); err != nil || again.ID != 0 {
		t.Errorf("removing it again: %+v, %v", again, err)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("undo (-before +now):\n%s", diff)
	}
	verifyClean(t, s)
}
