package datetext

import (
	"errors"
	"slices"

	"waybill/catalog/edtf"
)

// parser reads tokens by a grammar of few rules:
//
//	phrase   = {qualifier} (date | stretch | choice | limited) {qualifier}
//	stretch  = [[date] (from | between)] date (to | and | startsAt | endsAt | "-") date [endsAt | within]
//	choice   = date or date {or date}
//	limited  = limit [[and] limit]
//	limit    = (bound | from | endsAt) date | date (bounded | startsAt | endsAt)
//	date     = any order of year, month, day, part, season, time, offset, weekday
//
// A date that leaves out what the other one says takes it from there: in "1 and
// 10 July 2023" the 1 is of July 2023.
type parser struct {
	src    source
	tokens []token
	pos    int
	order  order // of the numbers in a date read before
}

func (p *parser) peek() token { return p.ahead(0) }

// ahead gives the token n places further, the end when there is none.
func (p *parser) ahead(n int) token { return p.tokens[min(p.pos+n, len(p.tokens)-1)] }

// take passes the next token when it is of one of the kinds.
func (p *parser) take(kinds ...kind) (token, bool) {
	t := p.peek()
	if !slices.Contains(kinds, t.kind) {
		return token{}, false
	}
	p.pos++
	return t, true
}

func (p *parser) fail(t token, why edtf.Reason) error { return p.src.fail(t.start, t.end, why) }

// unexpected gives the error for the next token, which does not belong here.
func (p *parser) unexpected() error {
	if p.peek().kind == end_ {
		return p.fail(p.peek(), edtf.ReasonIncomplete)
	}
	return p.fail(p.peek(), edtf.ReasonUnexpected)
}

func (p *parser) phrase() (edtf.Date, error) {
	quality := p.qualifiers()
	d, err := p.statement()
	if err != nil {
		return edtf.Date{}, err
	}
	quality |= p.qualifiers()
	if p.peek().kind != end_ {
		return edtf.Date{}, p.unexpected()
	}
	return qualify(d, quality), nil
}

// qualifiers reads those that stand before or after the whole.
func (p *parser) qualifiers() edtf.Qualifier {
	var q edtf.Qualifier
	for {
		t, ok := p.take(qualifier, noise)
		if !ok {
			return q
		}
		q |= edtf.Qualifier(t.n)
	}
}

// qualify adds q to what d has.
func qualify(d edtf.Date, q edtf.Qualifier) edtf.Date {
	if q == 0 {
		return d
	}
	if d.Uncertain() {
		q |= edtf.Uncertain
	}
	if d.Approximate() {
		q |= edtf.Approximate
	}
	return d.WithQualifier(q)
}

func (p *parser) statement() (edtf.Date, error) {
	opening, opened := p.take(from, between, bound, endsAt)
	first, err := p.date()
	if err != nil {
		return edtf.Date{}, err
	}
	if t, again := p.take(between, from); again && !opened {
		// 3 July 2023 between 14:00 and 15:00
		day := first
		if first, err = p.date(); err != nil {
			return edtf.Date{}, err
		}
		first.inherit(day)
		opening, opened = t, true
	} else if again {
		return edtf.Date{}, p.fail(t, edtf.ReasonUnexpected)
	}
	dates, separator, err := p.more(first, opening, opened)
	if err != nil {
		return edtf.Date{}, err
	}
	if len(dates) == 1 {
		return p.limited(opening, first)
	}
	return p.joined(dates, separator, opening, opened)
}

// joined gives the set of dates that words between them join.
func (p *parser) joined(dates []*fields, separator, opening token, opened bool) (edtf.Date, error) {
	if !slices.Contains([]kind{end_, qualifier, noise, endsAt, within}, p.peek().kind) {
		return edtf.Date{}, p.unexpected()
	}
	if winterOfTwoYears(dates) {
		return p.limited(opening, dates[0])
	}
	complete(dates)
	stretches := make([]stretch, len(dates))
	for i, f := range dates {
		var err error
		if stretches[i], err = p.resolve(f); err != nil {
			return edtf.Date{}, err
		}
	}
	switch {
	case separator.kind == or:
		return p.choice(dates, stretches)
	case separator.kind == and && !opened && p.peek().kind != within:
		return edtf.Date{}, p.fail(separator, edtf.ReasonUnexpected)
	}
	if closing, closed := p.take(endsAt, within); closed && opening.kind == between && closing.kind == endsAt {
		return edtf.Date{}, p.fail(closing, edtf.ReasonUnexpected)
	}
	return p.between(dates, stretches)
}

// more reads the dates after the first, and gives what stood before the last.
func (p *parser) more(first *fields, opening token, opened bool) ([]*fields, token, error) {
	dates := []*fields{first}
	var separator token
	for {
		t, ok := p.separator(opening, opened)
		if !ok {
			return dates, separator, nil
		}
		another, err := p.date()
		if err != nil {
			return nil, token{}, err
		}
		dates, separator = append(dates, another), t
		if t.kind != or {
			return dates, separator, nil
		}
	}
}

// separator passes what stands between two dates.
func (p *parser) separator(opening token, opened bool) (token, bool) {
	t, following := p.peek(), p.ahead(1)
	switch {
	case opened && opening.kind != from && opening.kind != between:
		return token{}, false
	case t.kind == and && following.kind == bound:
		return token{}, false // since 1 and before 10 July
	case t.kind == or && !opened, t.kind == to, t.kind == and, t.is("-"):
	case (t.kind == startsAt || t.kind == endsAt) && beginsDate(following):
	default:
		return token{}, false
	}
	p.pos++
	return t, true
}

// beginsDate tells whether a date may begin with t.
func beginsDate(t token) bool {
	return slices.Contains([]kind{
		number, month, season, part, dayHalf, weekday, zone, qualifier, noise,
	}, t.kind)
}

// between gives the set of all from the first to the second.
func (p *parser) between(dates []*fields, s []stretch) (edtf.Date, error) {
	d, err := edtf.Between(s[0].low, s[1].high)
	return d, p.about(dates[1], err)
}

// choice gives the set of the dates.
func (p *parser) choice(dates []*fields, s []stretch) (edtf.Date, error) {
	members := make([]edtf.Date, len(s))
	for i, one := range s {
		var err error
		if members[i], err = one.date(); err != nil {
			return edtf.Date{}, p.about(dates[i], err)
		}
	}
	d, err := edtf.OneOf(members...)
	return d, p.about(dates[len(dates)-1], err)
}

// about makes an error of package edtf one about a date of the text.
func (p *parser) about(f *fields, err error) error {
	var e *edtf.SyntaxError
	if !errors.As(err, &e) {
		return err
	}
	return p.fail(f.whole(p.tokens), e.Reason)
}
