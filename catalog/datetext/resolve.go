package datetext

import (
	"time"

	"waybill/catalog/edtf"
)

// stretch is what one date stands for: from low to high, which are equal unless
// it is a part of a month or year, or half a day.
type stretch struct {
	low, high edtf.Date
}

func (s stretch) date() (edtf.Date, error) {
	if s.low == s.high {
		return s.low, nil
	}
	return edtf.Between(s.low, s.high)
}

// limit gives the ends of all before or after the stretch, one of them open.
// What is before July 2023 is in June 2023 at the latest, and what is before a
// day, on the day before.
func (s stretch) limit(which int) stretch {
	switch which {
	case before:
		first, _ := s.low.Bounds()
		return stretch{high: neighbour(s.low, first.Add(-time.Second))}
	case notAfter:
		return stretch{high: s.high}
	case after:
		_, last := s.high.Bounds()
		return stretch{low: neighbour(s.high, last.Add(time.Second))}
	}
	return stretch{low: s.low}
}

// neighbour gives the date at t, as precise, as sure and with the same offset as
// d.
func neighbour(d edtf.Date, t time.Time) edtf.Date {
	precision := d.Precision()
	switch precision {
	case edtf.Season:
		precision = edtf.Month
	case edtf.Decade:
		precision = edtf.Year
	}
	next := edtf.Of(t, precision)
	if _, offset, ok := d.Exact(); ok {
		next, _ = next.WithOffset(offset)
	}
	return qualify(next, quality(d))
}

func quality(d edtf.Date) (q edtf.Qualifier) {
	if d.Uncertain() {
		q |= edtf.Uncertain
	}
	if d.Approximate() {
		q |= edtf.Approximate
	}
	return q
}

// resolve makes dates of the parts that were said, or says what is missing or
// does not exist.
func (p *parser) resolve(f *fields) (stretch, error) {
	if err := p.check(f); err != nil {
		return stretch{}, err
	}
	var s stretch
	var err error
	switch {
	case f.hour.said || f.half.said:
		s, err = p.timed(f)
	case f.day.said:
		d := edtf.Of(f.midnight(), edtf.Day)
		s = stretch{d, d}
	case f.part.n >= firstHalf:
		s = f.halfOf()
	case f.part.said:
		s = f.third()
	case f.season.said:
		d := edtf.Of(f.seasonStart(), edtf.Season)
		s = stretch{d, d}
	case f.decade:
		s.low, err = edtf.Parse(edtf.Of(f.midnight(), edtf.Year).String()[:3] + "X")
		s.high = s.low
	case f.month.said:
		d := edtf.Of(f.midnight(), edtf.Month)
		s = stretch{d, d}
	default:
		d := edtf.Of(f.midnight(), edtf.Year)
		s = stretch{d, d}
	}
	return stretch{qualify(s.low, f.quality), qualify(s.high, f.quality)}, err
}

// check refuses parts that do not fit together or do not exist.
func (p *parser) check(f *fields) error {
	timed := f.hour.said || f.half.said
	switch {
	case f.bare.said:
		return p.fail(f.bare.by, edtf.ReasonUnexpected)
	case f.zone.said && !f.hour.said:
		return p.fail(f.zone.by, edtf.ReasonUnexpected)
	case !f.year.said:
		return p.fail(f.whole(p.tokens), ReasonMissingYear)
	case f.season.said && (f.month.said || f.day.said || timed || f.decade):
		return p.fail(f.season.by, edtf.ReasonUnexpected)
	case f.part.n >= firstHalf && f.season.said:
		return p.fail(f.part.by, edtf.ReasonUnexpected)
	case f.part.said && (f.day.said || timed || f.decade):
		return p.fail(f.part.by, edtf.ReasonUnexpected)
	case (f.day.said || timed) && !f.month.said:
		return p.fail(f.whole(p.tokens), ReasonMissingMonth)
	case (timed || f.weekday.said) && !f.day.said:
		return p.fail(f.whole(p.tokens), ReasonMissingDay)
	case f.decade && f.month.said:
		return p.fail(f.month.by, edtf.ReasonUnexpected)
	case f.month.said && (f.month.n < 1 || f.month.n > 12):
		return p.fail(f.month.by, edtf.ReasonNoSuchMonth)
	case f.day.said && f.midnight().Day() != f.day.n:
		return p.fail(f.day.by, edtf.ReasonNoSuchDay)
	case f.weekday.said && int(f.midnight().Weekday()) != f.weekday.n:
		return p.fail(f.weekday.by, ReasonWrongWeekday)
	}
	return nil
}

