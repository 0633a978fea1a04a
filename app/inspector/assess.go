package inspector

import (
	"context"
	"slices"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// Assessor is what says what the sanctions say, and keeps what people make of it.
type Assessor interface {
	Editor(ctx context.Context) (string, error)
	Photo(ctx context.Context, id catalog.PhotoID) (catalog.Photo, error)
	Suggest(ctx context.Context, id catalog.PhotoID) ([]workspace.Suggested, error)
	SuggestAll(ctx context.Context, ids []catalog.PhotoID) ([]workspace.Suggested, error)
	Observe(ctx context.Context, list []catalog.Observation, by string) ([]int64, catalog.Step, error)
	Determine(ctx context.Context, judgements []workspace.Judgement, by string) (catalog.Step, error)
	Review(ctx context.Context, determination int64, kind catalog.ReviewKind, text, by string) (catalog.Step, error)
	Resolve(ctx context.Context, review catalog.ReviewID, by string) (catalog.Step, error)
}

// readAdvice reads what the rule packs say of the photo's goods, and who edits.
func (s *single) readAdvice(ctx context.Context, store Store) error {
	s.advice = map[int64]workspace.Suggested{}
	if len(s.photo.Observations) == 0 {
		return nil
	}
	list, err := store.Suggest(ctx, s.photo.ID)
	if err != nil {
		return err
	}
	for _, a := range list {
		s.advice[a.ID] = a
	}
	s.editor, err = store.Editor(ctx)
	return err
}

// measure finds a measure in the packs, nil when none has it any more.
func measure(a workspace.Suggested, id string) *catalog.Measure {
	for _, answer := range a.Answers {
		if m, ok := answer.Pack.Measure(id); ok {
			return &m
		}
	}
	return nil
}

// determine writes judgements, in one step.
func (v *View) determine(judgements []workspace.Judgement, done func(error) bool) {
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		return store.Determine(ctx, judgements, "")
	}, done: done})
}

// judging gives one observation a status, with what it rests on in law as the
// packs see the goods when it is their turn.
func judging(photo catalog.PhotoID, id int64, s catalog.Status, reason *string) writing {
	return func(ctx context.Context, store Store) (catalog.Step, error) {
		said, err := store.Suggest(ctx, photo)
		if err != nil {
			return catalog.Step{}, err
		}
		for i := range said {
			if said[i].ID == id {
				return store.Determine(ctx, []workspace.Judgement{said[i].Judgement(s, reason)}, "")
			}
		}
		return catalog.Step{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "determine", Subject: catalog.ObservationID(id)}
	}
}

// reobserve changes what is known of goods, as they are in the catalogue when it
// is their turn, in one step.
func (v *View) reobserve(photo catalog.PhotoID, id int64, change func(*catalog.Observation) error, done func(error) bool) {
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		p, err := store.Photo(ctx, photo)
		if err != nil {
			return catalog.Step{}, err
		}
		for _, o := range p.Observations {
			if o.ID != id {
				continue
			}
			if err := change(&o); err != nil {
				return catalog.Step{}, err
			}
			_, step, err := store.Observe(ctx, []catalog.Observation{o}, "")
			return step, err
		}
		return catalog.Step{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "observe", Subject: catalog.ObservationID(id)}
	}, done: done})
}

// send says which way goods in some photos went, in one step. What got a direction
// meanwhile keeps it.
func send(ctx context.Context, store Store, photos []catalog.PhotoID, goods []int64, d catalog.Direction) (catalog.Step, error) {
	list, err := store.Photos(ctx, photos)
	if err != nil {
		return catalog.Step{}, err
	}
	var changed []catalog.Observation
	for i := range list {
		for _, o := range list[i].Observations {
			if o.Direction == "" && slices.Contains(goods, o.ID) {
				o.Direction = d
				changed = append(changed, o)
			}
		}
	}
	if len(changed) == 0 {
		return catalog.Step{}, nil
	}
	_, step, err := store.Observe(ctx, changed, "")
	return step, err
}
