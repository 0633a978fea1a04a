package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/tiff"

	"waybill/catalog"
	"waybill/catalog/format"
)

// DefaultMaxCost is the memory that decoding one picture may need, in bytes,
// unless a Decoder says otherwise. It admits a 48-megapixel progressive 4:2:0
// JPEG, a 90-megapixel PNG and a 200-megapixel baseline 4:2:0 JPEG.
const DefaultMaxCost = 384 << 20

// Decoder decodes within a limit. The zero value has the default limit and is
// ready to use, by several goroutines at once.
type Decoder struct {
	// MaxCost is the greatest Info.CostAt that is decoded, in bytes; 0 means
	// DefaultMaxCost.
	MaxCost int64
}

// DecodeScaled is Decoder.DecodeScaled with the default limit.
func DecodeScaled(data []byte, maxSide int) (*image.NRGBA, Info, error) {
	return Decoder{}.DecodeScaled(data, maxSide)
}

// DecodeScaled decodes the picture in data and scales it down so that its
// longest side has maxSide pixels; a smaller picture keeps its size, and so does
// any when maxSide is 0 or less. The result is as stored, not turned upright,
// and opaque: what is transparent shows white, the paper that such pictures are
// drawn for. Of an animation it is the first frame.
//
// On an error the picture is nil, never half a picture, and Info holds what the
// header said. Codes: those of Probe, and catalog.FileTooLarge when CostAt is
// above the limit, found before anything is decoded, and FileDecoderFailed when
// the decoder panicked.
func (d Decoder) DecodeScaled(data []byte, maxSide int) (*image.NRGBA, Info, error) {
	info, err := Probe(data)
	if err != nil {
		return nil, info, err
	}
	limit := d.MaxCost
	if limit == 0 {
		limit = DefaultMaxCost
	}
	if cost := info.CostAt(maxSide); cost > limit {
		return nil, info, fileError(catalog.FileTooLarge, fmt.Errorf("decoding %d×%d needs %d bytes of %d allowed", info.Width, info.Height, cost, limit))
	}
	img, err := guard(func() (*image.NRGBA, error) {
		full, err := decode(data, info)
		if err != nil {
			return nil, decodeError(err)
		}
		return scale(full, maxSide), nil
	})
	return img, info, err
}

// guard makes a panic of a decoder, which hostile bytes may find a way to, an
// error like any other.
func guard(work func() (*image.NRGBA, error)) (img *image.NRGBA, err error) {
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, fileError(catalog.FileDecoderFailed, fmt.Errorf("panic: %v", r))
		}
	}()
	return work()
}

// decode decodes all pixels with the decoder for the format.
func decode(data []byte, info Info) (img image.Image, err error) {
	r := bytes.NewReader(data)
	switch info.Format {
	case format.JPEG:
		img, err = jpeg.Decode(r)
	case format.PNG:
		img, err = png.Decode(r)
	case format.GIF:
		if img, err = gif.Decode(r); err == nil {
			img = onScreen(img, info)
		}
	case format.TIFF:
		img, err = tiff.Decode(r)
	default:
		err = unsupported(fmt.Errorf("format %s", info.Format))
	}
	if err != nil {
		return nil, err
	}
	if size := img.Bounds().Size(); size != image.Pt(info.Width, info.Height) {
		return nil, fmt.Errorf("decoded to %v, not %d×%d", size, info.Width, info.Height)
	}
	return img, nil
}

// onScreen puts a GIF's frame where it belongs on the logical screen, if it does
// not fill it.
func onScreen(frame image.Image, info Info) image.Image {
	screen := image.Rect(0, 0, info.Width, info.Height)
	if frame.Bounds() == screen {
		return frame
	}
	img := image.NewNRGBA(screen)
	draw.Draw(img, screen, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(img, frame.Bounds(), frame, frame.Bounds().Min, draw.Over)
	return img
}

// decodeError gives a decoder's error its code.
func decodeError(err error) error {
	if catalog.CodeOf(err) != "" {
		return err
	}
	if _, ok := errors.AsType[jpeg.UnsupportedError](err); ok {
		return unsupported(err)
	}
	if _, ok := errors.AsType[png.UnsupportedError](err); ok {
		return unsupported(err)
	}
	if _, ok := errors.AsType[tiff.UnsupportedError](err); ok {
		return unsupported(err)
	}
	return damaged(err)
}
