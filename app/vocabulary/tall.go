package vocabulary

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// mostRows is how high a long text becomes; a longer one is scrolled.
const mostRows = 6

// newTall returns a line that becomes as high as its text: for lists of names,
// which nobody can overlook in a window of one row.
func newTall(v *View, hint string) *line {
	l := newLine(v, hint)
	l.MultiLine, l.Wrapping, l.rows = true, fyne.TextWrapWord, 1
	l.SetMinRowsVisible(1)
	l.OnChanged = func(string) {
		l.grow()
		v.touched()
	}
	return l
}

// Resize implements fyne.CanvasObject.
func (l *line) Resize(size fyne.Size) {
	l.Entry.Resize(size)
	l.grow()
}

// grow makes a tall line as high as its text, about: words do not fill rows wholly.
func (l *line) grow() {
	room := l.Size().Width - 4*theme.InnerPadding()
	if l.rows == 0 || room <= 0 {
		return
	}
	width := fyne.MeasureText(l.Text, theme.TextSize(), l.TextStyle).Width
	rows := min(max(1, int(math.Ceil(float64(width/room)))), mostRows)
	if rows != l.rows {
		l.rows = rows
		l.SetMinRowsVisible(rows)
		if l.view.panel != nil {
			l.view.panel.box.Refresh() // there is more below it, or less
		}
	}
}

// AcceptsTab leaves Tab to the window, which leads to the next field.
func (l *line) AcceptsTab() bool { return false }
