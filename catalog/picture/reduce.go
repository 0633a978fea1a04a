package picture

import (
	"image"
	"image/color"
)

// reduce returns the picture with each square of f×f pixels, f a power of two,
// made into one: their mean, on white. Squares at the right and bottom edge may
// be cut. With f = 1 it converts only.
func reduce(img image.Image, f int) *image.NRGBA {
	if y, ok := img.(*image.YCbCr); ok && f >= 2 {
		if cw, ch, ok := chromaSize(y.SubsampleRatio); ok && f >= cw {
			return reduceYCbCr(y, f, cw, ch)
		}
	}
	b := img.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, ceilDiv(b.Dx(), f), ceilDiv(b.Dy(), f)))
	read := rowReader(img)
	row := make([]byte, 3*b.Dx())
	sums := make([]uint32, 3*out.Rect.Dx())
	for y0 := 0; y0 < b.Dy(); y0 += f {
		rows := min(f, b.Dy()-y0)
		clear(sums)
		for y := range rows {
			read(b.Min.Y+y0+y, row)
			addRow(sums, row, f)
		}
		storeMeans(out.Pix[y0/f*out.Stride:], sums, rows, b.Dx(), f)
	}
	return out
}

// addRow adds a row of RGB pixels to the sums, f neighbours into one.
func addRow(sums []uint32, row []byte, f int) {
	for i := 0; len(row) > 0; i += 3 {
		n := min(3*f, len(row))
		var r, g, b uint32
		for p := row[:n]; len(p) >= 3; p = p[3:] {
			r += uint32(p[0])
			g += uint32(p[1])
			b += uint32(p[2])
		}
		s := sums[i : i+3 : i+3]
		s[0] += r
		s[1] += g
		s[2] += b
		row = row[n:]
	}
}

// storeMeans writes a row of NRGBA from the sums over rows×f pixels, fewer in
// the last column when f does not divide the width.
func storeMeans(pix []byte, sums []uint32, rows, width, f int) {
	for x := 0; x*f < width; x++ {
		n := uint32(rows * min(f, width-x*f))
		s, d := sums[3*x:3*x+3:3*x+3], pix[4*x:4*x+4:4*x+4]
		d[0] = byte((s[0] + n/2) / n)
		d[1] = byte((s[1] + n/2) / n)
		d[2] = byte((s[2] + n/2) / n)
		d[3] = 0xff
	}
}

// chromaSize returns how many pixels one colour sample stands for.
func chromaSize(r image.YCbCrSubsampleRatio) (w, h int, ok bool) {
	switch r {
	case image.YCbCrSubsampleRatio444:
		return 1, 1, true
	case image.YCbCrSubsampleRatio422:
		return 2, 1, true
	case image.YCbCrSubsampleRatio420:
		return 2, 2, true
	case image.YCbCrSubsampleRatio440:
		return 1, 2, true
	case image.YCbCrSubsampleRatio411:
		return 4, 1, true
	case image.YCbCrSubsampleRatio410:
		return 4, 2, true
	}
	return 0, 0, false
}

// reduceYCbCr takes the means of the planes and converts only those: the
// conversion is linear but for clamping, so that the order does not matter. The
// colour samples of f pixels are whole: cw and ch divide f, and Go's decoder
// lets a picture begin at 0, 0.
func reduceYCbCr(img *image.YCbCr, f, cw, ch int) *image.NRGBA {
	b := img.Rect
	w, h := b.Dx(), b.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, ceilDiv(w, f), ceilDiv(h, f)))
	n := out.Rect.Dx()
	luma, cb, cr := make([]byte, n), make([]byte, n), make([]byte, n)
	yPlane := img.Y[img.YOffset(b.Min.X, b.Min.Y):]
	c0 := img.COffset(b.Min.X, b.Min.Y)
	sums := make([]uint32, n)
	for y := range out.Rect.Dy() {
		meanRow(luma, sums, yPlane, img.YStride, w, h, y, f, f)
		meanRow(cb, sums, img.Cb[c0:], img.CStride, ceilDiv(w, cw), ceilDiv(h, ch), y, f/cw, f/ch)
		meanRow(cr, sums, img.Cr[c0:], img.CStride, ceilDiv(w, cw), ceilDiv(h, ch), y, f/cw, f/ch)
		pix := out.Pix[y*out.Stride:]
		for x := range n {
			d := pix[4*x : 4*x+4 : 4*x+4]
			d[0], d[1], d[2] = color.YCbCrToRGB(luma[x], cb[x], cr[x])
			d[3] = 0xff
		}
	}
	return out
}

// meanRow writes row y of a plane of w×h samples reduced by fw and fh.
func meanRow(dst []byte, sums []uint32, plane []byte, stride, w, h, y, fw, fh int) {
	clear(sums)
	y0 := y * fh
	rows := min(fh, h-y0)
	for r := range rows {
		p := plane[(y0+r)*stride:][:w]
		for i := 0; len(p) > 0; i++ {
			n := min(fw, len(p))
			var s uint32
			for _, v := range p[:n] {
				s += uint32(v)
			}
			sums[i] += s
			p = p[n:]
		}
	}
	for x := range dst {
		n := uint32(rows * min(fw, w-x*fw))
		dst[x] = byte((sums[x] + n/2) / n)
	}
}
