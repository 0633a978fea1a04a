package transfer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// sheetKeys are what Escape and Enter do in the fields of a sheet, and what it
// does when one of them gets the keyboard.
type sheetKeys struct {
	escape, submit func()
	reveal         func(fyne.CanvasObject)
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
			k.reveal(o)
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
		l.keys.escape()
		return
	}
	l.Entry.TypedKey(e)
}

func newChoice(k *sheetKeys, complete func(text string, show func([]widgets.Option))) *widgets.CompleteEntry {
	e := widgets.NewCompleteEntry(complete)
	e.OnEscape = k.escape
	e.OnSubmitted = func(string) { k.submit() }
	k.watch(&e.Entry, e)
	return e
}

// check is a check box that lets Escape close its sheet.
type check struct {
	widget.Check
	keys *sheetKeys
}

func newCheck(k *sheetKeys, text string, changed func(bool)) *check {
	c := &check{keys: k}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *check) FocusGained() {
	c.Check.FocusGained()
	c.keys.reveal(c)
}

// TypedKey implements fyne.Focusable.
func (c *check) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.keys.escape()
		return
	}
	c.Check.TypedKey(e)
}

// picker is a list to choose from that lets Escape close its sheet.
type picker struct {
	widget.Select
	keys *sheetKeys
}

func newPicker(k *sheetKeys, options []string, changed func(string)) *picker {
	p := &picker{keys: k}
	p.Options, p.OnChanged = options, changed
	p.ExtendBaseWidget(p)
	return p
}

// FocusGained implements fyne.Focusable.
func (p *picker) FocusGained() {
	p.Select.FocusGained()
	p.keys.reveal(p)
}

// TypedKey implements fyne.Focusable.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.keys.escape()
		return
	}
	p.Select.TypedKey(e)
}

// button is a button that lets Escape close its sheet.
type button struct {
	widget.Button
	keys *sheetKeys
}

func newButton(k *sheetKeys, text string, icon fyne.Resource, tapped func()) *button {
	b := &button{keys: k}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() {
	b.Button.FocusGained()
	b.keys.reveal(b)
}

// TypedKey implements fyne.Focusable. Enter presses as Space does.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.keys.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}
