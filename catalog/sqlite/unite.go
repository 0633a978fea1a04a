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
// step: items with the status in force, unless the others' differ, and route,
// caption and note where a photo has none of its own. What a photo has already
// stays. It is meant for versions of one picture.
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
		var observations []catalog.Observation
		for part := range slices.Chunk(ids, chunk) {
			some, err := observationsOf(d.ctx, d, part)
			if err != nil {
				return nil, err
			}
			observations = append(observations, some...)
		}
		unspecified, err := d.unspecified()
		if err != nil {
			return nil, err
		}
		goods := union(observations, unspecified)
		for _, id := range ids {
			if err := d.set(entPhoto, int64(id), fillIn(unitable(rows[id]), own)); err != nil {
				return nil, err
			}
			of := slices.DeleteFunc(slices.Clone(observations), func(o catalog.Observation) bool { return o.Photo != id })
			if err := d.uniteObservations(id, of, goods, unspecified); err != nil {
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

// shared is goods that a photo shows or is said to show, with the judgement
// that those photos agree on which have one.
type shared struct {
	item    catalog.ItemID
	visible bool
	judged  *catalog.Determination
}

// union gives the goods of all photos, each once. Unspecified goods stand in for
// those that nobody has named: where any are named they go.
func union(all []catalog.Observation, unspecified catalog.ItemID) []shared {
	var list []shared
	differ := map[int]bool{}
	named := slices.ContainsFunc(all, func(o catalog.Observation) bool { return o.Item != unspecified })
	for _, o := range all {
		if named && o.Item == unspecified {
			continue
		}
		i := slices.IndexFunc(list, func(s shared) bool { return s.item == o.Item && s.visible == o.Visible })
		if i < 0 {
			i = len(list)
			list = append(list, shared{item: o.Item, visible: o.Visible})
		}
		switch judged := list[i].judged; {
		case o.Status() == catalog.NotAssessed || differ[i]:
		case judged == nil:
			list[i].judged = o.Determination
		case judged.Status != o.Status():
			list[i].judged, differ[i] = nil, true
		}
	}
	return list
}

// uniteObservations adds to a photo what the others show or are said to show;
// the first of it takes the place of goods that nobody has named.
func (d *door) uniteObservations(photo catalog.PhotoID, own []catalog.Observation, all []shared, unspecified catalog.ItemID) error {
	for _, s := range all {
		if slices.ContainsFunc(own, func(o catalog.Observation) bool { return o.Item == s.item && o.Visible == s.visible }) {
			continue
		}
		added := catalog.Observation{Photo: photo, Item: s.item, Visible: s.visible}
		var err error
		if i := slices.IndexFunc(own, func(o catalog.Observation) bool { return o.Item == unspecified }); i >= 0 {
			added.ID, added.Determination = own[i].ID, own[i].Determination
			own = slices.Delete(slices.Clone(own), i, i+1)
			err = d.set(entObservation, added.ID, row{"item": int64(s.item), "visible": s.visible, "lot": nil})
		} else {
			added.ID, err = d.add(entObservation, row{"photo": int64(photo), "item": int64(s.item), "visible": s.visible, "removed": 0})
		}
		if err == nil && s.judged != nil && added.Status() == catalog.NotAssessed {
			err = d.determine(added.ID, Judgement{Status: s.judged.Status, Legal: s.judged.Legal, Reason: s.judged.Reason})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
