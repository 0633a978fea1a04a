//go:build !windows

package ingest

import (
	"path/filepath"
	"syscall"
	"testing"

	"waybill/catalog"
)

// TestPipesAreNotOpened: reading from a pipe would wait for ever.
func TestPipesAreNotOpened(t *testing.T) {
	root := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(root, "pipe.jpg"), 0o600); err != nil {
		t.Fatal(err)
	}
	im, _, _ := importer(t)
	var got File
	im.OnFile = func(f File) { got = f }
	summary, err := im.Run(t.Context(), []string{root})
	if err != nil || summary.Skipped != 1 || got.Code != catalog.FileNotImage {
		t.Errorf("%+v, %+v, %v", summary, got, err)
	}
}
