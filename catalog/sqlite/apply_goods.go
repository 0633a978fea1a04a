package sqlite

import (
	"slices"

	"waybill/catalog"
)

// aboutGoods tells whether the edit needs the observations of the photos.
func (a *editing) aboutGoods() bool {
	e := a.e
	return len(a.items) > 0 || len(e.RemoveItems) > 0 || e.ClearItems || len(e.RemoveObservations) > 0 || len(e.Visible) > 0 || e.Direction != nil ||
		e.Stage != nil || e.MadeIn != nil || e.Packaging != nil || e.Status != nil
}

// goods changes the observations of one photo.
func (a *editing) goods(id catalog.PhotoID, list []catalog.Observation) error {
	list, err := a.observe(id, list)
	if err != nil {
		return err
	}
	if err := a.direct(list); err != nil || a.e.Status == nil {
		return err
	}
	return a.determine(id, list)
}

// set changes an observation into what it is not.
func (a *editing) set(o catalog.Observation, columns row) error {
	if a.d.dry {
		a.d.touched.add(o.Photo)
		return nil
	}
	return a.d.set(entObservation, o.ID, columns)
}

// removes tells whether the edit takes an observation away. What is cleared and
// added anew stays as it was.
func (a *editing) removes(o catalog.Observation) bool {
	if a.e.ClearItems && !(slices.Contains(a.items, o.Item) && o.Visible == !a.e.Reported) {
		return true
	}
	return slices.Contains(a.e.RemoveItems, o.Item) || slices.Contains(a.e.RemoveObservations, o.ID)
}

// observe adds, removes and turns observations and gives those that are left.
func (a *editing) observe(photo catalog.PhotoID, list []catalog.Observation) ([]catalog.Observation, error) {
	d := a.d
	var kept []catalog.Observation
	for _, o := range list {
		if a.removes(o) {
			if err := a.set(o, row{"removed": 1}); err != nil {
				return nil, err
			}
			if !slices.Contains(a.removed, o.Item) {
				a.removed = append(a.removed, o.Item)
			}
			continue
		}
		if visible, ok := a.e.Visible[o.ID]; ok && o.Visible != visible {
			o.Visible = visible
			if err := a.set(o, row{"visible": visible}); err != nil {
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
			if err := a.set(kept[i], row{"item": int64(item), "visible": visible, "lot": nil}); err != nil {
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

// direct gives the direction, and what else the edit says of goods, to the
// observations that it means.
func (a *editing) direct(list []catalog.Observation) error {
	named := slices.Concat(a.items, a.e.StatusItems)
	for i, o := range list {
		if len(named) > 0 && !slices.Contains(named, o.Item) {
			continue
		}
		columns := a.known(&list[i])
		if len(columns) == 0 {
			continue
		}
		if err := a.set(o, columns); err != nil {
			return err
		}
	}
	return nil
}

// known changes what is known of an observation and gives the columns that differ.
func (a *editing) known(o *catalog.Observation) row {
	columns := row{}
	if way := a.e.Direction; way != nil && o.Direction != *way {
		o.Direction, o.Basis = *way, ""
		columns["direction"], columns["basis"] = optional(string(*way)), nil
	}
	if stage := a.e.Stage; stage != nil && o.Stage != *stage {
		o.Stage, columns["stage"] = *stage, optional(string(*stage))
	}
	if country := a.e.MadeIn; country != nil && o.MadeIn != *country {
		o.MadeIn, columns["made_in"] = *country, optional(*country)
	}
	if packed := a.e.Packaging; packed != nil && o.Packaging != *packed {
		o.Packaging, columns["packaging"] = *packed, optional(string(*packed))
	}
	return columns
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
	if a.d.dry {
		a.d.touched.add(o.Photo)
		a.d.foreseen[o.ID] = Judgement{Status: status, Reason: reason, Legal: legal}
		return nil
	}
	return a.d.addDetermination(o.ID, status, legal, reason)
}

func itemsOf(list []catalog.Observation) []catalog.ItemID {
	items := make([]catalog.ItemID, len(list))
	for i, o := range list {
		items[i] = o.Item
	}
	return items
}
