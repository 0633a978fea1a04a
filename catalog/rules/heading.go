package rules

import "strings"

// heading reads a chapter, heading or subheading of the HS: two, four or six
// digits, mostly written with a dot behind the fourth. It gives the digits alone.
func heading(s string) (string, bool) {
	digits := s
	if head, sub, dotted := strings.Cut(s, "."); dotted {
		if len(head) != 4 || len(sub) != 2 {
			return "", false
		}
		digits = head + sub
	}
	return digits, len(digits) <= 6 && isHeading(digits)
}

// tariff reads what a newsroom may have entered for an item, which can have the
// longer numbers of a country's tariff: up to ten digits, with dots or spaces.
func tariff(s string) (string, bool) {
	digits := strings.Map(func(c rune) rune {
		if c == '.' || c == ' ' || c == '\u00A0' {
			return -1
		}
		return c
	}, s)
	return digits, len(digits) <= 10 && isHeading(digits)
}

// isHeading knows the chapters 01 to 97; 98 and 99 are a country's own.
func isHeading(digits string) bool {
	if len(digits) < 2 || len(digits)%2 != 0 {
		return false
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return digits[:2] >= "01" && digits[:2] <= "97"
}

// tariffs reads all numbers of an item, separated by ";", "," or "/". What is no
// number of the HS is left out.
func tariffs(s string) []string {
	const most = 16 // an item with more is no item
	var codes []string
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ';' || c == ',' || c == '/' }) {
		if code, ok := tariff(strings.TrimSpace(part)); ok && len(codes) < most {
			codes = append(codes, code)
		}
	}
	return codes
}
