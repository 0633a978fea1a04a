package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"waybill/catalog"
)

// newestSchema is the number of the last migration that this program knows.
func newestSchema() int {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return 0
	}
	return len(names)
}

func schemaVersion(ctx context.Context, db *sql.DB) (int, error) {
	var version, id int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if version > newestSchema() {
		return 0, &catalog.Error{Code: catalog.ErrFuture, Op: "open catalogue", Err: fmt.Errorf("schema %d", version)}
	}
	if version > 0 && id != applicationID {
		return 0, &catalog.Error{Code: catalog.ErrNotCatalog, Op: "open catalogue", Err: fmt.Errorf("application id %08x", id)}
	}
	return version, nil
}

// upToDate tells whether a database has the newest schema, with everything
// derived that a migration has emptied.
func upToDate(ctx context.Context, db *sql.DB) (bool, error) {
	version, err := schemaVersion(ctx, db)
	if err != nil || version < newestSchema() {
		return false, err
	}
	var missing bool
	err = db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM photo WHERE chosen IS NULL)").Scan(&missing)
	return !missing, err
}

// upgrade brings an older catalogue up to date.
func (s *Store) upgrade(ctx context.Context) error {
	if current, err := upToDate(ctx, s.write); err == nil && !current {
		catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingUpgrade})
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if err := s.deriveAnew(ctx); err != nil {
		return err
	}
	return s.deriveMissing(ctx)
}

// derivation is raised when photos would be derived otherwise from the same rows
// than before, so that each is derived anew.
const derivation = 3

// deriveAnew empties what an older program derived.
func (s *Store) deriveAnew(ctx context.Context) error {
	var last int
	err := s.write.QueryRowContext(ctx, "SELECT coalesce(max(last), 0) FROM counter WHERE entity = 'derivation'").Scan(&last)
	if err != nil || last >= derivation {
		return err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if _, err := tx.ExecContext(ctx, "UPDATE photo SET chosen = NULL"); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO counter VALUES ('derivation', ?)
		ON CONFLICT (entity) DO UPDATE SET last = excluded.last`, derivation); err != nil {
		return err
	}
	return tx.Commit()
}

// migrate runs the migrations that are missing, each with its record
// (user_version) in one transaction. A shipped migration is never edited.
func (s *Store) migrate(ctx context.Context) error {
	version, err := schemaVersion(ctx, s.write)
	if err != nil {
		return err
	}
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	for n := version; n < len(names); n++ {
		script, err := migrations.ReadFile(names[n])
		if err != nil {
			return err
		}
		if err := s.runMigration(ctx, n, string(script)); err != nil {
			return fmt.Errorf("%s: %w", names[n], err)
		}
	}
	return nil
}

// deriveMissing derives the photos anew whose derived columns a migration has
// emptied, some at a time: when it is cut off, the next opening goes on.
func (s *Store) deriveMissing(ctx context.Context) error {
	total, done := 0, 0
	if err := s.write.QueryRowContext(ctx, "SELECT count(*) FROM photo WHERE chosen IS NULL").Scan(&total); err != nil {
		return err
	}
	for {
		n, err := s.deriveSome(ctx)
		if err != nil || n == 0 {
			return err
		}
		done += n
		catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingUpgrade, Done: done, Total: max(total, done)})
	}
}

func (s *Store) deriveSome(ctx context.Context) (int, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	d := s.door(ctx, tx)
	d.silent = true
	ids, err := column[catalog.PhotoID](ctx, d, "SELECT id FROM photo WHERE chosen IS NULL ORDER BY id LIMIT ?", chunk)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	for _, id := range ids {
		d.touched.add(id)
	}
	if err := d.refreshTouched(); err != nil {
		return 0, err
	}
	return len(ids), tx.Commit()
}

// runMigration runs the script unless somebody else did while we waited for
// the write lock.
func (s *Store) runMigration(ctx context.Context, from int, script string) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version != from {
		return err
	}
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return err
	}
	record := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, from+1)
	if _, err := tx.ExecContext(ctx, record); err != nil {
		return err
	}
	return tx.Commit()
}
