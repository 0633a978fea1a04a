package metadata

import (
	"strconv"
	"strings"

	"waybill/catalog"
)

// xmp claims what an XMP packet says; nil is none.
func (c *collector) xmp(packet []byte) {
	if len(packet) == 0 {
		return
	}
	c.part("xmp", func() {
		p, err := parsePacket(packet)
		if err != nil {
			c.note(err)
		}
		x := xmpReader{collector: c, properties: p}
		x.times()
		x.camera()
		x.kind()
		x.gps()
		x.places()
	})
}

// xmpReader claims what the properties of one packet say.
type xmpReader struct {
	*collector
	properties
}

func (x xmpReader) say(p catalog.Property, raw, value string) {
	x.claim(catalog.OriginXMP, p, raw, value)
}

func (x xmpReader) times() {
	for _, f := range []struct {
		name     string
		property catalog.Property
	}{
		{"exif:DateTimeOriginal", catalog.PropTaken},
		{"photoshop:DateCreated", catalog.PropTaken},
		{"xmp:CreateDate", catalog.PropDigitized},
		{"exif:DateTimeDigitized", catalog.PropDigitized},
		{"xmp:ModifyDate", catalog.PropModified},
		{"tiff:DateTime", catalog.PropModified},
	} {
		raw := x.first(f.name)
		x.say(f.property, raw, xmpTime(raw))
	}
}

func (x xmpReader) camera() {
	for _, f := range []struct {
		name     string
		property catalog.Property
	}{
		{"tiff:Make", catalog.PropMake},
		{"tiff:Model", catalog.PropModel},
		{"exifEX:LensModel", catalog.PropLens},
		{"aux:Lens", catalog.PropLens},
		{"xmp:CreatorTool", catalog.PropSoftware},
		{"tiff:Software", catalog.PropSoftware},
	} {
		raw := x.first(f.name)
		x.say(f.property, raw, cleanText(raw))
	}
	raw := strings.TrimSpace(x.first("tiff:Orientation"))
	x.say(catalog.PropOrientation, raw, upright(raw))
}

// sourceTypes are the terms of the IPTC NewsCodes "Digital Source Type" that
// tell what kind of picture it is.
var sourceTypes = map[string]catalog.Kind{
	"screenCapture":                        catalog.KindScreenshot,
	"digitalCapture":                       catalog.KindScene,
	"computationalCapture":                 catalog.KindScene,
	"composite":                            catalog.KindComposite,
	"compositeCapture":                     catalog.KindComposite,
	"compositeSynthetic":                   catalog.KindComposite,
	"compositeWithTrainedAlgorithmicMedia": catalog.KindComposite,
}

// kind claims what kind of picture it is said to be, by its source or by the
// comment that phones put into a screenshot.
func (x xmpReader) kind() {
	raw := x.first("Iptc4xmpExt:DigitalSourceType")
	term := strings.TrimSpace(raw[strings.LastIndexByte(raw, '/')+1:])
	x.say(catalog.PropKind, raw, string(sourceTypes[term]))
	if raw = x.first("exif:UserComment"); strings.EqualFold(strings.TrimSpace(raw), screenshotComment) {
		x.say(catalog.PropKind, raw, string(catalog.KindScreenshot))
	}
}

// gps claims what the properties named after those of Exif say (XMP
// Specification Part 2, section 3.3).
func (x xmpReader) gps() {
	x.position(x.properties)
	altitude, ref := x.first("exif:GPSAltitude"), x.first("exif:GPSAltitudeRef")
	below, okRef := quantity(ref)
	value := ""
	if metres, ok := quantity(altitude); ok && (okRef || ref == "") {
		value = seaLevel(metres, below)
	}
	if altitude != "" {
		x.say(catalog.PropAltitude, join(" ", altitude, ref), value)
	}

	direction, ref := x.first("exif:GPSImgDirection"), x.first("exif:GPSImgDirectionRef")
	value = ""
	if degrees, ok := quantity(direction); ok {
		value = bearing(degrees, ref)
	}
	if direction != "" {
		x.say(catalog.PropDirection, join(" ", direction, ref), value)
	}

	raw := x.first("exif:GPSHPositioningError")
	value = ""
	if metres, ok := quantity(raw); ok {
		value = stray(metres)
	}
	x.say(catalog.PropPositionError, raw, value)
	raw = x.first("exif:GPSTimeStamp")
	x.say(catalog.PropGPSTime, raw, xmpGPSTime(raw))
}

// position claims the point that properties, or the fields of a structure, give.
func (x xmpReader) position(p properties) {
	lat, lon := p.first("exif:GPSLatitude"), p.first("exif:GPSLongitude")
	datum := otherDatum(p.first("exif:GPSMapDatum"))
	if lat == "" && lon == "" {
		return
	}
	value := ""
	y, okLat := xmpDegrees(lat, "N", "S", 90)
	e, okLon := xmpDegrees(lon, "E", "W", 180)
	if okLat && okLon {
		value = point(y, e)
	}
	x.say(catalog.PropPosition, join(", ", lat, lon, datum), value)
}

// places claims the words for where the camera stood and what is shown. The
// properties of IPTC Core do not tell these apart; they are taken for the former.
func (x xmpReader) places() {
	x.location(catalog.OriginXMP, catalog.PropLocation, x.first("Iptc4xmpCore:Location"),
		x.first("photoshop:City"), x.first("photoshop:State"), x.first("photoshop:Country"))
	for _, l := range []struct {
		name     string
		property catalog.Property
	}{
		{"Iptc4xmpExt:LocationCreated", catalog.PropLocation},
		{"Iptc4xmpExt:LocationShown", catalog.PropLocationShown},
	} {
		for _, value := range x.properties[l.name] {
			for _, place := range append(value.items, value) {
				f := place.fields
				x.location(catalog.OriginXMP, l.property, f.first("Iptc4xmpExt:LocationName"), f.first("Iptc4xmpExt:Sublocation"),
					f.first("Iptc4xmpExt:City"), f.first("Iptc4xmpExt:ProvinceState"), f.first("Iptc4xmpExt:CountryName"))
				if l.property == catalog.PropLocation {
					x.position(f)
				}
			}
		}
	}
}

// location claims a place in words, the smallest part first.
func (c *collector) location(o catalog.Origin, p catalog.Property, parts ...string) {
	clean := make([]string, len(parts))
	for i, part := range parts {
		clean[i] = cleanText(part)
	}
	c.claim(o, p, join(", ", parts...), join(", ", clean...))
}

// quantity reads a number or a rational "numerator/denominator".
func quantity(text string) (float64, bool) {
	over, under, rational := strings.Cut(strings.TrimSpace(text), "/")
	x, err := strconv.ParseFloat(over, 64)
	if err != nil {
		return 0, false
	}
	if rational {
		y, err := strconv.ParseFloat(under, 64)
		if err != nil || y == 0 {
			return 0, false
		}
		x /= y
	}
	return x, finite(x)
}
