package vocabulary

import (
	"context"

	"waybill/catalog"
)

// Kind tells the vocabularies apart.
type Kind int

// The vocabularies, in the order of the page.
const (
	Goods Kind = iota
	Routes
	Places
	Units
	kinds
)

// ref names an entry of a vocabulary; its zero value is an entry of goods that
// is not stored yet.
type ref struct {
	kind Kind
	id   int64  // of goods, routes and units
	key  string // of places
}

func (r ref) stored() bool { return r.id != 0 || r.key != "" }

// shelf is all four vocabularies as they were read. It does not change.
type shelf struct {
	items  map[catalog.ItemID]*catalog.Item
	routes map[catalog.RouteID]*catalog.Route
	places map[string]*catalog.PlaceEntry
	units  map[catalog.UnitID]*catalog.Unit
	lists  [kinds][]entry
	sorts  []string // what places are: "seaport", "town"
}

// read reads everything. It is for a goroutine of its own.
func read(ctx context.Context, store Store, say *sayer) (*shelf, error) {
	items, err := store.Items(ctx)
	if err != nil {
		return nil, err
	}
	routes, err := store.Routes(ctx)
	if err != nil {
		return nil, err
	}
	places, err := store.Places(ctx)
	if err != nil {
		return nil, err
	}
	units, err := store.Units(ctx)
	if err != nil {
		return nil, err
	}
	return newShelf(say, items, routes, places, units), nil
}

func newShelf(say *sayer, items []catalog.Item, routes []catalog.Route, places []catalog.PlaceEntry, units []catalog.Unit) *shelf {
	s := &shelf{
		items:  make(map[catalog.ItemID]*catalog.Item, len(items)),
		routes: make(map[catalog.RouteID]*catalog.Route, len(routes)),
		places: make(map[string]*catalog.PlaceEntry, len(places)),
		units:  make(map[catalog.UnitID]*catalog.Unit, len(units)),
	}
	for i := range items {
		s.items[items[i].ID] = &items[i]
	}
	for i := range items {
		if items[i].Key != catalog.UnspecifiedKey {
			s.lists[Goods] = append(s.lists[Goods], say.item(s, &items[i]))
		}
	}
	for i := range routes {
		s.routes[routes[i].ID] = &routes[i]
		s.lists[Routes] = append(s.lists[Routes], say.route(&routes[i]))
	}
	seen := map[string]bool{}
	for i := range places {
		if p := &places[i]; !p.Removed && p.Merged == "" {
			s.places[p.Key] = p
			s.lists[Places] = append(s.lists[Places], say.place(p))
			if !seen[p.Kind] && p.Kind != "" {
				seen[p.Kind] = true
				s.sorts = append(s.sorts, p.Kind)
			}
		}
	}
	for i := range units {
		s.units[units[i].ID] = &units[i]
		s.lists[Units] = append(s.lists[Units], say.unit(&units[i]))
	}
	for k := range s.lists {
		order(s.lists[k])
	}
	s.lists[Goods] = nested(s.lists[Goods])
	return s
}

// find gives an entry, nil when it is not there.
func (s *shelf) find(r ref) *entry {
	if s == nil || !r.stored() {
		return nil
	}
	for i := range s.lists[r.kind] {
		if s.lists[r.kind][i].ref == r {
			return &s.lists[r.kind][i]
		}
	}
	return nil
}
