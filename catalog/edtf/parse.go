package edtf

import "strings"

// Parse reads a text of the Extended Date/Time Format. The error is a
// *SyntaxError. Time and memory grow with the text, which is at most MaxLength
// bytes.
func Parse(text string) (Date, error) {
	if len(text) > MaxLength {
		return Date{}, &SyntaxError{Text: text[:MaxLength], Reason: ReasonTooLong}
	}
	s := scanner{text: text}
	f, spans, err := s.read()
	if err != nil {
		return Date{}, err
	}
	return assemble(f, spans), nil
}

// scanner reads a text from left to right; pos is in bytes.
type scanner struct {
	text string
	pos  int
}

// peek gives the byte at the scanner's position, 0 at the end.
func (s *scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func (s *scanner) take(token string) bool {
	if !strings.HasPrefix(s.text[s.pos:], token) {
		return false
	}
	s.pos += len(token)
	return true
}

func (s *scanner) done() bool { return s.pos == len(s.text) }

// read reads the whole text.
func (s *scanner) read() (form, []span, error) {
	switch {
	case s.text == "":
		return none, nil, s.fail(0, ReasonEmpty)
	case s.peek() == '{':
		return none, nil, s.fail(0, ReasonUnsupported)
	case s.take("["):
		spans, err := s.members()
		return set, spans, err
	}
	from, err := s.end('/')
	if err != nil {
		return none, nil, err
	}
	if s.done() && from.kind == dated {
		return single, []span{{from: from, to: from, alone: true}}, nil
	}
	if !s.take("/") {
		return none, nil, s.unexpected()
	}
	start := s.pos
	to, err := s.end(0)
	if err == nil && !s.done() {
		err = s.unexpected()
	}
	if err != nil {
		return none, nil, err
	}
	if from.kind != dated && to.kind != dated {
		return none, nil, s.fail(0, ReasonEmpty)
	}
	whole := span{from: from, to: to}
	if whole.reversed() {
		return none, nil, s.fail(start, ReasonReversed)
	}
	return interval, []span{whole}, nil
}

// end reads one end of an interval, which stands before the byte stop (0 for
// the end of the text).
func (s *scanner) end(stop byte) (end, error) {
	switch {
	case s.peek() == stop:
		return end{kind: unknownEnd}, nil
	case s.take(".."):
		return end{kind: openEnd}, nil
	}
	p, err := s.point()
	return end{kind: dated, point: p}, err
}

// members reads a set after its bracket: dates and ranges, of which only the
// first may be open at its start and only the last at its end.
func (s *scanner) members() ([]span, error) {
	var spans []span
	for {
		member, err := s.member(len(spans) == 0)
		if err != nil {
			return nil, err
		}
		spans = append(spans, member)
		switch {
		case s.take("]"):
			if !s.done() {
				return nil, s.unexpected()
			}
			return spans, nil
		case member.to.kind == openEnd || !s.take(","):
			return nil, s.unexpected()
		}
	}
}

func (s *scanner) member(first bool) (span, error) {
	if first && s.take("..") {
		p, err := s.point()
		return span{from: end{kind: openEnd}, to: end{kind: dated, point: p}}, err
	}
	p, err := s.point()
	from := end{kind: dated, point: p}
	if err != nil || !s.take("..") {
		return span{from: from, to: from, alone: true}, err
	}
	if s.peek() == ']' {
		return span{from: from, to: end{kind: openEnd}}, nil
	}
	start := s.pos
	p, err = s.point()
	member := span{from: from, to: end{kind: dated, point: p}}
	if err == nil && member.reversed() {
		err = s.fail(start, ReasonReversed)
	}
	return member, err
}

// unexpected gives the error for the character at the scanner's position, or
// for the end of the text.
func (s *scanner) unexpected() error {
	c := s.peek()
	why := ReasonUnexpected
	switch {
	case s.done():
		why = ReasonIncomplete
	case strings.IndexByte("XES?~%{", c) >= 0:
		// Unspecified digits elsewhere than on the right, exponents, significant
		// digits, qualified parts of a date: level 2.
		why = ReasonUnsupported
	case c == '-' && s.pos > 0 && strings.IndexByte("?~%", s.text[s.pos-1]) >= 0:
		why = ReasonUnsupported
	}
	return s.fail(s.pos, why)
}
