package loupe

import (
	"context"
	"image"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func (m *made) total() (n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, sides := range m.asked {
		n += len(sides)
	}
	return n
}

// A page turn to what was decoded ahead shows it sharp at once and asks for
// nothing of it again; ahead is where the user goes.
func TestPageTurnsAreImmediate(t *testing.T) {
	source := newMade()
	f := newFixture(t, source)
	f.SetList(ids(1, 20))
	f.Show(10)
	f.settle()
	for _, c := range []struct {
		do    func()
		at    catalog.PhotoID
		ahead []catalog.PhotoID // decoded for it, and not before
	}{
		{f.Next, 11, []catalog.PhotoID{13}},
		{f.Next, 12, []catalog.PhotoID{14}},
		{f.Previous, 11, nil},
		{f.Previous, 10, []catalog.PhotoID{8}},
		{f.Previous, 9, []catalog.PhotoID{7}},
		{f.Previous, 8, []catalog.PhotoID{6}},
	} {
		before := map[catalog.PhotoID]int{}
		for id := range catalog.PhotoID(21) {
			before[id] = len(source.sides(id))
		}
		c.do()
		if id, _ := f.Shown(); id != c.at || f.side().best.size != screen || f.middle() != shade(c.at) {
			t.Errorf("at once photo %d is shown from %v", id, f.side().best)
		}
		f.settle()
		for id := range catalog.PhotoID(21) {
			want := 0
			if slices.Contains(c.ahead, id) {
				want = 1
			}
			if got := len(source.sides(id)) - before[id]; got > want || got < want && before[id] == 0 {
				t.Errorf("at %d photo %d was decoded %d times, want %d", c.at, id, got, want)
			}
		}
	}
}

// What is skipped is not decoded, and what is on its way is told to stop.
func TestSkippedPhotosAreNotDecoded(t *testing.T) {
	source := newMade()
	gate := make(chan struct{})
	for id := range catalog.PhotoID(60) {
		source.gates[id] = gate
	}
	f := newFixture(t, source)
	f.SetList(ids(1, 60))
	f.Show(1)
	f.ui.Until(t, "decoders at work", func() bool { return source.total() == workers })
	for range 40 {
		f.Next()
	}
	f.ui.Until(t, "the row", func() bool { return f.side().row() != nil })
	close(gate)
	f.settle()
	if n := source.total(); n > 2*workers+4 { // those at work at the beginning and the end, and what is shown and ahead
		t.Errorf("%d photos were decoded", n)
	}
	if f.middle() != shade(41) {
		t.Errorf("shown is %d, want %d", f.middle(), shade(41))
	}
}

// counting notes how many large photos are decoded at once.
type counting struct {
	*made
	mu        sync.Mutex
	now, most int
	sides     map[int]bool
}

func (c *counting) Picture(ctx context.Context, p catalog.Photo, maxSide int) (image.Image, error) {
	c.mu.Lock()
	c.now++
	c.most = max(c.most, c.now)
	c.sides[maxSide] = true
	c.mu.Unlock()
	img, err := c.made.Picture(ctx, p, maxSide)
	c.mu.Lock()
	c.now--
	c.mu.Unlock()
	return img, err
}

// Of photos of a hundred megapixels one is decoded at a time, to the end that
// they never need twice the memory of one; all their pixels come without scaling.
func TestLargePhotosAreDecodedOneByOne(t *testing.T) {
	source := newMade()
	source.change = func(p *catalog.Photo) { *p.Width, *p.Height = 11_648, 8_736 }
	gate := make(chan struct{})
	for id := range catalog.PhotoID(20) {
		source.gates[id] = gate
	}
	f := newFixture(t, source)
	count := &counting{made: source, sides: map[int]bool{}}
	f.View.source = count
	f.SetList(ids(1, 9))
	f.ShowTwo(3, 4)
	f.ui.Until(t, "one to be decoded", func() bool { return source.total() > 0 })
	for range 40 {
		select {
		case gate <- struct{}{}:
		default:
		}
		f.ui.Drain()
	}
	close(gate)
	f.settle()
	f.ZoomFull()
	f.settle()
	if count.most != 1 || !count.sides[0] || f.sides[0].best.size != whole || f.sides[1].best.size != whole {
		t.Errorf("%d at once, asked for %v, shown from %v and %v", count.most, count.sides, f.sides[0].best, f.sides[1].best)
	}
	if k := keyOf(f.side().row(), whole); k.cost <= decodeBudget/2 {
		t.Errorf("one is weighed %d", k.cost)
	}
}

// The picture of all pixels is kept by what shows it, and by nothing else.
func TestAllPixelsAreKeptOnce(t *testing.T) {
	f := newFixture(t, newMade())
	f.SetList(ids(1, 9))
	f.Show(3)
	f.settle()
	f.ZoomFull()
	f.settle()
	k := keyOf(f.side().row(), whole)
	if _, kept := f.pictures.loaders[whole].Cached(k); kept || f.side().best != k {
		t.Errorf("kept besides: %v, shown from %v", kept, f.side().best)
	}
	if _, kept := f.pictures.loaders[screen].Cached(keyOf(f.side().row(), screen)); !kept {
		t.Error("the way back is not at hand")
	}
}

// What a page turn to a photo decoded ahead costs on the UI thread among a million
// photos, without painting and with the picture drawn into the room it has.
func BenchmarkPageTurn(b *testing.B) {
	source := newMade()
	source.side = 1600
	f := newFixture(b, source)
	f.window.Resize(fyne.NewSize(1400, 900))
	f.SetList(ids(1, 1_000_000))
	f.Show(450)
	f.settle()
	for _, draw := range []bool{false, true} {
		b.Run(map[bool]string{false: "ui", true: "drawn"}[draw], func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					f.Next()
				} else {
					f.Previous()
				}
				if draw {
					size := f.side().picture.Size()
					f.raster().Generator(int(size.Width), int(size.Height))
				}
				b.StopTimer()
				f.settle()
				b.StartTimer()
			}
		})
	}
}

// raster is what draws the picture.
func (f *fixture) raster() *canvas.Raster {
	for _, o := range test.WidgetRenderer(f.side().picture).Objects() {
		if r, ok := o.(*canvas.Raster); ok {
			return r
		}
	}
	return nil
}
