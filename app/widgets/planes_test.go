package widgets

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// inPlanes is a picture as a JPEG holds it, of light and colours that change softly.
func inPlanes(w, h int, ratio image.YCbCrSubsampleRatio) *image.YCbCr {
	img := image.NewYCbCr(image.Rect(0, 0, w, h), ratio)
	r := rand.New(rand.NewPCG(1, 2))
	for i, plane := range [][]byte{img.Y, img.Cb, img.Cr} {
		v := 128
		for k := range plane {
			v = min(max(90, v+r.IntN(5)-2), 170)
			plane[k] = byte(v + i)
		}
	}
	return img
}

// A picture in planes is drawn as the same one in RGBA: exactly where it is not made smaller.
func TestPlanesLookLikePixels(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio440,
		image.YCbCrSubsampleRatio411,
	} {
		for _, size := range []image.Point{{301, 203}, {64, 64}, {1, 1}, {2, 300}} {
			img := inPlanes(size.X, size.Y, ratio)
			rgba := image.NewRGBA(img.Rect)
			for y := range size.Y {
				for x := range size.X {
					rgba.Set(x, y, img.At(x, y))
				}
			}
			planar, plain := NewPyramid(img), NewPyramid(rgba)
			for _, step := range []float64{.25, .7, 1} {
				at := projection{x: -9, y: 3, stepX: step, stepY: step}
				a, b := drawAll(planar, 60, 50, at), drawAll(plain, 60, 50, at)
				if n := furthest(a, b); n > 0 {
					t.Errorf("%v of %v at step %g differs by %d", ratio, size, step, n)
				}
			}
			for _, step := range []float64{2, 3.3} {
				at := projection{stepX: step, stepY: step}
				if n := furthest(drawAll(planar, size.X/4+1, size.Y/4+1, at), drawAll(plain, size.X/4+1, size.Y/4+1, at)); n > 4 {
					t.Errorf("%v of %v at step %g differs by %d", ratio, size, step, n)
				}
			}
			if planar.At(0, 0) != color.RGBAModel.Convert(img.At(0, 0)) || planar.At(-1, 0) != (color.RGBA{}) {
				t.Errorf("%v of %v: the first pixel is %v", ratio, size, planar.At(0, 0))
			}
		}
	}
}

// furthest is by how much two pictures differ at most.
func furthest(a, b *image.RGBA) int {
	most := 0
	for i, v := range a.Pix {
		most = max(most, abs(int(v)-int(b.Pix[i])))
	}
	return most
}

// A picture in planes takes half the memory of one in RGBA with its smaller sizes, and its samples are not copied; a part of one is.
func TestPlanesAreKeptAsTheyCome(t *testing.T) {
	img := inPlanes(1200, 800, image.YCbCrSubsampleRatio420)
	p := NewPyramid(img)
	if got := p.Bytes(); got > 1200*800*5/2+2048 || &p.levels[0].planes.y.pix[0] != &img.Y[0] {
		t.Errorf("it takes %d bytes", got)
	}
	part := NewPyramid(img.SubImage(image.Rect(3, 5, 40, 44)))
	if part.Bounds().Size() != image.Pt(37, 39) || part.At(0, 0) != color.RGBAModel.Convert(img.At(3, 5)) {
		t.Errorf("a part is %v", part.Bounds())
	}
	broken := &image.YCbCr{Y: img.Y[:100], Cb: img.Cb, Cr: img.Cr, YStride: 1200, CStride: 600, Rect: img.Rect, SubsampleRatio: img.SubsampleRatio}
	if planesOf(broken) != nil {
		t.Error("planes that are too short are believed")
	}
}

func BenchmarkDrawPlanes(b *testing.B) {
	p := NewPyramid(inPlanes(4000, 3000, image.YCbCrSubsampleRatio420))
	out := image.NewRGBA(image.Rect(0, 0, 1400, 900))
	for _, step := range []float64{1, .5, .25, 1.5} {
		b.Run(zoomName(step), func(b *testing.B) {
			for b.Loop() {
				drawPyramid(out, out.Rect, p, projection{x: -500, y: -500, stepX: step, stepY: step})
			}
		})
	}
}

func zoomName(step float64) string {
	return map[float64]string{1: "100%", .5: "200%", .25: "400%", 1.5: "67%"}[step]
}
