package sqlite

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"waybill/catalog"
)

// commonFrom is how many matches make a word or facet common, see Store.common.
const commonFrom = 20_000

// lead is what a search walks: the facet with the fewest photos, a text, or
// all photos; when that is long, within the moments of a date.
type lead struct {
	facet, text, date int // indexes, -1 for none
	photos            int // that it has at most
}

// lead picks what to walk. Where words are all that is asked for, they lead, and
// how many photos have them is counted only when that is asked for too.
func (s *Store) lead(ctx context.Context, p *plan, size bool) (by lead, err error) {
	by = lead{-1, -1, -1, catalog.MaxPhotos}
	if len(p.facets)+len(p.dates) == 0 && len(p.texts) == 1 && !p.texts[0].not && len(p.texts[0].seqs) == 0 && !size {
		by.text = 0
		return by, nil
	}
	for i, f := range p.facets {
		if !f.not && f.photos < by.photos && len(f.ids) <= maxArms {
			by = lead{i, -1, -1, f.photos}
		}
	}
	for i, t := range p.texts {
		if t.not || len(t.seqs) > 0 || by.photos < 1000 {
			continue
		}
		n, err := s.atMost(ctx, min(by.photos, s.common), "photo_text WHERE photo_text MATCH ?", t.match)
		if err != nil {
			return by, err
		}
		if n < by.photos {
			by = lead{-1, i, -1, n}
		}
	}
	if by.photos >= s.common {
		by.date = p.narrowest(by)
	}
	return by, nil
}

// maxArms is how many indexes a search walks at most; SQLite joins no more than
// 500 (sqlite.org/limits.html, number 6).
const maxArms = 400

// narrowest gives the date that asks for the shortest stretch, -1 when none does.
// Each of its stretches is walked by itself, over each facet that leads.
func (p *plan) narrowest(by lead) int {
	facets := 1
	if by.facet >= 0 {
		facets = len(p.facets[by.facet].ids)
	}
	best, shortest := -1, int64(0)
	for i, d := range p.dates {
		if d.not || len(d.any)*(2*facets+spanNoStart) > maxArms {
			continue
		}
		length := int64(0)
		for _, m := range d.any {
			in := m.inside()
			length += (in.to - in.from) >> 8 // so that the sum of all stretches fits
		}
		if best < 0 || length < shortest {
			best, shortest = i, length
		}
	}
	return best
}

// atMost counts rows, but no more than a limit.
func (s *Store) atMost(ctx context.Context, limit int, from string, args ...any) (int, error) {
	var n int
	err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM "+from+" LIMIT ?)", append(args, limit)...).Scan(&n)
	return n, err
}

// Cursor is a place in a list of results. The zero value is before the first.
type Cursor struct {
	seq  int64
	name string
	id   catalog.PhotoID
}

// Find gives at most limit photos that a query finds, in order, after a cursor,
// and the cursor for the next page. Errors of the query have the code ErrQuery.
func (s *Store) Find(ctx context.Context, q catalog.Query, sort catalog.Sort, after Cursor, limit int) ([]catalog.PhotoID, Cursor, error) {
	search, err := s.search(ctx, q, sort)
	if err != nil || search == nil {
		return nil, after, err
	}
	found, next, err := search.page(ctx, after, limit)
	return found.ids, next, err
}

// FindAll gives every photo that a query finds, in order, page by page.
func (s *Store) FindAll(ctx context.Context, q catalog.Query, sort catalog.Sort, pageSize int) iter.Seq2[[]catalog.PhotoID, error] {
	return func(yield func([]catalog.PhotoID, error) bool) {
		for page, err := range s.pages(ctx, q, sort, pageSize) {
			if !yield(page.ids, err) {
				return
			}
		}
	}
}

// FindPlaced is FindAll with where in the order the photos of a page stand.
func (s *Store) FindPlaced(ctx context.Context, q catalog.Query, sort catalog.Sort, pageSize int) iter.Seq2[catalog.Listing, error] {
	return func(yield func(catalog.Listing, error) bool) {
		for page, err := range s.pages(ctx, q, sort, pageSize) {
			if !yield(catalog.NewListing(sort, page.ids, page.places()), err) {
				return
			}
		}
	}
}

func (s *Store) pages(ctx context.Context, q catalog.Query, sort catalog.Sort, pageSize int) iter.Seq2[found, error] {
	return func(yield func(found, error) bool) {
		search, err := s.search(ctx, q, sort)
		if err != nil {
			yield(found{}, err)
			return
		}
		size := pageSize
		for at := (Cursor{}); search != nil; {
			page, next, err := search.page(ctx, at, size)
			if err != nil {
				yield(found{}, err)
				return
			}
			for part := range page.parts(pageSize) {
				if !yield(part, nil) {
					return
				}
			}
			if len(page.ids) < size {
				return
			}
			at, size = next, max(pageSize, pagesAhead) // the first page comes first
		}
	}
}

