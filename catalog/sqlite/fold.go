package sqlite

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a name into the form in which names are compared: composed
// (macOS hands out Hangul in pieces), lower case, without accents, full-width
// forms or punctuation, its words one space apart.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '’' || r == '\'': // Hunch’un is one word
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}

// spellings splits a vocabulary label into the names it stands for: variants
// after "/", "·" or ";", each with and without what stands in brackets.
func spellings(label string) []string {
	var names []string
	for _, part := range strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune("/·;", r) }) {
		names = append(names, part)
		if open := strings.IndexAny(part, "(（"); open > 0 {
			names = append(names, part[:open])
		}
	}
	return append(names, label)
}

// naturalKey gives a key that sorts file names as people do: case aside, and
// IMG_2 before IMG_10.
func naturalKey(name string) string {
	var b strings.Builder
	digits := ""
	flush := func() {
		if digits != "" {
			trimmed := strings.TrimLeft(digits, "0")
			b.WriteString(strings.Repeat("0", max(0, 12-len(trimmed))) + trimmed)
			digits = ""
		}
	}
	for _, r := range strings.ToLower(norm.NFC.String(name)) {
		if r >= '0' && r <= '9' {
			digits += string(r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}
