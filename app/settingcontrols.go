package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/widgets"
)

// settingLine is a text field of the settings.
type settingLine struct {
	widgets.TextField
	hand    widgets.Hand
	onLeave func() // the keyboard goes elsewhere; may be nil
}

func newSettingLine(hand widgets.Hand) *settingLine {
	l := &settingLine{hand: hand}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *settingLine) FocusGained() {
	l.TextField.FocusGained()
	l.hand.Entered(l)
}

// TypedKey implements fyne.Focusable.
func (l *settingLine) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		l.hand.Escape()
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
