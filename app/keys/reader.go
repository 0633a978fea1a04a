package keys

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
)

// mostOwed bounds how many characters an input method may owe.
const mostOwed = 16

// Reader makes one action of the two events of a key: its press and the
// character that it writes. Without an input method they come together, and the
// character decides. An input method sends its character later, when a syllable
// is complete, or never: then the key acts by itself, and what comes late is
// dropped. The methods are for the UI thread. See docs/decisions.md.
type Reader struct {
	post  func(func())
	act   func(rune)
	focus func() any
	shift func() bool

	pending []*stroke
	owed    []rune
}

// stroke is a key whose character has not come yet.
type stroke struct {
	letter rune
	shift  bool
	focus  any // what had the keyboard
}

// NewReader returns a reader. act does what a character means, see Meant; post
// runs a function after the events that are being delivered; focus gives what has
// the keyboard, and shift tells whether Shift is down.
func NewReader(act func(rune), post func(func()), focus func() any, shift func() bool) *Reader {
	return &Reader{act: act, post: post, focus: focus, shift: shift}
}

// Key takes a key press that the view has no use for.
func (r *Reader) Key(e *fyne.KeyEvent) {
	letter, ok := Letter(e)
	if !ok {
		return
	}
	s := &stroke{letter: letter, shift: r.shift(), focus: r.focus()}
	r.pending = append(r.pending, s)
	r.post(func() { r.settle(s) })
}

// settle lets a key act for which no character has come with it. A key before it
// may have led the keyboard elsewhere: then its character is a part of a text.
// What a layout has above a digit or a mark only the character can tell.
func (r *Reader) settle(s *stroke) {
	i := slices.Index(r.pending, s)
	if i < 0 {
		return
	}
	r.pending = slices.Delete(r.pending, i, i+1)
	if s.focus != r.focus() || s.shift && !unicode.IsLetter(s.letter) {
		return
	}
	if r.owed = append(r.owed, s.letter); len(r.owed) > mostOwed {
		r.owed = r.owed[1:]
	}
	if s.shift {
		r.act(unicode.ToUpper(s.letter))
		return
	}
	r.act(s.letter)
}

// Rune takes a character that the view has no use for.
func (r *Reader) Rune(typed rune) {
	if r.Late(typed) {
		return
	}
	meant, ok := Meant(typed)
	if len(r.pending) > 0 {
		meant, ok = joined(r.pending[0].letter, typed)
		r.pending = r.pending[1:]
	}
	if ok {
		r.act(meant)
	}
}

// Late tells whether a character is the late one of a key that has acted. A text
// field that got the keyboard by that drops it.
func (r *Reader) Late(typed rune) bool {
	if len(r.owed) == 0 {
		return false
	}
	came := letters(typed)
	if len(came) == 0 || len(came) > len(r.owed) {
		r.owed = nil
		return false
	}
	for i, letter := range came {
		if unicode.ToLower(letter) != r.owed[i] {
			r.owed = nil
			return false
		}
	}
	r.owed = r.owed[len(came):]
	return true
}
