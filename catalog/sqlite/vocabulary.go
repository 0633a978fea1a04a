package sqlite

import (
	"context"
	"encoding/json"

	"waybill/catalog"
)

// Merged says what became of tables that were taken into the vocabulary.
type Merged struct {
	Added, Changed, Same int // items and routes
}

// MergeVocabulary takes items and routes into the vocabulary by their keys, in
// one step: what is there is changed to what they say, what is not is added, and
// the rest of the vocabulary stays. Parents must be among the items or in the
// vocabulary (ErrNotFound), and must not go in circles.
func (s *Store) MergeVocabulary(ctx context.Context, items []catalog.ItemEntry, routes []catalog.Route, by string) (Merged, catalog.Step, error) {
	var merged Merged
	step, err := s.do(ctx, &action{name: catalog.ActionWords, actor: by}, func(d *door) (map[string]any, error) {
		m := merging{door: d, entries: map[string]*catalog.ItemEntry{}, done: map[string]int64{}}
		for i := range items {
			m.entries[items[i].Key] = &items[i]
		}
		var err error
		if m.items, err = d.keys(entItem); err != nil {
			return nil, err
		}
		if m.routes, err = d.keys(entRoute); err != nil {
			return nil, err
		}
		for i := range items {
			if _, err := m.item(items[i].Key); err != nil {
				return nil, err
			}
		}
		for _, r := range routes {
			if err := m.route(r); err != nil {
				return nil, err
			}
		}
		merged = m.Merged
		return map[string]any{"entries": m.Added + m.Changed, "added": m.Added, "changed": m.Changed}, nil
	})
	return merged, step, err
}

// merging is one merge that is under way.
type merging struct {
	Merged
	*door
	entries       map[string]*catalog.ItemEntry
	items, routes map[string]int64 // in the vocabulary, by key
	done          map[string]int64 // items that were merged
}

// keys gives the numbers of rows by their keys.
func (d *door) keys(entity string) (map[string]int64, error) {
	rows, err := d.query("SELECT key, id FROM " + entity)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := map[string]int64{}
	for rows.Next() {
		var key string
		var id int64
		if err := rows.Scan(&key, &id); err != nil {
			return nil, err
		}
		ids[key] = id
	}
	return ids, rows.Err()
}

// item merges an item after its parents, and gives its number.
func (m *merging) item(key string) (int64, error) {
	if id, ok := m.done[key]; ok {
		if id == 0 { // it is being merged
			return 0, &catalog.Error{Code: catalog.ErrInvalid, Op: "merge vocabulary", Subject: key}
		}
		return id, nil
	}
	e := m.entries[key]
	if e == nil {
		if id, ok := m.items[key]; ok {
			return id, nil
		}
		return 0, &catalog.Error{Code: catalog.ErrNotFound, Op: "merge vocabulary", Subject: key}
	}
	m.done[key] = 0
	item := e.Item
	item.Parent = 0
	if e.ParentKey != "" {
		parent, err := m.item(e.ParentKey)
		if err != nil {
			return 0, err
		}
		item.Parent = catalog.ItemID(parent)
	}
	columns := itemRow(item)
	id, known := m.items[key]
	var err error
	if known {
		delete(columns, "own")
		err = m.change(func() error { return m.set(entItem, id, columns) })
	} else {
		columns["own"] = true
		m.Added++
		id, err = m.add(entItem, columns)
	}
	m.done[key] = id
	return id, err
}

// change counts whether something changes.
func (m *merging) change(work func() error) error {
	before := m.changes
	err := work()
	if m.changes > before {
		m.Changed++
	} else {
		m.Same++
	}
	return err
}

func (m *merging) route(r catalog.Route) error {
	id, known := m.routes[r.Key]
	if !known {
		m.Added++
		return m.newRoute(r)
	}
	return m.change(func() error {
		n := r.Names
		if err := m.set(entRoute, id, row{"en": n.English, "ko": n.Korean, "zh": n.Chinese, "also": n.AlsoKnownAs}); err != nil {
			return err
		}
		legs, err := column[int64](m.ctx, m.door, "SELECT id FROM leg WHERE route = ? ORDER BY n", id)
		if err != nil {
			return err
		}
		for i, l := range r.Legs {
			if i < len(legs) {
				err = m.set(entLeg, legs[i], legRow(id, i, l))
			} else {
				_, err = m.add(entLeg, legRow(id, i, l))
			}
			if err != nil {
				return err
			}
		}
		for _, leg := range legs[min(len(r.Legs), len(legs)):] {
			before, err := m.get(entLeg, leg)
			if err != nil {
				return err
			}
			if err := m.put(entLeg, leg, before, nil); err != nil {
				return err
			}
		}
		return nil
	})
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
		if entity == entRoute {
			kind = facetRoute
		}
	default:
		return nil
	}
	photos, err := column[catalog.PhotoID](d.ctx, d, `SELECT p.id FROM facet f JOIN photo_facet x ON x.facet = f.id JOIN photo p ON p.seq = x.seq
		WHERE f.kind = ? AND f.value = ?`, kind, itoa(owner))
	for _, photo := range photos {
		d.touched[photo] = true
	}
	return err
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
