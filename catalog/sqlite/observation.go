package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"waybill/catalog"
)

// observationsOf reads the observations of photos, each with the determination
// in force: the latest, unless it withdraws.
func observationsOf(ctx context.Context, q querier, photos []catalog.PhotoID) ([]catalog.Observation, error) {
	rows, err := q.QueryContext(ctx, `SELECT o.id, o.uuid, o.photo, o.item, i.key, `+labelSQL+`, o.visible,
			t.id, t.uuid, t.status, t.reason, t.actor, t.at
		FROM observation o JOIN item i ON i.id = o.item
		LEFT JOIN determination t ON t.id = (SELECT max(id) FROM determination WHERE observation = o.id)
		WHERE o.removed = 0 AND o.photo IN (`+marks(len(photos))+`) ORDER BY o.photo, o.id`, idArgs(photos)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.Observation
	for rows.Next() {
		var o catalog.Observation
		var id sql.NullInt64
		var uuid, status, reason, by, at sql.NullString
		if err := rows.Scan(&o.ID, &o.UUID, &o.Photo, &o.Item, &o.ItemKey, &o.ItemName, &o.Visible,
			&id, &uuid, &status, &reason, &by, &at); err != nil {
			return nil, err
		}
		if id.Valid && catalog.Status(status.String) != catalog.NotAssessed {
			when, err := parseTime(at.String)
			if err != nil {
				return nil, err
			}
			o.Determination = &catalog.Determination{
				ID: id.Int64, UUID: uuid.String, Observation: o.ID, Status: catalog.Status(status.String),
				Reason: reason.String, By: by.String, At: when,
			}
		}
		list = append(list, o)
	}
	return list, rows.Err()
}

// Determinations gives the line of judgements about one observation, the
// latest last; one of status NotAssessed withdrew what stood before it.
func (s *Store) Determinations(ctx context.Context, observation int64) ([]catalog.Determination, error) {
	rows, err := s.read.QueryContext(ctx,
		"SELECT id, uuid, status, reason, actor, at FROM determination WHERE observation = ? ORDER BY id", observation)
	if err != nil {
		return nil, wrap("read determinations", "", err)
	}
	defer rows.Close()
	var list []catalog.Determination
	for rows.Next() {
		t := catalog.Determination{Observation: observation}
		var at string
		if err := rows.Scan(&t.ID, &t.UUID, &t.Status, &t.Reason, &t.By, &at); err != nil {
			return nil, wrap("read determinations", "", err)
		}
		if t.At, err = parseTime(at); err != nil {
			return nil, wrap("read determinations", "", err)
		}
		list = append(list, t)
	}
	return list, wrap("read determinations", "", rows.Err())
}

func parseTime(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		err = &catalog.Error{Code: catalog.ErrCorrupt, Op: "read time", Subject: s, Err: err}
	}
	return t, err
}

// marks gives n question marks for an IN list.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func idArgs(ids []catalog.PhotoID) []any {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = int64(id)
	}
	return args
}
