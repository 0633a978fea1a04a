package widgets

import (
	"image"
	"image/color"
	"image/draw"
)

// leastLevel is the longest side, in pixels, of the smallest size that a Pyramid holds.
const leastLevel = 64

// level is a picture in one size: as RGBA without pixels between its rows, or in planes as a JPEG holds them, which take less
// than half the memory. It begins at 0, 0.
type level struct {
	size   image.Point
	rgba   *image.RGBA
	planes *planes // when rgba is nil
}

// row gives the pixels of the columns from up to to, not included, of a row as RGBA: the level's own, or written to scratch.
func (l *level) row(y, from, to int, scratch []byte) []byte {
	if l.rgba != nil {
		return l.rgba.Pix[y*l.rgba.Stride:][4*from : 4*to]
	}
	l.planes.row(y, from, to, scratch)
	return scratch[:4*(to-from)]
}

func (l *level) halved() level {
	if l.rgba != nil {
		half := halved(l.rgba)
		return level{size: half.Rect.Size(), rgba: half}
	}
	half := l.planes.halved()
	return level{size: image.Pt(half.y.w, half.y.h), planes: half}
}

func (l *level) bytes() int64 {
	if l.rgba != nil {
		return int64(len(l.rgba.Pix))
	}
	return l.planes.bytes()
}

// Pyramid is a picture together with itself in half the size, a quarter and so on, so that any part of it can be drawn in
// any size at the cost of what is drawn. It takes a third more memory than the picture, and does not change once it is made.
type Pyramid struct {
	levels []level
}

// NewPyramid makes a pyramid of a picture that has at least one pixel. It is meant for a goroutine of its own. The pixels of
// an opaque picture are not copied, nor are those of a YCbCr, and must not be changed any more.
func NewPyramid(img image.Image) *Pyramid {
	p := &Pyramid{[]level{flat(img)}}
	for {
		last := &p.levels[len(p.levels)-1]
		if max(last.size.X, last.size.Y) <= leastLevel {
			return p
		}
		p.levels = append(p.levels, last.halved())
	}
}

// flat gives a picture the form of a level. In what is opaque, colours are the same whether multiplied by alpha or not.
func flat(img image.Image) level {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	whole := image.Rect(0, 0, w, h)
	var rgba *image.RGBA
	switch m := img.(type) {
	case *image.RGBA:
		if m.Stride == 4*w && len(m.Pix) >= 4*w*h {
			rgba = &image.RGBA{Pix: m.Pix[:4*w*h], Stride: m.Stride, Rect: whole}
		}
	case *image.NRGBA:
		if m.Stride == 4*w && len(m.Pix) >= 4*w*h && m.Opaque() {
			rgba = &image.RGBA{Pix: m.Pix[:4*w*h], Stride: m.Stride, Rect: whole}
		}
	case *image.YCbCr:
		if p := planesOf(m); p != nil {
			return level{size: whole.Max, planes: p}
		}
	}
	if rgba == nil {
		rgba = image.NewRGBA(whole)
		draw.Draw(rgba, whole, img, img.Bounds().Min, draw.Src)
	}
	return level{size: whole.Max, rgba: rgba}
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
func (p *Pyramid) Bounds() image.Rectangle { return image.Rectangle{Max: p.levels[0].size} }

// At implements image.Image.
func (p *Pyramid) At(x, y int) color.Color {
	if !image.Pt(x, y).In(p.Bounds()) {
		return color.RGBA{}
	}
	var scratch [4]byte
	c := p.levels[0].row(y, x, x+1, scratch[:])
	return color.RGBA{R: c[0], G: c[1], B: c[2], A: c[3]}
}

// Bytes is how much memory the pixels of all sizes take.
func (p *Pyramid) Bytes() int64 {
	var n int64
	for i := range p.levels {
		n += p.levels[i].bytes()
	}
	return n
}

// level is the smallest size that has at least one pixel for each that is drawn, when step pixels of the whole picture come
// to one drawn pixel, and by how much it is shrunk.
func (p *Pyramid) level(step float64) (l *level, shrunk float64) {
	k := 0
	for shrunk = 1; k+1 < len(p.levels) && step >= 2*shrunk; k++ {
		shrunk *= 2
	}
	return &p.levels[k], shrunk
}
