package inspector

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestTextsAreSavedWhenLeft(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 3))
	f.show(1)
	f.FocusCaption()
	test.Type(f.caption.input, "Boxes at 훈춘")
	if f.caption.mark.Text != "unsaved · Ctrl+Enter saves" {
		t.Errorf("beside the caption stands %q", f.caption.mark.Text)
	}
	f.FocusNote() // leaves the caption
	f.settle()
	if f.photo(1).Caption != "Boxes at 훈춘" || f.caption.mark.Text != "" {
		t.Errorf("the caption is %q, beside it %q", f.photo(1).Caption, f.caption.mark.Text)
	}
	test.Type(f.note.input, "first")
	key(f.note.input, fyne.KeyReturn)
	test.Type(f.note.input, "second")
	f.note.input.(*textEntry).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	f.settle()
	if got := f.photo(1).Note; got != "first\nsecond" {
		t.Errorf("the note is %q", got)
	}
	edits := f.store.applied()
	f.FocusCaption()
	f.FocusNote()
	if f.store.applied() != edits {
		t.Error("an unchanged text was saved")
	}
	test.Type(f.note.input, "x")
	key(f.note.input, fyne.KeyEscape)
	if f.note.dirty() || f.note.entry.Text != "first\nsecond" {
		t.Errorf("Escape leaves %q", f.note.entry.Text)
	}
}

func TestRouteSourceAndCredit(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	for _, field := range []*field{f.route, f.source, f.credit} {
		if field.entry.Text != "" || field.mark.Text != "from batch" || field.erase.Visible() {
			t.Errorf("%s: %q, %q", field.name, field.entry.Text, field.mark.Text)
		}
	}
	if f.route.entry.PlaceHolder != "Hunchun–Quanhe–Wonjong–Rason" || f.source.entry.PlaceHolder != "Swallow" {
		t.Errorf("from the batch: %q, %q", f.route.entry.PlaceHolder, f.source.entry.PlaceHolder)
	}
	f.FocusRoute()
	test.Type(f.route.input, "혜산")
	key(f.route.input, fyne.KeyReturn)
	f.FocusSource()
	test.Type(f.source.input, "  Kingfisher ")
	key(f.source.input, fyne.KeyReturn)
	test.Type(f.credit.input, "Photo desk")
	key(f.credit.input, fyne.KeyReturn)
	f.settle()
	p := f.photo(1)
	if !strings.Contains(p.RouteName, "Hyesan") || p.SourceName != "Kingfisher" || p.Credit.Value != "Photo desk" {
		t.Errorf("route %q, source %q, credit %q", p.RouteName, p.SourceName, p.Credit.Value)
	}
	if f.source.entry.Text != "Kingfisher" || f.source.dirty() || !f.route.erase.Visible() {
		t.Errorf("the source shows %q", f.source.entry.Text)
	}
	test.Tap(f.route.erase)
	f.settle()
	if p := f.photo(1); !p.Route.FromBatch || f.route.mark.Text != "from batch" {
		t.Errorf("the route is %+v, %q", p.Route, f.route.mark.Text)
	}
	f.FocusRoute()
	test.Type(f.route.input, "Atlantis")
	key(f.route.input, fyne.KeyReturn)
	if len(f.errors) != 1 || catalog.CodeOf(f.errors[0]) != catalog.ErrNotFound || f.route.entry.Text != "Atlantis" {
		t.Errorf("an unknown route: %v, the text is %q", f.errors, f.route.entry.Text)
	}
}

func TestErrorsKeepTheText(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.store.set(func() { f.store.failing = errors.New("disk full") })
	f.show(1)
	f.FocusNote()
	test.Type(f.note.input, "a long story")
	f.FocusCaption()
	f.ui.Until(t, "the error", func() bool { return len(f.errors) == 1 })
	if f.note.entry.Text != "a long story" || !f.note.dirty() {
		t.Errorf("the note is %q", f.note.entry.Text)
	}
	f.goods.submitted("CERAMIC tile")
	f.ui.Until(t, "the error", func() bool { return len(f.errors) == 2 })
	if f.goods.add.Text != "CERAMIC tile" && f.goods.add.Text != "ceramic tile" {
		t.Errorf("the item is %q", f.goods.add.Text)
	}
	f.show(2)
	if f.note.entry.Text != "" || f.goods.add.Text != "" {
		t.Errorf("another photo shows %q and %q", f.note.entry.Text, f.goods.add.Text)
	}
	f.show(1)
	if f.note.entry.Text != "a long story" || !f.note.dirty() {
		t.Errorf("back at the photo the note is %q", f.note.entry.Text)
	}
	f.store.set(func() { f.store.failing = nil })
	f.note.commit()
	f.settle()
	if f.photo(1).Note != "a long story" || f.photo(2).Note != "" {
		t.Error("the note was not saved to its photo")
	}
}

// A text that is being written while the user goes elsewhere reaches its own
// photos, and does not come back as a draft.
func TestSavingWhileLeaving(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	gate := make(chan struct{})
	f.store.set(func() { f.store.gate = gate })
	f.show(1)
	f.FocusCaption()
	test.Type(f.caption.input, "slow")
	f.window.Canvas().Unfocus()
	if f.caption.mark.Text != "saving …" {
		t.Errorf("beside the caption stands %q", f.caption.mark.Text)
	}
	f.show(2)
	f.store.set(func() { f.store.gate = nil })
	close(gate)
	f.settle()
	if f.photo(1).Caption != "slow" || f.photo(2).Caption != "" || f.caption.entry.Text != "" {
		t.Errorf("captions %q and %q, shown %q", f.photo(1).Caption, f.photo(2).Caption, f.caption.entry.Text)
	}
	f.edit(catalog.Edit{Photos: count(1, 1), Caption: new(string)})
	f.show(1)
	if f.caption.entry.Text != "" {
		t.Errorf("the saved text came back: %q", f.caption.entry.Text)
	}
}

func TestRefreshKeepsUnsavedText(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	f.FocusNote()
	test.Type(f.note.input, "mine")
	theirs := "theirs"
	f.edit(catalog.Edit{Photos: count(1, 1), Note: &theirs, Caption: &theirs})
	f.Changed(count(1, 1))
	f.settle()
	if f.note.entry.Text != "mine" || f.caption.entry.Text != theirs {
		t.Errorf("note %q, caption %q", f.note.entry.Text, f.caption.entry.Text)
	}
	f.note.escape()
	if f.note.entry.Text != theirs {
		t.Errorf("Escape gives %q", f.note.entry.Text)
	}
}
