package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"waybill/catalog"
)

// facts is everything a photo's derived columns are made from.
type facts struct {
	id                          catalog.PhotoID
	name, caption, note, credit string
	format                      string
	added                       time.Time
	route                       int64   // effective
	sources, batches, items     []int64 // each once
	lineage                     []int64 // the items and what they are kinds of, at any depth
	places                      catalog.Gazetteer
	names, batchNames           []string
	chosen                      catalog.Chosen
	observations                []catalog.Observation
	crossings                   []string // ids in the gazetteer
	status                      catalog.Status
	removed                     bool // it lies in the bin
}

// facts reads the rows about one photo.
func (d *door) facts(id catalog.PhotoID) (facts, error) {
	f := facts{id: id}
	var ownRoute, ownSource, batchRoute, batchSource sql.NullInt64
	var batchCredit, addedText string
	err := d.queryRow(`SELECT p.name, p.caption, p.note, p.credit, p.format, p.route, p.source, b.route, b.source, b.credit, p.added, p.removed IS NOT NULL
		FROM photo p JOIN batch b ON b.id = p.batch WHERE p.id = ?`, id).
		Scan(&f.name, &f.caption, &f.note, &f.credit, &f.format, &ownRoute, &ownSource, &batchRoute, &batchSource, &batchCredit, &addedText, &f.removed)
	if err != nil {
		return facts{}, err
	}
	f.route = catalog.Inherit(ownRoute.Int64, batchRoute.Int64).Value
	f.credit = catalog.Inherit(f.credit, batchCredit).Value
	if source := catalog.Inherit(ownSource.Int64, batchSource.Int64).Value; source != 0 {
		f.sources = []int64{source}
	}
	if err := d.arrivals(&f); err != nil {
		return facts{}, err
	}
	if f.added, err = parseTime(addedText); err != nil {
		return facts{}, err
	}
	observations, err := observationsOf(d.ctx, d, []catalog.PhotoID{id})
	if err != nil {
		return facts{}, err
	}
	for _, o := range observations {
		f.items = append(f.items, int64(o.Item))
		above, err := d.above(int64(o.Item))
		if err != nil {
			return facts{}, err
		}
		f.lineage = append(f.lineage, above...)
	}
	if f.places, err = d.places(); err != nil {
		return facts{}, err
	}
	f.observations, f.status = observations, catalog.PhotoStatus(observations)
	f.crossings, err = d.crossings(f.route)
	return f, err
}

// crossings gives the ids of the crossings that a route goes by way of. One that
// was merged counts as the one that stands for it.
func (d *door) crossings(route int64) ([]string, error) {
	if route == 0 {
		return nil, nil
	}
	ids, err := column[string](d.ctx, d, "SELECT place FROM leg WHERE route = ? AND kind = 'crossing' AND place <> ''", route)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	places, err := d.places()
	if places == nil || err != nil {
		return ids, err
	}
	for i, id := range ids {
		if near, ok := places.Entry(id); ok {
			ids[i] = near.Entry
		}
	}
	return ids, nil
}

