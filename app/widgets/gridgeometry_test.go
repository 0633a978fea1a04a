package widgets

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
)

// TestGeometryOfAnyShape compares what geometry says with a look at every cell around the viewport.
func TestGeometryOfAnyShape(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	size := func(most int) float32 { return float32(rnd.IntN(most*4)) / 4 }
	for range 3000 {
		g := geometry{
			count: rnd.IntN(200),
			view:  fyne.NewSize(size(900)-10, size(700)),
			cell:  fyne.NewSize(size(200), size(200)),
			gap:   size(20),
		}
		if rnd.IntN(2) == 0 {
			g.count *= 100_000
		}
		g.scrollTo(rnd.Float64()*1.2*g.length() - 10)
		if g.top < 0 || g.top > g.end() {
			t.Fatalf("%+v: scrolled beyond an end", g)
		}
		from, to := g.visible()
		if from > to || to > g.count || to-from > g.capacity() {
			t.Fatalf("%+v: visible %d…%d with a capacity of %d", g, from, to, g.capacity())
		}
		if g.view.Height <= 0 {
			continue
		}
		for i := max(0, from-3*g.columns()); i < min(g.count, to+3*g.columns()); i++ {
			top := g.position(i).Y
			bottom := top + g.cellSize().Height
			// positions are rounded to whole pixels, so leave one pixel of doubt
			if inside := bottom > 1 && top < g.view.Height-1; inside && (i < from || i >= to) {
				t.Fatalf("%+v: item %d at %g…%g is not among %d…%d", g, i, top, bottom, from, to)
			}
		}
	}
}

func TestGeometryReveals(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		g := geometry{count: 1 + rnd.IntN(1_000_000), view: fyne.NewSize(800, 600), cell: fyne.NewSize(100, 20+float32(rnd.IntN(500))), gap: 8}
		g.scrollTo(rnd.Float64() * g.length())
		i := rnd.IntN(g.count)
		g.reveal(i)
		top := g.position(i).Y
		if bottom := top + g.cell.Height; top < -1 || bottom > 601 {
			t.Fatalf("%+v: item %d is at %g…%g", g, i, top, bottom)
		}
	}
}

// TestGeometryBeginsWithTheRowAskedFor at heights whose multiples binary fractions cannot hold.
func TestGeometryBeginsWithTheRowAskedFor(t *testing.T) {
	for _, height := range []float32{67.3, 88.1, 20.7, 133.33, 90} {
		g := geometry{count: 1_000_000, view: fyne.NewSize(100, 600), cell: fyne.NewSize(0, height), gap: 0.3}
		for row := 0; row < 999_000; row += 37 {
			if g.scrollTo(float64(row) * g.pitch()); g.rowAt(g.top) != row || g.rest() > 1e-3 {
				t.Fatalf("height %g: asked for row %d, got %d and %g pixels", height, row, g.rowAt(g.top), g.rest())
			}
		}
	}
}

func TestSetTopKeepsTheScrolledPart(t *testing.T) {
	f := newGridFixture(t, 1000, 440, 300)
	f.scroll(30)
	f.SetTop(401)
	if f.geo.rowAt(f.geo.top) != 401/f.Columns() || f.geo.rest() != 30 {
		t.Errorf("row %d and %v pixels are at the top", f.geo.rowAt(f.geo.top), f.geo.rest())
	}
	if from, _ := f.VisibleRange(); from != 401/f.Columns()*f.Columns() || f.shown(t)[0] != from {
		t.Errorf("the first item shown is %d of %v", from, f.shown(t))
	}
	f.SetTop(5000)
	if f.geo.top != f.geo.end() {
		t.Errorf("an item beyond the end is at %v of %v", f.geo.top, f.geo.end())
	}
}
