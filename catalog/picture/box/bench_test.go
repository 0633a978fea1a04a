package box_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gen2brain/webp"

	"waybill/catalog/picture"
	"waybill/catalog/picture/box"
)

// BenchmarkDecode decodes to a thumbnail: with a child that was started for it
// and with one that is ready. The HEIC is a phone's, of 12 megapixels.
func BenchmarkDecode(b *testing.B) {
	files := map[string][]byte{
		"small.heic": testdata(b, "phone.heic"),
		"small.avif": testdata(b, "phone.avif"),
		"small.webp": testdata(b, "phone.webp"),
		"12MP.webp":  webpFile(b, quarters(4000, 3000), webp.Options{Quality: 80, Method: 0}),
	}
	if root := os.Getenv("WAYBILL_PHOTOS"); root != "" {
		data, err := os.ReadFile(filepath.Join(root, "exif-samples", "heic", "mobile", "iphone_13_pro_max.HEIC"))
		if err != nil {
			b.Fatal(err)
		}
		files["12MP.heic"] = data
	}
	decode := func(b *testing.B, d picture.Decoder, data []byte) {
		if _, _, err := d.DecodeScaled(b.Context(), data, picture.ThumbSide); err != nil {
			b.Fatal(err)
		}
	}
	for name, data := range files {
		b.Run("Cold/"+name, func(b *testing.B) {
			for b.Loop() {
				boxed := box.New(box.Options{})
				decode(b, picture.Decoder{Remote: boxed}, data)
				if err := boxed.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("Warm/"+name, func(b *testing.B) {
			d := picture.Decoder{Remote: newBox(b, box.Options{}, nil)}
			decode(b, d, data)
			b.ResetTimer()
			for b.Loop() {
				decode(b, d, data)
			}
		})
	}
}
