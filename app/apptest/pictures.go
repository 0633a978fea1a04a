package apptest

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"waybill/assets"
)

// Samples writes the named sample photos into a new folder, or all of them when
// none is named.
func Samples(t testing.TB, names ...string) string {
	t.Helper()
	if len(names) == 0 {
		var err error
		if names, err = fs.Glob(assets.Samples(), "*.jpg"); err != nil || len(names) == 0 {
			t.Fatalf("there are no sample photos: %v", err)
		}
	}
	dir := t.TempDir()
	if err := writeSamples(dir, names); err != nil {
		t.Fatal(err)
	}
	return dir
}

func writeSamples(dir string, names []string) error {
	for _, name := range names {
		data, err := fs.ReadFile(assets.Samples(), name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Picture draws a picture of 12 by 9 pixels that differs from those of other
// numbers below 65,536.
func Picture(n int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 12, 9))
	for i := range 12 {
		img.SetNRGBA(i, i%9, color.NRGBA{R: uint8(n), G: uint8(n >> 8), B: uint8(20 * i), A: 255})
	}
	return img
}

// PNGs writes the pictures 0 to n-1 into a new folder, as IMG_1000.png and so on.
func PNGs(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		WritePNG(t, filepath.Join(dir, fmt.Sprintf("IMG_%d.png", 1000+i)), Picture(i))
	}
	return dir
}

// WritePNG writes a picture into a new file.
func WritePNG(t testing.TB, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, img), f.Close()); err != nil {
		t.Fatal(err)
	}
}
