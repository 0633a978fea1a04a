package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

// deskWithWords is a window with three photos at the page of the vocabularies.
func deskWithWords(t *testing.T) *desk {
	t.Helper()
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(900, 600))
	d.menu("Vocabularies")
	d.settleWords()
	return d
}

// settleWords waits until the page has read what there is.
func (d *desk) settleWords() {
	d.t.Helper()
	d.until("the words are read", func() bool { return !d.session.vocabulary.Busy() && !d.session.vocabulary.Reading() })
	d.settle()
}

// filter looks for an entry and chooses the first that is found.
func (d *desk) filter(text string) {
	d.t.Helper()
	d.menu("Find")
	d.press(fyne.KeyBackspace)
	d.typeInto(text)
	d.press(fyne.KeyReturn)
	d.drain()
}

// field goes so many fields on, and types into the one where that leads.
func (d *desk) field(on int, text string) {
	d.t.Helper()
	for range on {
		d.win.Canvas().FocusNext()
	}
	if f, ok := d.win.Canvas().Focused().(fyne.Shortcutable); ok && text != "" {
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
		d.press(fyne.KeyBackspace)
		d.typeInto(text)
	}
}

// save saves the entry and waits until that is known.
func (d *desk) save() {
	d.t.Helper()
	before := d.session.changes.head
	d.menu("Save entry")
	d.until("the entry is saved", func() bool { return d.session.changes.head > before })
	d.settleWords()
}

// finds tells how many photos a query finds.
func (d *desk) finds(query string) int {
	d.t.Helper()
	q, err := catalog.ParseQuery(query)
	if err != nil {
		d.t.Fatal(err)
	}
	n, err := d.session.catalogue.Count(d.t.Context(), q)
	if err != nil && catalog.CodeOf(err) != catalog.ErrNotFound && catalog.CodeOf(err) != catalog.ErrQuery {
		d.t.Fatalf("%s: %v", query, err)
	}
	return n
}

// item gives an item by a name.
func (d *desk) itemCalled(name string) (found catalog.Item) {
	d.t.Helper()
	items, err := d.session.catalogue.Items(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	for _, i := range items {
		if i.Names.Label() == name {
			found = i
		}
	}
	return found
}

// visibleText gives the texts of all labels that are visible below an object.
func visibleText(o fyne.CanvasObject) (text string) {
	for _, o := range test.LaidOutObjects(o) {
		if l, ok := o.(*widget.Label); ok && l.Visible() {
			text += l.Text + "\n"
		}
	}
	return text
}

// tapText taps the visible button of a text.
func (d *desk) tapText(text string) {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.session.vocabulary.Object()) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			test.Tap(b)
			return
		}
	}
	d.t.Fatalf("there is no button %q", text)
}
