package law

import (
	"fyne.io/fyne/v2"

	"waybill/app/widgets"
)

// list is the column of entries. Besides the keys that move, Enter shows the
// photo, + takes the suggestion and = lets the judgement stand.
type list struct {
	widgets.Rows
	view *View
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Fill(
		rowHeight, func() int { return len(v.entries) },
		func() fyne.CanvasObject { return newRow(v) }, func(i int, o fyne.CanvasObject) { o.(*row).show(i) },
	)
	l.At, l.Pick = func() int { return v.at }, v.pick
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) takeKeyboard() { widgets.TakeKeyboard(l) }

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(r rune) {
	v := l.view
	switch {
	case r == '+':
		v.take(v.at)
	case r == '=':
		v.stand(v.at)
	case r != ' ' && v.OnRune != nil: // a space has been a key before
		v.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	if l.Moved(e.Name) {
		return
	}
	switch v := l.view; e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		v.present(v.at)
	case fyne.KeyEscape:
		v.leave()
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
	}
}
