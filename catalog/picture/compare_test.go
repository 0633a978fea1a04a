package picture

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/disintegration/imaging"
)

// withThumbnail puts a thumbnail into a JPEG as cameras do: in the second
// directory of its Exif data.
func withThumbnail(photo, thumb []byte) []byte {
	le := binary.LittleEndian
	exif := []byte("II*\x00\x08\x00\x00\x00")
	exif = le.AppendUint16(exif, 0)
	exif = le.AppendUint32(exif, 14)
	exif = le.AppendUint16(exif, 2)
	for _, e := range [][2]uint32{{tagJPEGOffset, 44}, {tagJPEGLength, uint32(len(thumb))}} {
		exif = le.AppendUint16(exif, uint16(e[0]))
		exif = le.AppendUint16(exif, 4)
		exif = le.AppendUint32(exif, 1)
		exif = le.AppendUint32(exif, e[1])
	}
	exif = append(le.AppendUint32(exif, 0), thumb...)
	file := []byte("\xff\xd8\xff\xe1")
	file = binary.BigEndian.AppendUint16(file, uint16(2+6+len(exif)))
	file = append(append(file, "Exif\x00\x00"...), exif...)
	return append(file, photo[2:]...)
}

// cameraThumb is a thumbnail of 160×120 with bars where the shape differs.
func cameraThumb(img image.Image) *image.NRGBA {
	thumb := image.NewNRGBA(image.Rect(0, 0, 160, 120))
	draw.Draw(thumb, thumb.Rect, image.Black, image.Point{}, draw.Src)
	small := imaging.Fit(img, 160, 120, imaging.Linear)
	return imaging.PasteCenter(thumb, small)
}

// TestThumbnailComparison edits photos behind their thumbnails' backs.
func TestThumbnailComparison(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine that decodes all samples")
	}
	tests := []struct {
		name    string
		photo   func(*image.NRGBA) image.Image
		thumb   func(*image.NRGBA) image.Image
		differs bool
		misses  int // in how many of the photos nothing that shows is at that place
	}{
		{"untouched", nil, nil, false, 0},
		{"without bars", nil, func(m *image.NRGBA) image.Image { return imaging.Fit(m, 160, 120, imaging.Box) }, false, 0},
		{"3:2 in 4:3 with bars", crop(0, 0.06, 1, 0.94), nil, false, 0},
		{"upright photo in a lying thumbnail", func(m *image.NRGBA) image.Image { return imaging.Rotate270(m) }, nil, false, 0},
		{"blurred and brighter", nil, func(m *image.NRGBA) image.Image {
			return imaging.AdjustGamma(imaging.Blur(cameraThumb(m), 0.7), 1.3)
		}, false, 0},
		{"grey photo", func(m *image.NRGBA) image.Image { return imaging.Grayscale(m) }, nil, false, 0},
		{"middle at another shape", crop(0, 0.125, 1, 0.875), func(m *image.NRGBA) image.Image {
			wide := crop(0, 0.125, 1, 0.875)(m)
			return imaging.Fill(wide, 160, 120, imaging.Center, imaging.Box)
		}, false, 0},
		{"cut to the right two thirds", crop(0.33, 0, 1, 1), original, true, 0},
		{"cut to the middle", crop(0.2, 0.2, 0.8, 0.8), original, true, 0},
		{"something painted over", func(m *image.NRGBA) image.Image {
			out, w := imaging.Clone(m), m.Rect.Dx()
			at := image.Rect(w/4, w/4, w/4+w/6, w/4+w/6)
			draw.Draw(out, at, image.NewUniform(color.NRGBA{10, 10, 10, 255}), image.Point{}, draw.Src)
			return out
		}, original, true, 1},
	}
	photos := samplePhotos(t)
	for i, name := range slices.Sorted(maps.Keys(photos)) {
		if i%3 != 0 { // some are enough
			delete(photos, name)
		}
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			misses := 0
			for name, img := range photos {
				photo, thumb := image.Image(img), image.Image(nil)
				if test.photo != nil {
					photo = test.photo(img)
				}
				switch {
				case test.thumb != nil:
					thumb = test.thumb(img)
				case test.name == "upright photo in a lying thumbnail":
					thumb = cameraThumb(img)
				default:
					thumb = cameraThumb(photo)
				}
				data := withThumbnail(compressed(t, photo, 90), compressed(t, thumb, 60))
				look, err := Decoder{}.Look(t.Context(), data, 1)
				if err != nil || look.Embedded == nil {
					t.Fatalf("%s: %+v, %v", name, look.Embedded, err)
				}
				if look.Embedded.Differs != test.differs {
					misses++
					t.Logf("%s: %+v", name, *look.Embedded)
				}
			}
			if misses > test.misses {
				t.Errorf("%d of %d are told wrong", misses, len(photos))
			}
		})
	}
}

func original(m *image.NRGBA) image.Image { return cameraThumb(m) }

// crop cuts to a part, given in parts of the sides.
func crop(left, top, right, bottom float64) func(*image.NRGBA) image.Image {
	return func(m *image.NRGBA) image.Image {
		w, h := float64(m.Rect.Dx()), float64(m.Rect.Dy())
		return imaging.Crop(m, image.Rect(int(left*w), int(top*h), int(right*w), int(bottom*h)))
	}
}

func TestEmbeddedThumbnail(t *testing.T) {
	photo := jpegFile(t, landscape(320, 240))
	thumb := jpegFile(t, landscape(160, 120))
	got, ok := EmbeddedThumbnail(withThumbnail(photo, thumb))
	if !ok || string(got) != string(thumb) {
		t.Errorf("%d bytes of %d, %v", len(got), len(thumb), ok)
	}
	for name, data := range map[string][]byte{
		"none":        photo,
		"no JPEG":     withThumbnail(photo, []byte("not a picture at all")),
		"empty":       nil,
		"ends early":  withThumbnail(photo, thumb)[:60],
		"huge":        withThumbnail(photo, jpegFile(t, landscape(1200, 20))),
		"a PNG":       pngFile(t, landscape(20, 20)),
		"endless IFD": {0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0},
	} {
		if got, ok := EmbeddedThumbnail(data); ok {
			t.Errorf("%s: %d bytes", name, len(got))
		}
	}
	// A thumbnail whose pixels end early is not compared.
	look, err := Decoder{}.Look(t.Context(), withThumbnail(photo, thumb[:len(thumb)/2]), 1)
	if err != nil || look.Embedded != nil {
		t.Errorf("half a thumbnail: %+v, %v", look.Embedded, err)
	}
}

// TestThumbnailsOfRealPhotos raises no false alarm: but for the one photo that
// was cut, all thumbnails show what their photos show.
func TestThumbnailsOfRealPhotos(t *testing.T) {
	cut := map[string]bool{"35-empty.jpg": true}
	compared := 0
	err := filepath.WalkDir(photos(t), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".jp") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		look, err := Decoder{}.Look(t.Context(), data, orientationOf(data))
		if err != nil || look.Embedded == nil {
			return nil // TestRealFiles has an eye on those
		}
		compared++
		if look.Embedded.Differs != cut[d.Name()] {
			t.Errorf("%s: %+v", path, *look.Embedded)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if compared < 20 {
		t.Errorf("only %d photos have a thumbnail", compared)
	}
}
