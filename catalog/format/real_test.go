package format

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRealFiles compares what bytes say with what names say, for the photos
// under WAYBILL_PHOTOS.
func TestRealFiles(t *testing.T) {
	root := os.Getenv("WAYBILL_PHOTOS")
	if root == "" {
		t.Skip("WAYBILL_PHOTOS is not set")
	}
	byName := map[string]Format{".jpg": JPEG, ".jpeg": JPEG, ".tiff": TIFF, ".heic": HEIC, ".heif": HEIC}
	n, exif := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		want := byName[strings.ToLower(filepath.Ext(path))]
		if got := Sniff(data[:min(len(data), SniffLen)]); got != want {
			t.Errorf("%s: Sniff = %q, want %q", path, got, want)
		}
		if p := ExifPayload(data); p != nil {
			exif++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n == 0 || exif == 0 {
		t.Errorf("%d files, %d with Exif: nothing was tested", n, exif)
	}
	t.Logf("%d files, %d JPEGs with Exif", n, exif)
}
