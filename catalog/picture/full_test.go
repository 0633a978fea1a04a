package picture

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"waybill/catalog"
)

// A picture with all its pixels looks as the scaled one does at its own size, in
// every orientation and with colours for one, two and four pixels.
func TestDecodeFullIsUpright(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		for orientation := 0; orientation <= 9; orientation++ {
			img := planes(144, 80, ratio)
			want := Upright(scale(planes(144, 80, ratio), 0), orientation)
			got := turnYCbCr(img, orientation)
			if got == nil {
				if cw, _, _ := chromaSize(ratio); cw < 4 || orientation < 5 {
					t.Errorf("%v cannot be turned by %d", ratio, orientation)
				}
				continue
			}
			if got.Rect != want.Rect {
				t.Fatalf("%v turned by %d is %v, want %v", ratio, orientation, got.Rect, want.Rect)
			}
			for y := range got.Rect.Dy() {
				for x := range got.Rect.Dx() {
					if a, b := color.NRGBAModel.Convert(got.At(x, y)), want.NRGBAAt(x, y); a != b {
						t.Fatalf("%v turned by %d: %d, %d is %v, want %v", ratio, orientation, x, y, a, b)
					}
				}
			}
		}
	}
}

// planes makes a picture in which every sample differs.
func planes(w, h int, ratio image.YCbCrSubsampleRatio) *image.YCbCr {
	img, r := image.NewYCbCr(image.Rect(0, 0, w, h), ratio), rand.New(rand.NewPCG(3, 4))
	for _, plane := range [][]byte{img.Y, img.Cb, img.Cr} {
		for i := range plane {
			plane[i] = byte(r.Uint32())
		}
	}
	return img
}

func TestDecodeFullKeepsWhatJPEGTakes(t *testing.T) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, planes(301, 200, image.YCbCrSubsampleRatio420), nil); err != nil {
		t.Fatal(err)
	}
	img, _, err := Decoder{}.DecodeFull(t.Context(), data.Bytes(), 6)
	if err != nil {
		t.Fatal(err)
	}
	if y, ok := img.(*image.YCbCr); !ok || y.Rect != image.Rect(0, 0, 200, 301) || len(y.Y) != 200*301 {
		t.Errorf("decoded to %T of %v", img, img.Bounds())
	}
	data.Reset()
	if err := jpeg.Encode(&data, image.NewGray(image.Rect(0, 0, 30, 20)), nil); err != nil {
		t.Fatal(err)
	}
	if img, _, err = (Decoder{}).DecodeFull(t.Context(), data.Bytes(), 6); err != nil || img.Bounds() != image.Rect(0, 0, 20, 30) {
		t.Errorf("a grey one: %v, %v", img, err)
	}
}

// A hundred megapixels are decoded, with less memory than their RGBA would take;
// what needs more than is allowed is refused before it is decoded.
func TestDecodeFullIsBounded(t *testing.T) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, planes(640, 400, image.YCbCrSubsampleRatio420), nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := (Decoder{MaxCost: 4 * 640 * 400}).DecodeFull(t.Context(), data.Bytes(), 6); err != nil {
		t.Errorf("within its RGBA: %v", err)
	}
	if _, _, err := (Decoder{MaxCost: 2 * 640 * 400}).DecodeFull(t.Context(), data.Bytes(), 6); catalog.CodeOf(err) != catalog.FileTooLarge {
		t.Errorf("refused with %v", err)
	}
	for cut := 0; cut < data.Len(); cut += 997 {
		if img, _, err := (Decoder{}).DecodeFull(t.Context(), data.Bytes()[:cut], 6); err == nil && img.Bounds() != image.Rect(0, 0, 400, 640) {
			t.Errorf("cut at %d: %v", cut, img.Bounds())
		}
	}
}

// What nobody waits for any more is not decoded to its end.
func TestDecodingStopsWithItsContext(t *testing.T) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, planes(1600, 1200, image.YCbCrSubsampleRatio420), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	ctx := &countdown{Context: t.Context(), left: 20}
	for _, work := range map[string]func() error{
		"scaled": func() error { _, _, err := Decoder{}.DecodeScaled(ctx, data.Bytes(), 320); return err },
		"full":   func() error { _, _, err := Decoder{}.DecodeFull(ctx, data.Bytes(), 6); return err },
	} {
		ctx.left = 20
		if err := work(); !errors.Is(err, context.Canceled) {
			t.Errorf("it went on: %v", err)
		}
		if ctx.asked > 30 {
			t.Errorf("asked %d times whether to go on", ctx.asked)
		}
		ctx.asked = 0
	}
}

// countdown is a context that ends when it was asked a number of times.
type countdown struct {
	context.Context
	left, asked int
}

func (c *countdown) Err() error {
	c.asked++
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}
