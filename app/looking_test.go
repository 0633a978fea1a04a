package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/app/loupe"
	"waybill/catalog"
)

// looking opens a photo in the loupe and waits until its picture is there.
func looking(t *testing.T, id catalog.PhotoID) *desk {
	t.Helper()
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{id})
	d.session.gallery.Focus()
	d.press(fyne.KeySpace)
	d.settle()
	if at, ok := d.session.loupe.Shown(); !ok || at != id || !d.session.looking() || d.session.gallery.Object().Visible() {
		t.Fatalf("the loupe shows %v", at)
	}
	return d
}

// space presses and lets go the space bar, which the loupe also pans with.
func (d *desk) space() {
	d.t.Helper()
	e := &fyne.KeyEvent{Name: fyne.KeySpace}
	focused := d.win.Canvas().Focused()
	if k, ok := focused.(desktop.Keyable); ok {
		k.KeyDown(e)
	}
	focused.TypedKey(e)
	if k, ok := focused.(desktop.Keyable); ok {
		k.KeyUp(e)
	}
}

func TestLoupeTakesThePlaceOfTheGallery(t *testing.T) {
	d := looking(t, 1)
	if !slices.Equal(d.session.chosen(), []catalog.PhotoID{1}) || !d.item("Loupe").Checked || !d.item("Select all").Disabled {
		t.Errorf("the window speaks of %v", d.session.chosen())
	}
	d.press(fyne.KeyRight)
	d.settle()
	if !slices.Equal(d.session.chosen(), []catalog.PhotoID{2}) {
		t.Errorf("the inspector follows to %v", d.session.chosen())
	}
	d.typeInto("3")
	d.until("it is disputed", func() bool { return d.photo(2).Status == catalog.Disputed })
	d.settle()
	d.session.focusMiddle()
	d.space()
	if d.session.looking() || !slices.Equal(d.session.gallery.Selected(), []catalog.PhotoID{2}) || d.item("Loupe").Checked {
		t.Errorf("back in the gallery, %v is selected", d.session.gallery.Selected())
	}
	if _, ok := d.session.loupe.Shown(); ok {
		t.Error("the loupe keeps its photo")
	}
	d.menu("Loupe")
	d.menu("Loupe")
	if d.session.looking() {
		t.Error("the same entry does not lead back")
	}
	d.menu("Clear selection")
	if !d.item("Loupe").Disabled || !d.item("Mark goods in the picture").Disabled || !d.item("Loupe: the whole picture").Disabled {
		t.Error("the loupe is offered for nothing")
	}
}

// A selection of several stays when only its first one was looked at.
func TestLoupeLeavesTheSelection(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.menu("Loupe")
	d.settle()
	d.menu("To the photos")
	if got := d.session.gallery.Selected(); !slices.Equal(got, []catalog.PhotoID{1, 3}) {
		t.Errorf("%v is selected", got)
	}
	d.menu("Loupe")
	d.look("item:refrigerator")
	d.until("the search leads back", func() bool { return !d.session.looking() && d.session.search.count.Text == "1 of 3" })
}

// What another program changes shows in the loupe.
func TestLoupeFollowsTheCatalogue(t *testing.T) {
	d := looking(t, 2)
	if got := regionsOf(d.session.words, d.photo(2).Observations); len(got) != 1 || !got[0].Rect.Empty() || got[0].Label != "household refrigerator" {
		t.Errorf("regions are %+v", got)
	}
	old := d.photo(2).Observations[0]
	id, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{{Photo: 2, Item: old.Item, Visible: true}}, "")
	if err != nil {
		t.Fatal(err)
	}
	d.session.loupe.Select(id[0])
	if d.session.loupe.Selected() != 0 {
		t.Error("it is known before it was read")
	}
	d.session.changes.stepped()
	d.settle()
	d.session.loupe.Select(id[0])
	if d.session.loupe.Selected() != id[0] {
		t.Error("the observation cannot be selected")
	}
}

// A suggestion is one key away, for the goods selected in the picture.
func TestSuggestionIsTakenFromTheLoupe(t *testing.T) {
	d := looking(t, 2)
	seen := d.photo(2).Observations[0]
	seen.Direction = catalog.Into
	carts, err := d.session.catalogue.FindItem(t.Context(), "shopping_cart")
	if err != nil {
		t.Fatal(err)
	}
	other := catalog.Observation{Photo: 2, Item: carts, Visible: true, Seen: catalog.Seen{Direction: catalog.Into}}
	ids, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{seen, other}, "")
	if err != nil {
		t.Fatal(err)
	}
	d.session.changes.stepped()
	d.settle()
	d.session.loupe.OnSelect(ids[1])
	d.session.loupe.Focus()
	d.typeInto("t")
	statuses := func() [2]catalog.Status {
		p := d.photo(2)
		return [2]catalog.Status{p.Observations[0].Status(), p.Observations[1].Status()}
	}
	d.until("the carts are disputed", func() bool { return statuses() == [2]catalog.Status{catalog.NotAssessed, catalog.Disputed} })
	d.settle()
	d.session.loupe.OnSelect(0)
	d.menu("Take suggestion, with a reason…")
	d.typeInto("as the label says")
	d.enter()
	d.until("the refrigerators are sanctioned", func() bool { return statuses() == [2]catalog.Status{catalog.Sanctioned, catalog.Disputed} })
	if got := d.photo(2).Observations[0].Determination; got.Reason != "as the label says" || got.Measure != "UN2397-7" {
		t.Errorf("judged is %+v", got)
	}
	d.settle()
	d.session.loupe.Focus()
	d.typeInto("e")
	byKey := d.win.Canvas().Focused()
	d.session.loupe.Focus()
	if d.menu("Details of the goods…"); byKey == nil || d.win.Canvas().Focused() != byKey {
		t.Errorf("E leads to %T, the menu to %T", byKey, d.win.Canvas().Focused())
	}
	d.menu("Take suggestion")
	d.until("there is none left", func() bool { return containsAll(d.messages.shown(), "no suggestion") })
}

