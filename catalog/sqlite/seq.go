package sqlite

import (
	"time"

	"waybill/catalog"
)

// A photo's seq is its place in the order of time as one number: wall seconds,
// moved so that none is negative, in the high bits and the photo's number in
// the low 24. Photos without a date come last. Everything that finds photos is
// keyed by it, so that a page in the order of time is one stretch of an index
// and the photo's number needs no look-up.
const (
	seqIDBits  = 24
	seqShift   = 1 << 35 // seconds; makes years 882 to 3058 fit in 36 bits
	seqUndated = int64(1) << 60
)

func seqOf(taken *catalog.WallTime, id catalog.PhotoID) int64 {
	if taken == nil {
		return seqUndated | int64(id)
	}
	return seqAt(taken.Time) | int64(id)
}

// seqAt gives the lowest seq of photos taken in the second t.
func seqAt(t time.Time) int64 {
	seconds := min(max(t.Unix()+seqShift, 0), 1<<36-1)
	return seconds << seqIDBits
}

// idOf gives the photo that a seq belongs to.
func idOf(seq int64) catalog.PhotoID { return catalog.PhotoID(seq & catalog.MaxPhotos) }
