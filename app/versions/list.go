package versions

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// list is the column of groups. It makes as many rows as are visible and reuses
// them. The keyboard is the page's: up and down lead from group to group, left
// and right from version to version.
type list struct {
	widget.List
	view  *View
	ready bool // has a size
	focus bool
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Length = func() int { return len(v.groups) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(v) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*row).show(i)
		v.photos.Fetch()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(size fyne.Size) {
	l.ready = true
	l.List.Resize(size)
	l.view.photos.Fetch()
}

// visible gives the index of the first group with a visible part and the one
// after the last.
func (l *list) visible() (from, to int) {
	if !l.ready {
		return 0, 0
	}
	pitch := rowHeight + theme.Padding()
	top := l.GetScrollOffset()
	n := len(l.view.groups)
	return min(max(0, int(top/pitch)), n), min(int((top+l.Size().Height)/pitch)+1, n)
}

func (l *list) toTop() {
	if l.ready {
		l.ScrollToTop()
	}
}

// wheel scrolls by a turn of the wheel: a row is high, and Fyne's own steps are
// small.
func (l *list) wheel(e *fyne.ScrollEvent) {
	scale := float32(60.0 / 25.0)
	if runtime.GOOS == "darwin" {
		scale = 1 // its units are pixels already
	}
	most := float32(len(l.view.groups))*(rowHeight+theme.Padding()) - l.Size().Height
	l.ScrollToOffset(min(max(0, l.GetScrollOffset()-e.Scrolled.DY*scale), max(0, most)))
	l.leaveHidden()
	l.view.photos.Fetch()
}

// leaveHidden takes the keyboard from a button whose group is out of sight, for
// nobody sees what it would do.
func (l *list) leaveHidden() {
	c := fyne.CurrentApp().Driver().CanvasForObject(l)
	if c == nil {
		return
	}
	from, to := l.visible()
	if b, ok := c.Focused().(*button); ok && (b.row.index < from || b.row.index >= to) {
		l.takeKeyboard()
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
	switch {
	case r == '+':
		l.view.unions.one(l.view.at)
	case r != ' ' && l.view.OnRune != nil: // a space has been a key before
		l.view.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(e *fyne.KeyEvent) {
	v, page := l.view, max(1, int(l.Size().Height/(rowHeight+theme.Padding())))
	last := len(v.groups) - 1
	switch e.Name {
	case fyne.KeyUp:
		v.pick(v.at-1, 0)
	case fyne.KeyDown:
		v.pick(v.at+1, 0)
	case fyne.KeyPageUp:
		v.pick(max(v.at-page, 0), 0)
	case fyne.KeyPageDown:
		v.pick(min(v.at+page, last), 0)
	case fyne.KeyHome:
		v.pick(0, 0)
	case fyne.KeyEnd:
		v.pick(last, 0)
	case fyne.KeyLeft:
		v.pick(v.at, v.version-1)
	case fyne.KeyRight:
		v.pick(v.at, v.version+1)
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
