// Package task runs work off the UI thread and brings its result back onto it.
// It is the only place in the window that starts goroutines for a view; its
// owner waits for all of them when it closes.
package task

import (
	"context"
	"sync"
	"time"

	"waybill/catalog"
)

// Runner runs tasks until it is closed. Its methods are for the UI thread.
type Runner struct {
	ctx    context.Context
	cancel context.CancelFunc
	post   func(func())
	wait   sync.WaitGroup
	watch  func(*Work) // nil: nobody looks
}

// New makes a runner. post must bring a function onto the UI thread and may
// return before it has run: fyne.Do in the program, a queue in tests.
func New(ctx context.Context, post func(func())) *Runner {
	inner, cancel := context.WithCancel(ctx)
	return &Runner{ctx: inner, cancel: cancel, post: post}
}

// Post brings a function onto the UI thread.
func (r *Runner) Post(f func()) { r.post(f) }

// Context ends when the runner is closed. It is for what a view keeps running,
// such as the loader of its pictures.
func (r *Runner) Context() context.Context { return r.ctx }

// Close cancels what is running and waits for it. Results that come later than
// Close are dropped.
func (r *Runner) Close() {
	r.cancel()
	r.wait.Wait()
}

// Run runs work off the UI thread, then done on it with what work returned.
// The returned function cancels work's context; done is called all the same,
// unless the runner is closed.
func Run[T any](r *Runner, work func(context.Context) (T, error), done func(T, error)) (cancel context.CancelFunc) {
	ctx, cancel := context.WithCancel(r.ctx)
	m := &meter{runner: r, began: time.Now(), work: Work{Cancel: cancel}}
	r.wait.Go(func() {
		defer cancel()
		result, err := work(catalog.Watching(ctx, m.tell))
		if r.ctx.Err() != nil {
			return
		}
		r.post(func() {
			if r.ctx.Err() == nil {
				m.end()
				done(result, err)
			}
		})
	})
	return cancel
}

// Latest is a place for one answer at a time: a newer question cancels the
// older one, whose answer is never shown. Its zero value is ready to use.
type Latest struct {
	generation int
	cancel     context.CancelFunc
}

// Cancel drops the question that is being worked on.
func (l *Latest) Cancel() {
	l.generation++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Ask runs work for the newest question of l. work may show partial answers
// with partial, on the UI thread, in order; they too are dropped once a newer
// question was asked. done gets the end, not called when a newer was asked.
func Ask[T any](r *Runner, l *Latest, work func(ctx context.Context, partial func(T)) error, partial func(T), done func(error)) {
	l.Cancel()
	generation := l.generation
	fresh := func() bool { return l.generation == generation }
	l.cancel = Run(r, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, work(ctx, func(t T) {
			r.post(func() {
				if r.ctx.Err() == nil && fresh() {
					partial(t)
				}
			})
		})
	}, func(_ struct{}, err error) {
		if fresh() {
			done(err)
		}
	})
}
