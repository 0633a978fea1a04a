package sqlite

import (
	"cmp"
	"context"
	"slices"
	"time"

	"waybill/catalog"
)

// GroupKeys says which group each photo belongs to, in one walk along an index.
// Versions of one picture are not known here: for GroupAlike, as for GroupNone,
// no photo has a key.
func (s *Store) GroupKeys(ctx context.Context, by catalog.Grouping) (catalog.GroupKeys, error) {
	k := catalog.GroupKeys{Labels: map[int32]string{}}
	var err error
	switch by {
	case catalog.GroupDay:
		err = s.dayKeys(ctx, &k)
	case catalog.GroupBatch:
		if err = s.groupLabels(ctx, &k, "SELECT id, name FROM batch"); err == nil {
			err = s.groupKeys(ctx, &k, "SELECT id, batch FROM photo INDEXED BY photo_batch")
		}
	case catalog.GroupRoute:
		if err = s.groupLabels(ctx, &k, "SELECT id, "+labelSQL+" FROM route"); err == nil {
			err = s.groupKeys(ctx, &k, `SELECT x.seq & 0xFFFFFF, CAST(f.value AS INTEGER) FROM facet f JOIN photo_facet x ON x.facet = f.id
				WHERE f.kind = '`+facetRoute+`'`)
		}
	case catalog.GroupLot:
		if err = s.groupLabels(ctx, &k, "SELECT l.id, "+labelSQL+" FROM lot l JOIN item i ON i.id = l.item"); err == nil {
			err = s.groupKeys(ctx, &k, "SELECT photo, lot FROM observation WHERE lot IS NOT NULL AND removed = 0 ORDER BY lot DESC")
		}
	}
	return k, wrap("group photos", string(by), err)
}

// groupKeys reads rows of a photo and its key; of several the last counts.
func (s *Store) groupKeys(ctx context.Context, k *catalog.GroupKeys, query string) error {
	rows, err := s.read.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id catalog.PhotoID
		var key int32
		if err := rows.Scan(&id, &key); err != nil {
			return err
		}
		k.Set(id, key)
	}
	return rows.Err()
}

func (s *Store) groupLabels(ctx context.Context, k *catalog.GroupKeys, query string) error {
	rows, err := s.read.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int32
		var label string
		if err := rows.Scan(&key, &label); err != nil {
			return err
		}
		k.Labels[key] = label
	}
	return rows.Err()
}

// dayKeys reads when photos were taken: at the moment where they stand in the
// order of time, or in a stretch that is known besides.
func (s *Store) dayKeys(ctx context.Context, k *catalog.GroupKeys) error {
	rows, err := s.read.QueryContext(ctx, "SELECT seq FROM photo WHERE seq IS NOT NULL ORDER BY seq")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var seq int64
		if err := rows.Scan(&seq); err != nil {
			return err
		}
		if second, dated := secondOf(seq); dated {
			k.Set(idOf(seq), catalog.DayKey(time.Unix(second, 0), catalog.OnDay))
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return s.stretchKeys(ctx, k)
}

func (s *Store) stretchKeys(ctx context.Context, k *catalog.GroupKeys) error {
	rows, err := s.read.QueryContext(ctx, "SELECT class, seq, first, last FROM photo_span")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var class int
		var seq, first, last int64
		if err := rows.Scan(&class, &seq, &first, &last); err != nil {
			return err
		}
		from, to := time.Unix(first, 0), time.Unix(last, 0)
		earliest, latest := &from, &to
		switch class {
		case spanNoStart:
			earliest = nil
		case spanNoEnd:
			latest = nil
		}
		k.Set(idOf(seq), catalog.DayKeyOf(earliest, latest))
	}
	return rows.Err()
}

// RoutesAmong counts the routes of some photos, the most frequent first; photos
// without one are not counted.
func (s *Store) RoutesAmong(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Facet, error) {
	counts := map[string]int{}
	for part := range slices.Chunk(ids, chunk) {
		if err := s.countRoutes(ctx, counts, part); err != nil {
			return nil, wrap("count routes", "", err)
		}
	}
	list := make([]catalog.Facet, 0, len(counts))
	for name, n := range counts {
		list = append(list, catalog.Facet{Field: catalog.FieldRoute, Value: name, Label: name, Count: n})
	}
	slices.SortFunc(list, func(a, b catalog.Facet) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Label, b.Label)) })
	return list, nil
}

func (s *Store) countRoutes(ctx context.Context, counts map[string]int, ids []catalog.PhotoID) error {
	rows, err := s.read.QueryContext(ctx, `SELECT (SELECT `+labelSQL+` FROM route WHERE id = coalesce(p.route, b.route)), count(*)
		FROM photo p JOIN batch b ON b.id = p.batch WHERE coalesce(p.route, b.route) IS NOT NULL AND p.id IN (`+marks(len(ids))+`)
		GROUP BY coalesce(p.route, b.route)`, idArgs(ids)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			return err
		}
		counts[name] += n
	}
	return rows.Err()
}
