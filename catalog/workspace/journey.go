package workspace

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"waybill/catalog"
	"waybill/catalog/journey"
)

// NearRoute is a route that passes by where a photo was taken.
type NearRoute = journey.Near

// RoutesNear gives the routes with a place within 10 km of where a photo was taken,
// the nearest first. There is none when its position is not known, is withheld, or
// is only that of its route.
func (c *Catalogue) RoutesNear(ctx context.Context, id catalog.PhotoID) ([]NearRoute, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return nil, err
	}
	lat, lon, ok := journey.Position(&photo.Chosen)
	if !ok {
		return nil, nil
	}
	routes, err := c.Routes(ctx)
	if err != nil {
		return nil, err
	}
	g, err := c.GazetteerNow(ctx)
	if err != nil {
		return nil, err
	}
	return journey.By(g, routes, lat, lon), nil
}

// maxOrdered is how many photos are compared in their order: each is with each.
const maxOrdered = 2_000

// Order says where the times of photos run against the order of their routes.
type Order struct {
	Contradictions []journey.Contradiction
	Left           int // photos that were too many to be compared
}

// RouteOrder compares the times of photos with the order of the legs of their
// routes: of those given that are on one route, and of those that show goods of one
// lot. One photo alone is compared with the others of its lots.
func (c *Catalogue) RouteOrder(ctx context.Context, photos []catalog.PhotoID) (Order, error) {
	var order Order
	alone := len(photos) == 1
	if alone {
		var err error
		if photos, err = c.withLots(ctx, photos[0]); err != nil {
			return order, err
		}
	}
	photos = each(photos)
	if len(photos) < 2 {
		return order, nil
	}
	if len(photos) > maxOrdered {
		order.Left = len(photos) - maxOrdered
		photos = photos[:maxOrdered]
	}
	o, err := c.ordering(ctx, photos)
	if err != nil || o == nil {
		return order, err
	}
	o.lots()
	if !alone {
		o.selection()
	}
	order.Contradictions = o.found
	return order, nil
}

// each gives every photo once.
func each(ids []catalog.PhotoID) []catalog.PhotoID {
	seen := make(map[catalog.PhotoID]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id catalog.PhotoID) bool {
		again := seen[id]
		seen[id] = true
		return again
	})
}

// withLots gives a photo with those that show goods of its lots, itself first, some
// of them more than once.
func (c *Catalogue) withLots(ctx context.Context, id catalog.PhotoID) ([]catalog.PhotoID, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return nil, err
	}
	photos := []catalog.PhotoID{id}
	for _, lot := range lotsOf(photo) {
		of, err := c.LotPhotos(ctx, lot)
		if err != nil {
			return nil, err
		}
		photos = append(photos, of...)
	}
	return photos, nil
}

func lotsOf(p catalog.Photo) []catalog.LotID {
	var lots []catalog.LotID
	for _, o := range p.Observations {
		if o.Lot != 0 && !slices.Contains(lots, o.Lot) {
			lots = append(lots, o.Lot)
		}
	}
	return lots
}

// ordering is photos on their way to be compared.
type ordering struct {
	photos []catalog.Photo
	routes map[catalog.RouteID]catalog.Route
	places catalog.Gazetteer
	told   map[[2]catalog.PhotoID]bool
	found  []journey.Contradiction
}

// ordering reads photos with what is needed to compare them, nil when none of them
// is on a route.
func (c *Catalogue) ordering(ctx context.Context, ids []catalog.PhotoID) (*ordering, error) {
	o := &ordering{routes: map[catalog.RouteID]catalog.Route{}, told: map[[2]catalog.PhotoID]bool{}}
	var err error
	if o.photos, err = c.Photos(ctx, ids); err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(o.photos, func(p catalog.Photo) bool { return p.Route.Value != 0 }) {
		return nil, nil
	}
	routes, err := c.Routes(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range routes {
		o.routes[r.ID] = r
	}
	o.places, err = c.GazetteerNow(ctx)
	return o, err
}

// lots compares the photos of each lot.
func (o *ordering) lots() {
	byLot := map[catalog.LotID][]*catalog.Photo{}
	for i := range o.photos {
		for _, lot := range lotsOf(o.photos[i]) {
			byLot[lot] = append(byLot[lot], &o.photos[i])
		}
	}
	for _, lot := range slices.Sorted(maps.Keys(byLot)) {
		o.lot(lot, byLot[lot])
	}
}

// selection compares the photos of each route.
func (o *ordering) selection() {
	byRoute := map[catalog.RouteID][]journey.Stop{}
	for i := range o.photos {
		p := &o.photos[i]
		route := p.Route.Value
		if s, ok := journey.At(o.places, o.routes[route], p, p.Observations); ok {
			byRoute[route] = append(byRoute[route], s)
		}
	}
	for _, route := range slices.Sorted(maps.Keys(byRoute)) {
		o.tell(journey.Check(o.routes[route], byRoute[route]))
	}
}

// lot compares the photos of one lot, which went one way by one route: where only
// some of them say which, the others went the same.
func (o *ordering) lot(lot catalog.LotID, photos []*catalog.Photo) {
	var routes []catalog.RouteID
	for _, p := range photos {
		if p.Route.Value != 0 && !slices.Contains(routes, p.Route.Value) {
			routes = append(routes, p.Route.Value)
		}
	}
	if len(routes) != 1 {
		return
	}
	var stops []journey.Stop
	var ways []catalog.Direction
	for _, p := range photos {
		of := slices.DeleteFunc(slices.Clone(p.Observations), func(x catalog.Observation) bool { return x.Lot != lot })
		if s, ok := journey.At(o.places, o.routes[routes[0]], p, of); ok {
			stops = append(stops, s)
			ways = append(ways, s.Direction)
		}
	}
	slices.Sort(ways)
	if ways = slices.Compact(ways); len(ways) == 2 && ways[0] == "" {
		for i := range stops {
			stops[i].Direction = ways[1]
		}
	}
	o.tell(journey.Check(o.routes[routes[0]], stops))
}

// tell keeps what was not told before, in the order of the later photos.
func (o *ordering) tell(found []journey.Contradiction) {
	slices.SortStableFunc(found, func(a, b journey.Contradiction) int {
		return cmp.Compare(a.After.Photo, b.After.Photo)
	})
	for _, x := range found {
		if pair := [2]catalog.PhotoID{x.Before.Photo, x.After.Photo}; !o.told[pair] {
			o.told[pair] = true
			o.found = append(o.found, x)
		}
	}
}
