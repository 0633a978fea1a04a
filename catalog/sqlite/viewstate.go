package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"waybill/catalog"
)

// Bounds of what is kept about the window, in bytes.
const (
	maxViewName  = 128
	maxViewState = 256 << 10
)

// ViewState gives what was kept under a name about how the window was left, ""
// when nothing was.
func (s *Store) ViewState(ctx context.Context, name string) (string, error) {
	var value string
	err := s.read.QueryRowContext(ctx, "SELECT value FROM view_state WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, wrap("read view", name, err)
}

// SetViewState keeps how the window was left, in the catalogue and not in its
// history; "" forgets it. In a catalogue that cannot be written to it does nothing.
func (s *Store) SetViewState(ctx context.Context, name, value string) error {
	if name == "" || len(name) > maxViewName || len(value) > maxViewState {
		return &catalog.Error{Code: catalog.ErrInvalid, Op: "keep view", Subject: name}
	}
	if s.write == nil {
		return nil
	}
	var err error
	if value == "" {
		_, err = s.write.ExecContext(ctx, "DELETE FROM view_state WHERE name = ?", name)
	} else {
		_, err = s.write.ExecContext(ctx, `INSERT INTO view_state VALUES (?1, ?2)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`, name, value)
	}
	if err = wrap("keep view", name, err); catalog.CodeOf(err) == catalog.ErrReadOnly {
		return nil
	}
	return err
}
