package widgets

import (
	"image"
	"testing"
)

func TestPictureCacheKeepsToItsBytes(t *testing.T) {
	c := newPictureCache[int](3 * 64) // three pictures of 4×4 RGBA
	for key := range 3 {
		c.put(key, numbered(key))
	}
	c.get(0)
	c.put(3, numbered(3))
	for key, want := range map[int]bool{0: true, 1: false, 2: true, 3: true} {
		if _, ok := c.get(key); ok != want {
			t.Errorf("picture %d kept: %v", key, ok)
		}
	}
	c.put(3, numbered(3))
	c.put(9, image.NewGray(image.Rect(0, 0, 100, 100)))
	if _, ok := c.get(9); ok || c.used != 3*64 {
		t.Errorf("too great a picture kept: %v, %d bytes used", ok, c.used)
	}
	if got := pictureBytes(image.NewYCbCr(image.Rect(0, 0, 10, 10), image.YCbCrSubsampleRatio420)); got != 150 {
		t.Errorf("10×10 of 4:2:0 takes %d bytes, want 150", got)
	}
}