func TestSuggestionsOfManyAreOffered(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	o := d.photo(2).Observations[0]
	o.Direction = catalog.Into
	if _, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	d.session.gallery.Select([]catalog.PhotoID{1, 2})
	d.settle()
	if !d.item("Take suggestions, with a reason…").Disabled {
		d.menu("Take suggestions…")
	}
	d.settle()
	d.enter()
	d.until("it is judged", func() bool { return d.photo(2).Status == catalog.Sanctioned })
	d.session.gallery.Select([]catalog.PhotoID{2})
	if d.item("Take suggestion").Disabled {
		t.Error("one suggestion cannot be taken over")
	}
}

// Two selected photos stand side by side; what is tagged is the one with the
// keyboard, and the selection is there again afterwards.
func TestTwoSelectedPhotosStandSideBySide(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.session.gallery.Focus()
	d.press(fyne.KeySpace)
	d.settle()
	shown := func(keyboard catalog.PhotoID, want ...catalog.PhotoID) {
		t.Helper()
		if got := d.session.loupe.Both(); !slices.Equal(got, want) || !slices.Equal(d.session.chosen(), []catalog.PhotoID{keyboard}) {
			t.Errorf("shown are %v, the window speaks of %v", got, d.session.chosen())
		}
	}
	shown(1, 1, 3)
	d.press(fyne.KeyTab)
	d.settle()
	shown(3, 3, 1)
	d.typeInto("1")
	d.until("it is judged", func() bool { return d.photo(3).Status == catalog.Sanctioned })
	if got := d.photo(1).Status; got != catalog.NotAssessed {
		t.Errorf("the other one is %s", got)
	}
	d.settle()
	if !d.item("Two photos side by side").Checked || !d.item("Zoom both photos together").Checked {
		t.Error("the menu does not tell of two photos")
	}
	d.typeInto("Y")
	if d.session.loupe.Linked() || d.item("Zoom both photos together").Checked {
		t.Error("they are zoomed together still")
	}
	d.press(fyne.KeyEscape)
	shown(3, 3)
	if !d.session.looking() || d.item("Two photos side by side").Checked || !d.item("Zoom both photos together").Disabled {
		t.Error("Escape does not lead to one photo")
	}
	d.space()
	if got := d.session.gallery.Selected(); d.session.looking() || !slices.Equal(got, []catalog.PhotoID{1, 3}) {
		t.Errorf("back in the gallery, %v is selected", got)
	}
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.session.gallery.Focus()
	d.typeInto("y")
	d.settle()
	shown(2, 2, 3)
	d.typeInto("y")
	shown(2, 2)
	d.space()
	if got := d.session.gallery.Selected(); !slices.Equal(got, []catalog.PhotoID{2}) {
		t.Errorf("%v is selected", got)
	}
}

// What is observed shows in both of two photos, also after it was changed.
func TestBothOfTwoShowTheirGoods(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	o := d.photo(2).Observations[0]
	o.Region = regionIn(loupe.Rect{X: .25, Y: .25, W: .5, H: .5})
	if _, _, err := d.session.catalogue.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	d.session.gallery.Select([]catalog.PhotoID{1, 2})
	d.menu("Loupe")
	d.settle()
	d.press(fyne.KeyTab)
	d.settle()
	if d.session.loupe.Select(o.ID); d.session.loupe.Selected() != o.ID {
		t.Error("the goods of the second photo are not in it")
	}
	d.session.loupe.OnChanged(o.ID, loupe.Rect{X: 0.5, Y: 0.25, W: 0.25, H: 0.125})
	d.until("its region has moved", func() bool { r := d.photo(2).Observations[0].Region; return r != nil && r.X == 0.5 })
	d.settle()
	d.session.loupe.Select(0)
	d.press(fyne.KeyTab)
	d.menu("Mark goods in the picture")
	d.typeInto("쇼핑카트")
	d.settle()
	d.enter()
	d.until("goods are in the first photo", func() bool { return len(d.photo(1).Observations) == 1 })
	if n := len(d.photo(2).Observations); n != 1 {
		t.Errorf("the second one has %d", n)
	}
}
