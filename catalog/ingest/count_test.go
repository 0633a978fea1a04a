package ingest_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"waybill/catalog/ingest"
)

func TestCount(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{
		"a.jpg": 10, "sub/b.png": 5, "sub/notes.txt": 1, ".hidden": 100, "sub/.cache/c.jpg": 100, "old.waybill/catalog.db": 100,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(dir, "sub", "loop")); err != nil {
		t.Fatal(err)
	}
	files, bytes, err := ingest.Count(t.Context(), []string{dir, filepath.Join(dir, "gone.jpg")})
	if files != 4 || bytes != 16 || err != nil {
		t.Errorf("%d files of %d bytes, %v", files, bytes, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := ingest.Count(ctx, []string{dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancelling: %v", err)
	}
}
