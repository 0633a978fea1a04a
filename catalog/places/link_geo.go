package places

import "strings"

// readGeo reads a geo URI (RFC 5870) after its scheme, and Android's geo:0,0?q=lat,lon(Name).
func readGeo(text, rest string) (Link, error) {
	l := Link{Service: "geo", Pin: true}
	rest, query, _ := strings.Cut(rest, "?")
	parts := strings.Split(strings.TrimSpace(rest), ";")
	numbers := strings.Split(parts[0], ",")
	if len(numbers) < 2 || len(numbers) > 3 {
		return Link{}, wrong(ReasonIncomplete, text, 0)
	}
	var ok bool
	if l.Lat, l.Lon, ok = numberPair(numbers[0], numbers[1]); !ok {
		return Link{}, wrong(ReasonNotNumbers, text, 0)
	}
	for _, p := range parts[1:] {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(p)), "=")
		switch name {
		case "crs":
			if value != "wgs84" {
				return Link{}, wrong(ReasonScheme, text, 0)
			}
		case "u":
			if u, ok := finite(value); ok && u >= 0 {
				l.Accuracy = u
			}
		}
	}
	for p := range strings.SplitSeq(query, "&") {
		value, isQuery := strings.CutPrefix(p, "q=")
		point, name, _ := strings.Cut(value, "(")
		if lat, lon, ok := only(strings.ReplaceAll(point, "%2C", ",")); ok && isQuery {
			l.Lat, l.Lon, l.Name = lat, lon, cleanName(strings.TrimSuffix(strings.ReplaceAll(name, "+", " "), ")"))
		}
	}
	return l, check(text, l.Lat, l.Lon)
}
