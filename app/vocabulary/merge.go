package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// merge asks into which other entry the one of the form shall be merged, and
// says what that will do.
type merge struct {
	view     *View
	title    *widget.Label
	into     *named
	sentence *widget.Label
	yes, no  *widget.Button
	box      *fyne.Container
}

func newMerge(v *View) *merge {
	t := v.words.T
	m := &merge{view: v, title: widget.NewLabel(""), sentence: widget.NewLabel("")}
	m.title.TextStyle.Bold, m.title.Truncation = true, fyne.TextTruncateEllipsis
	m.sentence.Wrapping = fyne.TextWrapWord
	m.into = newNamed(v, t("vocabulary.merge.hint"), func(text string) []widgets.Option {
		return offer(v.shelf.lists[v.kind], text, func(e *entry) bool { return e.ref == v.current })
	})
	m.into.Eager = true
	m.into.OnChosen = func(o widgets.Option) { m.into.choose(o); m.show() }
	m.into.OnChanged = func(string) { m.show() }
	m.yes = widget.NewButton(t("vocabulary.merge.yes"), m.submit)
	m.yes.Importance = widget.HighImportance
	m.no = widget.NewButton(t("vocabulary.cancel"), v.escape)
	m.no.Importance = widget.LowImportance
	m.box = column(m.title, m.into.CompleteEntry, m.sentence, container.NewHBox(m.yes, m.no), widget.NewSeparator())
	m.box.Hide()
	return m
}

// target gives the other entry.
func (m *merge) target() *entry {
	if m.into.text() == "" {
		return nil
	}
	r, ok := meant(m.into, m.view.shelf.lists[m.view.kind])
	if !ok || r == m.view.current {
		return nil
	}
	return m.view.shelf.find(r)
}

// show says what will happen.
func (m *merge) show() {
	v := m.view
	m.title.SetText(v.words.T("vocabulary.merge.title", "name", v.title()))
	from, into := v.shelf.find(v.current), m.target()
	widgets.SetDisabled(m.yes, from == nil || into == nil || v.writing)
	text := v.words.T("vocabulary.merge.ask")
	if from != nil && into != nil {
		text = v.consequence(from, into)
	}
	if m.sentence.Text != text {
		m.sentence.SetText(text)
		v.panel.box.Refresh() // the sentence may be higher now
	}
}

// consequence says what merging does to photos and names.
func (v *View) consequence(from, into *entry) string {
	w := v.words
	text := w.T("vocabulary.merge.variant", "name", from.title, "other", into.title)
	switch {
	case v.kind == Places:
		text = w.T("vocabulary.merge.place", "name", from.title, "other", into.title)
	case from.used > 0 && v.kind == Units:
		text = w.N("vocabulary.merge.unit", from.used, "name", from.title, "other", into.title)
	case from.used > 0:
		text = w.N("vocabulary.merge.used", from.used, "name", from.title, "other", into.title)
	}
	if n := v.children(from.ref); n > 0 {
		text = w.N("vocabulary.merge.kinds", n, "text", text, "other", into.title)
	}
	return text
}

// children tells of how many goods an entry is the parent.
func (v *View) children(r ref) (n int) {
	for i := range v.shelf.lists[Goods] {
		if v.shelf.lists[Goods][i].parent == r {
			n++
		}
	}
	return n
}

// submit merges.
func (m *merge) submit() {
	v := m.view
	from, into := v.shelf.find(v.current), m.target()
	if from == nil || into == nil || v.writing {
		return
	}
	v.write(v.merger(from.ref, into.ref), func() {}, func(r ref) {
		v.choose(r)
		v.Focus()
	})
}

// AskMerge asks into which other entry the one of the form shall be merged,
// after what was typed is saved.
func (v *View) AskMerge() {
	if v.locked || !v.current.stored() {
		return
	}
	v.leaving(func() {
		m := v.panel.merge
		v.panel.alert(nil)
		m.into.chosen = nil
		m.into.SetText("")
		m.box.Show()
		m.show()
		v.panel.show()
		v.panel.toTop()
		v.focus(m.into.CompleteEntry)
	})
}
