package sqlite

import "waybill/catalog"

// merging is one merge that is under way.
type merging struct {
	Merged
	*door
	entries              map[string]*catalog.ItemEntry
	items, routes, units map[string]known // by key
	done                 map[string]int64 // items that were merged
}

// known is an entry that the vocabulary has or had.
type known struct {
	id      int64
	removed bool
}

// keys gives the entries by their keys.
func (d *door) keys(entity string) (map[string]known, error) {
	rows, err := d.query("SELECT key, id, coalesce(removed, 0) FROM " + entity)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	entries := map[string]known{}
	for rows.Next() {
		var key string
		var k known
		if err := rows.Scan(&key, &k.id, &k.removed); err != nil {
			return nil, err
		}
		entries[key] = k
	}
	return entries, rows.Err()
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
		if k, ok := m.items[key]; ok && !k.removed {
			return k.id, nil
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
	if err := item.Check(); err != nil {
		return 0, err
	}
	columns := itemRow(item)
	k, known := m.items[key]
	id := k.id
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
	if err := r.Check(); err != nil {
		return err
	}
	k, known := m.routes[r.Key]
	if !known {
		m.Added++
		r.Own = true
		return m.newRoute(r)
	}
	return m.change(func() error {
		columns := routeColumns(r)
		columns["removed"] = nil
		if err := m.set(entRoute, k.id, columns); err != nil {
			return err
		}
		return m.setLegs(k.id, r.Legs)
	})
}

func (m *merging) unit(u catalog.Unit) error {
	if err := u.Check(); err != nil {
		return err
	}
	k, known := m.units[u.Key]
	if !known {
		m.Added++
		u.Own = true
		return m.newUnit(u)
	}
	return m.change(func() error {
		columns := unitColumns(u)
		columns["removed"] = nil
		return m.set(entUnit, k.id, columns)
	})
}

func (m *merging) place(p catalog.PlaceEntry) error {
	before := m.changes
	added, err := m.savePlace(&p)
	switch {
	case added:
		m.Added++
	case m.changes > before:
		m.Changed++
	default:
		m.Same++
	}
	return err
}

// noCircles refuses an item that is a kind of itself.
func (m *merging) noCircles() error {
	rows, err := m.query("SELECT id, parent FROM item WHERE parent IS NOT NULL")
	if err != nil {
		return err
	}
	defer rows.Close()
	above := map[int64]int64{}
	for rows.Next() {
		var id, parent int64
		if err := rows.Scan(&id, &parent); err != nil {
			return err
		}
		above[id] = parent
	}
	if err := rows.Err(); err != nil {
		return err
	}
	walked := map[int64]int64{} // from which item each was met first
	for start := range above {
		for at := start; at != 0 && walked[at] == 0; at = above[at] {
			if walked[at] = start; walked[above[at]] == start {
				return &catalog.Error{Code: catalog.ErrInvalid, Op: "parent", Subject: m.labelsText([]catalog.ItemID{catalog.ItemID(at)})}
			}
		}
	}
	return nil
}
