// Package palette is the command palette: a field over the window and, below it,
// all that can be done or opened, the best match of what is typed first. It knows
// nothing of what the lines do.
package palette

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/actions"
	look "waybill/app/theme"
	"waybill/app/widgets"
)

// Line is something to do.
type Line struct {
	ID    string // tells it from others, for OnRun
	Label string
	Of    string // the menu it stands in, shown grey; found by it too
	Key   string // "" for none
	Off   bool   // it cannot be done now: it stands below the others
	Run   func()
}

const (
	width     = 620 // pixels, where the window has them
	rowHeight = 34
	mostRows  = 12 // shown at once
)

// View is an open palette. Its methods are for the UI thread.
type View struct {
	OnRun func(id string) // a line was chosen and is about to run

	canvas fyne.Canvas
	lines  []Line
	shown  []Line // that fit what is typed, the best first
	at     int    // which of them is chosen

	entry *entry
	list  *list
	none  *widget.Label
	popup *widget.PopUp
}

// Open shows a palette over a window. hint stands in the empty field, and none
// when nothing fits what is typed. The keyboard goes back to where it was when the
// palette is closed.
func Open(canvas fyne.Canvas, hint, none string, lines []Line) *View {
	v := &View{canvas: canvas, lines: lines, none: widget.NewLabel(none)}
	v.none.Alignment = fyne.TextAlignCenter
	v.none.Wrapping = fyne.TextWrapWord
	v.entry = newEntry(v)
	v.entry.SetPlaceHolder(hint)
	v.entry.Icon = theme.SearchIcon()
	v.list = newList(v)
	body := container.NewBorder(v.entry, nil, nil, nil, container.NewStack(v.list, container.NewPadded(v.none)))
	v.popup = widget.NewPopUp(container.New(layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Tight, look.Tight), body), canvas)
	v.filter("")
	room, size := canvas.Size(), v.size(mostRows)
	v.popup.ShowAtPosition(fyne.NewPos((room.Width-size.Width)/2, max(2*look.Space, (room.Height-size.Height)/5)))
	v.popup.Resize(v.size(len(v.shown)))
	canvas.Focus(v.entry)
	return v
}

// size is how large the palette is with so many lines.
func (v *View) size(lines int) fyne.Size {
	room := v.canvas.Size()
	height := v.entry.MinSize().Height + float32(max(2, min(lines, mostRows)))*v.list.Pitch() + 6*look.Tight
	return fyne.NewSize(min(width, room.Width-4*look.Space), min(height, room.Height-4*look.Space))
}

// Close takes the palette away.
func (v *View) Close() { v.popup.Hide() }

// Visible tells whether it is open.
func (v *View) Visible() bool { return v.popup.Visible() }

// Add adds lines that were found later.
func (v *View) Add(lines []Line) {
	v.lines = append(v.lines, lines...)
	v.filter(v.entry.Text)
}

// Shown lists what fits what is typed, the best first.
func (v *View) Shown() []Line { return v.shown }

// filter shows the lines that fit a text: those that can be run first, the best
// match first, else in the order of the list.
func (v *View) filter(text string) {
	type ranked struct {
		Line
		points int
	}
	var found []ranked
	for _, l := range v.lines {
		points, ok := actions.Match(text, l.Label)
		if !ok {
			points, ok = actions.Match(text, l.Of+" "+l.Label)
			points /= 2 // what it is called itself counts more
		}
		if ok {
			found = append(found, ranked{l, points})
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int {
		switch {
		case a.Off != b.Off && a.Off:
			return 1
		case a.Off != b.Off:
			return -1
		}
		return cmp.Compare(b.points, a.points)
	})
	v.shown = make([]Line, len(found))
	for i := range found {
		v.shown[i] = found[i].Line
	}
	v.at = 0
	v.none.Hidden = len(v.shown) > 0
	if v.popup.Visible() {
		v.popup.Resize(v.size(len(v.shown)))
	}
	v.list.Refresh()
	v.list.ToTop()
	v.none.Refresh()
}

// pick chooses a line of those shown.
func (v *View) pick(i int) {
	if len(v.shown) == 0 {
		return
	}
	v.at = max(0, min(i, len(v.shown)-1))
	v.list.ScrollTo(v.at)
	v.list.Refresh()
}

// run does what the line is for, with the palette gone and the keyboard back.
func (v *View) run(i int) {
	if i < 0 || i >= len(v.shown) || v.shown[i].Off {
		return
	}
	l := v.shown[i]
	v.Close()
	if v.OnRun != nil {
		v.OnRun(l.ID)
	}
	l.Run()
}

// entry is the field of the palette, which keeps the keyboard.
type entry struct {
	widgets.TextField
	view *View
}

func newEntry(v *View) *entry {
	e := &entry{view: v}
	e.OnChanged = v.filter
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	v := e.view
	switch k.Name {
	case fyne.KeyEscape:
		v.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		v.run(v.at)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		v.list.Moved(k.Name)
	default:
		e.TextField.TypedKey(k)
	}
}

// AcceptsTab keeps the keyboard: there is nowhere else to go.
func (e *entry) AcceptsTab() bool { return true }
