package workspace_test

import (
	"encoding/json"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// A pin in a map may bear anybody's name: the history has its point alone, while a
// name that the gazetteer knows is told.
func TestHistoryHasNoNamesOfPins(t *testing.T) {
	c := open(t, create(t, "c.waybill"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{writePNGs(t, 1)}}); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"https://maps.apple.com/?q=house%20of%20Kingfisher&ll=42.5,130.3": "42.50000, 130.30000",
		"圈河": "圈河",
	} {
		s, err := c.UnderstandPlace(t.Context(), catalog.PropPlace, text)
		if err != nil {
			t.Fatal(err)
		}
		step, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1}, Statements: []catalog.Statement{s}})
		if err != nil {
			t.Fatal(err)
		}
		if got := step.Detail[string(catalog.PropPlace)]; got != want {
			t.Errorf("%s: the step tells %q, want %q", text, got, want)
		}
		if detail, err := json.Marshal(step.Detail); err != nil || strings.Contains(string(detail), "Kingfisher") {
			t.Errorf("%s: %s, %v", text, detail, err)
		}
		if p, err := c.Photo(t.Context(), 1); err != nil || p.Where == nil || p.Where.Name == "" {
			t.Errorf("%s: the photo has %+v, %v", text, p.Where, err)
		}
	}
}
