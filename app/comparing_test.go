package app

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

var fourVersions = apptest.Imported("HK", "first",
	"20230702_091204.jpg", "IMG-20230705-WA0007.jpg", "IMG_20230702_101530.jpg", "mmexport1688364567890.jpg")

// deskWithVersions is a window with a street (photo 1) and three versions of a
// picture of refrigerators (2 to 4), of which 3 is the best, has a place and is
// tagged.
func deskWithVersions(t *testing.T) *desk {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Versions.waybill")
	if err := fourVersions(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	item, err := c.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{3}, AddItems: []catalog.ItemID{item}}); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	d.OpenCatalogue(dir)
	d.until("four photos are shown", func() bool { return d.session != nil && d.session.search.count.Text == "4 photos" })
	d.win.Resize(fyne.NewSize(1200, 800))
	d.settle()
	return d
}

// compared waits until the page of versions has its keyboard at a photo.
func (d *desk) compared(id catalog.PhotoID) {
	d.t.Helper()
	d.until("the versions are shown", func() bool {
		at, ok := d.session.versions.Focused()
		return d.session.comparing() && ok && at == id
	})
}

func TestVersionsStandInThePlaceOfTheGallery(t *testing.T) {
	d := deskWithVersions(t)
	d.session.gallery.Select([]catalog.PhotoID{1})
	d.menu("Photos that look alike")
	d.compared(3)
	if d.session.gallery.Object().Visible() || !d.item("Photos that look alike").Checked {
		t.Error("the gallery is still there")
	}
	if got := d.session.chosen(); !slices.Equal(got, []catalog.PhotoID{3}) {
		t.Errorf("the inspector shows %v", got)
	}
	if !d.item("Select all").Disabled || !d.item("Clear selection").Disabled || d.item("Add item…").Disabled {
		t.Error("the menu still speaks of the gallery")
	}
	d.press(fyne.KeyRight)
	chosen := d.session.chosen()
	if len(chosen) != 1 || chosen[0] == 3 {
		t.Errorf("the inspector shows %v", chosen)
	}
	d.settle()
	d.typeInto("1") // sanctioned, as in the gallery
	d.until("the version with the keyboard is sanctioned", func() bool { return d.photo(chosen[0]).Status == catalog.Sanctioned })
	d.settle()
	d.session.versions.Focus()
	d.press(fyne.KeyEscape)
	if d.session.comparing() || !slices.Equal(d.session.chosen(), []catalog.PhotoID{1}) || d.item("Photos that look alike").Checked {
		t.Errorf("Escape leads to %v", d.session.chosen())
	}
	d.session.gallery.Focus()
	gallery := d.win.Canvas().Focused()
	d.menu("Photos that look alike")
	d.menu("Photos that look alike")
	if d.session.comparing() || d.win.Canvas().Focused() != gallery {
		t.Error("the same entry does not lead back")
	}
}

func TestUniteAndUndoFromTheWindow(t *testing.T) {
	d := deskWithVersions(t)
	d.menu("Photos that look alike")
	d.compared(3)
	d.settle()
	d.typeInto("+")
	d.until("all have the item", func() bool {
		two, four := d.photo(2), d.photo(4)
		return len(two.ItemNames()) == 1 && len(four.ItemNames()) == 1
	})
	d.until("the step can be undone", func() bool { return d.session.status.undo.Text == "Undo: United the tags of 3 photos" })
	test.Tap(d.session.status.undo)
	d.until("the tags are apart", func() bool {
		two, three := d.photo(2), d.photo(3)
		return len(two.ItemNames()) == 0 && len(three.ItemNames()) == 1
	})
}

// A group is shown among all photos, also when the search of the moment hides it.
func TestShowGroupInTheGallery(t *testing.T) {
	d := deskWithVersions(t)
	d.look("item:refrigerator")
	d.until("one is found", func() bool { return d.session.search.count.Text == "1 of 4" })
	d.menu("Photos that look alike")
	d.compared(3)
	d.press(fyne.KeyReturn)
	d.until("the group is selected", func() bool { return slices.Equal(sorted(d.session.gallery.Selected()), []catalog.PhotoID{2, 3, 4}) })
	if d.session.comparing() || d.session.search.entry.Text != "" {
		t.Errorf("the search is %q", d.session.search.entry.Text)
	}
	d.settle()
	if d.session.sought != nil {
		t.Error("it still looks for the group")
	}
	d.menu("Photos that look alike")
	d.compared(3)
	d.look("item:refrigerator")
	d.until("the search leads back", func() bool { return !d.session.comparing() && d.session.search.count.Text == "1 of 4" })
}

func sorted(ids []catalog.PhotoID) []catalog.PhotoID { return slices.Sorted(slices.Values(ids)) }

