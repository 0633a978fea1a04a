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
