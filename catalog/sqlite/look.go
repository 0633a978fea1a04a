package sqlite

import (
	"context"

	"waybill/catalog"
)

// Look is what a photo looks like, see package picture, and what makes it a
// better or worse version of its picture.
type Look struct {
	Photo         catalog.PhotoID
	Hash          uint64
	Width, Height int   // pixels, 0 when not known
	Facts         int   // how many of date, position and camera are known
	Size          int64 // bytes
}

// Hashes gives the perceptual hashes of all photos that have one, but for those in
// the bin.
func (s *Store) Hashes(ctx context.Context) (map[catalog.PhotoID]uint64, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, phash FROM photo INDEXED BY photo_phash WHERE phash IS NOT NULL AND removed IS NULL")
	if err != nil {
		return nil, wrap("read hashes", "", err)
	}
	defer rows.Close()
	hashes := map[catalog.PhotoID]uint64{}
	for rows.Next() {
		var id catalog.PhotoID
		var hash int64
		if err := rows.Scan(&id, &hash); err != nil {
			return nil, wrap("read hashes", "", err)
		}
		hashes[id] = uint64(hash)
	}
	return hashes, wrap("read hashes", "", rows.Err())
}

// Looks gives the looks of all photos that have one, but for those in the bin.
func (s *Store) Looks(ctx context.Context) ([]Look, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT id, phash, coalesce(width, 0), coalesce(height, 0), size,
		(chosen ->> '$.date.earliest' IS NOT NULL) + (chosen ->> '$.latitude' IS NOT NULL) + (chosen ->> '$.model' IS NOT NULL)
		FROM photo WHERE phash IS NOT NULL AND removed IS NULL`)
	if err != nil {
		return nil, wrap("read looks", "", err)
	}
	defer rows.Close()
	var looks []Look
	for rows.Next() {
		var l Look
		var hash int64
		if err := rows.Scan(&l.Photo, &hash, &l.Width, &l.Height, &l.Size, &l.Facts); err != nil {
			return nil, wrap("read looks", "", err)
		}
		l.Hash = uint64(hash)
		looks = append(looks, l)
	}
	return looks, wrap("read looks", "", rows.Err())
}
