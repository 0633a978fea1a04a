package places

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"waybill/catalog/tsv"
)

const (
	// borderZone is how far from another country no country is told, in metres.
	borderZone = 10_000
	// outlineError is how far the outlines of countries.tsv may be off, in metres.
	//
	// Natural Earth's 1:10m line was measured against the 18 land crossings of
	// crossings.tsv. The eight that are known within 2 km lie 25 to 1,357 m from
	// it (Linjiang–Chunggang farthest, Khasan–Tumangang 882 m, Quanhe–Wonjong-ri
	// 711 m). Of those known within 4 km Sanhe–Hoeryong lies farthest, 2,130 m, and
	// that is the largest deviation that the line may have to answer for. Of GeoNames'
	// places Hyesan and Musan fall on the wrong side, by 176 and 493 m. The new
	// bridge over the Yalu lies 7 km below the place where the line ends in the
	// estuary, which is why distances are taken to the land of a country, not to
	// the line. The line of the two Koreas has but 44 points; Panmunjom, on it,
	// lies 1,216 m off. Rounding and the grid of the source add less than 250 m.
	//
	// One error is far larger: Natural Earth ends the Chinese strip along the
	// Tumen at 42.531° N, 14 km above the point where the three countries meet, and
	// gives Fangchuan to Russia. There the entries tell (see side).
	outlineError = 2_500
	// metresPerDegree of latitude, on a sphere of the mean radius.
	metresPerDegree = 6_371_008.8 * math.Pi / 180
)

// known is the box in which countries.tsv tells land from sea and one country
// from another: its own box without a strip along the sides where land that was
// cut off could be near (north: the Amur; west: Mongolia).
var known = orb.Bound{Min: orb.Point{120.35, 33}, Max: orb.Point{137, 47.85}}

// country is the land of one.
type country struct {
	code   string
	rings  []orb.Ring
	bounds []orb.Bound // of the rings
	parts  []part
}

// part is a piece of an outline with the box around it.
type part struct {
	line  orb.LineString
	bound orb.Bound
}

// countries reads countries.tsv.
func countries(source tsv.Source) ([]*country, error) {
	rows, err := tsv.Read(source, "countries.tsv")
	if err != nil {
		return nil, err
	}
	var all []*country
	for n, r := range rows {
		ring, err := outline(r["ring"])
		if err != nil {
			return nil, fmt.Errorf("countries.tsv: line %d: %w", n+2, err)
		}
		at := slices.IndexFunc(all, func(c *country) bool { return c.code == r["country"] })
		if at < 0 {
			at = len(all)
			all = append(all, &country{code: r["country"]})
		}
		all[at].add(ring)
	}
	return all, nil
}

// outline reads "longitude latitude" pairs separated by commas, and closes the ring.
func outline(text string) (orb.Ring, error) {
	var ring orb.Ring
	for pair := range strings.SplitSeq(text, ",") {
		lon, lat, _ := strings.Cut(strings.TrimSpace(pair), " ")
		x, errX := strconv.ParseFloat(lon, 64)
		y, errY := strconv.ParseFloat(lat, 64)
		if errX != nil || errY != nil || !onGlobe(y, x) {
			return nil, fmt.Errorf("%q is no point", pair)
		}
		ring = append(ring, orb.Point{x, y})
	}
	if len(ring) < 3 {
		return nil, fmt.Errorf("an outline of %d points", len(ring))
	}
	return append(ring, ring[0]), nil
}

func (c *country) add(ring orb.Ring) {
	const piece = 32
	c.rings = append(c.rings, ring)
	c.bounds = append(c.bounds, ring.Bound())
	for i := 0; i < len(ring)-1; i += piece {
		line := orb.LineString(ring[i:min(i+piece+1, len(ring))])
		c.parts = append(c.parts, part{line, line.Bound()})
	}
}

