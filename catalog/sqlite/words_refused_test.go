package sqlite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// TestWordsThatCannotBe leaves the vocabulary as it was.
func TestWordsThatCannotBe(t *testing.T) {
	lat, far := 42.5, 200.0
	leg := catalog.Leg{Kind: "origin", Names: catalog.Names{English: "Raft"}}
	save := func(change func(*catalog.Item)) func(*lexicon) error {
		return func(l *lexicon) error {
			i := l.item("steel")
			change(&i)
			_, _, err := l.SaveItem(t.Context(), i, "")
			return err
		}
	}
	route := func(change func(*catalog.Route)) func(*lexicon) error {
		return func(l *lexicon) error {
			r := catalog.Route{Names: catalog.Names{English: "A way"}, Legs: []catalog.Leg{leg}}
			change(&r)
			_, _, err := l.SaveRoute(t.Context(), r, "")
			return err
		}
	}
	second := func(_ any, _ catalog.Step, err error) error { return err }
	only := func(_ catalog.Step, err error) error { return err }
	for name, c := range map[string]struct {
		do   func(*lexicon) error
		code catalog.Code
		op   string
	}{
		"an item without a name":     {save(func(i *catalog.Item) { i.Names = catalog.Names{AlsoKnownAs: "x"} }), catalog.ErrInvalid, "name"},
		"an item of hidden signs":    {save(func(i *catalog.Item) { i.Names.English = "st\u202eeel" }), catalog.ErrInvalid, "name"},
		"an item of too many names":  {save(func(i *catalog.Item) { i.Names.AlsoKnownAs = strings.Repeat("x", 5000) }), catalog.ErrInvalid, "name"},
		"an item of no heading":      {save(func(i *catalog.Item) { i.HS = "84.1" }), catalog.ErrInvalid, "hs"},
		"an item that is not there":  {save(func(i *catalog.Item) { i.ID = 999 }), catalog.ErrNotFound, "save item"},
		"an item that is its parent": {save(func(i *catalog.Item) { i.Parent = i.ID }), catalog.ErrInvalid, "parent"},
		"a parent that is not there": {save(func(i *catalog.Item) { i.Parent = 999 }), catalog.ErrNotFound, "parent"},
		"the parent of nameless":     {save(func(i *catalog.Item) { i.Parent = 1 }), catalog.ErrInvalid, "parent"},
		"nameless with a parent":     {save(func(i *catalog.Item) { i.ID, i.Parent = 1, i.ID }), catalog.ErrInvalid, "unspecified"},
		"another item of its names":  {save(func(i *catalog.Item) { i.ID, i.Key = 0, "iron" }), catalog.ErrExists, "new item"},
		"a key that is there":        {save(func(i *catalog.Item) { i.ID, i.Names = 0, catalog.Names{English: "new"} }), catalog.ErrExists, "new item"},
		"a key with a space":         {save(func(i *catalog.Item) { i.ID, i.Key, i.Names = 0, "a b", catalog.Names{English: "new"} }), catalog.ErrInvalid, "new item"},
		"an item called as a source": {save(func(i *catalog.Item) { i.Names.AlsoKnownAs = "grey HÉRON; x" }), catalog.ErrAliasWord, "name item"},
		"a route without places":     {route(func(r *catalog.Route) { r.Legs = nil }), catalog.ErrInvalid, "legs"},
		"a place without a name":     {route(func(r *catalog.Route) { r.Legs[0].Names = catalog.Names{} }), catalog.ErrInvalid, "name"},
		"a place of no kind":         {route(func(r *catalog.Route) { r.Legs[0].Kind = "station" }), catalog.ErrInvalid, "leg kind"},
		"a place of half a point":    {route(func(r *catalog.Route) { r.Legs[0].Latitude = &lat }), catalog.ErrInvalid, "leg point"},
		"a place off the globe":      {route(func(r *catalog.Route) { r.Legs[0].Latitude, r.Legs[0].Longitude = &lat, &far }), catalog.ErrInvalid, "leg point"},
		"a way nobody travels":       {route(func(r *catalog.Route) { r.Mode = "camel" }), catalog.ErrInvalid, "mode"},
		"a way nowhere":              {route(func(r *catalog.Route) { r.Direction = "up" }), catalog.ErrInvalid, "direction"},
		"a place called as a source": {route(func(r *catalog.Route) { r.Legs[0].Names.English = "Heron Creek" }), catalog.ErrAliasWord, "name route"},
		"a unit called as a source": {func(l *lexicon) error {
			return second(l.SaveUnit(t.Context(), catalog.Unit{Names: catalog.Names{English: "nest"}, Plural: "heron"}, ""))
		}, catalog.ErrAliasWord, "name unit"},
		"a unit without a name": {func(l *lexicon) error { return second(l.SaveUnit(t.Context(), catalog.Unit{}, "")) }, catalog.ErrInvalid, "name"},
		"an item into itself": {func(l *lexicon) error {
			return only(l.MergeItems(t.Context(), l.item("steel").ID, l.item("steel").ID, ""))
		}, catalog.ErrInvalid, "merge"},
		"nameless goods into others":  {func(l *lexicon) error { return only(l.MergeItems(t.Context(), 1, l.item("steel").ID, "")) }, catalog.ErrInvalid, "unspecified"},
		"goods into nameless ones":    {func(l *lexicon) error { return only(l.MergeItems(t.Context(), l.item("steel").ID, 1, "")) }, catalog.ErrInvalid, "unspecified"},
		"an item into nothing":        {func(l *lexicon) error { return only(l.MergeItems(t.Context(), l.item("steel").ID, 999, "")) }, catalog.ErrNotFound, "merge item"},
		"a route into itself":         {func(l *lexicon) error { return only(l.MergeRoutes(t.Context(), 1, 1, "")) }, catalog.ErrInvalid, "merge"},
		"a unit into itself":          {func(l *lexicon) error { return only(l.MergeUnits(t.Context(), 1, 1, "")) }, catalog.ErrInvalid, "merge"},
		"away with nameless goods":    {func(l *lexicon) error { return only(l.RemoveItem(t.Context(), 1, "")) }, catalog.ErrInvalid, "unspecified"},
		"away with goods in photos":   {func(l *lexicon) error { return only(l.RemoveItem(t.Context(), l.item("steel").ID, "")) }, catalog.ErrInUse, "remove item"},
		"away with nothing":           {func(l *lexicon) error { return only(l.RemoveItem(t.Context(), 999, "")) }, catalog.ErrNotFound, "remove item"},
		"away with a photo's route":   {func(l *lexicon) error { return only(l.RemoveRoute(t.Context(), l.route("changbai-hyesan").ID, "")) }, catalog.ErrInUse, "remove route"},
		"away with an intake's route": {func(l *lexicon) error { return only(l.RemoveRoute(t.Context(), l.route("hunchun-rason").ID, "")) }, catalog.ErrInUse, "remove route"},
		"away with a unit in use":     {func(l *lexicon) error { return only(l.RemoveUnit(t.Context(), l.unit("box").ID, "")) }, catalog.ErrInUse, "remove unit"},
		"an import of an alias": {func(l *lexicon) error {
			return second(l.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("fan", "fan", ""), entry("bird", "heron", "")}}, ""))
		}, catalog.ErrAliasWord, "name item"},
		"a new item of an alias": {func(l *lexicon) error {
			return only(l.Apply(t.Context(), catalog.Edit{Photos: l.photos, NewItems: []string{"stuffed heron"}}))
		}, catalog.ErrAliasWord, "name item"},
		"an import of a circle with what is there": {func(l *lexicon) error {
			if _, _, err := l.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("steel_structure", "s", "steel")}}, ""); err != nil {
				t.Fatal(err)
			}
			err := second(l.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("steel", "s", "steel_structure")}}, ""))
			if _, errUndo := l.Undo(t.Context(), ""); errUndo != nil {
				t.Fatal(errUndo)
			}
			return err
		}, catalog.ErrInvalid, "parent"},
		"into one of its kinds": {func(l *lexicon) error {
			kind := l.item("refrigerator")
			kind.Parent = l.item("steel").ID
			if _, _, err := l.SaveItem(t.Context(), kind, ""); err != nil {
				t.Fatal(err)
			}
			err := only(l.MergeItems(t.Context(), kind.Parent, kind.ID, ""))
			if _, errUndo := l.Undo(t.Context(), ""); errUndo != nil {
				t.Fatal(errUndo)
			}
			return err
		}, catalog.ErrInvalid, "parent"},
		"away with a parent": {func(l *lexicon) error {
			kind := l.item("refrigerator")
			kind.Parent = l.item("fabric").ID
			if _, _, err := l.SaveItem(t.Context(), kind, ""); err != nil {
				t.Fatal(err)
			}
			err := only(l.RemoveItem(t.Context(), kind.Parent, ""))
			if _, errUndo := l.Undo(t.Context(), ""); errUndo != nil {
				t.Fatal(errUndo)
			}
			return err
		}, catalog.ErrInUse, "remove item"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLexicon(t)
			l.t = t
			before := state(t, l.Store)
			err := c.do(l)
			e, ok := err.(*catalog.Error)
			if !ok || e.Code != c.code || e.Op != c.op {
				t.Errorf("%v, want %s: %s", err, c.op, c.code)
			}
			if diff := cmp.Diff(before, state(t, l.Store)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What was removed keeps its key, and a new entry of that name is another one.
func TestRemovedKeysStay(t *testing.T) {
	l := newLexicon(t)
	if _, err := l.RemoveItem(t.Context(), l.item("fabric").ID, ""); err != nil {
		t.Fatal(err)
	}
	l.tag(catalog.Edit{Photos: l.photos[:1], NewItems: []string{"fabric"}})
	if got := l.item("fabric_2"); !got.Own || got.Names.English != "fabric" || got.Used != 1 || got.Recent == 0 {
		t.Errorf("%+v", got)
	}
	if _, _, err := l.SaveItem(t.Context(), catalog.Item{Names: catalog.Names{English: "Fabric"}}, ""); catalog.CodeOf(err) != catalog.ErrExists {
		t.Errorf("a second item of a name: %v", err)
	}
	verifyClean(t, l.Store)
}

// A parent that was removed is none for an import, which brings it back only when
// it names it.
func TestImportOfRemoved(t *testing.T) {
	l := newLexicon(t)
	if _, err := l.RemoveItem(t.Context(), l.item("fabric").ID, ""); err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("silk", "silk", "fabric")}}, ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a removed parent: %v", err)
	}
	merged, _, err := l.MergeVocabulary(t.Context(), Tables{Items: []catalog.ItemEntry{entry("silk", "silk", "fabric"), entry("fabric", "cloth", "")}}, "")
	if err != nil || merged != (Merged{Added: 1, Changed: 1}) || l.item("silk").Parent != l.item("fabric").ID {
		t.Errorf("%+v, %v", merged, err)
	}
	verifyClean(t, l.Store)
}

