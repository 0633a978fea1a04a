package metadata

import (
	"math"
	"strings"
	"time"

	"github.com/rwcarlsen/goexif/tiff"

	"waybill/catalog"
)

// What an altitude can be, in metres: the deepest sea and the edge of space.
const (
	lowest  = -11_100
	highest = 100_000
)

// position claims where the camera stood, rounded to 1e-7 degrees (a
// centimetre). The datum is kept in Raw when it is stated and is not WGS 84.
func (r *reader) position() {
	lat, latRef := r.find(r.gps, tagLatitude), rawText(r.find(r.gps, tagLatitudeRef))
	lon, lonRef := r.find(r.gps, tagLongitude), rawText(r.find(r.gps, tagLongitudeRef))
	datum := otherDatum(rawText(r.find(r.gps, tagMapDatum)))
	if lat == nil && lon == nil {
		return
	}
	raw := join(", ", join(" ", rawNumbers(lat), latRef), join(" ", rawNumbers(lon), lonRef), datum)
	value := ""
	y, okLat := degrees(lat, latRef, "N", "S", 90)
	x, okLon := degrees(lon, lonRef, "E", "W", 180)
	if okLat && okLon {
		value = point(y, x)
	}
	r.claim(catalog.OriginGPS, catalog.PropPosition, raw, value)
}

// otherDatum gives a datum as it is stated, "" when it is WGS 84 or none.
func otherDatum(datum string) string {
	name := strings.NewReplacer("-", "", " ", "").Replace(strings.ToUpper(datum))
	if cleanText(name) == "" || strings.HasPrefix(name, "WGS84") {
		return ""
	}
	return datum
}

// degrees reads degrees, minutes and seconds (the last two may be missing) with
// their hemisphere. It is false when any of them is no number or out of range,
// or the hemisphere is not stated.
func degrees(t *tiff.Tag, ref, plus, minus string, limit float64) (float64, bool) {
	if t == nil {
		return 0, false
	}
	sum := 0.0
	for i := range min(int(t.Count), 3) {
		x, ok := number(t, i)
		if !ok || x < 0 || i > 0 && x > 60 {
			return 0, false
		}
		sum += x / math.Pow(60, float64(i))
	}
	switch ref = strings.ToUpper(cleanText(ref)); {
	case sum > limit:
		return 0, false
	case strings.HasPrefix(ref, minus):
		sum = -sum
	case !strings.HasPrefix(ref, plus):
		return 0, false
	}
	return round(sum, 7), true
}

// point gives the value of a position claim. 0, 0 is what a receiver without a
// fix writes, not a place in the Atlantic.
func point(lat, lon float64) string {
	if lat == 0 && lon == 0 {
		return ""
	}
	return catalog.FormatPosition(lat, lon)
}

// altitude claims metres above sea level, to the millimetre. Without a
// reference it is above, the default that Exif gives. References 2 and 3 of
// Exif 3.0 count from the ellipsoid, which is not the sea: they are kept as raw
// text.
func (r *reader) altitude() {
	t, ref := r.find(r.gps, tagAltitude), r.find(r.gps, tagAltitudeRef)
	if t == nil {
		return
	}
	metres, ok := number(t, 0)
	below, stated := number(ref, 0)
	value := ""
	if ok && (ref == nil || stated) {
		value = seaLevel(metres, below)
	}
	r.claim(catalog.OriginGPS, catalog.PropAltitude, join(" ", rawNumbers(t), rawNumbers(ref)), value)
}

// seaLevel gives the value of an altitude claim; ref is GPSAltitudeRef.
func seaLevel(metres, ref float64) string {
	switch {
	case ref != 0 && ref != 1:
		return ""
	case ref == 1 && metres < 0: // minus below is said twice, or is above?
		return ""
	case ref == 1:
		metres = -metres
	}
	if metres < lowest || metres > highest {
		return ""
	}
	return decimal(metres, 3)
}

// direction claims where the camera looked, to the hundredth of a degree.
func (r *reader) direction() {
	t, ref := r.find(r.gps, tagDirection), rawText(r.find(r.gps, tagDirectionRef))
	if t == nil {
		return
	}
	value := ""
	if degrees, ok := number(t, 0); ok {
		value = bearing(degrees, ref)
	}
	r.claim(catalog.OriginGPS, catalog.PropDirection, join(" ", rawNumbers(t), ref), value)
}

// bearing gives the value of a claim about the direction of view. Without a
// reference it is from true north, as with it stated.
func bearing(degrees float64, ref string) string {
	if degrees < 0 || degrees > 360 {
		return ""
	}
	switch strings.ToUpper(cleanText(ref)) {
	case "", "T":
		return decimal(degrees, 2)
	case "M":
		return decimal(degrees, 2) + "M"
	}
	return ""
}

// positionError claims how far off the position may be, in metres.
func (r *reader) positionError() {
	t := r.find(r.gps, tagError)
	value := ""
	if metres, ok := number(t, 0); ok {
		value = stray(metres)
	}
	r.claim(catalog.OriginGPS, catalog.PropPositionError, rawNumbers(t), value)
}

// stray gives the value of a claim about the error of a position. None at all
// is what a receiver writes that does not know it.
func stray(metres float64) string {
	const halfEarth = 20_100_000
	if metres < leastHundredth || metres > halfEarth {
		return ""
	}
	return decimal(metres, 2)
}

// gpsTime claims when the receiver took its fix, in UTC; parts of a second are
// dropped.
func (r *reader) gpsTime() {
	date, t := rawText(r.find(r.gps, tagDateStamp)), r.find(r.gps, tagTimeStamp)
	value := ""
	day, okDay := calendarDay(date)
	hour, okHour := number(t, 0)
	minute, okMinute := number(t, 1)
	second, okSecond := number(t, 2)
	inside := hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61
	if okDay && okHour && okMinute && okSecond && inside {
		seconds := math.Floor(hour*3600 + minute*60 + second)
		value = day.Add(time.Duration(seconds) * time.Second).Format("2006-01-02T15:04:05Z")
	}
	r.claim(catalog.OriginGPS, catalog.PropGPSTime, join(" ", date, rawNumbers(t)), value)
}
