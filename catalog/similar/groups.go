package similar

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"waybill/catalog"
)

// MaxDistance is the largest distance that Groups takes. Beyond it unrelated
// pictures meet, and looking up takes about as long as comparing all with all.
const MaxDistance = 16

// Groups gathers the photos that are versions of one picture: each group has
// at least two, its head first and the others from the best version to the
// least; groups are in the order of their heads' ids.
//
// The head is the best version, by pixels, then metadata, then bytes, then age,
// and every member is within distance of the head. Groups of all that is linked through anything in
// between would be simpler, but a series of the same view, each picture a
// little different from the one before, would become one group whose ends have
// nothing in common. So the entries are gone through from the best to the
// least, and each joins the head that is nearest to it, of equally near ones
// the best, or becomes a head itself when none is within distance. Equal hashes
// go where the best of them goes. No head is within distance of a better one,
// and the result does not depend on the order of entries, whose ids must differ.
//
// Equal hashes cost no more than sorting them. Different ones are compared only
// when they nearly agree in 16 bits of one place: few of random ones, and at
// worst, when all agree there, each with every head. It takes about 400 bytes of
// memory an entry.
//
// A distance outside 0 to MaxDistance is an error of code ErrInvalid; the only
// other error is that of ctx.
func Groups(ctx context.Context, entries []Entry, distance int) ([][]catalog.PhotoID, error) {
	if distance < 0 || distance > MaxDistance {
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "group similar photos", Subject: fmt.Sprint(distance)}
	}
	ranked := slices.SortedFunc(slices.Values(entries), better)
	hashes, kinds := distinct(ranked)
	heads, err := headsOf(ctx, hashes, distance)
	if err != nil {
		return nil, fmt.Errorf("group similar photos: %w", err)
	}
	members := make([]int32, len(hashes)) // of each head's group
	for _, kind := range kinds {
		members[heads[kind]]++
	}
	groups := make([][]catalog.PhotoID, len(hashes))
	for i, e := range ranked {
		if head := heads[kinds[i]]; members[head] > 1 {
			groups[head] = append(groups[head], e.Photo)
		}
	}
	groups = slices.DeleteFunc(groups, func(g []catalog.PhotoID) bool { return g == nil })
	slices.SortFunc(groups, func(a, b []catalog.PhotoID) int { return cmp.Compare(a[0], b[0]) })
	return groups, nil
}

// distinct lists the hashes, each once in the order of its first entry, and for
// every entry the place of its hash in that list.
func distinct(entries []Entry) (hashes []uint64, kinds []int32) {
	places := make(map[uint64]int32, len(entries))
	kinds = make([]int32, len(entries))
	for i, e := range entries {
		place, seen := places[e.Hash]
		if !seen {
			place = int32(len(hashes))
			places[e.Hash] = place
			hashes = append(hashes, e.Hash)
		}
		kinds[i] = place
	}
	return hashes, kinds
}

// headsOf gives for each of the different hashes, the best first, the place of
// its head, which is its own when it is a head.
func headsOf(ctx context.Context, hashes []uint64, distance int) ([]int32, error) {
	heads := make([]int32, len(hashes))
	known := newIndex(hashes, distance)
	for i, hash := range hashes {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		head, found := known.nearest(hash)
		if !found {
			head = int32(i)
			known.add(hash, head)
		}
		heads[i] = head
	}
	return heads, nil
}
