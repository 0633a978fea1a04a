package widgets

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// noise is a picture in which no two pixels need be alike.
func noise(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range img.Pix {
		img.Pix[i] = uint8(r.Uint32())
		if i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	return img
}

func TestPyramidHasEverySize(t *testing.T) {
	for size, want := range map[image.Point]int{{1, 1}: 1, {64, 64}: 1, {65, 10}: 2, {1000, 301}: 5, {1, 5000}: 8} {
		p := NewPyramid(noise(size.X, size.Y))
		if len(p.levels) != want || p.Bounds().Size() != size {
			t.Errorf("%v has %d sizes, want %d", size, len(p.levels), want)
		}
		if n := int64(4 * size.X * size.Y); p.Bytes() < n || p.Bytes() > n*2+1024 {
			t.Errorf("%v takes %d bytes", size, p.Bytes())
		}
	}
}

// Pixels of pictures of any kind are the same in a pyramid; opaque ones share them.
func TestPyramidTakesPicturesAsTheyAre(t *testing.T) {
	rgba := noise(70, 50)
	opaque := &image.NRGBA{Pix: rgba.Pix, Stride: rgba.Stride, Rect: rgba.Rect}
	if p := NewPyramid(opaque); &p.levels[0].rgba.Pix[0] != &rgba.Pix[0] {
		t.Error("the pixels of an opaque picture were copied")
	}
	half := image.NewNRGBA(image.Rect(5, 5, 7, 7))
	half.SetNRGBA(5, 5, color.NRGBA{R: 200, A: 100})
	for _, img := range []image.Image{rgba, opaque, half, rgba.SubImage(image.Rect(10, 20, 40, 45)), image.NewGray16(image.Rect(-3, -3, 9, 9))} {
		p, b := NewPyramid(img), img.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				if got, want := p.At(x, y), color.RGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)); got != want {
					t.Fatalf("%T: pixel %d, %d is %v, want %v", img, x, y, got, want)
				}
			}
		}
	}
}

func drawAll(p *Pyramid, w, h int, at projection) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	drawPyramid(out, out.Rect, p, at)
	return out
}

func TestPixelsAreCopiedOneToOne(t *testing.T) {
	img := noise(300, 200)
	got := drawAll(NewPyramid(img), 100, 80, projection{x: -37, y: -91, stepX: 1, stepY: 1})
	for y := range 80 {
		if !bytes.Equal(got.Pix[got.PixOffset(0, y):][:400], img.Pix[img.PixOffset(37, y+91):][:400]) {
			t.Fatalf("row %d differs", y)
		}
	}
}

// A picture half as large has the mean of four pixels for each.
func TestHalvesAreMeans(t *testing.T) {
	img := noise(64, 64)
	got := drawAll(NewPyramid(img), 32, 32, projection{stepX: 2, stepY: 2})
	for y := range 32 {
		for x := range 32 {
			sum := 0
			for _, at := range [][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
				sum += int(img.RGBAAt(2*x+at[0], 2*y+at[1]).R)
			}
			if d := int(got.RGBAAt(x, y).R) - sum/4; d < -1 || d > 2 {
				t.Fatalf("pixel %d, %d differs by %d", x, y, d)
			}
		}
	}
}

// One colour stays that colour in every size, up to the edges.
func TestFlatColourStaysFlat(t *testing.T) {
	want := color.RGBA{R: 201, G: 7, B: 133, A: 255}
	for _, size := range []image.Point{{1, 1}, {3, 200}, {501, 77}, {1000, 1}} {
		img := image.NewRGBA(image.Rectangle{Max: size})
		for i := 0; i < len(img.Pix); i += 4 {
			copy(img.Pix[i:], []uint8{want.R, want.G, want.B, want.A})
		}
		for _, step := range []float64{.25, .6, 1, 1.001, 1.5, 2.7, 19} {
			w, h := max(1, int(float64(size.X)/step)), max(1, int(float64(size.Y)/step))
			got := drawAll(NewPyramid(img), w, h, projection{stepX: float64(size.X) / float64(w), stepY: float64(size.Y) / float64(h)})
			for i := 0; i < len(got.Pix); i += 4 {
				if c := (color.RGBA{got.Pix[i], got.Pix[i+1], got.Pix[i+2], got.Pix[i+3]}); c != want {
					t.Fatalf("%v at step %g: pixel %d is %v", size, step, i/4, c)
				}
			}
		}
	}
}

// What a pan leaves and draws is what a new drawing gives, to the pixel.
func TestPanDrawsWhatAWholeDrawingDoes(t *testing.T) {
	p := NewPyramid(noise(900, 700))
	for _, scale := range []float64{.3, .77, 1, 1.9, 4} {
		l := lensOf(image.Pt(210, 160), image.Pt(1800, 1400), 1) // twice the pixels that there are
		l.zoom(scale, image.Pt(20, 30))
		var kept picturePainter
		kept.draw(p, *l)
		r := rand.New(rand.NewPCG(3, 4))
		for i := range 60 {
			l.pan(r.IntN(121)-60, r.IntN(121)-60)
			var anew picturePainter
			if !bytes.Equal(kept.draw(p, *l).Pix, anew.draw(p, *l).Pix) {
				t.Fatalf("scale %g, pan %d: it differs", scale, i)
			}
		}
	}
}

func TestNothingIsDrawnTwice(t *testing.T) {
	p, l := NewPyramid(noise(90, 70)), lensOf(image.Pt(50, 50), image.Pt(90, 70), 1)
	var d picturePainter
	out := d.draw(p, *l)
	out.Pix[0] = 77
	if d.draw(p, *l).Pix[0] != 77 {
		t.Error("the same was drawn again")
	}
	if d.draw(nil, *l).Pix[0] != 0 {
		t.Error("a picture that was taken away is still there")
	}
}

func BenchmarkNewPyramid(b *testing.B) {
	for _, size := range []image.Point{{2560, 1920}, {8192, 6144}} {
		b.Run(fmt.Sprintf("%dx%d", size.X, size.Y), func(b *testing.B) {
			img := image.NewRGBA(image.Rectangle{Max: size})
			for b.Loop() {
				NewPyramid(img)
			}
		})
	}
}
