package main

import (
	"sync"
	"time"
)

// Times that the window is left alone until its work off the UI thread is done.
const (
	quiet   = 300 * time.Millisecond // without a word from it
	longest = 30 * time.Second
)

// queue stands in for the UI thread: functions wait until settle runs them.
type queue struct {
	mutex sync.Mutex
	funcs []func()
}

func (q *queue) post(f func()) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.funcs = append(q.funcs, f)
}

func (q *queue) take() []func() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	funcs := q.funcs
	q.funcs = nil
	return funcs
}

// until runs what is posted until something is so, and then what comes of it.
func (q *queue) until(so func() bool) {
	for end := time.Now().Add(longest); time.Now().Before(end) && !so(); time.Sleep(10 * time.Millisecond) {
		for _, f := range q.take() {
			f()
		}
	}
	q.settle()
}

// settle runs what is posted until nothing more comes.
func (q *queue) settle() {
	end, last := time.Now().Add(longest), time.Now()
	for time.Now().Before(end) && time.Since(last) < quiet {
		funcs := q.take()
		for _, f := range funcs {
			f()
			last = time.Now()
		}
		if len(funcs) == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
}
