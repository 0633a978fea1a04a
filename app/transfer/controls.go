package transfer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// sheetKeys are what Escape and Enter do in the fields of a sheet, and what it
// does when one of them gets the keyboard.
type sheetKeys struct {
	widgets.Hand
	submit func()
}

// focusableObject is a control as it stands in the window, which is what the
// canvas knows, not the entry that is a part of it.
type focusableObject interface {
	fyne.CanvasObject
	fyne.Focusable
}

// watch reveals a control while the user types in its entry, and when it gets
// the keyboard: Fyne calls OnCursorChanged then too.
func (k *sheetKeys) watch(e *widget.Entry, o focusableObject) {
	e.OnCursorChanged = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Focused() == o {
			k.Entered(o)
		}
	}
}

// line is an entry that lets Escape close its sheet, and Tab lead to the next
// control also from a long text.
type line struct {
	widgets.TextField
	keys *sheetKeys
}

func newLine(k *sheetKeys, multi bool) *line {
	l := &line{keys: k}
	l.MultiLine = multi
	if multi {
		l.Wrapping = fyne.TextWrapWord
	} else {
		l.OnSubmitted = func(string) { k.submit() }
	}
	l.ExtendBaseWidget(l)
	k.watch(&l.Entry, l)
	return l
}

// AcceptsTab implements fyne.Tabbable.
func (l *line) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (l *line) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.keys.Escape()
		return
	}
	l.Entry.TypedKey(e)
}

func newChoice(k *sheetKeys, complete func(text string, show func([]widgets.Option))) *widgets.CompleteEntry {
	e := widgets.NewCompleteEntry(complete)
	e.OnEscape = k.Escape
	e.OnSubmitted = func(string) { k.submit() }
	k.watch(&e.Entry, e)
	return e
}
