package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"waybill/app/apptest"
	look "waybill/app/theme"
	"waybill/catalog"
)

func TestEveryActionHasItsKey(t *testing.T) {
	d := deskWithFew(t)
	keys := map[string]string{}
	for _, menu := range d.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.IsSeparator || item.ChildMenu != nil {
				continue
			}
			if item.Shortcut == nil {
				t.Errorf("%s › %s has no key", menu.Label, item.Label)
				continue
			}
			name := item.Shortcut.ShortcutName()
			if other, ok := keys[name]; ok {
				t.Errorf("%s and %s have the key %s", item.Label, other, name)
			}
			keys[name] = item.Label
			if c, ok := item.Shortcut.(*desktop.CustomShortcut); ok && (c.Modifier == 0 || c.Modifier == fyne.KeyModifierShift) {
				t.Errorf("Fyne never looks for the key of %s in the menu", item.Label)
			}
		}
	}
	if len(keys) < 30 {
		t.Errorf("only %d actions have keys", len(keys))
	}
}

// Each action that asks something does so, and Escape takes it away.
func TestDialogsOpen(t *testing.T) {
	d := deskWithFew(t)
	for _, label := range []string{
		"New catalogue…", "Open catalogue…", "Import folder…", "Import file…", "Export…", "Keys", "How to search", "About Waybill", "Settings…",
	} {
		overlays := d.win.Canvas().Overlays()
		d.menu(label)
		top := overlays.Top()
		if top == nil {
			t.Errorf("%s shows nothing", label)
			continue
		}
		if size := top.Size(); size.Width < 300 || size.Height < 100 {
			t.Errorf("%s is %v large", label, size)
		}
		d.escape()
		if overlays.Top() != nil {
			t.Errorf("%s stays when Escape is pressed", label)
			overlays.Remove(top)
		}
	}
}

func TestMenuWithoutCatalogue(t *testing.T) {
	d := newDesk(t)
	for _, menu := range d.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Disabled {
				item.Action() // as its key does
			}
		}
	}
	d.drain()
	if d.session != nil || d.messages.shown() != "" {
		t.Errorf("a disabled action did something: %q", d.messages.shown())
	}
}

func TestPanesAndThemeFromTheMenu(t *testing.T) {
	long(t)
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(900, 600))
	before := d.session.gallery.Object().Size().Width
	d.menu("Filters")
	d.menu("Inspector")
	if after := d.session.gallery.Object().Size().Width; after <= before {
		t.Errorf("without panes the gallery is %v wide, with them %v", after, before)
	}
	d.menu("Dark")
	if !d.item("Dark").Checked || look.Variant() != 0 {
		t.Errorf("dark is checked: %t, variant %v", d.item("Dark").Checked, look.Variant())
	}
	d.menu("Light")
	if d.item("Dark").Checked || look.Variant() != 1 {
		t.Errorf("dark is still checked, or the variant is %v", look.Variant())
	}
	size := d.session.search.size.Value
	d.menu("Larger pictures")
	if got := d.session.search.size.Value; got <= size {
		t.Errorf("cells of %v became %v", size, got)
	}
}

func TestKeysWithoutAPlaceGoToThePhotos(t *testing.T) {
	long(t)
	d := deskWithFew(t)
	canvas := d.win.Canvas()
	canvas.Unfocus()
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if id, ok := d.session.gallery.Focused(); !ok || id != 3 {
		t.Errorf("End leads to photo %d, %t", id, ok)
	}
	canvas.Unfocus()
	canvas.OnTypedRune()('/')
	if canvas.Focused() != fyne.Focusable(d.session.search.entry) {
		t.Error("/ does not lead to the search")
	}
	canvas.Unfocus()
	d.menu("Keys")
	canvas.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyHome})
	if id, _ := d.session.gallery.Focused(); id != 3 {
		t.Errorf("Home went through a dialog to photo %d", id)
	}
}

// The window can be made as small as a small screen, whatever it has to say.
func TestWindowFitsASmallScreen(t *testing.T) {
	d := deskWithFew(t)
	check := func(when string) {
		t.Helper()
		if least := d.win.Content().MinSize(); least.Width > 800 || least.Height > 560 {
			t.Errorf("%s the window cannot be smaller than %v", when, least)
		}
	}
	check("with a catalogue")
	d.session.gallery.SelectAll()
	d.session.status.showStep(&catalog.Step{Action: catalog.ActionTag, Detail: map[string]any{
		"photos": 1_000_000, "added": []string{"household refrigerator", "supermarket shopping cart", "motorcycle engine (petrol)"},
	}})
	d.session.initials.ask()
	d.messages.say(strings.Repeat("A long story that goes on and on. ", 20))
	d.look("item:" + strings.Repeat("nosuch", 50))
	d.until("the search is explained", func() bool { return !d.session.search.problem.Hidden })
	check("with much to say")
	d.look("")
	d.until("the search is whole again", func() bool { return d.session.search.problem.Hidden })
	d.HandleDropped([]fyne.URI{storage.NewFileURI(apptest.Samples(t, "IMG_20230702_112745.jpg"))})
	d.until("the import is over", func() bool {
		d.enter()
		return d.session.search.count.Text == "4 photos"
	})
	check("after an import")
}
