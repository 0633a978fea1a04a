package workspace_test

import (
	"testing"

	"waybill/catalog"
)

// TestGivenIsWhatAPhotoHas: what a photo has goes to another, as an edit and as a
// template, and makes it the same.
func TestGivenIsWhatAPhotoHas(t *testing.T) {
	c, photo := judged(t, "2023-07-02")
	into, stage, caption, status := catalog.Into, catalog.StageLoading, "At the gate", catalog.Suspected
	route, err := c.FindRoute(t.Context(), "quanhe")
	if err != nil {
		t.Fatal(err)
	}
	item, err := c.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{
		Photos: []catalog.PhotoID{photo}, ClearItems: true, AddItems: []catalog.ItemID{item}, Direction: &into, Stage: &stage, Caption: &caption, Route: &route, Status: &status, AllItems: true,
	}); err != nil {
		t.Fatal(err)
	}
	e, err := c.Given(t.Context(), photo)
	if err != nil || e.Caption == nil || *e.Caption != caption || e.Note != nil || *e.Direction != into || *e.Stage != stage || *e.Status != status || *e.Route != route {
		t.Fatalf("%+v, %v", e, err)
	}
	v, whole, err := c.Template(t.Context(), e)
	if err != nil || !whole || v.Empty() {
		t.Fatal(v, whole, err)
	}
	if _, err := c.SaveTemplate(t.Context(), catalog.Template{Name: "Gate", Values: v}, ""); err != nil {
		t.Fatal(err)
	}
	if step, err := c.ApplyTemplate(t.Context(), "Gate", []catalog.PhotoID{photo}, ""); err != nil || step.ID != 0 {
		t.Errorf("it changes the photo that it is from: %+v, %v", step, err)
	}
	e.NewItems = []string{"x"}
	if _, whole, err := c.Template(t.Context(), e); err != nil || whole {
		t.Errorf("a new item is in a template, %v", err)
	}
	gone := catalog.RouteID(9999)
	if _, _, err := c.Template(t.Context(), catalog.Edit{Route: &gone}); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a route that is not there: %v", err)
	}
	if _, err := c.RenameTemplate(t.Context(), "gate", "Yard", ""); err != nil {
		t.Fatal(err)
	}
	for name, code := range map[string]catalog.Code{"nosuch": catalog.ErrNotFound, "Yard": ""} {
		if _, err := c.RenameTemplate(t.Context(), name, "Yard", ""); catalog.CodeOf(err) != code {
			t.Errorf("rename %s: %v", name, err)
		}
	}
	verifyClean(t, c)
}
