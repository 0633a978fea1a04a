package catalog

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParseQuery reads a query text. Terms are separated by white space and must
// all hold:
//
//	refrigerator            a free word
//	"shopping cart"         a phrase; “…”, 「…」 and other pairs do as well
//	item:cart  route:"…"    a field and its value; ： does as well as :
//	item:cart|tile          any of some values, ｜ does as well as |; also of words: 훈춘|珲春
//	-status:exempt          not; － and − do as well as -; with several values, none of them
//	date:2023-07            a year, month, day, minute or second, or other EDTF (see ParseDate)
//	date:2023-07-01..       from, to or between: a.., ..b, a..b or a/b
//	has:gps  no:date        what is known or unknown, see HasValues
//	kind:screenshot         what sort of picture, see Kinds
//	month:2023-07           a month that the whole date lies in
//	step:12                 what a step of the history touched
//
// Field names, statuses, kinds and the values of has and no are understood in English,
// Korean (also in NFD) and Chinese, in either case and width. The closing quote
// written twice stands for itself; a quote inside a word is part of the word.
//
// A word counts as field:value when at least two letters and nothing else stand
// before its first colon and no "//" follows it. So 14:05, C:\photos and
// http://example.org are free words, and note:this is an error until it is quoted.
//
// The error is a *QueryError.
func ParseQuery(text string) (Query, error) {
	p := queryParser{text: []rune(text)}
	if len(p.text) > MaxQueryRunes {
		return Query{}, &QueryError{Pos: MaxQueryRunes, Reason: QueryTooLong}
	}
	var q Query
	for values := 0; ; {
		p.skipSpace()
		if p.pos == len(p.text) {
			return q, nil
		}
		start := p.pos
		t, err := p.term()
		if err != nil {
			return Query{}, err
		}
		if values += 1 + len(t.Or); values > MaxQueryTerms {
			return Query{}, &QueryError{Pos: start, Token: string(p.text[start:p.pos]), Reason: QueryManyTerms}
		}
		q.Terms = append(q.Terms, t)
	}
}

type queryParser struct {
	text []rune
	pos  int
}

func (p *queryParser) skipSpace() {
	for p.pos < len(p.text) && unicode.IsSpace(p.text[p.pos]) {
		p.pos++
	}
}

// term reads one term, at whose first rune the parser stands.
func (p *queryParser) term() (Term, error) {
	t := Term{Pos: p.pos}
	if isMinus(p.text[p.pos]) {
		t.Not = true
		p.pos++
		if wordEnd(p.text, p.pos) == p.pos || isMinus(p.text[p.pos]) {
			return Term{}, &QueryError{Pos: t.Pos, Token: string(p.text[t.Pos:p.pos]), Reason: QueryStrayMinus}
		}
	}
	if colon, ok := fieldColon(p.text[p.pos:wordEnd(p.text, p.pos)]); ok {
		name := string(p.text[p.pos : p.pos+colon])
		field, known := findWord(fieldWords, name)
		if !known {
			return Term{}, &QueryError{Pos: p.pos, Token: name, Reason: QueryUnknownField, Suggest: closest(fieldWords, name)}
		}
		t.Field = Field(field)
		p.pos += colon + 1
	}
	return p.choices(t)
}

// choices reads the values of a term.
func (p *queryParser) choices(t Term) (Term, error) {
	var list []Term
	for {
		c, at := t, p.pos
		if err := p.value(&c); err != nil {
			return Term{}, err
		}
		if err := c.understand(); err != nil {
			err.Pos = at
			return Term{}, err
		}
		if _, other := fieldColon([]rune(c.Value)); other && len(list) > 0 && t.Field == FieldWords && !c.Phrase {
			return Term{}, &QueryError{Pos: at, Token: c.Value, Reason: QueryMixedFields}
		}
		list = append(list, c)
		if p.pos == len(p.text) || !isBar(p.text[p.pos]) {
			return JoinChoices(list), nil
		}
		p.pos++
	}
}

