package sqlite

import (
	"context"
	"encoding/json"

	"waybill/catalog"
)

// Merged says what became of tables that were taken into the vocabulary.
type Merged struct {
	Added, Changed, Same int // entries of all tables
}

// Tables are entries to be taken into the vocabulary, by their keys.
type Tables struct {
	Items  []catalog.ItemEntry
	Routes []catalog.Route
	Units  []catalog.Unit
	Places []catalog.PlaceEntry
}

// MergeVocabulary takes tables into the vocabulary by their keys, in one step:
// what is there is changed to what they say, what was removed is there again,
// what is not is added, and the rest of the vocabulary stays. Parents must be
// among the items or in the vocabulary (ErrNotFound), and must not go in circles
// (ErrInvalid). A name that is the alias of a source is refused (ErrAliasWord).
func (s *Store) MergeVocabulary(ctx context.Context, tables Tables, by string) (Merged, catalog.Step, error) {
	var merged Merged
	step, err := s.words(ctx, by, func(d *door) (map[string]any, error) {
		m := merging{door: d, entries: map[string]*catalog.ItemEntry{}, done: map[string]int64{}}
		if err := m.tables(tables); err != nil {
			return nil, err
		}
		merged = m.Merged
		return map[string]any{"entries": m.Added + m.Changed, "added": m.Added, "changed": m.Changed}, nil
	})
	return merged, step, err
}

func (m *merging) tables(t Tables) error {
	if err := m.takeItems(t.Items); err != nil {
		return err
	}
	var err error
	if m.routes, err = m.keys(entRoute); err != nil {
		return err
	}
	if err := each(t.Routes, m.route); err != nil {
		return err
	}
	if m.units, err = m.keys(entUnit); err != nil {
		return err
	}
	if err := each(t.Units, m.unit); err != nil {
		return err
	}
	if len(t.Units) > 0 {
		if err := m.recount(); err != nil {
			return err
		}
	}
	return each(t.Places, m.place)
}

// each does something with each entry until one cannot be taken.
func each[T any](list []T, take func(T) error) error {
	for _, entry := range list {
		if err := take(entry); err != nil {
			return err
		}
	}
	return nil
}

func (m *merging) takeItems(items []catalog.ItemEntry) error {
	var err error
	if m.items, err = m.keys(entItem); err != nil {
		return err
	}
	for i := range items {
		m.entries[items[i].Key] = &items[i]
	}
	for i := range items {
		if _, err := m.item(items[i].Key); err != nil {
			return err
		}
	}
	if len(items) == 0 {
		return nil
	}
	return m.noCircles()
}

// touchNamed has the photos derived anew that are found by the names of an item
// or a route that changed.
func (d *door) touchNamed(entity string, id int64, before, after row) error {
	kind, owner := facetItem, id
	switch entity {
	case entLeg:
		r := after
		if r == nil {
			r = before
		}
		kind = facetRoute
		owner, _ = r["route"].(int64)
	case entItem, entRoute:
		if before == nil || after == nil { // no photo has it
			return nil
		}
		switch {
		case entity == entRoute:
			kind = facetRoute
		case before["parent"] != after["parent"]:
			kind, d.index.above = facetGoods, map[int64][]int64{}
		}
	default:
		return nil
	}
	photos, err := column[catalog.PhotoID](d.ctx, d, `SELECT p.id FROM facet f JOIN photo_facet x ON x.facet = f.id JOIN photo p ON p.seq = x.seq
		WHERE f.kind = ? AND f.value = ?`, kind, itoa(owner))
	for _, photo := range photos {
		d.touched.add(photo)
	}
	return err
}

// above gives an item and what it is a kind of, at any depth.
func (d *door) above(item int64) ([]int64, error) {
	if list, ok := d.index.above[item]; ok {
		return list, nil
	}
	list, err := column[int64](d.ctx, d, `WITH RECURSIVE up (id) AS (VALUES (?)
		UNION SELECT i.parent FROM item i JOIN up ON i.id = up.id WHERE i.parent IS NOT NULL) SELECT id FROM up`, item)
	d.index.above[item] = list
	return list, err
}

// kindsOf adds to items all that are kinds of them, at any depth.
func kindsOf(ctx context.Context, q querier, items []int64) ([]int64, error) {
	list, err := json.Marshal(items)
	if err != nil {
		return nil, err
	}
	return column[int64](ctx, q, `WITH RECURSIVE kin (id) AS (SELECT value FROM json_each(?)
		UNION SELECT i.id FROM item i JOIN kin ON i.parent = kin.id) SELECT id FROM kin`, string(list))
}
