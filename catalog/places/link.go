package places

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"waybill/catalog"
)

// Link is the point that a map link names.
type Link struct {
	Lat, Lon float64 // degrees, WGS 84: converted when Datum says so
	Datum    string  // of the link: catalog.DatumWGS84, DatumGCJ02 or DatumBD09
	Service  string  // such as "google", "amap"
	Name     string  // what the link calls the point, "" when it does not
	// Pin is whether the link marks the point. Else the point is the middle of
	// what the map showed.
	Pin bool
	// Accuracy is the radius in metres: what a geo URI says is its uncertainty, or, for the
	// middle of a map, half the width of a tile at its zoom; 0 when nothing tells.
	Accuracy float64
	// Doubt is whether the point may be hundreds of metres off: services from
	// abroad mix shifted streets and unshifted satellite pictures in mainland China, and at
	// its edge it is not known which points of Chinese services are shifted.
	Doubt bool
}

// maxLink is how long a text with a link may be, in bytes.
const maxLink = 8192

// ParseLink reads the point out of a link to a map, without opening it. The link
// may stand in a text, as phones share it. When it names several points the one that
// is marked counts, not the middle of the map. Services:
//
//	WGS 84    Google (not google.cn), OpenStreetMap, Apple, Bing, Yandex, 2GIS,
//	          Naver, Kakao, HERE, Wikimapia, geo: URIs
//	GCJ-02    Amap (Gaode), Tencent, google.cn
//	BD-09     Baidu, whose map pages give it as metres
//
// Links of the latter two are converted where their maps are shifted (see
// InShiftedArea), unless they say themselves that they are WGS 84. Google, Apple and Bing are
// read as WGS 84 everywhere, with Doubt in the shifted area. Errors are an *Error.
func ParseLink(text string) (Link, error) {
	if len(text) > maxLink || !utf8.ValidString(text) {
		return Link{}, wrong(ReasonTooLong, strings.ToValidUTF8(text, "�"), 0)
	}
	if strings.TrimSpace(text) == "" {
		return Link{}, wrong(ReasonEmpty, text, 0)
	}
	link, at := findLink(text)
	if link == "" {
		return Link{}, wrong(ReasonNotLink, text, 0)
	}
	if rest, ok := cutScheme(link, "geo:"); ok {
		return readGeo(text, rest)
	}
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return Link{}, wrong(ReasonNotLink, text, at)
	}
	l, reason := readLink(newAddress(u))
	if reason != "" {
		return Link{}, wrong(reason, text, at)
	}
	if err := l.convert(text); err != nil {
		return Link{}, err
	}
	return l, nil
}

// convert brings the point to WGS 84.
func (l *Link) convert(text string) error {
	if err := check(text, l.Lat, l.Lon); err != nil {
		return err
	}
	switch {
	case !InShiftedArea(l.Lat, l.Lon):
		if l.Datum == catalog.DatumBD09 {
			return wrong(ReasonScheme, text, 0) // Baidu's points abroad are not documented
		}
		l.Datum = catalog.DatumWGS84
	case l.Datum == catalog.DatumBD09:
		l.Lat, l.Lon = FromGCJ(FromBD(l.Lat, l.Lon))
		l.Doubt = NearShiftEdge(l.Lat, l.Lon)
	case l.Datum == catalog.DatumGCJ02:
		l.Lat, l.Lon = FromGCJ(l.Lat, l.Lon)
		l.Doubt = NearShiftEdge(l.Lat, l.Lon)
	case l.Service == "google" || l.Service == "apple" || l.Service == "bing":
		l.Doubt = true
	}
	l.Name = cleanName(l.Name)
	return check(text, l.Lat, l.Lon)
}

// hosts of the services, and how a link of theirs is read. A host counts with all
// that is below it. Short links come first.
var hosts = []struct {
	host string
	read func(address) (Link, Reason)
}{
	{"goo.gl", short},
	{"g.co", short},
	{"surl.amap.com", short},
	{"j.map.baidu.com", short},
	{"naver.me", short},
	{"kko.to", short},
	{"kko.kakao.com", short},
	{"go.2gis.com", short},
	{"binged.it", short},
	{"t.cn", short},
	{"url.cn", short},
	{"bit.ly", short},
	{"tinyurl.com", short},
	{"dwz.cn", short},
	{"her.is", short},
	{"maps.apple", short},
	{"what3words.com", threeWords},
	{"w3w.co", threeWords},
	{"google.cn", google},
	{"openstreetmap.org", openStreetMap},
	{"osm.org", openStreetMap},
	{"maps.apple.com", apple},
	{"bing.com", bing},
	{"amap.com", amap},
	{"gaode.com", amap},
	{"map.baidu.com", baidu},
	{"map.qq.com", tencent},
	{"apis.map.qq.com", tencent},
	{"map.naver.com", naver},
	{"map.kakao.com", kakao},
	{"wikimapia.org", wikimapia},
	{"wego.here.com", here},
	{"share.here.com", here},
}

func short(address) (Link, Reason)      { return Link{}, ReasonShortLink }
func threeWords(address) (Link, Reason) { return Link{}, ReasonWords }

// readLink hands a link to the reader of its service.
func readLink(a address) (Link, Reason) {
	for _, h := range hosts {
		if a.host == h.host || strings.HasSuffix(a.host, "."+h.host) {
			return h.read(a)
		}
	}
	labels := strings.Split(a.host, ".")
	for i, label := range labels[:len(labels)-1] { // google.com, yandex.ru, 2gis.kz
		if len(labels)-i > 3 {
			continue
		}
		switch label {
		case "google":
			return google(a)
		case "yandex":
			return yandex(a)
		case "2gis":
			return twoGIS(a)
		}
	}
	return Link{}, ReasonService
}

// address is a link taken apart.
type address struct {
	host     string
	path     string   // with percent signs resolved
	segments []string // of the path, each resolved
	query    url.Values
	fragment string
}

func newAddress(u *url.URL) address {
	a := address{host: strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), path: u.Path, fragment: u.Fragment}
	a.query, _ = url.ParseQuery(strings.ReplaceAll(u.RawQuery, ";", "%3B"))
	for s := range strings.SplitSeq(strings.Trim(u.EscapedPath(), "/"), "/") {
		plus, err := url.PathUnescape(s)
		if err != nil {
			plus = s
		}
		a.segments = append(a.segments, plus)
	}
	return a
}

// first gives the first value of the parameters that is not empty.
func (a address) first(names ...string) string {
	for _, n := range names {
		if v := strings.TrimSpace(a.query.Get(n)); v != "" {
			return v
		}
	}
	return ""
}

// after gives the segment of the path after one of that name.
func (a address) after(name string) (string, bool) {
	for i, s := range a.segments[:len(a.segments)-1] {
		if s == name {
			return a.segments[i+1], true
		}
	}
	return "", false
}

// pin gives the link with the point that it marks.
func (l Link) pin(lat, lon float64) Link {
	l.Lat, l.Lon, l.Pin = lat, lon, true
	return l
}

// middle gives the link with the middle of the map that it showed.
func (l Link) middle(lat, lon float64, zoom string) Link {
	l.Lat, l.Lon, l.Accuracy = lat, lon, view(lat, zoom)
	return l
}
