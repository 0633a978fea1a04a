package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// batched is an inspector with the panel open for all photos of a catalogue in
// which the first has all that a field can hold.
func batched(t *testing.T, n int) *fixture {
	t.Helper()
	f := newFixture(t, newCatalogue(t, n))
	caption, note, credit, source := "Boxes at the gate", "seen twice", "Agency", "Magpie"
	into, stage, china, packed, status := catalog.Into, catalog.StageCustoms, "CN", catalog.Packagings()[0], catalog.Sanctioned
	place, err := f.store.UnderstandPlace(t.Context(), catalog.PropPlace, "圈河")
	if err != nil {
		t.Fatal(err)
	}
	f.edit(catalog.Edit{
		Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("shopping cart")}, Caption: &caption, Note: &note, Credit: &credit, Source: &source,
		Direction: &into, Stage: &stage, MadeIn: &china, Packaging: &packed, Status: &status, AllItems: true,
		Statements: []catalog.Statement{
			place, {Property: catalog.PropTaken, Raw: "x", Value: "2023-07-03"}, {Property: catalog.PropKind, Value: string(catalog.KindScene)},
		},
	})
	f.edit(catalog.Edit{Photos: count(2, 2), AddItems: []catalog.ItemID{f.item("ceramic tile")}})
	ids := make([]catalog.PhotoID, n)
	for i := range ids {
		ids[i] = catalog.PhotoID(i + 1)
	}
	f.show(ids...)
	f.OpenBatch()
	f.ui.Until(t, "the values", func() bool { return f.batch.values.Photos == n })
	return f
}

func (f *fixture) batchField(of catalog.Field) *batchField {
	f.t.Helper()
	i := slices.IndexFunc(f.batch.fields, func(b *batchField) bool { return b.of == of })
	if i < 0 {
		f.t.Fatalf("there is no field %q", of)
	}
	return f.batch.fields[i]
}

// say fills the input of a field as its user would.
func (f *fixture) say(of catalog.Field, text string) {
	f.t.Helper()
	switch input := f.batchField(of).input.(type) {
	case *batchText:
		f.batch.focus(input.entry)
		test.Type(input.entry, text)
		input.entry.CloseOptions()
	case *batchProse:
		test.Type(input.entry, text)
	case *batchPick:
		input.list.SetSelected(text)
	case *batchGoods:
		f.batch.focus(input.entry)
		test.Type(f.window.Canvas().Focused(), text)
		key(f.window.Canvas().Focused(), fyne.KeyReturn)
	}
}

// foreseen waits for the preview and gives it.
func (f *fixture) foreseenText() string {
	f.t.Helper()
	f.ui.Until(f.t, "the preview", func() bool { return f.batch.preview.Text != f.words.T("batch.counting") })
	return f.batch.preview.Text
}

// written presses the button and waits.
func (f *fixture) written() {
	f.t.Helper()
	f.batch.submit()
	f.ui.Until(f.t, "the writing", func() bool { return !f.batch.writing && !f.Busy() })
}

// ids1 tells whether one photo is selected.
func (f *fixture) ids1() bool { return len(f.ids) == 1 }
