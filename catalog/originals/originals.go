// Package originals keeps the catalogue's copies of original files, each under
// the hash of its bytes, and proves them. It only ever reads what it copies,
// and knows nothing of databases or pictures.
package originals

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"waybill/catalog"
)

const (
	folder  = "originals"
	arrival = "arriving" // below folder: copies that are not proved yet
)

// Folder is the originals folder of one catalogue.
type Folder struct {
	root string // the catalogue's folder
}

// In gives the originals folder of the catalogue in dir. It is made when the
// first copy is.
func In(dir string) Folder { return Folder{root: dir} }

// Path gives where the original of a photo lies. path is as in catalog.Photo.
func (f Folder) Path(path string, referenced bool) string {
	if referenced {
		return path
	}
	return filepath.Join(f.root, filepath.FromSlash(path))
}

// name gives the path, below the catalogue's folder, of the copy with a hash.
func name(sum, ext string) string {
	return folder + "/" + sum[:2] + "/" + sum[2:4] + "/" + sum + "." + ext
}

// Put copies what r gives, which must have the SHA-256 sum, and returns its
// path below the catalogue's folder. The copy is written under a temporary
// name, flushed to the disk, read back and hashed before it gets its name; one
// that is already there is proved instead. ext is without the dot. Errors have
// the codes ErrDiskFull and FileNotStored.
func (f Folder) Put(ctx context.Context, r io.Reader, sum, ext string) (string, error) {
	rel := name(sum, ext)
	final := f.Path(rel, false)
	if prove(ctx, final, sum) == nil {
		return rel, nil
	}
	if err := f.write(ctx, r, final, sum); err != nil {
		code := catalog.FileNotStored
		if IsDiskFull(err) {
			code = catalog.ErrDiskFull
		}
		return "", &catalog.Error{Code: code, Op: "store original", Subject: rel, Err: err}
	}
	return rel, nil
}

func (f Folder) write(ctx context.Context, r io.Reader, final, sum string) error {
	arriving := filepath.Join(f.root, folder, arrival)
	if err := os.MkdirAll(arriving, 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(arriving, sum[:8]+"-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(tmp, contextReader{ctx, r})
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = prove(ctx, tmp.Name(), sum)
	}
	if err == nil {
		err = settle(tmp.Name(), final)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(tmp.Name()))
	}
	return nil
}

// settle gives a proved copy its name, read-only, and flushes the folder entry.
func settle(tmp, final string) error {
	dir := filepath.Dir(final)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := os.Chmod(tmp, 0o400); err != nil {
		return err
	}
	if err := os.Rename(tmp, final); err != nil {
		return err
	}
	return syncDir(dir)
}

// Clear removes copies that an import which was killed left unfinished. Only
// the holder of the catalogue's lock may call it.
func (f Folder) Clear() error {
	if err := os.RemoveAll(filepath.Join(f.root, folder, arrival)); err != nil {
		return &catalog.Error{Code: catalog.ErrIO, Op: "clear unfinished copies", Subject: f.root, Err: err}
	}
	return nil
}

// ErrAltered says that a file's bytes do not have the hash they should have.
var ErrAltered = errors.New("the bytes were altered")

// Prove reads an original again and compares its hash. It gives ErrAltered,
// an error that is fs.ErrNotExist, or what kept it from being read.
func (f Folder) Prove(ctx context.Context, path string, referenced bool, sum string) error {
	return prove(ctx, f.Path(path, referenced), sum)
}

func prove(ctx context.Context, path, sum string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	got, err := Hash(ctx, file)
	if err != nil {
		return err
	}
	if got != sum {
		return fmt.Errorf("%w: SHA-256 is %s", ErrAltered, got)
	}
	return nil
}

// Hash gives the SHA-256 of what r gives, in lower-case hexadecimal.
func Hash(ctx context.Context, r io.Reader) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, contextReader{ctx, r}); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// HashBytes gives the SHA-256 of data, in lower-case hexadecimal.
func HashBytes(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Read gives an original's bytes, at most limit of them.
func (f Folder) Read(path string, referenced bool, limit int64) ([]byte, error) {
	file, err := os.Open(f.Path(path, referenced))
	if err != nil {
		return nil, &catalog.Error{Code: codeOf(err), Op: "read original", Subject: path, Err: err}
	}
	defer file.Close()
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(file, limit+1))
	switch {
	case err != nil:
		return nil, &catalog.Error{Code: catalog.FileUnreadable, Op: "read original", Subject: path, Err: err}
	case n > limit:
		return nil, &catalog.Error{Code: catalog.FileTooLarge, Op: "read original", Subject: path}
	}
	return b.Bytes(), nil
}

func codeOf(err error) catalog.Code {
	if errors.Is(err, fs.ErrNotExist) {
		return catalog.FoundMissing
	}
	return catalog.FileUnreadable
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// contextReader stops reading when the context ends.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