// arrivals adds what the photo was called, which batches it came with and from
// whom. A photo's own source stands for that of its first arrival.
func (d *door) arrivals(f *facts) error {
	rows, err := d.query(`SELECT a.name, b.id, b.name, coalesce(a.source, b.source, 0)
		FROM arrival a JOIN batch b ON b.id = a.batch WHERE a.photo = ? ORDER BY a.id`, f.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for first := true; rows.Next(); first = false {
		var name, batchName string
		var batch, source int64
		if err := rows.Scan(&name, &batch, &batchName, &source); err != nil {
			return err
		}
		if !slices.Contains(f.names, name) {
			f.names = append(f.names, name)
		}
		if !slices.Contains(f.batches, batch) {
			f.batches = append(f.batches, batch)
			f.batchNames = append(f.batchNames, batchName)
		}
		if (!first || len(f.sources) == 0) && source != 0 && !slices.Contains(f.sources, source) {
			f.sources = append(f.sources, source)
		}
	}
	return rows.Err()
}

// facets lists the values by which the photo is found, as kind and value.
func (f *facts) facets() [][2]string {
	list := [][2]string{{facetStatus, string(f.status)}, {facetType, f.format}}
	if f.chosen.Kind != "" {
		list = append(list, [2]string{facetKind, string(f.chosen.Kind)})
	}
	for kind, ids := range map[string][]int64{facetItem: f.items, facetBatch: f.batches, facetSource: f.sources, facetRoute: {f.route}} {
		for _, id := range ids {
			if id != 0 {
				list = append(list, [2]string{kind, itoa(id)})
			}
		}
	}
	for _, id := range f.lineage {
		list = append(list, [2]string{facetGoods, itoa(id)})
	}
	list = append(list, f.evidence()...)
	list = append(list, f.found()...)
	for value, has := range map[string]bool{
		"date": f.chosen.Dated(), "gps": f.chosen.Latitude != nil, "item": len(f.items) > 0, "route": f.route != 0,
		"warning": len(f.chosen.Warnings) > 0,
		"source":  len(f.sources) > 0, "caption": f.caption != "", "note": f.note != "",
	} {
		kind := facetNo
		if has {
			kind = facetHas
		}
		list = append(list, [2]string{kind, value})
	}
	return list
}

// found lists when, where and with what the photo was taken, and what is to be
// looked at about that.
func (f *facts) found() [][2]string {
	var list [][2]string
	add := func(kind catalog.Field, value string) {
		if value != "" {
			list = append(list, [2]string{string(kind), value})
		}
	}
	add(catalog.FieldMonth, monthFacet(f.chosen.Date))
	add(catalog.FieldPlace, placeFacet(f.chosen.Where, f.places))
	add(catalog.FieldCamera, cameraFacet(f.chosen.Make, f.chosen.Model))
	for _, w := range f.chosen.Warnings {
		add(catalog.FieldWarning, string(w.Code))
	}
	return list
}

// evidence lists what the observations and their determinations are found by.
func (f *facts) evidence() [][2]string {
	var list [][2]string
	add := func(kind catalog.Field, value string) {
		if value != "" && value != "0" {
			list = append(list, [2]string{string(kind), value})
		}
	}
	for _, o := range f.observations {
		add(catalog.FieldDirection, string(o.Direction))
		add(catalog.FieldStage, string(o.Stage))
		add(catalog.FieldMadeIn, o.MadeIn)
		add(catalog.FieldPackaging, string(o.Packaging))
		add(catalog.FieldLot, itoa(int64(o.Lot)))
		seen := catalog.FieldReported
		if o.Visible {
			seen = catalog.FieldVisible
		}
		add(seen, itoa(int64(o.Item)))
		if o.Determination != nil {
			add(catalog.FieldMeasure, o.Determination.Measure)
		}
	}
	for _, id := range f.crossings {
		add(catalog.FieldCrossing, id)
	}
	if w := f.chosen.Where; w != nil && w.Nearest != nil && w.Nearest.Crossing && w.Nearest.Distance <= findableWithin {
		add(catalog.FieldCrossing, w.Nearest.Entry)
	}
	add(catalog.FieldReview, catalog.ReviewState(f.observations))
	return list
}

// claimsOf reads all claims about a photo, those that it has from its batch last.
func claimsOf(ctx context.Context, q querier, id catalog.PhotoID) ([]catalog.Claim, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, origin, property, n, raw, value FROM (
			SELECT id, origin, property, n, raw, value FROM claim WHERE photo = ?1 ORDER BY id
		) UNION ALL SELECT 0, 'batch', 'taken', 0, b.taken, b.taken FROM photo p JOIN batch b ON b.id = p.batch WHERE p.id = ?1 AND b.taken <> ''
		UNION ALL SELECT 0, 'batch', 'place', 0, b.place, b.place FROM photo p JOIN batch b ON b.id = p.batch WHERE p.id = ?1 AND b.place <> ''`, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var claims []catalog.Claim
	for rows.Next() {
		c := catalog.Claim{Photo: id}
		if err := rows.Scan(&c.ID, &c.Origin, &c.Property, &c.N, &c.Raw, &c.Value); err != nil {
			return nil, err
		}
		claims = append(claims, c)
	}
	return claims, rows.Err()
}
