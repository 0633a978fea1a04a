package sqlite

import (
	"context"

	"waybill/catalog"
)

// Observe adds observations, each as it is given but for ids, or changes those
// whose ID is set: what they are of, visible or reported, and all of Seen. One
// step. It gives their numbers in the same order. Errors have the codes
// ErrNotFound and ErrInvalid.
func (s *Store) Observe(ctx context.Context, list []catalog.Observation, by string) ([]int64, catalog.Step, error) {
	ids := make([]int64, len(list))
	step, err := s.do(ctx, &action{name: catalog.ActionObserve, actor: by}, func(d *door) (map[string]any, error) {
		var items []catalog.ItemID
		for i, o := range list {
			if err := o.Seen.Check(); err != nil {
				return nil, err
			}
			id, err := d.observe(o)
			if err != nil {
				return nil, err
			}
			ids[i] = id
			items = append(items, o.Item)
		}
		return map[string]any{"photos": len(d.touched), "items": d.itemNames(items)}, nil
	})
	return ids, step, err
}

func (d *door) observe(o catalog.Observation) (int64, error) {
	columns := seenColumns(o.Seen)
	columns["item"], columns["visible"] = int64(o.Item), o.Visible
	if o.ID != 0 {
		return o.ID, d.set(entObservation, o.ID, columns)
	}
	for entity, id := range map[string]int64{entPhoto: int64(o.Photo), entItem: int64(o.Item)} {
		if r, err := d.get(entity, id); err != nil || r == nil {
			if err == nil {
				err = &catalog.Error{Code: catalog.ErrNotFound, Op: "observe", Subject: o.Photo.String()}
			}
			return 0, err
		}
	}
	columns["photo"], columns["removed"] = int64(o.Photo), 0
	return d.add(entObservation, columns)
}

// Judgement is a determination to be made of several observations.
type Judgement struct {
	Observations []int64
	Status       catalog.Status // NotAssessed withdraws
	catalog.Legal
	Reason string
}

// Determine judges observations, in one step. What repeats the judgement in
// force changes nothing.
func (s *Store) Determine(ctx context.Context, judgements []Judgement, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionDetermine, actor: by}, func(d *door) (map[string]any, error) {
		statuses := map[string]any{}
		for _, j := range judgements {
			for _, id := range j.Observations {
				if err := d.determine(id, j); err != nil {
					return nil, err
				}
			}
			n, _ := statuses[string(j.Status)].(int)
			statuses[string(j.Status)] = n + len(j.Observations)
		}
		return map[string]any{"photos": len(d.touched), "statuses": statuses}, nil
	})
}

func (d *door) determine(observation int64, j Judgement) error {
	o, err := d.get(entObservation, observation)
	if err != nil {
		return err
	}
	if o == nil || o["removed"] == int64(1) {
		return &catalog.Error{Code: catalog.ErrNotFound, Op: "determine", Subject: catalog.ObservationID(observation)}
	}
	line, err := determinationsWhere(d.ctx, d, "t.id = (SELECT max(id) FROM determination WHERE observation = ?)", observation)
	if err != nil {
		return err
	}
	if len(line) == 0 && j.Status == catalog.NotAssessed ||
		len(line) > 0 && line[0].Status == j.Status && line[0].Legal == j.Legal && line[0].Reason == j.Reason {
		return nil
	}
	_, err = d.add(entDetermination, row{
		"observation": observation, "status": string(j.Status), "reason": j.Reason, "actor": d.actor, "at": d.now,
		"measure": optional(j.Measure), "pack": optional(j.Pack), "direction": optional(string(j.Direction)),
		"exemptions": optional(j.Exemptions), "as_of": optional(j.AsOf),
	})
	return err
}

// Join makes the observations of the same goods in several photos one lot, that
// of the first which has one, else a new one; Part takes them out of theirs.
// Observations of different items cannot be a lot (ErrInvalid).
func (s *Store) Join(ctx context.Context, observations []int64, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionLot, actor: by}, func(d *door) (map[string]any, error) {
		var lot, item any
		for _, id := range observations {
			o, err := d.get(entObservation, id)
			if err != nil {
				return nil, err
			}
			if o == nil {
				return nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "join lot", Subject: catalog.ObservationID(id)}
			}
			if item != nil && o["item"] != item {
				return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "join lot", Subject: catalog.ObservationID(id)}
			}
			item = o["item"]
			if lot == nil {
				lot = o["lot"]
			}
		}
		if lot == nil && len(observations) > 0 {
			id, err := d.add(entLot, row{"item": item})
			if err != nil {
				return nil, err
			}
			lot = id
		}
		return map[string]any{"observations": len(observations)}, d.setLot(observations, lot)
	})
}

// Part takes observations out of their lots.
func (s *Store) Part(ctx context.Context, observations []int64, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionLot, actor: by}, func(d *door) (map[string]any, error) {
		return map[string]any{"observations": len(observations)}, d.setLot(observations, nil)
	})
}

func (d *door) setLot(observations []int64, lot any) error {
	for _, id := range observations {
		if err := d.set(entObservation, id, row{"lot": lot}); err != nil {
			return err
		}
	}
	return nil
}
