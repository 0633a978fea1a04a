package present

import (
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/edtf"
)

// Date says when something was, as far as it is known, with the offsets from
// UTC where it is known to the second: "3 July 2023, 14:05 (+08:00)", "between
// 1 and 10 July 2023", "early July 2023". It gives "" for nil.
func (w *Words) Date(d *catalog.Date) string {
	if d == nil {
		return ""
	}
	parsed, err := edtf.Parse(d.EDTF)
	if err != nil {
		return harmless(d.EDTF)
	}
	_, offset, exact := parsed.Exact()
	if !exact || offset == edtf.UTC || len(d.Offsets) == 0 {
		return w.when(parsed)
	}
	plain, _ := parsed.WithOffset("") // every date with time takes it
	return w.zoned(w.when(plain), d.Offsets...)
}

// EDTF says a date of the Extended Date/Time Format in words, and gives back
// what is none.
func (w *Words) EDTF(text string) string {
	d, err := edtf.Parse(text)
	if err != nil {
		return harmless(text)
	}
	return w.when(d)
}

// DateMeant says what was understood of a date that somebody types: the words
// for it, its EDTF, and between which wall times it lies.
func (w *Words) DateMeant(text string) string {
	parts := []string{w.EDTF(text), text}
	if r, err := catalog.ParseDate(text); err == nil {
		parts = append(parts, w.Bounds(r.From, r.To))
	}
	return strings.Join(parts, " · ")
}

// Bounds says between which wall times a date lies, both included; nil is open.
// Without any it gives "".
func (w *Words) Bounds(earliest, latest *time.Time) string {
	clock := func(t *time.Time) string { return w.Time(catalog.WallTime{Time: *t}) }
	switch {
	case earliest == nil && latest == nil:
		return ""
	case earliest == nil:
		return w.T("date.not_after", "date", clock(latest))
	case latest == nil:
		return w.T("date.not_before", "date", clock(earliest))
	case earliest.Equal(*latest):
		return clock(earliest)
	}
	return w.T("date.bounds", "from", clock(earliest), "to", clock(latest))
}

// Offsets names offsets from UTC: "+08:00 or +09:00", "UTC".
func (w *Words) Offsets(offsets []string) string {
	names := make([]string, len(offsets))
	for i, o := range offsets {
		names[i] = o
		if o == edtf.UTC {
			names[i] = w.T("date.utc")
		}
	}
	return w.either(names)
}

// either joins what are alternatives: "a, b or c".
func (w *Words) either(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return w.T("date.or", "list", strings.Join(names[:last], w.T("list.separator")), "item", names[last])
}

func (w *Words) zoned(text string, offsets ...string) string {
	return w.T("date.zoned", "date", text, "offset", w.Offsets(offsets))
}

// when says any date in words.
func (w *Words) when(d edtf.Date) string {
	ranges := d.Ranges()
	if len(ranges) == 0 {
		return ""
	}
	if d.IsInterval() {
		return w.stretch(ranges[0], true)
	}
	words := make([]string, len(ranges))
	for i, r := range ranges {
		words[i] = w.stretch(r, false)
	}
	return w.either(words)
}

// point says one date in words, with how sure it is.
func (w *Words) point(d edtf.Date) string {
	return w.qualified(w.unqualified(d), d, false)
}

// qualified adds how sure a date is. A stretch of time takes other words than a
// date alone.
func (w *Words) qualified(text string, d edtf.Date, stretch bool) string {
	if d.Approximate() && stretch {
		text = w.T("date.roughly", "date", text)
	} else if d.Approximate() {
		text = w.T("date.about", "date", text)
	}
	if d.Uncertain() {
		text = w.T("date.perhaps", "date", text)
	}
	return text
}

func (w *Words) unqualified(d edtf.Date) string {
	plain := d.WithQualifier(0).String()
	first, last := d.Bounds()
	if first == nil || last == nil || plain[0] == '-' || plain[0] == 'Y' {
		return plain // before the year 0 or after 9999: no photo
	}
	year := strconv.Itoa(first.Year())
	switch d.Precision() {
	case edtf.Second:
		wall, offset, _ := d.Exact()
		text := w.Time(catalog.WallTime{Time: wall})
		if offset == "" {
			return text
		}
		return w.zoned(text, offset)
	case edtf.Day:
		return w.Day(catalog.WallTime{Time: *first})
	case edtf.Month:
		return w.T("date.month", "month", w.month(catalog.WallTime{Time: *first}), "year", year)
	case edtf.Season:
		return w.season(*first)
	case edtf.Decade:
		return w.T("date.decade", "year", year)
	case edtf.Century:
		return w.T("date.century", "from", year, "to", strconv.Itoa(last.Year()))
	}
	return w.T("date.year", "year", year)
}

// season names the season of the northern hemisphere that begins on a day.
func (w *Words) season(first time.Time) string {
	key := map[time.Month]string{
		time.March: "date.spring", time.June: "date.summer", time.September: "date.autumn", time.December: "date.winter",
	}[first.Month()]
	return w.T(key, "year", strconv.Itoa(first.Year()), "next", strconv.Itoa(first.Year()+1))
}
