package catalog

import "time"

// spot is a claim about where the camera stood.
type spot struct {
	i      int // of the claim
	place  Place
	radius float64 // metres within which it means
}

func (s spot) hasPoint() bool { return s.place.Latitude != nil }

// radii are what a precision means, in metres, when nobody stated an accuracy.
// A point that was measured is good for what phones reach between houses.
var radii = map[Precision]float64{
	PrecisionExact: 100, PrecisionVicinity: 1_000, PrecisionCrossing: 2_000, PrecisionLocality: 10_000,
	PrecisionRoute: 50_000, PrecisionWithheld: 50_000,
}

func radius(p Place) float64 {
	r := radii[p.Precision]
	if p.Accuracy != nil {
		r = max(r, *p.Accuracy)
	}
	return r
}

// maxSpots is how many places of one photo are weighed: more are nobody's word,
// and each is compared with each.
const maxSpots = 64

// place follows who says where the camera stood, and what is shown.
func (w *weighing) place() {
	var spots []spot
	var best *spot
	for _, i := range w.order {
		if len(spots) == maxSpots {
			break
		}
		s, ok := w.spot(i)
		if !ok {
			continue
		}
		for _, other := range spots {
			if code := w.apart(other, s); code != "" {
				w.warn(code, w.claims[other.i], w.claims[i])
			}
		}
		spots = append(spots, s)
		switch {
		case best == nil:
			best = &s
		case w.narrows(*best, s):
			if best.place.Name != "" {
				w.followed[best.i] = true
				s.place.Name = best.place.Name
			}
			best = &s
		}
	}
	w.stand(best, spots)
	w.shown()
}

// stand takes a spot for where the camera stood, and words where there is none.
func (w *weighing) stand(best *spot, spots []spot) {
	if best == nil {
		w.first(PropLocation, func(c Claim) bool {
			w.chosen.Where = &Where{Name: c.Value, Precision: PrecisionLocality, Origin: c.Origin}
			return true
		})
		return
	}
	for _, s := range spots {
		if w.apart(*best, s) != "" {
			w.apartIn[w.claims[s.i].Origin] = true
		}
	}
	w.followed[best.i] = true
	w.chosen.Latitude, w.chosen.Longitude = best.place.Latitude, best.place.Longitude
	w.chosen.Where = w.where(best.place, w.claims[best.i].Origin)
}

// shown follows who says what is depicted.
func (w *weighing) shown() {
	w.first(PropPlaceShown, func(c Claim) bool {
		p, err := ParsePlace(c.Value)
		if err == nil {
			w.chosen.Shown = w.where(p, c.Origin)
		}
		return err == nil
	})
	if w.chosen.Shown == nil {
		w.first(PropLocationShown, func(c Claim) bool {
			w.chosen.Shown = &Where{Name: c.Value, Precision: PrecisionLocality, Origin: c.Origin}
			return true
		})
	}
}

// spot reads a claim as a place where the camera stood.
func (w *weighing) spot(i int) (spot, bool) {
	c := w.claims[i]
	if c.Value == "" || w.ofScreen(c) {
		return spot{}, false
	}
	switch c.Property {
	case PropPosition:
		lat, lon, ok := ParsePosition(c.Value)
		p := Place{Latitude: &lat, Longitude: &lon, Precision: PrecisionExact}
		return spot{i: i, place: p, radius: max(radius(p), w.positionError(c.Origin))}, ok
	case PropPlace:
		p, err := ParsePlace(c.Value)
		return spot{i: i, place: p, radius: radius(p)}, err == nil && p != Place{}
	}
	return spot{}, false
}

// positionError gives the error in metres that an origin states of its position,
// 0 when it states none.
func (w *weighing) positionError(of Origin) float64 {
	for _, c := range w.claims {
		if n, ok := finite(c.Value); ok && c.Property == PropPositionError && c.Origin == of {
			return n
		}
	}
	return 0
}

// apart tells how two spots contradict each other, "" when they do not.
func (w *weighing) apart(a, b spot) WarningCode {
	if w.at.Gazetteer == nil || !a.hasPoint() || !b.hasPoint() {
		return ""
	}
	metres, shifted := w.at.Gazetteer.Compare(*a.place.Latitude, *a.place.Longitude, *b.place.Latitude, *b.place.Longitude)
	switch {
	case shifted && a.place.Precision == PrecisionExact && b.place.Precision == PrecisionExact:
		return WarnShifted
	case metres > a.radius+b.radius:
		return WarnPlaces
	}
	return ""
}

// narrows tells whether a weaker spot says more closely what the stronger one
// says. What an editor says, and what somebody withholds, stays as it is.
func (w *weighing) narrows(best, s spot) bool {
	return w.at.Gazetteer != nil && !w.final(best.i) && best.hasPoint() && s.hasPoint() && best.place.Precision != PrecisionWithheld &&
		s.radius < best.radius && w.apart(best, s) == ""
}

// where adds what the gazetteer knows.
func (w *weighing) where(p Place, origin Origin) *Where {
	at := &Where{
		Precision: p.Precision, Accuracy: p.Accuracy, Entry: p.Entry, Name: p.Name, Datum: p.Datum, Origin: origin,
	}
	if w.at.Gazetteer == nil {
		return at
	}
	if p.Latitude != nil {
		around := w.at.Gazetteer.At(*p.Latitude, *p.Longitude, time.Time{})
		at.Nearest, at.Country, at.BorderZone = around.Nearest, around.Country, around.BorderZone
		if around.BorderZone {
			at.Countries = around.Countries
		}
	}
	if entry, ok := w.at.Gazetteer.Entry(p.Entry); ok && p.Entry != "" { // what was named, though another may be as near
		at.Nearest, at.Entry = &entry, entry.Entry
	}
	if at.Nearest != nil { // the gazetteer has the other spellings
		near := *at.Nearest
		near.Names.AlsoKnownAs = ""
		at.Nearest = &near
	}
	return at
}
