package catalog

import (
	"cmp"
	"math"
	"slices"
)

// Grouping says what photos have in common that stand together in a list.
type Grouping string

// Groupings.
const (
	GroupNone  Grouping = ""
	GroupDay   Grouping = "day"   // when they were taken, as closely as that is known
	GroupBatch Grouping = "batch" // the latest intake first
	GroupRoute Grouping = "route"
	GroupLot   Grouping = "lot"   // of several the first
	GroupAlike Grouping = "alike" // versions of one picture
)

// Groupings lists them in the order in which they are shown.
func Groupings() []Grouping {
	return []Grouping{GroupNone, GroupDay, GroupBatch, GroupRoute, GroupLot, GroupAlike}
}

// NoKey is the key of photos without a date, route, lot or version.
const NoKey = math.MinInt32

// Run is photos that follow one another in a list and have a key in common: in
// a grouped list a DayKey, the number of a batch, route or lot, or that of the
// best version; in one without groups where its order has come: a DayKey of a
// month in the order of time, of the day of import, or the letter that a name
// begins with.
type Run struct {
	Key   int32
	Count int32
	Label string // of a batch or route its name, of a lot that of its item
}

// Listing is a list of photos, or a part of one, with the runs that it falls into.
type Listing struct {
	Sort Sort
	By   Grouping
	IDs  []PhotoID
	Runs []Run
}

// Add puts what comes next behind a list.
func (l *Listing) Add(next Listing) {
	l.Sort, l.By = next.Sort, next.By
	if l.IDs == nil {
		l.IDs = next.IDs // a million need not be copied
	} else {
		l.IDs = append(l.IDs, next.IDs...)
	}
	for _, r := range next.Runs {
		l.addRun(r)
	}
}

func (l *Listing) addRun(r Run) {
	if n := len(l.Runs); n > 0 && l.Runs[n-1].Key == r.Key {
		l.Runs[n-1].Count += r.Count
		return
	}
	l.Runs = append(l.Runs, r)
}

// NewListing makes a list without groups of photos with the key of each.
func NewListing(sort Sort, ids []PhotoID, keys []int32) Listing {
	l := Listing{Sort: sort, IDs: ids}
	for _, key := range keys {
		l.addRun(Run{Key: key, Count: 1})
	}
	return l
}

// GroupKeys says which group each photo of a catalogue belongs to.
type GroupKeys struct {
	Keys   []int32 // by the photo's number; NoKey, or beyond the end, for none
	Labels map[int32]string
}

// Set gives a photo its key.
func (k *GroupKeys) Set(id PhotoID, key int32) {
	for int(id) >= len(k.Keys) {
		k.Keys = append(k.Keys, NoKey)
	}
	k.Keys[id] = key
}

// Of gives a photo's key.
func (k *GroupKeys) Of(id PhotoID) int32 {
	if id < 0 || int(id) >= len(k.Keys) {
		return NoKey
	}
	return k.Keys[id]
}

// Arrange brings photos of one key together, each in the order that they have,
// which is sort: days, lots and versions in their order, routes by name, the
// latest batch first, and what has no key last.
func (k *GroupKeys) Arrange(ids []PhotoID, sort Sort, by Grouping) Listing {
	counts := map[int32]int32{}
	for _, id := range ids {
		counts[k.Of(id)]++
	}
	l := Listing{Sort: sort, By: by, IDs: make([]PhotoID, len(ids)), Runs: make([]Run, 0, len(counts))}
	for key, n := range counts {
		l.Runs = append(l.Runs, Run{Key: key, Count: n, Label: k.Labels[key]})
	}
	slices.SortFunc(l.Runs, func(a, b Run) int { return compareRuns(a, b, by) })
	next := counts // from here on: where the next photo of a key goes
	at := int32(0)
	for _, r := range l.Runs {
		next[r.Key] = at
		at += r.Count
	}
	for _, id := range ids {
		key := k.Of(id)
		l.IDs[next[key]] = id
		next[key]++
	}
	return l
}

func compareRuns(a, b Run, by Grouping) int {
	none := func(r Run) int {
		if r.Key == NoKey {
			return 1
		}
		return 0
	}
	if c := cmp.Compare(none(a), none(b)); c != 0 {
		return c
	}
	switch by {
	case GroupBatch:
		return cmp.Compare(b.Key, a.Key)
	case GroupRoute:
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Key, b.Key))
	}
	return cmp.Compare(a.Key, b.Key)
}

// Beside gives the first photo behind two places of a list that is not gone, or else
// the last one before them; false when there is none.
func Beside(ids []PhotoID, first, last int, gone map[PhotoID]bool) (PhotoID, bool) {
	for i := last + 1; i < len(ids); i++ {
		if !gone[ids[i]] {
			return ids[i], true
		}
	}
	for i := first - 1; i >= 0; i-- {
		if !gone[ids[i]] {
			return ids[i], true
		}
	}
	return 0, false
}
