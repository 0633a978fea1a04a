package similar

import "math/bits"

const (
	chunks    = 4 // of a hash, of 16 bits each
	chunkBits = 64 / chunks
	bucketsOf = 1 << chunkBits
)

// index finds hashes near another: multi-index hashing (Norouzi, Punjani and
// Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", 2014).
// A hash lies in one bucket for each of its chunks. Two hashes that differ in
// at most distance bits cannot differ in more than its radius in every chunk,
// where the radii are such that one more bit in each makes distance + 1; so it
// is enough to look into the buckets within the radius of one chunk each.
type index struct {
	distance int
	tables   []table
}

// table holds the hashes by one chunk of theirs.
type table struct {
	shift  int      // of the chunk in a hash
	masks  []uint16 // in what a chunk within the radius can differ
	start  []int32  // of each bucket in hashes
	end    []int32  // of what it holds so far
	hashes []uint64
	places []int32 // what add was told of each hash
}

// newIndex makes an empty index with room for these hashes.
func newIndex(hashes []uint64, distance int) *index {
	x := &index{distance: distance}
	for c := range chunks {
		// distance + 1 dealt out among the chunks; one that gets none needs no looking at.
		if share := (distance + chunks - c) / chunks; share > 0 {
			x.tables = append(x.tables, newTable(hashes, c*chunkBits, share-1))
		}
	}
	return x
}

func newTable(hashes []uint64, shift, radius int) table {
	t := table{
		shift: shift,
		start: make([]int32, bucketsOf), end: make([]int32, bucketsOf),
		hashes: make([]uint64, len(hashes)), places: make([]int32, len(hashes)),
	}
	for mask := range bucketsOf {
		if bits.OnesCount(uint(mask)) <= radius {
			t.masks = append(t.masks, uint16(mask))
		}
	}
	for _, h := range hashes {
		if bucket := int(t.chunk(h)) + 1; bucket < bucketsOf {
			t.start[bucket]++
		}
	}
	for b := 1; b < bucketsOf; b++ {
		t.start[b] += t.start[b-1]
	}
	copy(t.end, t.start)
	return t
}

func (t *table) chunk(hash uint64) uint16 { return uint16(hash >> t.shift) }

// add puts in one of the hashes that room was made for, under its place.
func (x *index) add(hash uint64, place int32) {
	for i := range x.tables {
		t := &x.tables[i]
		end := &t.end[t.chunk(hash)]
		t.hashes[*end], t.places[*end] = hash, place
		*end++
	}
}

// nearest gives the place of the added hash that is nearest to this one and
// within the distance; of equally near ones the first place.
func (x *index) nearest(hash uint64) (place int32, found bool) {
	least := x.distance + 1
	for i := range x.tables {
		t := &x.tables[i]
		chunk := t.chunk(hash)
		for _, mask := range t.masks {
			from, to := t.start[chunk^mask], t.end[chunk^mask]
			for j, other := range t.hashes[from:to] {
				d := bits.OnesCount64(hash ^ other)
				if d > least {
					continue
				}
				if p := t.places[int(from)+j]; d < least || (found && p < place) {
					least, place, found = d, p, true
				}
			}
		}
	}
	return place, found
}
