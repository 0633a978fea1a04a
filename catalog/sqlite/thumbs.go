package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// Thumbs is the cache of thumbnails, in a database file of its own that may be
// deleted at any time. Its keys are the original's hash and the version of the
// pipeline that made the thumbnail.
type Thumbs struct {
	db       *sql.DB
	readOnly bool
}

// OpenThumbs opens the cache at path, making it when it is missing and making
// it anew when it is damaged.
func OpenThumbs(ctx context.Context, path string) (*Thumbs, error) {
	t, err := openThumbs(ctx, path)
	if err == nil {
		return t, nil
	}
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, wrap("open thumbnails", path, err)
		}
	}
	t, err = openThumbs(ctx, path)
	return t, wrap("open thumbnails", path, err)
}

func openThumbs(ctx context.Context, path string) (*Thumbs, error) {
	db, err := connect(path, "_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)", readers)
	if err != nil {
		return nil, err
	}
	_, err = db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS thumb (
		sha256 TEXT NOT NULL, version INTEGER NOT NULL, jpeg BLOB NOT NULL, PRIMARY KEY (sha256, version)) STRICT`)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Thumbs{db: db}, nil
}

// OpenThumbsReadOnly opens a cache in a folder that cannot be written to. A
// missing or damaged one is as good as empty.
func OpenThumbsReadOnly(ctx context.Context, path string) *Thumbs {
	db, err := connect(path, "immutable=1&mode=ro&_pragma=query_only(1)", readers)
	if err == nil && db.PingContext(ctx) == nil {
		return &Thumbs{db: db, readOnly: true}
	}
	return &Thumbs{readOnly: true}
}

// Get gives a thumbnail's JPEG bytes, nil when it is not in the cache.
func (t *Thumbs) Get(ctx context.Context, sha256 string, version int) ([]byte, error) {
	if t.db == nil {
		return nil, nil
	}
	var jpeg []byte
	err := t.db.QueryRowContext(ctx, "SELECT jpeg FROM thumb WHERE sha256 = ? AND version = ?", sha256, version).Scan(&jpeg)
	if errors.Is(err, sql.ErrNoRows) || (err != nil && t.readOnly) {
		return nil, nil
	}
	return jpeg, wrap("read thumbnail", sha256, err)
}

// Put keeps thumbnails by the hash of their originals, in one transaction.
func (t *Thumbs) Put(ctx context.Context, version int, jpegs map[string][]byte) error {
	if t.readOnly || len(jpegs) == 0 {
		return nil
	}
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return wrap("store thumbnails", "", err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	for sha256, jpeg := range jpegs {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO thumb VALUES (?, ?, ?)", sha256, version, jpeg); err != nil {
			return wrap("store thumbnails", "", err)
		}
	}
	return wrap("store thumbnails", "", tx.Commit())
}

// Close closes the cache.
func (t *Thumbs) Close() error {
	if t.db == nil {
		return nil
	}
	return wrap("close thumbnails", "", t.db.Close())
}
