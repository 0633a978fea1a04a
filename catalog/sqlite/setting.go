package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"waybill/catalog"
)

// Names of settings; setting.* of the translations name them for people.
const (
	settingEditor = "editor"               // who changes are by when nobody says otherwise
	settingReview = "review_before_export" // settingOn: what leaves must have been reviewed
)

// settingOn and settingOff are the values of a setting that is one or the other.
const (
	settingOn  = "on"
	settingOff = "off"
)

func (d *door) setting(name string) (string, error) { return readSetting(d.ctx, d, name) }

// readSetting gives a setting, "" when nobody has made it.
func readSetting(ctx context.Context, q querier, name string) (string, error) {
	var value string
	err := q.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, err
}

// Editor gives the name or initials that changes are booked under, "" when
// nobody has entered any.
func (s *Store) Editor(ctx context.Context) (string, error) {
	value, err := readSetting(ctx, s.read, settingEditor)
	return value, wrap("read setting", settingEditor, err)
}

// SetEditor changes the name that changes are booked under.
func (s *Store) SetEditor(ctx context.Context, name string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionSetting, actor: name}, func(d *door) (map[string]any, error) {
		return map[string]any{"name": settingEditor}, d.setSetting(settingEditor, name)
	})
}

// ReviewBeforeExport tells whether photos may only leave when somebody else has
// agreed with each judgement in force, and no disagreement is open. It is off at
// first.
func (s *Store) ReviewBeforeExport(ctx context.Context) (bool, error) {
	value, err := readSetting(ctx, s.read, settingReview)
	return value == settingOn, wrap("read setting", settingReview, err)
}

// SetReviewBeforeExport changes that.
func (s *Store) SetReviewBeforeExport(ctx context.Context, on bool, by string) (catalog.Step, error) {
	value := settingOff
	if on {
		value = settingOn
	}
	return s.do(ctx, &action{name: catalog.ActionSetting, actor: by}, func(d *door) (map[string]any, error) {
		detail := map[string]any{"name": settingReview, "value": value}
		if before, err := d.setting(settingReview); err != nil || before == value || before == "" && !on {
			return detail, err
		}
		return detail, d.setSetting(settingReview, value)
	})
}

// setSetting gives a setting a value.
func (d *door) setSetting(name, value string) error {
	ids, err := column[int64](d.ctx, d, "SELECT id FROM setting WHERE name = ?", name)
	if err != nil {
		return err
	}
	if len(ids) > 0 {
		return d.set(entSetting, ids[0], row{"value": value})
	}
	_, err = d.add(entSetting, row{"name": name, "value": value})
	return err
}
