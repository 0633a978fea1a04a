package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/app/keys"
)

// newReader joins the events of single keys for the views of a session.
func newReader(w *Window, s *session) *keys.Reader {
	focus := func() any { return w.win.Canvas().Focused() }
	shift := func() bool {
		d, ok := w.app.Driver().(desktop.Driver)
		return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return keys.NewReader(s.letter, w.post, focus, shift)
}

// joinLetters leads from single keys in the views to what they mean.
func (s *session) joinLetters() {
	s.gallery.OnKey, s.gallery.OnRune = s.keyed, s.keys.Rune
	s.versions.OnKey, s.versions.OnRune = s.keyed, s.keys.Rune
	s.law.OnKey, s.law.OnRune = s.keyed, s.keys.Rune
	s.vocabulary.OnKey, s.vocabulary.OnRune = s.keyed, s.keys.Rune
	s.loupe.OnRune = s.keys.Rune
	s.loupe.OnKey = func(e *fyne.KeyEvent) bool {
		if r, ok := keys.Letter(e); ok && (unicode.IsLetter(r) || r == '/') { // digits and signs zoom, as characters
			return s.keyed(e)
		}
		return false
	}
}

// keyed takes a key press that a view has no use for.
func (s *session) keyed(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDelete {
		s.removeToBin()
		return true
	}
	s.keys.Key(e)
	return true
}

// letter does what a character means where the keyboard is.
func (s *session) letter(r rune) {
	switch {
	case s.page == vocabularyPage:
		s.vocabulary.Letter(r)
	case s.looking() && unicode.IsDigit(r): // 0 and 1 zoom here: the others give no status either
	default:
		s.typed(r)
	}
}

// late tells whether a character belongs to a key that has led to a text field.
func (w *Window) late(r rune) bool { return w.session != nil && w.session.keys.Late(r) }
