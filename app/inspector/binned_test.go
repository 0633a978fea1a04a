package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestSaysThatPhotosLieInTheBin(t *testing.T) {
	c := newCatalogue(t, 3)
	f := newFixture(t, c)
	restored := 0
	f.View.OnRestore = func() { restored++ }
	f.show(1)
	if f.View.binned.box.Visible() {
		t.Error("a photo of the catalogue is said to lie in the bin")
	}
	if _, err := c.Remove(t.Context(), count(1, 2), ""); err != nil {
		t.Fatal(err)
	}
	f.View.Changed(count(1, 2))
	f.ui.Until(t, "it is noticed", func() bool { return f.View.binned.box.Visible() })
	if b := f.View.binned; !b.restore.Visible() || b.text.Text != f.View.words.N("inspector.in_bin", 1) {
		t.Errorf("it says %q", b.text.Text)
	}
	test.Tap(f.View.binned.restore)
	if restored != 1 {
		t.Error("the button does nothing")
	}
	f.show(1, 2, 3) // not all of them
	if b := f.View.binned; !b.box.Visible() || b.restore.Visible() || b.text.Text != f.View.words.N("inspector.in_bin", 2) {
		t.Errorf("visible %v, it says %q", b.box.Visible(), b.text.Text)
	}
}

func TestHistoryMarksWhatWasUndone(t *testing.T) {
	c := newCatalogue(t, 1)
	f := newFixture(t, c)
	caption := "a yard"
	f.edit(catalog.Edit{Photos: count(1, 1), Caption: &caption})
	if _, err := c.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	f.show(1)
	var asked catalog.PhotoID
	f.View.OnShowHistory = func(id catalog.PhotoID) { asked = id }
	if text := f.record.change.Text; !strings.Contains(text, "Changed 1 photo: caption (undone)") || strings.Count(text, "(undone)") != 1 {
		t.Errorf("the history is:\n%s", text)
	}
	if test.Tap(f.record.whole); asked != 1 {
		t.Errorf("the button leads to the history of %v", asked)
	}
}
