package box

import (
	"bytes"
	"errors"
	"fmt"
	"image"

	"github.com/gen2brain/avif"
	"github.com/gen2brain/heic"
	"github.com/gen2brain/webp"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture"
)

// Decoders is the Decode of programs, with libwebp, libheif and libavif.
func Decoders(data []byte, info picture.Info) (image.Image, error) {
	r := bytes.NewReader(data)
	switch info.Format {
	case format.WebP:
		if webp.Dynamic() == nil {
			return nil, errDynamic
		}
		img, err := webp.Decode(r)
		if err != nil {
			return nil, err
		}
		if m, ok := img.(*image.NYCbCrA); ok {
			mend(m.Y, m.YStride)
			return fullRange(m), nil
		}
		return img, nil
	case format.HEIC:
		if heic.Dynamic() == nil {
			return nil, errDynamic
		}
		img, err := decodeHEIC(data, info)
		if m, ok := img.(*image.YCbCr); ok && info.VideoRange() {
			widen(m)
		}
		return img, err
	case format.AVIF:
		if avif.Dynamic() == nil {
			return nil, errDynamic
		}
		return decodeAVIF(data)
	}
	return nil, failure(catalog.FileUnsupported, fmt.Errorf("format %s", info.Format))
}

// decodeAVIF tells a picture that libavif could not decode, for which it reports
// success all the same, by what it leaves unset: how long the picture is shown,
// which is 1 for a still one, and any opacity.
func decodeAVIF(data []byte) (image.Image, error) {
	if string(data[8:12]) == "avis" { // only the first frame of many
		img, err := avif.Decode(bytes.NewReader(data))
		if err == nil && clearAll(img) {
			err = errNothing
		}
		return img, err
	}
	all, err := avif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if len(all.Image) != 1 || all.Delay[0] != 1 || clearAll(all.Image[0]) {
		return nil, errNothing
	}
	if m, ok := all.Image[0].(*image.RGBA); ok {
		mend(m.Pix, m.Stride)
	}
	return all.Image[0], nil
}

var errNothing = errors.New("avif: nothing decoded")

// clearAll reports whether a picture is all zeros.
func clearAll(img image.Image) bool {
	var pix []byte
	switch m := img.(type) {
	case *image.RGBA:
		pix = m.Pix
	case *image.RGBA64:
		pix = m.Pix
	}
	for _, v := range pix {
		if v != 0 {
			return false
		}
	}
	return true
}

// errDynamic is what a build without the tag nodynamic gets.
var errDynamic = failure(catalog.FileUnsupported, fmt.Errorf("the decoder is a library of the system"))

// fullRange makes the picture that libwebp decoded one that image and color
// understand: VP8 has luma from 16 to 235 (RFC 6386, section 9.2), they have all
// of 0 to 255. A picture that is nowhere transparent needs no alpha.
func fullRange(m *image.NYCbCrA) image.Image {
	widen(&m.YCbCr)
	for _, a := range m.A {
		if a != 0xff {
			return m
		}
	}
	return &m.YCbCr
}

// widen turns luma of 16 to 235 and colour differences of 16 to 240 into such of
// 0 to 255 (Rec. ITU-R BT.601-7, section 2.5.3).
func widen(m *image.YCbCr) {
	var luma, chroma [256]byte
	for i := range luma {
		luma[i] = byte(min(max((2*255*(i-16)+219)/(2*219), 0), 255))
		chroma[i] = byte(min(max((255*(i-128)+128*224+112)/224, 0), 255))
	}
	for i, v := range m.Y {
		m.Y[i] = luma[v]
	}
	for _, plane := range [][]byte{m.Cb, m.Cr} {
		for i, v := range plane {
			plane[i] = chroma[v]
		}
	}
}
