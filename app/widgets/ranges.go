package widgets

import (
	"cmp"
	"iter"
	"slices"
)

// interval is the half-open set of indexes lo, lo+1, …, hi-1.
type interval struct{ lo, hi int }

// Ranges is a set of indexes kept as sorted intervals that neither overlap nor touch, so that "all of 1,000,000" is one
// interval. The zero value is empty. Ranges is a value: a change builds a new list, and copies made before keep their members.
type Ranges struct{ list []interval }

// NewRanges returns the set of the given indexes, in any order and with repetitions. It takes O(n log n).
func NewRanges(indexes ...int) Ranges {
	sorted := slices.Clone(indexes)
	slices.Sort(sorted)
	var r Ranges
	for _, i := range sorted {
		if n := len(r.list); n > 0 && i <= r.list[n-1].hi {
			r.list[n-1].hi = max(r.list[n-1].hi, i+1)
			continue
		}
		r.list = append(r.list, interval{i, i + 1})
	}
	return r
}

// Span returns the set of the indexes from lo up to, not including, hi.
func Span(lo, hi int) Ranges {
	var r Ranges
	r.Add(lo, hi)
	return r
}

// Add puts the indexes from lo up to, not including, hi into the set.
func (r *Ranges) Add(lo, hi int) {
	if lo >= hi {
		return
	}
	from := r.firstEndingAt(lo)
	to := from
	for to < len(r.list) && r.list[to].lo <= hi {
		lo, hi = min(lo, r.list[to].lo), max(hi, r.list[to].hi)
		to++
	}
	r.replace(from, to, interval{lo, hi})
}

// Remove takes the indexes from lo up to, not including, hi out of the set.
func (r *Ranges) Remove(lo, hi int) {
	if lo >= hi {
		return
	}
	from := r.firstEndingAt(lo + 1)
	to := from
	var rest []interval
	for to < len(r.list) && r.list[to].lo < hi {
		if old := r.list[to]; old.lo < lo {
			rest = append(rest, interval{old.lo, lo})
		}
		if old := r.list[to]; old.hi > hi {
			rest = append(rest, interval{hi, old.hi})
		}
		to++
	}
	if from != to {
		r.replace(from, to, rest...)
	}
}

// Toggle puts the index i in, or takes it out when it is in.
func (r *Ranges) Toggle(i int) {
	if r.Contains(i) {
		r.Remove(i, i+1)
	} else {
		r.Add(i, i+1)
	}
}

// Contains reports whether the index i is in the set, in O(log n) of the intervals.
func (r Ranges) Contains(i int) bool {
	at := r.firstEndingAt(i + 1)
	return at < len(r.list) && r.list[at].lo <= i
}

// Covers reports whether all indexes from lo up to, not including, hi are in the set.
func (r Ranges) Covers(lo, hi int) bool {
	at := r.firstEndingAt(lo + 1)
	return lo >= hi || at < len(r.list) && r.list[at].lo <= lo && r.list[at].hi >= hi
}

// Union returns the set of the indexes that are in either, in O(n) of the intervals.
func (r Ranges) Union(other Ranges) Ranges {
	var all Ranges
	a, b := r.list, other.list
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].lo <= b[0].lo {
			all.push(a[0].lo, a[0].hi)
			a = a[1:]
		} else {
			all.push(b[0].lo, b[0].hi)
			b = b[1:]
		}
	}
	return all
}

// push adds an interval that begins no earlier than the last one does, to a set that was not copied yet.
func (r *Ranges) push(lo, hi int) {
	if n := len(r.list); n > 0 && lo <= r.list[n-1].hi {
		r.list[n-1].hi = max(r.list[n-1].hi, hi)
		return
	}
	r.list = append(r.list, interval{lo, hi})
}

// Len returns the number of indexes in the set.
func (r Ranges) Len() int {
	n := 0
	for _, v := range r.list {
		n += v.hi - v.lo
	}
	return n
}

// Empty reports whether nothing is in the set.
func (r Ranges) Empty() bool { return len(r.list) == 0 }

// Equal reports whether both sets have the same members.
func (r Ranges) Equal(other Ranges) bool { return slices.Equal(r.list, other.list) }

// All yields the indexes in ascending order.
func (r Ranges) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, v := range r.list {
			for i := v.lo; i < v.hi; i++ {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// Spans yields the intervals in ascending order, each as its first index and the one after its last.
func (r Ranges) Spans() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for _, v := range r.list {
			if !yield(v.lo, v.hi) {
				return
			}
		}
	}
}

// firstEndingAt returns the position of the first interval whose end is at least end.
func (r Ranges) firstEndingAt(end int) int {
	at, _ := slices.BinarySearchFunc(r.list, end, func(v interval, end int) int { return cmp.Compare(v.hi, end) })
	return at
}

// replace puts with in the place of the intervals from up to, not including, to. It never writes into the old list.
func (r *Ranges) replace(from, to int, with ...interval) {
	r.list = slices.Concat(r.list[:from], with, r.list[to:])
}
