package inspector

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// batchInput is where the user says what a field of many photos becomes.
type batchInput interface {
	object() fyne.CanvasObject
	focus() fyne.Focusable
	empty() bool
	reset()
}

// batchText is a text of one line, with completions.
type batchText struct {
	entry  *widgets.CompleteEntry
	chosen widgets.Option // the completion that was taken, as long as the text is its own
}

func (b *batch) newText(complete func(text string) []widgets.Option, changed func()) *batchText {
	t := &batchText{}
	t.entry = widgets.NewCompleteEntry(func(text string, show func([]widgets.Option)) { show(complete(text)) })
	t.entry.OnChanged = func(string) { changed() }
	t.entry.OnChosen = func(o widgets.Option) {
		t.chosen = o
		t.entry.SetText(o.Text)
		changed()
	}
	t.entry.OnEscape, t.entry.OnSave = b.view.leave, b.submit
	t.entry.OnSubmitted = func(string) { b.next(t.entry) }
	return t
}

func (t *batchText) object() fyne.CanvasObject { return t.entry }
func (t *batchText) focus() fyne.Focusable     { return t.entry }
func (t *batchText) empty() bool               { return t.text() == "" }
func (t *batchText) text() string              { return strings.TrimSpace(t.entry.Text) }

func (t *batchText) reset() {
	t.chosen = widgets.Option{}
	t.entry.SetText("")
}

// value gives what the completion stands for whose text is in the entry; nil when
// it was typed.
func (t *batchText) value() any {
	if t.chosen.Text == t.entry.Text {
		return t.chosen.Value
	}
	return nil
}

// batchProse is a text of several lines.
type batchProse struct{ entry *textEntry }

func (b *batch) newProse(changed func()) *batchProse {
	p := &batchProse{entry: newTextEntry(2)}
	p.entry.OnChanged = func(string) {
		if p.entry.grow() {
			b.relayout()
		}
		changed()
	}
	p.entry.onSave, p.entry.onEscape = b.submit, b.view.leave
	return p
}

func (p *batchProse) object() fyne.CanvasObject { return p.entry }
func (p *batchProse) focus() fyne.Focusable     { return p.entry }
func (p *batchProse) empty() bool               { return p.text() == "" }
func (p *batchProse) text() string              { return strings.TrimSpace(p.entry.Text) }
func (p *batchProse) reset()                    { p.entry.SetText("") }

// batchPick is one of a few values.
type batchPick struct{ list *choice }

func (b *batch) newPick(names []string, changed func()) *batchPick {
	p := &batchPick{}
	p.list = newChoice(names, func(string) { changed() }, b.view.leave)
	p.list.PlaceHolder = b.view.words.T("batch.choose")
	return p
}

func (p *batchPick) object() fyne.CanvasObject { return p.list.paint() }
func (p *batchPick) focus() fyne.Focusable     { return p.list }
func (p *batchPick) empty() bool               { return p.list.SelectedIndex() < 0 }
func (p *batchPick) reset()                    { p.list.ClearSelected() }

// batchGoods is any number of items, and who says that they are there.
type batchGoods struct {
	panel   *batch
	entry   *widgets.CompleteEntry
	taken   []widgets.Option
	chips   *fyne.Container
	says    *widget.Check
	box     *fyne.Container
	changed func()
}

func (b *batch) newGoods(changed func()) *batchGoods {
	g := &batchGoods{panel: b, chips: widgets.NewFlow(look.Tight), changed: changed}
	g.entry = widgets.NewCompleteEntry(func(text string, show func([]widgets.Option)) { show(b.view.ItemsCalled(text)) })
	g.entry.Eager = true
	g.entry.SetPlaceHolder(b.view.words.T("inspector.add_item"))
	g.entry.OnChosen = g.take
	g.entry.OnSubmitted = func(text string) {
		if options := b.view.ItemsCalled(text); strings.TrimSpace(text) != "" && len(options) > 0 {
			g.take(options[0])
			return
		}
		b.next(g.entry)
	}
	g.entry.OnEscape, g.entry.OnSave = b.view.leave, b.submit
	g.says = widget.NewCheck(b.view.words.T("inspector.reported"), func(bool) { changed() })
	g.box = container.New(&column{0}, g.entry, g.chips, g.says)
	g.chips.Hide()
	return g
}

// take adds an item to those that are meant.
func (g *batchGoods) take(o widgets.Option) {
	if name, isNew := o.Value.(NewItem); isNew {
		o.Text = string(name)
	}
	g.entry.SetText("")
	for _, other := range g.taken {
		if other.Value == o.Value {
			return
		}
	}
	g.taken = append(g.taken, o)
	g.show()
}

// maxChip is how many characters of an item's name are shown.
const maxChip = 18

// show lists the items that are meant, each with a way to take it out again.
func (g *batchGoods) show() {
	g.chips.Objects = nil
	for _, o := range g.taken {
		chip := widgets.NewChip(cut(o.Text, maxChip), widgets.Badge{})
		out := func() {
			for i := range g.taken {
				if g.taken[i].Value == o.Value {
					g.taken = append(g.taken[:i:i], g.taken[i+1:]...)
					break
				}
			}
			g.show()
			g.panel.focus(g.entry)
		}
		chip.OnTap, chip.OnRemove, chip.OnEscape = out, out, g.panel.view.leave
		g.chips.Add(chip)
	}
	setVisible(g.chips, len(g.taken) > 0)
	g.changed()
	g.panel.relayout()
}

func (g *batchGoods) object() fyne.CanvasObject { return g.box }
func (g *batchGoods) focus() fyne.Focusable     { return g.entry }
func (g *batchGoods) empty() bool               { return len(g.taken) == 0 }

func (g *batchGoods) reset() {
	g.taken = nil
	g.says.Checked = false
	g.says.Refresh()
	g.entry.SetText("")
	g.show()
}

// ids gives the items that are there, and the names of those that are new.
func (g *batchGoods) ids() (ids []catalog.ItemID, names []string) {
	for _, o := range g.taken {
		switch value := o.Value.(type) {
		case catalog.ItemID:
			ids = append(ids, value)
		case NewItem:
			names = append(names, string(value))
		}
	}
	return ids, names
}

// place understands what was typed or chosen as the place of the photos.
func (t *batchText) place(store Store, about catalog.Property) understanding {
	text := t.text()
	near, chosen := t.value().(catalog.Near)
	return func(ctx context.Context) (catalog.Statement, error) {
		if chosen {
			return store.UnderstandEntry(about, near.Entry, text)
		}
		return store.UnderstandPlace(ctx, about, text)
	}
}
