package places

import (
	"fmt"
	"slices"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"waybill/catalog"
	"waybill/catalog/tsv"
)

// Reach is how far from a point its nearest entry may lie, in metres.
const Reach = 50_000

// Gazetteer implements catalog.Gazetteer. It does not change once it is loaded
// and may be used by several goroutines.
type Gazetteer struct {
	entries   []*Entry
	byID      map[string]*Entry
	countries []*country
	rows      map[string]catalog.PlaceEntry // the newsroom's word on places, by key; see Over
}

var _ catalog.Gazetteer = (*Gazetteer)(nil)

// Load reads crossings.tsv of the vocabularies, and towns.tsv,
// crossing_names.tsv and countries.tsv of the places.
func Load(vocabularies, places tsv.Source) (*Gazetteer, error) {
	g := &Gazetteer{byID: map[string]*Entry{}}
	crossings, err := tsv.Read(vocabularies, "crossings.tsv")
	if err != nil {
		return nil, err
	}
	names, err := tsv.Read(places, "crossing_names.tsv")
	if err != nil {
		return nil, err
	}
	towns, err := tsv.Read(places, "towns.tsv")
	if err != nil {
		return nil, err
	}
	if g.countries, err = countries(places); err != nil {
		return nil, err
	}
	for _, r := range crossings {
		at := slices.IndexFunc(names, func(n tsv.Row) bool { return n["id"] == r["id"] })
		var own tsv.Row
		if at >= 0 {
			own = names[at]
		}
		e, err := crossing(r, own)
		if err := g.add(e, err); err != nil {
			return nil, err
		}
	}
	for _, r := range towns {
		e, err := town(r)
		if err := g.add(e, err); err != nil {
			return nil, err
		}
	}
	return g, nil
}

func (g *Gazetteer) add(e *Entry, err error) error {
	if err != nil {
		return err
	}
	if e.ID == "" || g.byID[e.ID] != nil {
		return fmt.Errorf("gazetteer: id %q is empty or used twice", e.ID)
	}
	g.byID[e.ID] = e
	g.entries = append(g.entries, e)
	return nil
}

// Entries gives all entries, crossings and ports first. They are not to be changed.
func (g *Gazetteer) Entries() []*Entry { return slices.Clone(g.entries) }

// Lookup gives an entry by its id.
func (g *Gazetteer) Lookup(id string) (*Entry, bool) {
	e, ok := g.byID[id]
	return e, ok
}

// Entry gives an entry by its id, with distance 0.
func (g *Gazetteer) Entry(id string) (catalog.Near, bool) {
	e, ok := g.byID[id]
	if !ok {
		return catalog.Near{}, false
	}
	return e.near(0), true
}

// Crossings gives the ids of the crossings that a name in any language or
// spelling may mean, those whose name it is before those it is a part of.
func (g *Gazetteer) Crossings(name string) []string {
	var ids []string
	for _, m := range g.Find(name) {
		if m.Entry.Crossing() && (m.How <= Ending || len(ids) == 0 && m.How <= Contains) {
			ids = append(ids, m.Entry.ID)
		}
	}
	return ids
}

// Named gives the ids of the places that a name in any language or spelling may
// mean: those whose name it is, else with or without a word such as "customs" or
// 시, else those whose name begins with it or has it inside.
func (g *Gazetteer) Named(name string) []string {
	var ids []string
	best := Contains
	for _, m := range g.Find(name) { // the best come first
		how := m.How
		if how == Prefix {
			how = Contains
		}
		if len(ids) > 0 && how > best {
			break
		}
		best, ids = how, append(ids, m.Entry.ID)
	}
	return ids
}

// At says where a point is: the nearest entry within Reach, the country or the
// border zone (see side), and the offsets from UTC in use there at the wall time
// on; with a zero time those of all times. A point that is not on the globe is nowhere.
func (g *Gazetteer) At(lat, lon float64, on time.Time) catalog.Whereabouts {
	if !onGlobe(lat, lon) {
		return catalog.Whereabouts{}
	}
	p := orb.Point{lon, lat}
	s := g.side(p)
	w := catalog.Whereabouts{Nearest: g.nearest(p), BorderZone: s.zone, Countries: s.countries}
	if !s.zone && len(s.countries) == 1 {
		w.Country = s.countries[0]
	}
	for _, c := range s.countries {
		w.Offsets = append(w.Offsets, Offsets(c, on)...)
	}
	w.Offsets = sorted(w.Offsets)
	return w
}

// nearest gives the entry that is nearest in the worst case, which is when a
// crossing is off by all of its accuracy: a bridge known within 300 m comes before
// one that is known within kilometres. Its distance is that of the points.
func (g *Gazetteer) nearest(p orb.Point) *catalog.Near {
	var best *Entry
	var bestDistance float64
	for _, e := range g.entries {
		d, within := distanceWithin(p, e.point(), Reach)
		if within && (best == nil || d+e.handicap() < bestDistance+best.handicap()) {
			best, bestDistance = e, d
		}
	}
	if best == nil {
		return nil
	}
	near := best.near(bestDistance)
	return &near
}

// handicap is what counts as distance in the choice of the nearest entry. The
// accuracy of a town is its size for the most part, and what is in a port town is
// rather in the town.
func (e *Entry) handicap() float64 {
	const town, port = 3_000, 3_500
	switch e.class {
	case classTown:
		return min(e.Accuracy, town)
	case classPort:
		return min(e.Accuracy+port-town, port)
	}
	return e.Accuracy
}

// Compare gives the distance of two points in metres, and whether they differ as
// the coordinates of Chinese maps differ from WGS 84; see DiffersByGCJ.
func (g *Gazetteer) Compare(lat1, lon1, lat2, lon2 float64) (metres float64, shifted bool) {
	return metresBetween(lat1, lon1, lat2, lon2), DiffersByGCJ(lat1, lon1, lat2, lon2)
}

// metresBetween is the great-circle distance of two points, within 0.5 per cent.
func metresBetween(lat1, lon1, lat2, lon2 float64) float64 {
	return geo.DistanceHaversine(orb.Point{lon1, lat1}, orb.Point{lon2, lat2})
}

// distanceWithin gives the distance of two points when it is at most reach metres.
func distanceWithin(p, q orb.Point, reach float64) (float64, bool) {
	if !around(p, reach).Contains(q) {
		return 0, false
	}
	d := geo.DistanceHaversine(p, q)
	return d, d <= reach
}

// onGlobe tells whether a point is one: it is false for NaN and infinities.
func onGlobe(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}
