package places

import "slices"

// The three ways to divide tokens into two angles. Each gives exactly two, or an
// error with ReasonIncomplete when the text is not written that way.

// byPrefix reads letters and names before their numbers: N42.5 E130.5, or
// names before and letters after: lat 42.5 N, lon 130.5 E.
func byPrefix(text string, tokens []token) ([]angle, *Error) {
	var angles []angle
	for _, t := range tokens {
		switch t.kind {
		case letter, axisName:
			last := len(angles) - 1
			if last >= 0 && (len(angles[last].numbers) == 0 || t.kind == letter && !angles[last].lettered && angles[last].axis == t.axis) {
				if err := angles[last].call(text, t); err != nil {
					return nil, err
				}
				continue
			}
			angles = append(angles, angle{})
			if err := angles[last+1].call(text, t); err != nil {
				return nil, err
			}
		default:
			if len(angles) == 0 {
				if t.kind == separator {
					continue
				}
				return nil, wrong(ReasonIncomplete, text, t.at)
			}
			if err := angles[len(angles)-1].take(text, t); err != nil {
				return nil, err
			}
		}
	}
	return two(text, tokens, angles)
}

// bySuffix reads letters after their numbers: 42.5N 130.5E.
func bySuffix(text string, tokens []token) ([]angle, *Error) {
	if !slices.ContainsFunc(tokens, func(t token) bool { return t.kind == letter || t.kind == axisName }) {
		return nil, wrong(ReasonIncomplete, text, 0)
	}
	var angles []angle
	var open angle
	for _, t := range tokens {
		if t.kind != letter && t.kind != axisName {
			if err := open.take(text, t); err != nil {
				return nil, err
			}
			continue
		}
		if len(open.numbers) == 0 {
			return nil, wrong(ReasonIncomplete, text, t.at)
		}
		if err := open.call(text, t); err != nil {
			return nil, err
		}
		angles = append(angles, open)
		open = angle{}
	}
	if len(open.numbers) > 0 {
		return nil, wrong(ReasonIncomplete, text, open.numbers[0].at)
	}
	return two(text, tokens, angles)
}

// byNumbers reads numbers without letters: in two halves, at the one separator
// if there is one, else at a sign, a degree mark or in the middle.
func byNumbers(text string, tokens []token) ([]angle, *Error) {
	var numbers []int
	for i, t := range tokens {
		switch t.kind {
		case letter, axisName:
			return nil, wrong(ReasonIncomplete, text, t.at)
		case number:
			numbers = append(numbers, i)
		}
	}
	if len(numbers) < 2 {
		return nil, wrong(ReasonIncomplete, text, 0)
	}
	if len(numbers) > 6 {
		return nil, wrong(ReasonTooMany, text, tokens[numbers[6]].at)
	}
	middle := divideAt(tokens, numbers)
	switch {
	case middle >= 0:
	case len(numbers)%2 == 0: // marks of one angle
		return nil, wrong(ReasonIncomplete, text, tokens[len(tokens)-1].at)
	default:
		return nil, wrong(ReasonTooMany, text, tokens[numbers[2]].at)
	}
	angles := make([]angle, 2)
	for i, t := range tokens {
		half := 0
		if i >= middle {
			half = 1
		}
		if err := angles[half].take(text, t); err != nil {
			return nil, err
		}
	}
	return two(text, tokens, angles)
}

// divideAt finds the token with which the second angle begins, or -1.
func divideAt(tokens []token, numbers []int) int {
	var separators, signs, degrees, minutes []int
	for i, t := range tokens {
		inside := i > numbers[0] && i < numbers[len(numbers)-1]
		switch {
		case t.kind == separator && inside:
			separators = append(separators, i)
		case t.kind == sign && inside:
			signs = append(signs, i)
		case t.kind == mark && t.mark == '°':
			degrees = append(degrees, i)
		case t.kind == mark:
			minutes = append(minutes, i)
		}
	}
	switch {
	case len(degrees) == 2:
		at := degrees[1] - 1
		if at > 0 && tokens[at-1].kind == sign {
			at--
		}
		return at
	case len(degrees) == 1 && len(minutes) > 0:
		return -1
	case len(separators) == 1:
		return separators[0]
	case len(signs) == 1:
		return signs[0]
	case len(numbers)%2 == 0:
		at := numbers[len(numbers)/2]
		if tokens[at-1].kind == sign {
			at--
		}
		return at
	}
	return -1
}

// call gives an angle its axis and direction.
func (a *angle) call(text string, t token) *Error {
	if a.axis != noAxis && a.axis != t.axis || a.lettered && t.kind == letter {
		return wrong(ReasonSameAxis, text, t.at)
	}
	a.axis = t.axis
	if t.kind == letter {
		a.lettered, a.negative = true, t.negative
	}
	return nil
}

// take adds a number, its mark or its sign to an angle.
func (a *angle) take(text string, t token) *Error {
	switch t.kind {
	case number:
		if len(a.numbers) == 3 {
			return wrong(ReasonTooMany, text, t.at)
		}
		a.numbers = append(a.numbers, t)
	case mark:
		if len(a.numbers) == 0 || len(a.marks) >= len(a.numbers) {
			return wrong(ReasonOrder, text, t.at)
		}
		for len(a.marks) < len(a.numbers)-1 {
			a.marks = append(a.marks, 0)
		}
		a.marks = append(a.marks, t.mark)
	case sign:
		if len(a.numbers) > 0 || a.sign != 0 {
			return wrong(ReasonSign, text, t.at)
		}
		a.sign, a.signAt = int(t.value), t.at
	}
	return nil
}

// two wants two angles with numbers.
func two(text string, tokens []token, angles []angle) ([]angle, *Error) {
	for i, a := range angles {
		if len(a.numbers) == 0 {
			return nil, wrong(ReasonIncomplete, text, 0)
		}
		if i == 2 {
			return nil, wrong(ReasonTooMany, text, a.numbers[0].at)
		}
	}
	if len(angles) < 2 {
		end := 0
		if len(tokens) > 0 {
			end = tokens[len(tokens)-1].at
		}
		return nil, wrong(ReasonIncomplete, text, end)
	}
	return angles, nil
}
