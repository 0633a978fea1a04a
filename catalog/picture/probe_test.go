package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color/palette"
	"runtime"
	"testing"
	"time"

	"golang.org/x/image/tiff"

	"waybill/catalog"
	"waybill/catalog/format"
)

// samples are whole files of each kind, of one picture.
func samples(t testing.TB, w, h int) map[string][]byte {
	img := landscape(w, h)
	b := img.Bounds()
	return map[string][]byte{
		"jpeg 4:2:0":             jpegFile(t, img),
		"jpeg 4:4:4":             writeYCbCr(img, 1, 1, false),
		"jpeg 4:2:2":             writeYCbCr(img, 2, 1, false),
		"jpeg 4:4:0":             writeYCbCr(img, 1, 2, false),
		"jpeg 4:1:1":             writeYCbCr(img, 4, 1, false),
		"jpeg 4:2:0 progressive": writeYCbCr(img, 2, 2, true),
		"jpeg 4:4:4 progressive": writeYCbCr(img, 1, 1, true),
		"jpeg RGB":               writePlain(img, 3, false),
		"jpeg CMYK":              writePlain(img, 4, false),
		"jpeg CMYK progressive":  writePlain(img, 4, true),
		"jpeg grey":              jpegFile(t, converted(img, image.NewGray(b))),
		"png RGB":                pngFile(t, img),
		"png RGBA":               pngFile(t, notOpaque(img)),
		"png 16 bit":             pngFile(t, converted(img, image.NewRGBA64(b))),
		"png grey":               pngFile(t, converted(img, image.NewGray(b))),
		"png grey 16 bit":        pngFile(t, converted(img, image.NewGray16(b))),
		"png palette":            pngFile(t, converted(img, image.NewPaletted(b, palette.WebSafe))),
		"gif":                    gifFile(t, converted(img, image.NewPaletted(b, palette.WebSafe))),
		"tiff":                   tiffFile(t, img, tiff.Uncompressed),
		"tiff deflate":           tiffFile(t, img, tiff.Deflate),
		"tiff 16 bit":            tiffFile(t, converted(img, image.NewRGBA64(b)), tiff.Deflate),
	}
}

// notOpaque has one pixel that is a little transparent.
func notOpaque(img *image.RGBA) *image.NRGBA {
	out := converted(img, image.NewNRGBA(img.Bounds()))
	out.Pix[3] = 254
	return out
}

