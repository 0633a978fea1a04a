package datetext

import "waybill/catalog/edtf"

// order is how somebody who writes numeric dates puts their parts. The second
// date of a phrase is taken to be written as the first.
type order uint8

const (
	unknownOrder order = iota
	yearFirst
	dayFirst
	monthFirst
)

// numeric reads a date of numbers and one kind of mark: 2023-07-03, 2023/7,
// 2023. 7. 3., 2023:07:03, 13/07/2023,
// 07/2023. done is false when there is none here.
func (p *parser) numeric(f *fields) (done bool, err error) {
	if p.ahead(2).kind == month && p.ahead(1).is("-") && p.ahead(3).is("-") && p.ahead(4).kind == number {
		return true, p.namedMonth(f)
	}
	if f.month.said || f.season.said || f.day.said || f.bare.said {
		return false, nil
	}
	n := p.run()
	if len(n) < 2 {
		return false, nil
	}
	first, last := n[0], n[len(n)-1]
	switch {
	case f.year.said && len(n) == 2:
		return false, nil
	case first.width() == 4 && n[1].width() <= 2:
		return true, p.yearFirstDate(f, n)
	case first.width() > 2 || n[1].width() > 4:
		return false, nil
	case len(n) == 2 && last.width() == 4:
		return true, p.sayAll(n, map[int]*value{0: &f.month, 1: &f.year})
	case n[1].width() > 2:
		return false, nil
	case len(n) == 3 && last.width() == 4:
		return true, p.dayOrMonthFirst(f, n)
	case len(n) == 3 && last.width() == 2:
		return false, p.fail(span(n), ReasonAmbiguousOrder) // which of them is the year?
	case len(n) == 2 && p.ahead(1).is("-") && (p.order != yearFirst || last.width() < 2):
		return false, nil // 1-10 July
	case len(n) == 2 && p.order == yearFirst:
		return true, p.sayAll(n, map[int]*value{0: &f.month, 1: &f.day})
	case len(n) == 2:
		return true, p.dayOrMonthFirst(f, n)
	}
	return false, nil
}

// namedMonth reads 3-Jul-2023.
func (p *parser) namedMonth(f *fields) error {
	n := []token{p.peek(), p.ahead(2), p.ahead(4)}
	if n[0].width() > 2 || n[2].width() != 4 {
		return p.fail(n[2], ReasonTwoDigitYear)
	}
	return p.sayAll(n, map[int]*value{0: &f.day, 1: &f.month, 2: &f.year})
}

// run gives the next two or three numbers that one kind of mark joins. A hyphen
// joins without spaces; with them it means "to".
func (p *parser) run() []token {
	mark := p.ahead(1)
	exif := mark.is(":") && p.peek().width() == 4 // 2023:07:03
	if !mark.is("-") && !mark.is("/") && !mark.is(".") && !exif {
		return nil
	}
	numbers := []token{p.peek()}
	for i := 1; i <= 3 && len(numbers) < 3; i += 2 {
		joint, n := p.ahead(i), p.ahead(i+1)
		if !joint.is(mark.text) || joint.spaced || n.kind != number || mark.is("-") && n.spaced {
			break
		}
		if u := p.ahead(i + 2); u.is(":") && !exif || u.kind == hourUnit || u.kind == monthUnit {
			break // the hour after 2023. 7. or the 7월 after 2023.
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// span gives the tokens as one.
func span(tokens []token) token {
	t := tokens[0]
	t.end = tokens[len(tokens)-1].end
	return t
}

// sayAll records numbers that a mark each joins.
func (p *parser) sayAll(numbers []token, parts map[int]*value) error {
	for i, n := range numbers {
		if i > 0 {
			p.pos++
		}
		if err := p.say(parts[i], n.n, 1); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) yearFirstDate(f *fields, n []token) error {
	if len(n) == 3 && n[2].width() > 2 {
		return p.fail(n[2], edtf.ReasonUnexpected)
	}
	p.order = yearFirst
	return p.sayAll(n, map[int]*value{0: &f.year, 1: &f.month, 2: &f.day})
}

// dayOrMonthFirst reads 13/07/2023 and 07/13/2023, and refuses 03/07/2023: the
// 3rd of July in most of the world, the 7th of March in the United States.
func (p *parser) dayOrMonthFirst(f *fields, n []token) error {
	a, b := n[0].n, n[1].n
	switch {
	case a > 12 && b > 12:
		return p.fail(n[1], edtf.ReasonNoSuchMonth)
	case a > 12:
		p.order = dayFirst
	case b > 12:
		p.order = monthFirst
	case a != b && p.order != dayFirst && p.order != monthFirst:
		return p.fail(span(n), ReasonAmbiguousOrder)
	}
	if p.order == monthFirst {
		return p.sayAll(n, map[int]*value{0: &f.month, 1: &f.day, 2: &f.year})
	}
	return p.sayAll(n, map[int]*value{0: &f.day, 1: &f.month, 2: &f.year})
}
