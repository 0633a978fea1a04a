package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// TestGridPaintsWithinItsBounds looks at the picture: half-visible rows must not run over what is around the grid.
func TestGridPaintsWithinItsBounds(t *testing.T) {
	test.NewTempApp(t)
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	g := NewGrid(GridOptions{
		Length:   func() int { return 1_000_000 },
		Create:   func() fyne.CanvasObject { return canvas.NewRectangle(red) },
		Update:   func(int, fyne.CanvasObject, bool, bool) {},
		CellSize: fyne.NewSize(60, 50),
		Gap:      4,
	})
	w := test.NewTempWindow(t, container.NewWithoutLayout(canvas.NewRectangle(blue), g))
	w.SetPadded(false)
	c := w.Canvas().(software.WindowlessCanvas)
	c.SetScale(2)
	w.Resize(fyne.NewSize(300, 300))
	around := w.Content().(*fyne.Container).Objects[0]
	around.Resize(fyne.NewSize(300, 300))
	g.Move(fyne.NewPos(40, 50))
	g.Resize(fyne.NewSize(200, 170))
	for _, offset := range []float64{0, 25, 17_000_027, 1e12} {
		g.scroll(offset - g.geo.top)
		img := c.Capture()
		cells := 0
		for y := range 600 {
			for x := range 600 {
				r, _, b, _ := img.At(x, y).RGBA()
				inside := x >= 80 && x < 480 && y >= 100 && y < 440
				if !inside && (r != 0 || b != 0xffff) {
					t.Fatalf("offset %g: pixel %d,%d outside the grid is %v", offset, x, y, img.At(x, y))
				}
				if inside && r == 0xffff && b == 0 {
					cells++
				}
			}
		}
		if cells < 3*2*60*2*50*2*80/100 {
			t.Errorf("offset %g: only %d pixels of cells", offset, cells)
		}
	}
}

// BenchmarkGridScroll is the work on the UI goroutine for one notch of the wheel among a million cells, without painting.
func BenchmarkGridScroll(b *testing.B) {
	for _, bench := range []struct {
		name string
		step float64
	}{{"notch", 60}, {"page", 900}, {"thumb", 400_000}} {
		b.Run(bench.name, func(b *testing.B) {
			f := newGridFixture(b, 1_000_000, 1400, 900)
			b.ReportAllocs()
			for b.Loop() {
				f.updates = f.updates[:0]
				before := f.geo.top
				if f.scroll(bench.step); f.geo.top == before {
					f.scroll(-1e12)
				}
			}
		})
	}
}

// BenchmarkGridSelectAll is Ctrl+A and a Ctrl+click among a million cells.
func BenchmarkGridSelectAll(b *testing.B) {
	f := newGridFixture(b, 1_000_000, 1400, 900)
	for b.Loop() {
		f.SelectAll()
		f.press(3, ctrlKey)
	}
}
