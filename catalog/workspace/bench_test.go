package workspace_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/metrics"
	"testing"
	"time"

	"waybill/assets"
	"waybill/catalog/workspace"
)

// BenchmarkImport imports 2,000 photos of 12 megapixels and tells how fast and
// with how much memory: the most that the program held from the system.
func BenchmarkImport(b *testing.B) {
	const photos = 2000
	from := b.TempDir()
	picture := phonePicture(b)
	for n := range photos {
		if err := os.WriteFile(filepath.Join(from, fmt.Sprintf("IMG_%04d.jpg", n)), commented(picture, n), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		dir := filepath.Join(b.TempDir(), "c.waybill")
		if err := workspace.Create(b.Context(), dir, assets.Vocabulary, ""); err != nil {
			b.Fatal(err)
		}
		peak := watchMemory(b.Context())
		started := time.Now()
		summary, err := importInto(b.Context(), dir, []string{from}, nil)
		if err != nil || summary.Imported != photos {
			b.Fatalf("%+v, %v", summary, err)
		}
		seconds := time.Since(started).Seconds()
		b.ReportMetric(photos/seconds, "photos/s")
		b.ReportMetric(12*photos/seconds, "MP/s")
		b.ReportMetric(float64(summary.Bytes)/1e6/seconds, "MB/s")
		b.ReportMetric(peak()/1e6, "peak-MB")
	}
}

// watchMemory samples what the Go runtime holds from the system until the
// returned function is called, which gives the most it saw, in bytes.
func watchMemory(ctx context.Context) (peak func() float64) {
	ctx, stop := context.WithCancel(ctx)
	most := make(chan float64)
	go func() {
		var max uint64
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for {
			metrics.Read(samples)
			if held := samples[0].Value.Uint64() - samples[1].Value.Uint64(); held > max {
				max = held
			}
			select {
			case <-ctx.Done():
				most <- float64(max)
				return
			case <-tick.C:
			}
		}
	}()
	return func() float64 {
		stop()
		return <-most
	}
}

// phonePicture makes a JPEG of 4000 by 3000 pixels with about as much detail as
// a photo has.
func phonePicture(b *testing.B) []byte {
	b.Helper()
	img := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	random := rand.New(rand.NewPCG(3, 4))
	for y := range 3000 {
		for x := range 4000 {
			img.Y[img.YOffset(x, y)] = uint8((x/13+y/7)%200 + random.IntN(12))
		}
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = uint8(110+i%40), uint8(120+i/2000%30)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 80}); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// commented puts a comment segment with a number into a JPEG, which makes
// another file of the same picture.
func commented(picture []byte, n int) []byte {
	comment := []byte{0xff, 0xfe, 0, 6, 0, 0, 0, 0}
	binary.BigEndian.PutUint32(comment[4:], uint32(n))
	return bytes.Join([][]byte{picture[:2], comment, picture[2:]}, nil)
}
