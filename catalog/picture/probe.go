package picture

import (
	"errors"
	"fmt"
	"image"

	"waybill/catalog"
	"waybill/catalog/format"
)

// Info is what a file's header says about its picture.
type Info struct {
	Format format.Format
	// Width and Height are in pixels as stored, before orientation, or of the
	// upright picture when Upright is set. Of a raw file they are those that it
	// states for the photo, which its preview need not have; see probeRaw. Both
	// are 0 when the header could not be read or is one this package cannot read.
	Width, Height int
	// Upright is true when the file itself has its pixels turned upright as they
	// are decoded: its Exif orientation must not be applied then.
	Upright bool
	// Progressive is true for progressive JPEG, and for interlaced PNG and GIF.
	Progressive bool
	// Cost is how many bytes of memory decoding allocates in this process,
	// estimated high; it is 0 when the picture cannot be decoded. See CostAt for
	// scaling.
	Cost int64

	preview preview         // of a raw file, what is decoded
	coded   image.Point     // of AVIF, the size before crop and turn
	crop    image.Rectangle // of AVIF, what is to be seen of it
	turn    int             // of AVIF, the orientation that makes it upright
	video   bool            // of HEIC, its samples do not use all of 0 to 255
}

// Remote reports whether a picture is decoded by a Decoder's Remote, and not in
// this process.
func (i Info) Remote() bool {
	return i.Format == format.WebP || i.Format == format.HEIC || i.Format == format.AVIF
}

// VideoRange reports whether the samples of a HEIC are as in videos: luma of 16
// to 235 (ISO/IEC 23091-2, VideoFullRangeFlag 0). Its decoder leaves them so.
func (i Info) VideoRange() bool { return i.video }

// Decoded returns the size in pixels of the picture that DecodeScaled gives with
// maxSide 0: that of the preview for a raw file.
func (i Info) Decoded() (width, height int) {
	if i.preview.end > 0 {
		return i.preview.width, i.preview.height
	}
	return i.Width, i.Height
}

// UprightSize returns the size of the upright picture by the orientation that
// its Exif data states, which is heeded unless Upright is set.
func (i Info) UprightSize(orientation int) (width, height int) {
	if i.Upright {
		return i.Width, i.Height
	}
	return UprightSize(i.Width, i.Height, orientation)
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
	fullW, fullH := i.Decoded()
	w, h := ScaledSize(fullW, fullH, maxSide)
	result := 4 * int64(w) * int64(h)
	if i.Remote() || w == fullW && h == fullH {
		return i.Cost + result
	}
	f := reduction(fullW, fullH, maxSide)
	rw, rh := int64(ceilDiv(fullW, f)), int64(ceilDiv(fullH, f))
	// The reduced picture, the one scaled in width only, and the result.
	return i.Cost + 4*(rw*rh+int64(w)*rh) + result
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
	case format.WebP:
		return probeWebP(data)
	case format.HEIC, format.AVIF:
		return probeHEIF(data, f)
	}
	if f.IsRaw() {
		return probeRaw(data, f)
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
