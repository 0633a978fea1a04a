package edtf

import "time"

// maxYearDigits keeps years where time.Time can count their seconds.
const maxYearDigits = 11

// point reads one date of level 0 or 1, up to what cannot belong to it.
func (s *scanner) point() (point, error) {
	var p point
	var err error
	if s.take("Y") {
		p.year, err = s.longYear()
	} else {
		err = s.calendar(&p)
	}
	if err != nil {
		return point{}, err
	}
	switch {
	case s.take("?"):
		p.quality = Uncertain
	case s.take("~"):
		p.quality = Approximate
	case s.take("%"):
		p.quality = Uncertain | Approximate
	}
	return p, nil
}

// longYear reads a year beyond -9999 to 9999 after its Y.
func (s *scanner) longYear() (int, error) {
	sign := 1
	if s.take("-") {
		sign = -1
	}
	start, year := s.pos, 0
	for ; isDigit(s.peek()); s.pos++ {
		if s.pos-start == maxYearDigits {
			return 0, s.fail(start, ReasonTooLong)
		}
		year = year*10 + int(s.peek()-'0')
	}
	switch {
	case s.pos == start, s.peek() == 'E', s.peek() == 'S':
		return 0, s.unexpected()
	case year <= 9999 || s.text[start] == '0':
		return 0, s.fail(start, ReasonNoSuchYear)
	}
	return sign * year, nil
}

// calendar reads year, month or season, day and time, as far as they go.
func (s *scanner) calendar(p *point) error {
	if err := s.year(p); err != nil || s.peek() != '-' {
		return err
	}
	if p.blurred > 0 {
		return s.fail(s.pos, ReasonUnsupported)
	}
	s.pos++
	monthAt := s.pos
	if err := s.month(p); err != nil || !s.take("-") {
		return err
	}
	if p.season() {
		s.pos = monthAt + 2
		return s.fail(monthAt, ReasonNoSuchMonth)
	}
	if err := s.day(p); err != nil || p.day == unspecified || !s.take("T") {
		return err
	}
	return s.clock(p)
}

func (s *scanner) year(p *point) error {
	start := s.pos
	negative := s.take("-")
	for range 4 {
		c := s.peek()
		switch {
		case c == 'X':
			p.blurred++
			c = '0'
		case !isDigit(c) || p.blurred > 0:
			return s.unexpected()
		}
		p.year = p.year*10 + int(c-'0')
		s.pos++
	}
	if p.blurred > 2 {
		return s.fail(start, ReasonUnsupported)
	}
	if negative && p.year == 0 {
		return s.fail(start, ReasonNoSuchYear)
	}
	if negative {
		p.year = -p.year
	}
	return nil
}

func (s *scanner) month(p *point) error {
	start := s.pos
	n, err := s.part()
	switch {
	case err != nil:
		return err
	case n > winter && n <= 41:
		return s.fail(start, ReasonUnsupported)
	case n == 0, n > 12 && n < spring, n > winter:
		return s.fail(start, ReasonNoSuchMonth)
	}
	p.month = n
	return nil
}

func (s *scanner) day(p *point) error {
	start := s.pos
	n, err := s.part()
	switch {
	case err != nil:
		return err
	case p.month == unspecified && n != unspecified:
		return s.fail(start, ReasonUnsupported)
	case n == 0, n > daysIn(p.year, p.month):
		return s.fail(start, ReasonNoSuchDay)
	}
	p.day = n
	return nil
}

// part reads two digits, or XX as unspecified.
func (s *scanner) part() (int, error) {
	if s.take("XX") {
		return unspecified, nil
	}
	return s.number()
}

// number reads two digits.
func (s *scanner) number() (int, error) {
	n := 0
	for range 2 {
		if !isDigit(s.peek()) {
			return 0, s.unexpected()
		}
		n = n*10 + int(s.peek()-'0')
		s.pos++
	}
	return n, nil
}

// daysIn gives how many days a month has in the proleptic Gregorian calendar.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// clock reads hh:mm:ss and perhaps an offset.
func (s *scanner) clock(p *point) error {
	p.clock = true
	for _, part := range []struct {
		value *int
		limit int
		colon bool
	}{{&p.hour, 24, false}, {&p.minute, 60, true}, {&p.second, 60, true}} {
		if part.colon && !s.take(":") {
			return s.unexpected()
		}
		start := s.pos
		n, err := s.number()
		if err != nil {
			return err
		}
		if n >= part.limit {
			return s.fail(start, ReasonNoSuchTime)
		}
		*part.value = n
	}
	return s.offset(p)
}

// offset reads Z, +hh or +hh:mm. RFC 9557 section 2 gives -00:00, which ISO 8601
// does not write, the meaning of Z.
func (s *scanner) offset(p *point) error {
	start := s.pos
	switch {
	case s.take("Z"):
		p.offset = UTC
		return nil
	case !s.take("+") && !s.take("-"):
		return nil
	}
	if _, err := s.number(); err != nil {
		return err
	}
	p.offset = s.text[start:s.pos] + ":00"
	if s.take(":") {
		if _, err := s.number(); err != nil {
			return err
		}
		p.offset = s.text[start:s.pos]
	}
	if !ValidOffset(p.offset) {
		return s.fail(start, ReasonBadOffset)
	}
	if p.offset == "-00:00" {
		p.offset = UTC
	}
	return nil
}
