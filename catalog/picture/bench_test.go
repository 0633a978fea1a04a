package picture

import (
	"fmt"
	"image"
	"testing"

	"github.com/disintegration/imaging"
	"golang.org/x/image/tiff"
)

// BenchmarkDecodeScaled decodes 12 megapixels to a thumbnail: MB/s of file, and
// megapixels a second.
func BenchmarkDecodeScaled(b *testing.B) {
	const w, h = 4000, 3000
	img := landscape(w, h)
	kinds := []struct {
		name string
		file func() []byte
	}{
		{"JPEG", func() []byte { return jpegFile(b, img) }},
		{"Raw", func() []byte {
			f, preview := newRaw("II*\x00"), jpegFile(b, img)
			f.chained(f.text(0x010f, "SONY"), []uint32{tagNewSubfileType, 1}, []uint32{tagJPEGOffset, f.put(preview)}, []uint32{tagJPEGLength, uint32(len(preview))})
			return append(f.data, make([]byte, 24<<20)...)
		}},
		{"ProgressiveJPEG", func() []byte { return writeYCbCr(img, 2, 2, true) }},
		{"PNG", func() []byte { return pngFile(b, img) }},
		{"TIFF", func() []byte { return tiffFile(b, img, tiff.Uncompressed) }},
	}
	for _, kind := range kinds {
		b.Run(kind.name, func(b *testing.B) {
			data := kind.file()
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := (Decoder{}).DecodeScaled(b.Context(), data, ThumbSide); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*w*h/1e6/b.Elapsed().Seconds(), "MP/s")
		})
	}
}

// BenchmarkScale compares the two steps with one filter over all pixels.
func BenchmarkScale(b *testing.B) {
	const w, h = 4000, 3000
	img := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	for i := range img.Y {
		img.Y[i] = byte(i * 7 >> 3)
	}
	for _, side := range []int{ThumbSide, 2048} {
		tw, th := ScaledSize(w, h, side)
		b.Run(fmt.Sprintf("TwoSteps-%d", side), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				scale(img, side)
			}
		})
		for name, filter := range map[string]imaging.ResampleFilter{"Box": imaging.Box, "Linear": imaging.Linear, "CatmullRom": imaging.CatmullRom, "Lanczos": imaging.Lanczos} {
			b.Run(fmt.Sprintf("%s-%d", name, side), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					imaging.Resize(img, tw, th, filter)
				}
			})
		}
	}
}

// BenchmarkLook decodes 12 megapixels for all that an import wants of them, the
// comparison with the thumbnail in the file among it.
func BenchmarkLook(b *testing.B) {
	img := landscape(4000, 3000)
	for name, data := range map[string][]byte{
		"Plain":         jpegFile(b, img),
		"WithThumbnail": withThumbnail(jpegFile(b, img), jpegFile(b, imaging.Resize(img, 160, 120, imaging.Box))),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if look, err := (Decoder{}).Look(b.Context(), data, 1); err != nil || look.Hash == nil {
					b.Fatal(err)
				}
			}
		})
	}
}
