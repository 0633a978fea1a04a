// Package edtf reads and writes dates in the Extended Date/Time Format: the
// Library of Congress specification of 4 February 2019, a profile of ISO
// 8601-1:2019 (level 0) and of its extensions in ISO 8601-2:2019.
//
// Levels 0 and 1 are complete; of level 2 there is the set "one of these", such
// as [1667,1668,1670..1672], [..1984] and [1984..], because "on an unknown day
// between a and b" is such a set and not an interval. The rest of level 2
// (exponents, significant digits, "all of" sets, qualified and unspecified parts
// of a date, further seasons) is refused with ReasonUnsupported.
//
// Two liberties are taken: a date with time may be qualified, and may be an end
// of an interval or of a range in a set. Times are whole seconds; there is no
// leap second and no 24:00:00.
//
// The package knows nothing of catalogues, languages or where a date came from.
package edtf

import (
	"strings"
	"time"
)

// MaxLength is how many bytes a text may have.
const MaxLength = 1024

// Date is a date, a date with time, an interval or a set of these. Values are
// immutable and may be compared with ==: two are equal when their canonical
// texts are. The zero Date is no date.
type Date struct {
	form             form
	text             string
	point            point // of a single date
	earliest, latest limit
	quality          Qualifier
}

type form uint8

const (
	none form = iota
	single
	interval
	set
)

// limit is an end of a stretch of wall time, perhaps open or unknown.
type limit struct {
	known bool
	time  time.Time
}

// Qualifier says how sure a date is (level 1, "qualification of a date").
type Qualifier uint8

// Qualifiers, which may be combined with |.
const (
	Uncertain   Qualifier = 1 << iota // ? the source may be wrong
	Approximate                       // ~ near this, not exactly this
)

// String gives the qualifier's character: "", "?", "~" or "%".
func (q Qualifier) String() string {
	return [...]string{"", "?", "~", "%"}[q&(Uncertain|Approximate)]
}

// Precision is how fine a single date is.
type Precision uint8

// Precisions, from none (intervals, sets and the zero Date) to the finest.
const (
	NoPrecision Precision = iota
	Century               // 20XX
	Decade                // 201X
	Year                  // 2004, 2004-XX, 2004-XX-XX
	Season                // 2004-21
	Month                 // 2004-06, 2004-06-XX
	Day                   // 2004-06-11
	Second                // 2004-06-11T14:05:00
)

// IsZero tells whether d is no date at all.
func (d Date) IsZero() bool { return d.form == none }

// IsInterval tells whether d is an interval "a/b": all the time from a to b.
func (d Date) IsInterval() bool { return d.form == interval }

// IsSet tells whether d is a set "[...]": one of its members, not known which.
func (d Date) IsSet() bool { return d.form == set }

// Uncertain tells whether d or an end of it is marked ? or %.
func (d Date) Uncertain() bool { return d.quality&Uncertain != 0 }

// Approximate tells whether d or an end of it is marked ~ or %.
func (d Date) Approximate() bool { return d.quality&Approximate != 0 }

// Precision gives how fine a single date is.
func (d Date) Precision() Precision {
	if d.form != single {
		return NoPrecision
	}
	return d.point.precision()
}

// String gives the canonical text, which Parse reads as the same Date; "" for
// the zero Date. An offset always has minutes: "-04" becomes "-04:00".
func (d Date) String() string { return d.text }

// Bounds gives the first and the last second d may stand for, both included, as
// wall time written as if it were UTC; nil where d is open or its end unknown.
// Qualifiers do not widen them.
//
// Seasons are those of the northern hemisphere in whole months: spring is March
// to May, summer June to August, autumn September to November, winter December
// to February of the next year. Years before 0000 and after 9999 are not told
// apart: their bounds are 0000-01-01T00:00:00 or 9999-12-31T23:59:59, so that
// bounds always have four digits and sort as text.
func (d Date) Bounds() (earliest, latest *time.Time) {
	return d.earliest.pointer(), d.latest.pointer()
}

func (l limit) pointer() *time.Time {
	if !l.known {
		return nil
	}
	return &l.time
}

// Exact gives the wall time, as if it were UTC, and the offset ("", "Z" or
// "+09:00") of one date with time, qualified or not; ok is false for anything
// else.
func (d Date) Exact() (wall time.Time, offset string, ok bool) {
	if d.form != single || !d.point.clock {
		return time.Time{}, "", false
	}
	return d.point.first(), d.point.offset, true
}

// Range is a stretch of time. An end that is open or unknown is the zero Date.
type Range struct {
	From, To Date
}

// Ranges gives the members of a set in their order, the one stretch of an
// interval, or a single date as a stretch from itself to itself.
func (d Date) Ranges() []Range {
	var ranges []Range
	for _, s := range d.spans() {
		ranges = append(ranges, Range{From: s.from.date(), To: s.to.date()})
	}
	return ranges
}

// spans takes d apart again. A canonical text always reads.
func (d Date) spans() []span {
	if d.form == none {
		return nil
	}
	s := scanner{text: d.text}
	_, spans, _ := s.read()
	return spans
}

// assemble makes a Date of valid spans.
func assemble(f form, spans []span) Date {
	d := Date{form: f}
	texts := make([]string, len(spans))
	for i, s := range spans {
		texts[i] = s.text(f)
		d.quality |= s.from.point.quality | s.to.point.quality
		first, last := s.limits()
		if i == 0 {
			d.earliest, d.latest = first, last
			continue
		}
		d.earliest.known = d.earliest.known && first.known
		d.latest.known = d.latest.known && last.known
		if first.time.Before(d.earliest.time) {
			d.earliest.time = first.time
		}
		if last.time.After(d.latest.time) {
			d.latest.time = last.time
		}
	}
	d.earliest, d.latest = d.earliest.clamp(), d.latest.clamp()
	d.text = strings.Join(texts, ",")
	switch f {
	case set:
		d.text = "[" + d.text + "]"
	case single:
		d.point = spans[0].from.point
	}
	return d
}

// clamp keeps a limit within four-digit years, and makes an unknown one the
// same whatever it was.
func (l limit) clamp() limit {
	switch {
	case !l.known:
		return limit{}
	case l.time.Year() < 0:
		l.time = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
	case l.time.Year() > 9999:
		l.time = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	}
	return l
}
