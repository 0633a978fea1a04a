package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	completionRows  = 8   // shown at once; the others by scrolling
	completionWidth = 280 // least width of the list
	completionInset = 4   // between the list's edge and its rows
)

// completionLayer is the list of completions, in an overlay as large as the canvas. Fyne gives keys to what is focused in the
// topmost overlay; so the layer takes that focus and hands every key on to its entry, which never hears that it lost it.
type completionLayer struct {
	widget.BaseWidget
	entry   *CompleteEntry
	canvas  fyne.Canvas
	options []Option
	first   int // the option in the first row
	chosen  int // -1: none
	rows    []*completionRow
	box     *canvas.Rectangle
	objects []fyne.CanvasObject
}

func newCompletionLayer(e *CompleteEntry, c fyne.Canvas) *completionLayer {
	l := &completionLayer{entry: e, canvas: c, chosen: -1, box: canvas.NewRectangle(nil)}
	l.box.CornerRadius = 4
	l.box.StrokeWidth = 1
	l.objects = []fyne.CanvasObject{l.box}
	for range completionRows {
		r := newCompletionRow(l)
		l.rows = append(l.rows, r)
		l.objects = append(l.objects, r)
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *completionLayer) setOptions(options []Option, eager bool) {
	l.options, l.first, l.chosen = options, 0, -1
	if eager {
		l.chosen = 0
	}
	l.Refresh()
}

// current returns the chosen option.
func (l *completionLayer) current() (Option, bool) {
	if l.chosen < 0 {
		return Option{}, false
	}
	return l.options[l.chosen], true
}

// move chooses the next or the previous option and scrolls to it. Above the first is the entry itself: nothing chosen.
func (l *completionLayer) move(by int) {
	l.chosen = min(max(-1, l.chosen+by), len(l.options)-1)
	shown := l.shown()
	l.first = min(l.first, max(0, l.chosen))
	l.first = max(l.first, l.chosen-shown+1)
	l.Refresh()
}

// Scrolled implements fyne.Scrollable: one row a notch.
func (l *completionLayer) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		l.first = max(0, l.first-1)
	case e.Scrolled.DY < 0:
		l.first = min(l.first+1, max(0, len(l.options)-l.shown()))
	}
	l.Refresh()
}

// rowHeight is the height of one row.
func (l *completionLayer) rowHeight() float32 {
	return theme.SizeForWidget(theme.SizeNameText, l) + 14
}

// room returns the place of the list: below the entry, or above it where there is more room.
func (l *completionLayer) room() (at fyne.Position, width, height float32, above bool) {
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.entry)
	size, view := l.entry.Size(), l.Size()
	width = min(view.Width, max(completionWidth, size.Width))
	pos.X = max(0, min(pos.X, view.Width-width))
	below := view.Height - pos.Y - size.Height
	if wanted := float32(min(len(l.options), completionRows)) * l.rowHeight(); below < wanted && pos.Y > below {
		return pos, width, pos.Y, true
	}
	return pos.AddXY(0, size.Height), width, below, false
}

// shown is how many rows there is room for.
func (l *completionLayer) shown() int {
	_, _, height, _ := l.room()
	return max(1, min(len(l.options), completionRows, int((height-2*completionInset)/l.rowHeight())))
}

func (l *completionLayer) place() {
	at, width, _, above := l.room()
	shown, height := l.shown(), l.rowHeight()
	box := fyne.NewSize(width, float32(shown)*height+2*completionInset)
	if above {
		at.Y -= box.Height
	}
	l.box.Move(at)
	l.box.Resize(box)
	for i, r := range l.rows {
		if i >= shown || l.first+i >= len(l.options) {
			r.Hide()
			continue
		}
		r.Move(at.AddXY(completionInset, completionInset+float32(i)*height))
		r.Resize(fyne.NewSize(width-2*completionInset, height))
		r.set(l.first+i, l.options[l.first+i], l.first+i == l.chosen)
	}
}

// MouseDown closes the list when the pointer is pressed beside it.
func (l *completionLayer) MouseDown(e *desktop.MouseEvent) {
	at, size := l.box.Position(), l.box.Size()
	p := e.Position
	if p.X < at.X || p.Y < at.Y || p.X >= at.X+size.Width || p.Y >= at.Y+size.Height {
		l.entry.CloseOptions()
	}
}

// MouseUp implements desktop.Mouseable.
func (l *completionLayer) MouseUp(*desktop.MouseEvent) {}

// FocusGained implements fyne.Focusable.
func (l *completionLayer) FocusGained() {}

// FocusLost closes the list: the window went to the background.
func (l *completionLayer) FocusLost() { l.entry.CloseOptions() }

// TypedRune hands on to the entry, as do the next methods.
func (l *completionLayer) TypedRune(r rune)              { l.entry.TypedRune(r) }
func (l *completionLayer) TypedKey(e *fyne.KeyEvent)     { l.entry.TypedKey(e) }
func (l *completionLayer) TypedShortcut(s fyne.Shortcut) { l.entry.TypedShortcut(s) }
func (l *completionLayer) KeyDown(e *fyne.KeyEvent)      { l.entry.KeyDown(e) }
func (l *completionLayer) KeyUp(e *fyne.KeyEvent)        { l.entry.KeyUp(e) }

// AcceptsTab makes Fyne hand on Tab as well.
func (l *completionLayer) AcceptsTab() bool { return true }

// Field gives the entry that is typed into while the list has the keyboard.
func (l *completionLayer) Field() *CompleteEntry { return l.entry }

// CreateRenderer implements fyne.Widget.
func (l *completionLayer) CreateRenderer() fyne.WidgetRenderer { return &completionRenderer{l} }

type completionRenderer struct{ layer *completionLayer }

func (r *completionRenderer) Layout(fyne.Size)             { r.layer.place() }
func (r *completionRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *completionRenderer) Objects() []fyne.CanvasObject { return r.layer.objects }
func (r *completionRenderer) Destroy()                     {}

func (r *completionRenderer) Refresh() {
	r.layer.box.FillColor = theme.ColorForWidget(theme.ColorNameOverlayBackground, r.layer)
	r.layer.box.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, r.layer)
	r.layer.place()
	r.layer.box.Refresh()
}
