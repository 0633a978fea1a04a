package app

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"

	"waybill/app/task"
	"waybill/catalog"
)

// manyPhotos finds as many photos as it holds for every query but one of the
// word "few", which finds three.
type manyPhotos struct{ n, asked atomic.Int64 }

func (f *manyPhotos) Count(_ context.Context, q catalog.Query) (int, error) {
	if len(q.Terms) > 0 {
		return 3, nil
	}
	return int(f.n.Load()), nil
}

func (f *manyPhotos) List(ctx context.Context, q catalog.Query, _ catalog.Sort, by catalog.Grouping, size int) iter.Seq2[catalog.Listing, error] {
	f.asked.Add(1)
	n, _ := f.Count(ctx, q)
	return func(yield func(catalog.Listing, error) bool) {
		for from := 0; from < n; from += size {
			page := make([]catalog.PhotoID, 0, size)
			for i := from; i < min(from+size, n); i++ {
				page = append(page, catalog.PhotoID(i+1))
			}
			if !yield(catalog.Listing{By: by, IDs: page, Runs: []catalog.Run{{Key: 1, Count: int32(len(page))}}}, ctx.Err()) {
				return
			}
		}
	}
}

// listing is what a screen would show of results.
type listing struct {
	ids   []catalog.PhotoID
	begun int // how often it began anew
	hands int
	count [2]int
	told  int // how often it was counted
}

func newListing(d *desk, f finder) (*results, *listing) {
	l := &listing{}
	r := &results{store: f, tasks: task.New(d.t.Context(), d.queue.Post)}
	d.t.Cleanup(r.tasks.Close)
	r.onList = func(list catalog.Listing) {
		l.ids = list.IDs
		l.begun++
		l.hands++
	}
	r.onMore = func(list catalog.Listing) {
		l.ids = append(l.ids, list.IDs...)
		l.hands++
	}
	r.onCount = func(found, total int) {
		l.count = [2]int{found, total}
		l.told++
	}
	r.onError = func(err error) { d.t.Error(err) }
	return r, l
}

func TestMillionResults(t *testing.T) {
	d := deskOf(t)
	f := &manyPhotos{}
	f.n.Store(1_000_000)
	r, l := newListing(d, f)
	r.ask(catalog.Query{}, catalog.SortTaken, catalog.GroupNone)
	d.until("the first page is there", func() bool { return l.hands > 0 })
	d.until("all are there", func() bool { return r.listed == 1_000_000 && l.count == [2]int{1_000_000, 1_000_000} })
	if l.ids[0] != 1 || l.ids[999_999] != 1_000_000 || !slices.IsSorted(l.ids) {
		t.Error("they are not in order")
	}
	if l.begun != 1 || l.hands > 40 {
		t.Errorf("the list began %d times and was handed on in %d parts", l.begun, l.hands)
	}
}

func TestNewerQueryWins(t *testing.T) {
	d := deskOf(t)
	f := &manyPhotos{}
	f.n.Store(300_000)
	r, l := newListing(d, f)
	few, err := catalog.ParseQuery("few")
	if err != nil {
		t.Fatal(err)
	}
	r.ask(catalog.Query{}, catalog.SortTaken, catalog.GroupNone)
	r.ask(few, catalog.SortTaken, catalog.GroupNone)
	d.until("the newer is answered", func() bool { return r.listed == 3 && l.count == [2]int{3, 300_000} })
	if len(l.ids) != 3 {
		t.Errorf("%d photos are listed", len(l.ids))
	}
}

func TestMorePhotosAreListed(t *testing.T) {
	d := deskOf(t)
	f := &manyPhotos{}
	f.n.Store(10)
	r, l := newListing(d, f)
	r.ask(catalog.Query{}, catalog.SortTaken, catalog.GroupNone)
	d.until("ten are listed", func() bool { return r.listed == 10 && l.count[1] == 10 })
	asked, told := f.asked.Load(), l.told
	r.changed()
	d.until("they are counted", func() bool { return l.told > told })
	if now := f.asked.Load(); now != asked {
		t.Error("a change that makes no photo asks for all of them again")
	}
	f.n.Store(12)
	r.changed()
	d.until("twelve are listed", func() bool { return len(l.ids) == 12 && r.listed == 12 })
}

// TestGroupsAreListedAgain: an edit moves photos from group to group, but not
// from version to version.
func TestGroupsAreListedAgain(t *testing.T) {
	d := deskOf(t)
	f := &manyPhotos{}
	f.n.Store(10)
	r, l := newListing(d, f)
	for by, again := range map[catalog.Grouping]int64{catalog.GroupRoute: 1, catalog.GroupAlike: 0} {
		r.ask(catalog.Query{}, catalog.SortTaken, by)
		d.until("ten are listed", func() bool { return r.listed == 10 && l.count[1] == 10 })
		asked, told := f.asked.Load(), l.told
		r.changed()
		d.until("they are counted and listed", func() bool { return l.told > told && r.listed == 10 })
		if got := f.asked.Load() - asked; got != again {
			t.Errorf("by %s they are listed %d times more, want %d", by, got, again)
		}
	}
}

// slow is a store that answers a query of the word "old" when it is let,
// whatever its context says, and any other at once.
type slow struct{ let chan struct{} }

func (s *slow) ids(q catalog.Query) []catalog.PhotoID {
	if q.String() == "old" {
		<-s.let
		return []catalog.PhotoID{1, 2, 3}
	}
	return []catalog.PhotoID{7}
}

func (s *slow) Count(_ context.Context, q catalog.Query) (int, error) { return len(s.ids(q)), nil }

func (s *slow) List(_ context.Context, q catalog.Query, sort catalog.Sort, by catalog.Grouping, _ int) iter.Seq2[catalog.Listing, error] {
	return func(yield func(catalog.Listing, error) bool) {
		ids := s.ids(q)
		yield(catalog.Listing{Sort: sort, By: by, IDs: ids, Runs: []catalog.Run{{Key: 1, Count: int32(len(ids))}}}, nil)
	}
}

func TestOlderAnswerNeverOverwritesANewerOne(t *testing.T) {
	d := deskOf(t)
	f := &slow{let: make(chan struct{})}
	r, l := newListing(d, f)
	word := func(text string) catalog.Query { return catalog.Query{Terms: []catalog.Term{{Value: text}}} }
	r.ask(word("old"), catalog.SortTaken, catalog.GroupNone)
	r.ask(word("new"), catalog.SortTaken, catalog.GroupNone)
	d.until("the newer is answered", func() bool { return r.listed == 1 && l.count == [2]int{1, 1} })
	close(f.let)
	r.tasks.Close() // waits for the older
	d.queue.Drain()
	if !slices.Equal(l.ids, []catalog.PhotoID{7}) || l.count != [2]int{1, 1} || l.begun != 1 {
		t.Errorf("the list is %v, the count %v, begun %d times", l.ids, l.count, l.begun)
	}
}
