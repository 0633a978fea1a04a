package widgets

import (
	"image"
	"image/color"
	"image/draw"
)

// leastLevel is the longest side, in pixels, of the smallest size that a Pyramid holds.
const leastLevel = 64

// Pyramid is a picture together with itself in half the size, a quarter and so on, so that any part of it can be drawn in
// any size at the cost of what is drawn. It takes a third more memory than the picture, and does not change once it is made.
type Pyramid struct {
	levels []*image.RGBA // each begins at 0, 0 and has no pixels between its rows
}

// NewPyramid makes a pyramid of a picture that has at least one pixel. It is meant for a goroutine of its own. The pixels of
// an opaque picture are not copied, and must not be changed any more.
func NewPyramid(img image.Image) *Pyramid {
	p := &Pyramid{[]*image.RGBA{flat(img)}}
	for {
		last := p.levels[len(p.levels)-1]
		if max(last.Rect.Dx(), last.Rect.Dy()) <= leastLevel {
			return p
		}
		p.levels = append(p.levels, halved(last))
	}
}

// flat gives a picture the form of a level. In what is opaque, colours are the same whether multiplied by alpha or not.
func flat(img image.Image) *image.RGBA {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	whole := image.Rect(0, 0, w, h)
	switch m := img.(type) {
	case *image.RGBA:
		if m.Stride == 4*w && len(m.Pix) >= 4*w*h {
			return &image.RGBA{Pix: m.Pix[:4*w*h], Stride: m.Stride, Rect: whole}
		}
	case *image.NRGBA:
		if m.Stride == 4*w && len(m.Pix) >= 4*w*h && m.Opaque() {
			return &image.RGBA{Pix: m.Pix[:4*w*h], Stride: m.Stride, Rect: whole}
		}
	}
	rgba := image.NewRGBA(whole)
	draw.Draw(rgba, whole, img, img.Bounds().Min, draw.Src)
	return rgba
}

// halved gives each pixel the mean of four. At an odd edge the last ones count twice, so that the scale is 2 exactly.
func halved(src *image.RGBA) *image.RGBA {
	sw, sh := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, (sw+1)/2, (sh+1)/2))
	for y := range dst.Rect.Dy() {
		upper := src.Pix[2*y*src.Stride:][:4*sw]
		lower := src.Pix[min(2*y+1, sh-1)*src.Stride:][:4*sw]
		row := dst.Pix[y*dst.Stride:][:dst.Stride]
		for x := range dst.Rect.Dx() {
			a, b := 8*x, 4*min(2*x+1, sw-1)
			for c := range 4 {
				sum := uint32(upper[a+c]) + uint32(upper[b+c]) + uint32(lower[a+c]) + uint32(lower[b+c])
				row[4*x+c] = uint8((sum + 2) / 4)
			}
		}
	}
	return dst
}

// ColorModel implements image.Image.
func (p *Pyramid) ColorModel() color.Model { return color.RGBAModel }

// Bounds implements image.Image; they begin at 0, 0.
func (p *Pyramid) Bounds() image.Rectangle { return p.levels[0].Rect }

// At implements image.Image.
func (p *Pyramid) At(x, y int) color.Color { return p.levels[0].RGBAAt(x, y) }

// Bytes is how much memory the pixels of all sizes take.
func (p *Pyramid) Bytes() int64 {
	var n int64
	for _, l := range p.levels {
		n += int64(len(l.Pix))
	}
	return n
}

// level is the smallest size that has at least one pixel for each that is drawn, when step pixels of the whole picture come
// to one drawn pixel, and by how much it is shrunk.
func (p *Pyramid) level(step float64) (img *image.RGBA, shrunk float64) {
	k := 0
	for shrunk = 1; k+1 < len(p.levels) && step >= 2*shrunk; k++ {
		shrunk *= 2
	}
	return p.levels[k], shrunk
}
