package sqlite

import (
	"context"
	"encoding/json"
	"slices"

	"waybill/catalog"
)

// chunk is how many photos are read with one statement.
const chunk = 500

// Photos reads photos with their observations, in the order of ids. Ids that
// are not there are left out.
func (s *Store) Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	photos := make([]catalog.Photo, 0, len(ids))
	for part := range slices.Chunk(ids, chunk) {
		found, err := s.readPhotos(ctx, part)
		if err != nil {
			return nil, wrap("read photos", "", err)
		}
		photos = append(photos, found...)
	}
	return photos, nil
}

// Photo reads one photo; its error has the code ErrNotFound when there is none.
func (s *Store) Photo(ctx context.Context, id catalog.PhotoID) (catalog.Photo, error) {
	found, err := s.Photos(ctx, []catalog.PhotoID{id})
	if err == nil && len(found) == 0 {
		err = &catalog.Error{Code: catalog.ErrNotFound, Op: "read photo", Subject: id.String()}
	}
	if err != nil {
		return catalog.Photo{}, err
	}
	return found[0], nil
}

func (s *Store) readPhotos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	rows, err := s.read.QueryContext(ctx, photoSQL+" WHERE p.id IN ("+marks(len(ids))+")", idArgs(ids)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	byID := make(map[catalog.PhotoID]*catalog.Photo, len(ids))
	for rows.Next() {
		p, err := scanPhoto(rows)
		if err != nil {
			return nil, err
		}
		byID[p.ID] = &p
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	observations, err := observationsOf(ctx, s.read, ids)
	if err != nil {
		return nil, err
	}
	for _, o := range observations {
		if p := byID[o.Photo]; p != nil {
			p.Observations = append(p.Observations, o)
		}
	}
	photos := make([]catalog.Photo, 0, len(ids))
	for _, id := range ids {
		if p := byID[id]; p != nil {
			photos = append(photos, *p)
		}
	}
	return photos, nil
}

const photoSQL = `SELECT p.id, p.uuid, p.sha256, p.size, p.format, p.path, p.referenced, p.width, p.height, p.orientation,
	p.problem, p.added, p.name, p.batch, b.name, b.direction, p.caption, p.note, p.credit, b.credit,
	coalesce(p.route, 0), coalesce(b.route, 0), coalesce(nullif(r.en, ''), nullif(r.ko, ''), r.zh, ''),
	coalesce(p.source, 0), coalesce(b.source, 0), coalesce(s.alias, ''),
	coalesce(p.chosen, '{}'), p.status, p.removed IS NOT NULL
	FROM photo p JOIN batch b ON b.id = p.batch
	LEFT JOIN route r ON r.id = coalesce(p.route, b.route) LEFT JOIN source s ON s.id = coalesce(p.source, b.source)`

func scanPhoto(rows interface{ Scan(...any) error }) (catalog.Photo, error) {
	var p catalog.Photo
	var added, credit, batchCredit string
	var route, batchRoute catalog.RouteID
	var source, batchSource catalog.SourceID
	var chosen []byte
	if err := rows.Scan(&p.ID, &p.UUID, &p.SHA256, &p.Size, &p.Format, &p.Path, &p.Referenced, &p.Width, &p.Height, &p.Orientation,
		&p.Problem, &added, &p.Name, &p.Batch, &p.BatchName, &p.BatchDirection, &p.Caption, &p.Note, &credit, &batchCredit,
		&route, &batchRoute, &p.RouteName, &source, &batchSource, &p.SourceName,
		&chosen, &p.Status, &p.Removed); err != nil {
		return catalog.Photo{}, err
	}
	p.Credit = catalog.Inherit(credit, batchCredit)
	p.Route = catalog.Inherit(route, batchRoute)
	p.Source = catalog.Inherit(source, batchSource)
	if err := json.Unmarshal(chosen, &p.Chosen); err != nil {
		return catalog.Photo{}, err
	}
	var err error
	p.Added, err = parseTime(added)
	return p, err
}

// Claims reads all claims about a photo, in the order in which they were made.
func (s *Store) Claims(ctx context.Context, id catalog.PhotoID) ([]catalog.Claim, error) {
	claims, err := claimsOf(ctx, s.read, id)
	return claims, wrap("read claims", id.String(), err)
}

// Arrivals reads every sighting of a photo, the first one first.
func (s *Store) Arrivals(ctx context.Context, id catalog.PhotoID) ([]catalog.Arrival, error) {
	rows, err := s.read.QueryContext(ctx,
		"SELECT id, batch, coalesce(source, 0), name, path, mtime, coalesce(sidecar, '') FROM arrival WHERE photo = ? ORDER BY id", id)
	if err != nil {
		return nil, wrap("read arrivals", id.String(), err)
	}
	defer rows.Close()
	var list []catalog.Arrival
	for rows.Next() {
		a := catalog.Arrival{Photo: id}
		var mtime string
		if err := rows.Scan(&a.ID, &a.Batch, &a.Source, &a.Name, &a.Path, &mtime, &a.Sidecar); err != nil {
			return nil, wrap("read arrivals", id.String(), err)
		}
		if a.MTime, err = parseTime(mtime); err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, wrap("read arrivals", id.String(), rows.Err())
}

// Sidecars walks the copies of all sidecars, with the photo that each lay beside.
func (s *Store) Sidecars(ctx context.Context, visit func(photo catalog.PhotoID, path string) error) error {
	rows, err := s.read.QueryContext(ctx, "SELECT photo, sidecar FROM arrival WHERE sidecar <> '' ORDER BY id")
	if err != nil {
		return wrap("list sidecars", "", err)
	}
	defer rows.Close()
	for rows.Next() {
		var photo catalog.PhotoID
		var path string
		if err := rows.Scan(&photo, &path); err != nil {
			return wrap("list sidecars", "", err)
		}
		if err := visit(photo, path); err != nil {
			return err
		}
	}
	return wrap("list sidecars", "", rows.Err())
}

// Original is what is needed to find and prove a photo's original.
type Original struct {
	ID         catalog.PhotoID
	SHA256     string
	Size       int64
	Path       string
	Referenced bool
}

// Originals walks all originals in the order of their numbers.
func (s *Store) Originals(ctx context.Context, visit func(Original) error) error {
	for after := catalog.PhotoID(0); ; {
		page, err := s.originalsAfter(ctx, after)
		if err != nil {
			return wrap("list originals", "", err)
		}
		if len(page) == 0 {
			return nil
		}
		for _, o := range page {
			if err := visit(o); err != nil {
				return err
			}
		}
		after = page[len(page)-1].ID
	}
}

func (s *Store) originalsAfter(ctx context.Context, after catalog.PhotoID) ([]Original, error) {
	rows, err := s.read.QueryContext(ctx,
		"SELECT id, sha256, size, path, referenced FROM photo WHERE id > ? ORDER BY id LIMIT ?", after, chunk)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var page []Original
	for rows.Next() {
		var o Original
		if err := rows.Scan(&o.ID, &o.SHA256, &o.Size, &o.Path, &o.Referenced); err != nil {
			return nil, err
		}
		page = append(page, o)
	}
	return page, rows.Err()
}
