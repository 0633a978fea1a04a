package box_test

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gen2brain/avif"
	"github.com/gen2brain/webp"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture"
	"waybill/catalog/picture/box"
)

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// checkQuarters looks into the middle of each quarter.
func checkQuarters(t *testing.T, name string, got *image.NRGBA) {
	t.Helper()
	size := got.Rect.Size()
	want := quarters(size.X, size.Y)
	for _, at := range []image.Point{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		x, y := at.X*size.X/4, at.Y*size.Y/4
		g, w := got.NRGBAAt(x, y), want.NRGBAAt(x, y)
		if !near(g, w, 6) {
			t.Errorf("%s: %v at %d,%d of %v, want %v", name, g, x, y, size, w)
		}
	}
}

func near(a, b color.NRGBA, most int) bool {
	d := func(a, b byte) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B), d(a.A, b.A)) <= most
}

// TestPhonePictures decodes the pictures of a phone held upright: stored lying,
// with an Exif orientation of 6, which HEIC and AVIF have heeded already.
func TestPhonePictures(t *testing.T) {
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	for name, upright := range map[string]bool{"phone.heic": true, "phone.avif": true, "phone.webp": false} {
		data := testdata(t, name)
		for side, want := range map[int]image.Point{0: {144, 192}, 32: {24, 32}} {
			img, info, err := d.DecodeScaled(t.Context(), data, side)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if info.Upright != upright {
				t.Errorf("%s: Upright = %v", name, info.Upright)
			}
			if w, h := info.UprightSize(6); w != 144 || h != 192 {
				t.Errorf("%s: upright size %d×%d", name, w, h)
			}
			if !info.Upright {
				img = picture.Upright(img, 6)
			}
			if img.Rect.Size() != want {
				t.Errorf("%s at %d: %v, want %v", name, side, img.Rect.Size(), want)
			}
			checkQuarters(t, name, img)
		}
		look, err := d.Look(t.Context(), data, 6)
		if err != nil || look.Hash == nil {
			t.Errorf("%s: %+v, %v", name, look, err)
			continue
		}
		thumb, _, err := picture.Decoder{}.DecodeScaled(t.Context(), look.Thumb, 0)
		if err != nil {
			t.Fatal(err)
		}
		checkQuarters(t, name+"'s thumbnail", thumb)
	}
}

// TestSmallHEIC decodes pictures whose rows libheif lays further apart than they
// are long, to the last corner.
func TestSmallHEIC(t *testing.T) {
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	for name, want := range map[string]image.Point{
		"tiny.heic": {48, 64}, "tiny-turned.heic": {48, 64}, "small.heic": {100, 75}, "phone.heic": {144, 192},
	} {
		img, info, err := d.DecodeScaled(t.Context(), testdata(t, name), 0)
		if err != nil || img.Rect.Size() != want || image.Pt(info.Width, info.Height) != want {
			t.Errorf("%s: %v, %+v, %v", name, img.Bounds(), info, err)
			continue
		}
		checkQuarters(t, name, img)
		right := quarters(want.X, want.Y)
		for _, at := range []image.Point{{0, 0}, {want.X - 1, 0}, {0, want.Y - 1}, {want.X - 1, want.Y - 1}} {
			if got := img.NRGBAAt(at.X, at.Y); !near(got, right.NRGBAAt(at.X, at.Y), 24) {
				t.Errorf("%s: %v in the corner %v", name, got, at)
			}
		}
	}
	img, _, err := d.DecodeScaled(t.Context(), testdata(t, "tiny-grey.heic"), 0)
	if err != nil || img.Rect.Size() != image.Pt(48, 64) {
		t.Fatal(img.Bounds(), err)
	}
	if dark, light := img.NRGBAAt(2, 60), img.NRGBAAt(46, 60); dark.R > 90 || light.R < 220 || dark.R != dark.G {
		t.Errorf("grey: %v and %v", dark, light)
	}
}

// made are files that the encoders can make, of quarters.
func made(t testing.TB, w, h int) map[string][]byte {
	img := quarters(w, h)
	deep := image.NewNRGBA64(img.Rect)
	for y := range h {
		for x := range w {
			deep.Set(x, y, img.At(x, y))
		}
	}
	var still bytes.Buffer
	if err := avif.Encode(&still, img, avif.Options{Quality: 90, Speed: 10}); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"lossy.webp":    webpFile(t, img, webp.Options{Quality: 90}),
		"lossless.webp": webpFile(t, img, webp.Options{Lossless: true}),
		"still.avif":    still.Bytes(),
	}
}

