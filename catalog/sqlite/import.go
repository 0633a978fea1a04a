package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"time"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Import is an import under way: one batch, written in several transactions
// that the history counts as one action. Nothing is written before the first
// file is added.
type Import struct {
	store       *Store
	intake      catalog.Intake
	fingerprint string
	actor       string
	batch       int64
	first       catalog.StepID
	template    *catalog.Edit // of each new photo, nil for none
	basis       ImportBasis   // of its status, nil for none
}

// BeginImport checks what the person says about the files. fingerprint stands
// for the paths; an import without a batch name goes on with the unfinished
// batch of the same fingerprint. by is who imports, "" for the catalogue's editor.
func (s *Store) BeginImport(ctx context.Context, in catalog.Intake, fingerprint, by string) (*Import, error) {
	if s.write == nil {
		return nil, &catalog.Error{Code: catalog.ErrReadOnly, Op: "import", Subject: s.path}
	}
	for _, date := range []string{in.Received, in.Taken} {
		if date == "" {
			continue
		}
		if _, err := catalog.ParseDate(date); err != nil {
			return nil, err
		}
	}
	if in.Place != "" {
		if _, err := catalog.ParsePlace(in.Place); err != nil {
			return nil, err
		}
	}
	if in.Route != "" {
		if _, err := s.FindRoute(ctx, in.Route); err != nil {
			return nil, err
		}
	}
	if in.Source != "" {
		if _, _, err := knownSource(ctx, s.read, in.Source); err != nil {
			return nil, wrap("import", "", err)
		}
	}
	if _, err := catalog.ParseDirection(string(in.Direction)); err != nil {
		return nil, err
	}
	im := &Import{store: s, intake: in, fingerprint: fingerprint, actor: by}
	if in.Template != "" {
		e, err := s.TemplateEdit(ctx, in.Template)
		if err != nil {
			return nil, err
		}
		im.template = &e
	}
	return im, nil
}

// Known tells whether the catalogue has a photo of this hash.
func (im *Import) Known(ctx context.Context, sha256 string) (bool, error) {
	var n int
	err := im.store.read.QueryRowContext(ctx, "SELECT count(*) FROM photo WHERE sha256 = ?", sha256).Scan(&n)
	return n > 0, wrap("look for", sha256, err)
}

// Add writes files in one transaction, in their order.
func (im *Import) Add(ctx context.Context, files []catalog.NewPhoto) ([]catalog.Placed, catalog.Step, error) {
	placed := make([]catalog.Placed, 0, len(files))
	batch := im.batch
	step, err := im.do(ctx, func(d *door) (map[string]any, error) {
		counts := map[catalog.Outcome]int{}
		for _, f := range files {
			p, err := im.place(d, f, &batch)
			if err != nil {
				return nil, err
			}
			counts[p.Outcome]++
			placed = append(placed, p)
		}
		if err := im.fill(d, placed); err != nil {
			return nil, err
		}
		if batch == 0 {
			return nil, nil
		}
		name, err := labelOf(ctx, d, entBatch, batch)
		detail := map[string]any{"batch": name, "imported": counts[catalog.OutcomeNew], "duplicate": counts[catalog.OutcomeDuplicate]}
		if im.template != nil && err == nil {
			var named map[string]any
			named, err = d.titleDetail("", im.template.Template)
			detail["template"], _ = named["name"].(string)
		}
		return detail, err
	})
	if err != nil {
		return nil, step, err
	}
	im.batch = batch
	return placed, step, nil
}

// Finish marks the batch as done.
func (im *Import) Finish(ctx context.Context) (catalog.Step, error) {
	return im.do(ctx, func(d *door) (map[string]any, error) {
		batch := im.batch
		if batch == 0 {
			var err error
			if batch, err = d.existingBatch(im.intake.Name, im.fingerprint); err != nil || batch == 0 {
				return nil, err
			}
		}
		if err := d.set(entBatch, batch, row{"finished": 1}); err != nil {
			return nil, err
		}
		name, err := labelOf(ctx, d, entBatch, batch)
		return map[string]any{"batch": name, "imported": 0, "duplicate": 0}, err
	})
}

// do makes a step that belongs to the import's first one.
func (im *Import) do(ctx context.Context, work func(*door) (map[string]any, error)) (catalog.Step, error) {
	a := &action{name: catalog.ActionImport, actor: im.actor, partOf: im.first}
	step, err := im.store.do(ctx, a, work)
	if err == nil && im.first == 0 {
		im.first = step.ID
	}
	return step, err
}

func (im *Import) place(d *door, f catalog.NewPhoto, batch *int64) (catalog.Placed, error) {
	var photo int64
	var removed bool
	err := d.queryRow("SELECT id, removed IS NOT NULL FROM photo WHERE sha256 = ?", f.SHA256).Scan(&photo, &removed)
	known := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return catalog.Placed{}, err
	}
	if known {
		again, err := im.seen(d, photo, f.Arrival.Path)
		if err != nil || again {
			return catalog.Placed{Photo: catalog.PhotoID(photo), Outcome: catalog.OutcomeAgain, Removed: removed}, err
		}
	}
	if *batch == 0 {
		if *batch, err = d.batchFor(im.intake, im.fingerprint); err != nil {
			return catalog.Placed{}, err
		}
	}
	outcome := catalog.OutcomeDuplicate
	if known {
		err = d.addClaims(catalog.PhotoID(photo), f.Claims)
	} else {
		outcome = catalog.OutcomeNew
		photo, err = d.newPhoto(f, *batch)
	}
	if err != nil {
		return catalog.Placed{}, err
	}
	_, err = d.add(entArrival, row{
		"photo": photo, "batch": *batch, "name": f.Arrival.Name, "path": f.Arrival.Path,
		"mtime": f.Arrival.MTime.UTC().Format(time.RFC3339), "sidecar": optional(f.Arrival.Sidecar),
	})
	return catalog.Placed{Photo: catalog.PhotoID(photo), Outcome: outcome, Removed: removed}, err
}

// seen tells whether this file was imported before: into the batch when it was
// named, else into any.
func (im *Import) seen(d *door, photo int64, path string) (bool, error) {
	path, _ = plain(path).(string)
	var n int
	if im.intake.Name == "" {
		err := d.queryRow("SELECT count(*) FROM arrival WHERE photo = ? AND path = ?", photo, path).Scan(&n)
		return n > 0, err
	}
	err := d.queryRow(`SELECT count(*) FROM arrival WHERE photo = ? AND path = ? AND batch IN
		(SELECT owner FROM name WHERE entity = 'batch' AND folded = ?)`, photo, path, naming.Fold(im.intake.Name)).Scan(&n)
	return n > 0, err
}

func (d *door) newPhoto(f catalog.NewPhoto, batch int64) (int64, error) {
	columns := readingRow(f.Reading)
	maps.Copy(columns, row{
		"sha256": f.SHA256, "size": f.Size, "path": f.Path, "referenced": f.Referenced,
		"added": d.now, "name": f.Arrival.Name, "batch": batch, "caption": "", "note": "", "credit": "",
	})
	id, err := d.add(entPhoto, columns)
	if err != nil {
		return 0, err
	}
	for _, c := range f.Claims {
		if err := d.putClaim(catalog.PhotoID(id), keyOf(c), c.Raw, c.Value); err != nil {
			return 0, err
		}
	}
	return id, nil
}
