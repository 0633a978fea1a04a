package picture

import (
	"image"

	"github.com/disintegration/imaging"
)

// ScaledSize returns the size that DecodeScaled gives a picture of w×h pixels.
func ScaledSize(w, h, maxSide int) (int, int) {
	longest := max(w, h)
	if maxSide <= 0 || longest <= maxSide {
		return w, h
	}
	side := func(v int) int {
		return max(1, int((int64(v)*int64(maxSide)+int64(longest)/2)/int64(longest)))
	}
	return side(w), side(h)
}

// reduction returns the power of two by which a picture is first reduced: the
// greatest that leaves at least twice the pixels a side that are wanted.
func reduction(w, h, maxSide int) int {
	f := 1
	if maxSide > 0 {
		for max(w, h)/(2*f) >= 2*maxSide {
			f *= 2
		}
	}
	return f
}

// scale makes the NRGBA of at most maxSide pixels a side, opaque.
//
// It works in two steps, since a good filter over all pixels would take longer
// than decoding: means over squares of pixels, made while they are converted, so
// that the whole picture never exists as NRGBA; then Lanczos for the remaining
// factor of two to four. From 12 megapixels to 320 pixels that took 60 ms, where
// Lanczos over all pixels took 440, Linear 190 and Box alone, which blurs, 140
// (BenchmarkScale, Go 1.26, two cores; decoding took 260).
func scale(img image.Image, maxSide int) *image.NRGBA {
	b := img.Bounds()
	w, h := ScaledSize(b.Dx(), b.Dy(), maxSide)
	f := reduction(b.Dx(), b.Dy(), maxSide)
	same := w == b.Dx() && h == b.Dy()
	if f == 1 && !same && scansWell(img) {
		out := imaging.Resize(img, w, h, imaging.Lanczos)
		flatten(out.Pix)
		return out
	}
	out := reduce(img, f)
	if same {
		return out
	}
	return imaging.Resize(out, w, h, imaging.Lanczos)
}

// scansWell reports whether imaging reads such a picture row by row, without
// converting all of it and without looking up colours that may not be there: it
// works in goroutines of its own, where a panic could not be recovered.
func scansWell(img image.Image) bool {
	switch img.(type) {
	case *image.YCbCr, *image.Gray, *image.Gray16, *image.RGBA, *image.RGBA64, *image.NRGBA, *image.NRGBA64:
		return true
	}
	return false
}

// flatten puts NRGBA pixels on white.
func flatten(pix []byte) {
	for i := 0; i+3 < len(pix); i += 4 {
		a := uint32(pix[i+3])
		if a == 0xff {
			continue
		}
		for c := i; c < i+3; c++ {
			pix[c] = onWhite(uint32(pix[c]), a)
		}
		pix[i+3] = 0xff
	}
}

// onWhite returns a component of alpha a, not premultiplied, put on white.
func onWhite(v, a uint32) byte { return byte((v*a + 255*(255-a) + 127) / 255) }
