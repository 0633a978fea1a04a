package sqlite

import (
	"iter"
	"math/bits"

	"waybill/catalog"
)

// photoSet is a set of photos: one bit for each number, so that a set of all
// that a catalogue can hold takes 2 MB.
type photoSet struct {
	bits []uint64
	n    int
}

func (s *photoSet) add(id catalog.PhotoID) {
	at, bit := int(id>>6), uint64(1)<<(id&63)
	if id < 0 || id > catalog.MaxPhotos {
		return
	}
	if at >= len(s.bits) {
		s.bits = append(s.bits, make([]uint64, at+1-len(s.bits))...)
	}
	if s.bits[at]&bit == 0 {
		s.bits[at] |= bit
		s.n++
	}
}

func (s *photoSet) has(id catalog.PhotoID) bool {
	at := int(id >> 6)
	return id >= 0 && at < len(s.bits) && s.bits[at]&(1<<(id&63)) != 0
}

func (s *photoSet) len() int { return s.n }

// all gives the photos in the order of their numbers.
func (s *photoSet) all() iter.Seq[catalog.PhotoID] {
	return func(yield func(catalog.PhotoID) bool) {
		for at, word := range s.bits {
			for ; word != 0; word &= word - 1 {
				if !yield(catalog.PhotoID(at<<6 | bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// first lists at most n of the photos.
func (s *photoSet) first(n int) []catalog.PhotoID {
	list := make([]catalog.PhotoID, 0, min(n, s.n))
	for id := range s.all() {
		if len(list) == n {
			break
		}
		list = append(list, id)
	}
	return list
}
