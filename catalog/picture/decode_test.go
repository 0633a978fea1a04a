package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"strings"
	"testing"

	"github.com/disintegration/imaging"

	"waybill/catalog"
	"waybill/catalog/format"
)

// TestDecodeScaledSamples decodes one picture in every kind of file and expects
// to see that picture.
func TestDecodeScaledSamples(t *testing.T) {
	const w, h = 403, 301 // no multiple of any block or square
	img := landscape(w, h)
	grey := converted(img, image.NewGray(img.Bounds()))
	for name, data := range samples(t, w, h) {
		var want image.Image = img
		limit := 3.0
		if strings.Contains(name, "grey") {
			want = grey
		}
		if strings.Contains(name, "palette") || name == "gif" {
			limit = 20 // 216 colours only
		}
		for _, side := range []int{50, 101, 200, 402, 403, 1000} {
			got, info, err := Decoder{}.DecodeScaled(t.Context(), data, side)
			if err != nil {
				t.Errorf("%s at %d: %v", name, side, err)
				continue
			}
			if info.Width != w || info.Height != h || max(got.Rect.Dx(), got.Rect.Dy()) != min(side, w) {
				t.Errorf("%s at %d: result %v, info %+v", name, side, got.Rect, info)
				continue
			}
			straight := imaging.Resize(want, got.Rect.Dx(), got.Rect.Dy(), imaging.Lanczos)
			if d := meanDifference(t, got, straight); d > limit {
				t.Errorf("%s at %d: differs by %.1f from the picture", name, side, d)
			}
		}
	}
}

func TestScaledSize(t *testing.T) {
	tests := []struct{ w, h, side, wantW, wantH int }{
		{4000, 3000, 320, 320, 240},
		{3000, 4000, 320, 240, 320},
		{320, 240, 320, 320, 240},
		{100, 50, 320, 100, 50},
		{10000, 3, 320, 320, 1},
		{4000, 3000, 0, 4000, 3000},
		{4000, 3000, -1, 4000, 3000},
		{1, 1, 1, 1, 1},
	}
	for _, test := range tests {
		w, h := ScaledSize(test.w, test.h, test.side)
		if w != test.wantW || h != test.wantH {
			t.Errorf("ScaledSize(%d, %d, %d) = %d, %d; want %d, %d", test.w, test.h, test.side, w, h, test.wantW, test.wantH)
		}
	}
}

func TestThinPictures(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {1, 2000}, {2000, 1}, {3, 1301}} {
		got, _, err := Decoder{}.DecodeScaled(t.Context(), pngFile(t, landscape(size.X, size.Y)), 100)
		if err != nil || got.Rect.Dx() < 1 || got.Rect.Dy() < 1 || max(got.Rect.Dx(), got.Rect.Dy()) != min(100, max(size.X, size.Y)) {
			t.Errorf("%v: %v, %v", size, got.Bounds(), err)
		}
	}
}

// TestFlattensOnWhite looks at a square of red at half alpha in a clear picture,
// whichever way it is scaled.
func TestFlattensOnWhite(t *testing.T) {
	const w = 128
	src := image.NewNRGBA(image.Rect(0, 0, w, w))
	draw.Draw(src, image.Rect(0, 0, w/2, w), image.NewUniform(color.NRGBA{R: 255, A: 128}), image.Point{}, draw.Src)
	// In a GIF, pink stands for half red, since nothing in it is half clear.
	pal := image.NewPaletted(src.Rect, color.Palette{color.RGBA{}, color.RGBA{R: 255, G: 127, B: 127, A: 255}})
	draw.Draw(pal, image.Rect(0, 0, w/2, w), image.NewUniform(pal.Palette[1]), image.Point{}, draw.Src)
	files := map[string][]byte{
		"png":        pngFile(t, src),
		"png 16 bit": pngFile(t, converted(src, image.NewNRGBA64(src.Rect))),
		"gif":        gifFile(t, pal),
	}
	near := func(got, want byte) bool { return abs(int(got)-int(want)) <= 2 }
	for name, data := range files {
		for _, side := range []int{128, 100, 16} {
			img, _, err := Decoder{}.DecodeScaled(t.Context(), data, side)
			if err != nil {
				t.Fatal(name, err)
			}
			if !img.Opaque() {
				t.Errorf("%s at %d: not opaque", name, side)
			}
			left, right := img.NRGBAAt(side/4, side/2), img.NRGBAAt(side*3/4, side/2)
			if !near(left.R, 255) || !near(left.G, 127) || !near(left.B, 127) {
				t.Errorf("%s at %d: half red became %v", name, side, left)
			}
			if right != (color.NRGBA{255, 255, 255, 255}) {
				t.Errorf("%s at %d: nothing became %v", name, side, right)
			}
		}
	}
}

// TestGIFFrameOnScreen puts a small first frame where its descriptor says.
func TestGIFFrameOnScreen(t *testing.T) {
	frame := image.NewPaletted(image.Rect(20, 10, 30, 20), palette.WebSafe)
	draw.Draw(frame, frame.Rect, image.NewUniform(color.RGBA{B: 255, A: 255}), image.Point{}, draw.Src)
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame}, Delay: []int{0}, Config: image.Config{Width: 60, Height: 40}})
	if err != nil {
		t.Fatal(err)
	}
	img, info, err := Decoder{}.DecodeScaled(t.Context(), b.Bytes(), 0)
	if err != nil || info.Width != 60 || info.Height != 40 {
		t.Fatal(info, err)
	}
	for at, want := range map[image.Point]color.NRGBA{
		{19, 10}: {255, 255, 255, 255},
		{20, 10}: {0, 0, 255, 255},
		{29, 19}: {0, 0, 255, 255},
		{30, 20}: {255, 255, 255, 255},
	} {
		if got := img.NRGBAAt(at.X, at.Y); got != want {
			t.Errorf("%v is %v, want %v", at, got, want)
		}
	}
}

