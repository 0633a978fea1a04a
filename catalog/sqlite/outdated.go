package sqlite

import (
	"context"

	"waybill/catalog"
)

// inForceSQL is the condition that determination t of observation o stands, and
// that its photo does not lie in the bin.
const inForceSQL = `o.removed = 0 AND t.status <> '` + string(catalog.NotAssessed) + `'
	AND t.id = (SELECT max(id) FROM determination WHERE observation = o.id)
	AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.id = o.photo AND p.removed IS NOT NULL)`

// JudgedPhotos lists, in order and from after one on, at most limit photos that
// have a determination in force.
func (s *Store) JudgedPhotos(ctx context.Context, after catalog.PhotoID, limit int) ([]catalog.PhotoID, error) {
	ids, err := column[catalog.PhotoID](ctx, s.read, `SELECT DISTINCT o.photo FROM observation o JOIN determination t ON t.observation = o.id
		WHERE o.photo > ? AND `+inForceSQL+` ORDER BY o.photo LIMIT ?`, after, limit)
	return ids, wrap("list judged photos", "", err)
}

// OutdatedPhotos lists, in order and from after one on, at most limit photos with
// a determination in force that was made under none of the packs named, as ids
// and versions; of those that name no pack, the ones made before a step.
func (s *Store) OutdatedPhotos(ctx context.Context, packs []string, before catalog.StepID, after catalog.PhotoID, limit int) ([]catalog.PhotoID, error) {
	args := []any{int64(after)}
	for _, p := range packs {
		args = append(args, p)
	}
	ids, err := column[catalog.PhotoID](ctx, s.read, `SELECT DISTINCT o.photo FROM observation o JOIN determination t ON t.observation = o.id
		WHERE o.photo > ? AND `+inForceSQL+` AND CASE
			WHEN t.pack IS NOT NULL THEN t.pack NOT IN (`+marks(len(packs))+`)
			ELSE (SELECT min(step) FROM change WHERE entity = '`+entDetermination+`' AND row = t.id) < ? END
		ORDER BY o.photo LIMIT ?`, append(args, before, limit)...)
	return ids, wrap("list outdated judgements", "", err)
}

// DeterminedIn gives the step in which each of some determinations was made.
func (s *Store) DeterminedIn(ctx context.Context, determinations []int64) (map[int64]catalog.StepID, error) {
	if len(determinations) == 0 {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, `SELECT row, min(step) FROM change WHERE entity = '`+entDetermination+`'
		AND row IN (`+marks(len(determinations))+`) GROUP BY row`, anys(determinations)...)
	if err != nil {
		return nil, wrap("read steps of judgements", "", err)
	}
	defer rows.Close()
	steps := map[int64]catalog.StepID{}
	for rows.Next() {
		var id int64
		var step catalog.StepID
		if err := rows.Scan(&id, &step); err != nil {
			return nil, wrap("read steps of judgements", "", err)
		}
		steps[id] = step
	}
	return steps, wrap("read steps of judgements", "", rows.Err())
}
