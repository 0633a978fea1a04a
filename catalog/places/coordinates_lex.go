package places

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// axis is which of the two coordinates something belongs to.
type axis int

const (
	noAxis axis = iota
	latitude
	longitude
)

type tokenKind int

const (
	number    tokenKind = iota
	mark                // ° ' "
	letter              // N, S, E, W and words that say as much
	axisName            // "lat", 경도: the axis without a direction
	sign                // + or - before a number
	separator           // , ; / |
)

// token is a piece of a text with coordinates.
type token struct {
	kind     tokenKind
	at       int     // runes before it
	value    float64 // of a number, never negative; -1 or +1 of a sign
	decimals int     // digits after the point of a number
	digits   int     // before it
	mark     rune
	axis     axis
	negative bool // S and W
}

// lexer cuts a text into tokens.
type lexer struct {
	text   string
	runes  []rune
	comma  bool // a comma between digits is a decimal one
	at     int
	tokens []token
}

func lex(text string) ([]token, error) {
	l := &lexer{text: text}
	for _, r := range text {
		l.runes = append(l.runes, r)
	}
	// Words first: 도 is a mark, 위도 is not.
	for l.at < len(l.runes) {
		if !l.word() {
			l.runes[l.at] = plain(l.runes[l.at])
			l.at++
		}
	}
	l.at, l.comma = 0, decimalComma(string(l.runes))
	for l.at < len(l.runes) {
		if err := l.next(); err != nil {
			return nil, err
		}
	}
	return l.tokens, nil
}

// wordRune stands where a word was found; its token says which.
const wordRune = '\x00'

// word blanks out a word at the place, and keeps it as a token.
func (l *lexer) word() bool {
	for _, w := range words {
		n := 0
		for _, r := range w.text {
			if l.at+n >= len(l.runes) || folded(l.runes[l.at+n]) != r {
				n = -1
				break
			}
			n++
		}
		if n < 0 {
			continue
		}
		l.tokens = append(l.tokens, token{kind: w.kind, at: l.at, axis: w.axis, negative: w.negative})
		for i := range n {
			l.runes[l.at+i] = ' '
		}
		l.runes[l.at] = wordRune
		l.at += n
		return true
	}
	return false
}

// folded is a letter as in words: full-width and capital letters are the same.
func folded(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r)
}

// decimalComma tells whether commas that stand between digits are decimal ones:
// when no point is used and the numbers are kept apart by something else.
func decimalComma(text string) bool {
	if strings.Contains(text, ".") {
		return false
	}
	tight, others, chained := 0, 0, false
	lastTight := -10
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ',' && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]):
			tight++
			if lastTight >= 0 && digitsOnly(text[lastTight+1:i]) {
				chained = true
			}
			lastTight = i
		case c == ',' || c == ';' || c == '/' || c == '|' || c == '&' || c == wordRune:
			others++
		case c == ' ' && i > 0 && isDigit(text[i-1]):
			if rest := strings.TrimLeft(text[i:], " +-"); rest != "" && isDigit(rest[0]) {
				others++
			}
		case c == '"' || c == '\'':
			others++
		}
	}
	if tight == 3 && others == 0 && !strings.ContainsAny(text, "+-") {
		return true // 42,5645,130,532
	}
	return tight > 0 && others > 0 && !chained
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digitsOnly(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// next reads one token.
func (l *lexer) next() error {
	r := l.runes[l.at]
	switch {
	case r == ' ' || r == ':' || r == '=' || r == '(' || r == ')' || r == '[' || r == ']':
		l.at++
	case r == wordRune && l.findWord():
		l.at++
	case r >= '0' && r <= '9':
		return l.number()
	case r == '°' || r == '\'' || r == '"':
		l.mark(r)
	case r == ',' || r == ';' || r == '/' || r == '|' || r == '&':
		l.push(token{kind: separator, at: l.at})
	case r == '+' || r == '-':
		l.signed(r)
	default:
		return wrong(ReasonNotNumbers, l.text, l.at)
	}
	return nil
}

func (l *lexer) push(t token) {
	l.tokens = append(l.tokens, t)
	l.at++
}

// findWord moves the token of a word to the end, in its turn.
func (l *lexer) findWord() bool {
	for i, t := range l.tokens {
		if t.at == l.at && (t.kind == letter || t.kind == axisName) {
			l.tokens = append(append(l.tokens[:i:i], l.tokens[i+1:]...), t)
			return true
		}
	}
	return false
}

// mark reads a mark; two minute marks are one of seconds.
func (l *lexer) mark(r rune) {
	t := token{kind: mark, at: l.at, mark: r}
	if r == '\'' && l.at+1 < len(l.runes) && l.runes[l.at+1] == '\'' {
		t.mark = '"'
		l.at++
	}
	l.push(t)
}

// signed reads a sign before a number. A dash right after a digit or a mark, or one with
// space on both sides, keeps numbers apart.
func (l *lexer) signed(r rune) {
	t := token{kind: sign, at: l.at, value: 1}
	if r == '-' {
		t.value = -1
		before, after := ' ', ' '
		if l.at > 0 {
			before = l.runes[l.at-1]
		}
		if l.at+1 < len(l.runes) {
			after = l.runes[l.at+1]
		}
		if before != ' ' && strings.ContainsRune("0123456789°'\"", before) || l.at > 0 && before == ' ' && after == ' ' {
			t.kind = separator
		}
	}
	l.push(t)
}

// number reads digits with at most one point or decimal comma.
func (l *lexer) number() error {
	const most = 20 // digits
	start, decimals, point := l.at, 0, false
	var b strings.Builder
	for ; l.at < len(l.runes); l.at++ {
		r := l.runes[l.at]
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
			if point {
				decimals++
			}
			continue
		case !point && (r == '.' || r == ',' && l.comma && l.at+1 < len(l.runes) && l.runes[l.at+1] >= '0' && l.runes[l.at+1] <= '9'):
			b.WriteByte('.')
			point = true
			continue
		}
		break
	}
	value, err := strconv.ParseFloat(strings.TrimSuffix(b.String(), "."), 64)
	if err != nil || b.Len() > most || math.IsInf(value, 0) {
		return wrong(ReasonNotNumbers, l.text, start)
	}
	digits := b.Len() - decimals
	if point {
		digits--
	}
	l.tokens = append(l.tokens, token{kind: number, at: start, value: value, decimals: decimals, digits: digits})
	return nil
}

// packed takes DDMMSS, DDDMMSS and DDMM, DDDMM apart, as aviators write them.
func (t token) packed(a axis) []token {
	degrees := 2
	if a == longitude {
		degrees = 3
	}
	part := func(value float64, decimals int) token { return token{at: t.at, value: value, decimals: decimals} }
	whole, fraction := math.Modf(t.value)
	switch t.digits {
	case degrees + 2:
		return []token{part(math.Floor(whole/100), 0), part(math.Mod(whole, 100)+fraction, t.decimals)}
	case degrees + 4:
		return []token{
			part(math.Floor(whole/10000), 0), part(math.Floor(math.Mod(whole, 10000)/100), 0),
			part(math.Mod(whole, 100)+fraction, t.decimals),
		}
	}
	return []token{t}
}
