package datetext

import (
	"fmt"
	"time"

	"waybill/catalog/edtf"
)

// colonTime reads 14:05, 14:05:30 or 14:05:30.25, without the fraction.
func (p *parser) colonTime(f *fields) error {
	if err := p.say(&f.hour, p.peek().n, 2); err != nil {
		return err
	}
	if p.peek().kind != number || p.peek().width() != 2 {
		return p.unexpected()
	}
	if err := p.say(&f.minute, p.peek().n, 1); err != nil || !p.peek().is(":") {
		return err
	}
	p.pos++
	if p.peek().kind != number || p.peek().width() != 2 {
		return p.unexpected()
	}
	if err := p.say(&f.second, p.peek().n, 1); err != nil {
		return err
	}
	if fraction := p.ahead(1); p.peek().is(".") && fraction.kind == number && !p.peek().spaced && !fraction.spaced {
		p.pos += 2
	}
	return nil
}

// afterUTC reads the sign and number of UTC+9.
func (p *parser) afterUTC(f *fields) error {
	if t := p.peek(); !t.is("+") && !(t.is("-") && !t.spaced) || p.ahead(1).kind != number {
		return nil
	}
	f.zone.said = false
	return p.offset(f)
}

// minusIsOffset tells -04:00 after a time from "to 4": an offset is glued to its
// sign, has two digits at least, and is glued to the time only where it is one.
func (p *parser) minusIsOffset() bool {
	hours := p.ahead(1)
	if hours.kind != number || hours.spaced || hours.width() < 2 {
		return false
	}
	text, _ := p.offsetText()
	return p.peek().spaced || edtf.ValidOffset(text)
}

// offset reads +09:00, +0900, +09 or +9.
func (p *parser) offset(f *fields) error {
	text, count := p.offsetText()
	if count == 0 {
		p.pos++
		return p.unexpected()
	}
	whole := span(p.tokens[p.pos : p.pos+count])
	if !edtf.ValidOffset(text) {
		return p.fail(whole, edtf.ReasonBadOffset)
	}
	if f.zone.said {
		return p.unexpected()
	}
	whole.offset = text
	f.zone = value{said: true, by: whole}
	p.pos += count
	return nil
}

// offsetText gives the offset at the sign in EDTF's form, valid or not, and how
// many tokens it has, 0 when it is none.
func (p *parser) offsetText() (string, int) {
	sign, n := p.peek().text, p.ahead(1)
	if n.kind != number {
		return "", 0
	}
	hours, minutes, count := n.n, 0, 2
	switch {
	case n.width() == 4:
		hours, minutes = n.n/100, n.n%100
	case n.width() > 2:
		return "", 0
	case p.ahead(2).is(":") && p.ahead(3).kind == number && p.ahead(3).width() == 2:
		minutes, count = p.ahead(3).n, 4
	}
	return fmt.Sprintf("%s%02d:%02d", sign, hours, minutes), count
}

// clock gives the time of day, in the 24-hour clock.
func (p *parser) clock(f *fields) (hour, minute, second int, err error) {
	hour, minute, second = f.hour.n, f.minute.n, f.second.n
	if f.half.said {
		var ok bool
		if hour, ok = hourIn(f.half.n, hour); !ok {
			return 0, 0, 0, p.fail(f.hour.by, edtf.ReasonNoSuchTime)
		}
	}
	switch {
	case hour > 23:
		return 0, 0, 0, p.fail(f.hour.by, edtf.ReasonNoSuchTime)
	case minute > 59:
		return 0, 0, 0, p.fail(f.minute.by, edtf.ReasonNoSuchTime)
	case second > 59:
		return 0, 0, 0, p.fail(f.second.by, edtf.ReasonNoSuchTime)
	}
	return hour, minute, second, nil
}

// hourIn gives the hour of the 24-hour clock. "14:05 pm" is accepted as 14:05.
// Twelve or one "in the evening" might be today's or tomorrow's and is refused.
func hourIn(half, hour int) (int, bool) {
	switch half {
	case am:
		return hour % 12, hour <= 12
	case pm:
		if hour < 12 {
			hour += 12
		}
		return hour, true
	}
	if hour >= 5 && hour < 12 {
		hour += 12
	}
	return hour, hour >= 17
}

// Pyongyang kept +08:30 from 15 August 2015 until 4 May 2018 at 23:30, and
// otherwise +09:00 (tz database, Asia/Pyongyang, since 1945).
var (
	halfHourBack  = time.Date(2015, 8, 15, 0, 0, 0, 0, time.UTC)
	halfHourAhead = time.Date(2018, 5, 4, 23, 30, 0, 0, time.UTC)
)

// offsetAt gives the offset of a zone at a wall time.
func offsetAt(zone string, wall time.Time) string {
	if zone != pyongyang {
		return zone
	}
	if wall.Before(halfHourBack) || !wall.Before(halfHourAhead) {
		return korea
	}
	return "+08:30"
}
