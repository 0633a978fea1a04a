// Package codes knows the code replacements: short codes that become words while
// somebody types, such as =rf= for “household refrigerators”. It knows the codes
// only from the tables it is given, opens no file and knows no window.
package codes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"waybill/catalog"
	"waybill/catalog/hangul"
)

// Code is one row of a table.
type Code struct {
	Code  string
	Texts catalog.Names // English, Korean and Chinese; at least one
	Note  string
	Own   bool // of a user's own table
}

// Delimiters stand before and behind a code that is to be replaced.
type Delimiters struct{ Open, Close rune }

// usual are the delimiters of a table that names none.
var usual = Delimiters{'=', '='}

// Valid tells whether the delimiters can be told from codes and from spaces.
func (d Delimiters) Valid() bool {
	ok := func(r rune) bool {
		return (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !inCode(r) && r != languageMark && plain(r) == r && hangul.Keys(r) == ""
	}
	return ok(d.Open) && ok(d.Close)
}

// Around writes a code as it is typed: "=rf=".
func (d Delimiters) Around(code string) string { return string(d.Open) + code + string(d.Close) }

// Table is a list of codes. The zero value has none. It is never changed, so any
// number of goroutines may use it.
type Table struct {
	list   []Code
	at     map[string]int // by folded code
	delims Delimiters
}

// languageMark stands between a code and the language that its text is wanted
// in, when that is another: "=rf:ko=".
const languageMark = ':'

// Codes gives the codes in the order of the table.
func (t *Table) Codes() []Code { return slices.Clone(t.list) }

// Delimiters gives what a code is typed between.
func (t *Table) Delimiters() Delimiters {
	if t.delims == (Delimiters{}) {
		return usual
	}
	return t.delims
}

// With gives the table with other delimiters; false when they are not Valid.
func (t *Table) With(d Delimiters) (*Table, bool) {
	if !d.Valid() {
		return t, false
	}
	return &Table{list: t.list, at: t.at, delims: d}, true
}

// Before gives the codes of t, a user's own, followed by those of rest that it
// has not, with the delimiters of t.
func (t *Table) Before(rest *Table) *Table {
	both := &Table{at: map[string]int{}, delims: t.Delimiters()}
	for _, c := range t.list {
		c.Own = true
		both.put(c)
	}
	for _, c := range rest.list {
		both.put(c)
	}
	return both
}

// put appends a code unless there is one that is typed alike.
func (t *Table) put(c Code) bool {
	key := fold(c.Code)
	if _, twice := t.at[key]; twice {
		return false
	}
	t.at[key] = len(t.list)
	t.list = append(t.list, c)
	return true
}

// Expand replaces the code that ends before the cursor, a number of characters
// from the start of the text, and gives the text and the cursor behind the
// replacement. It is asked after each character typed, and replaces once that is
// the closing delimiter. Texts are in the language, a tag of BCP 47, or in the
// one that stands behind the code and a colon; where that lacks, in the first of
// English, Korean and Chinese. A code with a capital begins with one. A code that
// was typed with a Hangul or full-width input method is understood. An unknown
// code stays: false.
func (t *Table) Expand(text string, cursor int, language string) (string, int, bool) {
	runes := []rune(text)
	open, ok := t.opening(runes, cursor)
	if !ok {
		return text, cursor, false
	}
	typed, wanted, other := strings.Cut(string(narrow(runes[open+1:cursor-1])), string(languageMark))
	if other {
		if language = strings.ToLower(hangul.Latin(wanted)); !slices.Contains(languages, language) {
			return text, cursor, false
		}
	}
	code, ok := t.find(typed)
	if !ok {
		return text, cursor, false
	}
	with := []rune(textOf(code.Texts, language))
	if first, _ := utf8.DecodeRuneInString(typed); unicode.IsUpper(first) {
		with[0] = unicode.ToUpper(with[0])
	}
	return string(slices.Concat(runes[:open], with, runes[cursor:])), open + len(with), true
}

// opening finds where the code begins whose closing delimiter stands before the cursor.
func (t *Table) opening(runes []rune, cursor int) (at int, ok bool) {
	d := t.Delimiters()
	if cursor < 3 || cursor > len(runes) || plain(runes[cursor-1]) != d.Close {
		return 0, false
	}
	for i := cursor - 2; i >= max(0, cursor-2-maxTyped); i-- {
		switch r := plain(runes[i]); {
		case r == d.Open:
			return i, i < cursor-2
		case r != languageMark && !inCode(r):
			return 0, false
		}
	}
	return 0, false
}

// find gives the code that was typed.
func (t *Table) find(typed string) (Code, bool) {
	for _, key := range []string{fold(typed), fold(hangul.Latin(typed))} {
		if i, ok := t.at[key]; ok {
			return t.list[i], true
		}
	}
	return Code{}, false
}

// languages are those that a table has texts in.
var languages = []string{"en", "ko", "zh"}

// textOf gives a code's text in a language.
func textOf(n catalog.Names, language string) string {
	tag, _, _ := strings.Cut(language, "-")
	text := ""
	switch strings.ToLower(tag) {
	case "ko":
		text = n.Korean
	case "zh":
		text = n.Chinese
	}
	for _, other := range []string{n.English, n.Korean, n.Chinese} {
		if text == "" {
			text = other
		}
	}
	return text
}

// Text gives the code's text in a language as Expand does.
func (c Code) Text(language string) string { return textOf(c.Texts, language) }

// fold makes codes alike that differ in case or form only.
func fold(code string) string { return strings.ToLower(norm.NFC.String(code)) }

// inCode tells whether a code may have the character.
func inCode(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '_' || r == '.'
}

// plain gives the usual form of a full-width character.
func plain(r rune) rune {
	if usual := width.LookupRune(r).Folded(); usual != 0 {
		return usual
	}
	return r
}

func narrow(runes []rune) []rune {
	out := make([]rune, len(runes))
	for i, r := range runes {
		out[i] = plain(r)
	}
	return out
}
