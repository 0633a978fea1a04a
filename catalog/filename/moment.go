package filename

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Precision says how much of a time is known.
type Precision int

// Precisions, the coarsest first.
const (
	Day Precision = iota + 1
	Minute
	Second
	Millisecond
)

// Clock says which clock a time was read from.
type Clock string

// Clocks.
const (
	Local Clock = "local" // of the place where the device was, as it was set
	UTC   Clock = "utc"
)

// Moment is a time as a name gives it.
type Moment struct {
	Time      time.Time // what the clock showed, written as if it were UTC, cut to the precision
	Precision Precision
	Clock     Clock
}

const (
	dayLayout    = "2006-01-02"
	secondLayout = "2006-01-02T15:04:05"
)

// EDTF gives the moment in the Extended Date/Time Format (ISO 8601-2:2019), to
// the second at most. What the format has no precision for is the set of the
// seconds it can be: a minute, and a day of UTC, which is no day of any one place.
func (m Moment) EDTF() string {
	switch {
	case m.Precision >= Second:
		return m.second(m.Time)
	case m.Precision == Day && m.Clock == Local:
		return m.Time.Format(dayLayout)
	case m.Precision == Day:
		return "[" + m.second(m.Time) + ".." + m.second(m.Time.AddDate(0, 0, 1).Add(-time.Second)) + "]"
	}
	return "[" + m.second(m.Time) + ".." + m.second(m.Time.Add(59*time.Second)) + "]"
}

func (m Moment) second(t time.Time) string {
	if m.Clock == UTC {
		return t.Format(secondLayout) + "Z"
	}
	return t.Format(secondLayout)
}

// parts are the texts of the named groups that a moment is made of.
type parts struct{ date, clock, half, millis string }

func (p *parts) set(group, text string) {
	switch group {
	case "d":
		p.date = text
	case "t":
		p.clock = text
	case "ap":
		p.half = text
	case "ms":
		p.millis = text
	}
}

// moment makes a time of the parts, no finer than the row trusts; nil when
// there is none, or when a calendar or a clock cannot show it.
func (p *parts) moment(clock Clock, finest Precision) *Moment {
	if finest == 0 {
		return nil
	}
	t, precision, ok := p.time()
	if !ok {
		return nil
	}
	precision = min(precision, finest)
	unit := map[Precision]time.Duration{Day: 24 * time.Hour, Minute: time.Minute, Second: time.Second, Millisecond: time.Millisecond}[precision]
	return &Moment{Time: t.Truncate(unit), Precision: precision, Clock: clock}
}

func (p *parts) time() (time.Time, Precision, bool) {
	if p.date == "" {
		ms, err := strconv.ParseUint(p.millis, 10, 63)
		return time.UnixMilli(int64(ms)).UTC(), Millisecond, err == nil && len(p.millis) == 13
	}
	day, ok := dateOf(p.date)
	if !ok || p.clock == "" {
		return day, Day, ok
	}
	since, precision, ok := p.sinceMidnight()
	return day.Add(since), precision, ok
}

// dateOf reads yyyymmdd and yymmdd (of this century), and with anything between
// the numbers year month day or day month year.
func dateOf(s string) (time.Time, bool) {
	fields := numbersOf(s)
	switch {
	case len(fields) == 1 && len(s) == 8:
		fields = []string{s[:4], s[4:6], s[6:]}
	case len(fields) == 1 && len(s) == 6:
		fields = []string{"20" + s[:2], s[2:4], s[4:]}
	case len(fields) == 3 && len(fields[2]) == 4:
		fields[0], fields[2] = fields[2], fields[0]
	}
	if len(fields) != 3 {
		return time.Time{}, false
	}
	year, okYear := number(fields[0], 4)
	month, okMonth := number(fields[1], 1, 2)
	day, okDay := number(fields[2], 1, 2)
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	ok := okYear && okMonth && okDay && year > 0 && t.Month() == time.Month(month) && t.Day() == day
	return t, ok
}

// sinceMidnight reads hours, minutes and mostly seconds, with or without
// anything between them.
func (p *parts) sinceMidnight() (time.Duration, Precision, bool) {
	fields := numbersOf(p.clock)
	if len(fields) == 1 && (len(p.clock) == 4 || len(p.clock) == 6) {
		fields = []string{p.clock[:2], p.clock[2:4], p.clock[4:]}[:len(p.clock)/2]
	}
	if len(fields) != 2 && len(fields) != 3 {
		return 0, 0, false
	}
	hour, okHour := number(fields[0], 1, 2)
	hour, okHalf := p.hourOfDay(hour)
	minute, okMinute := number(fields[1], 2)
	since := time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute
	ok := okHour && okHalf && okMinute && hour < 24 && minute < 60
	if len(fields) == 2 {
		return since, Minute, ok
	}
	second, okSecond := number(fields[2], 2)
	since += time.Duration(second) * time.Second
	ok = ok && okSecond && second < 60
	if p.millis == "" {
		return since, Second, ok
	}
	ms, okMillis := number(p.millis, 3)
	return since + time.Duration(ms)*time.Millisecond, Millisecond, ok && okMillis
}

// hourOfDay turns an hour of the half of a day that was named into one of 24.
func (p *parts) hourOfDay(hour int) (int, bool) {
	if p.half == "" {
		return hour, true
	}
	switch strings.ToUpper(p.half) {
	case "AM", "오전", "上午":
		return hour % 12, hour >= 1 && hour <= 12
	case "PM", "오후", "下午":
		return hour%12 + 12, hour >= 1 && hour <= 12
	}
	return 0, false
}

// numbersOf splits a text into its runs of the digits 0 to 9.
func numbersOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// number reads decimal digits that are as many as one of lengths says.
func number(s string, lengths ...int) (int, bool) {
	n, err := strconv.ParseUint(s, 10, 31)
	return int(n), err == nil && slices.Contains(lengths, len(s))
}
