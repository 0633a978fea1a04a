package export

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"waybill/catalog"
	"waybill/catalog/originals"
)

// Place gives the export its name. With Force an earlier export in its place is
// taken away once the new one stands there. On an error the new one is gone and
// the old one stays.
func (s *Staged) Place() error {
	if err := s.place(); err != nil {
		return errors.Join(fileError(s.target, err), s.Discard())
	}
	return nil
}

func (s *Staged) place() error {
	if err := replaceable(s.target, s.force); err != nil {
		return err
	}
	old := strings.TrimSuffix(s.dir, ".partial") + ".old"
	err := os.Rename(s.target, old)
	replaced := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(s.dir, s.target); err != nil {
		if replaced {
			err = errors.Join(err, os.Rename(old, s.target))
		}
		return err
	}
	if err := syncDir(filepath.Dir(s.target)); err != nil || !replaced {
		return err
	}
	if err := os.RemoveAll(old); err != nil {
		return fileError(old, err)
	}
	return nil
}

// Discard takes away what was staged.
func (s *Staged) Discard() error {
	if err := os.RemoveAll(s.dir); err != nil {
		return fileError(s.dir, err)
	}
	return nil
}

// OpReplace is the Op of the ErrExists that refuses to replace a folder which
// holds something else than an export.
const OpReplace = "replace export"

// replaceable tells whether an export may take the place of what is at target:
// nothing, or with force a folder that is empty or an earlier export.
func replaceable(target string, force bool) error {
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fileError(target, err)
	case !force:
		return &catalog.Error{Code: catalog.ErrExists, Op: "export", Subject: target}
	}
	ours := false
	if info.IsDir() {
		if ours, err = isExport(target); err != nil {
			return fileError(target, err)
		}
	}
	if !ours {
		return &catalog.Error{Code: catalog.ErrExists, Op: OpReplace, Subject: target}
	}
	return nil
}

// isExport tells whether a folder holds an export and nothing else: a table
// that begins as ours do, and no name that we do not give. An empty folder
// counts as one.
func isExport(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return err == nil, err
	}
	marked := false
	for _, entry := range entries {
		switch name := entry.Name(); {
		case name == originalsFolder && entry.IsDir():
		case name == fileOf(CSV) && entry.Type().IsRegular() && beginsWith(filepath.Join(dir, name), csvHead),
			name == fileOf(JSON) && entry.Type().IsRegular() && beginsWith(filepath.Join(dir, name), jsonHead):
			marked = true
		case name == observationsFile && entry.Type().IsRegular() && beginsWith(filepath.Join(dir, name), observationsHead):
		default:
			return false, nil
		}
	}
	return marked, nil
}

func beginsWith(path, head string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	got := make([]byte, len(head))
	_, err = io.ReadFull(f, got)
	return err == nil && string(got) == head
}

// output is a new file that is flushed to the disk when it is finished.
type output struct {
	*bufio.Writer
	file *os.File
}

func create(path string) (*output, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return &output{Writer: bufio.NewWriterSize(f, 1<<16), file: f}, nil
}

func (o *output) finish() error {
	return errors.Join(o.Flush(), o.file.Sync(), o.file.Close())
}

// syncDir flushes a folder's entries. Windows does it by itself and refuses to
// be asked.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// fileError gives an error of the file system its code.
func fileError(subject string, err error) error {
	code := catalog.ErrIO
	switch {
	case err == nil || catalog.CodeOf(err) != "":
		return err
	case errors.Is(err, context.Canceled):
		code = catalog.ErrCancelled
	case originals.IsDiskFull(err):
		code = catalog.ErrDiskFull
	case errors.Is(err, fs.ErrPermission), originals.IsReadOnly(err):
		code = catalog.ErrReadOnly
	}
	return &catalog.Error{Code: code, Op: "export", Subject: subject, Err: err}
}
