package app

import (
	"context"
	"iter"
	"time"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	pageSize = 2_000  // photos asked for at once: the first page is on the screen within a blink
	batch    = 40_000 // photos handed to the screen at once after that
)

// finder is what a search asks of the catalogue.
type finder interface {
	FindAll(ctx context.Context, q catalog.Query, sort catalog.Sort, pageSize int) iter.Seq2[[]catalog.PhotoID, error]
	Count(ctx context.Context, q catalog.Query) (int, error)
}

// results runs one query at a time off the UI thread and hands on what it
// finds. It keeps numbers of photos and nothing about them.
type results struct {
	store finder
	tasks *task.Runner

	onList  func(ids []catalog.PhotoID) // what is shown begins anew
	onMore  func(ids []catalog.PhotoID) // goes on behind it
	onCount func(found, total int)
	onError func(error) // also of a query that names what is not there

	query  catalog.Query
	sort   catalog.Sort
	total  int    // photos in the catalogue when they were counted last
	listed int    // photos handed on for the query, -1 until all are
	odd    [2]int // listed and total that did not agree and were looked at again
	asked  task.Latest
	counts task.Latest
	took   time.Duration // the last full answer
}

// ask begins a new query; its first page is handed on at once.
func (r *results) ask(q catalog.Query, sort catalog.Sort) {
	r.query, r.sort = q, sort
	r.count()
	first := true
	r.run(r.inBatches, func(ids []catalog.PhotoID) {
		if first {
			r.onList(ids)
		} else {
			r.onMore(ids)
		}
		first = false
	})
}

// again asks the same query anew after something changed, and hands on the
// answer only when it is whole, so that what is shown can stay where it is.
func (r *results) again() {
	r.count()
	r.run(r.whole, r.onList)
}

// changed is told that photos of the catalogue are others now. A query without
// conditions finds all of them, so that only their number matters.
func (r *results) changed() {
	if len(r.query.Terms) > 0 {
		r.again()
		return
	}
	r.count()
}

// list finds the photos of a query and hands them on.
type list func(ctx context.Context, q catalog.Query, sort catalog.Sort, hand func([]catalog.PhotoID)) error

func (r *results) run(find list, show func([]catalog.PhotoID)) {
	q, sort, begun, n := r.query, r.sort, time.Now(), 0
	r.listed = -1
	task.Ask(r.tasks, &r.asked, func(ctx context.Context, partial func([]catalog.PhotoID)) error {
		return find(ctx, q, sort, partial)
	}, func(ids []catalog.PhotoID) {
		n += len(ids)
		show(ids)
	}, func(err error) {
		r.took = time.Since(begun)
		if err == nil {
			r.listed = n
			r.compare()
		} else if catalog.CodeOf(err) != catalog.ErrCancelled {
			r.onError(err)
		}
	})
}

// inBatches hands on the first page, even an empty one, then larger batches.
func (r *results) inBatches(ctx context.Context, q catalog.Query, sort catalog.Sort, hand func([]catalog.PhotoID)) error {
	first := true
	var held []catalog.PhotoID
	for page, err := range r.store.FindAll(ctx, q, sort, pageSize) {
		if err != nil {
			return err
		}
		held = append(held, page...)
		if first || len(held) >= batch {
			hand(held)
			held, first = nil, false
		}
	}
	if len(held) > 0 || first {
		hand(held)
	}
	return nil
}

func (r *results) whole(ctx context.Context, q catalog.Query, sort catalog.Sort, hand func([]catalog.PhotoID)) error {
	var all []catalog.PhotoID
	for page, err := range r.store.FindAll(ctx, q, sort, pageSize) {
		if err != nil {
			return err
		}
		all = append(all, page...)
	}
	hand(all)
	return nil
}

// count gives how many photos are found, of how many.
func (r *results) count() {
	q := r.query
	task.Ask(r.tasks, &r.counts, func(ctx context.Context, partial func([2]int)) error {
		total, err := r.store.Count(ctx, catalog.Query{})
		if err != nil {
			return err
		}
		found := total
		if len(q.Terms) > 0 {
			found, err = r.store.Count(ctx, q)
		}
		if err == nil {
			partial([2]int{found, total})
		}
		return err
	}, func(n [2]int) {
		r.total = n[1]
		r.onCount(n[0], n[1])
		r.compare()
	}, func(error) {}) // a wrong query is told once, by the search itself
}

// compare lists all photos anew when they have become more or fewer.
func (r *results) compare() {
	now := [2]int{r.listed, r.total}
	if len(r.query.Terms) > 0 || r.listed < 0 || r.listed == r.total || now == r.odd {
		return
	}
	r.odd = now
	r.again()
}
