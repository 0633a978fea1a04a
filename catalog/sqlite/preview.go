package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"waybill/catalog"
)

// notThere is the number of a row that would be made.
const notThere = -1

// Preview gives how many photos an edit would change, those of the same lots
// included, and changes nothing. Its errors are those of Apply.
func (s *Store) Preview(ctx context.Context, e catalog.Edit, basis Basis) (int, error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, wrap("preview", s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	d := s.door(ctx, tx)
	d.dry, d.foreseen = true, map[int64]Judgement{}
	if d.actor = e.By; e.By == "" {
		if d.actor, err = d.setting(settingEditor); err != nil {
			return 0, wrap("preview", s.path, err)
		}
	}
	a, err := d.prepare(&e)
	if err == nil {
		a.basis = basis
		err = a.foresee()
	}
	return d.touched.len(), wrap("preview", s.path, err)
}

// foresee notes which photos the edit would change: by their own rows and the
// claims about them in one question for all, by their goods as it is done.
func (a *editing) foresee() error {
	list, err := idList(a.e.Photos)
	if err != nil {
		return err
	}
	if err := a.foreseeOwn(list); err != nil {
		return err
	}
	whole := *a.e
	a.e.Statements, a.e.AddText, a.e.RemoveText, a.columns = nil, nil, nil, nil
	err = a.all()
	*a.e = whole
	return err
}

// idList writes photos as JSON, by which SQLite takes any number of them.
func idList(photos []catalog.PhotoID) (string, error) {
	photos = slices.Clone(photos)
	slices.Sort(photos)
	text, err := json.Marshal(slices.Compact(photos))
	return string(text), err
}

func (a *editing) foreseeOwn(list string) error {
	const among = " id IN (SELECT value FROM json_each(?1))"
	for name, value := range a.columns {
		if err := a.foresees("SELECT id FROM photo WHERE"+among+" AND "+name+" IS NOT ?2", list, plain(value)); err != nil {
			return err
		}
	}
	for _, field := range texts {
		if a.e.AddText[field]+a.e.RemoveText[field] != "" {
			if err := a.foreseeText(field, "SELECT id, "+string(field)+" FROM photo WHERE"+among, list); err != nil {
				return err
			}
		}
	}
	const claimed = "EXISTS (SELECT 1 FROM claim c WHERE c.photo = photo.id AND c.origin = ?2 AND c.property = ?3 AND c.n = 0"
	for _, s := range a.e.Statements {
		where, args := " AND NOT "+claimed+" AND c.raw = ?4 AND c.value = ?5)", []any{list, string(a.e.StatedBy), string(s.Property), plain(s.Raw), plain(s.Value)}
		if s.Value == "" {
			where, args = " AND "+claimed+")", args[:3]
		}
		if err := a.foresees("SELECT id FROM photo WHERE"+among+where, args...); err != nil {
			return err
		}
	}
	return nil
}

// foresees notes the photos that a question finds.
func (a *editing) foresees(text string, args ...any) error {
	photos, err := column[catalog.PhotoID](a.d.ctx, a.d, text, args...)
	for _, id := range photos {
		a.d.touched.add(id)
	}
	return err
}

// foreseeText notes the photos among those found whose text would be another.
func (a *editing) foreseeText(field catalog.Field, text, list string) error {
	rows, err := a.d.query(text, list)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id catalog.PhotoID
		var before string
		if err := rows.Scan(&id, &before); err != nil {
			return err
		}
		if a.amended(field, before) != before {
			a.d.touched.add(id)
		}
	}
	return rows.Err()
}

// note takes down, in a dry run, which photo a change would be about.
func (d *door) note(name string, id int64, before, after row) error {
	photo, err := d.photoOf(name, id, before, after)
	if err == nil && photo > 0 {
		d.touched.add(catalog.PhotoID(photo))
	}
	return err
}
