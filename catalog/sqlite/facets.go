package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"iter"
	"slices"

	"waybill/catalog"
)

// countedKinds are the facets that Facets gives.
var countedKinds = []any{
	facetStatus, facetGoods, facetRoute, facetBatch, facetSource, facetType, facetKind, facetHas, facetNo,
	string(catalog.FieldCrossing), string(catalog.FieldPlace), string(catalog.FieldMonth), string(catalog.FieldMadeIn),
	string(catalog.FieldPackaging), string(catalog.FieldStage), string(catalog.FieldCamera), string(catalog.FieldWarning),
	string(catalog.FieldReview),
}

// Facets counts what the photos that a query finds have in common, the most
// frequent first within each field: of an item with those of its kinds, each photo
// once, of a month only photos that were taken within it for sure.
func (s *Store) Facets(ctx context.Context, q catalog.Query) ([]catalog.Facet, error) {
	counts, err := s.facetCounts(ctx, q)
	if err != nil {
		return nil, wrap("count facets", "", err)
	}
	places, err := s.GazetteerNow(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT f.id, f.kind, f.value, CASE f.kind
			WHEN 'goods' THEN (SELECT `+labelSQL+` FROM item WHERE id = f.value)
			WHEN 'route' THEN (SELECT `+labelSQL+` FROM route WHERE id = f.value)
			WHEN 'batch' THEN (SELECT name FROM batch WHERE id = f.value)
			WHEN 'source' THEN (SELECT alias FROM source WHERE id = f.value) END,
			CASE f.kind WHEN 'goods' THEN (SELECT `+labelSQL+` FROM item WHERE id = (SELECT parent FROM item WHERE id = f.value)) END
		FROM facet f WHERE f.photos + f.binned > 0 AND f.kind IN (`+marks(len(countedKinds))+`)`, countedKinds...)
	if err != nil {
		return nil, wrap("count facets", "", err)
	}
	defer rows.Close()
	var list []catalog.Facet
	for rows.Next() {
		var id int64
		var f catalog.Facet
		var label, parent sql.NullString
		if err := rows.Scan(&id, &f.Field, &f.Value, &label, &parent); err != nil {
			return nil, wrap("count facets", "", err)
		}
		if f.Count = counts.of(id); f.Count == 0 {
			continue
		}
		switch {
		case label.Valid:
			f.Value = label.String
		case f.Field == catalog.FieldPlace || f.Field == catalog.FieldCrossing:
			f.Value = placeLabel(f.Value, places)
		}
		if f.Field == facetGoods {
			f.Field = catalog.FieldItem
		}
		f.Label, f.Parent = f.Value, parent.String
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b catalog.Facet) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	return list, wrap("count facets", "", rows.Err())
}

// tally is how many photos have each facet, by the facet's number.
type tally []int

func (t tally) of(facet int64) int {
	if facet < 0 || facet >= int64(len(t)) {
		return 0
	}
	return t[facet]
}

// facetsAtOnce is how many photos' facets are read at once: some megabytes.
const facetsAtOnce = 200_000

// facetCounts gives how many results have each facet: kept counts when the
// query asks for all photos or for the whole bin, else a count over the results, of which no row is read.
func (s *Store) facetCounts(ctx context.Context, q catalog.Query) (tally, error) {
	p, err := s.plan(ctx, q)
	if err != nil || p.impossible {
		return nil, err
	}
	var most int64
	if err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM facet").Scan(&most); err != nil {
		return nil, err
	}
	counts := make(tally, most+1)
	if p.whole {
		return counts, s.keptCounts(ctx, counts, countColumn(p.base != 0))
	}
	by, err := s.lead(ctx, p, false)
	if err != nil {
		return nil, err
	}
	return counts, s.foundCounts(ctx, p, by, counts)
}

// foundCounts counts the facets of what a plan finds, from those kept in memory
// where they are.
func (s *Store) foundCounts(ctx context.Context, p *plan, by lead, counts tally) error {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // the photos and their facets of one state
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	table, err := s.table(ctx, tx, by.photos < s.common)
	if err != nil {
		return err
	}
	sql, add := facetsSQL, counts.add
	if table != nil {
		sql, add = seqsSQL, func(list []byte) { table.count(counts, list) }
	}
	for after := int64(0); ; {
		c := sql(p.seqs(by, after, facetsAtOnce))
		var list []byte
		var n int
		if err := tx.QueryRowContext(ctx, c.sql, c.args...).Scan(&n, &after, &list); err != nil {
			return err
		}
		add(list)
		if n < facetsAtOnce {
			return nil
		}
	}
}

// seqsSQL gives, of photos that are listed by their seqs, how many there are, the
// last one and all of them as one list.
func seqsSQL(seqs clause) clause {
	return clause{sql: "SELECT count(*), coalesce(max(seq), 0), group_concat(seq, ' ') FROM (" + seqs.sql + ")", args: seqs.args}
}

// facetsSQL gives, of photos that are listed by their seqs, how many there are,
// the last one and all their facets as one list.
func facetsSQL(seqs clause) clause {
	var c clause
	c.add("SELECT count(*), coalesce(max(p.seq), 0), group_concat(p.facets, ' ') FROM ("+seqs.sql+
		") r CROSS JOIN photo p INDEXED BY photo_found ON p.seq = r.seq", seqs.args...)
	return c
}

func (s *Store) keptCounts(ctx context.Context, counts tally, column string) error {
	rows, err := s.read.QueryContext(ctx, "SELECT id, "+column+" FROM facet")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return err
		}
		if id < int64(len(counts)) { // one that has come since has not been counted
			counts[id] = n
		}
	}
	return rows.Err()
}

// add counts the numbers in a list of them with spaces between.
func (t tally) add(list []byte) {
	for facet := range numbersIn(list) {
		t.one(int(facet))
	}
}

// numbersIn are those in a list of them with anything between.
func numbersIn(list []byte) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		number, in := int64(0), false
		for _, c := range list {
			if c >= '0' && c <= '9' {
				number, in = number*10+int64(c-'0'), true
				continue
			}
			if in && !yield(number) {
				return
			}
			number, in = 0, false
		}
		if in {
			yield(number)
		}
	}
}

// one counts a photo; one that has come since the counting began is not counted.
func (t tally) one(facet int) {
	if facet < len(t) {
		t[facet]++
	}
}