func TestVersionsOfOnePhotoFromTheGallery(t *testing.T) {
	d := deskWithVersions(t)
	d.menu("Clear selection")
	if !d.item("Versions of this photo").Disabled {
		t.Error("versions of no photo are offered")
	}
	d.session.gallery.Select([]catalog.PhotoID{4})
	d.session.gallery.Focus()
	d.typeInto("v")
	d.compared(4)
	d.press(fyne.KeyEscape)
	d.session.gallery.Select([]catalog.PhotoID{1})
	d.menu("Versions of this photo")
	d.settle()
	if _, ok := d.session.versions.Focused(); ok || d.session.chosenCount() != 0 || !d.item("Add item…").Disabled {
		t.Error("the street has versions")
	}
	d.session.inspector.OnShowVersions(2)
	d.compared(2)
}

func TestKeysOfThePhotoMenuAreForThePhotosAlone(t *testing.T) {
	d := deskWithVersions(t)
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	for key, entry := range map[string]string{"d": "Set date…", "p": "Set place…", "k": "Set kind…"} {
		d.session.gallery.Focus()
		gallery := d.win.Canvas().Focused()
		d.typeInto(key)
		byKey := d.win.Canvas().Focused()
		d.session.gallery.Focus()
		d.menu(entry)
		if byMenu := d.win.Canvas().Focused(); byKey == gallery || byKey != byMenu {
			t.Errorf("%s leads to %T, %s to %T", key, byKey, entry, byMenu)
		}
	}
	d.menu("Find")
	d.typeInto("dpkv")
	if d.session.search.entry.Text != "dpkv" || d.session.comparing() {
		t.Errorf("typed in the search, they make %q", d.session.search.entry.Text)
	}
	d.menu("To the photos")
	d.menu("Clear selection")
	for _, entry := range []string{"Set date…", "Set place…", "Set kind…", "Copy place", "Paste place", "Versions of this photo"} {
		if !d.item(entry).Disabled {
			t.Errorf("%s is offered without a selection", entry)
		}
	}
}

func TestPlaceIsCopiedFromOnePhotoToOthers(t *testing.T) {
	d := deskWithVersions(t)
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.menu("Copy place")
	d.until("it says that there is none", func() bool { return containsAll(d.messages.shown(), "P-000002", "no place") })
	if !d.item("Paste place").Disabled {
		t.Error("nothing can be pasted")
	}
	d.session.gallery.Select([]catalog.PhotoID{3})
	d.menu("Copy place")
	d.until("the place is copied", func() bool { return !d.item("Paste place").Disabled })
	d.session.gallery.Select([]catalog.PhotoID{2, 4})
	d.menu("Paste place")
	d.until("both have it", func() bool { return d.photo(2).Latitude != nil && d.photo(4).Latitude != nil })
	from, to := d.photo(3), d.photo(2)
	if *to.Latitude != *from.Latitude || *to.Longitude != *from.Longitude || to.Where.Origin != catalog.OriginEditor {
		t.Errorf("the place is %v, %v by %s", *to.Latitude, *to.Longitude, to.Where.Origin)
	}
	d.until("the step is one", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionTag })
	d.menu(d.win.MainMenu().Items[1].Items[0].Label) // Undo
	d.until("neither has it", func() bool { return d.photo(2).Latitude == nil && d.photo(4).Latitude == nil })
}

func TestFilesAreReadAgain(t *testing.T) {
	d := deskWithVersions(t)
	d.menu("Clear selection")
	d.menu("Read all files again")
	if !d.item("Read all files again").Disabled {
		t.Error("they can be read twice at once")
	}
	d.until("it is done", func() bool { return containsAll(d.messages.shown(), "4 files were read again") })
	if d.work.Busy() || d.item("Read all files again").Disabled {
		t.Error("the progress stays")
	}
	d.session.gallery.Select([]catalog.PhotoID{2})
	if err := d.session.catalogue.Verify(t.Context(), func(f catalog.Finding) { t.Errorf("%+v", f) }, nil); err != nil {
		t.Fatal(err)
	}
	d.menu("Read the selected files again")
	d.until("it is done", func() bool { return containsAll(d.messages.shown(), "1 file was read again") })
	d.menu("Read the selected files again")
	d.session.reread.stop()
	d.until("it has ended", func() bool { return !d.session.reread.on })
	if !containsAll(d.messages.shown(), "again") {
		t.Errorf("it says %q", d.messages.shown())
	}
}

// What is being read is stopped when the catalogue is closed.
func TestClosingStopsReadingAgain(t *testing.T) {
	d := deskWithVersions(t)
	d.menu("Read all files again")
	d.menu("Close catalogue")
	if d.session == nil || d.win.Canvas().Overlays().Top() == nil {
		t.Fatal("it does not ask")
	}
	tapButton(t, d, "Stop and close")
	d.until("the welcome screen is back", func() bool { return d.session == nil && len(d.listed) == 1 })
	d.OpenCatalogue(d.listed[0].path)
	d.until("it can be opened again", func() bool { return d.session != nil && d.session.search.count.Text == "4 photos" })
	if _, err := d.session.catalogue.Count(context.Background(), catalog.Query{}); err != nil {
		t.Error(err)
	}
}
