package sqlite

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// SavePlace takes a place into the vocabulary, as one step: a new one under a key
// made from its name when it has none, else the one of its key, shipped or the
// newsroom's own, as the newsroom wants it. One that was removed is there again.
// What the place concerns is derived anew. Its errors have the codes ErrInvalid
// (see catalog.PlaceEntry.Check) and ErrAliasWord, for a name that is a source's alias.
func (s *Store) SavePlace(ctx context.Context, p catalog.PlaceEntry, by string) (string, catalog.Step, error) {
	step, err := s.words(ctx, by, func(d *door) (map[string]any, error) {
		was, _ := d.place(p.Key)
		added, err := d.savePlace(&p)
		name := p.Names.Label()
		switch {
		case added:
			return wording(didAdd, entPlace, name, ""), err
		case was.Key != "" && was.Names.Label() != name:
			return wording(didRename, entPlace, was.Names.Label(), name), err
		}
		return wording(didChange, entPlace, name, ""), err
	})
	return p.Key, step, err
}

// savePlace keeps a place as it should be, under its key or a new one, and tells
// whether it was not there.
func (d *door) savePlace(p *catalog.PlaceEntry) (added bool, err error) {
	p.Names, p.Kind = p.Names.Clean(), strings.Join(strings.Fields(p.Kind), " ")
	p.Countries = slices.Compact(slices.Sorted(slices.Values(p.Countries)))
	p.Removed, p.Merged = false, ""
	if p.Key == "" {
		if p.Key, err = d.placeKey(p.Names.Label()); err != nil {
			return false, err
		}
	}
	if err := p.Check(); err != nil {
		return false, err
	}
	shipped, isShipped := d.shippedPlace(p.Key)
	id, err := d.placeID(p.Key)
	switch {
	case err != nil:
		return false, err
	case id != 0:
		return false, d.set(entPlace, id, placeRow(*p))
	case isShipped:
		same, err := sameRow(placeRow(shipped), placeRow(*p))
		if same || err != nil {
			return false, err
		}
	case !isPlaceKey(p.Key):
		return false, &catalog.Error{Code: catalog.ErrInvalid, Op: "place key", Subject: p.Key}
	}
	_, err = d.add(entPlace, placeRow(*p))
	return !isShipped, err
}

// isPlaceKey knows the form of keys: lower case, without spaces.
func isPlaceKey(key string) bool {
	return key == strings.ToLower(key) && !strings.ContainsFunc(key, unicode.IsSpace) && naming.Fold(key) != ""
}

// placeID gives the number of the newsroom's word on a place, 0 when there is none.
func (d *door) placeID(key string) (int64, error) {
	var id int64
	err := d.queryRow("SELECT coalesce(max(id), 0) FROM place WHERE key = ?", key).Scan(&id)
	return id, err
}

func (d *door) shippedPlace(key string) (catalog.PlaceEntry, bool) {
	if d.atlas.base == nil {
		return catalog.PlaceEntry{}, false
	}
	return d.atlas.base.Place(key)
}

// placeKey makes a key that no place has, nor ever had, out of a name.
func (d *door) placeKey(name string) (string, error) {
	stem := strings.ReplaceAll(naming.Fold(name), " ", "-")
	if stem == "" {
		return "", &catalog.Error{Code: catalog.ErrInvalid, Op: "name", Subject: name}
	}
	key := stem
	for n := int64(2); ; n++ {
		_, shipped := d.shippedPlace(key)
		id, err := d.placeID(key)
		if id == 0 && !shipped || err != nil {
			return key, err
		}
		key = stem + "-" + itoa(n)
	}
}

// MergePlaces has one place stand for another, as one step: the names of from
// become further names of into, and what names from reads into. Its errors have
// the codes ErrNotFound, and ErrInvalid for a place with itself.
func (s *Store) MergePlaces(ctx context.Context, from, into, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		a, err := d.place(from)
		if err != nil {
			return nil, err
		}
		b, err := d.place(into)
		if err != nil {
			return nil, err
		}
		if from == into {
			return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "merge", Subject: b.Names.Label()}
		}
		a.Removed, a.Merged = true, into
		names := placeRow(a)
		names["key"] = "" // no name of the other place
		columns := placeRow(b)
		merged, err := mergedNames(names, columns)
		if err != nil {
			return nil, err
		}
		maps.Copy(columns, merged)
		if err := d.keepPlace(into, columns); err != nil {
			return nil, err
		}
		return wording(didMerge, entPlace, a.Names.Label(), b.Names.Label()), d.keepPlace(from, placeRow(a))
	})
}

// RemovePlace takes a place out of the vocabulary, as one step: no name and no
// point finds it any more. What names it keeps its key, which still gives its
// names, so that one in use can be removed and nothing is lost.
func (s *Store) RemovePlace(ctx context.Context, key, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		p, err := d.place(key)
		if err != nil {
			return nil, err
		}
		p.Removed = true
		return wording(didRemove, entPlace, p.Names.Label(), ""), d.keepPlace(key, placeRow(p))
	})
}

// place gives a place that is in the vocabulary, by its key.
func (d *door) place(key string) (catalog.PlaceEntry, error) {
	missing := &catalog.Error{Code: catalog.ErrNotFound, Op: "find place", Subject: key}
	places, err := d.places()
	if err != nil {
		return catalog.PlaceEntry{}, err
	}
	if places == nil {
		return catalog.PlaceEntry{}, missing
	}
	p, ok := places.Place(key)
	if !ok || p.Removed {
		return catalog.PlaceEntry{}, missing
	}
	return p, nil
}

// keepPlace gives a place the columns of its row, which may be a new one.
func (d *door) keepPlace(key string, columns row) error {
	id, err := d.placeID(key)
	if err != nil {
		return err
	}
	if id != 0 {
		return d.set(entPlace, id, columns)
	}
	_, err = d.add(entPlace, columns)
	return err
}
