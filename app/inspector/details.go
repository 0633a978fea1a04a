package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

// details are the fields of what is known of goods, folded away. What was changed
// is saved together, by Enter in any of them: one step. What was not stays as it
// is in the catalogue.
type details struct {
	row   *itemRow
	fold  *widget.Hyperlink
	parts []*detail // nil until it was unfolded once
	form  *fyne.Container
	save  *widget.Button
	note  *widget.Label // how to save, or what is wrong

	filling bool // the fields are being filled; nobody changed anything

	box *fyne.Container
}

func newDetails(r *itemRow) *details {
	d := &details{row: r, fold: newLink(), form: container.New(&column{0}), note: newText(muted)}
	d.fold.SetText(r.view.words.T("inspector.details"))
	d.fold.OnTapped = d.toggle
	d.form.Hide()
	d.save = widget.NewButton(r.view.words.T("inspector.details.save"), d.commit)
	d.box = newColumn(d.fold, d.form)
	if r.view.locked {
		d.box.Hide()
	}
	return d
}

// toggle unfolds the fields or folds them.
func (d *details) toggle() {
	if d.form.Visible() {
		d.form.Hide()
	} else {
		d.unfold()
	}
	d.row.view.relayout()
}

// unfold shows the fields; they are made the first time, for most rows never need
// them.
func (d *details) unfold() {
	if d.parts == nil {
		d.parts = d.makeParts()
		for _, p := range d.parts {
			d.form.Add(labelled(p.title, p.input))
		}
		d.form.Add(d.note)
		d.form.Add(container.NewHBox(d.save))
		d.fill(d.row.goods.seen, true)
	}
	d.form.Show()
}

// show tells the fields what the catalogue says of goods; other tells that they
// are not those from before. What was changed and not saved stays.
func (d *details) show(o *catalog.Observation, other bool) {
	setVisible(d.box, o != nil && !d.row.view.locked)
	if other {
		d.form.Hide()
	}
	if d.parts != nil && o != nil {
		d.fill(o, other)
	}
}

func (d *details) fill(o *catalog.Observation, other bool) {
	if o == nil {
		return
	}
	d.filling = true
	for _, p := range d.parts {
		kept := !other && p.dirty()
		if p.said = p.get(&o.Seen); !kept {
			p.put(p.said)
		}
	}
	d.filling = false
	d.remark(nil)
}

// changed lists the fields with what is not saved.
func (d *details) changed() []*detail {
	var list []*detail
	for _, p := range d.parts {
		if p.dirty() {
			list = append(list, p)
		}
	}
	return list
}

// remark says below the fields how to save, or what is wrong with them.
func (d *details) remark(err error) {
	if d.filling {
		return
	}
	text, importance := "", widget.LowImportance
	changed := len(d.changed()) > 0
	switch {
	case err != nil:
		text, importance = d.row.view.words.Error(err), widget.DangerImportance
	case changed:
		text, importance = d.row.view.words.T("inspector.unsaved_enter"), widget.WarningImportance
	}
	d.note.Importance = importance
	setText(d.note, text)
	d.note.Refresh()
	if changed {
		d.save.Enable()
	} else {
		d.save.Disable()
	}
	d.row.view.relayout()
}

// escape puts back what the catalogue says, and leaves the fields when that
// stands there already.
func (d *details) escape() {
	changed := d.changed()
	for _, p := range changed {
		p.put(p.said)
	}
	if d.remark(nil); len(changed) == 0 {
		d.row.view.leave()
	}
}

// commit saves what was changed; on an error the fields keep it.
func (d *details) commit() {
	o := d.row.goods.seen
	changed := d.changed()
	if o == nil || len(changed) == 0 {
		return
	}
	values := make([]string, len(changed))
	for i, p := range changed {
		values[i] = p.value()
	}
	change := func(o *catalog.Observation) error {
		for i, p := range changed {
			if err := p.set(&o.Seen, values[i]); err != nil {
				return err
			}
		}
		return o.Check()
	}
	trial := *o
	if err := change(&trial); err != nil {
		d.remark(err)
		return
	}
	d.row.view.reobserve(o.Photo, o.ID, change, nil)
}

// stash keeps what is not saved while other photos are shown.
func (d *details) stash(put func(name, text string)) {
	for _, p := range d.changed() {
		put(d.row.key+" "+p.name, p.value())
		p.put(p.said)
	}
}

// restore puts it back.
func (d *details) restore(texts map[string]string) {
	named := func(p *detail) bool { _, ok := texts[d.row.key+" "+p.name]; return ok }
	if len(texts) == 0 || d.row.goods.seen == nil || d.row.view.locked {
		return
	}
	if d.parts == nil {
		d.unfold()
		d.form.Hide()
	}
	if !slices.ContainsFunc(d.parts, named) {
		return
	}
	d.unfold()
	for _, p := range d.parts {
		if named(p) {
			p.put(texts[d.row.key+" "+p.name])
		}
	}
	d.remark(nil)
}

// EditDetails takes the keyboard to what is known of the goods that are selected
// in the picture, else of the first that wait for a judgement.
func (v *View) EditDetails() { v.whenRead(v.editFirst) }

func (v *View) editFirst() {
	for _, r := range v.goods.inTurn() {
		if r.goods.seen != nil && !v.locked {
			r.details.unfold()
			v.relayout()
			v.focus(r.details.parts[0].input.(fyne.Focusable))
			return
		}
	}
	v.say(v.words.T("inspector.no_details"))
}
