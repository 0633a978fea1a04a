package catalog

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Precision says how closely a place is known.
type Precision string

// Precisions.
const (
	PrecisionExact    Precision = "exact"    // a point that was measured or pointed at
	PrecisionVicinity Precision = "vicinity" // within some hundred metres
	PrecisionLocality Precision = "locality" // a town or a port
	PrecisionCrossing Precision = "crossing"
	PrecisionRoute    Precision = "route"
	PrecisionWithheld Precision = "withheld"
)

// Datums of a point as it was given; a Place is always in WGS 84.
const (
	DatumWGS84 = ""
	DatumGCJ02 = "gcj02" // the shifted coordinates of Chinese maps; converted
	DatumBD09  = "bd09"  // those of Baidu, shifted once more; converted
)

// Place is where something is: a point, a named place, or both.
type Place struct {
	Latitude  *float64  `json:"latitude,omitempty"`  // degrees, WGS 84, north positive, -90 to 90
	Longitude *float64  `json:"longitude,omitempty"` // degrees, WGS 84, east positive, -180 to 180
	Precision Precision `json:"precision,omitempty"`
	Accuracy  *float64  `json:"accuracy,omitempty"` // radius in metres
	Entry     string    `json:"entry,omitempty"`    // id in the gazetteer, when it was set by name
	Name      string    `json:"name,omitempty"`     // as typed or as the map called it
	Datum     string    `json:"datum,omitempty"`    // in which it was given
}

// Value writes a place as the value of a claim.
func (p Place) Value() string {
	b, err := json.Marshal(p)
	if err != nil { // a number that is not finite
		return ""
	}
	return string(b)
}

// ParsePlace reads what Place.Value writes. It refuses a point that is not on
// the globe or is half a point.
func ParsePlace(s string) (Place, error) {
	var p Place
	bad := &Error{Code: ErrInvalid, Op: "place", Subject: s}
	if err := json.Unmarshal([]byte(s), &p); err != nil {
		bad.Err = err
		return Place{}, bad
	}
	if (p.Latitude == nil) != (p.Longitude == nil) || p.Latitude != nil && !onGlobe(*p.Latitude, *p.Longitude) {
		return Place{}, bad
	}
	return p, nil
}

// Label gives a place in one line: its name, else its point to about a metre,
// else "".
func (p Place) Label() string {
	switch {
	case p.Name != "":
		return p.Name
	case p.Latitude != nil:
		return fmt.Sprintf("%.5f, %.5f", *p.Latitude, *p.Longitude)
	}
	return ""
}

func onGlobe(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

// Near is an entry of the gazetteer with its distance from a point.
type Near struct {
	Entry    string  `json:"entry"`              // its id
	Crossing bool    `json:"crossing,omitempty"` // over a land border
	Kind     string  `json:"kind"`               // such as "road bridge", "seaport", "town"
	Names    Names   `json:"names"`              // AlsoKnownAs holds every other spelling
	Distance float64 `json:"distance"`           // metres
	Accuracy float64 `json:"accuracy"`           // radius in metres around its point within which it lies
}

// Whereabouts is what a gazetteer says about a point.
type Whereabouts struct {
	Nearest    *Near    // nil when nothing is within reach
	Country    string   // ISO 3166-1 alpha-2; "" when it is not known, and in a border zone
	BorderZone bool     // within 10 km of a land border, where no map tells the country
	Countries  []string // the country; in a border zone those on its sides, in order
	// Offsets from UTC in use there on a day, such as "+09:00": one inside a
	// country, those of both sides in a border zone, none where it is not known.
	Offsets []string
}

// Gazetteer knows places. It makes no request to anything.
type Gazetteer interface {
	// At says where a point is; on is the wall time for the offsets.
	At(lat, lon float64, on time.Time) Whereabouts
	// Compare gives the distance of two points in metres, and whether they
	// differ as the coordinates of Chinese maps (GCJ-02) differ from WGS 84.
	Compare(lat1, lon1, lat2, lon2 float64) (metres float64, shifted bool)
	// Crossings gives the ids of the crossings that a name in any language may mean.
	Crossings(name string) []string
	// Named gives the ids of the places that a name in any language may mean: those
	// that are called so, else those whose names have it in them.
	Named(name string) []string
	// Entry gives an entry by its id, with distance 0. Of a place that was merged
	// it gives the one that stands for it; one that was removed keeps its names.
	Entry(id string) (Near, bool)
	// Place gives a place by its key, also one that was removed or merged.
	Place(key string) (PlaceEntry, bool)
	// Reach gives how far from a place that is known within some metres it may
	// tell anything about a point, in metres.
	Reach(accuracy float64) float64
	// With gives the gazetteer with the newsroom's word on places over it. It
	// shares what does not change.
	With(entries []PlaceEntry) Gazetteer
}

// PlaceID is the number of the newsroom's word on a place; 0 is none.
type PlaceID int64

// PlaceEntry is a place of the vocabulary.
type PlaceEntry struct {
	ID        PlaceID // 0 for one that stands as it was shipped
	UUID      string
	Key       string // "quanhe-wonjong", "town-yanji": stable, lower case; what a claim keeps
	Kind      string // such as "road bridge", "seaport", "town", "county seat"
	Names     Names
	Countries []string // ISO 3166-1 alpha-2, in order: two for a crossing of a land border
	Latitude  float64  // degrees, WGS 84
	Longitude float64  // degrees, WGS 84
	Accuracy  float64  // honest radius, metres
	Own       bool     // added by the newsroom, not shipped
	Removed   bool     // taken out of the vocabulary
	Merged    string   // key of the place that stands for it now, "" when none does
}

// MaxPlaceAccuracy is the largest radius of a place, in metres.
const MaxPlaceAccuracy = 1e6

// Check refuses values that their fields cannot hold: a place without a kind or
// a name, off the globe, or in what is no country.
func (p *PlaceEntry) Check() error {
	bad := func(op, value string) error { return &Error{Code: ErrInvalid, Op: op, Subject: value} }
	switch {
	case strings.TrimSpace(p.Kind) == "" || !legible(p.Kind):
		return bad("place kind", p.Key)
	case !onGlobe(p.Latitude, p.Longitude):
		return bad("place point", fmt.Sprint(p.Latitude, ", ", p.Longitude))
	case !(p.Accuracy >= 0 && p.Accuracy <= MaxPlaceAccuracy): // neither is NaN
		return bad("place accuracy", fmt.Sprint(p.Accuracy))
	}
	if !AreCountries(p.Countries) {
		return bad("place country", strings.Join(p.Countries, ", "))
	}
	return p.Names.Check()
}

// AreCountries tells whether all of some codes have the form of ISO 3166-1 alpha-2.
func AreCountries(codes []string) bool {
	return !slices.ContainsFunc(codes, func(c string) bool { return !isCountry(c) })
}
