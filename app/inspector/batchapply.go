package inspector

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// changed foresees how many photos would change, off the UI thread. A newer
// question ends an older one, whose answer is never shown.
func (b *batch) changed() {
	if b.resetting || b.root == nil {
		return
	}
	b.foreseen.Cancel()
	v := b.view
	if !b.shown() || b.writing {
		return
	}
	d, err := b.draft()
	switch lacking := b.lacking(); {
	case err != nil:
		b.tell(v.words.Error(err), widget.WarningImportance)
		return
	case lacking != nil:
		b.tell(v.words.T("batch.lacks", "field", lacking.title), widget.WarningImportance)
		return
	case d.empty():
		b.tell(v.words.T("batch.nothing"), widget.LowImportance)
		return
	}
	b.tell(v.words.T("batch.counting"), widget.LowImportance)
	store, all := v.store, len(v.ids)
	task.Ask(v.tasks, &b.foreseen, func(ctx context.Context, tell func(int)) error {
		if all > batchMany && !waited(ctx, batchPause) {
			return ctx.Err()
		}
		e, err := d.resolve(ctx)
		if err != nil {
			return err
		}
		n, err := store.Preview(ctx, e)
		if err == nil {
			tell(n)
		}
		return err
	}, func(n int) { b.foretell(n, all) }, func(err error) {
		if err != nil {
			b.tell(v.words.Error(err), widget.WarningImportance)
		}
	})
}

// waited tells whether a time has passed before the question was given up.
func waited(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// foretell says how many photos would change.
func (b *batch) foretell(n, all int) {
	w := b.view.words
	text := w.T("batch.all", "n", all)
	switch {
	case n == 0:
		text = w.N("batch.none", all)
	case n < all:
		text = w.N("batch.some", n, "of", all, "rest", all-n)
	case n > all:
		text = w.N("batch.more", n, "others", n-all)
	}
	b.tell(text, widget.MediumImportance)
	if n > 0 {
		b.apply.SetText(w.N("batch.apply", n))
		b.apply.Enable()
		b.relayout()
	}
}

// tell says something below the fields; the button waits for what is foreseen.
func (b *batch) tell(text string, importance widget.Importance) {
	b.apply.SetText(b.view.words.T("batch.apply.none"))
	b.apply.Disable()
	b.preview.Importance = importance
	b.preview.SetText(text)
	b.relayout()
}

// submit changes the photos in one step. What the fields say is asked again:
// Ctrl+Enter may come before the answer to what was typed last.
func (b *batch) submit() {
	v := b.view
	if !b.shown() || b.writing {
		return
	}
	d, err := b.draft()
	if lacking := b.lacking(); lacking != nil {
		b.focus(lacking.focusable())
		return
	}
	if err != nil || d.empty() {
		return // it says so already
	}
	ctx, stop := context.WithCancel(v.tasks.Context())
	b.stop = stop
	b.begin(len(v.ids))
	v.queue(job{write: func(_ context.Context, store Store) (catalog.Step, error) {
		e, err := d.resolve(ctx)
		if err != nil {
			return catalog.Step{}, err
		}
		step, err := store.Apply(ctx, e)
		if err == nil {
			v.tasks.Post(func() { v.say(v.words.N("batch.done", step.Touched)) })
		}
		return step, err
	}, done: func(err error) bool { return b.ended(err, stop) }})
}

// begin shows that the photos are being changed, after a while with a bar.
func (b *batch) begin(n int) {
	v := b.view
	b.foreseen.Cancel()
	b.tell(v.words.N("batch.writing", n), widget.MediumImportance)
	b.writing = true
	b.shut.Disable()
	b.undo.Disable()
	task.Ask(v.tasks, &b.slow, func(ctx context.Context, tell func(struct{})) error {
		if waited(ctx, batchSlow) {
			tell(struct{}{})
		}
		return nil
	}, func(struct{}) {
		b.working.Show()
		b.working.Start()
		b.cancel.Show()
		b.relayout()
		b.focus(b.cancel)
	}, func(error) {})
}

// ended gives the panel back when the photos were changed or not.
func (b *batch) ended(err error, stop context.CancelFunc) (handled bool) {
	stop()
	b.slow.Cancel()
	b.writing = false
	b.working.Stop()
	b.working.Hide()
	focused := widgets.HasKeyboard(b.cancel)
	b.cancel.Hide()
	b.shut.Enable()
	b.undo.Enable()
	if focused {
		b.view.leave()
	}
	switch {
	case err == nil:
		b.reset()
		return true
	case errors.Is(err, context.Canceled):
		b.changed()
		b.view.say(b.view.words.T("batch.cancelled"))
		return true
	}
	b.changed()
	return false
}

// giveUp stops what is being written; nothing of it remains.
func (b *batch) giveUp() {
	if b.writing {
		b.stop()
	}
}

// keepTemplate hands what the fields say on to be kept as a template.
func (b *batch) keepTemplate() {
	d, err := b.draft()
	if err != nil {
		b.view.report(err)
		return
	}
	if lacking := b.lacking(); lacking != nil {
		b.focus(lacking.focusable())
		return
	}
	if d.empty() || b.view.OnKeep == nil {
		return
	}
	b.view.OnKeep(d.resolve)
}

// Chosen gives what the panel for many photos would do, to be understood off the
// UI thread; nil when it is not open or says nothing.
func (v *View) Chosen() func(context.Context) (catalog.Edit, error) {
	if !v.batch.shown() {
		return nil
	}
	d, err := v.batch.draft()
	if err != nil || d.empty() {
		return nil
	}
	return d.resolve
}
