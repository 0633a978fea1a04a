package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
	"waybill/catalog"
)

// lookFor is the field in which a value of a long section is looked for.
type lookFor struct {
	entry *keyEntry
	box   *fyne.Container
}

func newLookFor(s *section) *lookFor {
	l := &lookFor{entry: newKeyEntry()}
	l.entry.SetPlaceHolder(s.view.words.T("filters.look"))
	l.entry.OnChanged = func(string) { s.view.change(func() { s.set(s.values) }) }
	l.entry.onKey = func(name fyne.KeyName) bool {
		switch {
		case name == fyne.KeyDown && len(s.shown) > 1:
			s.view.focus(s.shown[1])
		case name == fyne.KeyUp:
			s.view.focus(s.title)
		case name == fyne.KeyEscape && l.entry.Text != "":
			l.entry.SetText("")
		case name == fyne.KeyEscape:
			s.view.leave()
		default:
			return false
		}
		return true
	}
	l.box = container.New(layout.NewCustomPaddedLayout(2, 4, rowPad, rowPad), l.entry)
	return l
}

// maxTextRows is how many lines of the query's text are seen at once.
const maxTextRows = 4

// queryText is the text that the picked values stand for. It can be edited.
type queryText struct {
	view   *View
	entry  *keyEntry
	box    *fyne.Container
	silent bool // the text is being set by the program
}

func newQueryText(v *View) *queryText {
	t := &queryText{view: v, entry: newKeyEntry()}
	t.entry.MultiLine, t.entry.Wrapping = true, fyne.TextWrapWord
	t.entry.TextStyle.Monospace = false
	t.entry.SetPlaceHolder(v.words.T("filters.text"))
	t.entry.OnChanged = func(text string) {
		t.grow()
		if !t.silent && v.OnText != nil {
			v.OnText(text, false)
		}
	}
	t.entry.onKey = func(name fyne.KeyName) bool {
		switch name {
		case fyne.KeyReturn, fyne.KeyEnter:
			if v.OnText != nil {
				v.OnText(t.entry.Text, true)
			}
		case fyne.KeyEscape:
			t.set(v.query.String())
			v.leave()
		default:
			return false
		}
		return true
	}
	t.entry.onWidth = t.grow
	t.entry.SetMinRowsVisible(1)
	t.box = container.New(layout.NewCustomPaddedLayout(6, 2, rowPad, rowPad), t.entry)
	return t
}

// show gives the text of a query, unless what stands there means the same.
func (t *queryText) show(q catalog.Query) {
	if typed, err := catalog.ParseQuery(t.entry.Text); err != nil || typed.String() != q.String() {
		t.set(q.String())
	}
}

func (t *queryText) set(text string) {
	t.silent = true
	t.entry.SetText(text)
	t.silent = false
}

// grow gives the field as many lines as its text takes, within bounds.
func (t *queryText) grow() {
	size := theme.SizeForWidget(theme.SizeNameText, t.entry)
	room := t.entry.Size().Width - 4*theme.SizeForWidget(theme.SizeNameInnerPadding, t.entry)
	rows := 1
	if room > 0 && t.entry.Text != "" {
		rows = len(wrap(t.entry.Text, room, size, maxTextRows))
	}
	if rows != t.entry.rows {
		t.entry.rows = rows
		t.entry.SetMinRowsVisible(rows)
		if t.view.object != nil {
			t.view.object.Refresh()
		}
	}
}

// keyEntry is a text field some of whose keys lead elsewhere.
type keyEntry struct {
	widgets.TextField
	onKey   func(fyne.KeyName) (used bool)
	onWidth func() // it has another width
	rows    int
}

func newKeyEntry() *keyEntry {
	e := &keyEntry{rows: 1}
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab leads on, also out of several lines.
func (e *keyEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *keyEntry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey == nil || !e.onKey(k.Name) {
		e.TextField.TypedKey(k)
	}
}

// Resize implements fyne.CanvasObject.
func (e *keyEntry) Resize(size fyne.Size) {
	wider := size.Width != e.Size().Width
	e.TextField.Resize(size)
	if wider && e.onWidth != nil {
		e.onWidth()
	}
}
