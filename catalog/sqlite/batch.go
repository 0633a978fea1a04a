package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Batches lists the intakes, the latest first.
func (s *Store) Batches(ctx context.Context) ([]catalog.Batch, error) {
	rows, err := s.read.QueryContext(ctx, batchSQL+" ORDER BY b.id DESC")
	if err != nil {
		return nil, wrap("list batches", "", err)
	}
	defer rows.Close()
	var batches []catalog.Batch
	for rows.Next() {
		b, err := scanBatch(rows)
		if err != nil {
			return nil, wrap("list batches", "", err)
		}
		batches = append(batches, b)
	}
	return batches, wrap("list batches", "", rows.Err())
}

// Batch reads one intake.
func (s *Store) Batch(ctx context.Context, id catalog.BatchID) (catalog.Batch, error) {
	b, err := scanBatch(s.read.QueryRowContext(ctx, batchSQL+" WHERE b.id = ?", id))
	return b, wrap("read batch", itoa(int64(id)), err)
}

const batchSQL = `SELECT b.id, b.uuid, b.name, b.received, b.via, coalesce(b.source, 0), coalesce(s.alias, ''), b.message,
	coalesce(b.route, 0), coalesce(nullif(r.en, ''), nullif(r.ko, ''), r.zh, ''), b.direction, b.credit, b.added, b.finished, coalesce(f.photos, 0),
	coalesce(b.taken, ''), coalesce(b.place, '')
	FROM batch b LEFT JOIN source s ON s.id = b.source LEFT JOIN route r ON r.id = b.route
	LEFT JOIN facet f ON f.kind = 'batch' AND f.value = CAST(b.id AS TEXT)`

func scanBatch(r interface{ Scan(...any) error }) (catalog.Batch, error) {
	var b catalog.Batch
	var added string
	if err := r.Scan(&b.ID, &b.UUID, &b.Name, &b.Received, &b.Via, &b.Source, &b.SourceName, &b.Message,
		&b.Route, &b.RouteName, &b.Direction, &b.Credit, &added, &b.Finished, &b.Photos, &b.Taken, &b.Place); err != nil {
		return catalog.Batch{}, err
	}
	var err error
	b.Added, err = parseTime(added)
	return b, err
}

// batchFor finds the batch that an import belongs to, or makes it. A named one
// is the batch of that name; one without a name goes on with the unfinished
// batch of the same paths, and else gets the day as its name.
func (d *door) batchFor(in catalog.Intake, fingerprint string) (int64, error) {
	fields, err := d.intakeRow(in)
	if err != nil {
		return 0, err
	}
	id, err := d.existingBatch(in.Name, fingerprint)
	if err != nil {
		return 0, err
	}
	if id != 0 {
		given := row{"finished": 0}
		for column, value := range fields {
			if value = plain(value); value != nil && value != "" {
				given[column] = value
			}
		}
		return id, d.set(entBatch, id, given)
	}
	name := in.Name
	if name == "" {
		if name, err = d.dayName(); err != nil {
			return 0, err
		}
	} else {
		fingerprint = ""
	}
	fields["name"], fields["added"], fields["finished"], fields["fingerprint"] = name, d.now, 0, fingerprint
	return d.add(entBatch, fields)
}

// intakeRow resolves the names in an intake that BeginImport has checked.
func (d *door) intakeRow(in catalog.Intake) (row, error) {
	source, err := d.sourceID(in.Source)
	if err != nil {
		return nil, err
	}
	var route int64
	if in.Route != "" {
		if route, err = findOne(d.ctx, d, entRoute, in.Route); err != nil {
			return nil, err
		}
	}
	return row{
		"received": in.Received, "via": in.Via, "source": ref(source), "message": in.Message, "route": ref(route),
		"direction": string(in.Direction), "credit": in.Credit, "taken": optional(in.Taken), "place": optional(in.Place),
	}, nil
}

func (d *door) existingBatch(name, fingerprint string) (int64, error) {
	var id int64
	var err error
	if name != "" {
		err = d.queryRow("SELECT owner FROM name WHERE entity = 'batch' AND folded = ? ORDER BY owner LIMIT 1", naming.Fold(name)).Scan(&id)
	} else {
		err = d.queryRow("SELECT id FROM batch WHERE fingerprint = ? AND finished = 0 ORDER BY id DESC LIMIT 1", fingerprint).Scan(&id)
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}

// dayName names a batch by the day, with a number from the second one on.
func (d *door) dayName() (string, error) {
	day := d.now[:len("2006-01-02")]
	for n := 1; ; n++ {
		name := day
		if n > 1 {
			name = fmt.Sprintf("%s (%d)", day, n)
		}
		var taken int
		if err := d.queryRow("SELECT count(*) FROM batch WHERE name = ?", name).Scan(&taken); err != nil || taken == 0 {
			return name, err
		}
	}
}
