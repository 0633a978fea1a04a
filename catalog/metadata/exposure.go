package metadata

import (
	"math"

	"github.com/rwcarlsen/goexif/tiff"

	"waybill/catalog"
)

// isoBeyond stands for every sensitivity that its field of 16 bits cannot hold
// (Exif 3.0, PhotographicSensitivity).
const isoBeyond = 65535

// leastHundredth is the least that two decimals do not round to zero.
const leastHundredth = 0.005

// exposure claims how the photo was exposed, for example
// "1/250 s · f/2.8 · ISO 100 · 4.2 mm". Parts that are absent, zero or no number
// are left out. Raw names the fields by their Exif names.
func (r *reader) exposure() {
	var raws, values []string
	for _, f := range []struct {
		tag   uint16
		name  string
		write func(float64) string
	}{
		{tagExposureTime, "ExposureTime", shutter},
		{tagFNumber, "FNumber", aperture},
		{tagISO, "ISOSpeedRatings", iso},
		{tagFocalLength, "FocalLength", focalLength},
	} {
		t := r.field(f.tag)
		if t == nil {
			continue
		}
		raws = append(raws, join(" ", f.name, rawNumbers(t)))
		values = append(values, written(t, f.write))
	}
	r.claim(catalog.OriginExif, catalog.PropExposure, join(" ", raws...), join(" · ", values...))
}

// written applies write to the value of a field when it is a usable quantity.
func written(t *tiff.Tag, write func(float64) string) string {
	const least, most = 1e-6, 1e5 // no lens and no shutter is beyond
	x, ok := number(t, 0)
	if !ok || x < least || x > most {
		return ""
	}
	return write(x)
}

// shutter writes an exposure time in seconds as cameras show it: short ones as
// a fraction.
func shutter(s float64) string {
	if s <= 0.25 {
		return "1/" + decimal(1/s, 0) + " s"
	}
	return decimal(s, 1) + " s"
}

func aperture(f float64) string {
	if f < leastHundredth {
		return ""
	}
	return "f/" + decimal(f, 2)
}

func focalLength(mm float64) string {
	if mm < leastHundredth {
		return ""
	}
	return decimal(mm, 2) + " mm"
}

func iso(x float64) string {
	if x >= isoBeyond || x != math.Trunc(x) {
		return ""
	}
	return "ISO " + decimal(x, 0)
}
