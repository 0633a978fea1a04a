package sqlite

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"waybill/catalog"
)

// Observe adds observations, each as it is given but for ids, or changes those
// whose ID is set: what they are of, visible or reported, and all of Seen. One
// whose Item is 0 is of what ItemName calls, which becomes a new item when it is
// none yet. The first real item replaces unspecified goods and keeps how these
// were judged. One step. It gives their numbers in the same order. Errors have
// the codes ErrNotFound and ErrInvalid.
func (s *Store) Observe(ctx context.Context, list []catalog.Observation, by string) ([]int64, catalog.Step, error) {
	ids := make([]int64, len(list))
	step, err := s.do(ctx, &action{name: catalog.ActionObserve, actor: by}, func(d *door) (map[string]any, error) {
		var items []catalog.ItemID
		for i, o := range list {
			if err := o.Seen.Check(); err != nil {
				return nil, err
			}
			var err error
			if o.Item == 0 {
				if o.Item, err = d.itemCalled(o.ItemName); err != nil {
					return nil, err
				}
			}
			if ids[i], err = d.observe(o); err != nil {
				return nil, err
			}
			if !slices.Contains(items, o.Item) {
				items = append(items, o.Item)
			}
		}
		return map[string]any{"photos": d.touched.len(), "items": d.itemNames(items)}, nil
	})
	return ids, step, err
}

// itemCalled gives the item that has this whole name, or makes one.
func (d *door) itemCalled(name string) (catalog.ItemID, error) {
	ids, err := matchNames(d.ctx, d, entItem, name)
	if err != nil {
		return 0, err
	}
	if len(ids) == 1 && d.isNamed(ids[0], name) {
		return catalog.ItemID(ids[0]), nil
	}
	return d.newItem(name)
}

func (d *door) observe(o catalog.Observation) (int64, error) {
	if r, err := d.get(entItem, int64(o.Item)); err != nil || r == nil {
		return 0, orMissing(err, "observe", o.ItemName)
	}
	unit, err := d.unitKey(o.Unit)
	if err != nil {
		return 0, err
	}
	o.Unit = unit
	columns := seenColumns(o.Seen)
	columns["item"], columns["visible"] = int64(o.Item), o.Visible
	if o.ID != 0 {
		before, err := d.standing("observe", o.ID)
		if err != nil {
			return 0, err
		}
		if before["item"] != int64(o.Item) {
			columns["lot"] = nil // which is of other goods
		}
		return o.ID, d.set(entObservation, o.ID, columns)
	}
	if r, err := d.get(entPhoto, int64(o.Photo)); err != nil || r == nil {
		return 0, orMissing(err, "observe", o.Photo.String())
	}
	if id, err := d.unspecifiedIn(o.Photo); err != nil || id != 0 {
		maps.DeleteFunc(columns, func(_ string, v any) bool { return plain(v) == nil })
		columns["lot"] = nil // which is of goods that nobody has named
		return id, errors.Join(err, d.set(entObservation, id, columns))
	}
	columns["photo"], columns["removed"] = int64(o.Photo), 0
	return d.add(entObservation, columns)
}

// unspecifiedIn gives the observation of unspecified goods in a photo, 0 when
// there is none.
func (d *door) unspecifiedIn(photo catalog.PhotoID) (int64, error) {
	var id int64
	err := d.queryRow(`SELECT coalesce(min(o.id), 0) FROM observation o JOIN item i ON i.id = o.item
		WHERE o.photo = ? AND o.removed = 0 AND i.key = ?`, photo, catalog.UnspecifiedKey).Scan(&id)
	return id, err
}

// standing reads an observation that is there and was not removed.
func (d *door) standing(op string, id int64) (row, error) {
	o, err := d.get(entObservation, id)
	if err != nil || o == nil || o["removed"] == int64(1) {
		return nil, orMissing(err, op, catalog.ObservationID(id))
	}
	return o, nil
}

// orMissing gives an error of reading, or that a row is not there.
func orMissing(err error, op, subject string) error {
	if err != nil {
		return err
	}
	return &catalog.Error{Code: catalog.ErrNotFound, Op: op, Subject: subject}
}