func TestMadePictures(t *testing.T) {
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	for name, data := range made(t, 203, 101) {
		info, err := picture.Probe(data)
		if err != nil || info.Width != 203 || info.Height != 101 {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
		for _, side := range []int{0, 100, 33} {
			img, info, err := d.DecodeScaled(t.Context(), data, side)
			if err != nil {
				t.Errorf("%s at %d: %v", name, side, err)
				continue
			}
			w, h := picture.ScaledSize(203, 101, side)
			if img.Rect.Size() != image.Pt(w, h) || info.Width != 203 || info.Height != 101 {
				t.Errorf("%s at %d: %v of %+v", name, side, img.Rect, info)
			}
			checkQuarters(t, name, img)
		}
	}
}

// TestTransparencyAndMotion shows what is clear as white, and the first frame.
func TestTransparencyAndMotion(t *testing.T) {
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	clear := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for i := range 16 * 32 {
		clear.SetNRGBA(i%16, i/16, color.NRGBA{255, 0, 0, 128})
	}
	for _, o := range []webp.Options{{Lossless: true}, {Quality: 90}} {
		img, _, err := d.DecodeScaled(t.Context(), webpFile(t, clear, o), 0)
		if err != nil {
			t.Fatal(err)
		}
		if c := img.NRGBAAt(6, 16); !near(c, color.NRGBA{255, 127, 127, 255}, 8) {
			t.Errorf("half red became %v", c)
		}
		if c := img.NRGBAAt(26, 16); !near(c, color.NRGBA{255, 255, 255, 255}, 4) {
			t.Errorf("nothing became %v", c)
		}
	}
	img, info, err := d.DecodeScaled(t.Context(), testdata(t, "moving.webp"), 0)
	if err != nil || info.Width != 40 || info.Height != 30 {
		t.Fatal(info, err)
	}
	if c := img.NRGBAAt(20, 15); !near(c, color.NRGBA{200, 30, 30, 255}, 6) {
		t.Errorf("first frame is %v", c)
	}
}

// TestTruncated cuts files short: no picture comes of them, and the child lives on.
func TestTruncated(t *testing.T) {
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	files := made(t, 400, 300)
	for _, name := range []string{"phone.heic", "phone.avif"} {
		files[name] = testdata(t, name)
	}
	for name, data := range files {
		for _, part := range []float64{0.1, 0.5, 0.8, 0.95} {
			img, _, err := d.DecodeScaled(t.Context(), data[:int(part*float64(len(data)))], 64)
			if code := catalog.CodeOf(err); img != nil || code != catalog.FileDamaged {
				t.Errorf("%s cut to %.2f: code %q, %v", name, part, code, err)
			}
		}
		// Bytes in the middle of the pixels that are wrong must do no harm.
		broken := bytes.Clone(data)
		for i := len(broken) / 2; i < len(broken); i += 7 {
			broken[i] ^= 0x55
		}
		if img, _, err := d.DecodeScaled(t.Context(), broken, 64); (img == nil) == (err == nil) {
			t.Errorf("%s broken: %v, %v", name, img != nil, err)
		}
		if _, _, err := d.DecodeScaled(t.Context(), data, 64); err != nil {
			t.Errorf("%s whole, after broken ones: %v", name, err)
		}
	}
}

// TestRealHEIC decodes phones' files to the sizes that they show upright.
func TestRealHEIC(t *testing.T) {
	root := os.Getenv("WAYBILL_PHOTOS")
	if root == "" {
		t.Skip("WAYBILL_PHOTOS is not set")
	}
	if box.RaceDetector {
		t.Skip("the race detector takes more memory than a child may have")
	}
	want := map[string]image.Point{
		"samplefilehub.heif":        {640, 426},
		"IMG_5195.HEIC":             {2566, 3313},
		"iphone_13_pro_max.HEIC":    {3024, 4032}, // stored lying
		"HMD_Nokia_8.3_5G.heif":     {3456, 4608}, // stored lying
		"HMD_Nokia_8.3_5G_hdr.heif": {4608, 3456},
	}
	d := picture.Decoder{Remote: newBox(t, box.Options{}, nil)}
	seen := 0
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".hei") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		probed, err := picture.Probe(data)
		if err != nil || probed.Format != format.HEIC {
			t.Errorf("%s: %+v, %v", path, probed, err)
		}
		look, err := d.Look(t.Context(), data, 6)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		size := image.Pt(look.Info.Width, look.Info.Height)
		if probed.Width != size.X || probed.Height != size.Y {
			t.Errorf("%s: header says %d×%d, decoder %v", path, probed.Width, probed.Height, size)
		}
		if w, ok := want[filepath.Base(path)]; ok && w != size {
			t.Errorf("%s: %v, want %v", path, size, w)
		}
		seen++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Error("no file")
	}
}
