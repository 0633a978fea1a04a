package places

import (
	"math"
	"strings"
	"unicode"

	"waybill/catalog"
)

// Parse reads what a person typed or pasted as a place: a map link, else
// coordinates, else a name in any language or spelling.
//
// A point is exact when it is known within 100 m: coordinates by their last
// digit, a link's pin or a geo URI by what it says. Within a kilometre it is in the
// vicinity, else in the locality. A name of the gazetteer gives the point and the
// accuracy of its entry: a crossing, or a locality. Datum says from which maps a point was
// converted.
//
// The matches are what else a name may mean, best first: that a port has the name of its
// town, or a crossing. Errors are an *Error: an unknown name comes with
// names close to it, and one that two towns or two crossings share with all of these.
func Parse(text string, g *Gazetteer) (catalog.Place, []Match, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return catalog.Place{}, nil, wrong(ReasonEmpty, text, 0)
	case len(text) > maxLink:
		return catalog.Place{}, nil, wrong(ReasonTooLong, strings.ToValidUTF8(text, "�"), 0)
	case looksLikeLink(text):
		l, err := ParseLink(text)
		if err != nil {
			return catalog.Place{}, nil, err
		}
		return l.Place(), nil, nil
	case strings.IndexFunc(text, unicode.IsNumber) >= 0:
		if f, err := parseFix(text); err == nil {
			return placed(f.lat, f.lon, math.Ceil(f.accuracy)), nil, nil
		} else if !isName(g, text) {
			return catalog.Place{}, nil, err
		}
	}
	return g.byName(text)
}

// isName tells whether a text with digits is nevertheless a name.
func isName(g *Gazetteer, text string) bool {
	found := g.Find(text)
	return len(found) > 0 && found[0].How <= Ending
}

// byName finds the place of a name.
func (g *Gazetteer) byName(text string) (catalog.Place, []Match, error) {
	found := g.Find(text)
	if len(found) == 0 || found[0].How > Ending {
		err := wrong(ReasonUnknown, text, 0)
		err.Matches = g.suggest(text)
		return catalog.Place{}, nil, err
	}
	n := 0
	for n < len(found) && found[n].How <= Ending {
		n++
	}
	found = found[:n]
	if n > 1 && found[1].How == found[0].How && found[1].order == found[0].order {
		err := wrong(ReasonAmbiguous, text, 0)
		err.Matches = found
		return catalog.Place{}, nil, err
	}
	return found[0].Entry.Place(text), found[1:], nil
}

// Place gives the point of the link as the value of a claim.
func (l Link) Place() catalog.Place {
	accuracy := l.Accuracy
	if accuracy == 0 && !l.Pin {
		accuracy = 1000 // the middle of a map of which nothing else is known
	}
	p := placed(l.Lat, l.Lon, math.Ceil(accuracy))
	p.Name, p.Datum = l.Name, l.Datum
	return p
}

// placed makes a place of a point that is known within some metres; 0 is exact.
func placed(lat, lon, accuracy float64) catalog.Place {
	lat, lon = tidy(lat), tidy(lon)
	p := catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionExact}
	if accuracy > 0 {
		p.Accuracy = &accuracy
	}
	switch {
	case accuracy > 1000:
		p.Precision = catalog.PrecisionLocality
	case accuracy > 100:
		p.Precision = catalog.PrecisionVicinity
	}
	return p
}

// tidy rounds to a hundred-millionth of a degree, a millimetre.
func tidy(degrees float64) float64 { return math.Round(degrees*1e8) / 1e8 }
