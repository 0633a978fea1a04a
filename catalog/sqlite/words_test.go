package sqlite

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// TestWords does everything that can be done to the vocabulary, finds photos by
// what it says then, and takes each back and does it again.
func TestWords(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, for which the race detector takes a minute")
	}
	lat, lon := 42.5, 130.5
	for name, c := range map[string]struct {
		do     func(*lexicon) (catalog.Step, error)
		finds  map[string]int
		detail map[string]any
		check  func(*lexicon)
	}{
		"add an item": {
			do: func(l *lexicon) (catalog.Step, error) {
				id, step, err := l.SaveItem(t.Context(), catalog.Item{
					Names: catalog.Names{English: " Cold  Goods ", AlsoKnownAs: "chill"}, HS: "84", Parent: l.item("steel").ID, Own: false,
				}, "AB")
				if got := l.item("cold_goods"); got.ID != id || !got.Own || got.Names.English != "Cold Goods" || got.Parent != l.item("steel").ID {
					t.Errorf("added %+v", got)
				}
				return step, err
			},
			finds:  map[string]int{"item:chill": 0, "item:steel": 3},
			detail: map[string]any{"did": "added", "noun": "item", "name": "Cold Goods"},
		},
		"rename an item": {
			do: func(l *lexicon) (catalog.Step, error) {
				i := l.item("refrigerator")
				i.Names = catalog.Names{English: "icebox", Korean: "얼음통"}
				i.Key = "other" // which stays
				_, step, err := l.SaveItem(t.Context(), i, "AB")
				return step, err
			},
			finds:  map[string]int{"item:icebox": 2, "얼음통": 2, "item:냉장고": -1, "냉장고": 0, "item:refrigerator": 2},
			detail: map[string]any{"did": "renamed", "noun": "item", "name": "household refrigerator", "into": "icebox"},
		},
		"give an item a parent": {
			do: func(l *lexicon) (catalog.Step, error) {
				i := l.item("steel")
				i.Parent, i.HS, i.Caption.Plural = l.item("refrigerator").ID, "72;73", "steels"
				_, step, err := l.SaveItem(t.Context(), i, "AB")
				return step, err
			},
			finds:  map[string]int{"item:refrigerator": 4, "item:steel": 3},
			detail: map[string]any{"did": "changed", "noun": "item", "name": "steel products"},
		},
		"merge items": {
			do: func(l *lexicon) (catalog.Step, error) {
				kind := l.item("steel_structure")
				kind.Parent = l.item("steel").ID
				if _, _, err := l.SaveItem(t.Context(), kind, ""); err != nil {
					t.Fatal(err)
				}
				return l.MergeItems(t.Context(), l.item("steel").ID, l.item("refrigerator").ID, "AB")
			},
			finds:  map[string]int{"item:steel": 4, "item:철강재": 4, "철강재": 4, "item:냉장고": 4, "visible:steel": 4},
			detail: map[string]any{"did": "merged", "noun": "item", "name": "steel products", "into": "household refrigerator"},
			check: func(l *lexicon) {
				into := l.item("refrigerator")
				if into.Used != 4 || l.item("steel").ID != 0 || l.item("steel_structure").Parent != into.ID {
					t.Errorf("%+v, its kind %+v", into, l.item("steel_structure"))
				}
				if want := "steel products; 철강재; steel"; into.Names.AlsoKnownAs != want {
					t.Errorf("variants %q, want %q", into.Names.AlsoKnownAs, want)
				}
				var lots, both int
				err := l.read.QueryRow(`SELECT (SELECT count(*) FROM lot WHERE item = ?1),
					(SELECT count(*) FROM observation WHERE photo = ?2 AND item = ?1 AND removed = 0)`, into.ID, l.photos[1]).Scan(&lots, &both)
				if err != nil || lots != 1 || both != 2 {
					t.Errorf("%d lots, %d observations in the photo of both, %v", lots, both, err)
				}
			},
		},
		"merge into an item that knows less": {
			do: func(l *lexicon) (catalog.Step, error) {
				i := l.item("refrigerator")
				i.HS, i.Parent, i.Caption.Korean = "8418.21", l.item("steel").ID, "냉장고"
				if _, _, err := l.SaveItem(t.Context(), i, ""); err != nil {
					t.Fatal(err)
				}
				return l.MergeItems(t.Context(), i.ID, l.item("motorcycle_engine").ID, "AB")
			},
			finds:  map[string]int{"item:电冰箱": 2, "item:steel": 4},
			detail: map[string]any{"did": "merged", "noun": "item", "name": "household refrigerator", "into": "motorcycle engine (petrol)"},
			check: func(l *lexicon) {
				got := l.item("motorcycle_engine")
				if got.HS != "8418.21" || got.Parent != l.item("steel").ID || got.Names.Korean != "냉장고" || got.Caption.Korean != "냉장고" || got.Names.KoreanNorth == "" {
					t.Errorf("%+v", got)
				}
			},
		},
		"merge a kind into its parent": {
			do: func(l *lexicon) (catalog.Step, error) {
				i := l.item("refrigerator")
				i.Parent = l.item("steel").ID
				if _, _, err := l.SaveItem(t.Context(), i, ""); err != nil {
					t.Fatal(err)
				}
				return l.MergeItems(t.Context(), i.ID, i.Parent, "AB")
			},
			finds:  map[string]int{"item:steel": 4, "item:refrigerator": 4},
			detail: map[string]any{"did": "merged", "noun": "item", "name": "household refrigerator", "into": "steel products"},
			check: func(l *lexicon) {
				if got := l.item("steel"); got.Parent != 0 {
					t.Errorf("%+v", got)
				}
			},
		},
		"remove an item": {
			do: func(l *lexicon) (catalog.Step, error) {
				return l.RemoveItem(t.Context(), l.item("fabric").ID, "AB")
			},
			finds:  map[string]int{"item:fabric": -1, "item:원단": -1},
			detail: map[string]any{"did": "removed", "noun": "item", "name": "fabric / textile materials"},
			check: func(l *lexicon) {
				if got := l.item("fabric"); got.ID != 0 {
					t.Errorf("it is offered: %+v", got)
				}
			},
		},
		"add a route": {
			do: func(l *lexicon) (catalog.Step, error) {
				_, step, err := l.SaveRoute(t.Context(), catalog.Route{
					Names: catalog.Names{Korean: "새 길"}, Mode: catalog.ModeRiver, Direction: catalog.OutOf, Legs: []catalog.Leg{
						{Kind: "origin", Names: catalog.Names{English: "Raft"}, Latitude: &lat, Longitude: &lon}, {Kind: "destination", Names: catalog.Names{English: "Bank"}},
					},
				}, "AB")
				return step, err
			},
			finds:  map[string]int{"route:raft": 0, "route:quanhe": 4},
			detail: map[string]any{"did": "added", "noun": "route", "name": "새 길"},
			check: func(l *lexicon) {
				r := l.route("새_길")
				if !r.Own || r.Mode != catalog.ModeRiver || r.Direction != catalog.OutOf || len(r.Legs) != 2 || *r.Legs[0].Latitude != lat || r.Legs[1].N != 1 {
					t.Errorf("%+v", r)
				}
			},
		},
		"change a route": {
			do: func(l *lexicon) (catalog.Step, error) {
				r := l.route("hunchun-rason")
				r.Names.English, r.Mode, r.Direction = "Coast road", catalog.ModeRoad, catalog.Into
				r.Legs = []catalog.Leg{{Kind: "crossing", Place: "quanhe-wonjong", Names: catalog.Names{English: "Tumen bridge"}}}
				_, step, err := l.SaveRoute(t.Context(), r, "AB")
				return step, err
			},
			finds:  map[string]int{"route:coast": 4, "route:tumen": 4, "tumen": 4, "route:珲春": -1, "Hunchun": 4}, // by its key
			detail: map[string]any{"did": "renamed", "noun": "route", "name": "Hunchun–Quanhe–Wonjong–Rason", "into": "Coast road"},
		},
		"merge routes": {
			do: func(l *lexicon) (catalog.Step, error) {
				from := l.route("hunchun-rason")
				from.Mode, from.Direction = catalog.ModeRoad, catalog.Into
				if _, _, err := l.SaveRoute(t.Context(), from, ""); err != nil {
					t.Fatal(err)
				}
				return l.MergeRoutes(t.Context(), from.ID, l.route("changbai-hyesan").ID, "AB")
			},
			finds:  map[string]int{"route:changbai": 6, "route:\"hunchun rason\"": 6, "훈춘–취안허–원정–라선": 6, "route:圈河": -1},
			detail: map[string]any{"did": "merged", "noun": "route", "name": "Hunchun–Quanhe–Wonjong–Rason", "into": "Changbai–Hyesan"},
			check: func(l *lexicon) {
				r := l.route("changbai-hyesan")
				if r.Used != 6 || r.Mode != catalog.ModeRoad || r.Direction != catalog.Into || r.Names.Korean == "" || len(r.Legs) != 1 || l.route("hunchun-rason").ID != 0 {
					t.Errorf("%+v", r)
				}
			},
		},
		"remove a route": {
			do: func(l *lexicon) (catalog.Step, error) {
				id, _, err := l.SaveRoute(t.Context(), catalog.Route{Names: catalog.Names{English: "Old way"}, Legs: []catalog.Leg{{Kind: "origin", Names: catalog.Names{English: "Somewhere"}}}}, "")
				if err != nil {
					t.Fatal(err)
				}
				return l.RemoveRoute(t.Context(), id, "AB")
			},
			finds:  map[string]int{"route:\"old way\"": -1, "route:somewhere": -1},
			detail: map[string]any{"did": "removed", "noun": "route", "name": "Old way"},
		},
		"add a unit": {
			do: func(l *lexicon) (catalog.Step, error) {
				_, step, err := l.SaveUnit(t.Context(), catalog.Unit{Names: catalog.Names{English: "heap"}, Plural: "heaps"}, "AB")
				l.observe(5, "steel", catalog.Seen{Unit: "HEAPS"})
				return step, err
			},
			detail: map[string]any{"did": "added", "noun": "unit", "name": "heap"},
			check: func(l *lexicon) {
				if u := l.unit("heap"); !u.Own || u.Used != 2 || // one was typed before it was known
					u.Plural != "heaps" {
					t.Errorf("%+v", u)
				}
			},
		},
		"rename a unit": {
			do: func(l *lexicon) (catalog.Step, error) {
				u := l.unit("box")
				u.Names.English, u.Plural = "case", "cases"
				_, step, err := l.SaveUnit(t.Context(), u, "AB")
				return step, err
			},
			detail: map[string]any{"did": "renamed", "noun": "unit", "name": "box", "into": "case"},
		},
		"merge units": {
			do: func(l *lexicon) (catalog.Step, error) {
				return l.MergeUnits(t.Context(), l.unit("box").ID, l.unit("piece").ID, "AB")
			},
			detail: map[string]any{"did": "merged", "noun": "unit", "name": "box", "into": "piece"},
			check: func(l *lexicon) {
				if u := l.unit("piece"); u.Used != 2 || u.Names.AlsoKnownAs != "pc; pcs; box; boxes; 상자; 箱" || l.unit("box").ID != 0 {
					t.Errorf("%+v", u)
				}
			},
		},
		"remove a unit": {
			do: func(l *lexicon) (catalog.Step, error) {
				id, _, err := l.SaveUnit(t.Context(), catalog.Unit{Names: catalog.Names{English: "heap"}}, "")
				if err != nil {
					t.Fatal(err)
				}
				return l.RemoveUnit(t.Context(), id, "AB")
			},
			detail: map[string]any{"did": "removed", "noun": "unit", "name": "heap"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLexicon(t)
			l.t = t
			step, err := c.do(l)
			if err != nil || step.Action != catalog.ActionWords || step.Actor != "AB" {
				t.Fatalf("%+v, %v", step, err)
			}
			c.detail["entries"] = 1
			if diff := cmp.Diff(c.detail, step.Detail); diff != "" {
				t.Error("detail: " + diff)
			}
			queries := make([]string, 0, len(c.finds))
			for q := range c.finds {
				queries = append(queries, q)
			}
			if diff := cmp.Diff(c.finds, l.found(queries)); diff != "" && len(queries) > 0 {
				t.Error("found: " + diff)
			}
			if c.check != nil {
				c.check(l)
			}
			verifyClean(t, l.Store)
			l.backAndForth(t, step)
		})
	}
}

// backAndForth undoes and redoes the last two actions, and finds each state again.
func (l *lexicon) backAndForth(t *testing.T, step catalog.Step) {
	t.Helper()
	states := [][]string{state(t, l.Store)}
	for range 2 {
		undone, err := l.Undo(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		states = append(states, state(t, l.Store))
		if undone.Of == step.ID && slices.Equal(states[len(states)-1], states[len(states)-2]) {
			t.Error("undo changes nothing")
		}
	}
	for n := len(states) - 2; n >= 0; n-- {
		if _, err := l.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(states[n], state(t, l.Store)); diff != "" {
			t.Error("redo: " + diff)
		}
	}
	verifyClean(t, l.Store)
}
