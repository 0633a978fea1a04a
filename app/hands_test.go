package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// hands are the hands of a user at the keyboard of a window: they press keys as
// Fyne delivers them, and count.
type hands struct {
	*desk
	pressed int
}

// names are the keys that write nothing.
var names = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Backspace": fyne.KeyBackspace, "Space": fyne.KeySpace, "Escape": fyne.KeyEscape, "Delete": fyne.KeyDelete,
	"Down": fyne.KeyDown, "Up": fyne.KeyUp, "Right": fyne.KeyRight, "Left": fyne.KeyLeft, "Home": fyne.KeyHome, "Insert": fyne.KeyInsert,
}

// hit presses keys one after the other: "i", "G" with Shift, "Enter", "Ctrl+Z".
func (h *hands) hit(keys ...string) {
	h.t.Helper()
	for _, key := range keys {
		h.pressed++
		if strings.HasPrefix(key, "Ctrl+") || strings.HasPrefix(key, "Alt+") {
			h.shortcut(key)
			continue
		}
		focused := h.win.Canvas().Focused()
		if focused == nil {
			h.t.Fatalf("%s: nothing has the keyboard", key)
		}
		if name, ok := names[key]; ok {
			if name == fyne.KeySpace {
				h.space()
			} else {
				focused.TypedKey(&fyne.KeyEvent{Name: name})
			}
			h.drain()
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(key))})
		if now := h.win.Canvas().Focused(); now != nil {
			for _, r := range key {
				now.TypedRune(r)
			}
		}
		h.drain()
	}
}

// shortcut runs the entry of the menu that has a key, as Fyne does.
func (h *hands) shortcut(key string) {
	h.t.Helper()
	for _, a := range h.list.All() {
		if k, ok := a.MenuKey(); ok && a.Run != nil && k.String() == key {
			item := h.find(h.win.MainMenu(), k.Shortcut().ShortcutName())
			if item == nil {
				h.t.Fatalf("%s stands on no entry of the menu", key)
			}
			item.Action()
			h.drain()
			return
		}
	}
	h.t.Fatalf("no action has %s", key)
}

// find finds the entry with a key in the menu or below it.
func (h *hands) find(menu *fyne.MainMenu, name string) *fyne.MenuItem {
	var in func([]*fyne.MenuItem) *fyne.MenuItem
	in = func(items []*fyne.MenuItem) *fyne.MenuItem {
		for _, item := range items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == name {
				return item
			}
			if item.ChildMenu != nil {
				if found := in(item.ChildMenu.Items); found != nil {
					return found
				}
			}
		}
		return nil
	}
	for _, m := range menu.Items {
		if found := in(m.Items); found != nil {
			return found
		}
	}
	return nil
}

// at gives the field that is typed into, also while it offers completions.
func (h *hands) at() fyne.Focusable {
	focused := h.win.Canvas().Focused()
	if list, ok := focused.(interface{ Field() *widgets.CompleteEntry }); ok {
		return list.Field()
	}
	return focused
}

// start selects photos in the gallery and gives it the keyboard.
func (h *hands) start(ids ...catalog.PhotoID) {
	h.t.Helper()
	for o := h.win.Canvas().Overlays().Top(); o != nil; o = h.win.Canvas().Overlays().Top() {
		h.win.Canvas().Overlays().Remove(o)
	}
	h.session.toGallery()
	h.session.gallery.Select(ids)
	h.settle()
	h.session.gallery.Focus()
}

// newHands are at a window of three photos, the second of which shows a
// refrigerator that goes into the country.
func newHands(t *testing.T) *hands {
	t.Helper()
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	o := d.photo(2).Observations[0]
	o.Direction = catalog.Into
	if _, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	d.session.changes.stepped()
	d.settle()
	return &hands{desk: d}
}

// gallery gives what has the keyboard in the gallery.
func (h *hands) gallery() fyne.Focusable {
	h.session.gallery.Focus()
	return h.at()
}
