package workspace

import (
	"context"
	"time"

	"waybill/catalog"
)

// Stand says of observations that are Outdated that their judgement stands as it
// is: the same status, measure and reason anew, under the pack in force and as of
// today, in one step. Its error has the code ErrNotFound when one of them is not
// on the list.
func (c *Catalogue) Stand(ctx context.Context, observations []int64, by string) (catalog.Step, error) {
	today := time.Now().UTC().Format(time.DateOnly)
	return c.settle(ctx, observations, by, func(x *Concern) (Judgement, bool) {
		t := x.Determination
		j := Judgement{Observations: []int64{x.ID}, Status: t.Status, Legal: t.Legal, Reason: t.Reason}
		j.Pack, j.AsOf = x.Is, today
		return j, true
	})
}

// TakeNew makes what the packs in force suggest first the judgement of observations
// that are Outdated, with its basis in law, in one step. Its errors have the code
// ErrNotFound when one of them is not on the list, and ErrNoSuggestion when nothing
// is suggested for one.
func (c *Catalogue) TakeNew(ctx context.Context, observations []int64, reason, by string) (catalog.Step, error) {
	return c.settle(ctx, observations, by, func(x *Concern) (Judgement, bool) {
		if x.First == nil {
			return Judgement{}, false
		}
		return x.First.Judgement(reason, x.ID), true
	})
}

// settle judges observations of the list anew.
func (c *Catalogue) settle(ctx context.Context, observations []int64, by string, judge func(*Concern) (Judgement, bool)) (catalog.Step, error) {
	wanted := map[int64]bool{}
	var photos []catalog.PhotoID
	for _, id := range observations {
		photo, err := c.PhotoOf(ctx, id)
		if err != nil {
			return catalog.Step{}, err
		}
		wanted[id] = true
		photos = append(photos, photo)
	}
	list, err := c.OutdatedIn(ctx, photos)
	if err != nil {
		return catalog.Step{}, err
	}
	var all []Judgement
	for i := range list {
		if !wanted[list[i].ID] {
			continue
		}
		j, ok := judge(&list[i])
		if !ok {
			return catalog.Step{}, &catalog.Error{Code: catalog.ErrNoSuggestion, Op: "take suggestion", Subject: list[i].Photo.String()}
		}
		delete(wanted, list[i].ID)
		all = append(all, j)
	}
	for _, id := range observations {
		if wanted[id] {
			return catalog.Step{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "outdated judgement", Subject: catalog.ObservationID(id)}
		}
	}
	return c.Determine(ctx, all, by)
}
