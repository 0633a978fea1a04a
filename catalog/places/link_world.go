package places

import (
	"math"
	"regexp"
	"strings"

	"waybill/catalog"
)

// The services from abroad, in WGS 84. Each reader looks for a marked point first
// and for the middle of the map last.

var (
	googlePin  = regexp.MustCompile(`!3d(-?[0-9.]+)!4d(-?[0-9.]+)`)
	googleView = regexp.MustCompile(`@(-?[0-9.]+),(-?[0-9.]+)(?:,([0-9.]+)([a-z]))?`)
)

// google reads links of Google Maps; those of google.cn are in GCJ-02.
func google(a address) (Link, Reason) {
	l := Link{Service: "google"}
	if a.host == "google.cn" || strings.HasSuffix(a.host, ".google.cn") {
		l.Datum = catalog.DatumGCJ02
	}
	if name, ok := a.after("place"); ok {
		if _, _, isPoint := only(name); !isPoint && !strings.HasPrefix(name, "@") {
			l.Name = strings.ReplaceAll(name, "+", " ")
		}
	}
	if pins := googlePin.FindAllStringSubmatch(a.path, 200); pins != nil {
		last := pins[len(pins)-1] // of a journey, its end
		if lat, lon, ok := numberPair(last[1], last[2]); ok {
			return l.pin(lat, lon), ""
		}
	}
	for _, key := range []string{"query", "q", "ll", "daddr", "destination", "cbll", "viewpoint", "markers", "sll"} {
		text := strings.TrimPrefix(a.first(key), "loc:")
		if lat, lon, ok := only(text); ok {
			if _, name, named := strings.Cut(text, "("); named {
				l.Name = strings.TrimSuffix(name, ")")
			}
			return l.pin(lat, lon), ""
		}
	}
	for _, segment := range []string{"search", "place", "dir"} {
		if text, ok := a.after(segment); ok {
			text = strings.ReplaceAll(text, "+", " ")
			if lat, lon, ok := only(text); ok {
				return l.pin(lat, lon), ""
			}
			if f, err := parseFix(text); err == nil { // 42°33'52.2"N 130°31'55.2"E
				return l.pin(f.lat, f.lon), ""
			}
		}
	}
	if m := googleView.FindStringSubmatch(a.path); m != nil {
		if lat, lon, ok := numberPair(m[1], m[2]); ok {
			return l.viewed(lat, lon, m[3], m[4]), ""
		}
	}
	if lat, lon, ok := only(a.first("center")); ok {
		return l.middle(lat, lon, a.first("zoom", "z")), ""
	}
	return l, ReasonNoPoint
}

// viewed gives the point of a view, which is of a map with a zoom, of a street
// or from above.
func (l Link) viewed(lat, lon float64, number, unit string) Link {
	switch unit {
	case "z":
		return l.middle(lat, lon, number)
	case "a": // the camera stands there
		return l.pin(lat, lon)
	}
	return l.middle(lat, lon, "")
}

// openStreetMap reads openstreetmap.org/?mlat=…&mlon=…#map=17/lat/lon.
func openStreetMap(a address) (Link, Reason) {
	l := Link{Service: "openstreetmap"}
	if len(a.segments) > 1 && a.segments[0] == "go" {
		return l, ReasonShortLink
	}
	if lat, lon, ok := numberPair(a.first("mlat"), a.first("mlon")); ok {
		return l.pin(lat, lon), ""
	}
	for part := range strings.SplitSeq(a.fragment, "&") {
		text, isMap := strings.CutPrefix(part, "map=")
		if zoom, point, ok := strings.Cut(text, "/"); isMap && ok {
			if lat, lon, ok := pair(point); ok {
				return l.middle(lat, lon, zoom), ""
			}
		}
	}
	if lat, lon, ok := numberPair(a.first("lat"), a.first("lon")); ok {
		return l.middle(lat, lon, a.first("zoom")), ""
	}
	return l, ReasonNoPoint
}

// apple reads maps.apple.com/?ll=lat,lon&q=Name. Apple's maps of mainland China come
// from Amap; what its links hold there is not documented.
func apple(a address) (Link, Reason) {
	l := Link{Service: "apple", Name: a.first("name")}
	if q := a.first("q"); l.Name == "" && q != "" {
		if _, _, isPoint := only(q); !isPoint {
			l.Name = q
		}
	}
	for _, key := range []string{"ll", "coordinate", "q", "address", "daddr"} {
		if lat, lon, ok := only(a.first(key)); ok {
			return l.pin(lat, lon), ""
		}
	}
	for _, key := range []string{"sll", "center"} {
		if lat, lon, ok := only(a.first(key)); ok {
			return l.middle(lat, lon, a.first("z")), ""
		}
	}
	return l, ReasonNoPoint
}

// bing reads bing.com/maps?cp=lat~lon&lvl=17 and sp=point.lat_lon_Name.
func bing(a address) (Link, Reason) {
	l := Link{Service: "bing"}
	if text, ok := strings.CutPrefix(a.first("sp"), "point."); ok {
		parts := strings.SplitN(text, "_", 4)
		if len(parts) >= 2 {
			if lat, lon, ok := numberPair(parts[0], parts[1]); ok {
				if len(parts) > 2 {
					l.Name = parts[2]
				}
				return l.pin(lat, lon), ""
			}
		}
	}
	for _, key := range []string{"where1", "q"} {
		if lat, lon, ok := only(a.first(key)); ok {
			return l.pin(lat, lon), ""
		}
	}
	if x, y, ok := strings.Cut(a.first("cp"), "~"); ok {
		if lat, lon, ok := numberPair(x, y); ok {
			return l.middle(lat, lon, a.first("lvl")), ""
		}
	}
	return l, ReasonNoPoint
}