// Observation gives one observation with the determination in force. Its error
// has the code ErrNotFound also when it was removed.
func (s *Store) Observation(ctx context.Context, id int64) (catalog.Observation, error) {
	missing := &catalog.Error{Code: catalog.ErrNotFound, Op: "observation", Subject: catalog.ObservationID(id)}
	photos, err := column[catalog.PhotoID](ctx, s.read, "SELECT photo FROM observation WHERE id = ?", id)
	if err != nil || len(photos) == 0 {
		return catalog.Observation{}, wrap("read observation", "", cmp.Or[error](err, missing))
	}
	list, err := observationsOf(ctx, s.read, photos)
	if err != nil {
		return catalog.Observation{}, wrap("read observation", "", err)
	}
	for _, o := range list {
		if o.ID == id {
			return o, nil
		}
	}
	return catalog.Observation{}, missing
}

// Judgement is a determination to be made of several observations.
type Judgement struct {
	Observations []int64
	Photos       []catalog.PhotoID // of which nobody said what they show: unspecified goods in them
	Status       catalog.Status    // NotAssessed withdraws
	catalog.Legal
	Reason string
}

// Determine judges observations, and with each all others of its lot which are
// named in no other judgement, in one step. What repeats the judgement in force
// changes nothing.
func (s *Store) Determine(ctx context.Context, judgements []Judgement, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionDetermine, actor: by}, func(d *door) (map[string]any, error) {
		statuses := map[string]any{}
		var judged []int64
		for _, j := range judgements {
			if err := j.check(); err != nil {
				return nil, err
			}
			for _, photo := range j.Photos {
				id, err := d.unspecifiedGoods(photo)
				if err != nil {
					return nil, err
				}
				j.Observations = append(slices.Clone(j.Observations), id)
			}
			for _, id := range j.Observations {
				if err := d.determine(id, j); err != nil {
					return nil, err
				}
			}
			judged = append(judged, j.Observations...)
			n, _ := statuses[string(j.Status)].(int)
			statuses[string(j.Status)] = n + len(j.Observations)
		}
		if err := d.judgeLots(judged); err != nil {
			return nil, err
		}
		return map[string]any{"photos": d.touched.len(), "statuses": statuses}, nil
	})
}

// unspecifiedGoods gives the observation of unspecified goods in a photo, and
// makes it where there is none.
func (d *door) unspecifiedGoods(photo catalog.PhotoID) (int64, error) {
	id, err := d.unspecifiedIn(photo)
	if err != nil || id != 0 {
		return id, err
	}
	item, err := d.unspecified()
	if err != nil {
		return 0, err
	}
	return d.observe(catalog.Observation{Photo: photo, Item: item, Visible: true})
}

// check refuses values that their fields cannot hold.
func (j *Judgement) check() error {
	if !slices.Contains(catalog.Statuses(), j.Status) {
		return &catalog.Error{Code: catalog.ErrInvalid, Op: "status", Subject: string(j.Status)}
	}
	if j.AsOf != "" {
		if _, err := catalog.ParseDate(j.AsOf); err != nil {
			return err
		}
	}
	_, err := catalog.ParseDirection(string(j.Direction))
	return err
}

func (d *door) determine(observation int64, j Judgement) error {
	if _, err := d.standing("determine", observation); err != nil {
		return err
	}
	line, err := determinationsWhere(d.ctx, d, "t.id = (SELECT max(id) FROM determination WHERE observation = ?)", observation)
	if err != nil {
		return err
	}
	if len(line) == 0 && j.Status == catalog.NotAssessed ||
		len(line) > 0 && line[0].Status == j.Status && line[0].Legal == j.Legal && line[0].Reason == j.Reason {
		return nil
	}
	return d.addDetermination(observation, j.Status, j.Legal, j.Reason)
}

func (d *door) addDetermination(observation int64, status catalog.Status, l catalog.Legal, reason string) error {
	_, err := d.add(entDetermination, row{
		"observation": observation, "status": string(status), "reason": reason, "actor": d.actor, "at": d.now,
		"measure": optional(l.Measure), "pack": optional(l.Pack), "direction": optional(string(l.Direction)),
		"exemptions": optional(l.Exemptions), "as_of": optional(l.AsOf),
	})
	return err
}
