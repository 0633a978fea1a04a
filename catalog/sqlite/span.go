package sqlite

import (
	"math"
	"time"

	"waybill/catalog"
)

// A photo whose date is a stretch of time stands in the order of time where the
// stretch begins (where it ends, when its beginning is open), and in photo_span
// besides. The class says how far before a moment one may begin that reaches it.
const (
	spanDay   = iota // at most a day long
	spanMonth        // at most 31 days
	spanYear         // at most 366 days
	spanLong
	spanNoEnd   // it begins and is open: it reaches everything after
	spanNoStart // it ends: it reaches everything before
)

// lookback gives how many seconds before a moment a photo of a class may stand
// that reaches it.
func lookback(class int) int64 {
	const day = 24 * 60 * 60
	switch class {
	case spanDay:
		return day
	case spanMonth:
		return 31 * day
	case spanYear:
		return 366 * day
	}
	return math.MaxInt32 << 8
}

// span is a stretch of wall time in seconds since 1970, both ends included.
type span struct {
	class       int
	first, last int64
}

// spanOf gives the stretch of a date; false when it is one moment or none.
func spanOf(d *catalog.Date) (span, bool) {
	if d == nil || d.Earliest == nil && d.Latest == nil {
		return span{}, false
	}
	s := span{first: math.MinInt64, last: math.MaxInt64}
	switch {
	case d.Earliest == nil:
		s.class, s.last = spanNoStart, d.Latest.Unix()
		return s, true
	case d.Latest == nil:
		s.class, s.first = spanNoEnd, d.Earliest.Unix()
		return s, true
	}
	s.first, s.last = d.Earliest.Unix(), d.Latest.Unix()
	for s.class = spanDay; s.class < spanLong && s.last-s.first > lookback(s.class); s.class++ {
	}
	return s, s.last > s.first
}

// moveSpan keeps photo_span in step with a photo's date.
func (d *door) moveSpan(old, seq int64, date *catalog.Date) error {
	if err := d.exec("DELETE FROM photo_span WHERE class IN (0, 1, 2, 3, 4, 5) AND seq = ?", old); err != nil {
		return err
	}
	s, ok := spanOf(date)
	if !ok {
		return nil
	}
	return d.exec("INSERT INTO photo_span VALUES (?, ?, ?, ?)", s.class, seq, s.first, s.last)
}

// moments is a stretch of time that a search asks for; photos whose date
// overlaps it are meant. Ends that are open lie outside all dates.
type moments struct {
	from, to int64 // seconds since 1970, both included
	base     int64 // seqRemoved to look into the bin, else 0
}

func momentsOf(r catalog.DateRange, base int64) moments {
	m := moments{from: math.MinInt64, to: math.MaxInt64, base: base}
	seconds := func(t *time.Time, open int64) int64 {
		if t == nil {
			return open
		}
		return t.Unix()
	}
	m.from, m.to = seconds(r.From, m.from), seconds(r.To, m.to)
	return m
}

// inside gives the seqs of photos that stand within the moments: all of them
// overlap, for a photo stands at an end of its own stretch.
func (m moments) inside() seqRange {
	r := seqRange{from: m.base, to: m.base + seqUndated - 1} // where photos stand that have any bound on their date
	if m.from != math.MinInt64 {
		r.from = m.base + seqAtSecond(m.from)
	}
	if m.to != math.MaxInt64 {
		r.to = m.base + seqAtSecond(m.to) | catalog.MaxPhotos
	}
	return r
}

// before gives the seqs of a class among which photos may overlap that stand
// outside: before the moments, or after them when a stretch has no beginning.
func (m moments) before(class int) seqRange {
	in := m.inside()
	if class == spanNoStart {
		return seqRange{from: in.to + 1, to: m.base + seqUndated - 1}
	}
	r := seqRange{from: m.base, to: in.from - 1}
	if m.from != math.MinInt64 {
		r.from = m.base + seqAtSecond(m.from-lookback(class))
	}
	return r
}

// condition is true for the seqs of photos that overlap the moments.
func (m moments) condition(seq string) clause {
	in := m.inside()
	var c clause
	c.add("("+seq+" BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM photo_span y WHERE y.class IN (0, 1, 2, 3, 4, 5) AND y.seq = "+seq+
		" AND y.first <= ? AND y.last >= ?))", in.from, in.to, m.to, m.from)
	return c
}
