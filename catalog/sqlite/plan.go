package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"
	"strings"

	"waybill/catalog"
)

// plan is a query with its names resolved, ready to become SQL.
type plan struct {
	facets     []facetTerm
	texts      []textTerm
	dates      []dateTerm
	steps      []stepTerm
	within     seqRange // that the photos must stand in
	impossible bool     // no photo can satisfy it
	whole      bool     // all photos, or all that lie in the bin
	base       int64    // seqRemoved to look into the bin, else 0
	gather     bool     // photos with a word are gathered, not asked for one by one
}

type dateTerm struct {
	any []moments
	not bool
}

type facetTerm struct {
	ids    []int64
	not    bool
	photos int // at most this many
}

type textTerm struct {
	match string  // "" for none
	seqs  []int64 // photos that were named by their numbers
	not   bool
}

type seqRange struct {
	from, to int64 // both included
}

// plan resolves the names in a query. A name that fits several rows means all
// of them; one that fits none is an error that says where it stands.
func (s *Store) plan(ctx context.Context, q catalog.Query) (*plan, error) {
	p := &plan{whole: true}
	for _, t := range q.Terms {
		if t.Field == catalog.FieldIs && !t.Not {
			p.base = seqRemoved
		}
	}
	p.within = seqRange{from: p.base, to: p.base + seqRemoved - 1}
	for _, t := range q.Terms {
		if err := s.planTerm(ctx, p, t); err != nil {
			return nil, wrap("find", "", err)
		}
	}
	p.joinTexts()
	return p, nil
}

// joinTexts makes one search of the index of all that words ask for: the index
// joins lists of photos faster than it answers for one photo after another.
func (p *plan) joinTexts() {
	var with, without []string
	var others []textTerm
	for _, t := range p.texts {
		switch {
		case len(t.seqs) > 0:
			others = append(others, t)
		case t.not:
			without = append(without, "("+t.match+")")
		default:
			with = append(with, "("+t.match+")")
		}
	}
	switch {
	case len(with) > 0 && len(without) > 0:
		others = append(others, textTerm{match: "(" + strings.Join(with, " AND ") + ") NOT (" + strings.Join(without, " OR ") + ")"})
	case len(with) > 0:
		others = append(others, textTerm{match: strings.Join(with, " AND ")})
	case len(without) > 0:
		others = append(others, textTerm{match: strings.Join(without, " OR "), not: true})
	}
	p.texts = others
}

// limit adds a stretch of time that photos must lie in.
func (p *plan) limit(r seqRange) {
	p.within.from, p.within.to = max(p.within.from, r.from), min(p.within.to, r.to)
	p.impossible = p.impossible || p.within.from > p.within.to
}

func (s *Store) planTerm(ctx context.Context, p *plan, t catalog.Term) error {
	if t.Field == catalog.FieldIs { // what else is looked for is not in the bin
		p.impossible = p.impossible || t.Not && p.base != 0
		return nil
	}
	p.whole = false
	switch t.Field {
	case catalog.FieldWords:
		return s.planWords(ctx, p, t)
	case catalog.FieldDate:
		d := dateTerm{not: t.Not}
		for _, c := range t.Choices() {
			d.any = append(d.any, momentsOf(c.Range, p.base))
		}
		p.dates = append(p.dates, d)
		return nil
	case catalog.FieldStep:
		return s.planStep(ctx, p, t)
	}
	f := facetTerm{not: t.Not}
	for _, c := range t.Choices() {
		kind, values, err := s.facetValues(ctx, c)
		if err == nil {
			err = s.addFacets(ctx, &f, p.base != 0, kind, values)
		}
		if err != nil {
			return err
		}
	}
	return s.planFacet(ctx, p, f)
}

// planWords looks for any of some words in the index. A photo's short id is
// found as such.
func (s *Store) planWords(ctx context.Context, p *plan, t catalog.Term) error {
	found := textTerm{not: t.Not}
	var matches []string
	for _, c := range t.Choices() {
		if id, err := catalog.ParsePhotoID(c.Value); err == nil && len(c.Value) > 2 && (c.Value[0] == 'P' || c.Value[0] == 'p') {
			var seq int64
			err := s.read.QueryRowContext(ctx, "SELECT seq FROM photo WHERE id = ?", id).Scan(&seq)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			found.seqs = append(found.seqs, seq)
			continue
		}
		match, err := matchText(ctx, s.read, c.Value, c.Phrase)
		if err != nil {
			return err
		}
		if match != "" {
			matches = append(matches, "("+match+")")
		}
	}
	found.match = strings.Join(matches, " OR ")
	switch {
	case len(found.seqs) > 0 && len(matches) == 0 && !t.Not:
		p.limit(seqRange{from: slices.Min(found.seqs), to: slices.Max(found.seqs)})
		if len(found.seqs) == 1 {
			return nil
		}
	case len(found.seqs)+len(matches) == 0:
		return nil // nothing that can be looked for
	}
	p.texts = append(p.texts, found)
	return nil
}

// planFacet adds a term. Facets that no photo ever had find nothing.
func (s *Store) planFacet(ctx context.Context, p *plan, f facetTerm) error {
	switch {
	case len(f.ids) > 0 && !f.not:
		r, err := s.stretch(ctx, f.ids, p.within)
		if err != nil {
			return err
		}
		p.facets = append(p.facets, f)
		p.limit(r)
	case len(f.ids) > 0:
		p.facets = append(p.facets, f)
	case !f.not:
		p.impossible = true
	}
	return nil
}

// addFacets looks up the facets of some values, with how many photos have them in
// the bin or beside it.
func (s *Store) addFacets(ctx context.Context, f *facetTerm, removed bool, kind string, values []string) error {
	for _, value := range values {
		var id int64
		var photos int
		err := s.read.QueryRowContext(ctx, "SELECT id, "+countColumn(removed)+" FROM facet WHERE kind = ? AND value = ?", kind, value).Scan(&id, &photos)
		if errors.Is(err, sql.ErrNoRows) || err == nil && slices.Contains(f.ids, id) {
			continue
		}
		if err != nil {
			return err
		}
		f.ids = append(f.ids, id)
		f.photos += photos
	}
	return nil
}

// stretch gives the stretch of time that the photos of some facets lie in, so
// that facets which hardly meet need not be walked to find out; within another.
func (s *Store) stretch(ctx context.Context, facets []int64, in seqRange) (seqRange, error) {
	whole := seqRange{from: math.MaxInt64, to: -1}
	for _, id := range facets {
		var from, to sql.NullInt64
		err := s.read.QueryRowContext(ctx, `SELECT (SELECT min(seq) FROM photo_facet WHERE facet = ?1 AND seq >= ?2),
			(SELECT max(seq) FROM photo_facet WHERE facet = ?1 AND seq <= ?3)`, id, in.from, in.to).Scan(&from, &to)
		if err != nil {
			return whole, err
		}
		if from.Valid && to.Valid {
			whole.from, whole.to = min(whole.from, from.Int64), max(whole.to, to.Int64)
		}
	}
	return whole, nil
}
