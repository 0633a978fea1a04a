package task

import (
	"context"
	"testing"
	"time"

	"waybill/catalog"
)

func TestLongTasksAreWatched(t *testing.T) {
	q := make(queue, 64)
	r := New(t.Context(), func(f func()) { q <- f })
	defer r.Close()
	var news []Work
	r.Watch(func(w *Work) { news = append(news, *w) })
	Run(r, func(ctx context.Context) (int, error) {
		catalog.Tell(ctx, catalog.Advance{Done: 1, Total: 2}) // too early for anybody to care
		return 0, nil
	}, func(int, error) {})
	q.drain(t, 1)
	if len(news) > 0 {
		t.Errorf("a short task is told: %+v", news)
	}
	over := false
	Run(r, func(ctx context.Context) (int, error) {
		for n := 1; ; n++ {
			catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingChange, Done: n, Total: 1_000_000})
			select {
			case <-ctx.Done():
				return 0, ctx.Err()
			case <-time.After(time.Millisecond):
			}
		}
	}, func(int, error) { over = true })
	q.drain(t, 1)
	w := news[0]
	if w.Doing != catalog.DoingChange || w.Done < 10 || w.Elapsed < longer || w.Over {
		t.Errorf("the first news are %+v", w)
	}
	w.Cancel()
	for !over {
		q.drain(t, 1)
	}
	if last := news[len(news)-1]; !last.Over || len(news) > 4 {
		t.Errorf("the news are %+v", news)
	}
}
