package app

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"waybill/app/task"
	"waybill/catalog"
)

// errLater is for a step that is no longer the last.
var errLater = errors.New("another step came after it")

// offered is a step that a message offers to undo.
type offered struct {
	step catalog.Step
	text string
}

// withdraw takes the offer back once another step is the last.
func (s *session) withdraw(n news) {
	if o := s.offered; o.text != "" && n.head >= o.step.ID && (n.undo == nil || n.undo.ID != o.step.PartOf) {
		s.offered = offered{}
		s.retract(o.text)
	}
}

// offerUndo says what a step did, and offers to take that back and nothing else.
func (s *session) offerUndo(step catalog.Step) {
	s.offered = offered{step, s.words.T("app.did", "step", s.words.Step(step))}
	s.offer(s.offered.text, s.words.T("app.undo"), func() {
		s.focusMiddle()
		s.reverse(func(ctx context.Context, by string) (catalog.Step, error) {
			last, _, err := s.catalogue.Undoable(ctx)
			if err != nil {
				return catalog.Step{}, err
			}
			if last == nil || last.ID != step.PartOf {
				return catalog.Step{}, errLater
			}
			return s.catalogue.Undo(ctx, by)
		})
	})
}

// reverse undoes or redoes off the UI thread. The change is noticed like any
// other; then the photos that it touched are selected.
func (s *session) reverse(do func(ctx context.Context, by string) (catalog.Step, error)) {
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) { return do(ctx, "") }, func(step catalog.Step, err error) {
		if errors.Is(err, errLater) {
			s.say(s.words.T("app.undo.later"))
			return
		}
		s.changes.stepped()
		if err != nil {
			s.fail(err)
			return
		}
		if s.comparing() {
			s.versions.Again()
		}
		s.say(s.words.T("app.did", "step", s.words.Step(step)))
		s.once = func() (done bool) {
			if s.changes.head < step.ID {
				return false
			}
			s.follow(step)
			return true
		}
	})
}

// relistedAll does what waits for the gallery to list all that is found.
func (s *session) relistedAll() {
	if s.changes.head >= s.goneAt {
		s.gone = nil
	}
	do := s.once
	s.once = nil
	if do != nil && !do() {
		s.once = do
	}
}

// follow brings the photos of a reversal into sight and selects them; when none
// of them is listed, it says so.
func (s *session) follow(step catalog.Step) {
	switch {
	case len(step.Photos) == 0 || s.page != galleryPage && s.page != loupePage:
		return
	case step.Touched > len(step.Photos):
		s.elsewhere(step, "app.undone.many")
		return
	}
	if s.looking() {
		s.followInLoupe(step)
		return
	}
	led := s.led
	s.gallery.Select(step.Photos)
	if s.gallery.SelectedCount() == 0 {
		s.elsewhere(step, "app.undone.elsewhere")
		return
	}
	if s.led != led {
		s.say(s.words.T("app.did", "step", s.words.Step(step))) // it went with the other photo
	}
}

// followInLoupe shows the photo of a reversal when it is one of those gone through.
func (s *session) followInLoupe(step catalog.Step) {
	if id, ok := s.loupe.Shown(); ok && slices.Contains(step.Photos, id) {
		return
	}
	if len(step.Photos) > 1 || !slices.Contains(s.gallery.Listed(), step.Photos[0]) {
		s.elsewhere(step, "app.undone.elsewhere")
		return
	}
	s.loupe.Show(step.Photos[0])
	s.lookedOn()
	s.say(s.words.T("app.did", "step", s.words.Step(step)))
}

// elsewhere says that a step is about other photos than those in sight, and offers
// to show them, if there still are any.
func (s *session) elsewhere(step catalog.Step, key string) {
	task.Run(s.tasks, func(ctx context.Context) (bool, error) {
		_, n, err := stepQuery(ctx, s.catalogue, step.ID)
		return n > 0, err
	}, func(some bool, err error) {
		if s.fail(err); some {
			s.offer(s.words.N(key, step.Touched, "step", s.words.Step(step)), s.words.T("app.undone.show"), func() { s.showStep(step.ID) })
		}
	})
}

// showStep finds the photos that a step touched, shows them and selects them all.
func (s *session) showStep(step catalog.StepID) {
	type answer struct {
		query catalog.Query
		n     int
	}
	task.Ask(s.tasks, &s.asking, func(ctx context.Context, tell func(answer)) error {
		q, n, err := stepQuery(ctx, s.catalogue, step)
		if err == nil {
			tell(answer{q, n})
		}
		return err
	}, func(a answer) {
		if a.n == 0 {
			s.say(s.words.T("app.step.no_photos"))
			return
		}
		s.toGallery()
		s.search.setQuery(a.query)
		s.once = func() bool {
			s.gallery.SelectAll()
			return true
		}
		s.results.settle() // for it may be the search of the moment
	}, s.fail)
}

// stepQuery gives the query for the photos that a step touched, and how many there
// are: those in the bin when there are no others.
func stepQuery(ctx context.Context, store counter, step catalog.StepID) (catalog.Query, int, error) {
	q := catalog.Query{Terms: []catalog.Term{{Field: catalog.FieldStep, Value: strconv.FormatInt(int64(step), 10)}}}
	n, err := store.Count(ctx, q)
	if err != nil || n > 0 {
		return q, n, err
	}
	q.Terms = append(q.Terms, binQuery().Terms...)
	n, err = store.Count(ctx, q)
	return q, n, err
}
