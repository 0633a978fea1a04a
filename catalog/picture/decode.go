package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"golang.org/x/image/tiff"

	"waybill/catalog"
	"waybill/catalog/format"
)

// DefaultMaxCost is the memory that decoding one picture may need, in bytes,
// unless a Decoder says otherwise. It admits a 48-megapixel progressive 4:2:0
// JPEG, a 90-megapixel PNG and a 200-megapixel baseline 4:2:0 JPEG.
const DefaultMaxCost = 384 << 20

// Remote decodes pictures in another process, which can be stopped and has
// limits of its own: package box has one. The picture is scaled like that of
// DecodeScaled and upright as far as Info.Upright says so; w and h are the size
// before scaling. Its errors have the codes of DecodeScaled, but for ctx's own.
type Remote interface {
	Decode(ctx context.Context, info Info, data []byte, maxSide int) (img *image.NRGBA, w, h int, err error)
}

// Decoder decodes within a limit. The zero value has the default limit and is
// ready to use, by several goroutines at once.
type Decoder struct {
	// MaxCost is the greatest Info.CostAt that is decoded, in bytes; 0 means
	// DefaultMaxCost.
	MaxCost int64
	// Remote decodes WebP, HEIC and AVIF. They are unsupported when it is nil.
	Remote Remote
}

// DecodeScaled decodes the picture in data and scales it down so that its
// longest side has maxSide pixels; a smaller picture keeps its size, and so does
// any when maxSide is 0 or less. The result is as stored, not turned upright
// unless Info.Upright is set, and opaque: what is transparent shows white, the
// paper that such pictures are drawn for. Of an animation it is the first frame,
// of a raw file the largest preview.
//
// On an error the picture is nil, never half a picture, and Info holds what the
// header said. Codes: those of Probe, and catalog.FileTooLarge when CostAt is
// above the limit, found before anything is decoded, or when a remote decoder
// needs too much; FileDecoderFailed when the decoder panicked, and
// FileDecoderSlow when a remote one took too long. When ctx ends, the error is
// its; decoding stops for that, but for TIFF.
func (d Decoder) DecodeScaled(ctx context.Context, data []byte, maxSide int) (*image.NRGBA, Info, error) {
	info, err := Probe(data)
	if err != nil {
		return nil, info, err
	}
	if err := ctx.Err(); err != nil {
		return nil, info, err
	}
	limit := d.MaxCost
	if limit == 0 {
		limit = DefaultMaxCost
	}
	if cost := info.CostAt(maxSide); cost > limit {
		return nil, info, fileError(catalog.FileTooLarge, fmt.Errorf("decoding %d×%d needs %d bytes of %d allowed", info.Width, info.Height, cost, limit))
	}
	if info.Remote() {
		return d.decodeRemote(ctx, info, data, maxSide)
	}
	img, err := guard(func() (*image.NRGBA, error) {
		full, err := decode(ctx, data, info)
		if err != nil {
			return nil, decodeError(ctx, err)
		}
		return scale(full, maxSide), nil
	})
	return img, info, err
}

// decodeRemote lets the Remote decode. What the decoder says about the size
// counts more than what Probe read out of the header.
func (d Decoder) decodeRemote(ctx context.Context, info Info, data []byte, maxSide int) (*image.NRGBA, Info, error) {
	if d.Remote == nil {
		return nil, info, unsupported(fmt.Errorf("no decoder for %s", info.Format))
	}
	img, w, h, err := d.Remote.Decode(ctx, info, data, maxSide)
	if err != nil {
		return nil, info, err
	}
	info.Width, info.Height = w, h
	return img, info, nil
}

// Finish makes of a picture that a remote decoder decoded what DecodeScaled
// gives: cut and turned as the file says where the decoder leaves that to its
// caller, and scaled. It returns the size before scaling, too.
func Finish(img image.Image, info Info, maxSide int) (scaled *image.NRGBA, w, h int, err error) {
	scaled, err = guard(func() (*image.NRGBA, error) {
		size := img.Bounds().Size()
		if info.turn > 1 || info.crop.Size() != info.coded {
			if size != info.coded {
				return nil, damaged(fmt.Errorf("decoded to %v, not %v", size, info.coded))
			}
			img = cut(img, info.crop)
			size = info.crop.Size()
		}
		w, h = UprightSize(size.X, size.Y, info.turn)
		return Upright(scale(img, maxSide), info.turn), nil
	})
	return scaled, w, h, err
}

// cut returns the part of a picture within r.
func cut(img image.Image, r image.Rectangle) image.Image {
	if m, ok := img.(interface {
		SubImage(r image.Rectangle) image.Image
	}); ok {
		return m.SubImage(r.Add(img.Bounds().Min))
	}
	return img
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
func decode(ctx context.Context, data []byte, info Info) (img image.Image, err error) {
	kind := info.Format
	if kind.IsRaw() {
		kind, data = format.JPEG, data[info.preview.start:info.preview.end]
	}
	r := until{ctx, bytes.NewReader(data)}
	switch kind {
	case format.JPEG:
		img, err = jpeg.Decode(io.MultiReader(r, strings.NewReader("\xff\xd9"))) // some lack nothing but the end marker
	case format.PNG:
		img, err = png.Decode(r)
	case format.GIF:
		if img, err = gif.Decode(r); err == nil {
			img = onScreen(img, info)
		}
	case format.TIFF:
		img, err = tiff.Decode(r.Reader)
	default:
		err = unsupported(fmt.Errorf("format %s", info.Format))
	}
	if err != nil {
		return nil, err
	}
	w, h := info.Decoded()
	if size := img.Bounds().Size(); size != image.Pt(w, h) {
		return nil, fmt.Errorf("decoded to %v, not %d×%d", size, w, h)
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

// until ends what reads it with its context, as a decoder would not.
type until struct {
	ctx context.Context
	*bytes.Reader
}

// Read implements io.Reader.
func (u until) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Reader.Read(p)
}

// decodeError gives a decoder's error its code; when the context has ended, the
// error is its.
func decodeError(ctx context.Context, err error) error {
	if ended := ctx.Err(); ended != nil {
		return ended
	}
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
