// Package similar finds photos that look alike: messengers send on smaller,
// recompressed versions of a picture, which no hash of the bytes recognises. It
// compares 64-bit perceptual hashes by the number of bits in which they differ,
// and knows neither pictures nor a database.
package similar

import (
	"cmp"
	"math/bits"
	"slices"

	"waybill/catalog"
)

// Threshold is the distance up to which two pictures are taken for versions of
// one another, in bits of 64. Measured on 110 photos: half the size at JPEG
// quality 30 is 0 to 10 away, 4 or less for nine of ten; photos of different
// things are 16 and more apart, 32 in the middle.
const Threshold = 8

// Entry is a photo with what is needed to compare it and to find the best of
// several versions.
type Entry struct {
	Photo  catalog.PhotoID
	Hash   uint64 // perceptual
	Pixels int64  // width times height; 0 when they are not known
	Facts  int    // of a capture date, a position and a camera, how many usable claims of the file give
	Size   int64  // bytes
}

// better orders entries, the best version first: the one with more pixels, then
// more metadata, then more bytes, then the one that was here first.
func better(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(b.Pixels, a.Pixels),
		cmp.Compare(b.Facts, a.Facts),
		cmp.Compare(b.Size, a.Size),
		cmp.Compare(a.Photo, b.Photo),
	)
}

// SameShape reports whether two pictures, of sizes in pixels, can be versions of
// one another: scaling keeps the shape but for the rounding of the sides. A size
// that is not known (0) rules nothing out.
func SameShape(w1, h1, w2, h2 int) bool {
	if min(w1, h1, w2, h2) <= 0 {
		return true
	}
	const tolerance = 0.04
	ratio := float64(w1) / float64(h1) * float64(h2) / float64(w2)
	return ratio > 1-tolerance && ratio < 1+tolerance
}

// Match is a photo that looks like the one asked for.
type Match struct {
	Photo    catalog.PhotoID
	Distance int // bits, 0 to 64
}

// Near lists the photos whose hashes differ from hash in at most distance bits,
// the nearest first, of equals the one that was here first. A photo whose own
// hash is asked for is among them.
func Near(entries []Entry, hash uint64, distance int) []Match {
	var found []Match
	for _, e := range entries {
		if d := bits.OnesCount64(e.Hash ^ hash); d <= distance {
			found = append(found, Match{Photo: e.Photo, Distance: d})
		}
	}
	slices.SortFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Photo, b.Photo))
	})
	return found
}
