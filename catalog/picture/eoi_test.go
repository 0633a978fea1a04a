package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"

	"waybill/catalog"
)

// A JPEG that lacks nothing but its end marker is whole; one that lacks pixels
// is not.
func TestJPEGWithoutItsEnd(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	got, _, err := Decoder{}.DecodeScaled(t.Context(), whole[:len(whole)-2], 0)
	if err != nil {
		t.Fatal(err)
	}
	want, _, err := Decoder{}.DecodeScaled(t.Context(), whole, 0)
	if err != nil || !bytes.Equal(got.Pix, want.Pix) {
		t.Errorf("other pixels, %v", err)
	}
	for _, cut := range []int{len(whole) - 100, len(whole) / 2, len(whole) / 4 * 3} {
		if _, _, err := (Decoder{}).DecodeScaled(t.Context(), whole[:cut], 0); catalog.CodeOf(err) != catalog.FileDamaged {
			t.Errorf("cut at %d of %d: %v", cut, len(whole), err)
		}
	}
}
