package sqlite

import (
	"context"

	"waybill/catalog"
)

// Routes lists the routes with their legs in order, and how many photos are on
// each.
func (s *Store) Routes(ctx context.Context) ([]catalog.Route, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT r.id, uuid, key, en, ko, zh, also, coalesce(mode, ''), coalesce(direction, ''),
			coalesce(own, 0), coalesce(f.photos, 0)
		FROM route r LEFT JOIN facet f ON f.kind = 'route' AND f.value = CAST(r.id AS TEXT) WHERE coalesce(removed, 0) = 0 ORDER BY r.id`)
	if err != nil {
		return nil, wrap("list routes", "", err)
	}
	defer rows.Close()
	var routes []catalog.Route
	at := map[catalog.RouteID]int{}
	for rows.Next() {
		var r catalog.Route
		n := &r.Names
		if err := rows.Scan(&r.ID, &r.UUID, &r.Key, &n.English, &n.Korean, &n.Chinese, &n.AlsoKnownAs, &r.Mode, &r.Direction, &r.Own, &r.Used); err != nil {
			return nil, wrap("list routes", "", err)
		}
		at[r.ID] = len(routes)
		routes = append(routes, r)
	}
	if err := rows.Err(); err != nil {
		return nil, wrap("list routes", "", err)
	}
	legs, err := s.legs(ctx)
	for _, leg := range legs {
		if i, ok := at[leg.Route]; ok { // it was not removed
			routes[i].Legs = append(routes[i].Legs, leg)
		}
	}
	return routes, err
}

func (s *Store) legs(ctx context.Context) ([]catalog.Leg, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT id, route, n, kind, place, en, ko, zh, also, latitude, longitude, accuracy
		FROM leg ORDER BY route, n`)
	if err != nil {
		return nil, wrap("list legs", "", err)
	}
	defer rows.Close()
	var legs []catalog.Leg
	for rows.Next() {
		var l catalog.Leg
		n := &l.Names
		if err := rows.Scan(&l.ID, &l.Route, &l.N, &l.Kind, &l.Place, &n.English, &n.Korean, &n.Chinese, &n.AlsoKnownAs,
			&l.Latitude, &l.Longitude, &l.Accuracy); err != nil {
			return nil, wrap("list legs", "", err)
		}
		legs = append(legs, l)
	}
	return legs, wrap("list legs", "", rows.Err())
}

// FindRoute gives the one route that a text names: its key, any name of it or
// of one of its places, or a part that fits only one. It fails with
// ErrNotFound, or with ErrAmbiguous and the routes that fit.
func (s *Store) FindRoute(ctx context.Context, text string) (catalog.RouteID, error) {
	id, err := findOne(ctx, s.read, entRoute, text)
	return catalog.RouteID(id), wrap("find route", text, err)
}

func (d *door) newRoute(r catalog.Route) error {
	columns := routeColumns(r)
	columns["key"], columns["own"] = r.Key, r.Own
	id, err := d.add(entRoute, columns)
	if err != nil {
		return err
	}
	return d.setLegs(id, r.Legs)
}

func legRow(route int64, n int, l catalog.Leg) row {
	return row{
		"route": route, "n": n, "kind": l.Kind, "place": l.Place,
		"en": l.Names.English, "ko": l.Names.Korean, "zh": l.Names.Chinese, "also": l.Names.AlsoKnownAs,
		"latitude": l.Latitude, "longitude": l.Longitude, "accuracy": l.Accuracy,
	}
}
