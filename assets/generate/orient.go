package main

import "image"

// stored turns an upright picture into the pixels that a telephone stores with
// the given Exif orientation (1–8, Exif 2.32 tag 0x0112).
func stored(up *image.RGBA, orientation uint16) *image.RGBA {
	w, h := up.Bounds().Dx(), up.Bounds().Dy()
	sw, sh := w, h
	if orientation >= 5 {
		sw, sh = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, sw, sh))
	for y := range h {
		for x := range w {
			sx, sy := whereStored(x, y, sw, sh, orientation)
			copy(out.Pix[out.PixOffset(sx, sy):][:4], up.Pix[up.PixOffset(x, y):][:4])
		}
	}
	return out
}

// whereStored maps an upright pixel to its place in a stored picture of sw by sh.
func whereStored(x, y, sw, sh int, orientation uint16) (int, int) {
	switch orientation {
	case 2:
		return sw - 1 - x, y
	case 3:
		return sw - 1 - x, sh - 1 - y
	case 4:
		return x, sh - 1 - y
	case 5:
		return y, x
	case 6:
		return y, sh - 1 - x
	case 7:
		return sw - 1 - y, sh - 1 - x
	case 8:
		return sw - 1 - y, x
	default:
		return x, y
	}
}