// distance gives the metres from a point to the country's land, 0 inside, or
// infinity when it is farther than reach metres.
func (c *country) distance(p orb.Point, reach float64) float64 {
	if c.contains(p) {
		return 0
	}
	return c.edge(p, reach)
}

// edge gives the metres from a point to the country's outlines, or infinity when
// they are farther than reach metres.
func (c *country) edge(p orb.Point, reach float64) float64 {
	near := around(p, reach)
	best := math.Inf(1)
	for _, part := range c.parts {
		if !part.bound.Intersects(near) {
			continue
		}
		for i := 1; i < len(part.line); i++ {
			a, b := flat(p, part.line[i-1]), flat(p, part.line[i])
			best = min(best, planar.DistanceFromSegment(a, b, orb.Point{}))
		}
	}
	if best > reach {
		return math.Inf(1)
	}
	return best
}

// contains tells whether a point is inside one of the outlines. None has a hole.
func (c *country) contains(p orb.Point) bool {
	for i, b := range c.bounds {
		if b.Contains(p) && planar.RingContains(c.rings[i], p) {
			return true
		}
	}
	return false
}

// flat gives a point in metres east and north of a centre, for distances of some kilometres.
func flat(centre, p orb.Point) orb.Point {
	return orb.Point{
		(p.Lon() - centre.Lon()) * metresPerDegree * math.Cos(centre.Lat()*math.Pi/180),
		(p.Lat() - centre.Lat()) * metresPerDegree,
	}
}

// around gives the box that holds all that is within some metres of a point.
func around(p orb.Point, metres float64) orb.Bound {
	north := metres / metresPerDegree
	east := north / max(math.Cos(p.Lat()*math.Pi/180), 0.01)
	return orb.Bound{Min: orb.Point{p.Lon() - east, p.Lat() - north}, Max: orb.Point{p.Lon() + east, p.Lat() + north}}
}

// side says in which country a point is, or between which.
type side struct {
	countries []string // in order; none when it is not known
	zone      bool     // they are those around a border zone
}

// side finds the country of a point, in three steps:
//
//  1. Where two countries are near is a border zone. A country is near when its land
//     lies within 10 km and the error of the outlines, or when an entry in it
//     lies within 10 km and the entry's own accuracy; a crossing is in two. This
//     holds on land, in river mouths and where the two Koreas face each other over
//     a narrow water. At a crossing, within 2 km or its accuracy, one is on one of
//     its banks: a third country behind the hills counts there only when an entry in
//     it is near, as China's Fangchuan is by the bridge of Khasan, and Russia is
//     not by that of Quanhe.
//  2. Else the one country that is near.
//  3. Else, at sea and outside the known box, the country of the entries within
//     30 km when all are in one.
func (g *Gazetteer) side(p orb.Point) side {
	var near, land, far []string
	at := false
	if known.Contains(p) {
		for _, c := range g.countries {
			if !math.IsInf(c.distance(p, borderZone+outlineError), 1) {
				land = append(land, c.code)
			}
		}
	}
	for _, e := range g.entries {
		d, within := distanceWithin(p, e.point(), max(farCountry, borderZone+e.Accuracy))
		if within && d <= borderZone+e.Accuracy {
			near = append(near, e.Countries...)
		}
		if within && e.Crossing() && d <= max(atCrossing, e.Accuracy) {
			at = true
		}
		if within && d <= farCountry {
			far = append(far, e.Countries...)
		}
	}
	if !at {
		near = append(near, land...)
	}
	if near = sorted(near); len(near) > 0 {
		return side{near, len(near) > 1}
	}
	if far = sorted(far); len(far) == 1 {
		return side{far, false}
	}
	return side{}
}

// atCrossing is how far from a crossing one is at it, in metres.
const atCrossing = 2_000

// farCountry is how far from an entry its country is believed where no outline
// tells, in metres.
const farCountry = 30_000

func sorted(codes []string) []string {
	slices.Sort(codes)
	return slices.Compact(codes)
}
