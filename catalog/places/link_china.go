package places

import (
	"math"
	"strings"

	"waybill/catalog"
)

// amap reads links of Amap (Gaode): uri.amap.com/marker?position=lon,lat&name=…
// with the longitude first, www.amap.com/?q=lat,lon,name and ?p=id,lat,lon,name,…
// with the latitude first.
func amap(a address) (Link, Reason) {
	l := Link{Service: "amap", Datum: catalog.DatumGCJ02, Name: a.first("name", "title")}
	if a.first("coordinate") == "wgs84" {
		l.Datum = catalog.DatumWGS84
	}
	for _, key := range []string{"position", "to", "lnglat", "center"} {
		if lon, lat, ok := pair(a.first(key)); ok {
			if parts := strings.SplitN(a.first(key), ",", 4); key == "to" && len(parts) > 2 {
				l.Name = parts[2]
			}
			if key == "center" {
				return l.middle(lat, lon, a.first("zoom")), ""
			}
			return l.pin(lat, lon), ""
		}
	}
	for skip, key := range []string{"q", "p"} { // p begins with an id
		parts := strings.Split(a.first(key), ",")
		if len(parts) < skip+2 {
			continue
		}
		if lat, lon, ok := numberPair(parts[skip], parts[skip+1]); ok {
			if len(parts) > skip+2 {
				l.Name = parts[skip+2]
			}
			return l.pin(lat, lon), ""
		}
	}
	if lat, lon, ok := numberPair(a.first("lat", "latitude"), a.first("lng", "lon", "longitude")); ok {
		return l.pin(lat, lon), ""
	}
	return l, ReasonNoPoint
}

// tencent reads links of Tencent's maps: apis.map.qq.com/uri/v1/marker?marker=
// coord:lat,lon;title:…;addr:… and map.qq.com/?type=marker&pointx=lon&pointy=lat.
func tencent(a address) (Link, Reason) {
	l := Link{Service: "tencent", Datum: catalog.DatumGCJ02, Name: a.first("name", "title", "to")}
	if a.first("coord_type") == "1" { // GPS
		l.Datum = catalog.DatumWGS84
	}
	if marker := a.first("marker"); marker != "" {
		first, _, _ := strings.Cut(marker, "|")
		values := map[string]string{}
		for part := range strings.SplitSeq(first, ";") {
			name, value, _ := strings.Cut(part, ":")
			values[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
		if lat, lon, ok := pair(values["coord"]); ok {
			l.Name = values["title"]
			return l.pin(lat, lon), ""
		}
	}
	for _, key := range []string{"coord", "tocoord", "center"} {
		if lat, lon, ok := pair(a.first(key)); ok {
			if key == "center" {
				return l.middle(lat, lon, a.first("zoom")), ""
			}
			return l.pin(lat, lon), ""
		}
	}
	if lon, lat, ok := numberPair(a.first("pointx"), a.first("pointy")); ok {
		return l.pin(lat, lon), ""
	}
	return l, ReasonNoPoint
}

// baidu reads links of Baidu's maps: api.map.baidu.com/marker?location=lat,lon
// &coord_type=…&title=…, and pages map.baidu.com/poi/Name/@x,y,17z in metres.
func baidu(a address) (Link, Reason) {
	l := Link{Service: "baidu", Datum: catalog.DatumBD09, Name: a.first("title", "name")}
	switch a.first("coord_type") {
	case "gcj02":
		l.Datum = catalog.DatumGCJ02
	case "wgs84":
		l.Datum = catalog.DatumWGS84
	case "", "bd09", "bd09ll":
	default: // metres, which the page gives as @x,y
		return l, ReasonScheme
	}
	for _, key := range []string{"location", "latlng", "destination", "center"} {
		text := a.first(key)
		if at := strings.Index(text, "latlng:"); at >= 0 { // latlng:lat,lon|name:…
			text, _, _ = strings.Cut(text[at+len("latlng:"):], "|")
		}
		if lat, lon, ok := only(text); ok {
			if key == "center" {
				return l.middle(lat, lon, a.first("zoom")), ""
			}
			return l.pin(lat, lon), ""
		}
	}
	for i, segment := range a.segments {
		text, ok := strings.CutPrefix(segment, "@")
		parts := strings.Split(text, ",")
		if !ok || len(parts) < 2 {
			continue
		}
		x, y, ok := numberPair(parts[0], parts[1])
		lat, lon, inside := fromBaiduMetres(x, y)
		if !ok || !inside {
			return l, ReasonScheme
		}
		if i > 1 && a.segments[i-2] == "poi" {
			l.Name = strings.ReplaceAll(a.segments[i-1], "+", " ")
		}
		return l.middle(lat, lon, append(parts, "")[2]), ""
	}
	return l, ReasonNoPoint
}

// baiduBand is how metres north become degrees of latitude in one band of Baidu's
// projection.
type baiduBand struct {
	from   float64    // metres north where the band begins
	scale  float64    // metres
	series [7]float64 // of y/scale, in degrees
}

// fromBaiduMetres gives the BD-09 coordinates, in degrees, of a point of BD-09MC, in
// metres. The projection is Mercator's, which Baidu undoes by a polynomial for each
// band of 15 degrees. Of the six bands those of mainland China are known here,
// 15 to 60 degrees north; inside is false elsewhere.
func fromBaiduMetres(x, y float64) (lat, lon float64, inside bool) {
	bands := []baiduBand{
		{5591021, 6856817.37, [7]float64{0.30071316287616, 59.74293618442277, 7.357984074871, -25.38371002664745, 13.45380521110908, -3.29883767235584, 0.32710905363475}},
		{3481989.83, 4482777.06, [7]float64{0.03278182852591, 40.31678527705744, 0.65659298677277, -4.44255534477492, 0.85341911805263, 0.12923347998204, -0.04625736007561}},
		{1678043.12, 2555164.4, [7]float64{0.00006995724062, 23.10934304144901, -0.00023663490511, -0.6321817810242, -0.00663494467273, 0.03430082397953, -0.00466043876332}},
	}
	const degreesPerMetre = 0.00000898305509983578
	if !(y < 8362377.87) || !(math.Abs(x) < 2.0038e7) {
		return 0, 0, false
	}
	for _, b := range bands {
		if y < b.from {
			continue
		}
		t := y / b.scale
		for i := len(b.series) - 1; i >= 0; i-- {
			lat = lat*t + b.series[i]
		}
		return lat, x * degreesPerMetre, true
	}
	return 0, 0, false
}
