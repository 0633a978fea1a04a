package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	chipHeight  = 28
	chipPadding = 8
	chipWidest  = 240 // a longer text ends in …
	chipCross   = 16  // side of the ✕
)

// Chip is a short label in a pill that can be tapped and removed: a search term, an item of a photo. With the keyboard on
// it, Enter and Space tap, Delete and Backspace remove, Escape leaves.
type Chip struct {
	widget.BaseWidget
	// Each may be nil; without OnRemove there is no ✕. Change them before the chip is shown, or Refresh.
	OnTap, OnRemove, OnEscape func()

	text    string
	badge   *StatusBadge
	fill    *canvas.Rectangle
	label   *canvas.Text
	cross   *chipButton
	focused bool
	hovered bool
}

// NewChip returns a chip with a text and, unless its shape is ShapeNone, a badge before it.
func NewChip(text string, badge Badge) *Chip {
	c := &Chip{text: text, badge: NewStatusBadge(badge), fill: canvas.NewRectangle(nil), label: canvas.NewText(text, nil)}
	c.cross = newChipButton(c.remove)
	c.ExtendBaseWidget(c)
	return c
}

// Text returns the whole text.
func (c *Chip) Text() string { return c.text }

// SetText changes the text.
func (c *Chip) SetText(text string) {
	c.text = text
	c.Refresh()
}

// SetBadge changes the badge.
func (c *Chip) SetBadge(b Badge) {
	c.badge.SetBadge(b)
	c.Refresh()
}

func (c *Chip) remove() {
	if c.OnRemove != nil {
		c.OnRemove()
	}
}

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTap != nil {
		c.OnTap()
	}
}

// FocusGained implements fyne.Focusable.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable; characters mean nothing here.
func (c *Chip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.remove()
	case fyne.KeyEscape:
		if c.OnEscape != nil {
			c.OnEscape()
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Chip) MouseOut() { c.hovered = false; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c, []fyne.CanvasObject{c.fill, c.badge, c.label, c.cross}}
	r.paint()
	return r
}

type chipRenderer struct {
	chip    *Chip
	objects []fyne.CanvasObject
}

func (r *chipRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chipRenderer) Destroy()                     {}

// sides are the widths before and after the text.
func (r *chipRenderer) sides() (left, right float32) {
	left, right = chipPadding, chipPadding
	if r.chip.badge.Visible() {
		left += badgeSize + chipPadding/2
	}
	if r.chip.cross.Visible() {
		right += chipCross + chipPadding/2
	}
	return left, right
}

func (r *chipRenderer) MinSize() fyne.Size {
	left, right := r.sides()
	text := fyne.MeasureText(r.chip.text, r.chip.label.TextSize, r.chip.label.TextStyle)
	return fyne.NewSize(min(chipWidest, left+text.Width+right), max(chipHeight, text.Height+4))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	left, right := r.sides()
	r.chip.fill.Resize(size)
	r.chip.fill.CornerRadius = size.Height / 2
	r.chip.badge.Resize(fyne.NewSquareSize(badgeSize))
	r.chip.badge.Move(fyne.NewPos(chipPadding, (size.Height-badgeSize)/2))
	r.chip.label.Text = Ellipsis(r.chip.text, size.Width-left-right, r.chip.label.TextSize, r.chip.label.TextStyle)
	height := r.chip.label.MinSize().Height
	r.chip.label.Move(fyne.NewPos(left, (size.Height-height)/2))
	r.chip.label.Resize(fyne.NewSize(size.Width-left-right, height))
	r.chip.cross.Resize(fyne.NewSquareSize(chipCross))
	r.chip.cross.Move(fyne.NewPos(size.Width-chipPadding-chipCross, (size.Height-chipCross)/2))
}

func (r *chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.chip.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *chipRenderer) paint() {
	c := r.chip
	c.badge.Hidden = c.badge.Badge().Shape == ShapeNone
	c.cross.Hidden = c.OnRemove == nil
	c.label.TextSize = theme.SizeForWidget(theme.SizeNameText, c)
	c.label.Color = theme.ColorForWidget(theme.ColorNameForeground, c)
	c.fill.FillColor = theme.ColorForWidget(theme.ColorNameButton, c)
	if c.hovered && c.OnTap != nil {
		c.fill.FillColor = theme.ColorForWidget(theme.ColorNameHover, c)
	}
	c.fill.StrokeWidth, c.fill.StrokeColor = 1, theme.ColorForWidget(theme.ColorNameInputBorder, c)
	if c.focused {
		c.fill.StrokeColor, c.fill.StrokeWidth = Ring(c)
	}
}

// Ellipsis cuts a text so that it fits into a width, and says so by … at its end.
func Ellipsis(text string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width+0.5 }
	if fits(text) {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		if mid := (lo + hi + 1) / 2; fits(string(runes[:mid]) + "…") {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return string(runes[:lo]) + "…"
}

// chipButton is the ✕ of a chip.
type chipButton struct {
	widget.BaseWidget
	onTap func()
	icon  *widget.Icon
}

func newChipButton(onTap func()) *chipButton {
	b := &chipButton{onTap: onTap, icon: widget.NewIcon(theme.CancelIcon())}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *chipButton) Tapped(*fyne.PointEvent) { b.onTap() }

// Cursor implements desktop.Cursorable.
func (b *chipButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (b *chipButton) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.icon) }
