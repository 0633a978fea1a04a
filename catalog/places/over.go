package places

import (
	"maps"
	"slices"
	"strings"

	"waybill/catalog"
)

// Reach gives how far from a place of some accuracy it may tell anything about a
// point, in metres: as its nearest entry, or as one in the country beside (see side).
func (g *Gazetteer) Reach(accuracy float64) float64 { return ReachOf(accuracy) }

// ReachOf is Reach of any gazetteer.
func ReachOf(accuracy float64) float64 { return max(Reach, borderZone+accuracy) }

// With is Over as the catalogue's Gazetteer has it.
func (g *Gazetteer) With(rows []catalog.PlaceEntry) catalog.Gazetteer { return g.Over(rows) }

// Over gives a gazetteer with the newsroom's word on places over this one, which
// does not change and whose entries are shared. A row stands for the entry of its
// key, or is one more. One that was removed is found by no name and near no point,
// but its id still gives its names; that of a merged one leads to the other place.
func (g *Gazetteer) Over(rows []catalog.PlaceEntry) *Gazetteer {
	if len(rows) == 0 {
		return g
	}
	laid := &Gazetteer{countries: g.countries, byID: maps.Clone(g.byID), rows: maps.Clone(g.rows)}
	if laid.rows == nil {
		laid.rows = make(map[string]catalog.PlaceEntry, len(rows))
	}
	var more []*Entry
	for _, r := range rows {
		_, known := g.byID[r.Key]
		r.Own = !known || g.rows[r.Key].Own
		laid.rows[r.Key] = r
		e := entryOf(r)
		laid.byID[r.Key] = e
		if laid.stands(r.Key) && !(known && g.stands(r.Key)) {
			more = append(more, e)
		}
	}
	laid.entries = make([]*Entry, 0, len(g.entries)+len(more))
	for _, e := range g.entries {
		if laid.stands(e.ID) {
			laid.entries = append(laid.entries, laid.byID[e.ID])
		}
	}
	laid.entries = append(laid.entries, more...)
	heads := map[string]*Entry{}
	for key, r := range laid.rows {
		if r.Merged != "" {
			heads[key] = laid.head(key)
		}
	}
	maps.Copy(laid.byID, heads)
	return laid
}

// stands tells whether a place is neither removed nor merged.
func (g *Gazetteer) stands(key string) bool {
	r := g.rows[key]
	return !r.Removed && r.Merged == ""
}

// head follows a merged place to the one that stands for it. Where the way leads
// nowhere or in a circle the place stands for itself.
func (g *Gazetteer) head(key string) *Entry {
	at := key
	for range len(g.rows) {
		r := g.rows[at]
		if r.Merged == "" {
			break
		}
		at = r.Merged
	}
	if e := g.byID[at]; e != nil && g.rows[at].Merged == "" {
		return e
	}
	return g.byID[key]
}

// Place gives a place by its key, also one that was removed or merged.
func (g *Gazetteer) Place(key string) (catalog.PlaceEntry, bool) {
	if r, ok := g.rows[key]; ok {
		return r, true
	}
	e, ok := g.byID[key]
	if !ok {
		return catalog.PlaceEntry{}, false
	}
	return catalog.PlaceEntry{
		Key: e.ID, Kind: e.Kind, Names: e.Names, Countries: slices.Clone(e.Countries),
		Latitude: e.Latitude, Longitude: e.Longitude, Accuracy: e.Accuracy,
	}, true
}

// Places lists the places as they stand, without those that were removed or
// merged: crossings and ports, then towns, then the newsroom's own.
func (g *Gazetteer) Places() []catalog.PlaceEntry {
	list := make([]catalog.PlaceEntry, 0, len(g.entries))
	for _, e := range g.entries {
		p, _ := g.Place(e.ID)
		list = append(list, p)
	}
	return list
}

// entryOf makes an entry of a place of the vocabulary: one in two countries is a
// crossing between them, one whose kind says so a port, any other is as a town.
func entryOf(p catalog.PlaceEntry) *Entry {
	e := &Entry{
		ID: p.Key, Kind: p.Kind, Names: p.Names, Countries: sorted(slices.Clone(p.Countries)),
		Latitude: p.Latitude, Longitude: p.Longitude, Accuracy: p.Accuracy,
	}
	switch {
	case len(e.Countries) > 1:
		e.class = classCrossing
	case strings.Contains(strings.ToLower(e.Kind), "port"):
		e.class = classPort
	}
	e.spell()
	if a, b, ok := strings.Cut(e.Names.English, "–"); ok && e.Crossing() {
		e.add(a+b, b+a)
	}
	return e
}
