package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

// exemptions offers those that a suggestion says to consider, as ticks: what is
// ticked was considered, and the judgement keeps it by its text.
type exemptions struct {
	view  *View
	row   *itemRow // whose goods they are about, nil for many
	title *widget.Label
	ticks []*tick
	lines *fyne.Container
	box   *fyne.Container
}

func newExemptions(v *View, row *itemRow) *exemptions {
	e := &exemptions{view: v, row: row, title: newText(muted), lines: newTight()}
	e.title.SetText(v.words.T("inspector.exemptions"))
	e.box = container.New(&column{-10}, e.title, e.lines)
	e.box.Hide()
	return e
}

// offer shows texts, each once; name puts those into words that are the id of a
// measure. onEscape is for Escape in a tick.
func (e *exemptions) offer(texts []string, name func(string) string, onEscape func()) {
	e.ticks, e.lines.Objects = nil, nil
	for i, text := range texts {
		if slices.Contains(texts[:i], text) {
			continue
		}
		t := newTick(e.row, text, name(text), onEscape)
		e.ticks = append(e.ticks, t)
		e.lines.Add(t)
	}
	setVisible(e.box, len(e.ticks) > 0)
}

func (e *exemptions) close() { e.offer(nil, nil, nil) }

// separator stands between exemptions that were considered.
const separator = "; "

// among joins those of some texts that are ticked, as the judgement keeps them.
func (e *exemptions) among(texts []string) string {
	var considered []string
	for _, t := range e.ticks {
		if t.check.Checked && slices.Contains(texts, t.text) {
			considered = append(considered, t.text)
		}
	}
	return strings.Join(considered, separator)
}

// exemptionName is an exemption in words: a measure that exempts from others is
// called by its instrument and paragraph.
func (v *View) exemptionName(of func(id string) *catalog.Measure) func(string) string {
	return func(text string) string {
		if m := of(text); m != nil {
			return v.words.T("inspector.exemption", "measure", v.words.Measure(m.Instrument, m.Paragraph), "title", v.words.MeasureTitle(m.ID, m.Title))
		}
		return text
	}
}

// tick is a box with a text that wraps; the text can be tapped too.
type tick struct {
	widget.BaseWidget
	text  string
	check *tickBox
	label *widget.Label
}

func newTick(row *itemRow, text, words string, onEscape func()) *tick {
	t := &tick{text: text, check: newTickBox(row, onEscape), label: newText(muted)}
	t.label.SetText(words)
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *tick) Tapped(*fyne.PointEvent) { t.check.SetChecked(!t.check.Checked) }

// MinSize is that of the texts in the width that they have: Fyne keeps another.
func (t *tick) MinSize() fyne.Size {
	side := t.check.MinSize()
	return fyne.NewSize(side.Width, max(side.Height, t.label.MinSize().Height))
}

// CreateRenderer implements fyne.Widget.
func (t *tick) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, container.NewVBox(t.check), nil, t.label))
}

// tickBox is the box alone.
type tickBox struct {
	widget.Check
	row      *itemRow
	onEscape func()
}

func newTickBox(row *itemRow, onEscape func()) *tickBox {
	b := &tickBox{row: row, onEscape: onEscape}
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *tickBox) FocusGained() {
	b.Check.FocusGained()
	if b.row != nil {
		b.row.view.entered(b.row)
	}
}

// FocusLost implements fyne.Focusable.
func (b *tickBox) FocusLost() {
	b.Check.FocusLost()
	if b.row != nil {
		b.row.view.left()
	}
}

// TypedKey implements fyne.Focusable.
func (b *tickBox) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && b.onEscape != nil {
		b.onEscape()
		return
	}
	b.Check.TypedKey(e)
}
