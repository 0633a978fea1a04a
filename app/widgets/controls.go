package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// The controls here are Fyne's with what Fyne leaves out: it gives a key to the
// focused control alone, so that each has to lead out by Escape, and it tells nobody
// where the keyboard is.

// Hand is what controls do with the keyboard besides. Each part may be nil.
type Hand struct {
	Escape  func()
	Entered func(fyne.CanvasObject) // the control got the keyboard
}

// entered tells that a control got the keyboard.
func (h Hand) entered(o fyne.CanvasObject) {
	if h.Entered != nil {
		h.Entered(o)
	}
}

// leaves does what Escape does, and tells whether the key was that.
func (h Hand) leaves(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape || h.Escape == nil {
		return false
	}
	h.Escape()
	return true
}

// Check is a check box.
type Check struct {
	widget.Check
	Hand Hand
}

// NewCheck returns a check box. changed may be nil.
func NewCheck(hand Hand, text string, changed func(bool)) *Check {
	c := &Check{Hand: hand}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.Hand.entered(c)
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if !c.Hand.leaves(e) {
		c.Check.TypedKey(e)
	}
}

// Select is a list to choose from.
type Select struct {
	widget.Select
	Hand Hand
}

// NewSelect returns a list to choose from. changed may be nil.
func NewSelect(hand Hand, options []string, changed func(string)) *Select {
	s := &Select{Hand: hand}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	s.Hand.entered(s)
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	if !s.Hand.leaves(e) {
		s.Select.TypedKey(e)
	}
}

// Button is a button that Enter presses as Space does.
type Button struct {
	widget.Button
	Hand Hand
}

// NewButton returns a button. icon may be nil.
func NewButton(hand Hand, text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{Hand: hand}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Title is what the button says.
func (b *Button) Title() string { return b.Text }

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.Hand.entered(b)
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case b.Hand.leaves(e):
	case e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(e)
	}
}
