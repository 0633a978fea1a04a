package app

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

// maxLoosened is how many conditions are tried to be left out.
const maxLoosened = 8

// explainEmpty says in an empty gallery what to do next: which condition
// stands in the way, or how photos come in.
func (s *session) explainEmpty(empty bool) {
	if !empty {
		return
	}
	if q := s.search.query; len(q.Terms) > 0 {
		s.gallery.SetEmpty(s.words.T("search.none"), s.words.T("search.none_hint"))
		s.loosen(q)
		return
	}
	s.gallery.SetEmpty(s.words.T("app.empty"), s.words.T("app.empty_hint"))
}

// without is a condition, and how many photos are found without it.
type without struct {
	text  string
	count int
}

// loosen looks for the condition without which most photos are found.
func (s *session) loosen(q catalog.Query) {
	task.Run(s.tasks, func(ctx context.Context) (without, error) {
		var best without
		for _, t := range q.Terms[:min(len(q.Terms), maxLoosened)] {
			n, err := s.catalogue.Count(ctx, q.Without(t))
			if err != nil {
				return best, err
			}
			if n > best.count {
				best = without{catalog.Query{Terms: []catalog.Term{t}}.String(), n}
			}
		}
		return best, nil
	}, func(best without, err error) {
		if err == nil && best.count > 0 && s.search.query.String() == q.String() {
			s.gallery.SetEmpty(s.words.T("search.none"), s.words.N("search.without", best.count, "term", best.text))
		}
	})
}
