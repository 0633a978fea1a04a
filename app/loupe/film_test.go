package loupe

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// strip lists the photos of the film strip from left to right, and which of them
// is in the frame of the keyboard.
func (f *film) strip() (all []catalog.PhotoID, marked []catalog.PhotoID) {
	cells := slices.Clone(f.cells)
	slices.SortFunc(cells, func(a, b *filmPhoto) int { return int(a.x - b.x) })
	for _, c := range cells {
		if c.id != 0 {
			all = append(all, c.id)
		}
		if c.id != 0 && c.frame.Visible() {
			marked = append(marked, c.id)
		}
	}
	return all, marked
}

func (f *fixture) tapFilm(x float32) {
	e := &fyne.PointEvent{}
	e.Position = fyne.NewPos(x, 30)
	f.film.Tapped(e)
}

func TestFilmFollowsAndLeads(t *testing.T) {
	f := newFixture(t, newMade())
	f.SetList(ids(1, 40))
	f.Show(20)
	f.settle()
	all, marked := f.film.strip()
	if !slices.Equal(all, ids(15, 25)) || !slices.Equal(marked, []catalog.PhotoID{20}) {
		t.Errorf("the strip shows %v, marked %v", all, marked)
	}
	f.tapFilm(400 + 2*filmCell)
	f.settle()
	if id, _ := f.Shown(); id != 22 || !slices.Equal(f.shows, []catalog.PhotoID{22}) {
		t.Errorf("a click leads to %d, told %v", id, f.shows)
	}
	if _, marked := f.film.strip(); !slices.Equal(marked, []catalog.PhotoID{22}) || f.window.Canvas().Focused() != fyne.Focusable(f.side().picture) {
		t.Errorf("marked is %v", marked)
	}
	f.film.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25000)})
	if all, marked := f.film.strip(); all[0] != 1 || len(marked) != 0 {
		t.Errorf("at the beginning are %v, marked %v", all, marked)
	}
	f.tapFilm(10)
	f.settle()
	if all, marked := f.film.strip(); !slices.Equal(marked, []catalog.PhotoID{1}) || all[0] != 1 {
		t.Errorf("of the first ones %v, %v is marked", all, marked)
	}
	f.SideBySide()
	f.settle()
	if _, marked := f.film.strip(); !slices.Equal(marked, []catalog.PhotoID{1, 2}) {
		t.Errorf("of two, %v are marked", marked)
	}
	f.tapFilm(filmCell + 10)
	if id, _ := f.Shown(); id != 2 || !f.Two() {
		t.Errorf("a click on the other one leads to %d", id)
	}
	f.Show(0)
	if all, _ := f.film.strip(); len(all) != 0 {
		t.Errorf("without a photo there are %v", all)
	}
	f.SetList(ids(1, 3))
	f.Show(2)
	f.settle()
	if f.tapFilm(20); len(f.shows) != 4 {
		t.Errorf("a click beside the photos leads to %v", f.shows)
	}
	f.SetList([]catalog.PhotoID{2})
	f.root.Refresh()
	if f.film.Visible() {
		t.Error("one photo has a strip")
	}
}

// Of a million photos those are read that are seen, and each stands in its place.
func TestFilmOfAMillion(t *testing.T) {
	source := newMade()
	f := newFixture(t, source)
	list := make([]catalog.PhotoID, 1_000_000)
	for i := range list {
		list[i] = catalog.PhotoID(i + 1_000_001)
	}
	list[999_998] = 7
	f.SetList(list)
	f.Show(7)
	f.settle()
	all, marked := f.film.strip()
	if len(all) > 11 || all[len(all)-1] != 2_000_000 || !slices.Equal(marked, []catalog.PhotoID{7}) {
		t.Errorf("at the end are %v, marked %v", all, marked)
	}
	for _, c := range f.film.cells {
		if at := slices.Index(list, c.id); c.id != 0 && c.x != float32(float64(at)*filmCell-f.film.start) {
			t.Errorf("photo %d stands at %g", c.id, c.x)
		}
	}
	for range 300 {
		f.film.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25_000)})
	}
	f.settle()
	f.ui.Until(t, "the rows", func() bool { return !f.film.rows.Reading() })
	if n := f.film.rows.Kept(); n > 400 || len(f.film.cells) > 12 {
		t.Errorf("%d rows and %d cells are kept", n, len(f.film.cells))
	}
}

func BenchmarkPlaceInAMillion(b *testing.B) {
	f := newFixture(b, newMade())
	f.SetList(ids(1, 1_000_000))
	f.Show(999_000)
	for b.Loop() {
		f.place(999_000)
	}
}
