package main

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"waybill/assets"
)

// sheet is flat artwork: what is printed on a box, a sign, a screen.
type sheet struct {
	img          *image.RGBA
	latin, asian *opentype.Font
}

// newSheet is an empty, transparent sheet of w by h pixels.
func newSheet(w, h int) *sheet {
	return &sheet{image.NewRGBA(image.Rect(0, 0, w, h)), mustFont(gobold.TTF), mustFont(assets.Font())}
}

// mustFont parses a font that is part of the program.
func mustFont(b []byte) *opentype.Font {
	f, err := opentype.Parse(b)
	if err != nil {
		panic(fmt.Sprintf("parse embedded font: %v", err))
	}
	return f
}

func ink(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

// poly fills an outline; coordinates are pixels.
func (s *sheet) poly(hex uint32, pts ...[2]float64) {
	b := s.img.Bounds()
	z := vector.NewRasterizer(b.Dx(), b.Dy())
	for i, p := range pts {
		if i == 0 {
			z.MoveTo(float32(p[0]), float32(p[1]))
		} else {
			z.LineTo(float32(p[0]), float32(p[1]))
		}
	}
	z.ClosePath()
	z.Draw(s.img, b, image.NewUniform(ink(hex)), image.Point{})
}

func (s *sheet) rect(hex uint32, x, y, w, h float64) {
	s.poly(hex, [2]float64{x, y}, [2]float64{x + w, y}, [2]float64{x + w, y + h}, [2]float64{x, y + h})
}

// round fills a rectangle with corners of radius r; r = w/2 = h/2 gives a disc.
func (s *sheet) round(hex uint32, x, y, w, h, r float64) {
	var pts [][2]float64
	for k, c := range [4][2]float64{{x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}, {x + w - r, y + r}} {
		for i := 0; i <= 12; i++ {
			sn, cs := math.Sincos((float64(k) + float64(i)/12) * math.Pi / 2)
			pts = append(pts, [2]float64{c[0] + r*cs, c[1] + r*sn})
		}
	}
	s.poly(hex, pts...)
}

// text writes a line with its baseline at y, centred on x, size pixels high.
func (s *sheet) text(hex uint32, size, x, y float64, line string) {
	faces := [2]font.Face{face(s.latin, size), face(s.asian, size)}
	pick := func(r rune) font.Face {
		if r < 0x500 {
			return faces[0]
		}
		return faces[1]
	}
	width := fixed.Int26_6(0)
	for _, r := range line {
		a, _ := pick(r).GlyphAdvance(r)
		width += a
	}
	dot := fixed.Point26_6{X: fixed.Int26_6(x*64) - width/2, Y: fixed.Int26_6(y * 64)}
	for _, r := range line {
		d := font.Drawer{Dst: s.img, Src: image.NewUniform(ink(hex)), Face: pick(r), Dot: dot}
		d.DrawString(string(r))
		dot = d.Dot
	}
}

func face(f *opentype.Font, size float64) font.Face {
	fc, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(fmt.Sprintf("scale embedded font: %v", err))
	}
	return fc
}

// barcode draws bars in a rectangle.
func (s *sheet) barcode(hex uint32, x, y, w, h float64, seed uint64) {
	d := dice(seed)
	for at := 0.0; at < w; {
		bar := d.between(1, 5) * w / 180
		s.rect(hex, x+at, y, math.Min(bar, w-at), h)
		at += bar + d.between(1, 4)*w/180
	}
}

// at samples the sheet; u, v in 0–1 from the upper left. The second result is opacity.
func (s *sheet) at(u, v float64) (vec, float64) {
	b := s.img.Bounds()
	x, y := clamp(u, 0, 1)*float64(b.Dx())-0.5, clamp(v, 0, 1)*float64(b.Dy())-0.5
	fx, fy := math.Floor(x), math.Floor(y)
	tx, ty := x-fx, y-fy
	var sum [4]float64
	for k, w := range [4]float64{(1 - tx) * (1 - ty), tx * (1 - ty), (1 - tx) * ty, tx * ty} {
		px := min(max(int(fx)+k%2, 0), b.Dx()-1)
		py := min(max(int(fy)+k/2, 0), b.Dy()-1)
		o := s.img.PixOffset(px, py)
		for c := range 4 {
			sum[c] += w * float64(s.img.Pix[o+c])
		}
	}
	if sum[3] == 0 {
		return vec{}, 0
	}
	lin := func(c float64) float64 { return toLinear(clamp(c/sum[3], 0, 1)) }
	return vec{lin(sum[0]), lin(sum[1]), lin(sum[2])}, sum[3] / 255
}
