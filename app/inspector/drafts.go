package inspector

import (
	"crypto/sha256"
	"encoding/binary"

	"waybill/catalog"
)

// maxDrafts is how many selections can have texts that were not saved.
const maxDrafts = 50

// drafts keeps texts that were typed and not saved while other photos are shown.
type drafts struct {
	texts map[string]map[string]string // by selection and field
	order []string                     // of selections, the oldest first
}

// selectionKey stands for a selection.
func selectionKey(ids []catalog.PhotoID) string {
	h := sha256.New()
	number := make([]byte, 8)
	for _, id := range ids {
		binary.LittleEndian.PutUint64(number, uint64(id))
		_, _ = h.Write(number) // a hash takes all it is given
	}
	return string(h.Sum(nil))
}

func (d *drafts) put(selection, field, text string) {
	if d.texts == nil {
		d.texts = map[string]map[string]string{}
	}
	if d.texts[selection] == nil {
		d.texts[selection] = map[string]string{}
		d.order = append(d.order, selection)
	}
	d.texts[selection][field] = text
	if len(d.order) > maxDrafts {
		delete(d.texts, d.order[0])
		d.order = d.order[1:]
	}
}

// drop forgets a text that was saved after all.
func (d *drafts) drop(selection, field, text string) {
	if texts := d.texts[selection]; texts[field] == text {
		delete(texts, field)
	}
}

// take gives the texts of a selection back.
func (d *drafts) take(selection string) map[string]string {
	texts := d.texts[selection]
	if texts == nil {
		return nil
	}
	delete(d.texts, selection)
	for i, s := range d.order {
		if s == selection {
			d.order = append(d.order[:i:i], d.order[i+1:]...)
			break
		}
	}
	return texts
}

// stash keeps what is not saved before the form turns to other photos, and
// empties the fields.
func (v *View) stash() {
	key := ""
	for _, f := range v.fields() {
		if f.dirty() {
			if key == "" {
				key = selectionKey(v.form)
			}
			v.drafts.put(key, f.name, f.entry.Text)
		}
		f.empty()
	}
	for _, r := range v.goods.rows {
		r.details.stash(func(name, text string) { v.drafts.put(selectionKey(v.form), name, text) })
	}
	v.where.setRole(catalog.PropPlace)
}

// restore puts back what was typed for the form's photos before. What was typed
// about goods waits until these are read.
func (v *View) restore() {
	if len(v.drafts.texts) == 0 {
		return
	}
	key := selectionKey(v.form)
	texts := v.drafts.take(key)
	v.where.restoring(texts)
	for _, f := range v.fields() {
		if text, ok := texts[f.name]; ok {
			f.entry.SetText(text)
			delete(texts, f.name)
		}
	}
	if v.known() {
		for _, r := range v.goods.rows {
			r.details.restore(texts)
		}
		return
	}
	for name, text := range texts {
		v.drafts.put(key, name, text)
	}
}
