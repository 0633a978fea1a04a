package task

import (
	"context"
	"sync"
	"time"

	"waybill/catalog"
)

// Work is a task that takes long and tells how far it is (see catalog.Tell). It
// is one and the same from its first news to its last.
type Work struct {
	catalog.Advance
	Elapsed time.Duration      // since it began
	Over    bool               // it has ended, however
	Cancel  context.CancelFunc // ends it; it may take a moment
}

const (
	// longer is how long a task takes before anybody is told of it, so that nothing
	// flickers.
	longer = 400 * time.Millisecond
	// pace is how often is told how far it is.
	pace = 150 * time.Millisecond
)

// Watch has tell called, on the UI thread, of every task that takes long and says
// how far it is: now and then, and when it has ended. It is set before any task runs.
func (r *Runner) Watch(tell func(*Work)) { r.watch = tell }

// meter is what is known of one task.
type meter struct {
	runner *Runner
	began  time.Time
	work   Work // for the UI thread

	mutex sync.Mutex
	last  time.Time // when it was told last
	shown bool      // on the UI thread: somebody knows of it
}

// tell is called by the task, on its goroutine.
func (m *meter) tell(a catalog.Advance) {
	now := time.Now()
	m.mutex.Lock()
	due := now.Sub(m.began) >= longer && now.Sub(m.last) >= pace
	if due {
		m.last = now
	}
	m.mutex.Unlock()
	if !due || m.runner.watch == nil {
		return
	}
	m.runner.post(func() {
		if m.work.Over || m.runner.ctx.Err() != nil {
			return
		}
		m.shown = true
		m.work.Advance, m.work.Elapsed = a, now.Sub(m.began)
		m.runner.watch(&m.work)
	})
}

// end says that the task is over, to whoever knows that it ran.
func (m *meter) end() {
	m.work.Over = true
	if m.shown {
		m.runner.watch(&m.work)
	}
}
