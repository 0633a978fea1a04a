package sqlite

import (
	"context"
	"strings"

	"waybill/catalog"
)

// addReviews fills in the reviews of determinations.
func addReviews(ctx context.Context, q querier, list []catalog.Determination) error {
	if len(list) == 0 {
		return nil
	}
	byID := make(map[int64]*catalog.Determination, len(list))
	ids := make([]any, len(list))
	for i := range list {
		byID[list[i].ID], ids[i] = &list[i], list[i].ID
	}
	rows, err := q.QueryContext(ctx, `SELECT id, uuid, determination, kind, text, actor, at, resolved FROM review
		WHERE determination IN (`+marks(len(ids))+`) ORDER BY id`, ids...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r catalog.Review
		var at string
		if err := rows.Scan(&r.ID, &r.UUID, &r.Determination, &r.Kind, &r.Text, &r.By, &at, &r.Resolved); err != nil {
			return err
		}
		if r.At, err = parseTime(at); err != nil {
			return err
		}
		t := byID[r.Determination]
		t.Reviews = append(t.Reviews, r)
	}
	return rows.Err()
}

// Review writes down what somebody says of another's determination. Its errors
// have the codes ErrNotFound, ErrOwnReview (nobody reviews their own, and who
// reviews must say who they are) and ErrInvalid (a disagreement and a question
// need words).
func (s *Store) Review(ctx context.Context, determination int64, kind catalog.ReviewKind, text, by string) (catalog.Step, error) {
	text = strings.TrimSpace(text)
	if kind != catalog.Agrees && kind != catalog.Disagrees && kind != catalog.Asks || kind != catalog.Agrees && text == "" {
		return catalog.Step{}, &catalog.Error{Code: catalog.ErrInvalid, Op: "review", Subject: string(kind)}
	}
	return s.do(ctx, &action{name: catalog.ActionReview, actor: by}, func(d *door) (map[string]any, error) {
		judged, err := d.get(entDetermination, determination)
		if err != nil {
			return nil, err
		}
		if judged == nil {
			return nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "review", Subject: catalog.DeterminationID(determination)}
		}
		author := judged.text("actor")
		if d.actor == "" || strings.EqualFold(strings.TrimSpace(d.actor), strings.TrimSpace(author)) {
			return nil, &catalog.Error{Code: catalog.ErrOwnReview, Op: "review", Subject: d.actor}
		}
		_, err = d.add(entReview, row{
			"determination": determination, "kind": string(kind), "text": text, "actor": d.actor, "at": d.now, "resolved": 0,
		})
		return map[string]any{"review": string(kind)}, err
	})
}

// Resolve settles a disagreement or a question.
func (s *Store) Resolve(ctx context.Context, review catalog.ReviewID, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionReview, actor: by}, func(d *door) (map[string]any, error) {
		return map[string]any{"review": "resolved"}, d.set(entReview, int64(review), row{"resolved": 1})
	})
}
