package originals

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
)

func put(t *testing.T, f Folder, data string) string {
	t.Helper()
	path, err := f.Put(t.Context(), strings.NewReader(data), HashBytes([]byte(data)), "jpg")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPut(t *testing.T) {
	f := In(t.TempDir())
	path := put(t, f, "some bytes")
	sum := HashBytes([]byte("some bytes"))
	if want := "originals/" + sum[:2] + "/" + sum[2:4] + "/" + sum + ".jpg"; path != want {
		t.Errorf("path %s, want %s", path, want)
	}
	got, err := f.Read(path, false, 100)
	if err != nil || string(got) != "some bytes" {
		t.Errorf("%q, %v", got, err)
	}
	info, err := os.Stat(f.Path(path, false))
	if err != nil || info.Mode().Perm()&0o222 != 0 {
		t.Errorf("the copy can be written to: %v, %v", info.Mode(), err)
	}
	if err := f.Clear(); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(f.Path("originals", false)); err != nil || len(entries) != 1 {
		t.Errorf("%v, %v", entries, err)
	}
}

// TestPutRepairs: a copy that was altered is not taken for good; it is written anew.
func TestPutRepairs(t *testing.T) {
	f := In(t.TempDir())
	path := f.Path(put(t, f, "some bytes"), false)
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("other bytes"), 0o600); err != nil {
		t.Fatal(err)
	}
	sum := HashBytes([]byte("some bytes"))
	if err := f.Prove(t.Context(), path, true, sum); !errors.Is(err, ErrAltered) {
		t.Errorf("an altered copy: %v", err)
	}
	put(t, f, "some bytes")
	if err := f.Prove(t.Context(), path, true, sum); err != nil {
		t.Errorf("after it was stored again: %v", err)
	}
}

// TestPutRefusesOtherBytes: what does not have its hash gets no name.
func TestPutRefusesOtherBytes(t *testing.T) {
	f := In(t.TempDir())
	for name, r := range map[string]io.Reader{
		"other bytes": strings.NewReader("other bytes"),
		"too few":     strings.NewReader("some"),
		"fails":       io.MultiReader(strings.NewReader("some"), failing{}),
	} {
		_, err := f.Put(t.Context(), r, HashBytes([]byte("some bytes")), "jpg")
		if catalog.CodeOf(err) != catalog.FileNotStored {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Put(ctx, strings.NewReader("some bytes"), HashBytes([]byte("some bytes")), "jpg"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	var left []string
	err := filepath.WalkDir(f.root, func(path string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			left = append(left, path)
		}
		return err
	})
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the card was pulled out") }

func TestRead(t *testing.T) {
	f := In(t.TempDir())
	path := put(t, f, strings.Repeat("x", 100))
	if _, err := f.Read(path, false, 99); catalog.CodeOf(err) != catalog.FileTooLarge {
		t.Errorf("over the limit: %v", err)
	}
	if _, err := f.Read("originals/none.jpg", false, 99); catalog.CodeOf(err) != catalog.FoundMissing {
		t.Errorf("missing: %v", err)
	}
	elsewhere := filepath.Join(t.TempDir(), "card.jpg")
	if err := os.WriteFile(elsewhere, []byte("card"), 0o400); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Read(elsewhere, true, 99); err != nil || !bytes.Equal(got, []byte("card")) {
		t.Errorf("referenced: %q, %v", got, err)
	}
}
