package sqlite

import (
	"context"
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Units lists what quantities are counted in, with how many observations use
// each, in the order in which they came.
func (s *Store) Units(ctx context.Context) ([]catalog.Unit, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT u.id, uuid, key, en, en_plural, ko, zh, also, own,
			(SELECT count(*) FROM observation WHERE unit = u.key AND removed = 0)
		FROM unit u WHERE coalesce(removed, 0) = 0 ORDER BY u.id`)
	if err != nil {
		return nil, wrap("list units", "", err)
	}
	defer rows.Close()
	var units []catalog.Unit
	for rows.Next() {
		var u catalog.Unit
		n := &u.Names
		if err := rows.Scan(&u.ID, &u.UUID, &u.Key, &n.English, &u.Plural, &n.Korean, &n.Chinese, &n.AlsoKnownAs, &u.Own, &u.Used); err != nil {
			return nil, wrap("list units", "", err)
		}
		units = append(units, u)
	}
	return units, wrap("list units", "", rows.Err())
}

// SaveUnit adds a unit when its ID is 0, under a key made from its name when it
// has none, else changes its names. What was counted in a unit of such a name, as
// it was typed, is counted in this one. Errors have the codes ErrInvalid (Op
// "name"), ErrExists, ErrNotFound and ErrAliasWord.
func (s *Store) SaveUnit(ctx context.Context, u catalog.Unit, by string) (catalog.UnitID, catalog.Step, error) {
	u.Names, u.Plural = u.Names.Clean(), strings.Join(strings.Fields(u.Plural), " ")
	var id int64
	step, err := s.words(ctx, by, func(d *door) (map[string]any, error) {
		if err := u.Check(); err != nil {
			return nil, err
		}
		var detail map[string]any
		var err error
		if id, detail, err = d.save(entUnit, int64(u.ID), u.Key, u.Names, unitColumns(u)); err != nil {
			return nil, err
		}
		return detail, d.recount()
	})
	if err != nil {
		return 0, step, err
	}
	return catalog.UnitID(id), step, nil
}

// unitColumns gives the columns of a unit that people change.
func unitColumns(u catalog.Unit) row {
	n := u.Names
	return row{"en": n.English, "en_plural": u.Plural, "ko": n.Korean, "zh": n.Chinese, "also": n.AlsoKnownAs}
}

// MergeUnits makes two units one: what is counted in from is counted in into,
// whose variants its names and key become, and from is taken out of the
// vocabulary. Errors have the codes ErrInvalid (Op "merge": into itself) and
// ErrNotFound.
func (s *Store) MergeUnits(ctx context.Context, from, into catalog.UnitID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		a, b, detail, err := d.merge(entUnit, int64(from), int64(into))
		if err != nil {
			return nil, err
		}
		return detail, d.repoint(entObservation, "unit", a["key"], b["key"])
	})
}

// RemoveUnit takes a unit out of the vocabulary. Errors have the codes ErrInUse
// (something is counted in it) and ErrNotFound.
func (s *Store) RemoveUnit(ctx context.Context, unit catalog.UnitID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		return d.remove(entUnit, int64(unit), "SELECT 1 FROM observation WHERE unit = (SELECT key FROM unit WHERE id = ?) AND removed = 0")
	})
}

// recount gives the observations whose unit stands as it was typed, and is known
// now, the key of it.
func (d *door) recount() error {
	typed, err := column[string](d.ctx, d, `SELECT DISTINCT unit FROM observation WHERE unit IS NOT NULL AND removed = 0
		AND unit NOT IN (SELECT key FROM unit WHERE removed IS NOT 1)`)
	for _, unit := range typed {
		key, errKey := d.unitKey(unit)
		if errKey != nil {
			return errKey
		}
		if key == unit {
			continue
		}
		if err := d.repoint(entObservation, "unit", unit, key); err != nil {
			return err
		}
	}
	return err
}

// unitKey gives the key of the unit that a text names in any language, else the
// text as it is.
func (d *door) unitKey(text string) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", nil
	}
	keys, err := column[string](d.ctx, d, `SELECT u.key FROM name n JOIN unit u ON u.id = n.owner
		WHERE n.entity = 'unit' AND n.folded = ? ORDER BY u.key <> ?, u.id`, naming.Fold(text), text)
	if err != nil || len(keys) != 1 && (len(keys) == 0 || keys[0] != text) {
		return text, err
	}
	return keys[0], nil
}
