package sqlite

import (
	"context"
	"slices"

	"waybill/catalog"
)

// Apply carries out an edit as one step, or not at all. The step is zero when
// everything was so already. Errors have the codes ErrNotFound (a photo),
// ErrManyItems (a status that needs to be told which item it is for),
// ErrNoItem, ErrInvalid and those of writing.
func (s *Store) Apply(ctx context.Context, e catalog.Edit) (catalog.Step, error) {
	return s.ApplyResting(ctx, e, nil)
}

// Basis tells what a status of goods rests on in law; the zero value is nothing.
// It is called while the store is being written and must not use it.
type Basis func(o catalog.Observation, s catalog.Status) catalog.Legal

// ApplyResting does as Apply; what the edit judges rests on what basis says. A
// status that stays keeps the basis that it has.
func (s *Store) ApplyResting(ctx context.Context, e catalog.Edit, basis Basis) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionTag, actor: e.By}, func(d *door) (map[string]any, error) {
		a, err := d.prepare(&e)
		if err != nil {
			return nil, err
		}
		a.basis = basis
		if err := a.all(); err != nil {
			return nil, err
		}
		return a.detail(d.touched.len())
	})
}

// editing is an edit on its way through the photos.
type editing struct {
	d           *door
	e           *catalog.Edit
	basis       Basis            // of the status, nil for none
	items       []catalog.ItemID // to be added
	columns     row              // of the photo's own row, the same for all photos
	unspecified catalog.ItemID   // 0 until one is needed
	statusGiven bool             // the status found an item
	judged      []int64          // observations of lots that the status is for
	removed     []catalog.ItemID // of what observations were removed
}

// prepare resolves what an edit names, so that each photo needs no look-up.
func (d *door) prepare(e *catalog.Edit) (*editing, error) {
	a := &editing{d: d, e: e, items: slices.Clone(e.AddItems), columns: row{}}
	if err := a.newItems(); err != nil {
		return nil, err
	}
	for column, text := range map[string]*string{"caption": e.Caption, "note": e.Note, "credit": e.Credit} {
		if text != nil {
			a.columns[column] = *text
		}
	}
	if e.Route != nil {
		a.columns["route"] = ref(*e.Route)
	}
	if e.Source != nil {
		id, err := d.sourceID(*e.Source)
		if err != nil {
			return nil, err
		}
		a.columns["source"] = ref(id)
	}
	for _, changes := range []map[catalog.Field]string{e.AddText, e.RemoveText} {
		for field := range changes {
			if !slices.Contains(texts, field) {
				return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "text", Subject: string(field)}
			}
		}
	}
	for _, s := range e.Statements {
		if err := s.Check(); err != nil {
			return nil, err
		}
	}
	if err := checkGoods(e); err != nil {
		return nil, err
	}
	if e.StatedBy == "" {
		e.StatedBy = catalog.OriginEditor
	}
	if !e.StatedBy.IsPerson() {
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "state", Subject: string(e.StatedBy)}
	}
	var err error
	a.unspecified, err = d.unspecified()
	return a, err
}

// checkGoods refuses what the fields of goods cannot hold.
func checkGoods(e *catalog.Edit) error {
	if e.Status != nil && *e.Status != catalog.NotAssessed {
		if _, err := catalog.ParseStatus(string(*e.Status)); err != nil {
			return err
		}
	}
	var seen catalog.Seen
	if e.Direction != nil {
		seen.Direction = *e.Direction
	}
	if e.Stage != nil {
		seen.Stage = *e.Stage
	}
	if e.MadeIn != nil {
		seen.MadeIn = *e.MadeIn
	}
	if e.Packaging != nil {
		seen.Packaging = *e.Packaging
	}
	return seen.Check()
}

// unspecified gives the item that stands in for goods that nobody has named.
func (d *door) unspecified() (catalog.ItemID, error) {
	var id catalog.ItemID
	err := d.queryRow("SELECT coalesce((SELECT id FROM item WHERE key = ?), 0)", catalog.UnspecifiedKey).Scan(&id)
	return id, err
}

// all carries the edit out on its photos, some at a time.
func (a *editing) all() error {
	photos := slices.Clone(a.e.Photos)
	slices.Sort(photos)
	photos = slices.Compact(photos)
	done := 0
	for page := range slices.Chunk(photos, chunk) {
		if err := a.photos(page); err != nil {
			return err
		}
		done += len(page)
		a.d.tell(done, len(photos))
	}
	if len(a.e.StatusItems) > 0 && a.e.Status != nil && !a.statusGiven {
		return &catalog.Error{Code: catalog.ErrNoItem, Op: "status", Subject: a.d.labelsText(a.e.StatusItems)}
	}
	return a.d.judgeLots(a.judged)
}

// photos carries the edit out on some photos, in their order.
func (a *editing) photos(page []catalog.PhotoID) error {
	if err := a.d.thereAre(page); err != nil {
		return err
	}
	for _, id := range page {
		if err := a.own(id); err != nil {
			return err
		}
	}
	if !a.aboutGoods() {
		return nil
	}
	list, err := observationsOf(a.d.ctx, a.d, page)
	if err != nil {
		return err
	}
	for _, id := range page {
		n := 0
		for n < len(list) && list[n].Photo == id {
			n++
		}
		if err := a.goods(id, list[:n]); err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}

// thereAre refuses photos of which one is not there.
func (d *door) thereAre(photos []catalog.PhotoID) error {
	there, err := column[catalog.PhotoID](d.ctx, d, "SELECT id FROM photo WHERE id IN ("+marks(len(photos))+") ORDER BY id", idArgs(photos)...)
	if err != nil || len(there) == len(photos) {
		return err
	}
	i := slices.IndexFunc(photos, func(id catalog.PhotoID) bool { return !slices.Contains(there, id) })
	return &catalog.Error{Code: catalog.ErrNotFound, Op: "edit", Subject: photos[i].String()}
}

// own changes what a photo has itself, and what is claimed about it.
func (a *editing) own(id catalog.PhotoID) error {
	if len(a.columns) > 0 {
		if err := a.d.set(entPhoto, int64(id), a.columns); err != nil {
			return err
		}
	}
	if len(a.e.AddText)+len(a.e.RemoveText) > 0 {
		if err := a.amend(id); err != nil {
			return err
		}
	}
	for _, s := range a.e.Statements {
		if err := a.d.state(id, a.e.StatedBy, s); err != nil {
			return err
		}
	}
	return nil
}
