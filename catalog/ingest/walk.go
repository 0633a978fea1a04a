package ingest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waybill/catalog"
)

// found is one file that a walk came by, or a folder that it could not read.
type found struct {
	path string // absolute
	size int64
	err  error
}

// walker visits files in the order of their names, folder by folder, so that
// every walk of the same files is in the same order. It skips hidden files and
// folders below the paths it is given, catalogues, sidecars, which are read with
// the file that they belong to, and folders that it has seen already, which ends
// loops of links.
type walker struct {
	ctx   context.Context
	visit func(found) error
	seen  map[string]bool // real paths of folders
}

// walk visits every file below the paths. Errors of single files and folders
// go to visit; the error returned is the context's or visit's.
func walk(ctx context.Context, paths []string, visit func(found) error) error {
	w := &walker{ctx: ctx, visit: visit, seen: map[string]bool{}}
	for _, path := range paths {
		abs, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		if err := w.path(abs); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) path(path string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.visit(found{path: path, err: &catalog.Error{Code: readCode(err), Op: "look at", Subject: path, Err: err}})
	case info.IsDir():
		return w.folder(path)
	case !info.Mode().IsRegular():
		return w.visit(found{path: path, err: &catalog.Error{Code: catalog.FileNotImage, Op: "look at", Subject: path}})
	}
	return w.visit(found{path: path, size: info.Size()})
}

func (w *walker) folder(path string) error {
	real, err := filepath.EvalSymlinks(path)
	if err == nil && w.seen[real] {
		return nil
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		err = w.visit(found{path: path, err: &catalog.Error{Code: readCode(err), Op: "read folder", Subject: path, Err: err}})
		if err != nil {
			return err
		}
	}
	names := files(entries)
	for _, entry := range entries {
		name := entry.Name()
		if skipped(entry) || isSidecar(name) && names[strings.TrimSuffix(name, filepath.Ext(name))] {
			continue
		}
		if err := w.path(filepath.Join(path, entry.Name())); err != nil {
			return err
		}
	}
	return nil
}

// skipped tells whether an entry is not meant for import: hidden, or a
// catalogue.
func skipped(entry fs.DirEntry) bool {
	return strings.HasPrefix(entry.Name(), ".") || strings.HasSuffix(entry.Name(), ".waybill")
}
