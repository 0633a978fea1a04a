package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
	"sync"

	"waybill/catalog"
)

// facetsKept is of how many photos the facets are kept in memory: some 80 bytes
// each. Those of more are read from the database for every count.
const facetsKept = 200_000

// facetTable is what facets photos have, as it was at one step. It does not change
// once it is made.
type facetTable struct {
	step   catalog.StepID
	seqs   []int64  // in order
	ends   []uint32 // where the facets of each photo end
	facets []uint32 // of one photo after the other
}

// facetTables keeps the last table, so that somebody who types a search waits for
// the walk to the photos alone.
type facetTables struct {
	mu   sync.Mutex // held while a table is made, so that it is made once
	last *facetTable
}

// table gives the facets of all photos in the state that a transaction sees. It
// gives nil when there are too many photos, and when the table would have to be made
// for a search that finds few.
func (s *Store) table(ctx context.Context, tx *sql.Tx, few bool) (*facetTable, error) {
	var step catalog.StepID
	var photos int64
	if err := tx.QueryRowContext(ctx, "SELECT step, (SELECT coalesce(max(id), 0) FROM photo) FROM head").Scan(&step, &photos); err != nil {
		return nil, err
	}
	s.tables.mu.Lock()
	defer s.tables.mu.Unlock()
	if t := s.tables.last; t != nil && t.step == step {
		return t, nil
	}
	s.tables.last = nil // its memory is wanted for the next
	if few || photos > s.kept {
		return nil, nil
	}
	t, err := readFacetTable(ctx, tx)
	if err != nil {
		return nil, err
	}
	t.step, s.tables.last = step, t
	return t, nil
}

func readFacetTable(ctx context.Context, tx *sql.Tx) (*facetTable, error) {
	t := &facetTable{}
	const page = 20_000
	for after := int64(0); ; {
		var n int
		var seqs, facets []byte
		err := tx.QueryRowContext(ctx, `SELECT count(*), coalesce(max(seq), 0), group_concat(seq, ' '), group_concat(facets, ';')
			FROM (SELECT seq, coalesce(facets, '') AS facets FROM photo INDEXED BY photo_found WHERE seq > ? ORDER BY seq LIMIT ?)`, after, page).
			Scan(&n, &after, &seqs, &facets)
		if err != nil {
			return nil, err
		}
		for number := range numbersIn(seqs) {
			t.seqs = append(t.seqs, number)
		}
		t.append(facets)
		if n < page {
			return t, nil
		}
	}
}

// append takes in the facets of some photos: numbers with spaces between, and a
// semicolon between two photos.
func (t *facetTable) append(lists []byte) {
	for len(t.ends) < len(t.seqs) {
		list := lists
		if end := bytes.IndexByte(lists, ';'); end >= 0 {
			list, lists = lists[:end], lists[end+1:]
		}
		for number := range numbersIn(list) {
			t.facets = append(t.facets, uint32(number))
		}
		t.ends = append(t.ends, uint32(len(t.facets)))
	}
}

// count counts the facets of photos that are listed by their seqs, with spaces
// between; in order it is fastest.
func (t *facetTable) count(counts tally, list []byte) {
	at := 0
	for seq := range numbersIn(list) {
		if at >= len(t.seqs) || t.seqs[at] != seq {
			found := false
			if at, found = slices.BinarySearch(t.seqs, seq); !found {
				continue
			}
		}
		from := uint32(0)
		if at > 0 {
			from = t.ends[at-1]
		}
		for _, facet := range t.facets[from:t.ends[at]] {
			counts.one(int(facet))
		}
		at++
	}
}
