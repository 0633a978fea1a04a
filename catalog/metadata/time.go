package metadata

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/edtf"
)

// oldestPhoto is the year before which no photograph exists.
const oldestPhoto = 1826

// Exif writes "2006:01:02 15:04:05". Some cameras and programs write other
// separators, a blank for a leading zero, no seconds, parts of a second, or the
// offset from UTC in the same field; since the year comes first, all of these
// can be read in one way only.
var (
	datePattern = regexp.MustCompile(`^(\d{4})[:/.-] ?(\d{1,2})[:/.-] ?(\d{1,2})$`)
	timePattern = regexp.MustCompile(`^(\S+|\d{4}[:/.-] ?\d{1,2}[:/.-] ?\d{1,2})(?: +|T)(\d{1,2}): ?(\d{1,2})(?:: ?(\d{1,2})(?:[.,]\d+)?)?(?: ?(Z|[+-]\d\d:\d\d))?$`)

	// partPattern is a date whose time, and perhaps day and month, are blank or
	// zeros: what is not known is left so.
	partPattern = regexp.MustCompile(`^(\d{4})[:/.-](\d\d|  )(?:[:/.-](\d\d|  )?)?[ :0]*$`)
)

// times claims the three times of Exif. Each gets the offset that its own field
// states (Exif 2.31): OffsetTime belongs to the time of the last change, which
// may have been made in another zone than the photo, so it says nothing about
// when the photo was taken.
func (r *reader) times() {
	for _, f := range []struct {
		tag, offset uint16
		property    catalog.Property
	}{
		{tagDateTimeOriginal, tagOffsetTimeOriginal, catalog.PropTaken},
		{tagDateTimeDigitized, tagOffsetTimeDigitized, catalog.PropDigitized},
		{tagDateTime, tagOffsetTime, catalog.PropModified},
	} {
		raw := rawText(r.field(f.tag))
		if raw == "" {
			continue
		}
		offset := rawText(r.field(f.offset))
		value := wallTime(raw, strings.TrimSpace(offset))
		r.claim(catalog.OriginExif, f.property, join(" ", raw, offset), value)
	}
}

// wallTime reads the text of an Exif time and that of its offset into the value
// of a claim; "" when the text is blank, zeros or no possible time. An offset
// that is blank or no offset is left out. Without seconds it is the full minute,
// without a time the day, month or year.
func wallTime(text, offset string) string {
	text, _, _ = strings.Cut(text, nulSign)
	text = strings.TrimSpace(text)
	t := timePattern.FindStringSubmatch(text)
	if t == nil {
		return partOfDate(text)
	}
	if _, ok := calendarDay(t[1]); !ok {
		return partOfDate(text)
	}
	d := datePattern.FindStringSubmatch(t[1])
	if !edtf.ValidOffset(offset) {
		offset = t[5]
	}
	return moment{
		year: d[1], month: d[2], day: d[3],
		hour: t[2], minute: t[3], second: cmp.Or(t[4], "00"), offset: offset,
	}.edtf()
}

// partOfDate reads the text of an Exif time that tells no more than a day, a month
// or a year.
func partOfDate(text string) string {
	p := partPattern.FindStringSubmatch(text)
	if p == nil {
		return ""
	}
	return moment{year: p[1], month: strings.TrimSpace(p[2]), day: strings.TrimSpace(p[3])}.edtf()
}

// calendarDay reads a date of Exif. It is false for a day that no calendar has
// and for one before photography.
func calendarDay(text string) (time.Time, bool) {
	m := datePattern.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return time.Time{}, false
	}
	year, month, day := atoi(m[1]), time.Month(atoi(m[2])), atoi(m[3])
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t, t.Month() == month && t.Day() == day && year >= oldestPhoto
}

// atoi reads digits, "" as 0.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
