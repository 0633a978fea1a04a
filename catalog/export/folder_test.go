package export_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/export"
)

func TestExistingFolders(t *testing.T) {
	for name, c := range map[string]struct {
		make  func(dir string) error
		force bool
		op    string // of the refusal, "" when it is replaced
	}{
		"an export, without force": {func(dir string) error { return before(dir) }, false, "export"},
		"an empty folder":          {func(dir string) error { return os.Mkdir(dir, 0o700) }, false, "export"},
		"an export":                {func(dir string) error { return before(dir) }, true, ""},
		"an empty folder, forced":  {func(dir string) error { return os.Mkdir(dir, 0o700) }, true, ""},
		"an export with a stranger": {func(dir string) error {
			return errors.Join(before(dir), os.WriteFile(filepath.Join(dir, "thesis.txt"), nil, 0o600))
		}, true, export.OpReplace},
		"a table of somebody else": {func(dir string) error {
			return errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "photos.csv"), []byte("a,b,c,d,e,f,g,h\r\n"), 0o600))
		}, true, export.OpReplace},
		"a file": {func(dir string) error { return os.WriteFile(dir, nil, 0o600) }, true, export.OpReplace},
		"a link": {func(dir string) error { return errors.Join(before(dir+"2"), os.Symlink(dir+"2", dir)) }, true, export.OpReplace},
	} {
		o := options(t.TempDir())
		o.Force = c.force
		if err := c.make(o.Folder); err != nil {
			t.Fatal(err)
		}
		s, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)}))
		if c.op != "" {
			if e, ok := errors.AsType[*catalog.Error](err); !ok || e.Code != catalog.ErrExists || e.Op != c.op {
				t.Errorf("%s: got %v", name, err)
			}
		} else if err != nil || s.Place() != nil {
			t.Errorf("%s: %v", name, err)
		} else if text := read(t, o.Folder, "photos.json"); !strings.Contains(text, carts(t).UUID) {
			t.Errorf("%s was not replaced", name)
		}
		nothingTemporary(t, filepath.Dir(o.Folder))
	}
}

// before makes the folder of an earlier export.
func before(dir string) error {
	s, err := export.Stage(context.Background(), export.Options{Folder: dir, Formats: []export.Format{export.JSON}}, pages(nil))
	if err != nil {
		return err
	}
	return s.Place()
}

// The earlier export stays where it is when the new one fails.
func TestForceKeepsTheOldUntilTheNewIsComplete(t *testing.T) {
	o := options(t.TempDir())
	if err := before(o.Folder); err != nil {
		t.Fatal(err)
	}
	old := read(t, o.Folder, "photos.json")
	o.Force = true
	o.Aliases = []string{"Carts in 훈춘"}
	if _, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)})); catalog.CodeOf(err) != catalog.ErrAliasLeak {
		t.Fatalf("got %v", err)
	}
	if read(t, o.Folder, "photos.json") != old {
		t.Error("the old export was changed")
	}
	nothingTemporary(t, filepath.Dir(o.Folder))
}