// midnight gives the start of the day, or of the first of the month or year.
func (f *fields) midnight() time.Time {
	month, day := time.January, 1
	if f.month.said {
		month = time.Month(f.month.n)
	}
	if f.day.said {
		day = f.day.n
	}
	return time.Date(f.year.n, month, day, 0, 0, 0, 0, time.UTC)
}

func (f *fields) seasonStart() time.Time {
	return time.Date(f.year.n, time.Month(3*(f.season.n-20)), 1, 0, 0, 0, 0, time.UTC)
}

// third gives the early, middle or late part of a month, a season or a year.
func (f *fields) third() stretch {
	start := f.midnight()
	var low, high edtf.Date
	switch {
	case f.season.said:
		low = edtf.Of(f.seasonStart().AddDate(0, f.part.n, 0), edtf.Month)
		high = low
	case f.month.said:
		last := start.AddDate(0, 0, 10*f.part.n+9)
		if f.part.n == late {
			last = start.AddDate(0, 1, -1)
		}
		low = edtf.Of(start.AddDate(0, 0, 10*f.part.n), edtf.Day)
		high = edtf.Of(last, edtf.Day)
	default:
		low = edtf.Of(start.AddDate(0, 4*f.part.n, 0), edtf.Month)
		high = edtf.Of(start.AddDate(0, 4*f.part.n+3, 0), edtf.Month)
	}
	return stretch{low.WithQualifier(edtf.Approximate), high.WithQualifier(edtf.Approximate)}
}

// halfOf gives half a year, or half a month, whose first half is 15 days.
func (f *fields) halfOf() stretch {
	start := f.midnight()
	first := f.part.n == firstHalf
	switch {
	case f.month.said && first:
		return stretch{edtf.Of(start, edtf.Day), edtf.Of(start.AddDate(0, 0, 14), edtf.Day)}
	case f.month.said:
		return stretch{edtf.Of(start.AddDate(0, 0, 15), edtf.Day), edtf.Of(start.AddDate(0, 1, -1), edtf.Day)}
	case first:
		return stretch{edtf.Of(start, edtf.Month), edtf.Of(start.AddDate(0, 5, 0), edtf.Month)}
	}
	return stretch{edtf.Of(start.AddDate(0, 6, 0), edtf.Month), edtf.Of(start.AddDate(0, 11, 0), edtf.Month)}
}

// timed gives a date with time, or the half of a day.
func (p *parser) timed(f *fields) (stretch, error) {
	if !f.hour.said {
		if f.half.n == evening {
			return stretch{}, p.fail(f.half.by, edtf.ReasonIncomplete)
		}
		start := f.midnight().Add(time.Duration(12*f.half.n) * time.Hour)
		return stretch{
			edtf.Of(start, edtf.Second),
			edtf.Of(start.Add(12*time.Hour-time.Second), edtf.Second),
		}, nil
	}
	hour, minute, second, err := p.clock(f)
	if err != nil {
		return stretch{}, err
	}
	wall := f.midnight().Add(time.Duration(hour*3600+minute*60+second) * time.Second)
	d := edtf.Of(wall, edtf.Second)
	if f.zone.said {
		d, _ = d.WithOffset(offsetAt(f.zone.by.offset, wall))
	}
	return stretch{d, d}, nil
}
