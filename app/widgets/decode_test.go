package widgets

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"fyne.io/fyne/v2"
)

func TestDecodePicture(t *testing.T) {
	encode := func(w, h int) []byte {
		img := image.NewGray(image.Rect(0, 0, w, h))
		for i := range img.Pix {
			img.Pix[i] = 0x90
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	img, err := DecodePicture(encode(40, 30))
	if err != nil || img.Rect != image.Rect(0, 0, 40, 30) {
		t.Fatalf("a picture of 40×30 is %v, %v", img, err)
	}
	if got := img.RGBAAt(20, 15); got != (color.RGBA{R: 0x90, G: 0x90, B: 0x90, A: 0xff}) {
		t.Errorf("its middle is %v", got)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "half": encode(40, 30)[:200], "a text": []byte("boxes"), "a long strip": encode(maxDecodedSide+1, 1),
	} {
		if img, err := DecodePicture(data); err == nil {
			t.Errorf("%s becomes a picture of %v", name, img.Rect)
		}
	}
}

func TestFit(t *testing.T) {
	room := fyne.NewSize(100, 100)
	for _, c := range []struct {
		w, h int
		want fyne.Size
	}{
		{320, 240, fyne.NewSize(100, 75)}, {240, 320, fyne.NewSize(75, 100)}, {10, 10, room}, {0, 0, room}, {0, 5, room},
	} {
		if got := Fit(image.Rect(0, 0, c.w, c.h), room); got != c.want {
			t.Errorf("%d×%d fits as %v, want %v", c.w, c.h, got, c.want)
		}
	}
}