// TestUnitsOfObservations keeps the key of a unit that is known in any language,
// and else what was typed.
func TestUnitsOfObservations(t *testing.T) {
	l := newLexicon(t)
	for typed, want := range map[string]struct{ unit, word string }{
		"piece": {"piece", "pieces"}, " PCS ": {"piece", "pieces"}, "个": {"piece", "pieces"}, "箱": {"box", "boxes"}, "heaps": {"heaps", "heaps"}, "": {"", ""},
	} {
		o, err := l.Observation(t.Context(), l.observe(5, "fabric", catalog.Seen{Unit: typed}))
		if err != nil || o.Unit != want.unit || o.UnitNames.Word(o.Unit, 3) != want.word {
			t.Errorf("%q is kept as %q, %+v: %v", typed, o.Unit, o.UnitNames, err)
		}
	}
}

// TestUnitIsThereAgain counts what was typed as a unit that was removed in the one
// that comes in its place, which has another key.
func TestUnitIsThereAgain(t *testing.T) {
	l := newLexicon(t)
	crate := catalog.Unit{Names: catalog.Names{English: "crate"}, Plural: "crates"}
	id, _, err := l.SaveUnit(t.Context(), crate, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.RemoveUnit(t.Context(), id, ""); err != nil {
		t.Fatal(err)
	}
	observed := l.observe(5, "fabric", catalog.Seen{Unit: "crate"})
	if _, _, err := l.SaveUnit(t.Context(), crate, ""); err != nil {
		t.Fatal(err)
	}
	if o, err := l.Observation(t.Context(), observed); err != nil || o.Unit != "crate_2" || l.unit("crate_2").Used != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	verifyClean(t, l.Store)
}
