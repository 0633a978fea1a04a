// Package sqlite keeps a catalogue in one SQLite database file, with its
// history, and a cache of thumbnails in another. It knows the nouns of package
// catalog and nothing of files, pictures or windows.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver

	"waybill/catalog"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a database file as a catalogue: "Wbil" in ASCII. See
// sqlite.org/pragma.html#pragma_application_id.
const applicationID = 0x5762696c

// readers is how many reads may run at once.
const readers = 4

// Store is an open catalogue database. It is safe for use by many goroutines;
// writes run one after another.
type Store struct {
	path  string
	write *sql.DB // one connection; nil when the store is read-only
	read  *sql.DB
	now   func() time.Time

	atlas   *atlas
	shipped *shipped // nil: no pack ships with the program

	reading string // the settings of connections that read

	// common is how many matches make a word or facet common: fewer are gathered
	// and sorted, more are met by walking in the wanted order.
	common int

	tables facetTables
	kept   int64 // of how many photos at most the facets are kept
}

// Open opens the database at path and brings its schema, and what is derived
// from the rows, up to date. The gazetteer tells what lies near a photo; nil
// knows no place. Its errors have the codes ErrNotFound, ErrNotCatalog,
// ErrFuture, ErrCorrupt, ErrReadOnly and ErrIO.
func Open(ctx context.Context, path string, places catalog.Gazetteer) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	return open(ctx, path, places)
}

// Create makes a new database at path, which must not exist.
func Create(ctx context.Context, path string, places catalog.Gazetteer) (*Store, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, &catalog.Error{Code: catalog.ErrExists, Op: "create catalogue", Subject: path}
	}
	if err != nil {
		return nil, wrap("create catalogue", path, err)
	}
	if err := f.Close(); err != nil {
		return nil, wrap("create catalogue", path, err)
	}
	return open(ctx, path, places)
}

func open(ctx context.Context, path string, places catalog.Gazetteer) (*Store, error) {
	s := &Store{path: path, now: time.Now, atlas: newAtlas(places), common: commonFrom, kept: facetsKept, reading: "_pragma=query_only(1)&_pragma=cache_size(-8000)"}
	var err error
	if s.write, err = connect(path, "_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=cache_size(-32000)", 1); err != nil {
		return nil, wrap("open catalogue", path, err)
	}
	if err := s.upgrade(ctx); err != nil {
		return nil, errors.Join(wrap("open catalogue", path, err), s.write.Close())
	}
	if s.read, err = connect(path, s.reading, readers); err != nil {
		return nil, errors.Join(wrap("open catalogue", path, err), s.write.Close())
	}
	if _, err := s.GazetteerNow(ctx); err != nil {
		return nil, errors.Join(err, s.read.Close(), s.write.Close())
	}
	return s, nil
}

// OpenReadOnly opens a database in a folder that cannot be written to. It
// refuses with ErrNotClean when changes are still in the write-ahead log, which
// nobody can read without writing, and with ErrReadOnly one of an older schema.
func OpenReadOnly(ctx context.Context, path string, places catalog.Gazetteer) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		return nil, &catalog.Error{Code: catalog.ErrNotClean, Op: "open catalogue", Subject: path}
	}
	s := &Store{path: path, now: time.Now, atlas: newAtlas(places), common: commonFrom, kept: facetsKept, reading: "immutable=1&_pragma=query_only(1)"}
	read, err := connect(path, s.reading, readers)
	if err != nil {
		return nil, wrap("open catalogue", path, err)
	}
	s.read = read
	current, err := upToDate(ctx, read)
	if err == nil && !current {
		err = &catalog.Error{Code: catalog.ErrReadOnly, Op: "bring the schema up to date", Subject: path}
	}
	if err == nil {
		_, err = s.GazetteerNow(ctx)
	}
	if err != nil {
		return nil, errors.Join(wrap("open catalogue", path, err), read.Close())
	}
	return s, nil
}

// connect opens a pool. The path is escaped, for an unescaped "?" or "#" would
// open another database (sqlite.org/uri.html).
func connect(path, params string, conns int) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}
	dsn := "file:" + u.EscapedPath() + "?_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=temp_store(2)&" + params
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// inspect looks at the file's header before SQLite does, so that a foreign, a
// newer or a truncated file is refused before anything is written to it. The
// offsets are those of sqlite.org/fileformat.html, section 1.3.
func inspect(path string) error {
	fail := func(code catalog.Code, err error) error {
		return &catalog.Error{Code: code, Op: "open catalogue", Subject: path, Err: err}
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fail(catalog.ErrNotCatalog, err)
	}
	if err != nil {
		return wrap("open catalogue", path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return wrap("open catalogue", path, err)
	}
	wal, err := os.Stat(path + "-wal")
	inLog := err == nil && wal.Size() > 0
	header := make([]byte, 100)
	if _, err := f.ReadAt(header, 0); err != nil {
		if inLog && info.Size() == 0 {
			return nil // killed before the first checkpoint: SQLite recovers it from the log
		}
		return fail(catalog.ErrCorrupt, err)
	}
	if string(header[:16]) != "SQLite format 3\x00" {
		return fail(catalog.ErrCorrupt, errors.New("no SQLite header"))
	}
	if inLog {
		return nil // the log may hold a newer header
	}
	if id := binary.BigEndian.Uint32(header[68:]); id != applicationID {
		return fail(catalog.ErrNotCatalog, fmt.Errorf("application id %08x", id))
	}
	if v := int(binary.BigEndian.Uint32(header[60:])); v > newestSchema() {
		return fail(catalog.ErrFuture, fmt.Errorf("schema %d", v))
	}
	pageSize, pages := int64(binary.BigEndian.Uint16(header[16:])), int64(binary.BigEndian.Uint32(header[28:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	if info.Size() < pageSize*pages {
		return fail(catalog.ErrCorrupt, fmt.Errorf("%d bytes of %d", info.Size(), pageSize*pages))
	}
	return nil
}

// Close writes the log back into the database and closes it. When the log
// cannot be written back, as on a full disk, it stays, and the next opening
// reads it.
func (s *Store) Close() error {
	errs := []error{s.read.Close()}
	if s.write != nil {
		for _, tidy := range []string{"PRAGMA optimize", "PRAGMA wal_checkpoint(TRUNCATE)"} {
			_, _ = s.write.Exec(tidy)
		}
		errs = append(errs, s.write.Close())
	}
	return wrap("close catalogue", s.path, errors.Join(errs...))
}

// ReadOnly tells whether nothing can be changed.
func (s *Store) ReadOnly() bool { return s.write == nil }
