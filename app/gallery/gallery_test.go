package gallery

import (
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waybill/app/rows"
	"waybill/catalog"
)

func TestCellsShowTheirPhotos(t *testing.T) {
	c := newCatalogue(t, 12)
	status := catalog.Sanctioned
	items, err := c.Items(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{
		Photos: []catalog.PhotoID{2}, AddItems: []catalog.ItemID{items[3].ID, items[4].ID}, Status: &status, AllItems: true,
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{4}, AddItems: []catalog.ItemID{items[3].ID}, Reported: true}); err != nil {
		t.Fatal(err)
	}
	for by, year := range map[catalog.Origin]string{catalog.OriginEditor: "2021", catalog.OriginSource: "2023"} { // both cannot be
		stated := []catalog.Statement{{Property: catalog.PropTaken, Raw: year, Value: year}}
		if _, err := c.Apply(t.Context(), catalog.Edit{Photos: count(3, 3), Statements: stated, StatedBy: by}); err != nil {
			t.Fatal(err)
		}
	}
	f := newFixture(t, c)
	f.Reset(count(1, 13))
	f.settle()
	for id, cell := range f.cells() {
		damaged := id == 13
		if cell.problem.Visible() != damaged {
			t.Errorf("the mark of a problem of %v is visible: %v", id, cell.problem.Visible())
		}
		if cell.warning.Visible() != (id == 3) {
			t.Errorf("the warning of %v is visible: %v, %+v", id, cell.warning.Visible(), cell.photo.Warnings)
		}
		shape := cell.picture.Shape()
		upright := shape.Dy() > shape.Dx()
		if !damaged && upright != ((id-1)%3 == 0) {
			t.Errorf("the picture of %v is %v", id, shape)
		}
		size := cell.picture.Objects()[1].Size()
		if ratio := size.Width / size.Height * float32(shape.Dy()) / float32(shape.Dx()); ratio < .99 || ratio > 1.01 {
			t.Errorf("the picture of %v is distorted by %v", id, ratio)
		}
		want, letter := "", ""
		switch id {
		case 2:
			want, letter = "2", "S"
		case 4:
			want = "(+1)" // only reported
		}
		if cell.count.Text != want || cell.badge.Badge().Letter != letter {
			t.Errorf("%v has %q items and the status %q", id, cell.count.Text, cell.badge.Badge().Letter)
		}
	}
	if got := f.cells()[3].caption.Text; got != "2021" {
		t.Errorf("a photo of 2021 says %q", got)
	}
	if got := f.cells()[1].caption.Text; got != "IMG_0000.png" {
		t.Errorf("a photo without a date is called %q", got)
	}
	if asked := f.source.asked(); len(asked) != 1 {
		t.Errorf("the rows of one screen took %d reads", len(asked))
	}
}

// TestNoCellShowsAnother scrolls at random while rows and pictures arrive late,
// without groups and from one grouping to another.
func TestNoCellShowsAnother(t *testing.T) {
	for _, inGroups := range []bool{false, true} {
		f := newFixture(t, newCatalogue(t, 70))
		f.SetCellSize(90)
		ids := count(1, 70)
		reset := func() {
			l := catalog.Listing{IDs: slices.Clone(ids)}
			for key, left := int32(1), len(ids); inGroups && left > 0; key++ {
				n := min(left, 1+rand.IntN(12))
				l.By, l.Runs = catalog.GroupBatch, append(l.Runs, catalog.Run{Key: key, Count: int32(n)})
				left -= n
			}
			f.View.Reset(l)
		}
		reset()
		for step := range 600 {
			f.grid.ScrollTo(rand.IntN(70))
			f.checkPictures()
			if step%4 == 0 {
				f.ui.Drain()
				f.checkPictures()
			}
			if step%50 == 49 {
				slices.Reverse(ids)
				reset()
			}
			if step%70 == 69 {
				f.SetCaptions(step%140 == 69)
			}
		}
		f.settle()
		f.checkPictures()
	}
}

// checkPictures fails when a cell has the row or the picture of another photo.
func (f *fixture) checkPictures() {
	f.t.Helper()
	for id, c := range f.cells() {
		if c.photo != nil && c.photo.ID != id {
			f.t.Fatalf("the cell of %v has the row of %v", id, c.photo.ID)
		}
		if c.picture.Shown() {
			if got, want := c.picture.Objects()[1].(*canvas.Image).Image.At(20, 20), shadeOf(int(id)-1); absolute(got, want) > 2 {
				f.t.Fatalf("the cell of %v shows %v, want the grey %d", id, got, want)
			}
		}
	}
}

func absolute(c interface{ RGBA() (r, g, b, a uint32) }, grey uint8) int {
	r, _, _, _ := c.RGBA()
	d := int(r>>8) - int(grey)
	return max(d, -d)
}

