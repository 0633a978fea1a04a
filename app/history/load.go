package history

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	fetchMost = 200   // steps read at once
	margin    = 20    // steps read above and below those in sight
	keepMost  = 1_000 // entries kept at least; twice as many are at most
)

// entry is a step in words.
type entry struct {
	step       catalog.Step
	text, when string
	round      int // in which it was read
}

// entries keeps the steps that were in sight lately and reads those that come into
// sight, one read at a time.
type entries struct {
	view       *View
	young, old map[catalog.StepID]*entry
	round      int // grows whenever the history changed: what was read before is read again
	busy       bool
	failed     bool // the last read failed, and would again until the history is read anew
}

func (e *entries) forget() {
	e.young, e.old = map[catalog.StepID]*entry{}, map[catalog.StepID]*entry{}
}

// stale has steps read again when they are in sight: one may have been undone.
func (e *entries) stale() {
	e.round++
	e.failed = false
}

// get gives a step, nil when it is not here yet; one from before the last change is
// shown until it was read again.
func (e *entries) get(id catalog.StepID) *entry {
	found, ok := e.young[id]
	if !ok {
		if found, ok = e.old[id]; ok {
			e.put(id, found)
		}
	}
	if found == nil || found.round != e.round {
		e.fetch()
	}
	return found
}

func (e *entries) put(id catalog.StepID, found *entry) {
	if len(e.young) >= keepMost {
		e.old, e.young = e.young, make(map[catalog.StepID]*entry, keepMost)
	}
	e.young[id] = found
}

// fetch reads what is missing in sight.
func (e *entries) fetch() {
	if e.busy || e.failed {
		return
	}
	v := e.view
	from, to := v.list.InSight()
	var ids []catalog.StepID
	for i := max(0, from-margin); i < min(to+margin, len(v.actions)) && len(ids) < fetchMost; i++ {
		if found := e.peek(v.actions[i]); found == nil || found.round != e.round {
			ids = append(ids, v.actions[i])
		}
	}
	if len(ids) == 0 {
		return
	}
	e.busy = true
	round := e.round
	task.Run(v.tasks, func(ctx context.Context) ([]catalog.Step, error) { return v.source.Steps(ctx, ids) }, func(list []catalog.Step, err error) {
		e.busy, e.failed = false, err != nil
		v.report(err)
		for i, id := range ids[:len(list)] {
			e.put(id, v.entry(list[i], round))
		}
		v.list.Refresh()
		v.detail.show()
	})
}

func (e *entries) peek(id catalog.StepID) *entry {
	if found := e.young[id]; found != nil {
		return found
	}
	return e.old[id]
}

// entry puts a step into words.
func (v *View) entry(step catalog.Step, round int) *entry {
	w := v.words
	who := step.Actor
	if who == "" {
		who = w.T("inspector.nobody_named")
	}
	key := "history.when"
	if step.Undone {
		key = "history.when_undone"
	}
	when := w.T(key, "time", w.Time(catalog.WallTime{Time: step.At.Local()}), "by", who, "n", int64(step.ID))
	return &entry{step: step, text: w.Step(step), when: when, round: round}
}
