package datetext

import "waybill/catalog/edtf"

// value is a part of a date, if it was said, and the token that said it.
type value struct {
	n    int
	said bool
	by   token
}

// fields are the parts of one date as they were said.
type fields struct {
	first, end               int   // its tokens
	start                    int   // of the first token that says something, in runes
	year, month, season, day value // season is 21 to 24
	part                     value // early, middle or late
	bare                     value // a number of one or two digits without a unit
	hour, minute, second     value
	half                     value // am, pm or evening
	weekday                  value
	zone                     value // by.offset is the offset
	decade                   bool  // year is the first of ten
	quality                  edtf.Qualifier
}

// whole gives the date's tokens as one.
func (f *fields) whole(tokens []token) token {
	t := tokens[f.first]
	t.end = tokens[max(f.end-1, f.first)].end
	return t
}

// date reads one date: its parts in any order, each at most once.
func (p *parser) date() (*fields, error) {
	f := &fields{first: p.pos}
	said := false
	for {
		t := p.peek()
		more, err := p.piece(f)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		if f.bare.said && f.month.said && !f.day.said {
			f.settle(&f.day)
		}
		if t.kind == noise && !said {
			f.first = p.pos
		}
		if t.kind != noise && !t.is(".") {
			if !said && t.kind != qualifier {
				said, f.start = true, t.start
			}
			f.end = p.pos
		}
	}
	if f.end == 0 || !f.dated() && !f.hour.said && !f.half.said {
		return nil, p.unexpected()
	}
	return f, nil
}

// dated tells whether f says more than a time.
func (f *fields) dated() bool {
	return f.year.said || f.month.said || f.season.said || f.part.said || f.day.said || f.bare.said
}

// piece reads one part of a date; more is false when the next token is none.
func (p *parser) piece(f *fields) (more bool, err error) {
	t := p.peek()
	switch t.kind {
	case number:
		return true, p.number(f)
	case month:
		return true, p.say(&f.month, t.n, 1)
	case season:
		return true, p.say(&f.season, t.n, 1)
	case part:
		return true, p.say(&f.part, t.n, 1)
	case weekday:
		return true, p.say(&f.weekday, t.n, 1)
	case oclock:
		return true, p.say(&f.hour, t.n, 1)
	case dayHalf:
		return true, p.say(&f.half, t.n, 1)
	case zone:
		if err := p.say(&f.zone, 0, 1); err != nil || t.offset != edtf.UTC {
			return true, err
		}
		return true, p.afterUTC(f)
	case halfHour:
		if !f.hour.said {
			return false, nil
		}
		return true, p.say(&f.minute, 30, 1)
	case qualifier:
		if p.onlyQualifiersLeft() {
			return false, nil // they qualify the whole
		}
		f.quality |= edtf.Qualifier(t.n)
	case tee:
		if !f.day.said || p.ahead(1).kind != number {
			return false, nil
		}
	case noise:
	case mark_:
		return p.mark(f)
	default:
		return false, nil
	}
	p.pos++
	return true, nil
}

// mark reads an offset's sign, or a full stop after a number or an abbreviation.
func (p *parser) mark(f *fields) (more bool, err error) {
	switch t := p.peek(); {
	case t.is(".") && f.dated():
		p.pos++
		return true, nil
	case t.is("+") && f.hour.said:
		return true, p.offset(f)
	case t.is("-") && f.hour.said && !f.zone.said && p.minusIsOffset():
		return true, p.offset(f)
	}
	return false, nil
}

func (p *parser) onlyQualifiersLeft() bool {
	for _, t := range p.tokens[p.pos:] {
		if t.kind != qualifier && t.kind != noise && t.kind != end_ {
			return false
		}
	}
	return true
}

// say records a part that the next count tokens say; saying it twice is an error.
func (p *parser) say(v *value, n, count int) error {
	if v.said {
		return p.unexpected()
	}
	by := p.peek()
	*v = value{n: n, said: true, by: by}
	p.pos += count
	return nil
}

// number reads a number with what follows it and says what it is.
func (p *parser) number(f *fields) error {
	if done, err := p.numeric(f); done || err != nil {
		return err
	}
	t, following := p.peek(), p.ahead(1)
	switch {
	case following.is(":"):
		return p.colonTime(f)
	case following.kind == yearUnit, following.kind == decade:
		if t.width() <= 2 {
			return p.fail(t, ReasonTwoDigitYear)
		}
		f.decade = following.kind == decade
		if t.width() != 4 || f.decade && t.n%10 != 0 {
			return p.fail(t, edtf.ReasonNoSuchYear)
		}
		return p.say(&f.year, t.n, 2)
	case t.width() == 4:
		return p.say(&f.year, t.n, 1)
	case t.width() == 8 && !f.dated():
		return p.compact(f)
	case t.width() > 2:
		return p.unexpected()
	case following.kind == monthUnit:
		return p.say(&f.month, t.n, 2)
	case following.kind == dayUnit, following.kind == ordinal && !following.spaced:
		return p.say(&f.day, t.n, 2)
	case following.kind == hourUnit:
		return p.say(&f.hour, t.n, 2)
	case following.kind == minuteUnit && f.hour.said:
		return p.say(&f.minute, t.n, 2)
	case f.minute.said && (following.kind == secondUnit || following.text == "초"):
		return p.say(&f.second, t.n, 2)
	case following.kind == dayHalf && f.hourBefore(following.text):
		return p.say(&f.hour, t.n, 1)
	}
	return p.say(&f.bare, t.n, 1)
}

// hourBefore tells whether a number before such as "pm" is an hour. Before
// "morning" it is the day, unless that is known.
func (f *fields) hourBefore(half string) bool {
	switch {
	case f.hour.said || !isASCIILetter([]rune(half)[0]):
		return false // in Korean and Chinese the half comes first
	case half == "morning", half == "afternoon", half == "evening":
		return f.day.said || f.bare.said
	}
	return true
}

// compact reads 20230703.
func (p *parser) compact(f *fields) error {
	t := p.peek()
	said := func(n int) value { return value{n: n, said: true, by: t} }
	f.year, f.month, f.day = said(t.n/10000), said(t.n/100%100), said(t.n%100)
	p.order = yearFirst
	p.pos++
	return nil
}
