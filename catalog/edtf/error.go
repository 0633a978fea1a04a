package edtf

import (
	"fmt"
	"unicode/utf8"
)

// Reason says why a text is not a date, so that a user interface can say it in
// its own words. Package datetext adds reasons of its own.
type Reason string

// Why a text is not a date.
const (
	ReasonEmpty       Reason = "empty"         // there is nothing to read
	ReasonTooLong     Reason = "too-long"      // the text, or a year in it, is longer than allowed
	ReasonIncomplete  Reason = "incomplete"    // the text ends where more is needed
	ReasonUnexpected  Reason = "unexpected"    // this character cannot stand here
	ReasonNoSuchYear  Reason = "no-such-year"  // such as -0000, or Y before a year of four digits
	ReasonNoSuchMonth Reason = "no-such-month" // neither a month nor a season
	ReasonNoSuchDay   Reason = "no-such-day"   // the month has no such day
	ReasonNoSuchTime  Reason = "no-such-time"  // not within 00:00:00 to 23:59:59
	ReasonBadOffset   Reason = "bad-offset"    // not within -12:00 to +14:00
	ReasonReversed    Reason = "reversed"      // it ends before it begins
	ReasonUnsupported Reason = "unsupported"   // level 2 of EDTF, beyond "one of" sets
)

// SyntaxError says where and why a text is not a date.
type SyntaxError struct {
	Text   string // what was read, as given
	Pos    int    // where it stopped making sense, in runes from 0
	Token  string // the characters at Pos that are wrong; "" at the end of Text
	Reason Reason
}

// Error is for logs and developers.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("date %q: %s at %d %q", e.Text, e.Reason, e.Pos, e.Token)
}

// fail gives the error for the bytes from start to the scanner's position, or
// for the one character at start when it has not been passed. Everything before
// start is ASCII, so bytes are runes.
func (s *scanner) fail(start int, why Reason) error {
	end := s.pos
	if end <= start {
		_, size := utf8.DecodeRuneInString(s.text[start:])
		end = start + size
	}
	return &SyntaxError{Text: s.text, Pos: start, Token: s.text[start:end], Reason: why}
}
