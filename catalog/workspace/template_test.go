package workspace_test

import (
	"testing"

	"waybill/catalog"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// TestTemplatesRestOnLaw: a status of a template rests on what is suggested, on
// photos that are there and on those that are imported; what a preview says is
// what is done.
func TestTemplatesRestOnLaw(t *testing.T) {
	c, photo := judged(t, "2023-07-02")
	into, sanctioned, when := catalog.Into, catalog.Sanctioned, []catalog.TemplateStatement{{Property: catalog.PropTaken, Raw: "2023-07-02", Value: "2023-07-02"}}
	if _, err := c.SaveTemplate(t.Context(), catalog.Template{Name: "Yard", Values: catalog.TemplateValues{
		Items: []string{"refrigerator"}, Direction: &into, Status: &sanctioned, States: when,
	}}, ""); err != nil {
		t.Fatal(err)
	}
	edit, err := c.TemplateEdit(t.Context(), "yard")
	if err != nil {
		t.Fatal(err)
	}
	edit.Photos = []catalog.PhotoID{photo}
	for _, want := range []int{1, 0} {
		if n, err := c.Preview(t.Context(), edit); err != nil || n != want {
			t.Errorf("it would change %d photos, want %d, %v", n, want, err)
		}
		if step, err := c.ApplyTemplate(t.Context(), "yard", edit.Photos, "KJ"); err != nil || step.Touched != want {
			t.Errorf("%+v, %v", step, err)
		}
	}
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{writePNGs(t, 3)}, Intake: catalog.Intake{Template: "Yard"}}); err != nil {
		t.Fatal(err)
	}
	ids, _, err := c.Find(t.Context(), catalog.Query{Terms: []catalog.Term{{Field: catalog.FieldMeasure, Value: "UN2397-7"}}}, catalog.SortImported, sqlite.Cursor{}, 10)
	if err != nil || len(ids) != 4 {
		t.Fatal(ids, err)
	}
	photos, err := c.Photos(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range photos {
		if d := p.Observations[0].Determination; d == nil || d.Pack != shipped || d.Direction != catalog.Into || p.Date.EDTF != "2023-07-02" {
			t.Errorf("%s: %+v", p.ID, d)
		}
	}
	verifyClean(t, c)
}