func TestResetKeepsSelectionAndPlace(t *testing.T) {
	f := newFixture(t, generated{})
	f.Reset(count(1, 80))
	f.Select([]catalog.PhotoID{41, 42, 44, 7})
	f.grid.SetTop(40)
	top := f.ids[f.grid.Top()]
	f.chosen = 0

	f.Reset(slices.DeleteFunc(count(1, 80), func(id catalog.PhotoID) bool { return id%2 == 0 && id < 30 }))
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{7, 41, 42, 44}) || f.chosen != 0 {
		t.Errorf("%v are selected, told %d times", got, f.chosen)
	}
	if got := f.ids[f.grid.Top()]; f.grid.Top() == 0 || got > top || top >= got+catalog.PhotoID(f.grid.Columns()) {
		t.Errorf("%v is at the top, was %v", got, top)
	}
	f.Reset(count(42, 80))
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{42, 44}) || f.chosen != 1 {
		t.Errorf("%v are selected, told %d times", got, f.chosen)
	}
	f.Reset(count(1, 10)) // nothing of it
	if f.SelectedCount() != 0 || f.grid.Top() != 0 || f.chosen != 2 {
		t.Errorf("%d are selected, the top is %d", f.SelectedCount(), f.grid.Top())
	}
}

// TestResetInPages finds what was selected in pages that come later.
func TestResetInPages(t *testing.T) {
	f := newFixture(t, generated{})
	f.Reset(count(1, 80))
	f.Select([]catalog.PhotoID{3, 70, 71})
	f.Reset(count(1, 40))
	f.Append(count(41, 80))
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{3, 70, 71}) {
		t.Errorf("%v are selected", got)
	}
	if id, ok := f.Focused(); !ok || id != 3 {
		t.Errorf("the keyboard is at %v", id)
	}
	f.Reset(count(1, 40))
	f.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // the user chooses anew
	f.Append(count(41, 80))
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{40}) {
		t.Errorf("%v are selected after the user chose 40", got)
	}
}

func TestMillion(t *testing.T) {
	c := newCatalogue(t, 20)
	f := newFixture(t, c)
	ids := count(1, 1_000_000) // most are in no catalogue
	f.Reset(ids)
	f.SelectAll()
	if f.SelectedCount() != len(ids) || len(f.Selected()) != len(ids) {
		t.Fatalf("%d are selected", f.SelectedCount())
	}
	f.grid.ScrollTo(999_999)
	f.ui.Until(t, "rows", func() bool { return !f.rows.Reading() })
	if cell := f.cells()[1_000_000]; cell == nil || cell.photo != nil {
		t.Error("the last photo is not shown as unknown")
	}
	if f.Reset(slices.Clone(ids)); f.SelectedCount() != len(ids) {
		t.Errorf("%d are selected after a reset", f.SelectedCount())
	}
	if n := f.rows.Kept(); n > 2*rows.Max {
		t.Errorf("%d rows are kept", n)
	}
}

func TestEmptyMessage(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.Reset(nil)
	if f.empty.box.Visible() {
		t.Error("a message without words is shown")
	}
	f.SetEmpty("No photos match.", "Take something out of the search.")
	if !f.empty.box.Visible() {
		t.Error("the message is not shown")
	}
	f.Append(count(1, 1))
	if f.empty.box.Visible() {
		t.Error("the message stays although there is a photo")
	}
}

func TestCallbacks(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 9))
	f.Reset(count(1, 9))
	var activated []catalog.PhotoID
	var keys []fyne.KeyName
	var runes []rune
	f.OnActivate = func(id catalog.PhotoID) { activated = append(activated, id) }
	f.OnKey = func(e *fyne.KeyEvent) bool { keys = append(keys, e.Name); return false }
	f.OnRune = func(r rune) { runes = append(runes, r) }
	f.Focus()
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn, fyne.KeyF2} {
		f.grid.TypedKey(&fyne.KeyEvent{Name: key})
	}
	test.Type(f.grid, "i")
	if !slices.Equal(activated, []catalog.PhotoID{2}) || !slices.Equal(keys, []fyne.KeyName{fyne.KeyReturn, fyne.KeyF2}) || string(runes) != "i" {
		t.Errorf("activated %v, keys %v, runes %q", activated, keys, string(runes))
	}
	if id, ok := f.Focused(); !ok || id != 2 || f.chosen == 0 {
		t.Errorf("the keyboard is at %v, told %d times", id, f.chosen)
	}
}

func TestIDSet(t *testing.T) {
	var s idSet
	for _, id := range []catalog.PhotoID{64, 1, 64, catalog.MaxPhotos, -1, catalog.MaxPhotos + 1} {
		s.add(id)
	}
	if s.count != 3 || !s.has(1) || !s.has(64) || !s.has(catalog.MaxPhotos) || s.has(63) || s.has(-1) || s.has(1<<40) {
		t.Errorf("the set is wrong: %d", s.count)
	}
}
