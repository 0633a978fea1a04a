package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"waybill/catalog"
)

// Facets counts the statuses, items, routes, batches, sources and types among
// the photos that a query finds, the most frequent first within each field.
func (s *Store) Facets(ctx context.Context, q catalog.Query) ([]catalog.Facet, error) {
	counts, err := s.facetCounts(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT f.id, f.kind, f.value, CASE f.kind
			WHEN 'item' THEN (SELECT `+labelSQL+` FROM item WHERE id = f.value)
			WHEN 'route' THEN (SELECT `+labelSQL+` FROM route WHERE id = f.value)
			WHEN 'batch' THEN (SELECT name FROM batch WHERE id = f.value)
			WHEN 'source' THEN (SELECT alias FROM source WHERE id = f.value) END
		FROM facet f WHERE f.kind IN ('status', 'item', 'route', 'batch', 'source', 'type', 'kind')`)
	if err != nil {
		return nil, wrap("count facets", "", err)
	}
	defer rows.Close()
	var list []catalog.Facet
	for rows.Next() {
		var id int64
		var f catalog.Facet
		var label sql.NullString
		if err := rows.Scan(&id, &f.Field, &f.Value, &label); err != nil {
			return nil, wrap("count facets", "", err)
		}
		if f.Count = counts[id]; f.Count == 0 {
			continue
		}
		if f.Label = f.Value; label.Valid {
			f.Value, f.Label = label.String, label.String
		}
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b catalog.Facet) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	return list, wrap("count facets", "", rows.Err())
}

// facetCounts gives how many results have each facet: kept counts when the
// query is empty, else a count over the results.
func (s *Store) facetCounts(ctx context.Context, q catalog.Query) (map[int64]int, error) {
	counts := map[int64]int{}
	p, err := s.plan(ctx, q)
	if err != nil || p.impossible {
		return counts, err
	}
	text, args := "SELECT id, "+countColumn(p.base != 0)+" FROM facet", []any(nil)
	byPhoto := !p.whole
	if byPhoto {
		by, _, err := s.lead(ctx, p)
		if err != nil {
			return nil, wrap("count facets", "", err)
		}
		c := p.seqs(by, 0, catalog.MaxPhotos)
		text, args = "SELECT p.facets, 0 FROM (SELECT seq FROM ("+c.sql+")) r JOIN photo p ON p.seq = r.seq", c.args
	}
	rows, err := s.read.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, wrap("count facets", "", err)
	}
	defer rows.Close()
	for rows.Next() {
		var list string
		var n int
		if err := rows.Scan(&list, &n); err != nil {
			return nil, wrap("count facets", "", err)
		}
		if byPhoto {
			err = countFacets(counts, list)
		} else {
			var id int64
			id, err = strconv.ParseInt(list, 10, 64)
			counts[id] = n
		}
		if err != nil {
			return nil, wrap("count facets", "", err)
		}
	}
	return counts, wrap("count facets", "", rows.Err())
}

func countFacets(counts map[int64]int, list string) error {
	for field := range strings.FieldsSeq(list) {
		id, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return err
		}
		counts[id]++
	}
	return nil
}
