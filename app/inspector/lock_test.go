package inspector

import (
	"testing"

	"waybill/catalog"
)

func TestLockedInspectorOffersNoChange(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.Lock()
	suspected, caption, source := catalog.Suspected, "A truck", "Swallow"
	f.edit(catalog.Edit{
		Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("truck")}, Status: &suspected, AllItems: true, Caption: &caption, Source: &source,
	})
	f.show(1)
	if !f.kind.choice.Disabled() {
		t.Error("the kind can be changed")
	}
	r := f.goods.rows[0]
	if r.remove.Visible() || !r.seen.Disabled() || !r.status.Disabled() || f.goods.add.Visible() {
		t.Error("goods can be changed")
	}
	for _, field := range f.fields() {
		if !field.entry.Disabled() || field.erase.Visible() {
			t.Errorf("%s can be changed", field.name)
		}
	}
	if f.caption.entry.Text != caption || r.status.Selected != "Suspected" {
		t.Errorf("shown are %q and %q", f.caption.entry.Text, r.status.Selected)
	}
}

func TestLockedInspectorTakesNoClaimOver(t *testing.T) {
	f := newFixture(t, contradicted(t))
	f.Lock()
	f.show(1)
	if _, links := textsIn(f.when.claims.box); len(f.when.claims.said.conflicts) != 1 || len(links) != 0 {
		t.Errorf("%+v can be taken over by %d links", f.when.claims.said, len(links))
	}
}
