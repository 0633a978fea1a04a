package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// savedRows gives what the panel shows of the saved searches and the bin.
func (d *desk) savedRows() []string { return d.session.filters.Shown() }

// TestSaveSearch saves a search by the keyboard, picks it, changes what it stands
// for, renames and deletes it.
func TestSaveSearch(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	d.win.Resize(fyne.NewSize(900, 600))
	d.settle()
	if !d.item("Save search…").Disabled {
		t.Error("a search for everything can be saved")
	}
	d.look("item:refrigerator")
	d.until("one is found", func() bool { return s.search.count.Text == "1 of 3" })
	d.menu("Save search…")
	d.typeInto("훈춘에서 찍힌 가정용 냉장고 — 게재 전 확인할 사진들")
	d.enter()
	name := "훈춘에서 찍힌 가정용 냉장고 — 게재 전 확인할 사진들"
	d.until("it is listed with its count, and active", func() bool { return slices.Equal(d.savedRows(), []string{"*" + name + " 1", "Bin 0"}) })
	if d.messages.shown() != "Saved the search “"+name+"”." {
		t.Errorf("it says %q", d.messages.shown())
	}
	if s.search.save.Visible() {
		t.Error("what is saved is offered to be saved")
	}

	d.look("-item:refrigerator")
	d.until("two are found", func() bool { return s.search.count.Text == "2 of 3" && d.savedRows()[0] == name+" 1" })
	test.Tap(s.search.save)
	if s.saving.entry.Text != name || s.saving.note.Hidden {
		t.Errorf("it asks with %q", s.saving.entry.Text)
	}
	d.enter()
	d.until("it stands for another search", func() bool { return slices.Equal(d.savedRows(), []string{"*" + name + " 2", "Bin 0"}) })

	saved, _ := s.filters.Saved(name)
	s.filters.OnRename(saved)
	d.typeInto("others")
	d.enter()
	d.until("it has another name", func() bool { return d.savedRows()[0] == "*others 2" })
	s.gallery.Select([]catalog.PhotoID{1})
	d.menu("Move into the bin")
	d.until("the counts follow", func() bool { return slices.Equal(d.savedRows(), []string{"*others 1", "Bin 1"}) })
	saved, _ = s.filters.Saved("others")
	s.filters.OnDelete(saved)
	d.until("it is gone", func() bool { return slices.Equal(d.savedRows(), []string{"Bin 1"}) })
	test.Tap(d.messages.action)
	d.until("it is back", func() bool { return d.savedRows()[0] == "*others 1" })
}

// TestSaveSearchCanBePutOff puts the question off.
func TestSaveSearchCanBePutOff(t *testing.T) {
	d := deskWithFew(t)
	d.look("item:refrigerator")
	d.until("one is found", func() bool { return d.session.search.count.Text == "1 of 3" })
	d.menu("Save search…")
	d.press(fyne.KeyEscape)
	if d.session.saving.whole.Visible() {
		t.Error("the question stays")
	}
	if list, err := d.session.catalogue.Searches(t.Context()); err != nil || len(list) > 0 {
		t.Errorf("%v is saved, %v", list, err)
	}
	d.menu("Save search…")
	d.typeInto(strings.Repeat("x", catalog.MaxTitle+1))
	d.enter()
	d.until("it says why not", func() bool { return d.messages.shown() != "" })
}
