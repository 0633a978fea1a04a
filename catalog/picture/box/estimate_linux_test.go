package box

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gen2brain/avif"
	"github.com/gen2brain/webp"

	"waybill/catalog/picture"
)

// busy is a picture with detail everywhere.
func busy(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := uint32(x*x+3*y*y+7*x*y) * 2654435761
			img.SetNRGBA(x, y, color.NRGBA{byte(x / 16), byte(y / 16), byte(v >> 25), 255})
		}
	}
	return img
}

// TestEstimate holds what a child is expected to need to what it took at most
// (VmHWM) for a first picture.
func TestEstimate(t *testing.T) {
	if testing.Short() || RaceDetector {
		t.Skip("decodes large pictures and measures memory")
	}
	files := map[string][]byte{}
	encode := func(name string, err error, b *bytes.Buffer) {
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b.Bytes()
	}
	var b [3]bytes.Buffer
	encode("lossy.webp", webp.Encode(&b[0], busy(3000, 2000), webp.Options{Quality: 80, Method: 0}), &b[0])
	encode("lossless.webp", webp.Encode(&b[1], busy(2000, 1500), webp.Options{Lossless: true, Method: 0}), &b[1])
	encode("still.avif", avif.Encode(&b[2], busy(1500, 1000), avif.Options{Quality: 60, Speed: 10}), &b[2])
	if root := os.Getenv("WAYBILL_PHOTOS"); root != "" {
		paths, err := filepath.Glob(filepath.Join(root, "exif-samples", "heic", "mobile", "iphone*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			encode(filepath.Base(path), err, bytes.NewBuffer(data))
		}
	}
	for name, data := range files {
		info, err := picture.Probe(data)
		if err != nil {
			t.Fatal(name, err)
		}
		c, err := start(os.Args[0], nil, []string{mark + "=" + strconv.Itoa(DefaultMemoryLimit)}, DefaultMemoryLimit)
		if err != nil {
			t.Fatal(err)
		}
		a, err := c.decode(data, 320, 1<<20)
		if err != nil || a.err != nil {
			t.Error(name, err, a.err)
		}
		peak, want := peakOf(t, c.cmd.Process.Pid), estimate(info, len(data))
		c.close()
		perPixel := float64(peak-64<<20) / float64(info.Width*info.Height)
		t.Logf("%-28s %4d MB at most, %.1f bytes a pixel; expected %d MB", name, peak>>20, perPixel, want>>20)
		if peak > want {
			t.Errorf("%s took %d bytes, expected %d", name, peak, want)
		}
	}
}

func peakOf(t *testing.T, pid int) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, behind, _ := strings.Cut(string(status), "VmHWM:")
	var kB int64
	if _, err := fmt.Sscan(behind, &kB); err != nil {
		t.Fatal(err)
	}
	return kB << 10
}
