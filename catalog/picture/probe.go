package picture

import (
	"errors"
	"fmt"

	"waybill/catalog"
	"waybill/catalog/format"
)

// Info is what a file's header says about its picture.
type Info struct {
	Format format.Format
	// Width and Height are in pixels as stored, before orientation. Both are 0
	// when the header could not be read or is one this package cannot read.
	Width, Height int
	// Progressive is true for progressive JPEG, and for interlaced PNG and GIF.
	Progressive bool
	// Cost is how many bytes of memory decoding allocates, estimated high; it is
	// 0 when the picture cannot be decoded. See CostAt for scaling.
	Cost int64
}

// maxSide is the longest side that is believed, in pixels. JPEG and GIF can
// state 65,535; PNG and TIFF can state 2³¹ and more, which no camera, scanner or
// panorama comes near.
const maxSide = 1 << 20

// CostAt returns how many bytes DecodeScaled with this maxSide needs at most:
// Cost, and what scaling adds.
func (i Info) CostAt(maxSide int) int64 {
	if i.Cost == 0 {
		return 0
	}
	w, h := ScaledSize(i.Width, i.Height, maxSide)
	if w == i.Width && h == i.Height {
		return i.Cost + 4*int64(w)*int64(h)
	}
	f := reduction(i.Width, i.Height, maxSide)
	rw, rh := int64(ceilDiv(i.Width, f)), int64(ceilDiv(i.Height, f))
	// The reduced picture, the one scaled in width only, and the result.
	return i.Cost + 4*(rw*rh+int64(w)*rh+int64(w)*int64(h))
}

// Probe reads a picture's headers. Its memory does not depend on what they say.
// On an error the Info holds what could be told all the same: the format, often
// the size. Codes: catalog.FileEmpty, FileNotImage (videos too),
// FileUnsupported for a picture that cannot be decoded, FileDamaged.
func Probe(data []byte) (Info, error) {
	info, err := probe(data)
	if err == nil && (info.Width <= 0 || info.Height <= 0 || info.Width > maxSide || info.Height > maxSide) {
		err = damaged(fmt.Errorf("size %d×%d", info.Width, info.Height))
	}
	if err != nil {
		info.Cost = 0
		if info.Width <= 0 || info.Height <= 0 || info.Width > maxSide || info.Height > maxSide {
			info.Width, info.Height = 0, 0
		}
		return info, err
	}
	return info, nil
}

// probe does the work of Probe but for the check of the size.
func probe(data []byte) (Info, error) {
	if len(data) == 0 {
		return Info{}, fileError(catalog.FileEmpty, nil)
	}
	f := format.Sniff(data)
	switch f {
	case format.JPEG:
		return probeJPEG(data)
	case format.PNG:
		return probePNG(data)
	case format.GIF:
		return probeGIF(data)
	case format.TIFF:
		return probeTIFF(data)
	}
	if f.IsPicture() {
		return Info{Format: f}, unsupported(fmt.Errorf("format %s", f))
	}
	return Info{Format: f}, fileError(catalog.FileNotImage, nil)
}

func fileError(code catalog.Code, err error) error {
	return &catalog.Error{Code: code, Op: "picture", Err: err}
}

func damaged(err error) error { return fileError(catalog.FileDamaged, err) }

func unsupported(err error) error { return fileError(catalog.FileUnsupported, err) }

var errEndsEarly = errors.New("ends early")

func ceilDiv(a, b int) int { return (a + b - 1) / b }
