package sqlite

import (
	"context"
	"database/sql"

	"waybill/catalog"
)

// Changes lists what an action made otherwise, in the order in which it was done
// and from a cursor on: about limit changes, those of one photo when photo is not
// 0, with the cursor for the next page. Fewer than limit are the last. What only
// the program keeps for itself is left out, and what was read from a file when it
// came. The action is named by any of its steps; the error has the code ErrNotFound
// when there is none.
func (s *Store) Changes(ctx context.Context, of catalog.StepID, photo catalog.PhotoID, after catalog.ChangeCursor, limit int) ([]catalog.Change, catalog.ChangeCursor, error) {
	var there bool
	if err := s.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM step WHERE id = ?)", of).Scan(&there); err != nil || !there {
		return nil, after, wrap("read changes", itoa(int64(of)), orMissing(err, "read changes", itoa(int64(of))))
	}
	n := &namer{ctx: ctx, q: s.read, known: map[string]string{}}
	var list []catalog.Change
	for len(list) < limit {
		page, err := s.changesAfter(ctx, of, photo, after, min(limit, chunk))
		if err != nil {
			return nil, after, wrap("read changes", "", err)
		}
		if len(page) == 0 {
			break
		}
		for i := range page {
			after = page[i].at
			changes, err := n.changes(&page[i])
			if err != nil {
				return nil, after, wrap("read changes", "", err)
			}
			if list = append(list, changes...); len(list) >= limit {
				break
			}
		}
	}
	return list, after, nil
}

// changed is a change as the history keeps it.
type changed struct {
	payload
	at        catalog.ChangeCursor
	photo     catalog.PhotoID
	destroyed bool
}

func (s *Store) changesAfter(ctx context.Context, of catalog.StepID, photo catalog.PhotoID, after catalog.ChangeCursor, limit int) ([]changed, error) {
	where, args := "", []any{of, after.Step, after.N}
	if photo != 0 {
		where, args = " AND c.photo = ?", append(args, photo)
	}
	rows, err := s.read.QueryContext(ctx, `SELECT c.step, c.n, c.entity, c.row, coalesce(c.photo, 0), c.payload FROM step s JOIN change c ON c.step = s.id
		WHERE s.part_of = (SELECT part_of FROM step WHERE id = ?) AND (c.step, c.n) > (?, ?)`+where+" ORDER BY c.step, c.n LIMIT ?", append(args, limit)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var page []changed
	for rows.Next() {
		var c changed
		var entity string
		var id int64
		var text sql.NullString
		if err := rows.Scan(&c.at.Step, &c.at.N, &entity, &id, &c.photo, &text); err != nil {
			return nil, err
		}
		if c.destroyed = !text.Valid; text.Valid {
			if c.payload, err = parsePayload(text.String); err != nil {
				return nil, err
			}
		}
		c.Entity, c.Row = entity, id
		page = append(page, c)
	}
	return page, rows.Err()
}

// shown lists the columns of each entity that people are told about, in order.
// The rest is what the program needs, or cannot change.
func shown(entity string) []string {
	return map[string][]string{
		entPhoto: {"caption", "note", "credit", "route", "source", "removed", "batch", "format", "problem"},
		entBatch: {"name", "received", "via", "source", "message", "route", "direction", "credit", "taken", "place"},
		entObservation: {
			"item", "visible", "region", "stage", "direction", "basis", "use", "quantity", "unit", "estimated", "brand", "model", "label", "made_in",
			"packaging", "note", "confidence", "lot",
		},
		entArrival:       {"name"},
		entClaim:         {"value"},
		entDetermination: {"status", "measure", "direction", "reason", "exemptions", "as_of"},
		entReview:        {"kind", "text", "resolved"},
		entPack:          {"version"},
		entSetting:       {"value"},
		entSource:        {"alias"},
		entItem:          {"en", "ko", "ko_dprk", "zh", "also", "hs", "parent", "caption", "removed"},
		entRoute:         {"en", "ko", "zh", "also", "mode", "direction", "removed"},
		entLeg:           {"kind", "en", "ko", "zh", "also", "point"},
		entUnit:          {"en", "en_plural", "ko", "zh", "also", "removed"},
		entPlace:         {"kind", "en", "ko", "ko_dprk", "zh", "also", "countries", "point", "removed", "merged"},
		entSearch:        {"name", "query"},
		entTemplate:      {"name", "key", "content"},
	}[entity]
}
