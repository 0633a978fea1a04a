package sqlite

import (
	"context"

	"waybill/catalog"
)

// SaveRoute adds a route when its ID is 0, under a key made from its name when
// it has none, else changes its names, mode, direction and places. Errors have
// the codes ErrInvalid (Op "name", "mode", "direction", "legs", "leg kind" or
// "leg point"), ErrExists, ErrNotFound and ErrAliasWord.
func (s *Store) SaveRoute(ctx context.Context, r catalog.Route, by string) (catalog.RouteID, catalog.Step, error) {
	r.Names = r.Names.Clean()
	legs := make([]catalog.Leg, len(r.Legs))
	for i, l := range r.Legs {
		l.Names = l.Names.Clean()
		legs[i] = l
	}
	r.Legs = legs
	var id int64
	step, err := s.words(ctx, by, func(d *door) (map[string]any, error) {
		if err := r.Check(); err != nil {
			return nil, err
		}
		var detail map[string]any
		var err error
		if id, detail, err = d.save(entRoute, int64(r.ID), r.Key, r.Names, routeColumns(r)); err != nil {
			return nil, err
		}
		return detail, d.setLegs(id, r.Legs)
	})
	if err != nil {
		return 0, step, err
	}
	return catalog.RouteID(id), step, nil
}

// routeColumns gives the columns of a route that people change.
func routeColumns(r catalog.Route) row {
	n := r.Names
	return row{
		"en": n.English, "ko": n.Korean, "zh": n.Chinese, "also": n.AlsoKnownAs,
		"mode": optional(string(r.Mode)), "direction": optional(string(r.Direction)),
	}
}

// setLegs makes the places of a route those that are given.
func (d *door) setLegs(route int64, legs []catalog.Leg) error {
	old, err := column[int64](d.ctx, d, "SELECT id FROM leg WHERE route = ? ORDER BY n", route)
	if err != nil {
		return err
	}
	for i, l := range legs {
		if i < len(old) {
			err = d.set(entLeg, old[i], legRow(route, i, l))
		} else {
			_, err = d.add(entLeg, legRow(route, i, l))
		}
		if err != nil {
			return err
		}
	}
	for _, leg := range old[min(len(legs), len(old)):] {
		before, err := d.get(entLeg, leg)
		if err != nil {
			return err
		}
		if err := d.put(entLeg, leg, before, nil); err != nil {
			return err
		}
	}
	return nil
}

// MergeRoutes makes two routes one: photos and intakes of from are those of
// into, which keeps its places and whose variants the names and the key of from
// become, and from is taken out of the vocabulary. Errors have the codes
// ErrInvalid (Op "merge": into itself) and ErrNotFound.
func (s *Store) MergeRoutes(ctx context.Context, from, into catalog.RouteID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		_, _, detail, err := d.merge(entRoute, int64(from), int64(into), "mode", "direction")
		if err != nil {
			return nil, err
		}
		for _, entity := range []string{entBatch, entPhoto} {
			if err := d.repoint(entity, "route", int64(from), int64(into)); err != nil {
				return nil, err
			}
		}
		return detail, nil
	})
}

// RemoveRoute takes a route out of the vocabulary. Errors have the codes
// ErrInUse (a photo or an intake has it) and ErrNotFound.
func (s *Store) RemoveRoute(ctx context.Context, route catalog.RouteID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		return d.remove(entRoute, int64(route), "SELECT 1 FROM batch WHERE route = ?", "SELECT 1 FROM photo WHERE route = ?")
	})
}
