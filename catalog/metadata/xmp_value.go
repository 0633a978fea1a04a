package metadata

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"time"
)

// XMP writes dates as ISO 8601 with as many parts as are known (XMP
// Specification Part 1, section 8.2.1.2). Some programs write them as Exif does.
var xmpDate = regexp.MustCompile(`^(\d{4})(?:[-:](\d\d)(?:[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?(?:(Z)|([+-])(\d\d?):?(\d\d))?)?)?)?$`)

func parseXMPDate(text string) (moment, bool) {
	m := xmpDate.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return moment{}, false
	}
	d := moment{year: m[1], month: m[2], day: m[3], hour: m[4], minute: m[5], second: m[6], offset: m[7]}
	if m[8] != "" {
		d.offset = fmt.Sprintf("%s%02d:%s", m[8], atoi(m[9]), m[10])
	}
	return d, true
}

// xmpTime gives the value of a claim about a time.
func xmpTime(text string) string {
	d, ok := parseXMPDate(text)
	if !ok {
		return ""
	}
	return d.edtf()
}

// xmpGPSTime gives the value of a claim about the time of a fix, in UTC, which
// it is in when it does not say otherwise; "" unless it is a date with a time to
// the second.
func xmpGPSTime(text string) string {
	d, ok := parseXMPDate(text)
	if !ok || d.second == "" {
		return ""
	}
	if d.offset == "" {
		d.offset = "Z"
	}
	t, err := time.Parse(time.RFC3339, d.edtf())
	if err != nil {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// xmpCoordinate is "42,33,52N", "42,33.87N", or decimal degrees with a
// hemisphere or a sign.
var xmpCoordinate = regexp.MustCompile(`^([+-]?)(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?)?\s*([A-Za-z]?)$`)

// xmpDegrees reads a coordinate (XMP Specification Part 2, section 3.3,
// GPSCoordinate) to 1e-7 degrees. It is false when it is out of range, and when
// neither hemisphere nor sign nor decimals say what it is.
func xmpDegrees(text, plus, minus string, limit float64) (float64, bool) {
	m := xmpCoordinate.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, false
	}
	sum := 0.0
	for i, part := range m[2:5] {
		x, ok := quantity(part)
		if part == "" {
			break
		}
		if !ok || i > 0 && x > 60 {
			return 0, false
		}
		sum += x / math.Pow(60, float64(i))
	}
	switch ref := strings.ToUpper(m[5]); {
	case sum > limit, ref != "" && m[1] != "":
		return 0, false
	case ref == minus, ref == "" && m[1] == "-":
		sum = -sum
	case ref == "" && m[3] != "", ref != "" && ref != plus:
		return 0, false
	}
	return round(sum, 7), true
}
