package history

import (
	"fyne.io/fyne/v2"

	"waybill/app/widgets"
)

// steps is the column of steps. Besides the keys that move, Enter shows the photos
// that a step touched, and Right leads to what it changed.
type steps struct {
	widgets.Rows
	view *View
}

func newSteps(v *View) *steps {
	l := &steps{view: v}
	l.Fill(stepHeight, func() int { return len(v.actions) }, func() fyne.CanvasObject { return newStepRow(v) }, func(i int, o fyne.CanvasObject) { o.(*stepRow).show(i) })
	l.At, l.Pick = func() int { return v.at }, v.pick
	l.ExtendBaseWidget(l)
	return l
}

// TypedRune implements fyne.Focusable.
func (l *steps) TypedRune(r rune) { l.view.rune(r) }

// TypedKey implements fyne.Focusable.
func (l *steps) TypedKey(e *fyne.KeyEvent) {
	v := l.view
	switch {
	case l.Moved(e.Name):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		v.photos()
	case e.Name == fyne.KeyRight && len(v.changes.list) > 0:
		widgets.TakeKeyboard(v.lines)
	case e.Name == fyne.KeyEscape:
		v.leave()
	default:
		v.key(e)
	}
}

// lines is the column of what a step changed. Enter shows the photo, Left leads back
// to the steps.
type lines struct {
	widgets.Rows
	view *View
}

func newLines(v *View) *lines {
	l := &lines{view: v}
	l.Fill(lineHeight, func() int { return len(v.changes.list) }, func() fyne.CanvasObject { return newLineRow(v) }, func(i int, o fyne.CanvasObject) { o.(*lineRow).show(i) })
	l.At, l.Pick = func() int { return v.changes.at }, v.changes.pick
	l.ExtendBaseWidget(l)
	return l
}

// TypedRune implements fyne.Focusable.
func (l *lines) TypedRune(r rune) { l.view.rune(r) }

// TypedKey implements fyne.Focusable.
func (l *lines) TypedKey(e *fyne.KeyEvent) {
	v := l.view
	switch {
	case l.Moved(e.Name):
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		v.changes.present()
	case e.Name == fyne.KeyLeft || e.Name == fyne.KeyEscape:
		v.Focus()
	default:
		v.key(e)
	}
}

func (v *View) rune(r rune) {
	if r != ' ' && v.OnRune != nil { // a space has been a key before
		v.OnRune(r)
	}
}

func (v *View) key(e *fyne.KeyEvent) {
	if v.OnKey != nil {
		v.OnKey(e)
	}
}
