package export_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"waybill/catalog"
	"waybill/catalog/export"
)

// Nothing says where the photos came from unless it was asked for.
func TestNothingInternalLeaves(t *testing.T) {
	for _, names := range []bool{false, true} {
		o := options(t.TempDir())
		o.Originals, o.Names = true, names
		write(t, o, []catalog.Photo{carts(t), bare()})
		var all strings.Builder
		err := filepath.WalkDir(o.Folder, func(path string, d fs.DirEntry, err error) error {
			all.WriteString(d.Name() + "\n")
			if err == nil && !d.IsDir() {
				all.WriteString(read(t, path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, never := range []string{"Heron", "P-0000", "secret", "originals/ab"} {
			if strings.Contains(all.String(), never) {
				t.Errorf("names %v: %q left", names, never)
			}
		}
		for _, asked := range []string{"IMG_1", "July", "original_name", "batch"} {
			if strings.Contains(all.String(), asked) != names {
				t.Errorf("names %v: %q leaves: %v", names, asked, !names)
			}
		}
	}
}

func TestOriginals(t *testing.T) {
	again := carts(t)
	again.UUID, again.Name = "99999999-0000-4000-8000-000000000009", "img_1.JPG"
	odd := bare()
	odd.Name = "../CON:\u202Egpj.png"
	for _, c := range []struct {
		names bool
		want  []string
	}{
		{false, []string{odd.UUID + ".png", carts(t).UUID + ".jpg", again.UUID + ".jpg"}},
		{true, []string{"IMG_1.jpg", "_CON_gpj.png", "img_1-" + again.UUID + ".JPG"}},
	} {
		o := options(t.TempDir())
		o.Originals, o.Names = true, c.names
		write(t, o, []catalog.Photo{carts(t), again, odd})
		entries, err := os.ReadDir(filepath.Join(o.Folder, "originals"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, e.Name())
			if !strings.Contains(read(t, o.Folder, "photos.json"), `"originals/`+e.Name()+`"`) {
				t.Errorf("JSON does not name %s", e.Name())
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("originals are %q, want %q", got, c.want)
		}
	}
}

func TestUnreadableOriginalsAreNamed(t *testing.T) {
	for code, open := range map[catalog.Code]func(catalog.Photo) (io.ReadCloser, error){
		catalog.FoundAltered: func(catalog.Photo) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("cartz")), nil },
		catalog.FoundMissing: func(catalog.Photo) (io.ReadCloser, error) { return nil, fs.ErrNotExist },
		catalog.FoundUnreadable: func(catalog.Photo) (io.ReadCloser, error) {
			return io.NopCloser(iotest.ErrReader(errors.New("bad sector"))), nil
		},
	} {
		dir := t.TempDir()
		o := options(dir)
		o.Originals, o.Open = true, open
		_, err := export.Stage(t.Context(), o, pages([]catalog.Photo{carts(t)}))
		if e, ok := errors.AsType[*catalog.Error](err); !ok || e.Code != code || e.Subject != "P-000007" {
			t.Errorf("got %v, want %s of P-000007", err, code)
		}
		empty(t, dir)
	}
}

func empty(t *testing.T, dir string) {
	t.Helper()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left: %v, %v", entries, err)
	}
}

func TestCancelLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	o := options(dir)
	o.Originals = true
	ctx, cancel := context.WithCancel(t.Context())
	o.Progress = func(int) { cancel() }
	if _, err := export.Stage(ctx, o, pages([]catalog.Photo{carts(t), bare()})); catalog.CodeOf(err) != catalog.ErrCancelled {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}

func TestErrorsOfPagesLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	want := &catalog.Error{Code: catalog.ErrBusy}
	_, err := export.Stage(t.Context(), options(dir), func(yield func([]catalog.Photo, error) bool) { yield(nil, want) })
	if !errors.Is(err, want) {
		t.Errorf("got %v", err)
	}
	empty(t, dir)
}
