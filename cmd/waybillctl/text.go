package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// clean takes out of a text what would steer a terminal, break a line or turn
// the direction of what stands beside it.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// columns gives how many columns of a terminal a text takes: two for each
// character of Hangul and Hanzi (Unicode Standard Annex 11).
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Cf) || r >= 0x1160 && r <= 0x11FF { // the vowels of Hangul in pieces
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// clip shortens a text to at most n columns.
func clip(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if n -= runeColumns(r); n < 1 {
			break
		}
		b.WriteRune(r)
	}
	return b.String() + "…"
}

// cell makes a text exactly n columns wide.
func cell(s string, n int) string {
	s = clip(s, n)
	return s + strings.Repeat(" ", max(0, n-columns(s)))
}
