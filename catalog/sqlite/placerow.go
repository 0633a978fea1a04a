package sqlite

import (
	"context"
	"math"
	"strings"

	"waybill/catalog"
)

// placeColumns are read by scanPlace.
const placeColumns = `id, uuid, key, kind, en, ko, ko_dprk, zh, also, countries, latitude, longitude, accuracy,
	coalesce(removed, 0), coalesce(merged, '')`

// placeRows reads the newsroom's word on places.
func placeRows(ctx context.Context, q querier) ([]catalog.PlaceEntry, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+placeColumns+" FROM place ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.PlaceEntry
	for rows.Next() {
		var p catalog.PlaceEntry
		var countries string
		n := &p.Names
		if err := rows.Scan(&p.ID, &p.UUID, &p.Key, &p.Kind, &n.English, &n.Korean, &n.KoreanNorth, &n.Chinese, &n.AlsoKnownAs,
			&countries, &p.Latitude, &p.Longitude, &p.Accuracy, &p.Removed, &p.Merged); err != nil {
			return nil, err
		}
		p.Countries = strings.FieldsFunc(countries, func(r rune) bool { return r == ';' })
		list = append(list, p)
	}
	return list, rows.Err()
}

func placeRow(p catalog.PlaceEntry) row {
	n := p.Names
	r := row{
		"key": p.Key, "kind": p.Kind, "en": n.English, "ko": n.Korean, "ko_dprk": n.KoreanNorth, "zh": n.Chinese, "also": n.AlsoKnownAs,
		"countries": strings.Join(p.Countries, ";"), "latitude": p.Latitude, "longitude": p.Longitude, "accuracy": p.Accuracy,
		"removed": nil, "merged": optional(p.Merged),
	}
	if p.Removed || p.Merged != "" {
		r["removed"] = true
	}
	return r
}

// touchPlace has the photos derived anew that a changed place concerns: those with
// a claim that names it, those where it may tell something about a point, as it was
// or as it is, and those of routes that go by way of one that was merged.
func (d *door) touchPlace(before, after row) error {
	if !d.moved {
		d.moved = true
		if err := d.exec("INSERT INTO counter VALUES (?, ?) ON CONFLICT (entity) DO UPDATE SET last = excluded.last", changedPlaces, d.step); err != nil {
			return err
		}
	}
	d.laid = nil
	r := after
	if r == nil {
		r = before
	}
	key := r.text("key")
	if err := d.touchNaming(key, before, after); err != nil || d.atlas.base == nil {
		return err
	}
	spots := []row{before, after}
	if p, ok := d.atlas.base.Place(key); ok {
		spots = append(spots, placeRow(p))
	}
	for _, spot := range spots {
		if spot == nil {
			continue
		}
		if err := d.touchAround(number(spot["latitude"]), number(spot["longitude"]), d.atlas.base.Reach(number(spot["accuracy"]))); err != nil {
			return err
		}
	}
	return nil
}

// number reads a number of a row: a whole one comes back from the history as int64.
func number(v any) float64 {
	switch n := v.(type) {
	case int64:
		return float64(n)
	case float64:
		return n
	}
	return 0
}

// namesPlace are the keys for which a place stands: its own, and those of the
// places that were merged into it.
const namesPlace = `WITH RECURSIVE named (key) AS (VALUES (?) UNION SELECT m.key FROM named CROSS JOIN place m ON m.merged = named.key) `

// namingSQL finds the photos of which a claim, or the batch, names a place.
const namingSQL = namesPlace + `SELECT c.photo FROM named CROSS JOIN claim c
		ON c.property IN ('place', 'place_shown') AND json_extract(CASE WHEN json_valid(c.value) THEN c.value END, '$.entry') = named.key
	UNION SELECT p.id FROM batch b CROSS JOIN photo p ON p.batch = b.id
		WHERE b.place <> '' AND json_extract(CASE WHEN json_valid(b.place) THEN b.place END, '$.entry') IN (SELECT key FROM named)`

// aroundSQL finds the photos in a box, and those of what is at its latitudes.
const aroundSQL = `SELECT id FROM photo WHERE latitude BETWEEN ?1 AND ?2 AND longitude BETWEEN ?3 AND ?4
	UNION SELECT photo FROM claim WHERE property = 'place_shown' AND json_extract(CASE WHEN json_valid(value) THEN value END, '$.latitude') BETWEEN ?1 AND ?2`

// touchNaming has the photos derived anew whose claims, or whose batch, name a
// place; where it was merged, or is no more, also those on routes by way of it.
func (d *door) touchNaming(key string, before, after row) error {
	if err := d.weighAnew(namingSQL, key); err != nil {
		return err
	}
	if before["merged"] == after["merged"] {
		return nil
	}
	photos, err := column[catalog.PhotoID](d.ctx, d, namesPlace+`SELECT p.id FROM leg l JOIN facet f ON f.kind = 'route' AND f.value = CAST(l.route AS TEXT)
		JOIN photo_facet x ON x.facet = f.id JOIN photo p ON p.seq = x.seq WHERE l.place IN (SELECT key FROM named)`, key)
	for _, photo := range photos {
		d.touched.add(photo)
	}
	return err
}

// touchAround has the photos derived anew that were taken, or that show what is,
// within some metres of a point: those in the box around it, by an index.
func (d *door) touchAround(lat, lon, metres float64) error {
	const metresPerDegree = 6_371_008.8 * math.Pi / 180
	north := metres / metresPerDegree
	east := north / max(math.Cos(lat*math.Pi/180), 0.01)
	west, east := lon-east, lon+east
	if west < -180 || east > 180 || math.Abs(lat)+north > 89 {
		west, east = -180, 180 // over the edge of the map: all the way round
	}
	return d.weighAnew(aroundSQL, lat-north, lat+north, west, east)
}

// weighAnew has the photos that a query finds derived anew from their claims.
func (d *door) weighAnew(query string, args ...any) error {
	photos, err := column[catalog.PhotoID](d.ctx, d, query, args...)
	for _, photo := range photos {
		d.touched.add(photo)
		d.weigh.add(photo)
	}
	return err
}
