// Package keys finds out which single key was meant, whatever input method or
// keyboard layout is switched on. It knows no widgets and not what the keys do.
package keys

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"golang.org/x/text/width"

	"waybill/catalog/hangul"
)

// Letter gives the character of a key by its name: a small letter as the layout
// has it, a digit as printed in the row of digits, or a punctuation mark; false
// for every other key, and for one of a layout without Latin letters.
func Letter(e *fyne.KeyEvent) (rune, bool) {
	if len(e.Name) != 1 {
		return 0, false
	}
	r := unicode.ToLower(rune(e.Name[0]))
	return r, r > ' ' && r < unicode.MaxASCII
}

// marks are what input methods for Chinese write instead of the mark on the key.
var marks = map[rune]rune{
	'、': '/', '。': '.', '·': '`', '—': '_', '…': '^', '《': '<', '》': '>', '【': '[', '】': ']',
	'「': '[', '」': ']', '“': '"', '”': '"', '‘': '\'', '’': '\'', '¥': '$',
}

// Letters of the Russian layout on the keys of the Latin one.
const (
	russian = "йцукенгшщзфывапролдячсмить"
	latin   = "qwertyuiopasdfghjklzxcvbnm"
)

// Meant gives the character that a typed one stands for: "i" for ㅑ, ｉ and ш, and
// the mark on the key for one of Chinese. A letter that was typed with Shift is
// a capital, as far as it can be seen: a jamo that Shift does not change is not.
// A syllable took several keys and means none; neither does anything else
// outside ASCII.
func Meant(r rune) (rune, bool) {
	if all := letters(r); len(all) == 1 {
		return all[0], true
	}
	return 0, false
}

// letters gives the characters of all keys that one character was typed with.
func letters(r rune) []rune {
	if usual := width.LookupRune(r).Folded(); usual != 0 {
		r = usual
	}
	if mark, ok := marks[r]; ok {
		return []rune{mark}
	}
	if r > ' ' && r < unicode.MaxASCII {
		return []rune{r}
	}
	if keys := hangul.Keys(r); keys != "" {
		return []rune(keys)
	}
	if i := strings.IndexRune(russian, unicode.ToLower(r)); i >= 0 {
		key := rune(latin[i/2]) // Cyrillic letters take two bytes
		if unicode.IsUpper(r) {
			key = unicode.ToUpper(key)
		}
		return []rune{key}
	}
	return nil
}

// french are the marks of the French row of digits that are in ASCII, and that
// mean nothing by themselves.
var french = map[rune]rune{'1': '&', '3': '"', '4': '\'', '5': '('}

// joined gives what a key means that wrote a character. In the row of digits
// French keyboards write & é " ' ( and Czech ones letters without Shift.
func joined(key, written rune) (rune, bool) {
	if unicode.IsDigit(key) && (written > unicode.MaxASCII && unicode.IsLetter(written) || french[key] == written) {
		return key, true
	}
	return Meant(written)
}
