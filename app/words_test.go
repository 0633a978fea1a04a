package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestRenamedGoodsAreFoundByTheNewName(t *testing.T) {
	d := deskWithWords(t)
	d.filter("냉장")
	d.press(fyne.KeyReturn)
	d.field(0, "cooling cabinet")
	d.save()
	if n := d.finds("item:\"cooling cabinet\""); n != 1 {
		t.Errorf("the new name finds %d photos", n)
	}
	if two := d.photo(2); !slices.Equal(two.ItemNames(), []string{"cooling cabinet"}) {
		t.Errorf("the photo has %q", two.ItemNames())
	}
	d.menu("Vocabularies")
	if d.session.page != galleryPage || !d.session.search.object().Visible() || !d.session.panes.whole.Visible() {
		t.Error("the entry does not lead back to the gallery")
	}
	d.until("the filters have the new name", func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(d.session.filters.Object()), func(o fyne.CanvasObject) bool {
			name, ok := o.(*canvas.Text)
			return ok && name.Text == "cooling cabinet"
		})
	})
	d.look("item:\"cooling cabinet\"")
	d.until("the photo is found", func() bool { return d.session.search.count.Text == "1 of 3" })
}

// What is saved is undone by the key of undo, what is typed before that by the field.
func TestUndoInTheVocabularies(t *testing.T) {
	d := deskWithWords(t)
	d.filter("냉장")
	d.press(fyne.KeyReturn)
	d.field(0, "cooling cabinet")
	d.Undo()
	d.drain()
	if before := d.session.undo; before == nil || before.Action != catalog.ActionTag {
		t.Fatal("undo went past what was typed")
	}
	d.field(0, "cooling cabinet")
	d.save()
	d.Undo()
	d.until("it is called as before", func() bool { return d.itemCalled("household refrigerator").ID != 0 })
	d.settleWords()
	if e, ok := d.win.Canvas().Focused().(interface{ SelectedText() string }); ok {
		d.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		if e.SelectedText() != "household refrigerator" {
			t.Errorf("the field says %q", e.SelectedText())
		}
	} else {
		t.Errorf("the keyboard is at %T", d.win.Canvas().Focused())
	}
	d.Redo()
	d.until("it is renamed again", func() bool { return d.itemCalled("cooling cabinet").ID != 0 })
}

func TestNewGoodsImplyTheirParent(t *testing.T) {
	d := deskWithWords(t)
	d.menu("New entry")
	d.field(0, "wine cooler")
	d.field(6, "household refr")
	d.press(fyne.KeyDown)
	d.press(fyne.KeyReturn)
	d.save()
	cooler := d.itemCalled("wine cooler")
	if cooler.Parent != d.itemCalled("household refrigerator").ID || !cooler.Own {
		t.Fatalf("stored is %+v", cooler)
	}
	if _, err := d.session.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{3}, AddItems: []catalog.ItemID{cooler.ID}}); err != nil {
		t.Fatal(err)
	}
	if n := d.finds("item:\"household refrigerator\""); n != 2 {
		t.Errorf("the parent finds %d photos", n)
	}
	if n := d.finds("item:\"wine cooler\""); n != 1 {
		t.Errorf("the child finds %d photos", n)
	}
	// A parent that is a kind of its own child is refused in words, and stays to be corrected.
	d.settleWords()
	d.filter("household refrigerator")
	d.press(fyne.KeyReturn)
	d.field(6, "wine cool")
	d.press(fyne.KeyDown)
	d.press(fyne.KeyReturn)
	d.menu("Save entry")
	d.until("it is refused", func() bool { return !d.session.vocabulary.Busy() })
	d.drain()
	if text := visibleText(d.session.vocabulary.Object()); !containsAll(text, "wine cooler", "one of their kinds") {
		t.Errorf("the page says %s", text)
	}
}

func TestMergeFromTheWindow(t *testing.T) {
	long(t)
	d := deskWithWords(t)
	d.filter("냉장")
	d.menu("Merge entry into…")
	d.typeInto("chest freezer")
	d.press(fyne.KeyReturn)
	if text := visibleText(d.session.vocabulary.Object()); !containsAll(text, "1 photo gets “chest freezer”; “household refrigerator” becomes one of its variants.") {
		t.Errorf("it says %s", text)
	}
	d.press(fyne.KeyReturn)
	d.until("they are one", func() bool { return d.itemCalled("household refrigerator").ID == 0 })
	if n := d.finds("item:\"household refrigerator\""); n != 1 {
		t.Errorf("the old name finds %d photos", n)
	}
	if two := d.photo(2); !slices.Equal(two.ItemNames(), []string{"chest freezer"}) {
		t.Errorf("the photo has %q", two.ItemNames())
	}
	d.until("it can be undone", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionWords })
	d.Undo()
	d.until("they are two again", func() bool { return d.itemCalled("household refrigerator").Used == 1 })
	d.settleWords()
	d.filter("household refrigerator")
	d.menu("Remove entry")
	d.until("it is refused", func() bool { return containsAll(visibleText(d.session.vocabulary.Object()), "is in use") })
}

