package law

import (
	"context"
	"io"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// stand says of an entry that its judgement stands as it is.
func (v *View) stand(index int) { v.settle(index, false) }

// take makes what is suggested now for an entry its judgement.
func (v *View) take(index int) { v.settle(index, true) }

// settle judges the goods of an entry anew. It waits until the list says what has
// come of it.
func (v *View) settle(index int, take bool) {
	if !v.open(index) || take && v.entries[index].take == "" {
		return
	}
	e := v.entries[index]
	v.busy[e.observation] = true
	v.list.Refresh()
	task.Run(v.tasks, func(ctx context.Context) (catalog.Step, error) {
		if take {
			return v.source.TakeNew(ctx, []int64{e.observation}, "", "")
		}
		return v.source.Stand(ctx, []int64{e.observation}, "")
	}, func(step catalog.Step, err error) {
		v.report(err)
		v.Changed([]catalog.PhotoID{e.photo}) // also on an error: somebody else may have judged it
		if err == nil && v.OnStep != nil {
			v.OnStep(step)
		}
	})
}

// open tells whether an entry can be settled.
func (v *View) open(index int) bool {
	if v.locked || v.proposal != nil || index >= len(v.entries) {
		return false
	}
	e := v.entries[index]
	return e.observation != 0 && !v.busy[e.observation]
}

// export writes the list that is shown into a file that the user chooses.
func (v *View) export() {
	if v.OnSave == nil {
		return
	}
	diff := (*workspace.PackDiff)(nil)
	if v.proposal != nil {
		diff = v.proposal.diff
	}
	v.OnSave(func(file io.WriteCloser, asCSV bool) {
		task.Run(v.tasks, func(ctx context.Context) (int, error) {
			pages := v.source.Outdated(ctx)
			if diff != nil {
				pages = diff.Concerns(ctx)
			}
			n, err := workspace.WriteConcerns(file, asCSV, pages)
			if closing := file.Close(); err == nil {
				err = closing
			}
			return n, err
		}, func(n int, err error) {
			if err != nil {
				v.report(err)
				return
			}
			v.say(v.words.N("law.exported", n))
		})
	})
}
