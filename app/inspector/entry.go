package inspector

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
)

// mostRows is how high an entry grows with its text; a longer one is scrolled.
const mostRows = 12

// textEntry is an entry that is as high as its text, and says when the keyboard
// comes to it and when it goes, when Ctrl+Enter (in a short one also Enter) asks to save, and when Escape is
// pressed.
type textEntry struct {
	widgets.TextField
	onEnter, onLeave, onSave, onEscape func()

	short bool // Enter saves
	least int  // rows
	rows  int  // that it is high
}

// newTextEntry returns an entry of at least some rows; one row is a short text.
func newTextEntry(least int) *textEntry {
	nothing := func() {}
	e := &textEntry{onEnter: nothing, onLeave: nothing, onSave: nothing, onEscape: nothing, short: least == 1, least: least, rows: least}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(least)
	e.ExtendBaseWidget(e)
	return e
}

// Resize implements fyne.CanvasObject.
func (e *textEntry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.grow()
}

// grow makes the entry as high as its text and tells whether that changed it.
func (e *textEntry) grow() bool {
	rows := min(max(e.least, e.needed()), mostRows)
	if rows == e.rows {
		return false
	}
	e.rows = rows
	e.SetMinRowsVisible(rows)
	return true
}

// needed is about how many rows the text takes; words do not fill rows wholly.
func (e *textEntry) needed() int {
	room := e.Size().Width - 4*theme.InnerPadding()
	if room <= 0 {
		return 0
	}
	text := e.Text
	if text == "" {
		text = e.PlaceHolder
	}
	rows := 0
	for line := range strings.SplitSeq(text, "\n") {
		width := fyne.MeasureText(line, theme.TextSize(), e.TextStyle).Width
		rows += max(1, int(math.Ceil(float64(width/room))))
		if rows >= mostRows {
			break
		}
	}
	return rows
}

// FocusGained implements fyne.Focusable.
func (e *textEntry) FocusGained() {
	e.Entry.FocusGained()
	e.onEnter()
}

// FocusLost implements fyne.Focusable.
func (e *textEntry) FocusLost() {
	e.Entry.FocusLost()
	e.onLeave()
}

// AcceptsTab leaves Tab to the window, which leads to the next field: nobody
// needs one in a caption.
func (e *textEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *textEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape:
		e.onEscape()
	case e.short && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		e.onSave()
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (e *textEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.onSave()
		return
	}
	e.TextField.TypedShortcut(s)
}
