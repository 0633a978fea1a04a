// Package apptest is what the tests of the window and its views share: a queue
// in the place of the UI thread, a real catalogue in a temporary folder, and
// pictures to fill it with. Only tests import it, and it knows no view.
package apptest

import (
	"testing"
	"time"
)

// patience is how long a test waits for something before it fails.
const patience = time.Minute

// Queue stands for the UI thread: what is posted waits until the test's
// goroutine runs it.
type Queue struct{ calls chan func() }

// NewQueue makes an empty queue. It holds more than a test posts, so that Post
// does not wait, as fyne.Do does not.
func NewQueue() *Queue { return &Queue{make(chan func(), 100_000)} }

// Post puts a function into the queue, from any goroutine.
func (q *Queue) Post(f func()) { q.calls <- f }

// Drain runs what is posted, and what that posts, until the queue is empty. It
// waits for nothing and tells how many functions it ran.
func (q *Queue) Drain() (ran int) {
	for {
		select {
		case f := <-q.calls:
			f()
			ran++
		default:
			return ran
		}
	}
}

// Next runs the next n functions, waiting for those that are not posted yet.
func (q *Queue) Next(t testing.TB, n int) {
	t.Helper()
	late := time.After(patience)
	for i := range n {
		select {
		case f := <-q.calls:
			f()
		case <-late:
			t.Fatalf("%d functions were posted, want %d", i, n)
		}
	}
}

// Until drains the queue until something is the case, and fails the test when
// that takes too long.
func (q *Queue) Until(t testing.TB, what string, done func() bool) {
	t.Helper()
	late := time.After(patience)
	for {
		if q.Drain(); done() {
			return
		}
		select {
		case f := <-q.calls:
			f()
		case <-time.After(time.Millisecond): // what is waited for may post nothing
		case <-late:
			t.Fatalf("waited too long for %s", what)
		}
	}
}
