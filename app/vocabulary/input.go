package vocabulary

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// input is one thing that is said in a form.
type input interface {
	fyne.Focusable
	fyne.CanvasObject
	text() string
	put(text string)
	lock()
}

// line is a text. Enter saves the entry, Escape puts back what was there.
type line struct {
	widgets.TextField
	view *View
	rows int // that it is high, 0 when it does not grow
}

func newLine(v *View, hint string) *line {
	l := &line{view: v}
	l.PlaceHolder = hint
	l.OnChanged = func(string) { v.touched() }
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) text() string    { return strings.TrimSpace(l.Text) }
func (l *line) put(text string) { l.SetText(text) }
func (l *line) lock()           { l.Disable() }

// FocusGained implements fyne.Focusable; what has the keyboard is in sight.
func (l *line) FocusGained() {
	l.Entry.FocusGained()
	l.view.panel.reveal(l)
}

// TypedKey implements fyne.Focusable.
func (l *line) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		l.view.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.view.Save()
	default:
		l.Entry.TypedKey(k)
	}
}

// named is a text that names something else, or one of several usual ones; it
// is completed while it is typed.
type named struct {
	*widgets.CompleteEntry
	chosen *widgets.Option // the completion taken, nil when the text was typed
}

func newNamed(v *View, hint string, complete func(text string) []widgets.Option) *named {
	n := &named{}
	n.CompleteEntry = widgets.NewCompleteEntry(func(text string, show func([]widgets.Option)) { show(complete(text)) })
	n.SetPlaceHolder(hint)
	n.OnChosen = func(o widgets.Option) { n.choose(o) }
	n.OnChanged = func(string) { v.touched() }
	n.OnSubmitted = func(string) { v.Save() }
	n.OnEscape = v.escape
	return n
}

// choose takes a completion.
func (n *named) choose(o widgets.Option) {
	n.chosen = &o
	n.SetText(o.Text)
	n.CursorColumn = len([]rune(o.Text))
	n.Refresh()
}

// set puts what the store says into the field.
func (n *named) set(text string, value any) {
	n.chosen = &widgets.Option{Text: text, Value: value}
	n.SetText(text)
}

// choice gives a function that brings back what is chosen now.
func (n *named) choice() func() {
	chosen := n.chosen
	return func() { n.chosen = chosen }
}

// value gives what was chosen, when the text still is its name.
func (n *named) value() (any, bool) {
	if n.chosen != nil && n.chosen.Text == n.Text {
		return n.chosen.Value, true
	}
	return nil, false
}

func (n *named) text() string    { return strings.TrimSpace(n.Text) }
func (n *named) put(text string) { n.SetText(text) }
func (n *named) lock()           { n.Disable() }

// choice is one of a few values.
type choice struct {
	widget.Select
	view   *View
	values []string // in the order of the options
}

func newChoice(v *View, values []string, name func(string) string) *choice {
	c := &choice{view: v, values: values}
	for _, value := range values {
		c.Options = append(c.Options, name(value))
	}
	c.OnChanged = func(string) { v.touched() }
	c.ExtendBaseWidget(c)
	return c
}

func (c *choice) put(value string) { c.SetSelectedIndex(max(0, slices.Index(c.values, value))) }
func (c *choice) text() string     { return c.values[max(0, c.SelectedIndex())] }
func (c *choice) lock()            { c.Disable() }

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		c.view.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		c.view.Save()
	default:
		c.Select.TypedKey(k)
	}
}

// fields are the inputs of a form, in the order in which Tab leads through them.
type fields struct {
	inputs []input
	stated []string // what the store says
}

// state is told that the store says what stands in the fields now.
func (f *fields) state() {
	f.stated = make([]string, len(f.inputs))
	for i, in := range f.inputs {
		f.stated[i] = in.text()
	}
}

// typed gives the texts of the fields in one, to notice when one is another.
func (f *fields) typed() string {
	var b strings.Builder
	for _, in := range f.inputs {
		b.WriteString(strconv.Quote(in.text()))
	}
	return b.String()
}

// held gives a function that puts back what is typed in an input, with the
// cursor where it is.
func held(in input) (putBack func()) {
	var e *widget.Entry
	also := func() {}
	switch in := in.(type) {
	case *line:
		e = &in.Entry
	case *named:
		e, also = &in.Entry, in.choice()
	default:
		text := in.text()
		return func() { in.put(text) }
	}
	text, row, column := e.Text, e.CursorRow, e.CursorColumn
	return func() {
		e.SetText(text)
		also()
		e.CursorRow, e.CursorColumn = row, column
		e.Refresh()
	}
}

// hold gives a function that puts back what somebody typed, and leaves alone
// what nobody touched.
func (f *fields) hold() (putBack func()) {
	var putBacks []func()
	for i, in := range f.inputs {
		if i < len(f.stated) && in.text() != f.stated[i] {
			putBacks = append(putBacks, held(in))
		}
	}
	return func() {
		for _, putBack := range putBacks {
			putBack()
		}
	}
}

func (f *fields) lock() {
	for _, in := range f.inputs {
		in.lock()
	}
}
