package datetext

import "waybill/catalog/edtf"

// limited gives one date, or the set of all before it, after it, or after it and
// before another.
func (p *parser) limited(opening token, first *fields) (edtf.Date, error) {
	if opening.kind == between {
		return edtf.Date{}, p.unexpected()
	}
	which, limited, err := p.limit(opening)
	if err != nil {
		return edtf.Date{}, err
	}
	var second *fields
	var whichSecond int
	if limited {
		if second, whichSecond, err = p.otherLimit(); err != nil {
			return edtf.Date{}, err
		}
	}
	if second != nil {
		complete([]*fields{first, second})
	}
	s, err := p.resolve(first)
	if err != nil {
		return edtf.Date{}, err
	}
	if !limited {
		d, err := s.date()
		return d, p.about(first, err)
	}
	s = s.limit(which)
	if second == nil {
		d, err := edtf.Between(s.low, s.high)
		return d, p.about(first, err)
	}
	other, err := p.resolve(second)
	if err != nil {
		return edtf.Date{}, err
	}
	return p.enclosed(s, other.limit(whichSecond), second)
}

// enclosed gives the set of all after one date and before the other.
func (p *parser) enclosed(s, other stretch, second *fields) (edtf.Date, error) {
	switch {
	case s.high.IsZero() == other.high.IsZero():
		return edtf.Date{}, p.fail(second.whole(p.tokens), edtf.ReasonUnexpected)
	case s.high.IsZero():
		s.high = other.high
	default:
		s.low = other.low
	}
	d, err := edtf.Between(s.low, s.high)
	return d, p.about(second, err)
}

// limit tells which limit the words before and after a date make it. Both may
// speak only when they say the same: from 2023 onwards.
func (p *parser) limit(opening token) (which int, limited bool, err error) {
	which, limited = limitOf(opening)
	if limited && p.peek().kind == endsAt && beginsDate(p.ahead(1)) {
		return which, true, nil // it belongs to the second limit
	}
	closing, closed := p.take(bounded, startsAt, endsAt)
	if !closed {
		return which, limited, nil
	}
	other, _ := limitOf(closing)
	if limited && which != other {
		return 0, false, p.fail(closing, edtf.ReasonUnexpected)
	}
	return other, true, nil
}

func limitOf(t token) (which int, limited bool) {
	switch t.kind {
	case from, startsAt:
		return notBefore, true
	case endsAt:
		return notAfter, true
	case bound, bounded:
		return t.n, true
	}
	return 0, false
}

// otherLimit reads a second limit, perhaps after "and", as in "after 1 July and
// before 10 July 2023"; second is nil when there is none.
func (p *parser) otherLimit() (second *fields, which int, err error) {
	_, joined := p.take(and)
	opening, opened := p.take(bound, endsAt)
	if !opened && !joined && (!beginsDate(p.peek()) || p.onlyQualifiersLeft()) {
		return nil, 0, nil
	}
	if second, err = p.date(); err != nil {
		return nil, 0, err
	}
	which, limited, err := p.limit(opening)
	if err == nil && !limited {
		err = p.fail(second.whole(p.tokens), edtf.ReasonUnexpected)
	}
	return second, which, err
}
