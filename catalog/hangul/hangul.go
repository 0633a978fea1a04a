// Package hangul knows with which keys Hangul is typed on the two-set keyboard
// (KS X 5002), the usual one in Korea.
package hangul

import "strings"

// Ranges of Unicode.
const (
	firstJamo     = 'ㄱ' // of the compatibility jamo
	lastJamo      = 'ㅣ'
	firstSyllable = '가'
	lastSyllable  = '힣'
	vowels        = 21 // of a syllable; The Unicode Standard, section 3.12
	finals        = 28 // with none
)

// jamoKeys are the keys of the compatibility jamo from U+3131 on; a capital is a
// letter typed with Shift.
var jamoKeys = [...]string{
	"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", // ㄱ to ㅀ
	"a", "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", // ㅁ to ㅎ
	"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l", // ㅏ to ㅣ
}

// leads and tails are the consonants before and behind the vowel of a syllable,
// in Unicode's order; none comes first behind it.
const (
	leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
	tails = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
)

// Keys gives the keys, as letters of the Latin keyboard, that a jamo or a
// syllable is typed with: "i" for ㅑ, "so" for 내. It is "" for anything else.
func Keys(r rune) string {
	switch {
	case r >= firstJamo && r <= lastJamo:
		return jamoKeys[r-firstJamo]
	case r < firstSyllable || r > lastSyllable:
		return ""
	}
	n := int(r - firstSyllable)
	keys := jamoKeys[nth(leads, n/(vowels*finals))-firstJamo] + jamoKeys['ㅏ'-firstJamo+rune(n/finals%vowels)]
	if tail := n % finals; tail > 0 {
		keys += jamoKeys[nth(tails, tail-1)-firstJamo]
	}
	return keys
}

// nth gives a character of a list; each takes three bytes.
func nth(list string, i int) rune { return []rune(list[3*i : 3*i+3])[0] }

// Latin gives a text with its Hangul written as the keys that it was typed with,
// which is what somebody meant who forgot to switch the input method off.
func Latin(text string) string {
	var b strings.Builder
	for _, r := range text {
		if keys := Keys(r); keys != "" {
			b.WriteString(keys)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
