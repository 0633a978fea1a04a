package similar

import "math/bits"

const (
	chunks    = 4 // of a hash, of 16 bits each
	chunkBits = 64 / chunks
	buckets   = 1 << chunkBits
)

// index finds hashes near another: multi-index hashing (Norouzi, Punjani and
// Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", 2014).
// A hash lies in one bucket for each of its chunks. The chunks have radii that
// add up, with one more bit for each chunk, to distance + 1; so two hashes that
// differ by more than the radius in every chunk are more than distance apart,
// and looking within the radius of each chunk misses none.
type index struct {
	distance int
	tables   []table
}

// table holds the hashes by one chunk of theirs.
type table struct {
	shift  int      // of the chunk in a hash
	flips  []uint16 // in what a chunk within the radius can differ
	spans  []span   // of each bucket, in hashes
	hashes []uint64
	places []int32 // what add was told of each hash
}

// span is the part of a table's hashes that one bucket has filled so far.
type span struct{ start, end int32 }

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
		shift: shift, spans: make([]span, buckets),
		hashes: make([]uint64, len(hashes)), places: make([]int32, len(hashes)),
	}
	for flip := range buckets {
		if bits.OnesCount(uint(flip)) <= radius {
			t.flips = append(t.flips, uint16(flip))
		}
	}
	for _, h := range hashes {
		t.spans[t.chunk(h)].end++
	}
	var start int32
	for i, s := range t.spans {
		t.spans[i] = span{start, start}
		start += s.end
	}
	return t
}

func (t *table) chunk(hash uint64) uint16 { return uint16(hash >> t.shift) }

// add puts in one of the hashes that room was made for, under its place.
func (x *index) add(hash uint64, place int32) {
	for i := range x.tables {
		t := &x.tables[i]
		s := &t.spans[t.chunk(hash)]
		t.hashes[s.end], t.places[s.end] = hash, place
		s.end++
	}
}

// nearest gives the place of the added hash that is nearest to this one and
// within the distance; of equally near ones the first place.
func (x *index) nearest(hash uint64) (place int32, found bool) {
	least := x.distance + 1
	for i := range x.tables {
		t := &x.tables[i]
		chunk := t.chunk(hash)
		for _, flip := range t.flips {
			s := t.spans[chunk^flip]
			for j, other := range t.hashes[s.start:s.end] {
				d := bits.OnesCount64(hash ^ other)
				if d > least {
					continue
				}
				if p := t.places[int(s.start)+j]; d < least || (found && p < place) {
					least, place, found = d, p, true
				}
			}
		}
	}
	return place, found
}
