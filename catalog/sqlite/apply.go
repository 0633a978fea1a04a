package sqlite

import (
	"context"
	"slices"

	"waybill/catalog"
	"waybill/catalog/naming"
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
		photos := slices.Clone(e.Photos)
		slices.Sort(photos)
		photos = slices.Compact(photos)
		a, err := d.prepare(&e)
		if err != nil {
			return nil, err
		}
		a.basis = basis
		for _, id := range photos {
			if err := a.photo(id); err != nil {
				return nil, err
			}
		}
		if len(e.StatusItems) > 0 && e.Status != nil && !a.statusGiven {
			return nil, &catalog.Error{Code: catalog.ErrNoItem, Op: "status", Subject: d.labelsText(e.StatusItems)}
		}
		if err := d.judgeLots(a.judged); err != nil {
			return nil, err
		}
		return a.detail(d.touched.len()), nil
	})
}

// editing is an edit on its way through the photos.
type editing struct {
	d           *door
	e           *catalog.Edit
	basis       Basis            // of the status, nil for none
	items       []catalog.ItemID // to be added
	columns     row              // of the photo's own row
	unspecified catalog.ItemID   // 0 until one is needed
	statusGiven bool             // the status found an item
	judged      []int64          // observations of lots that the status is for
	removed     []catalog.ItemID // of what observations were removed
}

