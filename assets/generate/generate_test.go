package main

import (
	"bytes"
	"image"
	"io/fs"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/disintegration/imaging"

	"waybill/assets"
)

func committed(t *testing.T, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Samples(), name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSamplesAreWhatTheGeneratorDraws redraws one sample, or all of them when
// WAYBILL_ALL_SAMPLES is set. Under the race detector a full-size drawing takes
// minutes; TestDrawingIsRepeatable covers the same code there.
func TestSamplesAreWhatTheGeneratorDraws(t *testing.T) {
	whole := os.Getenv("WAYBILL_ALL_SAMPLES") != ""
	if !whole && (raceDetector || testing.Short()) {
		t.Skip("drawing at full size takes too long here")
	}
	all := shots()
	for i := range all {
		s := &all[i]
		if !whole && s.file != "photo_2023-07-05_10-11-12.jpg" {
			continue
		}
		got, err := s.draw(all, 1)
		if err != nil {
			t.Fatalf("%s: %v", s.file, err)
		}
		same(t, s.file, got)
	}
}

func TestCopyIsTheOriginalPassedOn(t *testing.T) {
	copies := 0
	for _, s := range shots() {
		if s.copyOf+s.screen == "" {
			continue
		}
		copies++
		got, err := s.passOn(committed(t, s.copyOf+s.screen), 1)
		if err != nil {
			t.Fatal(err)
		}
		same(t, s.file, got)
	}
	if copies != 4 {
		t.Errorf("%d copies among the samples, want 4", copies)
	}
}

// same compares a drawing with the committed file: byte for byte where it was
// made; other processors round differently (fused multiplication), so there the
// pixels only have to be close.
func same(t *testing.T, file string, got []byte) {
	t.Helper()
	want := committed(t, file)
	if bytes.Equal(got, want) {
		return
	}
	if d := distance(t, got, want); runtime.GOARCH == "amd64" || d > 2 {
		t.Errorf("%s differs from what the generator draws (mean difference %.2f steps); run go run ./assets/generate", file, d)
	}
}

// distance is the mean difference of two JPEGs in 8-bit steps.
func distance(t *testing.T, a, b []byte) float64 {
	t.Helper()
	x, err := imaging.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	y, err := imaging.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return pixelDistance(x, y)
}

func pixelDistance(x, y image.Image) float64 {
	p, q := imaging.Clone(x), imaging.Clone(y)
	if p.Bounds() != q.Bounds() {
		return math.Inf(1)
	}
	sum := 0.0
	for i := range p.Pix {
		sum += math.Abs(float64(p.Pix[i]) - float64(q.Pix[i]))
	}
	return sum / float64(len(p.Pix))
}

func TestDrawingIsRepeatable(t *testing.T) {
	all := shots()
	for _, i := range []int{4, 13, 16} {
		var first []byte
		for n := range 3 {
			old := runtime.GOMAXPROCS(1 + n%3) // the division of work must not show
			b, err := all[i].draw(all, 0.06)
			runtime.GOMAXPROCS(old)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = b
			}
			if !bytes.Equal(first, b) {
				t.Errorf("%s: drawing %d differs", all[i].file, n+1)
			}
		}
	}
}

func TestManifestAndIconAreCurrent(t *testing.T) {
	if !bytes.Equal(committed(t, "samples.tsv"), manifest(shots())) {
		t.Error("samples.tsv is not what the generator writes")
	}
	icon, err := imaging.Decode(bytes.NewReader(assets.Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if d := pixelDistance(icon, drawIcon()); d > 0.5 {
		t.Errorf("waybill.png differs from what the generator draws by %.2f steps", d)
	}
}

func TestSamplesAreCompleteAndSmall(t *testing.T) {
	listed := map[string]bool{"samples.tsv": true}
	for _, s := range shots() {
		listed[s.file] = true
	}
	entries, err := fs.ReadDir(assets.Samples(), ".")
	if err != nil {
		t.Fatal(err)
	}
	total := int64(0)
	for _, e := range entries {
		if !listed[e.Name()] {
			t.Errorf("%s is not in the list of shots", e.Name())
		}
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if len(entries) != 29 || total > 6<<20 {
		t.Errorf("%d files of %d bytes, want 28 photos and their manifest, at most 6 MiB", len(entries), total)
	}
}

// TestManifestNamesKnownThings checks goods and routes against the vocabularies.
func TestManifestNamesKnownThings(t *testing.T) {
	known := func(name string) map[string]bool {
		b, err := assets.Vocabulary(name)
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{"": true}
		for line := range strings.Lines(string(b)) {
			id, _, _ := strings.Cut(line, "\t")
			ids[id] = true
		}
		return ids
	}
	goods, routes := known("goods.tsv"), known("routes.tsv")
	statuses := map[string]bool{"": true, "sanctioned": true, "suspected": true, "disputed": true, "exempt": true, "not-listed": true}
	for _, s := range shots() {
		for item := range strings.SplitSeq(s.items, ";") {
			if !goods[item] {
				t.Errorf("%s: unknown goods %q", s.file, item)
			}
		}
		if !routes[s.route] || !statuses[s.status] {
			t.Errorf("%s: route %q, status %q", s.file, s.route, s.status)
		}
	}
}
