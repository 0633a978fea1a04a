package places

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/paulmach/orb"
)

// GCJ-02 is the datum that law prescribes for maps in mainland China: WGS 84
// shifted by 100 to 700 m, by a sum of waves over the place. It is unpublished; the
// formula here is the widely published one, which agrees with the maps within metres.
const (
	krasovskyAxis         = 6378245.0              // semi-major axis of the Krasovsky 1940 ellipsoid, in metres
	krasovskyEccentricity = 0.00669342162296594323 // its first eccentricity, squared
)

// shift gives what GCJ-02 adds to a point of WGS 84, in degrees.
func shift(lat, lon float64) (north, east float64) {
	x, y := lon-105, lat-35
	ripple := (20*math.Sin(6*math.Pi*x) + 20*math.Sin(2*math.Pi*x)) * 2 / 3
	north = -100 + 2*x + 3*y + 0.2*y*y + 0.1*x*y + 0.2*math.Sqrt(math.Abs(x)) + ripple +
		(20*math.Sin(math.Pi*y)+40*math.Sin(math.Pi*y/3))*2/3 +
		(160*math.Sin(math.Pi*y/12)+320*math.Sin(math.Pi*y/30))*2/3
	east = 300 + x + 2*y + 0.1*x*x + 0.1*x*y + 0.1*math.Sqrt(math.Abs(x)) + ripple +
		(20*math.Sin(math.Pi*x)+40*math.Sin(math.Pi*x/3))*2/3 +
		(150*math.Sin(math.Pi*x/12)+300*math.Sin(math.Pi*x/30))*2/3
	// From metres to degrees, by the radii of curvature of the ellipsoid.
	phi := lat * math.Pi / 180
	w := 1 - krasovskyEccentricity*math.Sin(phi)*math.Sin(phi)
	meridian := krasovskyAxis * (1 - krasovskyEccentricity) / (w * math.Sqrt(w))
	parallel := krasovskyAxis / math.Sqrt(w) * math.Cos(phi)
	return north / meridian * 180 / math.Pi, east / parallel * 180 / math.Pi
}

// ToGCJ gives the GCJ-02 coordinates of a point of WGS 84, in degrees. Outside of
// the shifted area they are the same.
func ToGCJ(lat, lon float64) (gcjLat, gcjLon float64) {
	if !InShiftedArea(lat, lon) {
		return lat, lon
	}
	north, east := shift(lat, lon)
	return lat + north, lon + east
}

// FromGCJ gives the WGS 84 coordinates of a point of GCJ-02, in degrees, as the
// inverse of ToGCJ within a centimetre. Outside of the shifted area they are the same.
func FromGCJ(lat, lon float64) (wgsLat, wgsLon float64) {
	if !InShiftedArea(lat, lon) {
		return lat, lon
	}
	wgsLat, wgsLon = lat, lon
	for range 5 { // each round leaves less than a hundredth of the error
		north, east := shift(wgsLat, wgsLon)
		wgsLat, wgsLon = lat-north, lon-east
	}
	return wgsLat, wgsLon
}

// ToBD gives the coordinates that Baidu's maps use (BD-09) for a point of GCJ-02,
// in degrees: turned and moved by about 900 m.
func ToBD(lat, lon float64) (bdLat, bdLon float64) {
	radius, angle := swirl(lat, lon)
	return radius*math.Sin(angle) + 0.006, radius*math.Cos(angle) + 0.0065
}

// FromBD gives the GCJ-02 coordinates of a point of BD-09, in degrees, as the
// inverse of ToBD within a metre.
func FromBD(lat, lon float64) (gcjLat, gcjLon float64) {
	gcjLat, gcjLon = lat-0.006, lon-0.0065
	for range 5 {
		l, o := ToBD(gcjLat, gcjLon)
		gcjLat, gcjLon = gcjLat+lat-l, gcjLon+lon-o
	}
	return gcjLat, gcjLon
}

// swirl gives the polar coordinates of BD-09 before they are moved.
func swirl(lat, lon float64) (radius, angle float64) {
	const wave = math.Pi * 3000 / 180
	radius = math.Hypot(lon, lat) + 0.00002*math.Sin(lat*wave)
	angle = math.Atan2(lat, lon) + 0.000003*math.Cos(lon*wave)
	return radius, angle
}

// DiffersByGCJ tells whether one of two points is, within 50 m, what the other
// is in GCJ-02: then somebody took the coordinates of a Chinese map for WGS 84, or
// turned them into it twice. Where the shift is less than 100 m it cannot be told.
func DiffersByGCJ(lat1, lon1, lat2, lon2 float64) bool {
	return isShifted(lat1, lon1, lat2, lon2) || isShifted(lat2, lon2, lat1, lon1)
}

func isShifted(lat, lon, toLat, toLon float64) bool {
	const (
		tolerance = 50  // metres
		least     = 100 // metres
	)
	if !onGlobe(toLat, toLon) || !InShiftedArea(lat, lon) {
		return false
	}
	gcjLat, gcjLon := ToGCJ(lat, lon)
	return metresBetween(gcjLat, gcjLon, toLat, toLon) <= tolerance && metresBetween(lat, lon, gcjLat, gcjLon) >= least
}

// shiftedOutlines holds mainland China and Hainan, one outline a paragraph: Natural Earth
// 1:10m (public domain) reduced to 0.22 degrees, and to 0.07 along the border
// with the DPRK.
//
//go:embed shifted.txt
var shiftedOutlines string

var shiftedArea = sync.OnceValue(func() *country {
	area := &country{}
	for text := range strings.SplitSeq(strings.TrimSpace(shiftedOutlines), "\n\n") {
		var ring orb.Ring
		for pair := range strings.SplitSeq(strings.ReplaceAll(text, "\n", " "), ",") {
			x, y, _ := strings.Cut(strings.TrimSpace(pair), " ")
			lon, _ := strconv.ParseFloat(x, 64) // a test reads them all
			lat, _ := strconv.ParseFloat(y, 64)
			ring = append(ring, orb.Point{lon, lat})
		}
		area.add(append(ring, ring[0]))
	}
	return area
})

// shiftEdge is how far outside of the outlines Chinese maps are still taken to be
// shifted, in metres: on their tiles the other bank of a river moves along, and
// the outlines are coarse.
const shiftEdge = 15_000

// InShiftedArea tells whether the maps of Chinese services are shifted at a
// point: in mainland China and, because they draw the river where they draw
// their own bank, within 15 km of it. Taiwan and places farther abroad are not
// shifted. Close to the edge this is an assumption, not knowledge; see NearShiftEdge.
func InShiftedArea(lat, lon float64) bool {
	return onGlobe(lat, lon) && !math.IsInf(shiftedArea().distance(orb.Point{lon, lat}, shiftEdge), 1)
}

// NearShiftEdge tells whether a point is so close to the edge of the shifted
// area that whether its map is shifted there has to be looked at.
func NearShiftEdge(lat, lon float64) bool {
	return onGlobe(lat, lon) && !math.IsInf(shiftedArea().edge(orb.Point{lon, lat}, shiftEdge), 1)
}
