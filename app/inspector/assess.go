package inspector

import (
	"context"

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

// proposal is a suggestion with the name of the pack that makes it.
type proposal struct {
	catalog.Suggestion
	pack string
}

// proposals lists what the packs suggest, in their order; that no measure of a
// pack covers the goods comes last.
func proposals(a workspace.Suggested) []proposal {
	var covered, unlisted []proposal
	for _, answer := range a.Answers {
		for _, s := range answer.Suggestions {
			p := proposal{s, answer.Pack.ID + " " + answer.Pack.Version}
			if s.Measure == "" {
				unlisted = append(unlisted, p)
			} else {
				covered = append(covered, p)
			}
		}
	}
	return append(covered, unlisted...)
}

// status is the status of a determination that takes the proposal over. Only
// goods that the measure's own text names by their heading, without a condition
// and on a day when it was in force for certain, are sanctioned. Where somebody
// must look at something else first (another one's mapping, an open heading, a
// quota, whether it is a luxury, the date) they are suspected. Where the source
// reads the law otherwise, it is disputed.
func (p *proposal) status() catalog.Status {
	switch p.Kind {
	case catalog.SuggestUnlisted:
		return catalog.NotListed
	case catalog.SuggestConflict:
		return catalog.Disputed
	case catalog.SuggestLiteral:
		if p.Condition == "" && p.InForce == catalog.InForceWithin {
			return catalog.Sanctioned
		}
	}
	return catalog.Suspected
}

// judgement takes the proposal over for observations, with what it rests on in
// law. Nobody has considered exemptions by that.
func (p *proposal) judgement(reason string, observations ...int64) workspace.Judgement {
	return workspace.Judgement{
		Observations: observations, Status: p.status(), Reason: reason,
		Legal: catalog.Legal{Measure: p.Measure, Pack: p.pack, Direction: p.Direction},
	}
}

// taken tells whether a determination is what taking the proposal over gives.
func (p *proposal) taken(d *catalog.Determination) bool {
	j := p.judgement("")
	return d != nil && d.Status == j.Status && d.Legal == j.Legal
}

// determine writes judgements, in one step.
func (v *View) determine(judgements []workspace.Judgement, done func(error) bool) {
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		return store.Determine(ctx, judgements, "")
	}, done: done})
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
