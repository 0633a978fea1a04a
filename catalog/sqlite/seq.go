package sqlite

import "waybill/catalog"

// A photo's seq is its place in the order of time as one number: wall seconds,
// moved so that none is negative, in the high bits and the photo's number in
// the low 24. Photos without a date come last. Everything that finds photos is
// keyed by it, so that a page in the order of time is one stretch of an index
// and the photo's number needs no look-up.
const (
	seqIDBits  = 24
	seqShift   = 1 << 35 // seconds; makes years 882 to 3058 fit in 36 bits
	seqUndated = int64(1) << 60
	seqRemoved = int64(1) << 61 // set for what lies in the bin: there the same order begins again
)

// inBin tells whether a seq is that of a photo in the bin.
func inBin(seq int64) bool { return seq&seqRemoved != 0 }

// seqOf gives a photo's place: that of its earliest moment, or of its latest
// when it has no other bound.
func seqOf(d *catalog.Date, id catalog.PhotoID) int64 {
	switch {
	case d != nil && d.Earliest != nil:
		return seqAtSecond(d.Earliest.Unix()) | int64(id)
	case d != nil && d.Latest != nil:
		return seqAtSecond(d.Latest.Unix()) | int64(id)
	}
	return seqUndated | int64(id)
}

// seqAtSecond gives the lowest seq of photos that stand at a second since 1970.
func seqAtSecond(second int64) int64 {
	second = min(max(second, -seqShift), 1<<36-1-seqShift)
	return (second + seqShift) << seqIDBits
}

// idOf gives the photo that a seq belongs to.
func idOf(seq int64) catalog.PhotoID { return catalog.PhotoID(seq & catalog.MaxPhotos) }

// secondOf gives the second since 1970 at which a photo stands, in the bin or beside
// it; false when it has no date.
func secondOf(seq int64) (int64, bool) {
	seq &^= seqRemoved
	return seq>>seqIDBits - seqShift, seq < seqUndated
}
