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

// place follows who says where the camera stood, and what is shown.
func (w *weighing) place() {
	var best *spot
	for _, i := range w.order {
		s, ok := w.spot(i)
		if !ok {
			continue
		}
		w.compareWithAll(s, i)
		switch {
		case best == nil:
			best = &s
		case best.hasPoint() && s.hasPoint() && s.radius < best.radius && w.apart(*best, s) == "":
			s.place.Entry, s.place.Name = best.place.Entry, best.place.Name
			best = &s
		}
	}
	if best != nil {
		w.followed[best.i] = true
		w.chosen.Latitude, w.chosen.Longitude = best.place.Latitude, best.place.Longitude
		w.chosen.Where = w.where(best.place, w.claims[best.i].Origin)
	} else {
		w.first(PropLocation, func(c Claim) bool {
			w.chosen.Where = &Where{Name: c.Value, Precision: PrecisionLocality, Origin: c.Origin}
			return true
		})
	}
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
		return spot{i: i, place: p, radius: radius(p)}, ok
	case PropPlace:
		p, err := ParsePlace(c.Value)
		return spot{i: i, place: p, radius: radius(p)}, err == nil
	}
	return spot{}, false
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

// compareWithAll warns of each stronger spot that the one of claim i contradicts.
func (w *weighing) compareWithAll(s spot, i int) {
	for _, j := range w.order {
		if j == i {
			return
		}
		if other, ok := w.spot(j); ok {
			if code := w.apart(other, s); code != "" {
				w.warn(code, w.claims[j], w.claims[i])
			}
		}
	}
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
	if entry, ok := w.at.Gazetteer.Entry(p.Entry); ok && p.Entry != "" && at.Nearest == nil {
		at.Nearest = &entry
	}
	if at.Nearest != nil { // the gazetteer has the other spellings
		near := *at.Nearest
		near.Names.AlsoKnownAs = ""
		at.Nearest = &near
	}
	return at
}
