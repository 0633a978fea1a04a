package sqlite

import (
	"context"

	"waybill/catalog"
)

// Remove moves photos into the bin, as one step of any size: they keep all that
// is known of them, are found by is:removed alone, and do not leave the
// catalogue. Their originals stay. The step is zero when all lay there. Its error
// has the code ErrNotFound when there is no such photo.
func (s *Store) Remove(ctx context.Context, photos []catalog.PhotoID, by string) (catalog.Step, error) {
	return s.bin(ctx, catalog.ActionRemove, photos, by)
}

// Restore brings photos back from the bin, likewise.
func (s *Store) Restore(ctx context.Context, photos []catalog.PhotoID, by string) (catalog.Step, error) {
	return s.bin(ctx, catalog.ActionRestore, photos, by)
}

func (s *Store) bin(ctx context.Context, what catalog.Action, photos []catalog.PhotoID, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: what, actor: by}, func(d *door) (map[string]any, error) {
		columns := row{"removed": nil}
		if what == catalog.ActionRemove {
			columns["removed"] = 1
		}
		var wanted photoSet
		for _, id := range photos {
			wanted.add(id)
		}
		for id := range wanted.all() {
			if err := d.set(entPhoto, int64(id), columns); err != nil {
				if catalog.CodeOf(err) == catalog.ErrNotFound {
					err = &catalog.Error{Code: catalog.ErrNotFound, Op: string(what), Subject: id.String()}
				}
				return nil, err
			}
		}
		return map[string]any{"photos": d.touched.len()}, nil
	})
}
