package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"github.com/disintegration/imaging"
)

// samplePhotos are the photos that ship with the program, at 480 pixels.
// alike is the distance up to which package similar takes pictures for versions
// of one another.
const alike = 8

func samplePhotos(t testing.TB) map[string]*image.NRGBA {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "assets", "samples", "*.jpg"))
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d samples, %v", len(paths), err)
	}
	photos := map[string]*image.NRGBA{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		img, _, err := Decoder{}.DecodeScaled(t.Context(), data, 480)
		if err != nil {
			t.Fatal(path, err)
		}
		photos[filepath.Base(path)] = img
	}
	return photos
}

// compressed is a JPEG at a quality.
func compressed(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func hashOf(t testing.TB, data []byte) uint64 {
	t.Helper()
	look, err := Decoder{}.Look(t.Context(), data, 1)
	if err != nil || look.Hash == nil {
		t.Fatal("no hash", err)
	}
	return *look.Hash
}

// TestHashDistances: what a messenger makes of a photo stays near it, and
// photos of different things are far apart.
func TestHashDistances(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine that decodes all samples")
	}
	hashes := map[string]uint64{}
	for name, img := range samplePhotos(t) {
		h := hashOf(t, compressed(t, img, 92))
		hashes[name] = h
		half := imaging.Resize(img, img.Rect.Dx()/2, 0, imaging.Linear)
		if d := HashDistance(h, hashOf(t, compressed(t, half, 30))); d > alike {
			t.Errorf("%s: half the size at quality 30 is %d away", name, d)
		}
		if d := HashDistance(h, hashOf(t, compressed(t, imaging.AdjustGamma(img, 1.2), 80))); d > alike {
			t.Errorf("%s: brighter is %d away", name, d)
		}
	}
	same, pairs, least := 0, 0, 64
	for a, ha := range hashes {
		for b, hb := range hashes {
			if a >= b {
				continue
			}
			pairs++
			switch d := HashDistance(ha, hb); {
			case d <= alike:
				same++ // some of the samples are others' copies from messengers
			default:
				least = min(least, d)
			}
		}
	}
	if same > len(hashes)/2 || least < 14 {
		t.Errorf("of %d pairs %d are near, the others at least %d apart", pairs, same, least)
	}
}

func TestNoHashWithoutContrast(t *testing.T) {
	plain := image.NewNRGBA(image.Rect(0, 0, 320, 200))
	draw.Draw(plain, plain.Rect, image.NewUniform(color.NRGBA{200, 40, 90, 255}), image.Point{}, draw.Src)
	if h, ok := PerceptualHash(plain); ok {
		t.Errorf("a plain picture has hash %x", h)
	}
	plain.SetNRGBA(3, 3, color.NRGBA{A: 255})
	look, err := Decoder{}.Look(t.Context(), pngFile(t, plain), 1)
	if err != nil || look.Hash != nil {
		t.Errorf("a plain picture with a speck has hash %v, %v", look.Hash, err)
	}
}

// TestHashIsOfUprightPicture turns a picture and says so.
func TestHashIsOfUprightPicture(t *testing.T) {
	img := converted(landscape(400, 300), image.NewNRGBA(image.Rect(0, 0, 400, 300)))
	want := hashOf(t, pngFile(t, img))
	look, err := Decoder{}.Look(t.Context(), pngFile(t, imaging.Rotate90(img)), 6)
	if err != nil || look.Hash == nil {
		t.Fatal(err)
	}
	if d := HashDistance(want, *look.Hash); d > 2 {
		t.Errorf("turned upright, the same picture is %d away", d)
	}
}
