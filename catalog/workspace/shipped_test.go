package workspace_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// older is the shipped vocabulary as it might have been: without refrigerators
// and crates.
func older(name string) ([]byte, error) {
	text, err := assets.Vocabulary(name)
	if name == "version" {
		return []byte("2020-02-02\n"), nil
	}
	var kept [][]byte
	for _, line := range bytes.SplitAfter(text, []byte("\n")) {
		if !bytes.HasPrefix(line, []byte("refrigerator\t")) && !bytes.HasPrefix(line, []byte("crate\t")) {
			kept = append(kept, line)
		}
	}
	return bytes.Join(kept, nil), err
}

// TestShippedVocabulary offers a catalogue what a newer program has, once.
func TestShippedVocabulary(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "old.waybill")
	if err := workspace.Create(t.Context(), dir, older, "AB"); err != nil {
		t.Fatal(err)
	}
	c := open(t, dir)
	s, err := c.ShippedVocabulary(t.Context())
	if err != nil || !s.Newer() || s.Has != "2020-02-02" || s.New.Entries() != 2 || s.New.Items[0].Key != "refrigerator" || s.New.Units[0].Key != "crate" {
		t.Fatalf("%+v, %v", s, err)
	}
	step, err := c.TakeShippedVocabulary(t.Context(), "CD")
	if err != nil || step.Actor != "CD" || step.Action != catalog.ActionWords {
		t.Fatalf("%+v, %v", step, err)
	}
	if _, err := c.FindItem(t.Context(), "refrigerator"); err != nil {
		t.Error(err)
	}
	s, err = c.ShippedVocabulary(t.Context())
	if err != nil || s.Newer() || s.Has != s.Ships || s.New.Entries() != 0 {
		t.Errorf("%+v, %v", s, err)
	}
	if again, err := c.TakeShippedVocabulary(t.Context(), "CD"); again.ID != 0 || err != nil {
		t.Errorf("once more: %+v, %v", again, err)
	}
	if _, err := c.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if s, err = c.ShippedVocabulary(t.Context()); err != nil || !s.Newer() {
		t.Errorf("after undo: %+v, %v", s, err)
	}
	verifyClean(t, c)
}

// TestNewCatalogueIsComplete: a catalogue of today has nothing to be offered, and
// opening it writes nothing.
func TestNewCatalogueIsComplete(t *testing.T) {
	c := open(t, create(t, "new"))
	s, err := c.ShippedVocabulary(t.Context())
	if err != nil || s.Newer() {
		t.Errorf("%+v, %v", s, err)
	}
	steps, err := c.History(t.Context(), 0, 0, 10)
	if err != nil || len(steps) != 1 {
		t.Errorf("%d steps, %v", len(steps), err)
	}
	units, err := c.Units(t.Context())
	if err != nil || len(units) < 20 || units[0].Key != "piece" {
		t.Errorf("%v, %v", units, err)
	}
	routes, err := c.Routes(t.Context())
	if err != nil || routes[0].Mode != catalog.ModeRoad || routes[0].Direction != catalog.Into || routes[0].Own {
		t.Errorf("%+v, %v", routes[0], err)
	}
}