// prepare resolves what an edit names, so that each photo needs no look-up.
func (d *door) prepare(e *catalog.Edit) (*editing, error) {
	a := &editing{d: d, e: e, items: slices.Clone(e.AddItems), columns: row{}}
	for _, name := range e.NewItems {
		ids, err := matchNames(d.ctx, d, entItem, name)
		if err != nil {
			return nil, err
		}
		var id catalog.ItemID
		if len(ids) == 1 && d.isNamed(ids[0], name) {
			id = catalog.ItemID(ids[0])
		} else if id, err = d.newItem(name); err != nil {
			return nil, err
		}
		a.items = append(a.items, id)
		if e.Status != nil && !e.AllItems && (len(e.StatusItems) > 0 || len(e.AddItems) == 0) { // a status beside new items is theirs
			e.StatusItems = append(e.StatusItems, id)
		}
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
	for _, s := range e.Statements {
		if err := s.Check(); err != nil {
			return nil, err
		}
	}
	if e.Direction != nil {
		if _, err := catalog.ParseDirection(string(*e.Direction)); err != nil {
			return nil, err
		}
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

// unspecified gives the item that stands in for goods that nobody has named.
func (d *door) unspecified() (catalog.ItemID, error) {
	var id catalog.ItemID
	err := d.queryRow("SELECT coalesce((SELECT id FROM item WHERE key = ?), 0)", catalog.UnspecifiedKey).Scan(&id)
	return id, err
}

// isNamed tells whether text is the whole of one of an item's names.
func (d *door) isNamed(item int64, text string) bool {
	var n int
	err := d.queryRow("SELECT count(*) FROM name WHERE entity = 'item' AND owner = ? AND folded = ?", item, naming.Fold(text)).Scan(&n)
	return err == nil && n > 0
}

func (a *editing) photo(id catalog.PhotoID) error {
	d := a.d
	photo, err := d.get(entPhoto, int64(id))
	if err != nil {
		return err
	}
	if photo == nil {
		return &catalog.Error{Code: catalog.ErrNotFound, Op: "edit", Subject: id.String()}
	}
	if len(a.columns) > 0 {
		if err := d.set(entPhoto, int64(id), a.columns); err != nil {
			return err
		}
	}
	for _, s := range a.e.Statements {
		if err := d.state(id, a.e.StatedBy, s); err != nil {
			return err
		}
	}
	observations, err := observationsOf(d.ctx, d, []catalog.PhotoID{id})
	if err != nil {
		return err
	}
	if observations, err = a.observe(id, observations); err != nil {
		return err
	}
	if err := a.direct(observations); err != nil {
		return err
	}
	if a.e.Status == nil {
		return nil
	}
	return a.determine(id, observations)
}

// observe adds, removes and turns observations and gives those that are left.
func (a *editing) observe(photo catalog.PhotoID, list []catalog.Observation) ([]catalog.Observation, error) {
	d := a.d
	var kept []catalog.Observation
	for _, o := range list {
		if slices.Contains(a.e.RemoveItems, o.Item) || slices.Contains(a.e.RemoveObservations, o.ID) {
			if err := d.set(entObservation, o.ID, row{"removed": 1}); err != nil {
				return nil, err
			}
			if !slices.Contains(a.removed, o.Item) {
				a.removed = append(a.removed, o.Item)
			}
			continue
		}
		if visible, ok := a.e.Visible[o.ID]; ok {
			o.Visible = visible
			if err := d.set(entObservation, o.ID, row{"visible": visible}); err != nil {
				return nil, err
			}
		}
		kept = append(kept, o)
	}
	for _, item := range a.items {
		visible := !a.e.Reported
		if slices.ContainsFunc(kept, func(o catalog.Observation) bool { return o.Item == item && o.Visible == visible }) {
			continue
		}
		if i := slices.IndexFunc(kept, func(o catalog.Observation) bool { return o.Item == a.unspecified }); i >= 0 && item != a.unspecified {
			kept[i].Item, kept[i].Visible = item, visible
			if err := d.set(entObservation, kept[i].ID, row{"item": int64(item), "visible": visible, "lot": nil}); err != nil {
				return nil, err
			}
			continue
		}
		id, err := d.add(entObservation, row{"photo": int64(photo), "item": int64(item), "visible": visible, "removed": 0})
		if err != nil {
			return nil, err
		}
		kept = append(kept, catalog.Observation{ID: id, Photo: photo, Item: item, Visible: visible})
	}
	return kept, nil
}

// direct gives the direction to the observations that the edit means.
func (a *editing) direct(list []catalog.Observation) error {
	if a.e.Direction == nil {
		return nil
	}
	named := slices.Concat(a.items, a.e.StatusItems)
	for i, o := range list {
		if o.Direction == *a.e.Direction || len(named) > 0 && !slices.Contains(named, o.Item) {
			continue
		}
		list[i].Direction, list[i].Basis = *a.e.Direction, ""
		if err := a.d.set(entObservation, o.ID, row{"direction": optional(string(*a.e.Direction)), "basis": nil}); err != nil {
			return err
		}
	}
	return nil
}

// determine gives the status to the observations that the edit means.
func (a *editing) determine(photo catalog.PhotoID, list []catalog.Observation) error {
	var targets []catalog.Observation
	switch {
	case len(a.e.StatusItems) > 0:
		for _, o := range list {
			if slices.Contains(a.e.StatusItems, o.Item) {
				targets = append(targets, o)
				a.statusGiven = true
			}
		}
	case a.e.AllItems || len(list) == 1:
		targets = list
	case len(list) > 1:
		return &catalog.Error{Code: catalog.ErrManyItems, Op: "status", Subject: photo.String(), Matches: a.d.itemNames(itemsOf(list))}
	}
	if len(list) == 0 && len(a.e.StatusItems) == 0 && *a.e.Status != catalog.NotAssessed {
		o, err := a.unspecifiedGoods(photo)
		if err != nil {
			return err
		}
		targets = append(targets, o)
	}
	for _, o := range targets {
		if o.Lot != 0 {
			a.judged = append(a.judged, o.ID)
		}
		if err := a.judge(o); err != nil {
			return err
		}
	}
	return nil
}

// unspecifiedGoods stands in for the goods that nobody has named yet.
func (a *editing) unspecifiedGoods(photo catalog.PhotoID) (catalog.Observation, error) {
	id, err := a.d.add(entObservation, row{"photo": int64(photo), "item": int64(a.unspecified), "visible": 1, "removed": 0})
	return catalog.Observation{ID: id, Photo: photo, Item: a.unspecified, Visible: true}, err
}

// judge adds a determination unless it would repeat the one in force.
func (a *editing) judge(o catalog.Observation) error {
	status, reason, legal := *a.e.Status, "", catalog.Legal{}
	stays := o.Status() == status
	if current := o.Determination; stays && current != nil {
		reason, legal = current.Reason, current.Legal
	}
	if a.e.Reason != nil {
		reason = *a.e.Reason
	}
	if a.basis != nil && legal == (catalog.Legal{}) {
		legal = a.basis(o, status)
	}
	if stays && (o.Determination == nil || reason == o.Determination.Reason && legal == o.Determination.Legal) {
		return nil
	}
	columns := legalColumns(legal)
	columns["observation"], columns["status"], columns["reason"] = o.ID, string(status), reason
	columns["actor"], columns["at"] = a.d.actor, a.d.now
	_, err := a.d.add(entDetermination, columns)
	return err
}

func itemsOf(list []catalog.Observation) []catalog.ItemID {
	items := make([]catalog.ItemID, len(list))
	for i, o := range list {
		items[i] = o.Item
	}
	return items
}
