package widgets

import (
	"context"
	"image"
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// thumbCell is a reused cell as a gallery has it.
type thumbCell struct {
	*canvas.Image
	index  int
	ticket *Ticket[int]
}

// TestNoCellShowsAnothersPicture scrolls quickly while loads are slow and come back in any order.
func TestNoCellShowsAnothersPicture(t *testing.T) {
	test.NewTempApp(t)
	ui := newUIQueue()
	l := NewLoader(t.Context(), LoaderOptions[int]{
		Workers: 4, CacheBytes: 100 * 64, Post: ui.post,
		Load: func(ctx context.Context, key int) (image.Image, error) {
			time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond) // slow and out of order; not for synchronising
			return numbered(key), nil                                    // finishes even when cancelled, as a decoder may
		},
	})
	t.Cleanup(l.Close)
	cells := map[fyne.CanvasObject]*thumbCell{}
	delivered := 0
	g := NewGrid(GridOptions{
		Length: func() int { return 1_000_000 },
		Create: func() fyne.CanvasObject {
			c := &thumbCell{Image: canvas.NewImageFromImage(nil)}
			cells[c.Image] = c
			return c.Image
		},
		Update: func(i int, o fyne.CanvasObject, _, _ bool) {
			c := cells[o]
			c.ticket.Cancel()
			c.index, c.Image.Image = i, nil
			c.ticket = l.Request(i, func(img image.Image, _ error) { c.Image.Image = img; delivered++ })
		},
		CellSize: fyne.NewSize(50, 50),
	})
	g.Resize(fyne.NewSize(400, 300))
	check := func() (blank int) {
		for _, c := range cells {
			switch {
			case !c.Visible():
			case c.Image.Image == nil:
				blank++
			case numberOf(c.Image.Image) != c.index:
				t.Fatalf("the cell of %d shows the picture of %d", c.index, numberOf(c.Image.Image))
			}
		}
		return blank
	}
	for step := range 2000 {
		g.scroll(float64(rand.IntN(900) - 350))
		if check() > 0 && step%3 == 0 {
			ui.run(t)
			ui.drain()
		}
		check()
	}
	for check() > 0 {
		ui.run(t)
	}
	if delivered < 600 {
		t.Errorf("only %d pictures were delivered", delivered)
	}
}
