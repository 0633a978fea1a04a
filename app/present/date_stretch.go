package present

import (
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/edtf"
)

// stretchKeys are the texts of a stretch of time: whole for an interval, which
// is all the time from one end to the other, and once for a set, which is one
// moment between them. {from} and {to} are what differs in the ends, and the
// rest stands once, so that each language puts it where it belongs.
type stretchKeys struct{ once, whole string }

var (
	keysOfEnds   = stretchKeys{"date.between", "date.from_to"}               // nothing is common
	keysOfDays   = stretchKeys{"date.between_days", "date.from_to_days"}     // of one month
	keysOfDates  = stretchKeys{"date.between_dates", "date.from_to_dates"}   // of one year
	keysOfMonths = stretchKeys{"date.between_months", "date.from_to_months"} // of one year
	keysOfTimes  = stretchKeys{"date.between_times", "date.from_to_times"}   // of one day
	keysOfLast   = stretchKeys{"date.not_after", "date.until"}               // it has no beginning
	keysOfFirst  = stretchKeys{"date.not_before", "date.from_on"}            // it has no end
)

func (k stretchKeys) key(whole bool) string {
	if whole {
		return k.whole
	}
	return k.once
}

// stretch says a stretch of time, or a date that is none.
func (w *Words) stretch(r edtf.Range, whole bool) string {
	switch {
	case r.From == r.To:
		return w.point(r.From)
	case r.From.IsZero():
		return w.T(keysOfLast.key(whole), "date", w.point(r.To))
	case r.To.IsZero():
		return w.T(keysOfFirst.key(whole), "date", w.point(r.From))
	}
	if r.From.Approximate() != r.To.Approximate() || r.From.Uncertain() != r.To.Uncertain() {
		return w.T(keysOfEnds.key(whole), "from", w.point(r.From), "to", w.point(r.To))
	}
	if text := w.partOf(r); text != "" && !whole {
		if r.From.Uncertain() {
			return w.T("date.perhaps", "date", text)
		}
		return text
	}
	from, to, offset := plainEnds(r)
	text := w.ends(from, to, whole)
	if offset != "" {
		text = w.zoned(text, offset)
	}
	return w.qualified(text, r.From, from != to)
}

// plainEnds takes off what both ends have in common: the qualifier, the offset,
// and the clock of whole days.
func plainEnds(r edtf.Range) (from, to edtf.Date, offset string) {
	from, to = r.From.WithQualifier(0), r.To.WithQualifier(0)
	first, a, ok := from.Exact()
	last, b, ok2 := to.Exact()
	if !ok || !ok2 || a != b {
		return from, to, ""
	}
	from, _ = from.WithOffset("")
	to, _ = to.WithOffset("")
	if first.Format(time.TimeOnly) == "00:00:00" && last.Format(time.TimeOnly) == "23:59:59" {
		from, to = edtf.Of(first, edtf.Day), edtf.Of(last, edtf.Day)
	}
	return from, to, a
}

// ends says from when to when, naming once what both ends have in common.
func (w *Words) ends(from, to edtf.Date, whole bool) string {
	a, b := w.unqualified(from), w.unqualified(to)
	f, _ := from.Bounds()
	t, _ := to.Bounds()
	if a == b { // the seconds of one minute
		return a
	}
	if from.Precision() != to.Precision() || f == nil || t == nil || f.Year() != t.Year() || f.Year() < 1 {
		return w.T(keysOfEnds.key(whole), "from", a, "to", b)
	}
	keys, month, day := keysOfEnds, f.Month() == t.Month(), f.YearDay() == t.YearDay()
	switch precision := from.Precision(); {
	case precision == edtf.Second && day && !hasOffset(from) && !hasOffset(to):
		keys, a, b = keysOfTimes, f.Format("15:04"), t.Format("15:04")
	case precision == edtf.Day && month:
		keys, a, b = keysOfDays, strconv.Itoa(f.Day()), strconv.Itoa(t.Day())
	case precision == edtf.Day:
		keys, a, b = keysOfDates, w.dayOfYear(*f), w.dayOfYear(*t)
	case precision == edtf.Month:
		keys, a, b = keysOfMonths, w.monthName(*f), w.monthName(*t)
	}
	return w.T(keys.key(whole), "from", a, "to", b,
		"day", w.Day(catalog.WallTime{Time: *f}), "month", w.monthName(*f), "year", strconv.Itoa(f.Year()))
}

func hasOffset(d edtf.Date) bool {
	_, offset, _ := d.Exact()
	return offset != ""
}

func (w *Words) monthName(t time.Time) string { return w.month(catalog.WallTime{Time: t}) }

func (w *Words) dayOfYear(t time.Time) string {
	return w.T("date.day_month", "day", t.Day(), "month", w.monthName(t))
}

// partOf names the approximate part of a month or a year that people mean by
// its beginning, middle and end (see package datetext); "" when it is none.
func (w *Words) partOf(r edtf.Range) string {
	from, to := r.From.WithQualifier(0).String(), r.To.WithQualifier(0).String()
	if !r.From.Approximate() || len(from) != len(to) {
		return ""
	}
	first, last := r.From.Bounds()
	if _, end := r.To.Bounds(); first != nil && end != nil {
		last = end
	}
	switch {
	case first == nil || last == nil || first.Year() < 1:
		return ""
	case r.From.Precision() == edtf.Day && r.To.Precision() == edtf.Day && from[:len("2006-01")] == to[:len("2006-01")]:
		end := to[len(to)-2:]
		if last.AddDate(0, 0, 1).Day() == 1 {
			end = "last"
		}
		key := map[string]string{
			"01-10": "date.early_month", "11-20": "date.mid_month", "21-last": "date.late_month",
		}[from[len(from)-2:]+"-"+end]
		return w.part(key, *first)
	case r.From.Precision() == edtf.Month && r.To.Precision() == edtf.Month && first.Year() == last.Year():
		key := map[string]string{
			"01-04": "date.early_year", "05-08": "date.mid_year", "09-12": "date.late_year",
		}[from[strings.LastIndexByte(from, '-')+1:]+to[strings.LastIndexByte(to, '-'):]]
		return w.part(key, *first)
	}
	return ""
}

func (w *Words) part(key string, first time.Time) string {
	if key == "" {
		return ""
	}
	return w.T(key, "month", w.monthName(first), "year", strconv.Itoa(first.Year()))
}
