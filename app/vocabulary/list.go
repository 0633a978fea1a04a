package vocabulary

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// list is the column of entries. It makes as many rows as are visible and
// reuses them; it keeps the keyboard itself, for Fyne's chooses only on a key
// of its own.
type list struct {
	widget.List
	view  *View
	focus bool
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Length = func() int { return len(v.shown) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(v) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(i) }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// perPage is how many rows are visible at once.
func (l *list) perPage() int { return max(1, int(l.Size().Height/(rowHeight+theme.Padding()))) }

// Resize implements fyne.CanvasObject. The chosen entry stays in sight.
func (l *list) Resize(size fyne.Size) {
	sight := l.sees(l.view.at)
	l.List.Resize(size)
	if sight {
		l.ScrollTo(l.view.at)
	}
}

// sees tells whether some of an entry is in sight.
func (l *list) sees(at int) bool {
	top := float32(at)*(rowHeight+theme.Padding()) - l.GetScrollOffset()
	return at >= 0 && top > -rowHeight && top < l.Size().Height
}

func (l *list) takeKeyboard() { widgets.TakeKeyboard(l) }

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() {
	l.focus = true
	l.Refresh()
}

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() {
	l.focus = false
	l.Refresh()
}

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
	v, last := l.view, len(l.view.shown)-1
	switch e.Name {
	case fyne.KeyUp:
		v.pick(v.at - 1)
	case fyne.KeyDown:
		v.pick(v.at + 1)
	case fyne.KeyPageUp:
		v.pick(max(v.at-l.perPage(), 0))
	case fyne.KeyPageDown:
		v.pick(min(v.at+l.perPage(), last))
	case fyne.KeyHome:
		v.pick(0)
	case fyne.KeyEnd:
		v.pick(last)
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
