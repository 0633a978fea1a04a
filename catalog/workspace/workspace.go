// Package workspace opens a catalogue folder and joins the parts that work on
// it, for both programs. It shows nothing and asks nobody.
package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"waybill/catalog"
	"waybill/catalog/originals"
	"waybill/catalog/picture/box"
	"waybill/catalog/sqlite"
	"waybill/catalog/tsv"
	"waybill/catalog/vocabulary"
)

// Names of what lies in a catalogue's folder.
const (
	database = "catalog.db"
	thumbs   = "thumbs.db"
	lockFile = "lock"
	holder   = "lock.json" // who holds the lock, for the others to read
)

// Suffix ends the name of a catalogue's folder.
const Suffix = ".waybill"

// Catalogue is an open catalogue folder.
type Catalogue struct {
	*sqlite.Store
	dir       string
	thumbs    *sqlite.Thumbs
	originals originals.Folder
	ships     func() (shippedRules, error)
	box       *box.Box     // decodes what must not be decoded in this process
	lock      *flock.Flock // nil when the session lock is not held
}

// Create makes a catalogue in dir, which must not exist or be empty, with the
// shipped vocabulary, and closes it again. editor may be "". Its errors have
// the codes ErrExists, ErrReadOnly, ErrDiskFull and ErrIO.
func Create(ctx context.Context, dir string, words tsv.Source, editor string) error {
	seed, err := vocabulary.Seed(words)
	if err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return &catalog.Error{Code: catalog.ErrExists, Op: "create catalogue", Subject: dir}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fileError("create catalogue", dir, err)
	}
	store, err := sqlite.Create(ctx, filepath.Join(dir, database), shipped())
	if err != nil {
		return err
	}
	return errors.Join(store.Seed(ctx, seed, editor), store.Close())
}

// Open opens a catalogue for reading and short writes beside others that may
// have it open. A folder that cannot be written to is opened for reading only.
func Open(ctx context.Context, dir string) (*Catalogue, error) {
	return open(ctx, dir, nil)
}

// OpenSession opens a catalogue as its one window or import. program names who
// holds it for those who come later; they get ErrOpen. A folder that cannot be
// written to needs no lock and is opened for reading only.
func OpenSession(ctx context.Context, dir, program string) (*Catalogue, error) {
	if _, err := os.Stat(filepath.Join(dir, database)); err != nil {
		return nil, notCatalogue(dir, err)
	}
	if !writable(dir) {
		return open(ctx, dir, nil)
	}
	lock := flock.New(filepath.Join(dir, lockFile))
	got, err := lock.TryLock()
	if err != nil {
		return nil, fileError("lock catalogue", dir, err)
	}
	if !got {
		return nil, &catalog.Error{Code: catalog.ErrOpen, Op: "open catalogue", Subject: dir, Matches: []string{readHolder(dir)}}
	}
	if err := writeHolder(dir, program); err != nil {
		return nil, errors.Join(fileError("lock catalogue", dir, err), lock.Unlock())
	}
	c, err := open(ctx, dir, lock)
	if err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return c, nil
}

func open(ctx context.Context, dir string, lock *flock.Flock) (*Catalogue, error) {
	path := filepath.Join(dir, database)
	if _, err := os.Stat(path); err != nil {
		return nil, notCatalogue(dir, err)
	}
	c := &Catalogue{dir: dir, originals: originals.In(dir), lock: lock, ships: ships, box: box.New(box.Options{})}
	var err error
	if !writable(dir) {
		if c.Store, err = sqlite.OpenReadOnly(ctx, path, shipped()); err == nil {
			c.thumbs = sqlite.OpenThumbsReadOnly(ctx, filepath.Join(dir, thumbs))
		}
		return c, err
	}
	if c.Store, err = sqlite.Open(ctx, path, shipped()); err != nil {
		return nil, err
	}
	c.ship(ships)
	if err := c.completeVocabulary(ctx); err != nil {
		return nil, errors.Join(err, c.Store.Close())
	}
	if c.thumbs, err = sqlite.OpenThumbs(ctx, filepath.Join(dir, thumbs)); err != nil {
		return nil, errors.Join(err, c.Store.Close())
	}
	return c, nil
}

func notCatalogue(dir string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &catalog.Error{Code: catalog.ErrNotCatalog, Op: "open catalogue", Subject: dir, Err: err}
	}
	return fileError("open catalogue", dir, err)
}

// writable tries what it asks, for permissions alone do not tell. The name is
// always the same, so that a program that is killed here leaves no heap of them.
func writable(dir string) bool {
	probe := filepath.Join(dir, ".writable")
	f, err := os.OpenFile(probe, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return false
	}
	err = errors.Join(f.Close(), os.Remove(probe))
	return err == nil || errors.Is(err, fs.ErrNotExist) // another program that tried took it away
}

// Dir gives the catalogue's folder.
func (c *Catalogue) Dir() string { return c.dir }

// Close closes the catalogue and gives up the session lock.
func (c *Catalogue) Close() error {
	errs := []error{c.box.Close(), c.thumbs.Close(), c.Store.Close()}
	if c.lock != nil {
		errs = append(errs, os.Remove(filepath.Join(c.dir, holder)), c.lock.Unlock())
	}
	return errors.Join(errs...)
}

// held says who holds a catalogue's lock: the program, never the computer's
// account.
type held struct {
	Program string    `json:"program"`
	Process int       `json:"process"`
	Since   time.Time `json:"since"`
}

func writeHolder(dir, program string) error {
	text, err := json.Marshal(held{Program: program, Process: os.Getpid(), Since: time.Now().UTC().Truncate(time.Second)})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, holder), text, 0o600)
}

func readHolder(dir string) string {
	text, err := os.ReadFile(filepath.Join(dir, holder))
	var h held
	if err != nil || json.Unmarshal(text, &h) != nil {
		return ""
	}
	return fmt.Sprintf("%s (%d)", h.Program, h.Process)
}

// fileError gives an error of the file system its code.
func fileError(op, subject string, err error) error {
	code := catalog.ErrIO
	switch {
	case errors.Is(err, fs.ErrExist):
		code = catalog.ErrExists
	case errors.Is(err, fs.ErrPermission), originals.IsReadOnly(err):
		code = catalog.ErrReadOnly
	case originals.IsDiskFull(err):
		code = catalog.ErrDiskFull
	}
	return &catalog.Error{Code: code, Op: op, Subject: subject, Err: err}
}
