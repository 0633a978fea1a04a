package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// mostExpansions bounds for how many replacements in one field undo goes back in
// one step.
const mostExpansions = 64

// TextField is the entry that every text field embeds: it does what the Typing
// around it says. A replacement is one step of the field's undo, which brings
// back what was typed.
type TextField struct {
	widget.Entry

	self       fyne.CanvasObject // the widget that embeds it
	expansions []expansion
}

// expansion is a replacement that was made.
type expansion struct {
	before  string // the text with what was typed
	without string // when that was taken out
	after   string // with what came instead
	upTo    string // the same up to the end of that
}

// NewTextField returns an empty field of one line.
func NewTextField() *TextField {
	f := &TextField{}
	f.ExtendBaseWidget(f)
	return f
}

// ExtendBaseWidget must be called by what embeds the field.
func (f *TextField) ExtendBaseWidget(w fyne.Widget) {
	if f.self == nil {
		f.self = w
	}
	f.Entry.ExtendBaseWidget(w)
}

// TypedRune implements fyne.Focusable.
func (f *TextField) TypedRune(r rune) {
	var around *Typing
	if f.self != nil {
		around = typingAround(f.self)
	}
	if around != nil && around.Late != nil && around.Late(r) {
		return
	}
	if around == nil || around.Expand == nil || f.Password {
		f.Entry.TypedRune(r)
		return
	}
	f.once(func() {
		before := f.Text
		f.Entry.TypedRune(r)
		if f.Text == before {
			return
		}
		if text, cursor, ok := around.Expand(f.Text, f.CursorTextOffset()); ok {
			f.expand([]rune(text), cursor)
		}
	})
}

// expand brings the text before the cursor in line with another, by the means of
// its user, so that it can be undone.
func (f *TextField) expand(text []rune, cursor int) {
	old, end := []rune(f.Text), f.CursorTextOffset()
	same := 0
	for same < min(end, cursor) && old[same] == text[same] {
		same++
	}
	x := expansion{before: f.Text}
	for range end - same {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	x.without = f.Text
	f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &pasted{string(text[same:cursor])}})
	x.after, x.upTo = f.Text, string(text[:cursor])
	if f.expansions = append(f.expansions, x); len(f.expansions) > mostExpansions {
		f.expansions = f.expansions[1:]
	}
}

// pasted is a clipboard that only this field knows.
type pasted struct{ text string }

func (p *pasted) Content() string        { return p.text }
func (p *pasted) SetContent(text string) { p.text = text }

// TypedShortcut implements fyne.Shortcutable.
func (f *TextField) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo:
		f.Undo()
	case *fyne.ShortcutRedo:
		f.Redo()
	default:
		f.Entry.TypedShortcut(s)
	}
}

// Undo takes back what was typed last, or the last replacement.
func (f *TextField) Undo() {
	f.once(func() {
		from := f.Text
		f.Entry.Undo()
		for _, x := range f.expansions {
			if f.Text == x.without && strings.HasPrefix(from, x.upTo) {
				f.repeat(f.Entry.Undo, x.before)
				return
			}
		}
	})
}

// Redo brings back what Undo took.
func (f *TextField) Redo() {
	f.once(func() {
		from := f.Text
		f.Entry.Redo()
		for _, x := range f.expansions {
			if from == x.before && len(f.Text) < len(from) { // its beginning is taken out again
				f.repeat(f.Entry.Redo, x.after)
				return
			}
		}
	})
}

// repeat goes on until the text is the one at the other side of a replacement:
// Fyne takes what was deleted back in parts.
func (f *TextField) repeat(step func(), until string) {
	for before := ""; f.Text != until && f.Text != before; {
		before = f.Text
		step()
	}
}

// once changes the text and tells that once.
func (f *TextField) once(change func()) {
	before, tell := f.Text, f.OnChanged
	f.OnChanged = nil
	change()
	if f.OnChanged = tell; tell != nil && f.Text != before {
		tell(f.Text)
	}
}
