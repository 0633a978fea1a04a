// Package datetext reads dates as people type them, in English, Korean and
// Chinese, mixed if they like, and gives them as EDTF. EDTF itself is read too.
//
// The date is that of one moment, such as when a photo was taken. So "between 1
// and 10 July 2023" is the set [2023-07-01..2023-07-10], one of these days, and
// never an interval; "early July" is such a set with approximate ends: days 1 to
// 10, the middle 11 to 20, the end 21 to the last. An early year is January to
// April, its middle May to August, its end September to December; an early
// season is its first month. "Before" and "after" leave out the day they name,
// "by", "until", "since" and "not before" include it, as do 이전, 이후, 以前 and
// 以后. A time without minutes or seconds is on the full hour or minute, fractions
// of a second are cut, and "in the afternoon" alone is from 12:00:00 to 23:59:59.
//
// What could mean two days is refused rather than guessed: 03/07/2023, CST,
// years of two digits, words that depend on when they are read ("yesterday").
//
// The package knows vocabulary but writes none: errors carry a position and a
// reason, never a sentence.
package datetext

import (
	"errors"
	"strings"
	"unicode/utf8"

	"waybill/catalog/edtf"
)

// Why a text is not a date, beyond the reasons of package edtf.
const (
	ReasonUnknownWord    edtf.Reason = "unknown-word"    // not in the vocabulary
	ReasonRelative       edtf.Reason = "relative"        // depends on when it is read: "yesterday"
	ReasonAmbiguousOrder edtf.Reason = "ambiguous-order" // which number is the day, or the year?
	ReasonAmbiguousZone  edtf.Reason = "ambiguous-zone"  // a zone's name that two zones have: CST
	ReasonTwoDigitYear   edtf.Reason = "two-digit-year"  // which century?
	ReasonMissingYear    edtf.Reason = "missing-year"
	ReasonMissingMonth   edtf.Reason = "missing-month"
	ReasonMissingDay     edtf.Reason = "missing-day"
	ReasonWrongWeekday   edtf.Reason = "wrong-weekday" // the date is another day of the week
)

// Parse reads a date. The error is a *edtf.SyntaxError about the text as given,
// with ReasonTooLong for more than edtf.MaxLength bytes.
func Parse(text string) (edtf.Date, error) {
	if len(text) > edtf.MaxLength {
		return edtf.Date{}, &edtf.SyntaxError{Text: text[:edtf.MaxLength], Reason: edtf.ReasonTooLong}
	}
	src := normalize(text)
	src.closeSets()
	normal := string(src.runes)
	if len(normal) > edtf.MaxLength { // the normal form may be longer
		return edtf.Date{}, &edtf.SyntaxError{Text: text, Reason: edtf.ReasonTooLong}
	}
	d, err := edtf.Parse(normal)
	if err == nil {
		return d, nil
	}
	if normal == "" || looksLikeEDTF(normal) {
		var e *edtf.SyntaxError
		if errors.As(err, &e) {
			return edtf.Date{}, src.fail(e.Pos, e.Pos+utf8.RuneCountInString(e.Token), e.Reason)
		}
		return edtf.Date{}, err
	}
	p := parser{src: src}
	if p.tokens, err = src.tokens(); err != nil {
		return edtf.Date{}, err
	}
	return p.phrase()
}

// looksLikeEDTF tells whether whoever wrote text meant EDTF, so that its own
// error says more than ours.
func looksLikeEDTF(text string) bool {
	if strings.ContainsAny(text, "[]{}") || strings.Contains(text, "..") {
		return true
	}
	for _, qualified := range []string{"?-", "~-", "%-"} {
		if strings.Contains(text, qualified) {
			return true
		}
	}
	if strings.HasPrefix(text, "/") || strings.HasSuffix(text, "/") {
		return true
	}
	rest := strings.TrimLeft(text, "-0123456789")
	return rest != text && strings.HasPrefix(rest, "X") ||
		strings.HasPrefix(text, "Y") && strings.ContainsAny(text, "0123456789")
}
