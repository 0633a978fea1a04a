package sqlite

import (
	"testing"

	"waybill/catalog"
)

// Tagging gives a direction to the items that it names, else to all of a photo;
// how an earlier one was known is no longer told.
func TestTagDirection(t *testing.T) {
	s, photos, observed := judgedStore(t)
	tile := itemOf(t, s, "tile")
	tag := func(e catalog.Edit) catalog.Step {
		t.Helper()
		e.Photos = photos[:1]
		step, err := s.Apply(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
	check := func(item string, direction catalog.Direction, basis catalog.Basis) {
		t.Helper()
		p, err := s.Photo(t.Context(), photos[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range p.Observations {
			if o.ItemKey == item && (o.Direction != direction || o.Basis != basis) {
				t.Errorf("%s went %q, basis %q", item, o.Direction, o.Basis)
			}
		}
	}
	tag(catalog.Edit{AddItems: []catalog.ItemID{tile}, Direction: way(catalog.OutOf)})
	check("ceramic_tile", catalog.OutOf, "")
	check("refrigerator", catalog.Into, catalog.BasisSource)
	if step := tag(catalog.Edit{AddItems: []catalog.ItemID{tile}, Direction: way(catalog.OutOf)}); step.ID != 0 {
		t.Error("what is so already made a step")
	}
	tag(catalog.Edit{Direction: way(catalog.OutOf)})
	check("refrigerator", catalog.OutOf, "")
	tag(catalog.Edit{Direction: way("")})
	check("ceramic_tile", "", "")
	if len(mustFind(t, s, "direction:out")) != 0 || len(mustFind(t, s, "direction:into")) != 2 {
		t.Error("queries do not follow")
	}
	bad := catalog.Direction("up")
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: photos, Direction: &bad}); catalog.CodeOf(err) != catalog.ErrInvalid {
		t.Errorf("no direction is set: %v", err)
	}
	if o, err := s.Observation(t.Context(), observed[0]); err != nil || o.Determination == nil {
		t.Errorf("the judgement is gone: %+v, %v", o, err)
	}
	verifyClean(t, s)
}
