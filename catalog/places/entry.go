package places

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"waybill/catalog"
	"waybill/catalog/tsv"
)

// Entry is a place of the gazetteer.
type Entry struct {
	ID        string // stable, such as "quanhe-wonjong" or "town-yanji"
	Kind      string // such as "road bridge", "seaport", "town", "county seat"
	Names     catalog.Names
	Latitude  float64  // degrees, WGS 84
	Longitude float64  // degrees, WGS 84
	Accuracy  float64  // radius in metres around the point within which the place lies
	Countries []string // ISO 3166-1 alpha-2, in order: two for a crossing of a land border

	class     class
	spellings []spelling
}

// class groups the kinds, in the order in which places of one name are offered.
type class int

const (
	classTown class = iota
	classCrossing
	classPort
)

// Crossing tells whether the entry is where a land border is crossed.
func (e *Entry) Crossing() bool { return e.class == classCrossing }

// Place gives the entry as the value of a claim, under the name it was called by.
func (e *Entry) Place(name string) catalog.Place {
	lat, lon, accuracy := e.Latitude, e.Longitude, e.Accuracy
	p := catalog.Place{
		Latitude: &lat, Longitude: &lon, Accuracy: &accuracy,
		Precision: catalog.PrecisionLocality, Entry: e.ID, Name: name,
	}
	if e.Crossing() {
		p.Precision = catalog.PrecisionCrossing
	}
	return p
}

func (e *Entry) point() orb.Point { return orb.Point{e.Longitude, e.Latitude} }

func (e *Entry) near(metres float64) catalog.Near {
	return catalog.Near{Entry: e.ID, Kind: e.Kind, Crossing: e.Crossing(), Names: e.Names, Distance: metres, Accuracy: e.Accuracy}
}

// town reads a row of towns.tsv.
func town(r tsv.Row) (*Entry, error) {
	lat, lon, accuracy, err := pointOf(r)
	if err != nil {
		return nil, fmt.Errorf("towns.tsv: %w", err)
	}
	e := &Entry{
		ID: r["id"], Kind: r["kind"], Latitude: lat, Longitude: lon, Accuracy: accuracy,
		Names:     named(r, r["variants"]),
		Countries: []string{r["country"]},
	}
	if e.Kind == "port" {
		e.class = classPort
	}
	e.spell()
	return e, nil
}

// iso finds the country in "North Hamgyong (KP-09)".
var iso = regexp.MustCompile(`\(([A-Z]{2})-[A-Z0-9]+\)`)

// crossing reads a row of crossings.tsv with the names of its row of crossing_names.tsv.
func crossing(r, names tsv.Row) (*Entry, error) {
	lat, lon, accuracy, err := pointOf(r)
	if err != nil {
		return nil, fmt.Errorf("crossings.tsv: %w", err)
	}
	if names == nil {
		return nil, fmt.Errorf("crossing_names.tsv: no row for %s", r["id"])
	}
	e := &Entry{ID: r["id"], Kind: r["kind"], Latitude: lat, Longitude: lon, Accuracy: accuracy}
	for _, side := range []string{r["side_a_admin"], r["side_b_admin"]} {
		if m := iso.FindStringSubmatch(side); m != nil && !slices.Contains(e.Countries, m[1]) {
			e.Countries = append(e.Countries, m[1])
		}
	}
	slices.Sort(e.Countries)
	switch {
	case r["side_b_en"] != "":
		e.class = classCrossing
	case strings.HasPrefix(e.Kind, "seaport"):
		e.class = classPort
	}
	sides := []string{r["side_a_en"], r["side_a_local"], r["side_b_en"], r["side_b_ko"]}
	e.Names = named(names, strings.Join(append(sides, r["variants"], names["variants"]), "; "))
	e.spell()
	if a, b := bare(r["side_a_en"]), bare(r["side_b_en"]); b != "" {
		e.add(a+b, b+a)
	}
	return e, nil
}

// bare is a name without what stands in brackets after it.
func bare(name string) string {
	name, _, _ = strings.Cut(name, "(")
	return strings.TrimSpace(name)
}

// named reads the name columns of a row. also are further names, of which those
// are kept that the columns do not hold.
func named(r tsv.Row, also string) catalog.Names {
	n := catalog.Names{English: r["en"], Korean: r["ko"], KoreanNorth: r["ko_dprk"], Chinese: r["zh"]}
	seen := []string{"", n.English, n.Korean, n.KoreanNorth, n.Chinese}
	var kept []string
	for _, name := range strings.FieldsFunc(also, func(r rune) bool { return r == ';' || r == '=' }) {
		name = strings.TrimSpace(name)
		if !slices.Contains(seen, name) {
			seen = append(seen, name)
			kept = append(kept, name)
		}
	}
	n.AlsoKnownAs = strings.Join(kept, "; ")
	return n
}

// pointOf reads the columns lat, lon and accuracy_m.
func pointOf(r tsv.Row) (lat, lon, accuracy float64, err error) {
	for column, target := range map[string]*float64{"lat": &lat, "lon": &lon, "accuracy_m": &accuracy} {
		n, err := strconv.ParseFloat(r[column], 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return 0, 0, 0, fmt.Errorf("%s: %s: %q is no number", r["id"], column, r[column])
		}
		*target = n
	}
	if !onGlobe(lat, lon) || accuracy < 0 {
		return 0, 0, 0, fmt.Errorf("%s: %v, %v within %v m is no place on the globe", r["id"], lat, lon, accuracy)
	}
	return lat, lon, accuracy, nil
}
