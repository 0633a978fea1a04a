package vocabulary

import (
	"unicode"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
)

// list is the column of entries.
type list struct {
	widgets.Rows
	view *View
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Fill(
		rowHeight, func() int { return len(v.shown) },
		func() fyne.CanvasObject { return newRow(v) }, func(i int, o fyne.CanvasObject) { o.(*row).show(i) },
	)
	l.At, l.Pick = func() int { return v.at }, v.pick
	l.ExtendBaseWidget(l)
	return l
}

// Resize implements fyne.CanvasObject. The chosen entry stays in sight.
func (l *list) Resize(size fyne.Size) {
	sight := l.sees(l.view.at)
	l.Rows.Resize(size)
	if sight {
		l.ScrollTo(l.view.at)
	}
}

// sees tells whether some of an entry is in sight.
func (l *list) sees(at int) bool {
	top := float32(at)*l.Pitch() - l.GetScrollOffset()
	return at >= 0 && top > -rowHeight && top < l.Size().Height
}

func (l *list) takeKeyboard() { widgets.TakeKeyboard(l) }

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(r rune) {
	if l.view.OnRune != nil {
		l.view.OnRune(r)
		return
	}
	l.view.Letter(r)
}

// Letter does what a character means while the list has the keyboard.
func (v *View) Letter(r rune) {
	switch r = unicode.ToLower(r); {
	case r >= '1' && r < '1'+rune(kinds):
		v.turn(Kind(r - '1'))
	case r == '/':
		v.Find()
	case r == 'n' || r == '+':
		v.NewEntry()
	case r == 'm':
		v.AskMerge()
	}
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	if l.Moved(e.Name) {
		return
	}
	switch v := l.view; e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		v.toForm()
	case fyne.KeyDelete:
		v.Remove()
	case fyne.KeyEscape:
		v.Leave()
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
	}
}
