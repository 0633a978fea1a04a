package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	rowPad   = 8  // pixels beside what a row shows
	rowExtra = 8  // pixels above and below its text, together
	rowBadge = 16 // side of its badge

	rowIndent = 14 // pixels for each step below what it is a kind of
	maxDepth  = 4
)

// row is one value, or a title: a button over the whole width.
type row struct {
	widget.BaseWidget
	view    *View
	section *section
	value   value
	onPick  func()
	held    fyne.KeyModifier // when it was clicked last
	heading bool             // it is the title of its section
	focused bool
	hovered bool
	fill    *canvas.Rectangle
	bar     *canvas.Rectangle // at the edge of a picked one, for who cannot tell the fills apart
	badge   *widgets.StatusBadge
	fold    *widget.Icon
	label   *canvas.Text
	count   *canvas.Text
	objects []fyne.CanvasObject
}

func newRow(v *View, s *section) *row {
	r := &row{
		view: v, section: s, fill: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), badge: widgets.NewStatusBadge(widgets.Badge{}),
		label: canvas.NewText("", nil), count: canvas.NewText("", nil), fold: widget.NewIcon(nil),
	}
	r.fill.CornerRadius = 4
	r.objects = []fyne.CanvasObject{r.fill, r.bar, r.badge, r.fold, r.label, r.count}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(v value) {
	r.value = v
	r.Refresh()
}

// isStatus tells whether the row has a badge.
func (r *row) isStatus() bool { return r.value.term.Field == catalog.FieldStatus }

// text is the label with the role of the value.
func (r *row) text() string {
	switch r.value.role {
	case catalog.RoleNot:
		return r.view.words.T("filters.not", "value", r.value.label)
	case catalog.RoleAll:
		return r.view.words.T("filters.all", "value", r.value.label)
	}
	return r.value.label
}

// next is the role that a click gives: any, then none of it, then no role.
func (r *row) next() catalog.Role {
	switch r.value.role {
	case catalog.RoleNone:
		return catalog.RoleAny
	case catalog.RoleNot:
		return catalog.RoleNone
	}
	return catalog.RoleNot
}

// give gives the value a role; one that it has is taken back.
func (r *row) give(role catalog.Role) {
	if r.value.plain || r.section.pick != nil {
		return
	}
	if r.value.role == role {
		role = catalog.RoleNone
	}
	r.view.pick(r.section, r.value, role)
}

// MouseDown notes which keys are held, as desktop.Mouseable.
func (r *row) MouseDown(e *desktop.MouseEvent) { r.held = e.Modifier }

// MouseUp implements desktop.Mouseable.
func (r *row) MouseUp(*desktop.MouseEvent) {}

// Tapped picks the value, with Ctrl besides all others, with Alt as one that must
// not be there.
func (r *row) Tapped(*fyne.PointEvent) {
	held := r.held
	r.held = 0
	switch {
	case r.section.pick != nil:
		r.onPick()
	case held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		r.give(catalog.RoleAll)
	case held&fyne.KeyModifierAlt != 0:
		r.give(catalog.RoleNot)
	default:
		r.onPick()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	if r.section.onMenu != nil {
		r.section.onMenu(r, e.AbsolutePosition)
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+Space and Alt+Space are a click
// with that key. Fyne gives a shortcut to the focused widget alone; the others
// are handed on.
func (r *row) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(fyne.KeyboardShortcut); ok && k.Key() == fyne.KeySpace {
		r.held = k.Mod()
		r.Tapped(nil)
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// TypedKey implements fyne.Focusable.
func (r *row) TypedKey(e *fyne.KeyEvent) {
	if r.section.onKey != nil && r.section.onKey(r, e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		r.give(r.value.role)
	case fyne.KeyLeft:
		if r.section.bare {
			return
		}
		if !r.section.folded {
			r.section.fold(true)
		}
		r.view.focus(r.section.title)
	case fyne.KeyRight:
		if r.section.folded {
			r.section.fold(false)
		}
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.onPick()
	case fyne.KeyDown:
		r.view.move(r, +1)
	case fyne.KeyUp:
		r.view.move(r, -1)
	case fyne.KeyEscape:
		r.view.leave()
	}
}

// TypedRune implements fyne.Focusable: + asks for the value besides all others, −
// for photos without it.
func (r *row) TypedRune(c rune) {
	switch c {
	case '+', '＋':
		r.give(catalog.RoleAll)
	case '-', '−', '－':
		r.give(catalog.RoleNot)
	}
}

// FocusGained shows the frame of the focus and the whole name.
func (r *row) FocusGained() {
	r.focused, r.view.focused = true, r
	r.view.reveal(r)
	r.explain()
	r.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *row) FocusLost() {
	r.focused = false
	if r.view.focused == r {
		r.view.focused = nil
	}
	r.view.hint.leave(r)
	r.Refresh()
}

// MouseIn shows the whole name.
func (r *row) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.explain()
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() {
	r.hovered = false
	r.view.hint.leave(r)
	r.Refresh()
}

// Cursor implements desktop.Cursorable.
func (r *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// explain shows the whole name beside the row if it was cut.
func (r *row) explain() {
	text := r.text()
	if r.value.wrong != nil {
		text = r.view.words.T("filters.wrong", "name", text, "reason", r.view.words.Error(r.value.wrong))
	}
	if r.label.Text != text {
		r.view.hint.show(r, text)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.paint()
	return renderer
}

// counted is how many of the photos found have the value, or how many it would
// add; "" when that is not known, and of what they must not have.
func (r *row) counted() string {
	switch {
	case r.value.wrong != nil:
		return "!"
	case r.value.plain || !r.value.known || r.value.role == catalog.RoleNot:
		return ""
	case r.value.count == 0 && r.value.more > 0:
		return r.view.words.T("filters.adds", "n", r.view.words.Count(r.value.more))
	}
	return r.view.words.Count(r.value.count)
}