func TestRoutePlaceAndUnitFromTheWindow(t *testing.T) {
	d := deskWithWords(t)
	d.typeInto("3")
	d.menu("New entry")
	d.field(0, "Old mill yard")
	d.field(5, "warehouse")
	d.field(1, "42.9")
	d.field(1, "130.3")
	d.field(1, "150")
	d.field(1, "CN")
	d.save()
	places, err := d.session.catalogue.Places(t.Context())
	if err != nil || !slices.ContainsFunc(places, func(p catalog.PlaceEntry) bool {
		return p.Own && p.Names.English == "Old mill yard" && p.Latitude == 42.9 && p.Accuracy == 150 && slices.Equal(p.Countries, []string{"CN"})
	}) {
		t.Errorf("the place is not there, %v", err)
	}
	d.session.vocabulary.Focus()
	d.typeInto("4")
	d.menu("New entry")
	d.field(0, "sack of rice")
	d.field(1, "sacks of rice")
	d.save()
	units, err := d.session.catalogue.Units(t.Context())
	if err != nil || !slices.ContainsFunc(units, func(u catalog.Unit) bool { return u.Own && u.Plural == "sacks of rice" }) {
		t.Errorf("the units are %v, %v", units, err)
	}
	d.session.vocabulary.Focus()
	d.typeInto("2")
	d.menu("New entry")
	d.field(0, "Yard to Rason")
	for _, place := range []string{"Old mill", "rason"} {
		d.tapText("Add a place")
		d.typeInto(place)
		d.press(fyne.KeyDown)
		d.press(fyne.KeyReturn)
	}
	d.save()
	routes, err := d.session.catalogue.Routes(t.Context())
	if err != nil || !slices.ContainsFunc(routes, func(r catalog.Route) bool {
		return r.Own && r.Names.English == "Yard to Rason" && len(r.Legs) == 2 && r.Legs[0].Names.English == "Old mill yard" && *r.Legs[0].Latitude == 42.9
	}) {
		t.Errorf("the route is not there, %v", err)
	}
}

func TestTablesFromTheWindow(t *testing.T) {
	d := deskWithWords(t)
	dir := filepath.Join(t.TempDir(), "words")
	d.session.vocabulary.ExportTo(dir)
	d.until("the tables are exported", func() bool { return containsAll(d.messages.shown(), "Exported", dir) })
	d.ImportVocabularies(dir)
	d.until("nothing is new in them", func() bool { return containsAll(d.messages.shown(), "Imported: 0 added, 0 changed") })
	items := filepath.Join(dir, "items.tsv")
	data, err := os.ReadFile(items)
	if err == nil {
		err = os.WriteFile(items, append(data, "wine-cooler\twine cooler\n"...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.ImportVocabularies(dir)
	d.until("the line is rejected", func() bool {
		return containsAll(visibleText(d.session.vocabulary.Object()), "Nothing was imported: 1 thing is not right", "items.tsv, line")
	})
	if d.itemCalled("wine cooler").ID != 0 {
		t.Error("it was taken all the same")
	}
}

func TestKeysOfTheVocabularies(t *testing.T) {
	d := deskWithFew(t)
	for _, entry := range []string{"New entry", "Merge entry into…", "Remove entry"} {
		if !d.item(entry).Disabled {
			t.Errorf("%s is offered in the gallery", entry)
		}
	}
	d.session.gallery.SelectAll()
	d.menu("Vocabularies")
	d.settleWords()
	if !d.item("Vocabularies").Checked || d.item("Merge entry into…").Disabled || !d.item("Sanctioned").Disabled || d.session.panes.whole.Visible() {
		t.Error("the menu still speaks of the gallery")
	}
	if least := d.win.Content().MinSize(); least.Width > 800 || least.Height > 560 {
		t.Errorf("the window cannot be smaller than %v", least)
	}
	d.press(fyne.KeyEscape)
	if d.session.page != galleryPage || len(d.session.chosen()) != 3 || d.item("Sanctioned").Disabled {
		t.Errorf("Escape leads to %v with %v", d.session.page, d.session.chosen())
	}
}

// Closing the catalogue stores what is typed in a form.
func TestClosingSavesWhatIsTyped(t *testing.T) {
	d := deskWithWords(t)
	dir := d.session.catalogue.Dir()
	d.filter("냉장")
	d.press(fyne.KeyReturn)
	d.field(0, "cooling cabinet")
	d.menu("Close catalogue")
	d.until("it is closed", func() bool { return d.session == nil })
	d.OpenCatalogue(dir)
	d.until("it is open again", func() bool { return d.session != nil })
	if d.itemCalled("cooling cabinet").ID == 0 {
		t.Error("what was typed is lost")
	}
}
