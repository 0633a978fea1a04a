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
	datum := rawText(r.find(r.gps, tagMapDatum))
	if lat == nil && lon == nil {
		return
	}
	if d := strings.ToUpper(datum); cleanText(d) == "" || strings.HasPrefix(d, "WGS-84") || strings.HasPrefix(d, "WGS84") {
		datum = ""
	}
	raw := join(", ", join(" ", rawNumbers(lat), latRef), join(" ", rawNumbers(lon), lonRef), datum)
	value := ""
	y, okLat := degrees(lat, latRef, "N", "S", 90)
	x, okLon := degrees(lon, lonRef, "E", "W", 180)
	// 0, 0 is what a receiver without a fix writes, not a place in the Atlantic.
	if okLat && okLon && (y != 0 || x != 0) {
		value = catalog.FormatPosition(y, x)
	}
	r.claim(catalog.OriginGPS, catalog.PropPosition, raw, value)
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

// altitude claims metres above sea level, to the millimetre. Without a
// reference it is above, the default that Exif gives. References 2 and 3 of
// Exif 3.0 count from the ellipsoid, which is not the sea: they are kept as raw
// text.
func (r *reader) altitude() {
	t, ref := r.find(r.gps, tagAltitude), r.find(r.gps, tagAltitudeRef)
	if t == nil {
		return
	}
	value := ""
	metres, ok := number(t, 0)
	below, stated := number(ref, 0)
	switch {
	case ref != nil && (!stated || below < 0 || below > 1):
		ok = false
	case below == 1 && metres < 0: // minus below is said twice, or is above?
		ok = false
	case below == 1:
		metres = -metres
	}
	if ok && metres >= lowest && metres <= highest {
		value = decimal(metres, 3)
	}
	r.claim(catalog.OriginGPS, catalog.PropAltitude, join(" ", rawNumbers(t), rawNumbers(ref)), value)
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
