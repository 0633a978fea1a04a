package sqlite

import (
	"context"

	"waybill/catalog"
)

// Reread is a reading of files anew under way, written in several transactions
// that the history counts as one action.
type Reread struct {
	store *Store
	actor string
	first catalog.StepID
}

// BeginReread begins to take in what files say when they are read again. by is
// who has them read, "" for the catalogue's editor.
func (s *Store) BeginReread(by string) *Reread { return &Reread{store: s, actor: by} }

// Write takes in readings in one transaction. The step is zero when they say
// what was known. A photo that is gone is passed over.
func (r *Reread) Write(ctx context.Context, readings map[catalog.PhotoID]catalog.Reading) (catalog.Step, error) {
	a := &action{name: catalog.ActionReread, actor: r.actor, partOf: r.first}
	step, err := r.store.do(ctx, a, func(d *door) (map[string]any, error) {
		for _, id := range sortedPhotos(readings) {
			photo, err := d.get(entPhoto, int64(id))
			if err != nil {
				return nil, err
			}
			if photo == nil {
				continue
			}
			if err := d.set(entPhoto, int64(id), readingRow(readings[id])); err != nil {
				return nil, err
			}
			if err := d.replaceClaims(id, readings[id].Claims); err != nil {
				return nil, err
			}
		}
		return map[string]any{"photos": d.touched.len()}, nil
	})
	if err == nil && r.first == 0 {
		r.first = step.ID
	}
	return step, err
}

// readingRow gives the columns of a photo that are read out of its file.
func readingRow(r catalog.Reading) row {
	columns := row{
		"format": r.Format, "width": r.Width, "height": r.Height, "orientation": r.Orientation, "problem": string(r.Problem), "phash": nil,
	}
	if r.Look != nil {
		columns["phash"] = int64(*r.Look)
	}
	return columns
}
