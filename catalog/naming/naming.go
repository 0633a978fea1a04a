// Package naming brings names into the form in which they are compared, so that
// whatever people type is found however it was written. It is shared by the
// store, the exports and the window, and knows nothing of them.
package naming

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which names are compared: composed (macOS hands out
// Hangul in pieces), lower case, without accents, full-width forms or
// punctuation, its words one space apart.
func Fold(s string) string {
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

// Variants splits a vocabulary label into the names it stands for, which are
// separated by "/", "·" or ";".
func Variants(label string) []string {
	return strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune("/·;", r) })
}

// Spellings lists all that a label stands for: itself, its variants, and these
// without what stands in brackets.
func Spellings(label string) []string {
	var names []string
	for _, variant := range Variants(label) {
		names = append(names, variant)
		if open := strings.IndexAny(variant, "(（"); open > 0 {
			names = append(names, variant[:open])
		}
	}
	return append(names, label)
}

// IsDense tells whether a character is Hangul or Hanzi, which are written
// without spaces or with endings attached.
func IsDense(r rune) bool { return unicode.In(r, unicode.Hangul, unicode.Han) }
