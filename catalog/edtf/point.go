package edtf

import (
	"fmt"
	"time"
)

// point is one date of level 0 or 1: all but intervals and sets.
type point struct {
	year       int // astronomical: 0 is 1 BC
	blurred    int // how many of the year's rightmost digits are unspecified, 0 to 2
	month, day int // 0 when not given, unspecified for XX; months 21 to 24 are seasons
	clock      bool
	hour       int
	minute     int
	second     int
	offset     string // "", "Z" or "+09:00"
	quality    Qualifier
}

const (
	unspecified = -1
	spring      = 21
	winter      = 24
)

func (p point) season() bool { return p.month >= spring && p.month <= winter }

func (p point) precision() Precision {
	switch {
	case p.clock:
		return Second
	case p.day > 0:
		return Day
	case p.season():
		return Season
	case p.month > 0:
		return Month
	case p.blurred == 1:
		return Decade
	case p.blurred == 2:
		return Century
	}
	return Year
}

// first gives the first second of the date.
func (p point) first() time.Time {
	switch {
	case p.clock:
		return time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, p.second, 0, time.UTC)
	case p.season():
		return time.Date(p.year, firstMonth(p.month), 1, 0, 0, 0, 0, time.UTC)
	case p.blurred > 0 && p.year < 0:
		return time.Date(p.year-p.blur(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(p.year, time.Month(max(p.month, 1)), max(p.day, 1), 0, 0, 0, 0, time.UTC)
}

// last gives the last second of the date.
func (p point) last() time.Time {
	first := p.first()
	switch p.precision() {
	case Second:
		return first
	case Day:
		return first.AddDate(0, 0, 1).Add(-time.Second)
	case Month:
		return first.AddDate(0, 1, 0).Add(-time.Second)
	case Season:
		return first.AddDate(0, 3, 0).Add(-time.Second)
	}
	return first.AddDate(1+p.blur(), 0, 0).Add(-time.Second)
}

// blur is how many years more than one the unspecified digits stand for.
func (p point) blur() int { return [...]int{0, 9, 99}[p.blurred] }

// firstMonth gives the month in which a season of the northern hemisphere
// begins as meteorologists count: March, June, September, December.
func firstMonth(season int) time.Month { return time.Month(3 * (season - spring + 1)) }

// after tells whether p begins after q has ended: as instants when the offsets
// of both are known, otherwise by what the clocks showed.
func (p point) after(q point) bool {
	a, b := p.first(), q.last()
	ahead, ok := OffsetDuration(p.offset)
	other, ok2 := OffsetDuration(q.offset)
	if ok && ok2 {
		a, b = a.Add(-ahead), b.Add(-other)
	}
	return a.After(b)
}

// String gives the canonical text.
func (p point) String() string {
	text := p.yearText()
	for _, n := range []int{p.month, p.day} {
		switch {
		case n == unspecified:
			text += "-XX"
		case n > 0:
			text += fmt.Sprintf("-%02d", n)
		}
	}
	if p.clock {
		text += fmt.Sprintf("T%02d:%02d:%02d", p.hour, p.minute, p.second) + p.offset
	}
	return text + p.quality.String()
}

func (p point) yearText() string {
	sign, n := "", p.year
	if n < 0 {
		sign, n = "-", -n
	}
	if n > 9999 {
		return fmt.Sprintf("Y%s%d", sign, n)
	}
	digits := fmt.Sprintf("%04d", n)
	return sign + digits[:4-p.blurred] + "XX"[:p.blurred]
}
