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
	List(ctx context.Context, q catalog.Query, sort catalog.Sort, by catalog.Grouping, pageSize int) iter.Seq2[catalog.Listing, error]
	Count(ctx context.Context, q catalog.Query) (int, error)
}

// results runs one query at a time off the UI thread and hands on what it
// finds. It keeps numbers of photos and nothing about them.
type results struct {
	store finder
	tasks *task.Runner

	onList  func(catalog.Listing) // what is shown begins anew
	onMore  func(catalog.Listing) // goes on behind it
	onCount func(found, total int)
	onError func(error) // also of a query that names what is not there

	onSettled func() // all that is found is handed on and counted, or cannot be

	query             catalog.Query
	sort              catalog.Sort
	by                catalog.Grouping
	listing, counting bool // photos are

	total   int    // photos in the catalogue when they were counted last
	counted bool   // photos ever were
	listed  int    // photos handed on for the query, -1 until all are
	odd     [2]int // listed and total that did not agree and were looked at again
	asked   task.Latest
	counts  task.Latest
	took    time.Duration // the last full answer
}

// ask begins a new query; its first page is handed on at once, and its groups
// as soon as they are known.
func (r *results) ask(q catalog.Query, sort catalog.Sort, by catalog.Grouping) {
	r.query, r.sort, r.by = q, sort, by
	r.count()
	first := true
	r.run(r.inBatches, func(l catalog.Listing) {
		if first {
			r.onList(l)
		} else {
			r.onMore(l)
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
// conditions or groups finds all of them, so that only their number matters; of
// versions of one picture, too, for no edit changes what a photo looks like.
func (r *results) changed() {
	if len(r.query.Terms) > 0 || r.by != catalog.GroupNone && r.by != catalog.GroupAlike {
		r.again()
		return
	}
	r.count()
}

// list finds the photos of a query and hands them on.
type list func(pages iter.Seq2[catalog.Listing, error], hand func(catalog.Listing)) error

func (r *results) run(find list, show func(catalog.Listing)) {
	q, sort, by, begun, n := r.query, r.sort, r.by, time.Now(), 0
	r.listed, r.listing = -1, true
	task.Ask(r.tasks, &r.asked, func(ctx context.Context, partial func(catalog.Listing)) error {
		return find(r.store.List(ctx, q, sort, by, pageSize), partial)
	}, func(l catalog.Listing) {
		n += len(l.IDs)
		show(l)
	}, func(err error) {
		r.took, r.listing = time.Since(begun), false
		if err == nil {
			r.listed = n
			r.compare()
		} else if catalog.CodeOf(err) != catalog.ErrCancelled {
			r.onError(err)
		}
		r.settle()
	})
}

// settle tells when nothing is under way any more.
func (r *results) settle() {
	if !r.listing && !r.counting && r.onSettled != nil {
		r.onSettled()
	}
}

// inBatches hands on the first page, even an empty one, then larger batches.
func (r *results) inBatches(pages iter.Seq2[catalog.Listing, error], hand func(catalog.Listing)) error {
	first := true
	var held catalog.Listing
	for page, err := range pages {
		if err != nil {
			return err
		}
		held.Add(page)
		if first || len(held.IDs) >= batch {
			hand(held)
			held, first = catalog.Listing{}, false
		}
	}
	if len(held.IDs) > 0 || first {
		hand(held)
	}
	return nil
}

func (r *results) whole(pages iter.Seq2[catalog.Listing, error], hand func(catalog.Listing)) error {
	var all catalog.Listing
	for page, err := range pages {
		if err != nil {
			return err
		}
		all.Add(page)
	}
	hand(all)
	return nil
}

// count gives how many photos are found, of how many.
func (r *results) count() {
	q := r.query
	r.counting = true
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
		r.total, r.counted = n[1], true
		r.onCount(n[0], n[1])
		r.compare()
	}, func(error) { // a wrong query is told once, by the search itself
		r.counting = false
		r.settle()
	})
}

// compare lists all photos anew when they have become more or fewer.
func (r *results) compare() {
	now := [2]int{r.listed, r.total}
	if len(r.query.Terms) > 0 || r.listed < 0 || !r.counted || r.listed == r.total || now == r.odd {
		return
	}
	r.odd = now
	r.again()
}
