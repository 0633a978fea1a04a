package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"waybill/catalog"
)

// PhotoOf gives the photo that an observation is about. Its error has the code
// ErrNotFound when there is no such observation, or not any more.
func (s *Store) PhotoOf(ctx context.Context, observation int64) (catalog.PhotoID, error) {
	var photo catalog.PhotoID
	err := s.read.QueryRowContext(ctx, "SELECT photo FROM observation WHERE id = ? AND removed = 0", observation).Scan(&photo)
	if errors.Is(err, sql.ErrNoRows) {
		err = &catalog.Error{Code: catalog.ErrNotFound, Op: "find observation", Subject: catalog.ObservationID(observation)}
	}
	return photo, wrap("find observation", catalog.ObservationID(observation), err)
}

// OriginalNames lists what all files were called when they arrived, each once.
func (s *Store) OriginalNames(ctx context.Context) ([]string, error) {
	names, err := column[string](ctx, s.read, "SELECT DISTINCT name FROM arrival UNION SELECT name FROM photo")
	return names, wrap("list original names", "", err)
}
