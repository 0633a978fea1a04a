package datetext

import (
	"slices"
	"strings"
	"unicode"

	"waybill/catalog/edtf"
)

// token is a number, a word of the vocabulary or a mark.
type token struct {
	word
	text       string // lower case
	start, end int    // in the normal text, in runes
	spaced     bool   // a space stands before it
}

// is tells whether t is the given mark.
func (t token) is(mark string) bool { return t.kind == mark_ && t.text == mark }

// tokens cuts the text into tokens and refuses words that are not known or
// cannot date anything. The last token is the end.
func (s source) tokens() ([]token, error) {
	lower := make([]rune, len(s.runes))
	for i, r := range s.runes {
		lower[i] = unicode.ToLower(r)
	}
	var tokens []token
	for at := 0; at < len(lower); {
		if lower[at] == ' ' {
			at++
			continue
		}
		t := next(lower, at)
		t.spaced = at > 0 && lower[at-1] == ' '
		if why, refused := refusals[t.kind]; refused {
			return nil, s.fail(t.start, t.end, why)
		}
		tokens = append(tokens, t)
		at = t.end
	}
	tokens = append(tokens, token{word: word{kind: end_}, start: len(lower), end: len(lower)})
	disambiguateTildes(tokens)
	return tokens, nil
}

// refusals are the kinds of words that no date may contain.
var refusals = map[kind]edtf.Reason{
	unknown:       ReasonUnknownWord,
	relative:      ReasonRelative,
	ambiguousZone: ReasonAmbiguousZone,
	otherCalendar: edtf.ReasonUnsupported,
}

// next reads the token that begins at a rune which is no space.
func next(text []rune, at int) token {
	if w, n := longestWord(text[at:]); n > 0 {
		return token{word: w, text: string(text[at : at+n]), start: at, end: at + n}
	}
	end := at
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if end > at {
		t := token{word: word{kind: number}, text: string(text[at:end]), start: at, end: end}
		for _, r := range text[at:min(end, at+maxDigits)] {
			t.n = t.n*10 + int(r-'0')
		}
		return t
	}
	for end < len(text) && strings.ContainsRune(numerals, text[end]) {
		end++
	}
	if n, ok := chineseNumber(text[at:end]); ok {
		return token{word: word{kind: number, n: n}, text: string(text[at:end]), start: at, end: end}
	}
	t := token{word: word{kind: mark_}, start: at, end: at + 1}
	if !strings.ContainsRune(marks, text[at]) {
		t.kind = unknown
		for t.end < len(text) && unicode.IsLetter(text[at]) && unicode.In(text[t.end], unicode.L, unicode.M) {
			t.end++
		}
	}
	t.text = string(text[at:t.end])
	return t
}

// maxDigits is how many digits of a number count; no number needs more.
const maxDigits = 9

// marks are the punctuation of dates; commas, the tilde, ? and % are words.
const marks = "-/.:+"

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' }

// longestWord finds the longest word of the vocabulary that text begins with,
// and its length in runes, 0 when there is none. A word of the Latin script ends
// where its letters end; Korean and Chinese have no spaces to go by.
func longestWord(text []rune) (word, int) {
	for n := min(longestEntry, len(text)); n > 0; n-- {
		if n < len(text) && isASCIILetter(text[n-1]) && isASCIILetter(text[n]) {
			continue
		}
		for _, vocabulary := range []map[string]word{english, korean, chinese} {
			if w, ok := vocabulary[string(text[:n])]; ok {
				return w, n
			}
		}
	}
	return word{}, 0
}

// longestEntry is the length in runes of the longest word in any vocabulary.
const longestEntry = 20

// disambiguateTildes tells "1~10 July" from "10 July~": a tilde before what can
// begin a date means "to", at the end "approximately", and at the start nothing
// certain.
func disambiguateTildes(tokens []token) {
	begins := []kind{number, month, season, part, dayHalf}
	for i := range tokens {
		if tokens[i].text != "~" {
			continue
		}
		switch {
		case i == 0:
			tokens[i].kind = mark_
		case slices.Contains(begins, tokens[i+1].kind):
			tokens[i].kind = to
		}
	}
}

// numerals are the Chinese digits, ten and twenty.
const numerals = "〇零一二三四五六七八九两兩十廿"

// chineseNumber reads 二〇二三, 七, 十二, 二十三 or 廿三.
func chineseNumber(text []rune) (int, bool) {
	if len(text) == 0 || len(text) > 4 {
		return 0, false
	}
	if !slices.ContainsFunc(text, func(r rune) bool { return r == '十' || r == '廿' }) {
		n := 0
		for _, r := range text {
			n = n*10 + chineseDigit(r)
		}
		return n, true
	}
	n := 0
	if text[0] != '十' && text[0] != '廿' {
		n, text = chineseDigit(text[0])*10, text[1:]
		if n == 0 || len(text) == 0 || text[0] != '十' {
			return 0, false
		}
	} else if text[0] == '十' {
		n = 10
	} else {
		n = 20
	}
	switch text = text[1:]; {
	case len(text) == 0:
		return n, true
	case len(text) > 1, text[0] == '十', text[0] == '廿', chineseDigit(text[0]) == 0:
		return 0, false
	}
	return n + chineseDigit(text[0]), true
}

func chineseDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '两', '兩':
		return 2
	}
	return slices.Index([]rune("〇一二三四五六七八九"), r)
}

// width is how many digits a number was written with: a year needs four.
func (t token) width() int {
	if isDigit([]rune(t.text)[0]) {
		return len(t.text)
	}
	if n := len([]rune(t.text)); n == 4 {
		return n
	}
	return 2
}
