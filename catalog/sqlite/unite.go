package sqlite

import (
	"context"
	"maps"
	"slices"

	"waybill/catalog"
)

func sortedPhotos[T any](m map[catalog.PhotoID]T) []catalog.PhotoID {
	return slices.Sorted(maps.Keys(m))
}

// Unite gives every one of some photos what any of them is tagged with, as one
// step: items with the status in force, and route, caption and note where a
// photo has none of its own. What a photo has already stays. It is meant for
// versions of one picture.
func (s *Store) Unite(ctx context.Context, photos []catalog.PhotoID, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionUnite, actor: by}, func(d *door) (map[string]any, error) {
		ids := slices.Compact(slices.Sorted(slices.Values(photos)))
		var own row
		rows := map[catalog.PhotoID]row{}
		for _, id := range ids {
			photo, err := d.get(entPhoto, int64(id))
			if err != nil {
				return nil, err
			}
			if photo == nil {
				return nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "unite", Subject: id.String()}
			}
			rows[id], own = photo, fillIn(own, photo)
		}
		observations, err := observationsOf(d.ctx, d, ids)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if err := d.set(entPhoto, int64(id), fillIn(unitable(rows[id]), own)); err != nil {
				return nil, err
			}
			if err := d.uniteObservations(id, observations); err != nil {
				return nil, err
			}
		}
		return map[string]any{"photos": len(ids)}, nil
	})
}

// unitable gives the columns of a photo that others may lend it.
func unitable(photo row) row {
	r := row{}
	for _, c := range []string{"route", "caption", "note"} {
		r[c] = photo[c]
	}
	return r
}

// fillIn gives r with what it lacks from another.
func fillIn(r, from row) row {
	if r == nil {
		r = row{}
	}
	for c, v := range unitable(from) {
		if r[c] == nil || r[c] == "" {
			r[c] = v
		}
	}
	return r
}

// uniteObservations adds to a photo what the others show or are said to show.
func (d *door) uniteObservations(photo catalog.PhotoID, all []catalog.Observation) error {
	type kind struct {
		item    catalog.ItemID
		visible bool
	}
	has := map[kind]bool{}
	for _, o := range all {
		if o.Photo == photo {
			has[kind{o.Item, o.Visible}] = true
		}
	}
	for _, o := range all {
		if has[kind{o.Item, o.Visible}] {
			continue
		}
		has[kind{o.Item, o.Visible}] = true
		id, err := d.add(entObservation, row{"photo": int64(photo), "item": int64(o.Item), "visible": o.Visible, "removed": 0})
		if err != nil {
			return err
		}
		if o.Status() == catalog.NotAssessed {
			continue
		}
		added := catalog.Observation{ID: id, Photo: photo, Item: o.Item, Visible: o.Visible}
		if err := d.judge(added, o.Status(), &o.Determination.Reason); err != nil {
			return err
		}
	}
	return nil
}
