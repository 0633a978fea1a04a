package inspector

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Batch is what the panel for many photos asks of the store.
type Batch interface {
	Values(ctx context.Context, of catalog.Selection) (catalog.Values, error)
	Preview(ctx context.Context, e catalog.Edit) (int, error)
}

// batch is the panel in which many photos are edited together: what they have in
// each field, what is to happen to it, and how many photos that changes. It stands
// in the place of the form while it is open and more than one photo is selected.
type batch struct {
	view   *View
	open   bool
	fields []*batchField
	goods  *batchGoods
	values catalog.Values

	counting  task.Latest
	foreseen  task.Latest
	slow      task.Latest // the bar that shows up when applying takes its time
	resetting bool
	writing   bool
	stop      context.CancelFunc // of what is being written

	opener  *widget.Button // in the form
	title   *widget.Label
	preview *widget.Label
	working *widget.ProgressBarInfinite
	apply   *widgets.Button
	undo    *widgets.Button // sets all fields back
	keep    *widgets.Button // as a template
	cancel  *widgets.Button
	shut    *widgets.Button
	list    *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
}

// Times of the panel.
const (
	batchPause = 150 * time.Millisecond // of typing, before the changes in many photos are foreseen
	batchSlow  = time.Second            // of applying, before it shows that it works
	batchMany  = 1000                   // photos
)

func newBatch(v *View) *batch {
	w := v.words
	b := &batch{view: v, title: newText(strong), preview: newText(muted), working: widget.NewProgressBarInfinite()}
	b.working.Stop()
	b.working.Hide()
	b.opener = widget.NewButton("", v.OpenBatch)
	hand := widgets.Hand{Escape: v.leave}
	b.apply = widgets.NewButton(hand, w.T("batch.apply.none"), nil, b.submit)
	b.apply.Importance = widget.HighImportance
	b.undo = widgets.NewButton(hand, w.T("batch.reset"), nil, b.reset)
	b.keep = widgets.NewButton(hand, w.T("batch.keep"), nil, b.keepTemplate)
	b.cancel = widgets.NewButton(widgets.Hand{Escape: b.giveUp}, w.T("batch.cancel"), nil, b.giveUp)
	b.shut = widgets.NewButton(hand, w.T("batch.close"), nil, v.CloseBatch)
	b.cancel.Hide()
	b.makeFields()
	b.list = newColumn()
	for _, f := range b.fields {
		b.list.Add(f.box)
	}
	margins := func(o fyne.CanvasObject) *fyne.Container {
		return container.New(layout.NewCustomPaddedLayout(0, look.Tight, look.Space, look.Space+scrollbar), o)
	}
	b.scroll = container.NewVScroll(margins(b.list))
	buttons := widgets.NewFlow(look.Tight, b.apply, b.undo, b.keep, b.cancel, b.shut)
	foot := margins(container.New(&column{0}, newDivider(), b.preview, b.working, buttons))
	b.root = container.NewBorder(margins(b.title), foot, nil, nil, b.scroll)
	b.root.Hide()
	return b
}

// OpenBatch opens the panel for many photos and takes the keyboard to it.
func (v *View) OpenBatch() {
	if v.locked || len(v.ids) < 2 {
		return
	}
	first := !v.batch.open
	v.batch.open = true
	v.face()
	if first {
		v.batch.read()
	}
	v.batch.focus(v.batch.goods.entry)
}

// CloseBatch gives the form back, and what was chosen in the panel away.
func (v *View) CloseBatch() {
	b := v.batch
	if !b.open || b.writing {
		return
	}
	b.open = false
	b.counting.Cancel()
	b.reset()
	b.foreseen.Cancel()
	v.face()
	v.leave()
}

// BatchOpen tells whether the panel for many photos stands there.
func (v *View) BatchOpen() bool { return v.batch.shown() }

// shown tells whether the panel stands in the place of the form.
func (b *batch) shown() bool { return b.open && len(b.view.ids) > 1 }

// face shows the form, the panel or that nothing is selected.
func (v *View) face() {
	b := v.batch
	setVisible(v.nothing, len(v.form) == 0 && !b.shown())
	setVisible(v.scroll, len(v.form) > 0 && !b.shown())
	if b.root.Visible() == b.shown() {
		return
	}
	setVisible(b.root, b.shown())
	if canvas := widgets.CanvasOf(v.root); canvas != nil {
		key := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
		if canvas.RemoveShortcut(key); b.shown() { // for what is no text field
			canvas.AddShortcut(key, func(fyne.Shortcut) { b.submit() })
		}
	}
	v.root.Refresh()
}

// read counts what the selected photos have, off the UI thread, and foresees
// anew what changes. A newer selection ends both.
func (b *batch) read() {
	b.opener.SetText(b.view.words.N("batch.open", len(b.view.ids)))
	setVisible(b.opener, len(b.view.ids) > 1 && !b.view.locked)
	if !b.shown() {
		b.counting.Cancel()
		b.foreseen.Cancel()
		return
	}
	v, ids := b.view, b.view.ids
	b.title.SetText(v.words.N("batch.title", len(ids)))
	setVisible(b.keep, v.OnKeep != nil)
	task.Ask(v.tasks, &b.counting, func(ctx context.Context, tell func(catalog.Values)) error {
		values, err := v.store.Values(ctx, catalog.Selection{Photos: ids})
		if err == nil {
			tell(values)
		}
		return err
	}, func(values catalog.Values) {
		b.values = values
		for _, f := range b.fields {
			setText(f.counts, valuesLine(v.words, f.of, values.Fields[f.of]))
		}
		b.relayout()
	}, b.refuse)
	b.changed()
}

// refuse reports an error of reading, but none that somebody wanted.
func (b *batch) refuse(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		b.view.report(err)
	}
}

// relayout lays out what has grown or shrunk.
func (b *batch) relayout() {
	if b.list != nil {
		b.list.Refresh()
		b.scroll.Content.Refresh()
		b.scroll.Refresh()
		b.root.Refresh()
	}
}

// focus takes the keyboard to a part of the panel and scrolls to it.
func (b *batch) focus(o fyne.Focusable) {
	canvas := widgets.CanvasOf(b.root)
	object, ok := o.(fyne.CanvasObject)
	if canvas == nil || !ok || !b.shown() {
		return
	}
	if top, within := widgets.TopWithin(b.list, object); within {
		view, offset := b.scroll.Size().Height, b.scroll.Offset.Y
		if top < offset || top+object.MinSize().Height > offset+view {
			b.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-view/3)))
		}
	}
	canvas.Focus(o)
}

// focusOn takes the keyboard to a field of the panel if that is shown.
func (b *batch) focusOn(of catalog.Field) bool {
	if !b.shown() {
		return false
	}
	i := slices.IndexFunc(b.fields, func(f *batchField) bool { return f.of == of })
	if i >= 0 {
		b.focus(b.fields[i].focusable())
	}
	return i >= 0
}

// next leads from an input to the next field.
func (b *batch) next(input fyne.Focusable) {
	for i, f := range b.fields {
		if f.input.focus() == input {
			b.focus(b.fields[(i+1)%len(b.fields)].focusable())
			return
		}
	}
}

// reset leaves all fields alone again.
func (b *batch) reset() {
	b.resetting = true
	for _, f := range b.fields {
		f.reset()
	}
	b.resetting = false
	b.changed()
}