// TestTruncated cuts every kind of file short: no picture comes of it, and the
// data is as it was.
func TestTruncated(t *testing.T) {
	for name, data := range samples(t, 120, 90) {
		before := bytes.Clone(data)
		for _, part := range []float64{0.1, 0.3, 0.5, 0.8, 0.95} {
			img, _, err := Decoder{}.DecodeScaled(t.Context(), data[:int(part*float64(len(data)))], 64)
			if code := catalog.CodeOf(err); img != nil || code != catalog.FileDamaged {
				t.Errorf("%s cut to %.2f: code %q, %v", name, part, code, err)
			}
		}
		if !bytes.Equal(before, data) {
			t.Errorf("%s: the file's bytes were altered", name)
		}
	}
}

func TestGuard(t *testing.T) {
	var none []int
	img, err := guard(func() (*image.NRGBA, error) { return image.NewNRGBA(image.Rect(0, 0, none[3], 1)), nil })
	if img != nil || catalog.CodeOf(err) != catalog.FileDecoderFailed {
		t.Errorf("a panic became %v, %v", img, err)
	}
}

func TestLimit(t *testing.T) {
	data := jpegFile(t, landscape(400, 300))
	info, err := Probe(data)
	if err != nil {
		t.Fatal(err)
	}
	exact := Decoder{MaxCost: info.CostAt(100)}
	if _, _, err := exact.DecodeScaled(t.Context(), data, 100); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	exact.MaxCost--
	img, _, err := exact.DecodeScaled(t.Context(), data, 100)
	if img != nil || catalog.CodeOf(err) != catalog.FileTooLarge {
		t.Errorf("above the limit: %v", err)
	}
}

// TestScalingNeedsLittleMemory proves that the whole picture never exists as
// NRGBA: that alone would be four bytes a pixel.
func TestScalingNeedsLittleMemory(t *testing.T) {
	const w, h = 2000, 1500
	img := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	pal := image.NewPaletted(img.Rect, palette.WebSafe)
	for name, img := range map[string]image.Image{"YCbCr": img, "paletted": pal} {
		if got := allocated(func() { scale(img, ThumbSide) }); got > 2*w*h {
			t.Errorf("%s: %.2f bytes a pixel to scale", name, float64(got)/(w*h))
		}
	}
}

// TestReduceReadersAgree holds each fast way of reading a row to what color.Color says.
func TestReduceReadersAgree(t *testing.T) {
	b := image.Rect(0, 0, 33, 9)
	src := notOpaque(landscape(33, 9))
	ycc := image.NewYCbCr(b, image.YCbCrSubsampleRatio420)
	for i := range ycc.Y {
		ycc.Y[i] = byte(7 * i)
	}
	for i := range ycc.Cb {
		ycc.Cb[i], ycc.Cr[i] = byte(11*i), byte(13*i)
	}
	for _, img := range []image.Image{
		ycc,
		src,
		converted(src, image.NewNRGBA64(b)),
		converted(src, image.NewRGBA(b)),
		converted(src, image.NewRGBA64(b)),
		converted(src, image.NewGray(b)),
		converted(src, image.NewGray16(b)),
		converted(src, image.NewCMYK(b)),
		converted(src, image.NewPaletted(b, palette.Plan9)),
		converted(src, image.NewGray(b)).SubImage(image.Rect(5, 2, 20, 8)),
	} {
		fast := reduce(img, 1)
		slow := reduce(struct{ image.Image }{img}, 1)
		if d := meanDifference(t, fast, slow); d > 1 {
			t.Errorf("%T: row reader differs by %.2f", img, d)
		}
	}
}

func FuzzDecodeScaled(f *testing.F) {
	for _, data := range samples(f, 24, 17) {
		f.Add(data)
	}
	for _, file := range refused() {
		f.Add(file.data)
	}
	d := Decoder{MaxCost: 8 << 20}
	f.Fuzz(func(t *testing.T, data []byte) {
		const side = 16
		var img *image.NRGBA
		var info Info
		var err error
		used := allocated(func() { img, info, err = d.DecodeScaled(t.Context(), data, side) })
		// TIFF is let off: each of its strips sets up a decompressor anew.
		if bound := info.CostAt(side) + decoderOverhead; used > bound && info.Format != format.TIFF {
			t.Fatalf("%d bytes allocated, at most %d expected", used, bound)
		}
		if (img == nil) == (err == nil) {
			t.Fatalf("picture %v with error %v", img != nil, err)
		}
		if err != nil {
			if catalog.CodeOf(err) == "" {
				t.Fatalf("no code in %v", err)
			}
			if catalog.CodeOf(err) == catalog.FileDecoderFailed {
				t.Fatal(err)
			}
			return
		}
		w, h := ScaledSize(info.Width, info.Height, side)
		if img.Rect != image.Rect(0, 0, w, h) || !img.Opaque() {
			t.Fatalf("result %v of %+v", img.Rect, info)
		}
	})
}
