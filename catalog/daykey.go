package catalog

import "time"

// DayKind says how a photo's date is known that stands at a day.
type DayKind int32

// Kinds of days.
const (
	OnDay     DayKind = iota // it is of that day
	ByDay                    // of that day or before
	FromDay                  // of that day or after
	InMonth                  // of the month that begins with it
	InYear                   // of the year that begins with it
	InStretch                // of a stretch of time that begins with it, longer than a day
)

const dayKindBits = 3

// DayKey is a day with what it means for a date, as the key of a run. Keys are
// in the order of time.
func DayKey(day time.Time, kind DayKind) int32 {
	return int32(floorDiv(day.Unix(), secondsPerDay))<<dayKindBits | int32(kind)
}

// KeyDay gives the day of a key, at midnight UTC as wall times are kept, and what
// it means.
func KeyDay(key int32) (time.Time, DayKind) {
	return time.Unix(int64(key>>dayKindBits)*secondsPerDay, 0).UTC(), DayKind(key & (1<<dayKindBits - 1))
}

// DayKeyOf gives the key of a date between two wall times, both included, each
// nil when that end is open; NoKey when both are.
func DayKeyOf(earliest, latest *time.Time) int32 {
	switch {
	case earliest == nil && latest == nil:
		return NoKey
	case earliest == nil:
		return DayKey(*latest, ByDay)
	case latest == nil:
		return DayKey(*earliest, FromDay)
	}
	from := earliest.UTC()
	end := latest.UTC().Add(time.Second) // the first moment after
	switch first := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC); {
	case !latest.After(first.AddDate(0, 0, 1).Add(-time.Second)):
		return DayKey(first, OnDay)
	case from.Equal(first) && first.Day() == 1 && end.Equal(first.AddDate(0, 1, 0)):
		return DayKey(first, InMonth)
	case from.Equal(first) && first.YearDay() == 1 && end.Equal(first.AddDate(1, 0, 0)):
		return DayKey(first, InYear)
	default:
		return DayKey(first, InStretch)
	}
}

const secondsPerDay = 24 * 60 * 60

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
