package inspector

import (
	"context"
	"slices"

	"waybill/app/task"
	"waybill/catalog"
)

// job is an edit that waits for its turn. done is told how it went before
// anybody else; what it returns is whether an error needs no further words.
type job struct {
	edit       catalog.Edit
	understand understanding // of what the edit states, nil when that is there already
	write      writing       // what is done instead of an edit, nil for one
	done       func(error) (handled bool)
	due        *catalog.Edit // what locked fields add to the edit where the photo lacks it
}

// understanding reads what a person typed, off the UI thread.
type understanding func(context.Context) (catalog.Statement, error)

// writing changes something that is no edit of photos, off the UI thread. Its
// step is zero when all was so already.
type writing func(context.Context, Store) (catalog.Step, error)

// idle tells whether it would change nothing.
func (j *job) idle() bool {
	return j.write == nil && (len(j.edit.Photos) == 0 || (j.edit.Empty() && j.understand == nil))
}

func (j *job) run(ctx context.Context, store Store) (catalog.Step, error) {
	if j.write != nil {
		return j.write(ctx, store)
	}
	if j.understand != nil {
		s, err := j.understand(ctx)
		if err != nil {
			return catalog.Step{}, err
		}
		j.edit.Statements = []catalog.Statement{s}
	}
	e := j.edit
	if j.due != nil {
		var err error
		if e, err = filled(ctx, store, e, j.due); err != nil {
			return catalog.Step{}, err
		}
	}
	return store.Apply(ctx, e)
}

// apply hands an edit to the store, after those that wait. One is written at a
// time, so that they reach the history in the order in which they were made.
func (v *View) apply(e catalog.Edit, done func(error) bool) { v.queue(job{edit: e, done: done}) }

func (v *View) queue(j job) {
	if j.idle() {
		return
	}
	if j.write == nil {
		j.due = v.locks.due(j.edit.Photos)
	}
	v.jobs = append(v.jobs, j)
	v.writeNext()
}

func (v *View) writeNext() {
	if v.writing || len(v.jobs) == 0 {
		return
	}
	j := v.jobs[0]
	v.jobs = v.jobs[1:]
	v.writing = true
	task.Run(v.tasks, func(ctx context.Context) (catalog.Step, error) {
		return j.run(ctx, v.store)
	}, func(step catalog.Step, err error) {
		v.writing = false
		handled := j.done != nil && j.done(err)
		switch {
		case err == nil && step.ID != 0 && v.OnApplied != nil:
			v.OnApplied(step)
		case err != nil && !handled:
			v.report(err)
		}
		if err == nil && j.write == nil {
			v.locks.noted(&j.edit)
		}
		if err == nil {
			v.readNames()
			v.reload()
		}
		v.writeNext()
	})
}

// change edits the photos that the form speaks of.
func (v *View) change(e catalog.Edit) {
	e.Photos = v.form
	v.apply(e, nil)
}

// SetStatus gives the selected photos a status, or withdraws theirs when it is
// NotAssessed; with goods that keys act on, these alone. When a photo has several
// items it asks which of them is meant.
func (v *View) SetStatus(s catalog.Status) {
	ids := v.ids
	v.goods.closeQuestion()
	if len(ids) == 1 && v.goodsAt != 0 {
		v.queue(job{write: judging(ids[0], v.goodsAt, s, nil)})
		return
	}
	v.apply(catalog.Edit{Photos: ids, Status: &s}, func(err error) bool {
		if catalog.CodeOf(err) != catalog.ErrManyItems || !slices.Equal(ids, v.ids) {
			return false
		}
		v.whenRead(func() { v.goods.ask(question{status: s, ids: ids}) })
		return true
	})
}
