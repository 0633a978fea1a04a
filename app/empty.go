package app

import (
	"cmp"
	"context"
	"slices"

	"waybill/app/gallery"
	"waybill/app/task"
	"waybill/catalog"
)

// maxLoosened is how many conditions are tried to be left out, and maxWays how
// many of them are offered.
const (
	maxLoosened = 8
	maxWays     = 5
)

// explainEmpty says in an empty gallery what to do next: which conditions
// stand in the way, or how photos come in.
func (s *session) explainEmpty(empty bool) {
	s.loosened.Cancel()
	if !empty {
		s.gallery.SetWays(nil)
		return
	}
	q := s.search.query
	if q.String() == binQuery().String() {
		s.gallery.SetEmpty(s.words.T("app.bin.empty"), s.words.T("app.bin.empty_hint"))
		return
	}
	if len(q.Terms) > 0 {
		s.gallery.SetEmpty(s.words.T("search.none"), s.words.T("search.none_hint"))
		s.loosen(q)
		return
	}
	s.gallery.SetEmpty(s.words.T("app.empty"), s.words.T("app.empty_hint"))
}

// without is a query with a condition less, and how many photos it finds.
type without struct {
	term  catalog.Term
	inBin bool // it is found there instead
	query catalog.Query
	count int
}

// loosen offers to leave out a condition, the one without which most photos are
// found first; all of them, when none helps by itself.
func (s *session) loosen(q catalog.Query) {
	task.Ask(s.tasks, &s.loosened, func(ctx context.Context, partial func([]without)) error {
		found, err := loosenings(ctx, s.catalogue, q)
		if err == nil {
			partial(found)
		}
		return err
	}, func(found []without) {
		ways := make([]gallery.Way, len(found))
		for i, w := range found {
			text := s.words.N("search.clear", w.count)
			switch {
			case w.inBin:
				text = s.words.N("search.in_bin", w.count)
			case w.term.Value != "":
				text = s.words.N("search.without", w.count, "term", catalog.Query{Terms: []catalog.Term{w.term}}.String())
			}
			ways[i] = gallery.Way{Text: text, Go: func() {
				s.search.setQuery(w.query)
				s.toGallery()
			}}
		}
		s.gallery.SetWays(ways)
	}, func(error) {}) // the hint that is there stays
}

type counter interface {
	Count(ctx context.Context, q catalog.Query) (int, error)
}

func loosenings(ctx context.Context, store counter, q catalog.Query) ([]without, error) {
	var list []without
	for _, t := range q.Terms[:min(len(q.Terms), maxLoosened)] {
		w := without{term: t, query: q.Without(t)}
		if slices.ContainsFunc(list, func(have without) bool { return have.term.Same(t) }) {
			continue
		}
		var err error
		if w.count, err = store.Count(ctx, w.query); err != nil {
			return nil, err
		}
		if w.count > 0 {
			list = append(list, w)
		}
	}
	slices.SortStableFunc(list, func(a, b without) int { return cmp.Compare(b.count, a.count) })
	list = list[:min(len(list), maxWays)]
	if !inBin(q) {
		gone := without{query: catalog.Query{Terms: append(slices.Clone(q.Terms), binQuery().Terms...)}, inBin: true}
		var err error
		if gone.count, err = store.Count(ctx, gone.query); err != nil {
			return nil, err
		}
		if gone.count > 0 {
			list = append(list, gone)
		}
	}
	if len(list) > 0 {
		return list, nil
	}
	all, err := store.Count(ctx, catalog.Query{})
	if err != nil || all == 0 {
		return nil, err
	}
	return []without{{count: all}}, nil
}
