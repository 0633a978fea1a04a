package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// The controls of the settings are Fyne's, with Escape to close them: Fyne gives
// a key to the focused control alone.

type settingLine struct {
	widgets.TextField
	escape  func()
	onLeave func() // the keyboard goes elsewhere; may be nil
}

func newSettingLine(escape func()) *settingLine {
	l := &settingLine{escape: escape}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *settingLine) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.escape()
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
	escape func()
}

func newSettingCheck(escape func(), text string, changed func(bool)) *settingCheck {
	c := &settingCheck{escape: escape}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *settingCheck) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		c.escape()
		return
	}
	c.Check.TypedKey(e)
}

type settingSelect struct {
	widget.Select
	escape func()
}

func newSettingSelect(escape func(), options []string) *settingSelect {
	s := &settingSelect{escape: escape}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *settingSelect) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.escape()
		return
	}
	s.Select.TypedKey(e)
}

type settingButton struct {
	widget.Button
	escape func()
}

func newSettingButton(escape func(), text string, tapped func()) *settingButton {
	b := &settingButton{escape: escape}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable. Enter presses as Space does.
func (b *settingButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}