// allocated returns how many bytes f allocates in all, freed or not.
func allocated(f func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

func TestProbeSamples(t *testing.T) {
	for name, data := range samples(t, 203, 101) {
		info, err := Probe(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if info.Width != 203 || info.Height != 101 {
			t.Errorf("%s: %d×%d, want 203×101", name, info.Width, info.Height)
		}
		if want := bytes.Contains([]byte(name), []byte("progressive")); info.Progressive != want {
			t.Errorf("%s: Progressive = %v", name, info.Progressive)
		}
	}
}

// TestCostIsNearWhatDecodingAllocates holds Cost to what the decoders really
// allocate: never below, and for most formats not far above.
func TestCostIsNearWhatDecodingAllocates(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates too")
	}
	const w, h = 600, 400
	for name, data := range samples(t, w, h) {
		info, err := Probe(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var decodeErr error
		got := allocated(func() { _, decodeErr = decode(t.Context(), data, info) })
		if decodeErr != nil {
			t.Errorf("%s: %v", name, decodeErr)
		}
		t.Logf("%-24s allocates %5.2f bytes/pixel, cost %5.2f", name, float64(got)/(w*h), float64(info.Cost)/(w*h))
		if info.Cost < got {
			t.Errorf("%s: cost %d is less than the %d allocated", name, info.Cost, got)
		}
		slack := got + got/2 + decoderOverhead
		if info.Format != format.TIFF && info.Cost > slack { // see probeTIFF
			t.Errorf("%s: cost %d is far more than the %d allocated", name, info.Cost, got)
		}
	}
}

// refused are files whose headers alone must be enough to refuse them.
func refused() map[string]struct {
	data []byte
	code catalog.Code
} {
	type file = struct {
		data []byte
		code catalog.Code
	}
	const short, long = 3, 4
	rgb := func(w, h uint32, more ...[4]uint32) []byte {
		return tiffHeader(4096, append([][4]uint32{
			{tagImageWidth, long, 1, w},
			{tagImageLength, long, 1, h},
			{tagBitsPerSample, short, 1, 8},
			{tagCompression, short, 1, 8},
			{tagPhotometric, short, 1, 1},
		}, more...)...)
	}
	return map[string]file{
		"png 60000×60000":            {pngHeader(60000, 60000, 8, 6, 0), catalog.FileTooLarge},
		"png of absurd size":         {pngHeader(1<<31, 1<<31, 8, 6, 0), catalog.FileDamaged},
		"png without pixels":         {pngHeader(0, 10, 8, 6, 0), catalog.FileDamaged},
		"png interlaced":             {pngHeader(8000, 8000, 8, 6, 1), catalog.FileTooLarge},
		"png header cut":             {pngHeader(10, 10, 8, 6, 0)[:20], catalog.FileDamaged},
		"gif huge frame":             {gifHeader(65535, 65535, 65535, 65535), catalog.FileTooLarge},
		"gif huge screen":            {gifHeader(65535, 65535, 1, 1), catalog.FileTooLarge},
		"gif frame without pixels":   {gifHeader(10, 10, 0, 0), catalog.FileDamaged},
		"jpeg 65500×65500":           {jpegHeader(0xc0, 65500, 65500), catalog.FileTooLarge},
		"jpeg 200 Mpx progressive":   {jpegHeader(0xc2, 16320, 12240), catalog.FileTooLarge},
		"jpeg without height":        {jpegHeader(0xc0, 100, 0), catalog.FileDamaged},
		"jpeg lossless":              {jpegHeader(0xc3, 100, 100), catalog.FileUnsupported},
		"jpeg arithmetic":            {jpegHeader(0xc9, 100, 100), catalog.FileUnsupported},
		"jpeg without frame":         {[]byte("\xff\xd8\xff\xe0\x00\x04ab\xff\xda\x00\x02"), catalog.FileDamaged},
		"jpeg of endless scans":      {append(jpegHeader(0xc2, 100, 100), bytes.Repeat([]byte("\xff\xda\x00\x03x\x00"), 500)...), catalog.FileDamaged},
		"tiff 60000×60000":           {rgb(60000, 60000), catalog.FileTooLarge},
		"tiff of absurd size":        {rgb(0xffffffff, 0xffffffff), catalog.FileDamaged},
		"tiff with hostile count":    {rgb(100, 100, [4]uint32{tagStripByteCounts, long, 0xffffffff, 8}), catalog.FileDamaged},
		"tiff with strips on strips": {rgb(100, 100, [4]uint32{tagStripByteCounts, long, 1000, 100}), catalog.FileDamaged},
		"tiff with endless strips":   {rgb(1, 1<<20, [4]uint32{tagRowsPerStrip, long, 1, 1}), catalog.FileDamaged},
		"tiff with huge tiles":       {rgb(100, 100, [4]uint32{tagTileWidth, long, 1, 1 << 30}, [4]uint32{tagTileLength, long, 1, 1 << 30}), catalog.FileDamaged},
		"tiff without directory":     {[]byte("II*\x00\xff\xff\xff\x7f"), catalog.FileDamaged},
		"bigtiff":                    {[]byte("II+\x00\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00"), catalog.FileUnsupported},
		"webp":                       {[]byte("RIFF\x10\x00\x00\x00WEBPVP8 "), catalog.FileDamaged},
		"heic":                       {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), catalog.FileDamaged},
		"video":                      {[]byte("\x00\x00\x00\x10ftypisom\x00\x00\x00\x00"), catalog.FileNotImage},
		"text":                       {[]byte("steel, 40 bundles, seen at Quanhe"), catalog.FileNotImage},
		"empty":                      {nil, catalog.FileEmpty},
	}
}

// jpegHeader is a JPEG that ends where its pixels would begin.
func jpegHeader(marker byte, w, h int) []byte {
	b := []byte{0xff, 0xd8, 0xff, marker, 0, 17, 8}
	b = binary.BigEndian.AppendUint16(b, uint16(h))
	b = binary.BigEndian.AppendUint16(b, uint16(w))
	b = append(b, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0)
	return append(b, 0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0)
}

func TestRefusedAtNoCost(t *testing.T) {
	for name, file := range refused() {
		t.Run(name, func(t *testing.T) {
			var err error
			var img *image.NRGBA
			start := time.Now()
			bytes := allocated(func() { img, _, err = Decoder{}.DecodeScaled(t.Context(), file.data, ThumbSide) })
			if got := catalog.CodeOf(err); got != file.code {
				t.Errorf("code %q (%v), want %q", got, err, file.code)
			}
			if img != nil {
				t.Error("a picture came with the error")
			}
			if bytes > 64<<10 {
				t.Errorf("%d bytes allocated to refuse %d", bytes, len(file.data))
			}
			if d := time.Since(start); d > time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestInfoOfRefused(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want Info
	}{
		{"too large", jpegHeader(0xc2, 16320, 12240), Info{Format: format.JPEG, Width: 16320, Height: 12240, Progressive: true}},
		{"unsupported", jpegHeader(0xc9, 640, 480), Info{Format: format.JPEG, Width: 640, Height: 480}},
		{"ends behind the frame header", jpegHeader(0xc0, 640, 480)[:21], Info{Format: format.JPEG, Width: 640, Height: 480}},
		{"absurd", pngHeader(1<<31, 7, 8, 6, 0), Info{Format: format.PNG}},
		{"raw", []byte("IIRO\x08\x00\x00\x00"), Info{Format: format.ORF}},
	}
	for _, test := range tests {
		_, got, err := Decoder{}.DecodeScaled(t.Context(), test.data, ThumbSide)
		got.Cost = 0
		if err == nil || got != test.want {
			t.Errorf("%s: %+v, %v; want %+v and an error", test.name, got, err, test.want)
		}
	}
}

func TestCostAtCoversScaling(t *testing.T) {
	data := jpegFile(t, landscape(1600, 1200))
	for _, side := range []int{0, 64, 320, 1000, 1599, 1600, 5000} {
		info, err := Probe(data)
		if err != nil {
			t.Fatal(err)
		}
		got := allocated(func() { _, _, err = Decoder{}.DecodeScaled(t.Context(), data, side) })
		if err != nil || got > info.CostAt(side)+decoderOverhead {
			t.Errorf("side %d: %d bytes allocated, CostAt says %d (%v)", side, got, info.CostAt(side), err)
		}
	}
}

// TestDefaultLimit holds the default limit to what its comment promises.
func TestDefaultLimit(t *testing.T) {
	tests := []struct {
		name string
		data []byte
	}{
		{"48 Mpx progressive JPEG", jpegHeader(0xc2, 8000, 6000)},
		{"90 Mpx PNG", pngHeader(10000, 9000, 8, 2, 0)},
		{"200 Mpx JPEG", jpegHeader(0xc0, 16320, 12240)},
	}
	for _, test := range tests {
		info, err := Probe(test.data)
		if cost := info.CostAt(ThumbSide); err != nil || cost > DefaultMaxCost {
			t.Errorf("%s: cost %d is above %d, or %v", test.name, cost, DefaultMaxCost, err)
		}
	}
}
