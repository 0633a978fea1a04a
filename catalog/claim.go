package catalog

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Origin says who makes a claim.
type Origin string

// Origins, see rank for their order.
const (
	OriginEditor Origin = "editor"
	OriginSource Origin = "source"
	OriginExif   Origin = "exif"
	OriginGPS    Origin = "gps" // the GPS block of Exif
	OriginBatch  Origin = "batch"
)

// Property names what a claim is about.
type Property string

// Properties. Times are wall times (what a clock at the place showed).
const (
	PropTaken       Property = "taken"       // Exif DateTimeOriginal 0x9003
	PropDigitized   Property = "digitized"   // Exif DateTimeDigitized 0x9004
	PropModified    Property = "modified"    // TIFF DateTime 0x0132
	PropGPSTime     Property = "gps_time"    // GPSDateStamp 0x001D with GPSTimeStamp 0x0007, UTC
	PropPosition    Property = "position"    // "latitude,longitude" in degrees, WGS 84
	PropAltitude    Property = "altitude"    // metres above sea level
	PropMake        Property = "make"        // TIFF Make 0x010F
	PropModel       Property = "model"       // TIFF Model 0x0110
	PropLens        Property = "lens"        // Exif LensModel 0xA434
	PropExposure    Property = "exposure"    // exposure time, f-number, ISO and focal length
	PropOrientation Property = "orientation" // TIFF Orientation 0x0112, 1 to 8
)

// Claim is one statement about a photo by one origin. Raw is the text exactly
// as read; Value is what it was understood as, "" when it says nothing that
// can be used. Claims are kept side by side; what is shown is chosen from them.
type Claim struct {
	ID       int64
	Photo    PhotoID
	Origin   Origin
	Property Property
	N        int // counts claims of one origin about one property, from 0
	Raw      string
	Value    string
}

// rank orders origins, the strongest first.
func rank(o Origin) int {
	return slices.Index([]Origin{OriginEditor, OriginSource, OriginExif, OriginGPS, OriginBatch}, o)
}

// Chosen is what a photo's claims amount to. Unknown is nil or "".
type Chosen struct {
	Taken     *WallTime
	Latitude  *float64 // degrees, WGS 84, north positive, -90 to 90
	Longitude *float64 // degrees, WGS 84, east positive, -180 to 180
	Altitude  *float64 // metres above sea level
	Make      string
	Model     string
	Lens      string
	Exposure  string
}

// Choose picks, for each property, the claim of the strongest origin that says
// something usable; of one origin the first wins.
func Choose(claims []Claim) Chosen {
	sorted := slices.Clone(claims)
	slices.SortStableFunc(sorted, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(rank(a.Origin), rank(b.Origin)), cmp.Compare(a.N, b.N))
	})
	var c Chosen
	texts := map[Property]*string{PropMake: &c.Make, PropModel: &c.Model, PropLens: &c.Lens, PropExposure: &c.Exposure}
	for _, claim := range sorted {
		if claim.Value == "" {
			continue
		}
		switch claim.Property {
		case PropTaken:
			if t, err := ParseWallTime(claim.Value); err == nil && c.Taken == nil {
				c.Taken = &t
			}
		case PropPosition:
			if lat, lon, ok := ParsePosition(claim.Value); ok && c.Latitude == nil {
				c.Latitude, c.Longitude = &lat, &lon
			}
		case PropAltitude:
			if m, err := strconv.ParseFloat(claim.Value, 64); err == nil && c.Altitude == nil {
				c.Altitude = &m
			}
		default:
			if text := texts[claim.Property]; text != nil && *text == "" {
				*text = claim.Value
			}
		}
	}
	return c
}

// FormatPosition writes a WGS 84 point as the value of a position claim.
func FormatPosition(lat, lon float64) string {
	return strconv.FormatFloat(lat, 'f', -1, 64) + "," + strconv.FormatFloat(lon, 'f', -1, 64)
}

// ParsePosition reads the value of a position claim. It refuses what is not on
// the globe.
func ParsePosition(s string) (lat, lon float64, ok bool) {
	a, b, found := strings.Cut(s, ",")
	lat, errLat := strconv.ParseFloat(a, 64)
	lon, errLon := strconv.ParseFloat(b, 64)
	ok = found && errLat == nil && errLon == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
	return lat, lon, ok
}
