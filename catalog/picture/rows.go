package picture

import (
	"image"
	"image/color"
)

// rowReader returns a function that writes row y of the picture as RGB, three
// bytes a pixel, put on white. The decoders' usual types have one each, since
// asking for each pixel as a color.Color takes ten times as long.
func rowReader(img image.Image) func(y int, dst []byte) {
	switch m := img.(type) {
	case *image.YCbCr:
		return yCbCrRows(m)
	case *image.NYCbCrA:
		return nYCbCrARows(m)
	case *image.Gray:
		return func(y int, dst []byte) {
			greyRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 1)
		}
	case *image.Gray16:
		return func(y int, dst []byte) {
			greyRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 2)
		}
	case *image.Paletted:
		return palettedRows(m)
	case *image.CMYK:
		return func(y int, dst []byte) {
			p := m.Pix[m.PixOffset(m.Rect.Min.X, y):]
			for i := 0; i+2 < len(dst); i += 3 {
				dst[i], dst[i+1], dst[i+2] = color.CMYKToRGB(p[0], p[1], p[2], p[3])
				p = p[4:]
			}
		}
	case *image.NRGBA:
		return func(y int, dst []byte) {
			straightRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 1)
		}
	case *image.NRGBA64:
		return func(y int, dst []byte) {
			straightRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 2)
		}
	case *image.RGBA:
		return func(y int, dst []byte) {
			premultipliedRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 1)
		}
	case *image.RGBA64:
		return func(y int, dst []byte) {
			premultipliedRow(dst, m.Pix[m.PixOffset(m.Rect.Min.X, y):], 2)
		}
	}
	return func(y int, dst []byte) {
		x := img.Bounds().Min.X
		for i := 0; i+2 < len(dst); i += 3 {
			dst[i], dst[i+1], dst[i+2] = colourOnWhite(img.At(x, y))
			x++
		}
	}
}

// greyRow, straightRow and premultipliedRow read components of size bytes, of
// which the first is the most significant and all that eight bits keep.
func greyRow(dst, src []byte, size int) {
	for i := 0; i+2 < len(dst); i += 3 {
		dst[i], dst[i+1], dst[i+2] = src[0], src[0], src[0]
		src = src[size:]
	}
}

func straightRow(dst, src []byte, size int) {
	for i := 0; i+2 < len(dst); i += 3 {
		r, g, b, a := src[0], src[size], src[2*size], uint32(src[3*size])
		if a != 0xff {
			r, g, b = onWhite(uint32(r), a), onWhite(uint32(g), a), onWhite(uint32(b), a)
		}
		dst[i], dst[i+1], dst[i+2] = r, g, b
		src = src[4*size:]
	}
}

func premultipliedRow(dst, src []byte, size int) {
	for i := 0; i+2 < len(dst); i += 3 {
		white := 0xff - int(src[3*size])
		// Damaged files may have components above their alpha.
		dst[i] = byte(min(int(src[0])+white, 0xff))
		dst[i+1] = byte(min(int(src[size])+white, 0xff))
		dst[i+2] = byte(min(int(src[2*size])+white, 0xff))
		src = src[4*size:]
	}
}

func yCbCrRows(m *image.YCbCr) func(y int, dst []byte) {
	return func(y int, dst []byte) {
		x := m.Rect.Min.X
		yo := m.YOffset(x, y)
		for i := 0; i+2 < len(dst); i += 3 {
			co := m.COffset(x, y)
			dst[i], dst[i+1], dst[i+2] = color.YCbCrToRGB(m.Y[yo], m.Cb[co], m.Cr[co])
			x++
			yo++
		}
	}
}

func nYCbCrARows(m *image.NYCbCrA) func(y int, dst []byte) {
	colours := yCbCrRows(&m.YCbCr)
	return func(y int, dst []byte) {
		colours(y, dst)
		alpha := m.A[m.AOffset(m.Rect.Min.X, y):]
		for i := 0; i+2 < len(dst); i += 3 {
			if a := uint32(alpha[i/3]); a != 0xff {
				dst[i], dst[i+1], dst[i+2] = onWhite(uint32(dst[i]), a), onWhite(uint32(dst[i+1]), a), onWhite(uint32(dst[i+2]), a)
			}
		}
	}
}

func palettedRows(m *image.Paletted) func(y int, dst []byte) {
	table := make([][3]byte, len(m.Palette))
	for i, c := range m.Palette {
		table[i][0], table[i][1], table[i][2] = colourOnWhite(c)
	}
	return func(y int, dst []byte) {
		p := m.Pix[m.PixOffset(m.Rect.Min.X, y):]
		for i := 0; i+2 < len(dst); i += 3 {
			c := table[p[0]]
			dst[i], dst[i+1], dst[i+2] = c[0], c[1], c[2]
			p = p[1:]
		}
	}
}

// colourOnWhite puts one colour on white.
func colourOnWhite(c color.Color) (r, g, b byte) {
	r32, g32, b32, a32 := c.RGBA()
	white := 0xffff - a32
	return byte(min(r32+white, 0xffff) >> 8), byte(min(g32+white, 0xffff) >> 8), byte(min(b32+white, 0xffff) >> 8)
}
