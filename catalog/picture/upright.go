package picture

import (
	"image"

	"github.com/disintegration/imaging"
)

// Upright returns the picture turned and mirrored as the EXIF orientation says
// (Exif 3.0, section 4.6.5.1.6: 1 to 8). For 1 and for what is no orientation it
// returns img itself.
func Upright(img *image.NRGBA, orientation int) *image.NRGBA {
	switch orientation {
	case 2:
		return imaging.FlipH(img)
	case 3:
		return imaging.Rotate180(img)
	case 4:
		return imaging.FlipV(img)
	case 5:
		return imaging.Transpose(img)
	case 6: // imaging turns against the clock
		return imaging.Rotate270(img)
	case 7:
		return imaging.Transverse(img)
	case 8:
		return imaging.Rotate90(img)
	}
	return img
}

// UprightSize returns the size in pixels that a picture stored as w×h has when
// it is upright.
func UprightSize(w, h, orientation int) (int, int) {
	if orientation >= 5 && orientation <= 8 {
		return h, w
	}
	return w, h
}
