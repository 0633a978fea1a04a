package datetext

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog/edtf"
)

// source is a text in one form: composed Hangul, half-width letters, digits and
// punctuation (NFKC), single spaces within and none around.
type source struct {
	text  string // as given
	runes []rune
	at    []int // for each rune, and the end, its position in text in runes
}

// normalize also makes one hyphen, one dash and one comma of the many.
func normalize(text string) source {
	s := source{text: text}
	var it norm.Iter
	it.InitString(norm.NFKC, text)
	at, space := 0, false
	for !it.Done() {
		start := it.Pos()
		segment := it.Next()
		for _, r := range string(segment) {
			if unicode.IsSpace(r) {
				space = true
				continue
			}
			if space && len(s.runes) > 0 {
				s.add(' ', at)
			}
			space = false
			s.add(plain(r), at)
		}
		at += utf8.RuneCountInString(text[start:it.Pos()])
	}
	s.at = append(s.at, at)
	return s
}

func (s *source) add(r rune, at int) {
	s.runes = append(s.runes, r)
	s.at = append(s.at, at)
}

// closeSets takes the spaces out of what can only be an EDTF set.
func (s *source) closeSets() {
	if len(s.runes) == 0 || s.runes[0] != '[' {
		return
	}
	closed := source{text: s.text}
	for i, r := range s.runes {
		if r != ' ' {
			closed.add(r, s.at[i])
		}
	}
	closed.at = append(closed.at, s.at[len(s.runes)])
	*s = closed
}

// plain maps variants of a character that NFKC keeps apart to one of them.
func plain(r rune) rune {
	switch r {
	case '‐', '‑', '−', '﹣':
		return '-'
	case '—', '―', '‒', '〜', '∼':
		return '–'
	case '、':
		return ','
	case '。', '·', '・', 'ㆍ', '‧', '•':
		return '.'
	}
	return r
}

// fail gives the error for the runes from start to end of the normal text.
func (s source) fail(start, end int, why edtf.Reason) error {
	e := &edtf.SyntaxError{Text: s.text, Pos: s.at[min(start, len(s.runes))], Reason: why}
	if start >= len(s.runes) || end <= start {
		return e
	}
	// The last character's end, without a space that follows it.
	last := s.at[min(end, len(s.runes))-1] + 1
	if end < len(s.runes) && s.runes[end] != ' ' {
		last = s.at[end]
	}
	e.Token = string([]rune(s.text)[e.Pos:max(last, e.Pos+1)])
	return e
}
