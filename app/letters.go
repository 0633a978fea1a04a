package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/app/actions"
	"waybill/app/keys"
)

// newReader joins the events of single keys for the views of a session.
func newReader(w *Window, s *session) *keys.Reader {
	focus := func() any { return w.win.Canvas().Focused() }
	shift := func() bool { return held()&fyne.KeyModifierShift != 0 }
	return keys.NewReader(s.letter, w.post, focus, shift)
}

// held gives the keys held down that change others; none where the driver does
// not tell.
func held() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// joinLetters leads from single keys in the views to the list of actions.
func (s *session) joinLetters() {
	s.gallery.OnKey, s.gallery.OnRune = s.keyed, s.keys.Rune
	s.versions.OnKey, s.versions.OnRune = s.keyed, s.keys.Rune
	s.law.OnKey, s.law.OnRune = s.keyed, s.keys.Rune
	s.history.OnKey, s.history.OnRune = s.keyed, s.keys.Rune
	s.vocabulary.OnKey, s.vocabulary.OnRune = s.keyed, s.keys.Rune
	s.loupe.OnKey, s.loupe.OnRune = s.keyed, s.keys.Rune
}

// keyed takes a key press that a view has no use for: one that writes something
// acts by what it writes.
func (s *session) keyed(e *fyne.KeyEvent) bool {
	if _, writes := keys.Letter(e); writes {
		s.keys.Key(e)
		return true
	}
	a, ok := s.list.Pressed(s.scope(), e.Name, held())
	return ok && a.Do()
}

// letter does what a character means where the keyboard is. A capital letter was
// typed with Shift, unless the driver knows better: Caps Lock must not give a
// citation away that names the file.
func (s *session) letter(r rune) {
	shift := unicode.IsUpper(r)
	if _, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		shift = held()&fyne.KeyModifierShift != 0
	}
	if a, ok := s.list.Written(s.scope(), r, shift); ok {
		a.Do()
		return
	}
	if s.scope() == actions.Vocabulary {
		s.vocabulary.Letter(r)
	}
}

// late tells whether a character belongs to a key that has led to a text field.
func (w *Window) late(r rune) bool { return w.session != nil && w.session.keys.Late(r) }
