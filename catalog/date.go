package catalog

import (
	"time"

	"waybill/catalog/edtf"
)

const wallLayout = "2006-01-02T15:04:05"

// moved gives a time that much later, within the years 0000 to 9999 of EDTF's
// bounds: others cannot be written.
func moved(t time.Time, by time.Duration) time.Time {
	first, last := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	switch t = t.Add(by); {
	case t.Before(first):
		return first
	case t.After(last):
		return last
	}
	return t
}

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
	if err != nil || (offset != "" && !edtf.ValidOffset(offset)) {
		return WallTime{}, &Error{Code: ErrInvalid, Op: "wall time", Subject: s, Err: err}
	}
	return WallTime{Time: t, Offset: offset}, nil
}

// DateRange is a stretch of wall time, both ends included; a nil end is open.
type DateRange struct {
	From, To *time.Time // wall time, as if it were UTC, whole seconds
}

// ParseDate reads a date in EDTF (see package edtf) and gives its bounds in wall
// time. A date that has none is refused; the error wraps an *edtf.SyntaxError
// that says where the text is wrong.
func ParseDate(s string) (DateRange, error) {
	d, err := edtf.Parse(s)
	if err != nil {
		return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: s, Err: err}
	}
	var r DateRange
	if r.From, r.To = d.Bounds(); r.From == nil && r.To == nil {
		return DateRange{}, &Error{Code: ErrInvalid, Op: "date", Subject: s}
	}
	return r, nil
}