// value reads a word or what stands in quotes.
func (p *queryParser) value(t *Term) error {
	start := p.pos
	end := valueEnd(p.text, start)
	if start == end {
		return &QueryError{Pos: t.Pos, Token: string(p.text[t.Pos:wordEnd(p.text, end)]), Reason: QueryEmptyValue}
	}
	closer := closing(p.text[start])
	if closer == 0 {
		t.Value, p.pos = string(p.text[start:end]), end
		return nil
	}
	t.Phrase = true
	var value []rune
	for i := start + 1; i < len(p.text); i++ {
		if p.text[i] != closer {
			value = append(value, p.text[i])
			continue
		}
		if i+1 < len(p.text) && p.text[i+1] == closer {
			value = append(value, closer)
			i++
			continue
		}
		p.pos = i + 1
		t.Value = string(value)
		if strings.TrimSpace(t.Value) == "" {
			return &QueryError{Pos: t.Pos, Token: string(p.text[t.Pos:p.pos]), Reason: QueryEmptyValue}
		}
		return nil
	}
	return &QueryError{Pos: start, Token: string(p.text[start]), Reason: QueryUnclosedQuote}
}

// understand turns the values of the fields that have closed or formal values
// into their one form. The caller fills in Pos of the error.
func (t *Term) understand() *QueryError {
	typed := t.Value
	bad := func(reason QueryReason, words []word) *QueryError {
		return &QueryError{Token: typed, Reason: reason, Suggest: closest(words, typed)}
	}
	switch t.Field {
	case FieldStatus:
		s, ok := findPrefix(statusWords, typed)
		if !ok {
			return bad(QueryBadStatus, statusWords)
		}
		t.Value = s
	case FieldHas, FieldNo:
		s, ok := findWord(hasWords, typed)
		if !ok {
			return bad(QueryBadHas, hasWords)
		}
		t.Value = s
	case FieldKind:
		s, ok := findPrefix(kindWords, typed)
		if !ok {
			return bad(QueryBadKind, kindWords)
		}
		t.Value = s
	case FieldDirection, FieldStage, FieldPackaging, FieldReview, FieldWarning, FieldIs:
		words := map[Field][]word{
			FieldDirection: directionWords, FieldStage: stageWords, FieldPackaging: packagingWords, FieldReview: reviewWords,
			FieldWarning: warningWords, FieldIs: isWords,
		}[t.Field]
		s, ok := findPrefix(words, typed)
		if !ok {
			return bad(QueryBadTerm, words)
		}
		t.Value = s
	case FieldMadeIn:
		if t.Value = strings.ToUpper(strings.TrimSpace(typed)); !isCountry(t.Value) {
			return bad(QueryBadTerm, nil)
		}
	case FieldStep:
		step, err := strconv.ParseInt(foldWord(strings.TrimSpace(typed)), 10, 64)
		if err != nil || step < 1 {
			return bad(QueryBadTerm, nil)
		}
		t.Value = strconv.FormatInt(step, 10)
	case FieldDate:
		s, r, ok := parseQueryDate(typed)
		if !ok {
			return bad(QueryBadDate, nil)
		}
		t.Value, t.Range = s, r
	case FieldMonth:
		month, err := time.Parse("2006-01", foldWord(strings.TrimSpace(typed)))
		if err != nil {
			return bad(QueryBadDate, nil)
		}
		t.Value = month.Format("2006-01")
	default:
		return nil
	}
	t.Phrase = false
	return nil
}

// wordEnd gives the index of the first white space from start on.
func wordEnd(text []rune, start int) int {
	for i := start; i < len(text); i++ {
		if unicode.IsSpace(text[i]) {
			return i
		}
	}
	return len(text)
}

// valueEnd gives the index of the first white space or bar from start on.
func valueEnd(text []rune, start int) int {
	end := wordEnd(text, start)
	for i := start; i < end; i++ {
		if isBar(text[i]) {
			return i
		}
	}
	return end
}

// fieldColon gives the index of the colon when word has the form field:value.
// Only the name of a field there is may hold a hyphen.
func fieldColon(word []rune) (int, bool) {
	hyphen := false
	for i, r := range word {
		if r == ':' || r == '：' {
			if hyphen {
				_, known := findWord(fieldWords, string(word[:i]))
				return i, known
			}
			return i, i >= 2 && !strings.HasPrefix(string(word[i+1:]), "//")
		}
		if hyphen = hyphen || isMinus(r) && i > 0; !unicode.IsLetter(r) && !isMinus(r) {
			return 0, false
		}
	}
	return 0, false
}

// isMinus knows the hyphen, its full-width form and the minus sign.
func isMinus(r rune) bool { return r == '-' || r == '－' || r == '−' }

// isBar knows the vertical bar and its full-width form.
func isBar(r rune) bool { return r == '|' || r == '｜' }

// closing gives the quote that closes what r opens, 0 when r opens nothing.
func closing(r rune) rune {
	switch r {
	case '"', '＂', '”':
		return r
	case '“':
		return '”'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return 0
}
