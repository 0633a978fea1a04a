package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"waybill/catalog"
)

// untaggedPage is how many photos are looked at in one statement.
const untaggedPage = 4_000

// FirstUntagged gives the first of some photos, in their order, in which no goods
// are observed; 0 when each has some. It takes the longer the later that one
// comes: about two seconds for 1,000,000 photos.
func (s *Store) FirstUntagged(ctx context.Context, photos []catalog.PhotoID) (catalog.PhotoID, error) {
	for page := range slices.Chunk(photos, untaggedPage) {
		list, err := json.Marshal(page)
		if err != nil {
			return 0, err
		}
		var first catalog.PhotoID
		err = s.read.QueryRowContext(ctx, `SELECT j.value FROM json_each(?) j
			WHERE NOT EXISTS (SELECT 1 FROM observation o WHERE o.photo = j.value AND o.removed = 0) ORDER BY j.key LIMIT 1`, string(list)).Scan(&first)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		return first, wrap("find untagged photo", "", err)
	}
	return 0, nil
}
