package inspector

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// draft is what the panel says, before places are understood, which is read off
// the UI thread.
type draft struct {
	edit       catalog.Edit
	understand []understanding
}

func understandDate(text string) (catalog.Statement, error) { return workspace.UnderstandDate(text) }

// draft puts together what the fields say. An error is about one of them.
func (b *batch) draft() (d draft, err error) {
	d.edit = catalog.Edit{Photos: b.view.ids, AddText: map[catalog.Field]string{}, RemoveText: map[catalog.Field]string{}}
	for _, f := range b.fields {
		if f.put != nil && f.way() != leave && !f.lacks() {
			if failed := f.put(&d); failed != nil && err == nil {
				err = failed
			}
		}
	}
	b.putGoods(&d.edit)
	if e := &d.edit; e.Status != nil { // of the items that are named; new ones have no number by which to name them
		if e.AllItems = len(e.AddItems) == 0 || len(e.NewItems) > 0; !e.AllItems {
			e.StatusItems = e.AddItems
		}
	}
	return d, err
}

// putGoods says what becomes of the items.
func (b *batch) putGoods(e *catalog.Edit) {
	ids, names := b.goods.ids()
	switch b.fields[0].way() {
	case add:
		e.AddItems, e.NewItems, e.Reported = ids, names, b.goods.says.Checked
	case set:
		if !b.goods.empty() {
			e.AddItems, e.NewItems, e.Reported, e.ClearItems = ids, names, b.goods.says.Checked, true
		}
	case remove:
		e.RemoveItems = ids
	case clean:
		e.ClearItems = true
	}
}

// resolve understands what is left to understand.
func (d *draft) resolve(ctx context.Context) (catalog.Edit, error) {
	e := d.edit
	for _, understand := range d.understand {
		s, err := understand(ctx)
		if err != nil {
			return e, err
		}
		e.Statements = append(e.Statements, s)
	}
	return e, nil
}

// empty tells whether nothing is to be changed.
func (d *draft) empty() bool { return d.edit.Empty() && len(d.understand) == 0 }

// lacking gives the first field that is to become something, but not what.
func (b *batch) lacking() *batchField {
	for _, f := range b.fields {
		if f.lacks() {
			return f
		}
	}
	return nil
}
