package keys

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// board is a keyboard that a test types on: what is posted waits, as in Fyne,
// until the events of the moment are delivered.
type board struct {
	*Reader
	acted, text strings.Builder
	posted      []func()
	shifted     bool
	field       rune // the action that leads to a text field, 0 for none
	inField     bool
}

func newBoard(field rune) *board {
	b := &board{field: field}
	b.Reader = NewReader(b.do, func(f func()) { b.posted = append(b.posted, f) }, func() any { return b.inField }, func() bool { return b.shifted })
	return b
}

func (b *board) do(r rune) {
	b.acted.WriteRune(r)
	b.inField = b.inField || r == b.field
}

// turn ends the events of the moment.
func (b *board) turn() {
	for len(b.posted) > 0 {
		f := b.posted[0]
		b.posted = b.posted[1:]
		f()
	}
}

// key presses a key where the keyboard is.
func (b *board) key(name string) {
	if !b.inField {
		b.Key(&fyne.KeyEvent{Name: fyne.KeyName(name)})
	}
}

// rune delivers a character where the keyboard is.
func (b *board) rune(r rune) {
	switch {
	case !b.inField:
		b.Rune(r)
	case !b.Late(r):
		b.text.WriteRune(r)
	}
}

// play runs a script: "K:i" a key, "R:ㅑ" characters, "S" and "s" Shift down and
// up, "." the end of the events of a moment.
func (b *board) play(script string) {
	for step := range strings.FieldsSeq(script) {
		what, arg, _ := strings.Cut(step, ":")
		switch what {
		case "K":
			b.key(strings.ToUpper(arg))
		case "R":
			for _, r := range arg {
				b.rune(r)
			}
		case "S", "s":
			b.shifted = what == "S"
		case ".":
			b.turn()
		}
	}
	b.turn()
}

func TestALetterActsOnce(t *testing.T) {
	for _, c := range []struct {
		name, script string
		field        rune
		acted, text  string
	}{
		{"both at once", "K:i R:i . K:r R:r .", 0, "ir", ""},
		{"held down", "K:i R:i K:i R:i . K:i R:i .", 0, "iii", ""},
		{"with Shift", "S K:g R:G . s", 0, "G", ""},
		{"a character alone", "R:i R:ㅑ R:ш", 0, "iii", ""},
		{"a key alone", "K:i . K:r .", 0, "ir", ""},
		{"a key alone with Shift", "S K:g . s K:g .", 0, "Gg", ""},
		{"an input method that is off sends the character back", "K:i . R:i K:r . R:r", 0, "ir", ""},
		{"Hangul, each jamo sent with the next", "K:i . K:i R:ㅑ . K:r R:ㅑ . R:ㄱ", 0, "iir", ""},
		{"Hangul, composed to a syllable", "K:s . K:k . R:나 K:i R:i .", 0, "ski", ""},
		{"Hangul, with Shift", "S K:r . s R:ㄲ", 0, "R", ""},
		{"Hangul that never sends anything", "K:i . K:i . K:d R:d .", 0, "iid", ""},
		{"Pinyin, Hanzi chosen", "K:n . K:i . R:你 K:1 R:1 .", 0, "ni1", ""},
		{"Pinyin, letters confirmed", "K:n . K:i . R:ni", 0, "ni", ""},
		{"Pinyin punctuation", "K:/ R:、 .", 0, "/", ""},
		{"Pinyin punctuation, late", "K:/ . R:、", 0, "/", ""},
		{"full-width", "K:i R:ｉ .", 0, "i", ""},
		{"a French digit", "K:1 R:& . K:2 R:é . K:3 R:\" . K:4 R:' . K:5 R:( . K:0 R:à .", 0, "123450", ""},
		{"a digit with Shift on a French keyboard", "S K:1 R:1 . s", 0, "1", ""},
		{"a mark above a digit on a German keyboard", "S K:7 R:/ . K:0 R:= . K:2 R:\" . s", 0, `/="`, ""},
		{"a mark above a digit, late", "S K:7 . R:/ K:0 . s", 0, "/", ""},
		{"no Latin layout", "K: R:ш .", 0, "i", ""},

		{"into a field", "K:c R:c . R:box", 'c', "c", "box"},
		{"into a field, late", "K:c . R:c R:box", 'c', "c", "box"},
		{"into a field with Hangul", "K:c . R:ㅊ R:냉장고", 'c', "c", "냉장고"},
		{"into a field with Hangul that sends nothing", "K:c . R:냉장고", 'c', "c", "냉장고"},
		{"the same letter first in the field", "K:c R:c . R:cart", 'c', "c", "cart"},
		{"once late, then the same letter", "K:c . R:c R:cart", 'c', "c", "cart"},
		{"a field by a mark", "K:/ . R:、 R:빙", '/', "/", "빙"},
		{"faster than the window", "K:c K:b . R:c R:b R:ox", 'c', "c", "box"},
		{"a syllable that begins alike is text", "K:r . R:고", 'r', "r", "고"},
	} {
		b := newBoard(c.field)
		b.play(c.script)
		if b.acted.String() != c.acted || b.text.String() != c.text {
			t.Errorf("%s: did %q and wrote %q, want %q and %q", c.name, b.acted.String(), b.text.String(), c.acted, c.text)
		}
	}
}

func TestWhatIsOwedIsBounded(t *testing.T) {
	b := newBoard(0)
	for range 1000 {
		b.play("K:i .")
	}
	if len(b.owed) > mostOwed || len(b.pending) > 0 {
		t.Errorf("%d and %d are kept", len(b.owed), len(b.pending))
	}
}
