package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"time"

	"waybill/catalog"
)

// observationsOf reads the observations of photos, each with the determination
// in force: the latest, unless it withdraws.
func observationsOf(ctx context.Context, q querier, photos []catalog.PhotoID) ([]catalog.Observation, error) {
	rows, err := q.QueryContext(ctx, `SELECT o.id, o.uuid, o.photo, o.item, i.key, coalesce(nullif(i.en, ''), nullif(i.ko, ''), i.zh), o.visible, `+seenSQL+`, coalesce(o.lot, 0), coalesce(l.uuid, ''),
			coalesce(u.en, ''), coalesce(u.en_plural, ''), coalesce(u.ko, ''), coalesce(u.zh, ''),
			(SELECT max(id) FROM determination WHERE observation = o.id)
		FROM observation o JOIN item i ON i.id = o.item LEFT JOIN lot l ON l.id = o.lot LEFT JOIN unit u ON u.key = o.unit
		WHERE o.removed = 0 AND o.photo IN (`+marks(len(photos))+`) ORDER BY o.photo, o.id`, idArgs(photos)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.Observation
	judged := map[int64]int{} // determination: index in list
	for rows.Next() {
		var o catalog.Observation
		var last sql.NullInt64
		seen := seenRow{Seen: &o.Seen}
		targets := append([]any{&o.ID, &o.UUID, &o.Photo, &o.Item, &o.ItemKey, &o.ItemName, &o.Visible}, seen.targets()...)
		n := &o.UnitNames
		targets = append(targets, &o.Lot, &o.LotUUID, &n.English, &n.Plural, &n.Korean, &n.Chinese, &last)
		if err := rows.Scan(targets...); err != nil {
			return nil, err
		}
		seen.finish()
		if last.Valid {
			judged[last.Int64] = len(list)
		}
		list = append(list, o)
	}
	if err := rows.Err(); err != nil || len(judged) == 0 {
		return list, err
	}
	determinations, err := determinationsWhere(ctx, q, "t.id IN ("+marks(len(judged))+")", anys(slices.Sorted(maps.Keys(judged)))...)
	if err != nil {
		return nil, err
	}
	for i := range determinations {
		if t := &determinations[i]; t.Status != catalog.NotAssessed {
			list[judged[t.ID]].Determination = t
		}
	}
	return list, nil
}

// Determinations gives the line of judgements about one observation, the
// latest last, each with its reviews; one of status NotAssessed withdrew what
// stood before it.
func (s *Store) Determinations(ctx context.Context, observation int64) ([]catalog.Determination, error) {
	list, err := determinationsWhere(ctx, s.read, "t.observation = ?", observation)
	return list, wrap("read determinations", "", err)
}

func determinationsWhere(ctx context.Context, q querier, where string, args ...any) ([]catalog.Determination, error) {
	rows, err := q.QueryContext(ctx, `SELECT t.id, t.uuid, t.observation, t.status, t.reason, t.actor, t.at,
			coalesce(t.measure, ''), coalesce(t.pack, ''), coalesce(t.direction, ''), coalesce(t.exemptions, ''), coalesce(t.as_of, '')
		FROM determination t WHERE `+where+" ORDER BY t.id", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.Determination
	for rows.Next() {
		var t catalog.Determination
		var at string
		if err := rows.Scan(&t.ID, &t.UUID, &t.Observation, &t.Status, &t.Reason, &t.By, &at,
			&t.Measure, &t.Pack, &t.Direction, &t.Exemptions, &t.AsOf); err != nil {
			return nil, err
		}
		if t.At, err = parseTime(at); err != nil {
			return nil, err
		}
		list = append(list, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return list, addReviews(ctx, q, list)
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
