package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"waybill/catalog"
)

// settingEditor is who changes are by when nobody says otherwise.
const settingEditor = "editor"

func (d *door) setting(name string) (string, error) {
	var value string
	err := d.queryRow("SELECT value FROM setting WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, err
}

// Editor gives the name or initials that changes are booked under, "" when
// nobody has entered any.
func (s *Store) Editor(ctx context.Context) (string, error) {
	var value string
	err := s.read.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = ?", settingEditor).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, wrap("read setting", settingEditor, err)
}

// SetEditor changes the name that changes are booked under.
func (s *Store) SetEditor(ctx context.Context, name string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionSetting, actor: name}, func(d *door) (map[string]any, error) {
		var id int64
		err := d.queryRow("SELECT id FROM setting WHERE name = ?", settingEditor).Scan(&id)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			_, err = d.add(entSetting, row{"name": settingEditor, "value": name})
		case err == nil:
			err = d.set(entSetting, id, row{"value": name})
		}
		return map[string]any{"name": settingEditor}, err
	})
}