// yandex reads yandex.ru/maps/?pt=lon,lat and ?ll=lon,lat&z=17.
func yandex(a address) (Link, Reason) {
	l := Link{Service: "yandex"}
	for _, key := range []string{"pt", "whatshere[point]", "poi[point]"} {
		first, _, _ := strings.Cut(a.first(key), "~")
		if lon, lat, ok := pair(first); ok {
			return l.pin(lat, lon), ""
		}
	}
	if lat, lon, ok := only(a.first("text")); ok { // the one that is the other way round
		return l.pin(lat, lon), ""
	}
	if lon, lat, ok := pair(a.first("ll")); ok {
		return l.middle(lat, lon, a.first("z")), ""
	}
	return l, ReasonNoPoint
}

// twoGIS reads 2gis.ru/vladivostok/geo/ID/lon,lat?m=lon,lat/17.
func twoGIS(a address) (Link, Reason) {
	l := Link{Service: "2gis"}
	for _, segment := range a.segments {
		if lon, lat, ok := only(segment); ok {
			return l.pin(lat, lon), ""
		}
	}
	point, zoom, _ := strings.Cut(a.first("m"), "/")
	if lon, lat, ok := pair(point); ok {
		return l.middle(lat, lon, zoom), ""
	}
	return l, ReasonNoPoint
}

// naver reads map.naver.com/?lat=…&lng=…&title=… and c=x,y,zoom, in degrees or
// in metres of the spherical Mercator projection (EPSG:3857).
func naver(a address) (Link, Reason) {
	l := Link{Service: "naver", Name: a.first("title", "name", "pinTitle")}
	for _, keys := range [][2]string{{"lat", "lng"}, {"lat", "lon"}, {"y", "x"}} {
		if lat, lon, ok := numberPair(a.first(keys[0]), a.first(keys[1])); ok && math.Abs(lat) <= 90 {
			return l.pin(lat, lon), ""
		}
	}
	if parts := strings.Split(a.first("c"), ","); len(parts) > 2 {
		if x, y, ok := numberPair(parts[0], parts[1]); ok {
			switch {
			case math.Abs(x) > 180:
				lat, lon := mercator(x, y)
				return l.middle(lat, lon, parts[2]), ""
			case x > 100 && y > 0: // zooms are smaller than the longitudes of Korea
				return l.middle(y, x, parts[2]), ""
			}
		}
	}
	return l, ReasonNoPoint
}

// mercator gives the latitude and longitude of a point of EPSG:3857, in metres.
func mercator(x, y float64) (lat, lon float64) {
	const radius = 6_378_137.0
	return math.Atan(math.Sinh(y/radius)) * 180 / math.Pi, x / radius * 180 / math.Pi
}

// kakao reads map.kakao.com/link/map/Name,lat,lon. Its urlX and urlY are in a
// grid of its own (WCONGNAMUL) that is not documented.
func kakao(a address) (Link, Reason) {
	l := Link{Service: "kakao"}
	for _, segment := range []string{"map", "to", "roadview", "from"} {
		text, ok := a.after(segment)
		if !ok {
			continue
		}
		parts := strings.Split(text, ",")
		if n := len(parts); n >= 2 {
			if lat, lon, ok := numberPair(parts[n-2], parts[n-1]); ok {
				l.Name = strings.Join(parts[:n-2], ",")
				return l.pin(lat, lon), ""
			}
		}
	}
	for _, key := range []string{"p", "q", "eName"} {
		if lat, lon, ok := only(a.first(key)); ok {
			return l.pin(lat, lon), ""
		}
	}
	if a.first("urlX", "urlY") != "" {
		return l, ReasonScheme
	}
	return l, ReasonNoPoint
}

// wikimapia reads wikimapia.org/#lang=en&lat=…&lon=…&z=17.
func wikimapia(a address) (Link, Reason) {
	l := Link{Service: "wikimapia"}
	values := map[string]string{}
	for part := range strings.SplitSeq(a.fragment, "&") {
		name, value, _ := strings.Cut(part, "=")
		values[name] = value
	}
	if lat, lon, ok := numberPair(values["lat"], values["lon"]); ok {
		return l.middle(lat, lon, values["z"]), ""
	}
	return l, ReasonNoPoint
}

// here reads share.here.com/l/lat,lon,Name and wego.here.com/?map=lat,lon,zoom.
func here(a address) (Link, Reason) {
	l := Link{Service: "here"}
	if text, ok := a.after("l"); ok {
		if lat, lon, ok := pair(text); ok {
			if parts := strings.SplitN(text, ",", 3); len(parts) == 3 {
				l.Name = parts[2]
			}
			return l.pin(lat, lon), ""
		}
	}
	if parts := strings.Split(a.first("map"), ","); len(parts) >= 2 {
		if lat, lon, ok := numberPair(parts[0], parts[1]); ok {
			return l.middle(lat, lon, append(parts, "")[2]), ""
		}
	}
	return l, ReasonNoPoint
}
