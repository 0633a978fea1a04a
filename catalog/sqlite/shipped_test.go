package sqlite

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// TestCompleteVocabulary gives a catalogue of the first version units, and its
// shipped routes mode and direction, once, as a step that undo passes over.
func TestCompleteVocabulary(t *testing.T) {
	l := &lexicon{Store: reopenClosed(t, version1(t)), t: t}
	t.Cleanup(func() { l.Close() })
	elsewhere := catalog.Route{Key: "tunnel", Names: catalog.Names{English: "Tunnel"}, Legs: []catalog.Leg{{Kind: "origin", Names: catalog.Names{English: "Here"}}}}
	if _, _, err := l.SaveRoute(t.Context(), elsewhere, ""); err != nil {
		t.Fatal(err)
	}
	elsewhere.Mode, elsewhere.Legs = catalog.ModeRail, []catalog.Leg{{Kind: "origin", Names: catalog.Names{English: "There"}}}
	route := l.route("hunchun-rason")
	route.Mode, route.Direction = catalog.ModeRoad, catalog.Into
	shipped := catalog.Shipped{Version: "2026-01-01", Routes: []catalog.Route{route, elsewhere}, Units: []catalog.Unit{
		{Key: "piece", Names: catalog.Names{English: "piece"}, Plural: "pieces"},
	}}
	ship := func() (catalog.Shipped, error) { return shipped, nil }
	n := 38.0
	counted, _, err := l.Observe(t.Context(), []catalog.Observation{{Photo: 1, ItemName: "a thing", Seen: catalog.Seen{Quantity: &n, Unit: "Pieces"}}}, "")
	if err != nil {
		t.Fatal(err)
	}
	step, err := l.CompleteVocabulary(t.Context(), ship)
	if err != nil || step.Action != catalog.ActionComplete {
		t.Fatalf("%+v, %v", step, err)
	}
	if diff := cmp.Diff(map[string]any{"entries": 3}, step.Detail); diff != "" {
		t.Error(diff)
	}
	if r := l.route(route.Key); r.Mode != catalog.ModeRoad || r.Direction != catalog.Into || l.route(elsewhere.Key).Mode != "" || l.unit("piece").ID == 0 {
		t.Errorf("%+v, %+v", r, l.route(elsewhere.Key))
	}
	if o, err := l.Observation(t.Context(), counted[0]); err != nil || o.Unit != "piece" || o.UnitNames.Plural != "pieces" {
		t.Errorf("%+v, %v", o, err)
	}
	if version, err := l.VocabularyVersion(t.Context()); version != "2026-01-01" || err != nil {
		t.Error(version, err)
	}
	if again, err := l.CompleteVocabulary(t.Context(), ship); again.ID != 0 || err != nil {
		t.Errorf("once more: %+v, %v", again, err)
	}
	verifyClean(t, l.Store)
	for _, reverse := range []func(context.Context, string) (catalog.Step, error){l.Undo, l.Redo} { // of what came before it
		if step, err := reverse(t.Context(), ""); err != nil || step.Detail["of_action"] != string(catalog.ActionObserve) {
			t.Fatalf("%+v, %v", step, err)
		}
		if l.unit("piece").ID == 0 {
			t.Fatal("the units were taken back")
		}
		verifyClean(t, l.Store)
	}
}

// What a catalogue lacks besides is offered, for nobody knows of which version it is.
func TestCompleteVocabularyOfAnUnknownVersion(t *testing.T) {
	l := &lexicon{Store: reopenClosed(t, version1(t)), t: t}
	t.Cleanup(func() { l.Close() })
	ship := func() (catalog.Shipped, error) {
		return catalog.Shipped{Version: "2026-01-01", Items: []catalog.Item{{Key: "drone", Names: catalog.Names{English: "drone"}}}}, nil
	}
	if _, err := l.CompleteVocabulary(t.Context(), ship); err != nil {
		t.Fatal(err)
	}
	if version, err := l.VocabularyVersion(t.Context()); version != "" || err != nil || l.item("drone").ID != 0 {
		t.Error(version, err)
	}
	if again, err := l.CompleteVocabulary(t.Context(), ship); again.ID != 0 || err != nil {
		t.Errorf("once more: %+v, %v", again, err)
	}
}

// TestTakeShipped adds what is new and leaves alone what people changed, removed
// and merged.
func TestTakeShipped(t *testing.T) {
	l := newLexicon(t)
	changed := l.item("steel")
	changed.Names.English = "iron"
	if _, _, err := l.SaveItem(t.Context(), changed, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RemoveItem(t.Context(), l.item("fabric").ID, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := l.MergeUnits(t.Context(), l.unit("box").ID, l.unit("piece").ID, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := l.MergeRoutes(t.Context(), l.route("hunchun-rason").ID, l.route("changbai-hyesan").ID, ""); err != nil {
		t.Fatal(err)
	}
	item := func(key, name string) catalog.Item {
		return catalog.Item{Key: key, Names: catalog.Names{English: name}}
	}
	legs := func(name string) []catalog.Leg {
		return []catalog.Leg{{Kind: "origin", Names: catalog.Names{English: name}}}
	}
	shipped := catalog.Shipped{
		Version: "2027-01-31",
		Items:   []catalog.Item{item("steel", "steel products"), item("fabric", "fabric"), item("drone", "drone"), item("bird", "stuffed heron")},
		Routes:  []catalog.Route{{Key: "hunchun-rason", Legs: legs("x")}, {Key: "tunnel", Names: catalog.Names{English: "Tunnel"}, Legs: legs("Tunnel")}, {Key: "creek", Legs: legs("Heron Creek")}},
		Units:   []catalog.Unit{{Key: "box", Names: catalog.Names{English: "box"}}, {Key: "crate", Names: catalog.Names{English: "crate"}}, {Key: "flock", Names: catalog.Names{English: "flock"}, Plural: "herons; heron"}},
	}
	before := state(t, l.Store)
	lacking, err := l.Lacking(t.Context(), shipped)
	want := catalog.Shipped{Version: "2027-01-31", Items: shipped.Items[2:3], Routes: shipped.Routes[1:2], Units: shipped.Units[1:2]}
	if diff := cmp.Diff(want, lacking); diff != "" || err != nil {
		t.Error(diff, err)
	}
	step, err := l.TakeShipped(t.Context(), shipped, "AB")
	if err != nil || step.Action != catalog.ActionWords || step.Actor != "AB" {
		t.Fatalf("%+v, %v", step, err)
	}
	if diff := cmp.Diff(map[string]any{"entries": 3, "did": "shipped", "version": "2027-01-31"}, step.Detail); diff != "" {
		t.Error(diff)
	}
	if l.item("steel").Names.English != "iron" || l.item("fabric").ID != 0 || l.item("bird").ID != 0 || l.unit("box").ID != 0 || l.route("hunchun-rason").ID != 0 {
		t.Error("what people did is undone")
	}
	if got := l.item("drone"); got.ID == 0 || got.Own || l.route("tunnel").ID == 0 || l.unit("crate").ID == 0 {
		t.Errorf("%+v", got)
	}
	if version, err := l.VocabularyVersion(t.Context()); version != "2027-01-31" || err != nil {
		t.Error(version, err)
	}
	verifyClean(t, l.Store)
	l.backAndForth(t, step)
	if _, err := l.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, l.Store)); diff != "" {
		t.Error(diff)
	}
}
