package vocabulary

import (
	"context"
	"errors"

	"waybill/app/task"
	"waybill/catalog"
)

// written is what came of a work.
type written struct {
	ref  ref
	step catalog.Step
}

// Save saves what stands in the form; nothing when nobody typed anything.
func (v *View) Save() {
	if v.panel.merging() {
		v.panel.merge.submit()
		return
	}
	if v.dirty() {
		v.leaving(func() {})
	}
}

// Commit saves what was typed, for a page or a window that is left. What
// cannot be saved stays in the form.
func (v *View) Commit() { v.leaving(func() {}) }

// Busy tells whether something is being written.
func (v *View) Busy() bool { return v.writing }

// Typing tells whether something was typed that is not saved, or is being
// looked for: then the keys of undo and redo are for what is typed.
func (v *View) Typing() bool { return v.dirty() || v.head.focused() || v.panel.merging() }

// save writes the form and then goes on.
func (v *View) save(then func()) {
	if v.locked {
		return
	}
	sheet := v.panel.sheet()
	work, err := sheet.gather()
	if err != nil {
		v.refused(err)
		return
	}
	sent := sheet.typed()
	v.write(work, then, func(r ref) {
		v.before, v.current, v.last[v.kind] = sent, r, r
		sheet.saved(r)
		if sheet.typed() == sent {
			sheet.state()
		}
	})
}

// write does a work off the UI thread, one at a time. done is told what it
// wrote, then it goes on with then; neither when it fails, which the form says.
func (v *View) write(w work, then func(), done func(ref)) {
	if v.writing || v.locked {
		return
	}
	v.writing = true
	v.reading.Cancel() // its answer would be of before
	v.stale, v.busy = v.stale || v.busy, false
	v.panel.alert(nil)
	task.Run(v.tasks, func(ctx context.Context) (written, error) {
		r, step, err := w(ctx)
		return written{r, step}, err
	}, func(out written, err error) {
		v.writing = false
		next := v.next
		v.next = nil
		if err != nil {
			v.refused(err)
			if v.stale {
				v.read()
			}
			return
		}
		done(out.ref)
		v.read()
		if v.OnStep != nil {
			v.OnStep(out.step)
		}
		v.show()
		then()
		if next != nil {
			next()
		}
	})
	v.panel.show()
}

// refused says at the form why something was not done.
func (v *View) refused(err error) {
	v.panel.alert(err)
	if !v.open && v.OnSay != nil {
		v.OnSay(v.words.T("vocabulary.left_unsaved", "text", v.panel.trouble.Text))
	}
	if p, ok := errors.AsType[*problem](err); ok && v.open {
		v.focus(p.at)
	}
	v.show()
}

// Remove takes the entry of the form out of the vocabulary.
func (v *View) Remove() {
	r := v.current
	if v.locked || !r.stored() || v.writing {
		return
	}
	v.panel.closeMerge()
	v.write(v.removal(r), func() {}, func(ref) {
		v.before = v.panel.sheet().typed() // what was typed goes with it
	})
}

// removal gives the work that removes an entry.
func (v *View) removal(r ref) work {
	store := v.store
	return func(ctx context.Context) (out ref, step catalog.Step, err error) {
		switch r.kind {
		case Goods:
			step, err = store.RemoveItem(ctx, catalog.ItemID(r.id), "")
		case Routes:
			step, err = store.RemoveRoute(ctx, catalog.RouteID(r.id), "")
		case Places:
			step, err = store.RemovePlace(ctx, r.key, "")
		default:
			step, err = store.RemoveUnit(ctx, catalog.UnitID(r.id), "")
		}
		return ref{kind: r.kind}, step, err
	}
}

// merger gives the work that makes one entry a part of another.
func (v *View) merger(from, into ref) work {
	store := v.store
	return func(ctx context.Context) (out ref, step catalog.Step, err error) {
		switch from.kind {
		case Goods:
			step, err = store.MergeItems(ctx, catalog.ItemID(from.id), catalog.ItemID(into.id), "")
		case Routes:
			step, err = store.MergeRoutes(ctx, catalog.RouteID(from.id), catalog.RouteID(into.id), "")
		case Places:
			step, err = store.MergePlaces(ctx, from.key, into.key, "")
		default:
			step, err = store.MergeUnits(ctx, catalog.UnitID(from.id), catalog.UnitID(into.id), "")
		}
		return into, step, err
	}
}

// title is what the entry of the form is called in the store.
func (v *View) title() string {
	if e := v.shelf.find(v.current); e != nil {
		return e.title
	}
	return ""
}
