package task

import (
	"context"
	"errors"
	"testing"
)

// queue stands for the UI thread: what is posted runs when the test drains it.
type queue chan func()

func (q queue) drain(t *testing.T, n int) {
	t.Helper()
	for range n {
		(<-q)()
	}
}

func TestRunBringsTheResultBack(t *testing.T) {
	q := make(queue, 8)
	r := New(t.Context(), func(f func()) { q <- f })
	defer r.Close()
	want := errors.New("why")
	var got int
	var err error
	Run(r, func(context.Context) (int, error) { return 7, want }, func(n int, e error) { got, err = n, e })
	q.drain(t, 1)
	if got != 7 || !errors.Is(err, want) {
		t.Errorf("done got %d, %v", got, err)
	}
}

func TestLatestDropsOlderAnswers(t *testing.T) {
	q := make(queue, 8)
	r := New(t.Context(), func(f func()) { q <- f })
	defer r.Close()
	var l Latest
	var shown []string
	hold := make(chan struct{})
	ask := func(text string, wait bool) {
		Ask(r, &l, func(ctx context.Context, partial func(string)) error {
			if wait {
				<-hold
			}
			partial(text)
			return ctx.Err()
		}, func(s string) { shown = append(shown, s) }, func(err error) {
			if err != nil {
				t.Errorf("%s: %v", text, err)
			}
			shown = append(shown, text+" done")
		})
	}
	ask("old", true)
	ask("new", false)
	q.drain(t, 2)
	close(hold)
	q.drain(t, 2)
	if len(shown) != 2 || shown[0] != "new" || shown[1] != "new done" {
		t.Errorf("shown %q", shown)
	}
}

func TestCloseWaitsAndDrops(t *testing.T) {
	q := make(queue, 8)
	r := New(t.Context(), func(f func()) { q <- f })
	ended := false
	Run(r, func(ctx context.Context) (int, error) {
		<-ctx.Done()
		ended = true
		return 0, ctx.Err()
	}, func(int, error) { t.Error("done was called after Close") })
	r.Close()
	if !ended {
		t.Error("Close did not wait")
	}
	if len(q) != 0 {
		t.Error("a result was posted after Close")
	}
}
