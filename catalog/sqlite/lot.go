package sqlite

import (
	"context"
	"maps"
	"slices"

	"waybill/catalog"
)

// Join makes the observations of the same goods in several photos one lot, that
// of the first which has one, else a new one. What is of one lot with any of
// them comes along. Observations of different items cannot be a lot
// (ErrInvalid). No judgement changes.
func (s *Store) Join(ctx context.Context, observations []int64, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionLot, actor: by}, func(d *door) (map[string]any, error) {
		var lot, item any
		all := map[int64]bool{}
		for _, id := range observations {
			o, err := d.standing("join lot", id)
			if err != nil {
				return nil, err
			}
			if item != nil && o["item"] != item {
				return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "join lot", Subject: catalog.ObservationID(id)}
			}
			item = o["item"]
			if lot == nil {
				lot = o["lot"]
			}
			if all[id] {
				continue
			}
			others, err := d.lotOf(id)
			if err != nil {
				return nil, err
			}
			for _, other := range append(others, id) {
				all[other] = true
			}
		}
		if lot == nil && len(observations) > 0 {
			id, err := d.add(entLot, row{"item": item})
			if err != nil {
				return nil, err
			}
			lot = id
		}
		return map[string]any{"observations": len(all)}, d.setLot(slices.Sorted(maps.Keys(all)), lot)
	})
}

// Part takes observations out of their lots. No judgement changes.
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

// lotOf lists the observations that stand of the lot of one, with it; none when
// it is of no lot.
func (d *door) lotOf(observation int64) ([]int64, error) {
	return column[int64](d.ctx, d, `SELECT o.id FROM observation o JOIN observation of ON of.id = ?
		WHERE o.lot = of.lot AND o.removed = 0 ORDER BY o.id`, observation)
}

// judgeLots gives the judgement in force on observations to all others of their
// lots, for these are the same goods. Observations that are named keep their
// own; of several of one lot the first counts for the others.
func (d *door) judgeLots(named []int64) error {
	done := make(map[int64]bool, len(named)) // named or judged
	for _, id := range named {
		done[id] = true
	}
	asked := map[int64]bool{} // of a lot that was seen to
	for _, id := range named {
		if asked[id] {
			continue
		}
		others, err := d.lotOf(id)
		if err != nil {
			return err
		}
		for _, other := range others {
			asked[other] = true
		}
		others = slices.DeleteFunc(others, func(other int64) bool { return done[other] })
		if len(others) == 0 {
			continue
		}
		judged, err := d.inForce(id)
		if err != nil {
			return err
		}
		for _, other := range others {
			done[other] = true
			if err := d.judgeAlike(other, judged); err != nil {
				return err
			}
		}
	}
	return nil
}

// judgeAlike judges an observation as another was. One that nobody judged, or
// whose judgement was withdrawn, has nothing to be withdrawn.
func (d *door) judgeAlike(observation int64, j Judgement) error {
	if j.Status == catalog.NotAssessed {
		if own, err := d.inForce(observation); err != nil || own.Status == catalog.NotAssessed {
			return err
		}
	}
	return d.determine(observation, j)
}

// inForce gives the judgement in force on an observation, that nobody judged
// it, or that its judgement was withdrawn.
func (d *door) inForce(observation int64) (Judgement, error) {
	if j, ok := d.foreseen[observation]; ok {
		return j, nil
	}
	line, err := determinationsWhere(d.ctx, d, "t.id = (SELECT max(id) FROM determination WHERE observation = ?)", observation)
	if err != nil || len(line) == 0 {
		return Judgement{Status: catalog.NotAssessed}, err
	}
	return Judgement{Status: line[0].Status, Legal: line[0].Legal, Reason: line[0].Reason}, nil
}

// LotPhotos lists the photos that show goods of a lot, in order, but for those in
// the bin; none when there is no such lot.
func (s *Store) LotPhotos(ctx context.Context, lot catalog.LotID) ([]catalog.PhotoID, error) {
	photos, err := column[catalog.PhotoID](ctx, s.read, `SELECT DISTINCT o.photo FROM observation o JOIN photo p ON p.id = o.photo
		WHERE o.lot = ? AND o.removed = 0 AND p.removed IS NULL ORDER BY o.photo`, lot)
	return photos, wrap("read lot", "", err)
}

// Lot lists the observations of a lot, by photo, each with the determination in
// force; none when there is no such lot. Photos in the bin are left out.
func (s *Store) Lot(ctx context.Context, lot catalog.LotID) ([]catalog.Observation, error) {
	photos, err := s.LotPhotos(ctx, lot)
	if err != nil {
		return nil, err
	}
	var list []catalog.Observation
	for page := range slices.Chunk(photos, chunk) {
		all, err := observationsOf(ctx, s.read, page)
		if err != nil {
			return nil, wrap("read lot", "", err)
		}
		for _, o := range all {
			if o.Lot == lot {
				list = append(list, o)
			}
		}
	}
	return list, nil
}
