package ingest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"waybill/catalog"
	"waybill/catalog/filename"
	"waybill/catalog/originals"
)

// notebook is a journal that remembers.
type notebook struct {
	mutex    sync.Mutex
	photos   []catalog.NewPhoto
	calls    int
	finished bool
}

func (n *notebook) Known(_ context.Context, sum string) (bool, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.has(sum), nil
}

func (n *notebook) has(sum string) bool {
	return slices.ContainsFunc(n.photos, func(p catalog.NewPhoto) bool { return p.SHA256 == sum })
}

func (n *notebook) Add(_ context.Context, files []catalog.NewPhoto) ([]catalog.Placed, catalog.Step, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.calls++
	var placed []catalog.Placed
	for _, f := range files {
		outcome := catalog.OutcomeNew
		if n.has(f.SHA256) {
			outcome = catalog.OutcomeDuplicate
		}
		n.photos = append(n.photos, f)
		placed = append(placed, catalog.Placed{Photo: catalog.PhotoID(len(n.photos)), Outcome: outcome})
	}
	return placed, catalog.Step{ID: catalog.StepID(n.calls)}, nil
}

func (n *notebook) Finish(context.Context) (catalog.Step, error) {
	n.finished = true
	return catalog.Step{}, nil
}

// shelf is a thumbnail cache that remembers.
type shelf map[string][]byte

func (s shelf) Put(_ context.Context, _ int, jpegs map[string][]byte) error {
	for sum, jpeg := range jpegs {
		s[sum] = jpeg
	}
	return nil
}

func importer(t *testing.T) (*Importer, *notebook, shelf) {
	t.Helper()
	n, s := &notebook{}, shelf{}
	return &Importer{Journal: n, Thumbs: s, Originals: originals.In(t.TempDir()), Patterns: &filename.Patterns{}, Workers: 4}, n, s
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// pngOf makes a picture that differs for each n.
func pngOf(t *testing.T, n, side int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, side, side))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * (n + 3))
	}
	img.SetGray(0, 0, color.Gray{Y: uint8(n)})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
