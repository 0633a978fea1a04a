package law

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// list is the column of entries. It makes as many rows as are visible and reuses
// them. The keyboard is the page's: up and down lead from entry to entry, Enter
// shows the photo, + takes the suggestion and = lets the judgement stand.
type list struct {
	widget.List
	view  *View
	ready bool // has a size
	focus bool
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Length = func() int { return len(v.entries) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(v) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(i) }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(size fyne.Size) {
	l.ready = true
	l.List.Resize(size)
}

func (l *list) toTop() {
	if l.ready {
		l.ScrollToTop()
	}
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
	v, page := l.view, max(1, int(l.Size().Height/(rowHeight+theme.Padding())))
	switch e.Name {
	case fyne.KeyUp:
		v.pick(v.at - 1)
	case fyne.KeyDown:
		v.pick(v.at + 1)
	case fyne.KeyPageUp:
		v.pick(v.at - page)
	case fyne.KeyPageDown:
		v.pick(v.at + page)
	case fyne.KeyHome:
		v.pick(0)
	case fyne.KeyEnd:
		v.pick(len(v.entries) - 1)
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
