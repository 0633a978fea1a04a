package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// strike presses a key as an input method delivers it: the key at once, its
// character in the same moment, later, or never.
func (d *desk) strike(name fyne.KeyName, now, late string) {
	d.t.Helper()
	type on interface {
		TypedKey(*fyne.KeyEvent)
		TypedRune(rune)
	}
	at := func() on { return d.win.Canvas().Focused() }
	at().TypedKey(&fyne.KeyEvent{Name: name})
	for _, r := range now {
		at().TypedRune(r)
	}
	d.drain()
	for _, r := range late {
		at().TypedRune(r)
	}
}

func TestLettersWithAnInputMethod(t *testing.T) {
	for _, c := range []struct{ name, now, late string }{
		{"none", "c", ""},
		{"one that is off", "", "c"},
		{"Hangul", "", "ㅊ"},
		{"Hangul, at once", "ㅊ", ""},
		{"Pinyin that sends nothing", "", ""},
		{"full-width", "ｃ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := deskWithFew(t)
			d.win.Resize(fyne.NewSize(1200, 800))
			d.session.gallery.Select([]catalog.PhotoID{2})
			d.settle()
			d.session.gallery.Focus()
			gallery := d.win.Canvas().Focused()
			d.strike(fyne.KeyC, c.now, c.late)
			field := d.win.Canvas().Focused()
			if field == gallery {
				t.Fatal("the caption was not reached")
			}
			d.typeInto("냉장고")
			if got := textOf(t, field); got != "냉장고" {
				t.Errorf("the caption is %q", got)
			}
		})
	}
}

// textOf gives the text of a field, also of a view's own.
func textOf(t *testing.T, field fyne.Focusable) string {
	t.Helper()
	s, ok := field.(fyne.Shortcutable)
	if !ok {
		t.Fatalf("%T is no field", field)
	}
	c := fyne.CurrentApp().Clipboard()
	c.SetContent("")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	return c.Content()
}

func TestStatusKeysWithAnInputMethodAndOnOtherLayouts(t *testing.T) {
	for _, c := range []struct {
		name      string
		key       fyne.KeyName
		now, late string
	}{
		{"an input method", fyne.Key3, "", "3"},
		{"a French keyboard", fyne.Key3, "\"", ""},
		{"full-width", fyne.Key3, "３", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := deskWithFew(t)
			d.session.gallery.Select([]catalog.PhotoID{2})
			d.settle()
			d.session.gallery.Focus()
			before := d.session.changes.head
			d.strike(c.key, c.now, c.late)
			d.until("the status is set", func() bool { return d.photo(2).Status == catalog.Disputed })
			d.settle()
			if steps := d.session.changes.head - before; steps != 1 {
				t.Errorf("it took %d steps", steps)
			}
		})
	}
}

func TestLettersInTheLoupeAndOnThePages(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.gallery.Focus()
	d.strike(fyne.KeyV, "", "ㅍ")
	if d.until("the versions are there", d.session.comparing); d.session.page != versionsPage {
		t.Fatalf("the page is %v", d.session.page)
	}
	d.strike(fyne.KeySlash, "、", "")
	if d.win.Canvas().Focused() != fyne.Focusable(d.session.search.entry) || d.session.search.entry.Text != "" {
		t.Errorf("the search has %q, the keyboard is at %T", d.session.search.entry.Text, d.win.Canvas().Focused())
	}
	d.session.toGallery()
	d.session.toggleLoupe()
	d.settle()
	d.session.focusMiddle()
	d.strike(fyne.Key3, "", "3")
	d.until("the status is set", func() bool { return d.photo(2).Status == catalog.Disputed })
	d.settle()
	d.strike(fyne.KeySlash, "", "/")
	if d.win.Canvas().Focused() != fyne.Focusable(d.session.search.entry) {
		t.Errorf("from the loupe the keyboard went to %T", d.win.Canvas().Focused())
	}
	d.session.toGallery()
	d.session.toggleVocabulary()
	d.settleWords()
	d.strike(fyne.Key3, "", "3")
	d.settleWords()
	d.strike(fyne.KeySlash, "", "/")
	if text := textOf(t, d.win.Canvas().Focused()); text != "" {
		t.Errorf("the filter has %q", text)
	}
}
