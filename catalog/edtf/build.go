package edtf

import (
	"strings"
	"time"
)

// Of gives t's own clock reading (its location is not asked) as a date of the
// given precision: Year, Season (the meteorological season of the northern
// hemisphere; January and February belong to the winter of the year before),
// Month, Day or Second; any other precision means Second. A year beyond -9999 to
// 9999 is given alone, as EDTF has no months in such years.
func Of(t time.Time, precision Precision) Date {
	p := point{year: t.Year()}
	month := int(t.Month())
	if precision == Season && month < 3 {
		p.year--
		month += 12
	}
	if p.year < -9999 || p.year > 9999 || precision == Year {
		return singleDate(p)
	}
	p.month = month
	switch precision {
	case Month:
	case Season:
		p.month = spring - 1 + month/3
	case Day:
		p.day = t.Day()
	default:
		p.day = t.Day()
		p.clock = true
		p.hour, p.minute, p.second = t.Clock()
	}
	return singleDate(p)
}

// Between gives the set [a..b]: at one moment from a to b, both included. The
// zero Date leaves an end open. The ends must be single dates and b must not
// end before a begins, or the error is a *SyntaxError about the set's text.
func Between(a, b Date) (Date, error) {
	return Parse("[" + a.text + ".." + b.text + "]")
}

// OneOf gives the set of the given dates; the members of sets among them become
// members. The error is a *SyntaxError about the set's text.
func OneOf(dates ...Date) (Date, error) {
	texts := make([]string, len(dates))
	for i, d := range dates {
		texts[i] = d.text
		if d.IsSet() {
			texts[i] = strings.Trim(d.text, "[]")
		}
	}
	return Parse("[" + strings.Join(texts, ",") + "]")
}

// WithQualifier gives d with q, and no other, on it or on each of its ends; 0
// takes qualifiers away.
func (d Date) WithQualifier(q Qualifier) Date {
	spans := d.spans()
	if len(spans) == 0 {
		return d
	}
	for i := range spans {
		for _, e := range []*end{&spans[i].from, &spans[i].to} {
			if e.kind == dated {
				e.point.quality = q & (Uncertain | Approximate)
			}
		}
	}
	return assemble(d.form, spans)
}

// WithOffset gives a single date with time the offset "Z" or "+09:00", or none
// for ""; ok is false when d is no such date or the offset is not valid.
func (d Date) WithOffset(offset string) (_ Date, ok bool) {
	_, valid := OffsetDuration(offset)
	if d.form != single || !d.point.clock || (offset != "" && !valid) {
		return d, false
	}
	if offset == "-00:00" {
		offset = UTC
	}
	p := d.point
	p.offset = offset
	return singleDate(p), true
}
