package catalog

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

const wallLayout = "2006-01-02T15:04:05"

// WallTime is what a clock at the place showed, to the second, with the offset
// from UTC only when somebody stated one.
type WallTime struct {
	Time   time.Time // the wall time, written as if it were UTC
	Offset string    // "+09:00", "" when unknown
}

// String gives the wall time as in ISO 8601, with the offset when it is known.
func (t WallTime) String() string { return t.Wall() + t.Offset }

// Wall gives the wall time alone, such as "2023-07-03T14:05:00".
func (t WallTime) Wall() string { return t.Time.Format(wallLayout) }

// ParseWallTime reads what WallTime.String writes.
func ParseWallTime(s string) (WallTime, error) {
	if len(s) < len(wallLayout) {
		return WallTime{}, &Error{Code: ErrInvalid, Op: "wall time", Subject: s}
	}
	t, err := time.Parse(wallLayout, s[:len(wallLayout)])
	offset := s[len(wallLayout):]
	if err != nil || (offset != "" && !ValidOffset(offset)) {
		return WallTime{}, &Error{Code: ErrInvalid, Op: "wall time", Subject: s, Err: err}
	}
	return WallTime{Time: t, Offset: offset}, nil
}

var offsetPattern = regexp.MustCompile(`^[+-]\d\d:[0-5]\d$`)

// ValidOffset tells whether s is an offset from UTC that some place on earth
// uses or used: "-12:00" to "+14:00".
func ValidOffset(s string) bool {
	if !offsetPattern.MatchString(s) {
		return false
	}
	hours, _ := strconv.Atoi(s[1:3])
	minutes, _ := strconv.Atoi(s[4:])
	total := hours*60 + minutes
	if s[0] == '-' {
		return total <= 12*60
	}
	return total <= 14*60
}

// DateRange is a stretch of wall time, both ends included; a nil end is open.
type DateRange struct {
	From, To *time.Time // wall time, as if it were UTC, whole seconds
}

// EDTF, ISO 8601-2:2019 level 0 and the qualifiers of level 1: a year, month,
// day or date with time, "uncertain" (?), "approximate" (~) or both (%).
var edtfPattern = regexp.MustCompile(`^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?)?)?)?[?~%]?$`)

// ParseDate reads a date of level 0 of the Extended Date/Time Format (ISO
// 8601-2:2019), with or without a qualifier, and gives its bounds in wall time:
// a year, a month, a day, a second, or an interval "a/b" whose end may be ".."
// or missing.
func ParseDate(s string) (DateRange, error) {
	if from, to, interval := strings.Cut(s, "/"); interval {
		return parseInterval(s, from, to)
	}
	m := edtfPattern.FindStringSubmatch(s)
	if m == nil || (m[7] != "" && m[7] != "Z" && !ValidOffset(m[7])) {
		return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: s}
	}
	layout, text := wallLayout, strings.TrimRight(s, "?~%")
	next := func(t time.Time) time.Time { return t.Add(time.Second) }
	switch {
	case m[4] != "":
		text = text[:len(wallLayout)]
	case m[3] != "":
		layout, next = "2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }
	case m[2] != "":
		layout, next = "2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }
	default:
		layout, next = "2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }
	}
	from, err := time.Parse(layout, text)
	if err != nil {
		return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: s, Err: err}
	}
	to := next(from).Add(-time.Second)
	return DateRange{From: &from, To: &to}, nil
}

func parseInterval(whole, from, to string) (DateRange, error) {
	var r DateRange
	for _, end := range []struct {
		text string
		set  func(DateRange)
	}{
		{from, func(d DateRange) { r.From = d.From }},
		{to, func(d DateRange) { r.To = d.To }},
	} {
		if end.text == "" || end.text == ".." {
			continue
		}
		d, err := ParseDate(end.text)
		if err != nil || strings.Contains(end.text, "/") {
			return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: whole}
		}
		end.set(d)
	}
	if (r.From == nil && r.To == nil) || (r.From != nil && r.To != nil && r.To.Before(*r.From)) {
		return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: whole}
	}
	return r, nil
}
