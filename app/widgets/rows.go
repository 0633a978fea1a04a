package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rows is a column of rows of one height. It makes as many as are visible and
// reuses them. The keyboard is the column's, not a row's, for Fyne's list chooses
// only on a key of its own: keys that move lead Pick from row to row. What
// embeds it calls ExtendBaseWidget and answers the other keys.
type Rows struct {
	widget.List
	At   func() int // the row that is chosen
	Pick func(int)  // chooses another; one beyond an end is none

	height         float32 // of a row, in pixels
	ready, focused bool
}

// Fill says how many rows of which height there are, and how they are made and
// shown.
func (r *Rows) Fill(height float32, length func() int, create func() fyne.CanvasObject, show func(int, fyne.CanvasObject)) {
	r.height, r.HideSeparators = height, true
	r.Length, r.CreateItem, r.UpdateItem = length, create, show
}

// Resize implements fyne.CanvasObject.
func (r *Rows) Resize(size fyne.Size) {
	r.ready = true
	r.List.Resize(size)
}

// ToTop scrolls to the first row.
func (r *Rows) ToTop() {
	if r.ready { // Fyne's list has nothing to scroll before it has a size
		r.ScrollToTop()
	}
}

// Pitch is how far apart two rows begin, in pixels.
func (r *Rows) Pitch() float32 { return r.height + theme.Padding() }

// InSight gives the index of the first row of which some is visible, and the one
// after the last.
func (r *Rows) InSight() (from, to int) {
	if !r.ready {
		return 0, 0
	}
	top, n := r.GetScrollOffset(), r.Length()
	return min(max(0, int(top/r.Pitch())), n), min(int((top+r.Size().Height)/r.Pitch())+1, n)
}

// Focused tells whether the keyboard is here.
func (r *Rows) Focused() bool { return r.focused }

// FocusGained implements fyne.Focusable.
func (r *Rows) FocusGained() {
	r.focused = true
	r.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *Rows) FocusLost() {
	r.focused = false
	r.Refresh()
}

// Moved tells whether a key leads from row to row, and goes there.
func (r *Rows) Moved(key fyne.KeyName) bool {
	at, page, last := r.At(), max(1, int(r.Size().Height/r.Pitch())), r.Length()-1
	switch key {
	case fyne.KeyUp:
		r.Pick(at - 1)
	case fyne.KeyDown:
		r.Pick(at + 1)
	case fyne.KeyPageUp:
		r.Pick(max(at-page, 0))
	case fyne.KeyPageDown:
		r.Pick(min(at+page, last))
	case fyne.KeyHome:
		r.Pick(0)
	case fyne.KeyEnd:
		r.Pick(last)
	default:
		return false
	}
	return true
}

// StillRow is for a row of Rows to embed: the list beneath neither chooses it at
// a tap nor tints it under the pointer.
type StillRow struct{}

// Tapped implements fyne.Tappable.
func (StillRow) Tapped(*fyne.PointEvent) {}

// MouseUp implements desktop.Mouseable.
func (StillRow) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (StillRow) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (StillRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (StillRow) MouseOut() {}
