// Package journey compares photos with routes: which routes pass by a point, and
// whether the times of photos run against the order of a route's legs. It reads
// nothing and says nothing in words.
package journey

import (
	"cmp"
	"slices"
	"strings"

	"waybill/catalog"
)

// Reach is how far from a point a place of a route may lie that passes by it, in
// metres.
const Reach = 10_000

// Near is a route that passes by a point.
type Near struct {
	catalog.Route
	Leg    catalog.Leg // whose point is the nearest
	Metres float64     // from there
}

// By gives the routes with a place within Reach of a point, the nearest first; of
// two as near the one that more photos are on, then the first by its name.
func By(g catalog.Gazetteer, routes []catalog.Route, lat, lon float64) []Near {
	var near []Near
	for _, r := range routes {
		if leg, metres, ok := nearest(g, r.Legs, lat, lon); ok {
			near = append(near, Near{Route: r, Leg: r.Legs[leg], Metres: metres})
		}
	}
	slices.SortStableFunc(near, func(a, b Near) int {
		return cmp.Or(cmp.Compare(a.Metres, b.Metres), cmp.Compare(b.Used, a.Used), strings.Compare(a.Names.Label(), b.Names.Label()))
	})
	return near
}

// nearest gives the leg within Reach whose point is the nearest, by its index.
func nearest(g catalog.Gazetteer, legs []catalog.Leg, lat, lon float64) (leg int, metres float64, ok bool) {
	for i, l := range legs {
		y, x, known := PointOf(g, l)
		if !known {
			continue
		}
		if m, _ := g.Compare(lat, lon, y, x); m <= Reach && (!ok || m < metres) {
			leg, metres, ok = i, m, true
		}
	}
	return leg, metres, ok
}

// PointOf gives where a leg is: at the place that it names, as the gazetteer has
// it now, else at a point of its own. Degrees, WGS 84.
func PointOf(g catalog.Gazetteer, l catalog.Leg) (lat, lon float64, ok bool) {
	if l.Place != "" {
		if entry, known := g.Entry(l.Place); known {
			if p, known := g.Place(entry.Entry); known {
				return p.Latitude, p.Longitude, true
			}
		}
	}
	if l.Latitude == nil || l.Longitude == nil {
		return 0, 0, false
	}
	return *l.Latitude, *l.Longitude, true
}

// Position gives the point of a photo that may be compared with others: none when
// it is withheld, or when only its route is known.
func Position(c *catalog.Chosen) (lat, lon float64, ok bool) {
	if c.Latitude == nil || c.Longitude == nil {
		return 0, 0, false
	}
	if w := c.Where; w != nil && (w.Precision == catalog.PrecisionWithheld || w.Precision == catalog.PrecisionRoute) {
		return 0, 0, false
	}
	return *c.Latitude, *c.Longitude, true
}
