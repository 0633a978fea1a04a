package versions

import (
	"runtime"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
)

// list is the column of groups. Besides the keys that move, left and right lead
// from version to version.
type list struct {
	widgets.Rows
	view *View
}

func newList(v *View) *list {
	l := &list{view: v}
	l.Fill(
		rowHeight, func() int { return len(v.groups) },
		func() fyne.CanvasObject { return newRow(v) }, func(i int, o fyne.CanvasObject) {
			o.(*row).show(i)
			v.photos.Fetch()
		},
	)
	l.At, l.Pick = func() int { return v.at }, func(i int) { v.pick(i, 0) }
	l.ExtendBaseWidget(l)
	return l
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(size fyne.Size) {
	l.Rows.Resize(size)
	l.view.photos.Fetch()
}

// wheel scrolls by a turn of the wheel: a row is high, and Fyne's own steps are
// small.
func (l *list) wheel(e *fyne.ScrollEvent) {
	scale := float32(60.0 / 25.0)
	if runtime.GOOS == "darwin" {
		scale = 1 // its units are pixels already
	}
	most := float32(len(l.view.groups))*l.Pitch() - l.Size().Height
	l.ScrollToOffset(min(max(0, l.GetScrollOffset()-e.Scrolled.DY*scale), max(0, most)))
	l.leaveHidden()
	l.view.photos.Fetch()
}

// leaveHidden takes the keyboard from a button whose group is out of sight, for
// nobody sees what it would do.
func (l *list) leaveHidden() {
	c := widgets.CanvasOf(l)
	if c == nil {
		return
	}
	from, to := l.InSight()
	if b, ok := c.Focused().(*button); ok && (b.row.index < from || b.row.index >= to) {
		l.takeKeyboard()
	}
}

func (l *list) takeKeyboard() { widgets.TakeKeyboard(l) }

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
	if l.Moved(e.Name) {
		return
	}
	switch v := l.view; e.Name {
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
