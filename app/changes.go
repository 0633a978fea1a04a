package app

import (
	"context"
	"time"

	"waybill/app/task"
	"waybill/catalog"
)

// lookEvery is how often a window looks whether another program changed its
// catalogue.
const lookEvery = time.Second

// teller is what tells of changes.
type teller interface {
	Head(ctx context.Context) (catalog.StepID, error)
	Since(ctx context.Context, after catalog.StepID) ([]catalog.PhotoID, catalog.StepID, error)
	Undoable(ctx context.Context) (undo, redo *catalog.Step, err error)
}

// news is what happened since the last look.
type news struct {
	photos     []catalog.PhotoID
	head       catalog.StepID
	undo, redo *catalog.Step
}

// changes is the only way in which the views learn that the catalogue is
// another, whoever changed it: this window, an import or another program. It
// asks the history, once a second and right after each step of this window.
type changes struct {
	store   teller
	tasks   *task.Runner
	onNews  func(news) // also once at the beginning, without photos
	onError func(error)
	onLook  func()                      // after each look, also one without news
	learn   func(context.Context) error // reads what else must be known before the news is told
	pause   func() time.Duration        // how long to wait between two looks at least

	head   catalog.StepID
	begun  bool
	failed bool // the last look failed, which is told once
	kick   chan struct{}
}

func newChanges(store teller, tasks *task.Runner) *changes {
	return &changes{
		store: store, tasks: tasks, kick: make(chan struct{}, 1), onLook: func() {}, pause: func() time.Duration { return 0 },
		learn: func(context.Context) error { return nil },
	}
}

// start begins to look.
func (c *changes) start() { c.next(0) }

// stepped looks at once, because this window has just made a step.
func (c *changes) stepped() {
	select {
	case c.kick <- struct{}{}:
	default: // a look is due already
	}
}

// next waits, looks, tells, and begins anew, until the runner is closed.
func (c *changes) next(wait time.Duration) {
	begun, head := c.begun, c.head
	task.Run(c.tasks, func(ctx context.Context) (*news, error) {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-c.kick:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		return c.look(ctx, begun, head)
	}, func(n *news, err error) {
		if err != nil && !c.failed {
			c.onError(err)
		}
		if c.failed = err != nil; n != nil {
			c.begun, c.head = true, n.head
			c.onNews(*n)
		}
		c.onLook()
		c.next(max(lookEvery, c.pause()))
	})
}

// look asks the history what is new after a step; nil when nothing is.
func (c *changes) look(ctx context.Context, begun bool, after catalog.StepID) (*news, error) {
	head, err := c.store.Head(ctx)
	if err != nil || (begun && head == after) {
		return nil, err
	}
	n := &news{head: head}
	if begun {
		if n.photos, n.head, err = c.store.Since(ctx, after); err != nil {
			return nil, err
		}
		if err := c.learn(ctx); err != nil {
			return nil, err
		}
	}
	n.undo, n.redo, err = c.store.Undoable(ctx)
	return n, err
}
