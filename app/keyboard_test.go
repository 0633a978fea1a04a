package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// press presses a key where the keyboard is.
func (d *desk) press(key fyne.KeyName) {
	d.t.Helper()
	focused := d.win.Canvas().Focused()
	if focused == nil {
		d.t.Fatal("nothing has the keyboard")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: key})
}

func TestEscapeLeadsFromAFieldToThePhotos(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.gallery.Focus()
	gallery := d.win.Canvas().Focused()
	for _, entry := range []string{"Add item…", "Route…", "Caption…", "Note…", "Source…"} {
		d.menu(entry)
		field := d.win.Canvas().Focused()
		if list, ok := field.(interface{ Field() *widgets.CompleteEntry }); ok { // what was used last is offered
			field = list.Field()
		}
		d.typeInto("zz")
		d.press(fyne.KeyEscape) // the list, or the text
		if _, text := textField(field); text == "zz" {
			d.press(fyne.KeyEscape)
		}
		if d.win.Canvas().Focused() != field {
			t.Errorf("%s: the field was left before its text was put back", entry)
		}
		if d.press(fyne.KeyEscape); d.win.Canvas().Focused() != gallery {
			t.Errorf("%s: the keyboard is at %T", entry, d.win.Canvas().Focused())
		}
	}
}

func TestTabLeavesLongTexts(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.menu("Caption…")
	if tabs, ok := d.win.Canvas().Focused().(fyne.Tabbable); ok && tabs.AcceptsTab() {
		t.Error("Tab is written into the caption")
	}
}

func TestQuestionLeadsBackToThePhotos(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.menu("Add item…")
	d.typeInto("truck zz")
	d.press(fyne.KeyReturn)
	d.until("there are two items", func() bool { p := d.photo(2); return len(p.ItemNames()) == 2 })
	d.settle()
	d.session.gallery.Focus()
	gallery := d.win.Canvas().Focused()
	for _, c := range []struct {
		answer fyne.KeyName
		want   catalog.Status
	}{{fyne.KeyEscape, catalog.NotAssessed}, {fyne.KeySpace, catalog.Disputed}} {
		d.typeInto("3")
		d.until("it is asked for which goods", func() bool { return d.win.Canvas().Focused() != gallery })
		d.press(c.answer)
		if d.win.Canvas().Focused() != gallery {
			t.Errorf("after %s the keyboard is at %T", c.answer, d.win.Canvas().Focused())
		}
		d.settle()
		if got := d.photo(2).Status; got != c.want {
			t.Errorf("after %s the status is %s", c.answer, got)
		}
	}
}

func TestEscapeLeadsFromTheFiltersToThePhotos(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.settle()
	d.session.gallery.Focus()
	gallery := d.win.Canvas().Focused()
	for back, name := range []string{"the line between them", "the last row"} {
		for range back + 1 {
			d.win.Canvas().FocusPrevious()
		}
		if d.win.Canvas().Focused() == gallery {
			t.Fatalf("there is not %s before the photos", name)
		}
		if d.press(fyne.KeyEscape); d.win.Canvas().Focused() != gallery {
			t.Errorf("from %s the keyboard is led to %T", name, d.win.Canvas().Focused())
		}
	}
}

func TestSearchHintFitsItsField(t *testing.T) {
	d := deskWithFew(t)
	hint := d.words.T("search.examples")
	for width, whole := range map[float32]bool{1300: true, 720: false} {
		d.win.Resize(fyne.NewSize(width, 700))
		got := d.session.search.entry.PlaceHolder
		if (got == hint) != whole || got == "" {
			t.Errorf("in a window of %v pixels the hint is %q", width, got)
		}
	}
}

// While a field offers completions, what the menu does to text goes to the field,
// not to the photos.
func TestListLeavesKeysToItsField(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.menu("Set place…")
	field := d.win.Canvas().Focused()
	d.typeInto("quan")
	d.until("places are offered", func() bool { return d.win.Canvas().Focused() != field })
	d.menu("Select all")
	if n := d.session.chosenCount(); n != 1 {
		t.Fatalf("%d photos are selected", n)
	}
	d.typeInto("ya")
	if _, text := textField(field); text != "ya" {
		t.Errorf("the field has %q", text)
	}
	if len(d.session.chosen()) != 1 {
		t.Errorf("%v are selected", d.session.chosen())
	}
}
