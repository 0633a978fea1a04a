package picture

import (
	"context"
	"fmt"
	"image"

	"waybill/catalog"
	"waybill/catalog/format"
)

// turnBlock is the side of the squares in which a plane is turned, in samples, so
// that the rows written to and read from stay in the processor's cache.
const turnBlock = 64

// DecodeFull decodes the picture in data with all its pixels, and turns it upright
// by its Exif orientation (1 to 8) unless Info.Upright says that it is. A JPEG in
// colour stays a *image.YCbCr, which takes 1.5 bytes a pixel at 4:2:0 where
// anything else takes 4; all others are *image.NRGBA and as DecodeScaled gives
// them. Errors are those of DecodeScaled.
func (d Decoder) DecodeFull(ctx context.Context, data []byte, orientation int) (image.Image, Info, error) {
	info, err := Probe(data)
	if err != nil {
		return nil, info, err
	}
	if info.planar() {
		img, err := d.decodePlanes(ctx, data, info, orientation)
		if img != nil || err != nil {
			return img, info, err
		}
	}
	img, info, err := d.DecodeScaled(ctx, data, 0)
	if err != nil {
		return nil, info, err
	}
	if !info.Upright {
		img = Upright(img, orientation)
	}
	return img, info, nil
}

// planar tells whether the pixels come in planes, one for each component.
func (i Info) planar() bool { return i.Format.IsRaw() || i.Format == format.JPEG }

// decodePlanes decodes a JPEG whose planes can be turned; nil for any other.
func (d Decoder) decodePlanes(ctx context.Context, data []byte, info Info, orientation int) (img image.Image, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w, h := info.Decoded()
	limit := d.MaxCost
	if limit == 0 {
		limit = DefaultMaxCost
	}
	if cost := info.Cost + int64(w)*int64(h); cost > limit { // the planes, and the largest of them while it is turned
		return nil, fileError(catalog.FileTooLarge, fmt.Errorf("decoding %d×%d needs %d bytes of %d allowed", w, h, cost, limit))
	}
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, fileError(catalog.FileDecoderFailed, fmt.Errorf("panic: %v", r))
		}
	}()
	full, err := decode(ctx, data, info)
	if err != nil {
		return nil, decodeError(ctx, err)
	}
	planes, ok := full.(*image.YCbCr)
	if !ok {
		return nil, nil
	}
	if info.Upright {
		orientation = 1
	}
	if turned := turnYCbCr(planes, orientation); turned != nil {
		return turned, nil
	}
	return Upright(scale(planes, 0), orientation), nil
}

// turnYCbCr turns a picture plane by plane, and gives what it has turned back to
// the collector. It returns nil for a picture whose colours cannot be kept when
// width and height change places. In a picture of an odd size colours move by a
// pixel, as they are shared by two.
func turnYCbCr(img *image.YCbCr, orientation int) *image.YCbCr {
	cw, ch, ok := chromaSize(img.SubsampleRatio)
	if !ok || img.Rect.Min != (image.Point{}) {
		return nil
	}
	if orientation < 2 || orientation > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	ratio := img.SubsampleRatio
	if orientation >= 5 {
		switch ratio {
		case image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio420:
		case image.YCbCrSubsampleRatio422:
			ratio = image.YCbCrSubsampleRatio440
		case image.YCbCrSubsampleRatio440:
			ratio = image.YCbCrSubsampleRatio422
		default:
			return nil
		}
	}
	uw, uh := UprightSize(w, h, orientation)
	wide, high := ceilDiv(w, cw), ceilDiv(h, ch)
	out := &image.YCbCr{SubsampleRatio: ratio, Rect: image.Rect(0, 0, uw, uh), YStride: uw}
	out.CStride, _ = UprightSize(wide, high, orientation)
	for _, p := range []struct {
		to, from        *[]byte
		stride, wide, h int
	}{{&out.Y, &img.Y, img.YStride, w, h}, {&out.Cb, &img.Cb, img.CStride, wide, high}, {&out.Cr, &img.Cr, img.CStride, wide, high}} {
		*p.to = turnPlane(*p.from, p.stride, p.wide, p.h, orientation)
		*p.from = nil
	}
	return out
}

// turnPlane turns a plane of w×h samples by an Exif orientation of 2 to 8.
func turnPlane(src []byte, stride, w, h, orientation int) []byte {
	right, bottom := w-1, (h-1)*stride
	var from, across, down int // of the source: where to begin, and what a step in the result comes to
	switch orientation {
	case 2:
		from, across, down = right, -1, stride
	case 3:
		from, across, down = right+bottom, -1, -stride
	case 4:
		from, across, down = bottom, 1, -stride
	case 5:
		from, across, down = 0, stride, 1
	case 6:
		from, across, down = bottom, -stride, 1
	case 7:
		from, across, down = right+bottom, -stride, -1
	case 8:
		from, across, down = right, stride, -1
	}
	wide, high := UprightSize(w, h, orientation)
	dst := make([]byte, wide*high)
	for y0 := 0; y0 < high; y0 += turnBlock {
		for x0 := 0; x0 < wide; x0 += turnBlock {
			for y := y0; y < min(y0+turnBlock, high); y++ {
				row, at := dst[y*wide:][:wide], from+y*down+x0*across
				for x := x0; x < min(x0+turnBlock, wide); x++ {
					row[x] = src[at]
					at += across
				}
			}
		}
	}
	return dst
}
