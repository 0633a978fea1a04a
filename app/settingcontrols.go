package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// The controls of the settings are Fyne's, with Escape to close them: Fyne gives
// a key to the focused control alone. With the keyboard they come into view.

// settingKeys are what all of them do besides.
type settingKeys struct {
	escape func()
	reveal func(fyne.CanvasObject)
}

type settingLine struct {
	widgets.TextField
	keys    settingKeys
	onLeave func() // the keyboard goes elsewhere; may be nil
}

func newSettingLine(keys settingKeys) *settingLine {
	l := &settingLine{keys: keys}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *settingLine) FocusGained() {
	l.TextField.FocusGained()
	l.keys.reveal(l)
}

// TypedKey implements fyne.Focusable.
func (l *settingLine) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.keys.escape()
		return
	}
	l.Entry.TypedKey(e)
}

// FocusLost implements fyne.Focusable.
func (l *settingLine) FocusLost() {
	l.TextField.FocusLost()
	if l.onLeave != nil {
		l.onLeave()
	}
}

type settingCheck struct {
	widget.Check
	keys settingKeys
}

func newSettingCheck(keys settingKeys, text string, changed func(bool)) *settingCheck {
	c := &settingCheck{keys: keys}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *settingCheck) FocusGained() {
	c.Check.FocusGained()
	c.keys.reveal(c)
}

// TypedKey implements fyne.Focusable.
func (c *settingCheck) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.keys.escape()
		return
	}
	c.Check.TypedKey(e)
}

type settingSelect struct {
	widget.Select
	keys settingKeys
}

func newSettingSelect(keys settingKeys, options []string) *settingSelect {
	s := &settingSelect{keys: keys}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained implements fyne.Focusable.
func (s *settingSelect) FocusGained() {
	s.Select.FocusGained()
	s.keys.reveal(s)
}

// TypedKey implements fyne.Focusable.
func (s *settingSelect) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.keys.escape()
		return
	}
	s.Select.TypedKey(e)
}

type settingButton struct {
	widget.Button
	keys settingKeys
}

func newSettingButton(keys settingKeys, text string, tapped func()) *settingButton {
	b := &settingButton{keys: keys}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *settingButton) FocusGained() {
	b.Button.FocusGained()
	b.keys.reveal(b)
}

// TypedKey implements fyne.Focusable. Enter presses as Space does.
func (b *settingButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.keys.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}
