package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// TestUpright follows one pixel, the picture's top left as stored, to where Exif
// says that row 0 and column 0 are seen (Exif 3.0, section 4.6.5.1.6).
func TestUpright(t *testing.T) {
	const w, h = 5, 3
	tests := []struct {
		orientation int
		want        image.Point
	}{
		{0, image.Pt(0, 0)},
		{1, image.Pt(0, 0)},
		{2, image.Pt(w-1, 0)},
		{3, image.Pt(w-1, h-1)},
		{4, image.Pt(0, h-1)},
		{5, image.Pt(0, 0)},
		{6, image.Pt(h-1, 0)},
		{7, image.Pt(h-1, w-1)},
		{8, image.Pt(0, w-1)},
		{9, image.Pt(0, 0)},
		{-1, image.Pt(0, 0)},
	}
	for _, test := range tests {
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		img.Pix[0] = 200
		got := Upright(img, test.orientation)
		uw, uh := UprightSize(w, h, test.orientation)
		if got.Rect.Dx() != uw || got.Rect.Dy() != uh {
			t.Errorf("%d: size %v, UprightSize says %d×%d", test.orientation, got.Rect.Size(), uw, uh)
		}
		if got.NRGBAAt(test.want.X, test.want.Y).R != 200 {
			t.Errorf("%d: the first pixel is not at %v", test.orientation, test.want)
		}
	}
	// 5 and 1 leave the first pixel where it is; the second tells them apart.
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	img.SetNRGBA(1, 0, img.NRGBAAt(0, 0))
	img.Pix[4] = 200
	if Upright(img, 5).NRGBAAt(0, 1).R != 200 {
		t.Error("5 does not transpose")
	}
}

func TestThumbnail(t *testing.T) {
	data := jpegFile(t, landscape(800, 600))
	for orientation, want := range map[int]image.Point{1: {320, 240}, 3: {320, 240}, 6: {240, 320}, 8: {240, 320}} {
		look, err := Decoder{}.Look(t.Context(), data, orientation)
		thumb, info := look.Thumb, look.Info
		if err != nil || look.Hash == nil || info.Width != 800 || info.Height != 600 {
			t.Fatalf("%+v, %v", info, err)
		}
		cfg, err := jpeg.DecodeConfig(bytes.NewReader(thumb))
		if err != nil || cfg.Width != want.X || cfg.Height != want.Y {
			t.Errorf("orientation %d: %d×%d, %v; want %v", orientation, cfg.Width, cfg.Height, err, want)
		}
		if format.ExifPayload(thumb) != nil {
			t.Error("the thumbnail has metadata")
		}
	}
	if look, err := (Decoder{}).Look(t.Context(), []byte("no picture"), 1); err == nil || look.Thumb != nil {
		t.Errorf("thumbnail %v of no picture, %v", look.Thumb, err)
	}
}

func TestPlaceholder(t *testing.T) {
	a := Placeholder()
	if !bytes.Equal(a, Placeholder()) {
		t.Error("not the same each time")
	}
	img, info, err := Decoder{}.DecodeScaled(t.Context(), a, 0)
	if err != nil || info.Width != 320 || info.Height != 240 {
		t.Fatal(info, err)
	}
	edge, frame := img.NRGBAAt(5, 5).R, img.NRGBAAt(101, 120).R
	if edge < frame+30 {
		t.Errorf("the sign does not stand out: %d on %d", frame, edge)
	}
}

// photos returns the folder of real photos, or skips the test.
func photos(t testing.TB) string {
	t.Helper()
	root := os.Getenv("WAYBILL_PHOTOS")
	if root == "" {
		t.Skip("WAYBILL_PHOTOS is not set")
	}
	return root
}

// orientationOf reads tag 0x0112 from a JPEG.
func orientationOf(data []byte) int {
	ifd, ok := format.FirstIFD(format.ExifPayload(data))
	if !ok {
		return 0
	}
	v, _ := ifd.Uint(0x0112)
	return int(v)
}

// TestOrientationFiles: all files of a family show one picture once upright.
func TestOrientationFiles(t *testing.T) {
	root := filepath.Join(photos(t), "orientation")
	for _, family := range []string{"Landscape", "Portrait"} {
		paths, err := filepath.Glob(filepath.Join(root, family+"_*.jpg"))
		if err != nil || len(paths) < 9 {
			t.Fatalf("%d files of %s, %v", len(paths), family, err)
		}
		var first *image.NRGBA
		seen := map[int]bool{}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			orientation := orientationOf(data)
			seen[orientation] = true
			img, info, err := Decoder{}.DecodeScaled(t.Context(), data, 160)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			img = Upright(img, orientation)
			w, h := UprightSize(info.Width, info.Height, orientation)
			if (w > h) != (family == "Landscape") {
				t.Errorf("%s: upright size %d×%d", path, w, h)
			}
			if first == nil {
				first = img
				continue
			}
			if d := meanDifference(t, first, img); d > 8 {
				t.Errorf("%s: differs by %.1f from the first of its family", path, d)
			}
		}
		for o := 1; o <= 8; o++ {
			if !seen[o] {
				t.Errorf("%s: no file with orientation %d", family, o)
			}
		}
	}
}

// TestRealFiles decodes every photo or says by code why not.
func TestRealFiles(t *testing.T) {
	n, codes := 0, map[string]int{}
	err := filepath.WalkDir(photos(t), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		look, err := Decoder{}.Look(t.Context(), data, orientationOf(data))
		thumb, info := look.Thumb, look.Info
		code := string(catalog.CodeOf(err))
		codes[code]++
		switch ext := strings.ToLower(filepath.Ext(path)); {
		case code == "" && (err != nil || len(thumb) == 0):
			t.Errorf("%s: no code, no thumbnail: %v", path, err)
		case code == string(catalog.FileDecoderFailed):
			t.Errorf("%s: %v", path, err)
		case ext == ".tiff" && code != "":
			t.Errorf("%s: %v", path, err)
		case code != "":
			t.Logf("%s: %s %+v: %v", filepath.Base(path), code, info, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 || codes[""] < n/2 {
		t.Errorf("%d files, results %v", n, codes)
	}
	t.Logf("%d files, results %v", n, codes)
}
