package journey

import "waybill/catalog"

// Stop is a photo on a route.
type Stop struct {
	Photo       catalog.PhotoID
	First, Last int // legs by their index, from and to: it is at one of these
	Direction   catalog.Direction
	Date        *catalog.Date
}

// Contradiction is two photos of which one was taken later although goods came to
// its place earlier.
type Contradiction struct {
	Route catalog.Route
	// Way is the one that the goods went, "" when it is not known: then the photos
	// fit neither.
	Way catalog.Direction
	// Before was taken before After, whose place comes first on the way.
	Before, After Passed
}

// Passed is a photo at a leg of a route.
type Passed struct {
	Photo catalog.PhotoID
	Leg   catalog.Leg
	Date  *catalog.Date
}

// At puts a photo on a route: at the leg whose place it names, or whose point is the
// nearest to its position within Reach, else by how far its goods had come. of are
// the observations that count; those that are only reported do not show a place. It
// tells whether the photo is anywhere on the route.
func At(g catalog.Gazetteer, r catalog.Route, p *catalog.Photo, of []catalog.Observation) (Stop, bool) {
	s := Stop{Photo: p.ID, Direction: way(p, of), Date: p.Date}
	leg, ok := named(g, r.Legs, p.Where)
	if lat, lon, known := Position(&p.Chosen); !ok && known {
		leg, _, ok = nearest(g, r.Legs, lat, lon)
	}
	if ok {
		s.First, s.Last = leg, leg
		return s, true
	}
	return s, s.byStage(r.Legs, of)
}

// named gives the leg whose place a photo was put at by name, by its index.
func named(g catalog.Gazetteer, legs []catalog.Leg, w *catalog.Where) (leg int, ok bool) {
	if w == nil || w.Entry == "" || w.Precision == catalog.PrecisionWithheld {
		return 0, false
	}
	for i, l := range legs {
		key := l.Place
		if entry, known := g.Entry(key); known {
			key = entry.Entry
		}
		if key == w.Entry {
			return i, true
		}
	}
	return 0, false
}

// byStage puts a stop at the legs that its goods may have come to.
func (s *Stop) byStage(legs []catalog.Leg, of []catalog.Observation) bool {
	found := false
	for _, o := range of {
		kind := kindOf(o.Stage)
		if !o.Visible || kind == "" {
			continue
		}
		for i, l := range legs {
			if l.Kind != kind {
				continue
			}
			if !found {
				s.First, s.Last = i, i
			}
			found = true
			s.First, s.Last = min(s.First, i), max(s.Last, i)
		}
	}
	return found
}

// kindOf gives the kind of leg where goods of a stage are, "" when none is told.
func kindOf(s catalog.Stage) string {
	switch s {
	case catalog.StageFactory, catalog.StageWarehouse, catalog.StageLoading:
		return "origin"
	case catalog.StageCustoms:
		return "customs"
	case catalog.StageCrossing:
		return "crossing"
	case catalog.StageInside, catalog.StageOnSale:
		return "destination"
	}
	return ""
}

// way gives the direction of some goods of a photo, that of its batch where they
// have none of their own; "" when they differ.
func way(p *catalog.Photo, of []catalog.Observation) catalog.Direction {
	found := catalog.Direction("")
	for i, o := range of {
		d := o.Direction
		if d == "" {
			d = p.BatchDirection
		}
		if i > 0 && d != found {
			return ""
		}
		found = d
	}
	if len(of) == 0 {
		return p.BatchDirection
	}
	return found
}

// Check lists what contradicts the order of a route among photos on it, for each
// photo at most once. Photos of goods that went one way are compared with one
// another, and so are those of which the way is not known: they contradict only
// when they fit neither way.
func Check(r catalog.Route, stops []Stop) []Contradiction {
	byWay := map[catalog.Direction][]Stop{}
	for _, s := range stops {
		way := s.Direction
		if r.Direction == "" { // nobody knows which way the legs are in order
			way = ""
		}
		byWay[way] = append(byWay[way], s)
	}
	var found []Contradiction
	for _, way := range []catalog.Direction{catalog.Into, catalog.OutOf} {
		found = append(found, against(r, byWay[way], way, way == r.Direction)...)
	}
	forth, back := against(r, byWay[""], "", true), against(r, byWay[""], "", false)
	switch {
	case len(forth) == 0 || len(back) == 0:
		return found
	case len(back) < len(forth):
		return append(found, back...)
	}
	return append(found, forth...)
}

// against compares each photo with those whose places come later on the way. Of
// several that were taken before it the one that is nearest in time is told.
func against(r catalog.Route, stops []Stop, way catalog.Direction, forth bool) []Contradiction {
	spans := make([]span, len(stops))
	for i, s := range stops {
		spans[i] = spanOf(s.Date)
	}
	var found []Contradiction
	for a, after := range stops {
		worst := -1
		for b, before := range stops {
			comesFirst := after.Last < before.First
			if !forth {
				comesFirst = before.Last < after.First
			}
			if comesFirst && spans[b].before(&spans[a]) && (worst < 0 || spans[worst].before(&spans[b])) {
				worst = b
			}
		}
		if worst >= 0 {
			found = append(found, Contradiction{Route: r, Way: way, Before: passed(r, stops[worst]), After: passed(r, after)})
		}
	}
	return found
}

func passed(r catalog.Route, s Stop) Passed {
	return Passed{Photo: s.Photo, Leg: r.Legs[s.First], Date: s.Date}
}
