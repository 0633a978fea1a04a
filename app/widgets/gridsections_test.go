package widgets

import (
	"math"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
)

func endsOf(sizes []int) []int32 {
	ends, n := make([]int32, len(sizes)), 0
	for i, size := range sizes {
		n += size
		ends[i] = int32(n)
	}
	return ends
}

// sheet is a grid laid out as a whole, cell by cell: what geometry must agree with.
type sheet struct {
	cells   []float64 // where each cell begins, from the top of the sheet
	rows    []int
	headers []float64
	length  float64
}

func layOut(g *geometry, sizes []int) sheet {
	s := sheet{}
	y, row := 0.0, 0
	for _, size := range sizes {
		s.headers = append(s.headers, y)
		y += g.header()
		for i := range size {
			if i > 0 && i%g.columns() == 0 {
				y += g.pitch()
				row++
			}
			s.cells = append(s.cells, y+g.lead())
			s.rows = append(s.rows, row)
		}
		y += g.pitch()
		row++
	}
	s.length = y + float64(g.gap)
	return s
}

func TestGroupedGeometryOfAnyShape(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		sizes := make([]int, 1+rnd.IntN(20))
		for i := range sizes {
			sizes[i] = 1 + rnd.IntN(40)
		}
		g := geometry{
			view: fyne.NewSize(float32(rnd.IntN(900)), float32(1+rnd.IntN(700))),
			cell: fyne.NewSize(float32(20+rnd.IntN(200)), float32(1+rnd.IntN(200))), gap: float32(rnd.IntN(20)), head: float32(rnd.IntN(60)),
		}
		ends := endsOf(sizes)
		g.count = int(ends[len(ends)-1])
		g.set(ends, g.count)
		s := layOut(&g, sizes)
		if g.length() != s.length || g.rowCount() != s.rows[len(s.rows)-1]+1 {
			t.Fatalf("%+v: %g pixels and %d rows, want %g and %d", g, g.length(), g.rowCount(), s.length, s.rows[len(s.rows)-1]+1)
		}
		g.scrollTo(math.Round(rnd.Float64() * 1.1 * g.length()))
		from, to := g.visible()
		if from > to || to-from > g.capacity() {
			t.Fatalf("%+v: visible %d…%d with a capacity of %d", g, from, to, g.capacity())
		}
		for i, y := range s.cells {
			if row, _ := g.cellOf(i); row != s.rows[i] {
				t.Fatalf("%+v: item %d is in row %d, want %d", g, i, row, s.rows[i])
			}
			top := y - g.top
			if got := g.position(i).Y; got != float32(top) {
				t.Fatalf("%+v: item %d is at %g, want %g", g, i, got, top)
			}
			shown := top+float64(g.cell.Height) > g.header() && top < float64(g.view.Height)
			if shown && (i < from || i >= to) {
				t.Fatalf("%+v: item %d at %g is not among %d…%d", g, i, top, from, to)
			}
		}
		checkHeaders(t, &g, s)
	}
}

func checkHeaders(t *testing.T, g *geometry, s sheet) {
	t.Helper()
	from, to := g.visibleHeaders()
	if to-from > g.headers() {
		t.Fatalf("%+v: headers %d…%d of at most %d", g, from, to, g.headers())
	}
	for k, y := range s.headers {
		want := y - g.top
		if want < 0 { // sticks to the top until the next comes
			want = 0
			if k+1 < len(s.headers) {
				want = min(0, s.headers[k+1]-g.top-g.header())
			}
		}
		if got := g.headerTop(k); got != float32(want) {
			t.Fatalf("%+v: header %d is at %g, want %g", g, k, got, want)
		}
		if shown := want+g.header() > 0 && want < float64(g.view.Height); shown && (k < from || k >= to) {
			t.Fatalf("%+v: header %d at %g is not among %d…%d", g, k, want, from, to)
		}
	}
}
