// Package workspacetest makes the catalogues that tests start from. To make one
// costs more than most tests do with it; only tests import this package.
package workspacetest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"waybill/assets"
	"waybill/catalog/workspace"
)

// file is a file or a folder of a catalogue.
type file struct {
	path string // below the catalogue's folder
	mode os.FileMode
	data []byte
}

// Copies gives a function that writes a catalogue into a folder, which must not
// be there. The catalogue is made by build when the first is asked for, and is
// copied from then on.
func Copies(build func(ctx context.Context, dir string) error) func(ctx context.Context, dir string) error {
	made := sync.OnceValues(func() ([]file, error) { return keep(build) })
	return func(_ context.Context, dir string) error {
		files, err := made()
		if err != nil {
			return err
		}
		for _, f := range files {
			path := filepath.Join(dir, f.path)
			if f.mode.IsDir() {
				err = os.MkdirAll(path, f.mode.Perm())
			} else {
				err = os.WriteFile(path, f.data, f.mode.Perm())
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// Of gives such a function for empty catalogues of the shipped vocabulary. The
// editor's initials may be "".
func Of(editor string) func(ctx context.Context, dir string) error {
	return Copies(func(ctx context.Context, dir string) error {
		return workspace.Create(ctx, dir, assets.Vocabulary, editor)
	})
}

// keep makes a catalogue and reads it into memory. It outlives the test that
// asked first, so it does not use that test's context.
func keep(build func(ctx context.Context, dir string) error) (files []file, err error) {
	parent, err := os.MkdirTemp("", "catalogue")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(parent)) }()
	dir := filepath.Join(parent, "made.waybill")
	if err := build(context.Background(), dir); err != nil {
		return nil, err
	}
	return files, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f := file{}
		info, err := os.Lstat(path)
		if err != nil {
			return err
		}
		f.mode = info.Mode()
		if f.path, err = filepath.Rel(dir, path); err != nil {
			return err
		}
		if !f.mode.IsDir() {
			f.data, err = os.ReadFile(path)
		}
		files = append(files, f)
		return err
	})
}
