package metadata

import (
	"time"

	"waybill/catalog/edtf"
)

// moment is a time as far as it was written: digits, "" or zeros where a month
// or day was not known.
type moment struct {
	year, month, day     string
	hour, minute, second string
	offset               string // "Z", "+09:00", or "" when none was written
}

// edtf gives the value of a claim about a time, as exact as it was written; ""
// for one that no calendar has. A time to the minute is the set of its seconds,
// for EDTF has no times without them (ISO 8601-2, level 0).
func (m moment) edtf() string {
	switch {
	case m.month == "" || m.month == "00":
		if atoi(m.year) < oldestPhoto {
			return ""
		}
		return m.year
	case m.day == "" || m.day == "00":
		return m.on(m.year+":"+m.month+":01", "2006-01")
	case m.hour == "":
		return m.on(m.year+":"+m.month+":"+m.day, "2006-01-02")
	}
	day, ok := calendarDay(m.year + ":" + m.month + ":" + m.day)
	hour, minute, second := atoi(m.hour), atoi(m.minute), atoi(m.second)
	// Second 60 is a leap second or a clock's rounding: the next minute.
	if !ok || hour > 23 || minute > 59 || second > 60 {
		return ""
	}
	offset := m.offset
	switch {
	case offset == "-00:00": // that of UTC, without the place's (RFC 9557, section 2)
		offset = "Z"
	case offset != "Z" && !edtf.ValidOffset(offset):
		offset = ""
	}
	t := day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second)
	if t.Year() > 9999 {
		return ""
	}
	const layout = "2006-01-02T15:04:05"
	first := t.Format(layout) + offset
	if m.second != "" {
		return first
	}
	last := t.Add(59*time.Second).Format(layout) + offset
	return "[" + first + ".." + last + "]"
}

// on writes the part of a day that a layout has.
func (m moment) on(day, layout string) string {
	t, ok := calendarDay(day)
	if !ok {
		return ""
	}
	return t.Format(layout)
}
