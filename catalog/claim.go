package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// Origin says who makes a claim.
type Origin string

// Origins, see rank for their order.
const (
	OriginEditor     Origin = "editor"
	OriginSource     Origin = "source" // what the source said, as an editor wrote it down
	OriginExif       Origin = "exif"
	OriginGPS        Origin = "gps" // the GPS block of Exif
	OriginXMP        Origin = "xmp" // in the file or in a sidecar
	OriginIPTC       Origin = "iptc"
	OriginBatch      Origin = "batch"
	OriginFilename   Origin = "filename"
	OriginFilesystem Origin = "filesystem" // what the file is, and what it is called
)

// IsPerson reports whether a person makes the claims of this origin: reading a
// file again never touches them.
func (o Origin) IsPerson() bool { return o == OriginEditor || o == OriginSource }

// Property names what a claim is about.
type Property string

// Properties. Times are EDTF (see package edtf) in wall time, what a clock at
// the place showed. In a file name a time that ends in "Z" is known in UTC only
// (RFC 9557, section 2); elsewhere it is taken for a wall time with that offset.
const (
	PropTaken         Property = "taken"            // Exif DateTimeOriginal 0x9003, IPTC 2:55 with 2:60, photoshop:DateCreated
	PropDigitized     Property = "digitized"        // Exif DateTimeDigitized 0x9004, xmp:CreateDate
	PropModified      Property = "modified"         // TIFF DateTime 0x0132
	PropGPSTime       Property = "gps_time"         // GPSDateStamp 0x001D with GPSTimeStamp 0x0007, UTC
	PropSaved         Property = "saved"            // when a program saved the file: the picture is not younger
	PropReceived      Property = "received"         // when a messenger sent or received it: likewise
	PropScreenshot    Property = "screenshot_taken" // when the screen was captured: what it shows is not younger
	PropPosition      Property = "position"         // "latitude,longitude" in degrees, WGS 84
	PropAltitude      Property = "altitude"         // metres above sea level
	PropDirection     Property = "view_direction"   // GPSImgDirection 0x0011, degrees clockwise from north, 0 to 360; "M" behind when from magnetic north
	PropPositionError Property = "position_error"   // GPSHPositioningError 0x001F, metres
	PropPlace         Property = "place"            // where the camera stood, as JSON of Place
	PropPlaceShown    Property = "place_shown"      // what is depicted, as JSON of Place
	PropLocation      Property = "location"         // where the camera stood, in words, as XMP and IPTC have it
	PropLocationShown Property = "location_shown"   // what is depicted, in words
	PropKind          Property = "kind"             // a Kind
	PropApp           Property = "app"              // the program whose pattern the file name follows
	PropFormat        Property = "format"           // the format of the bytes where the file name's extension says another (Raw)
	PropThumbnail     Property = "thumbnail"        // "differs" when the thumbnail in the file shows another picture
	PropMake          Property = "make"             // TIFF Make 0x010F
	PropModel         Property = "model"            // TIFF Model 0x0110
	PropLens          Property = "lens"             // Exif LensModel 0xA434
	PropSoftware      Property = "software"         // TIFF Software 0x0131, xmp:CreatorTool
	PropExposure      Property = "exposure"         // exposure time, f-number, ISO and focal length
	PropOrientation   Property = "orientation"      // TIFF Orientation 0x0112, 1 to 8
)

// Claim is one statement about a photo by one origin. Raw is the text exactly
// as read; Value is what it was understood as, "" when it says nothing that
// can be used. Claims are kept side by side; what is shown is chosen from them.
type Claim struct {
	ID       int64    `json:"-"` // 0 for what a photo has from its batch
	Photo    PhotoID  `json:"-"`
	Origin   Origin   `json:"origin"`
	Property Property `json:"property"`
	N        int      `json:"n,omitempty"` // counts claims of one origin about one property, from 0
	Raw      string   `json:"raw"`
	Value    string   `json:"value"`
}

// rank orders origins, the strongest first; origins in one row are equals.
func rank(o Origin) int {
	return slices.IndexFunc([][]Origin{
		{OriginEditor},
		{OriginSource},
		{OriginExif, OriginGPS},
		{OriginXMP},
		{OriginIPTC},
		{OriginBatch},
		{OriginFilename},
		{OriginFilesystem},
	}, func(row []Origin) bool { return slices.Contains(row, o) })
}

// MergeClaims adds claims to known ones: what is known of the same origin and
// property is not said again, and the rest is numbered on.
func MergeClaims(known, more []Claim) []Claim {
	type about struct {
		origin   Origin
		property Property
	}
	type saying struct {
		about
		raw, value string
	}
	next, said := map[about]int{}, map[saying]bool{}
	note := func(c Claim) {
		a := about{c.Origin, c.Property}
		next[a] = max(next[a], c.N+1)
		said[saying{a, c.Raw, c.Value}] = true
	}
	for _, c := range known {
		note(c)
	}
	merged := slices.Clone(known)
	for _, c := range more {
		a := about{c.Origin, c.Property}
		if said[saying{a, c.Raw, c.Value}] {
			continue
		}
		c.N = next[a]
		note(c)
		merged = append(merged, c)
	}
	return merged
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
	return lat, lon, found && errLat == nil && errLon == nil && onGlobe(lat, lon)
}
