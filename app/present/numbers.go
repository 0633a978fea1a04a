package present

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Count writes a whole number with thousands separators.
func (w *Words) Count(n int) string { return w.group(strconv.Itoa(n)) }

// number writes a number with thousands separators and all its decimals.
func (w *Words) number(x float64) string { return w.group(strconv.FormatFloat(x, 'f', -1, 64)) }

// group puts separators into the digits before the decimal point of a number
// as strconv writes it.
func (w *Words) group(number string) string {
	sign := ""
	if strings.HasPrefix(number, "-") {
		sign, number = "−", number[1:]
	}
	whole, fraction, hasFraction := strings.Cut(number, ".")
	var b strings.Builder
	b.WriteString(sign)
	separator := w.T("number.group")
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(digit)
	}
	if hasFraction {
		b.WriteString(w.T("number.decimal") + fraction)
	}
	return b.String()
}

// short writes a number with one decimal below 10 where it says something, else whole.
func (w *Words) short(x float64) string {
	decimals := 0
	if x < 9.95 {
		decimals = 1
	}
	return w.group(strings.TrimSuffix(strconv.FormatFloat(x, 'f', decimals, 64), ".0"))
}

// Bytes writes a size in decimal units: "1.5 MB" are 1,500,000 bytes.
func (w *Words) Bytes(n int64) string {
	if n < 1000 {
		return w.N("size.bytes", int(max(n, 0)))
	}
	units := []string{"size.kb", "size.mb", "size.gb", "size.tb"}
	x, i := float64(n)/1000, 0
	for x >= 999.5 && i+1 < len(units) {
		x /= 1000
		i++
	}
	return w.T(units[i], "n", w.short(x))
}

// Megapixels writes the area of a picture whose sides are given in pixels.
func (w *Words) Megapixels(width, height int) string {
	x := float64(width) * float64(height) / 1e6
	number := w.short(x)
	switch {
	case x < 0.01:
		number = w.group("0.01")
	case x < 0.1:
		number = w.group(strconv.FormatFloat(x, 'f', 2, 64))
	}
	key := "megapixels.other"
	if number == "1" {
		key = "megapixels.one"
	}
	return w.T(key, "n", number)
}

// Duration writes a stretch of time as briefly as people say it: "6 s", "2 min",
// "1 h 20 min".
func (w *Words) Duration(d time.Duration) string {
	if d < 500*time.Millisecond {
		return w.T("duration.moment")
	}
	if seconds := int(d.Round(time.Second) / time.Second); seconds < 60 {
		return w.T("duration.s", "s", seconds)
	}
	minutes := int(d.Round(time.Minute) / time.Minute)
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return w.T("duration.min", "min", m)
	case m == 0:
		return w.T("duration.h", "h", h)
	default:
		return w.T("duration.h_min", "h", h, "min", m)
	}
}

// Position writes a WGS 84 point, given in degrees, to five decimals: about a metre.
func (w *Words) Position(lat, lon float64) string {
	ns, ew := w.T("position.north"), w.T("position.east")
	if lat < 0 {
		ns = w.T("position.south")
	}
	if lon < 0 {
		ew = w.T("position.west")
	}
	degrees := func(x float64) string { return w.group(strconv.FormatFloat(math.Abs(x), 'f', 5, 64)) }
	return w.T("position.text", "lat", degrees(lat), "ns", ns, "lon", degrees(lon), "ew", ew)
}