// pagesAhead is how many photos are read at once when somebody wants all of them.
const pagesAhead = 20_000

// search is a query that is ready to give pages.
type search struct {
	store *Store
	plan  *plan
	sort  catalog.Sort
	by    lead
	few   bool // so few results that they can be gathered and sorted
}

// search prepares a query; nil when nothing can satisfy it.
func (s *Store) search(ctx context.Context, q catalog.Query, sort catalog.Sort) (*search, error) {
	p, err := s.plan(ctx, q)
	if err != nil || p.impossible {
		return nil, err
	}
	by, err := s.lead(ctx, p, sort != catalog.SortTaken)
	if err != nil {
		return nil, wrap("find", "", err)
	}
	count := by.photos
	if sort != catalog.SortTaken && (by.date >= 0 || by.facet < 0 && by.text < 0) {
		wider := *p
		wider.texts = nil // to try words on thousands of photos takes longer than it saves
		c := wider.seqs(lead{by.facet, -1, by.date, by.photos}, 0, s.common)
		if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM ("+c.sql+")", c.args...).Scan(&count); err != nil {
			return nil, wrap("find", "", err)
		}
	}
	return &search{store: s, plan: p, sort: sort, by: by, few: count < s.common}, nil
}

func (s *search) page(ctx context.Context, after Cursor, limit int) (found, Cursor, error) {
	if s.sort != catalog.SortTaken {
		page, next, err := s.otherOrder(ctx, after, limit)
		return page, next, wrap("find", "", err)
	}
	c := s.plan.seqs(s.by, after.seq, limit)
	seqs, err := column[int64](ctx, s.store.read, c.sql, c.args...)
	if err != nil || len(seqs) == 0 {
		return found{}, after, wrap("find", "", err)
	}
	ids := make([]catalog.PhotoID, len(seqs))
	for i, seq := range seqs {
		ids[i] = idOf(seq)
	}
	return found{ids: ids, seqs: seqs}, Cursor{seq: seqs[len(seqs)-1]}, nil
}

// otherOrder lists photos by name or by number. Few matches are gathered first;
// many are met by walking all photos in that order.
func (s *search) otherOrder(ctx context.Context, after Cursor, limit int) (found, Cursor, error) {
	var c clause
	order, walked, standing := "p.id", "photo_number", "p.added"
	if s.sort == catalog.SortName {
		order, walked, standing = "p.name_key, p.id", "photo_name", "p.name_key"
	}
	from := "SELECT p.id, p.name_key, " + standing + " FROM photo p "
	in := "p.removed IS NULL"
	if s.plan.base != 0 {
		in = "p.removed = 1"
	}
	if s.few {
		inner := s.plan.seqs(s.by, 0, catalog.MaxPhotos)
		c.add(from+"WHERE p.seq IN (SELECT seq FROM ("+inner.sql+"))", inner.args...)
	} else {
		s.plan.gather = limit >= gatherFrom
		c.add(from+"INDEXED BY "+walked+" WHERE "+in+" AND +p.seq BETWEEN ? AND ?", s.plan.within.from, s.plan.within.to)
		cond := s.plan.conditions("+p.seq", lead{-1, -1, -1, catalog.MaxPhotos}) // "+" keeps the walk in the wanted order
		c.add(cond.sql, cond.args...)
	}
	if s.sort == catalog.SortName {
		c.add(" AND (p.name_key, p.id) > (?, ?)", after.name, after.id)
	} else {
		c.add(" AND p.id > ?", after.id)
	}
	c.add(" ORDER BY "+order+" LIMIT ?", limit)
	rows, err := s.store.read.QueryContext(ctx, c.sql, c.args...)
	if err != nil {
		return found{}, after, err
	}
	defer rows.Close()
	page := found{sort: s.sort}
	var at string
	for rows.Next() {
		if err := rows.Scan(&after.id, &after.name, &at); err != nil {
			return found{}, after, err
		}
		page.ids, page.standing = append(page.ids, after.id), append(page.standing, at)
	}
	return page, after, rows.Err()
}

// Count gives how many photos a query finds.
func (s *Store) Count(ctx context.Context, q catalog.Query) (int, error) {
	p, err := s.plan(ctx, q)
	if err != nil || p.impossible {
		return 0, err
	}
	var n int
	if p.whole {
		err = s.read.QueryRowContext(ctx, "SELECT coalesce(sum("+countColumn(p.base != 0)+"), 0) FROM facet WHERE kind = ?", facetStatus).Scan(&n)
		return n, wrap("count", "", err)
	}
	by, err := s.lead(ctx, p, false)
	if err != nil {
		return 0, wrap("count", "", err)
	}
	c := p.seqs(by, 0, catalog.MaxPhotos)
	err = s.read.QueryRowContext(ctx, fmt.Sprintf("SELECT count(*) FROM (%s)", strings.TrimSpace(c.sql)), c.args...).Scan(&n)
	return n, wrap("count", "", err)
}
