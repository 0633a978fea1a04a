package places

import (
	"errors"
	"math"
	"strings"
	"testing"

	"waybill/catalog"
)

type linkCase struct {
	text     string
	service  string
	lat, lon float64 // as the link gives them
	datum    string
	name     string
	pin      bool
}

// linkCases are links as the services make them, most of them to Quanhe.
var linkCases = []linkCase{
	{"https://www.google.com/maps/@42.5645,130.532,17z", "google", 42.5645, 130.532, "", "", false},
	{"https://www.google.com/maps/@42.5645,130.532,1200m/data=!3m1!1e3", "google", 42.5645, 130.532, "", "", false},
	{"https://www.google.com/maps/@42.5645,130.532,3a,75y,90h,90t/data=!3m6!1e1", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/place/Quanhe+Port/@42.5700,130.5400,15z/data=!3m1!4b1!4m6!3m5!1s0x5fb0:0x1!8m2!3d42.5645!4d130.532!16s%2Fg", "google", 42.5645, 130.532, "", "Quanhe Port", true},
	{"https://www.google.com/maps/place/%EC%9B%90%EC%A0%95%EB%A6%AC/@42.57,130.54,15z/data=!4m2!3m1!8m2!3d42.5645!4d130.532", "google", 42.5645, 130.532, "", "원정리", true},
	{"https://www.google.com/maps/place/42%C2%B033'52.2%22N+130%C2%B031'55.2%22E/@42.5645,130.532,17z/data=!3m1!4b1!4m4!3m3!8m2!3d42.5645!4d130.532", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/place/42%C2%B033'52.2%22N+130%C2%B031'55.2%22E/", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/search/?api=1&query=42.5645%2C130.532", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/search/42.5645,+130.532?entry=tts", "google", 42.5645, 130.532, "", "", true},
	{"https://maps.google.com/?q=42.5645,130.532", "google", 42.5645, 130.532, "", "", true},
	{"http://maps.google.co.kr/maps?q=loc:42.5645,130.532(Quanhe)&z=17", "google", 42.5645, 130.532, "", "Quanhe", true},
	{"https://maps.google.com/maps?ll=42.5645,130.532&z=12", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/dir/?api=1&destination=42.5645,130.532", "google", 42.5645, 130.532, "", "", true},
	{"https://www.google.com/maps/@?api=1&map_action=map&center=42.5645%2C130.532&zoom=12", "google", 42.5645, 130.532, "", "", false},
	{"www.google.com/maps/@42.5645,130.532,17z", "google", 42.5645, 130.532, "", "", false},
	{"https://www.google.cn/maps/@42.5665,130.538,17z", "google", 42.5665, 130.538, catalog.DatumGCJ02, "", false},
	{"https://ditu.google.cn/maps?q=42.5665,130.538", "google", 42.5665, 130.538, catalog.DatumGCJ02, "", true},
	{"https://www.openstreetmap.org/#map=17/42.5645/130.5320", "openstreetmap", 42.5645, 130.532, "", "", false},
	{"https://www.openstreetmap.org/?mlat=42.5645&mlon=130.532#map=15/42.6/130.6&layers=N", "openstreetmap", 42.5645, 130.532, "", "", true},
	{"https://osm.org/#map=17/42.5645/130.5320", "openstreetmap", 42.5645, 130.532, "", "", false},
	{"geo:42.5645,130.532?z=17", "geo", 42.5645, 130.532, "", "", true},
	{"geo:0,0?q=42.5645,130.532(Quanhe+Port)", "geo", 42.5645, 130.532, "", "Quanhe Port", true},
	{"https://maps.apple.com/?ll=42.5645,130.532&q=Quanhe&t=m", "apple", 42.5645, 130.532, "", "Quanhe", true},
	{"https://maps.apple.com/?q=42.5645,130.532", "apple", 42.5645, 130.532, "", "", true},
	{"https://maps.apple.com/place?coordinate=42.5645,130.532&name=Quanhe%20Port", "apple", 42.5645, 130.532, "", "Quanhe Port", true},
	{"https://www.bing.com/maps?cp=42.5645~130.532&lvl=17&style=h", "bing", 42.5645, 130.532, "", "", false},
	{"https://bing.com/maps/default.aspx?sp=point.42.5645_130.532_Quanhe_note&cp=42.6~130.6", "bing", 42.5645, 130.532, "", "Quanhe", true},
	{"https://yandex.ru/maps/?ll=130.532%2C42.5645&z=17&l=sat", "yandex", 42.5645, 130.532, "", "", false},
	{"https://yandex.com/maps/?pt=130.532,42.5645,pm2rdm&ll=130.6,42.6&z=12", "yandex", 42.5645, 130.532, "", "", true},
	{"https://yandex.ru/maps/75/vladivostok/?ll=131.8735%2C43.1056&mode=whatshere&whatshere%5Bpoint%5D=131.8740%2C43.1060&z=16", "yandex", 43.106, 131.874, "", "", true},
	{"https://2gis.ru/vladivostok?m=131.8735%2C43.1056%2F16.5", "2gis", 43.1056, 131.8735, "", "", false},
	{"https://2gis.ru/vladivostok/geo/3519489000001/131.8735,43.1056?m=131.9,43.2/12", "2gis", 43.1056, 131.8735, "", "", true},
	{"https://map.naver.com/?lng=126.9784&lat=37.566&title=%EC%84%9C%EC%9A%B8", "naver", 37.566, 126.9784, "", "서울", true},
	{"https://map.naver.com/v5/?c=14135170.84,4518386.97,15,0,0,0,dh", "naver", 37.566646, 126.9784, "", "", false},
	{"https://map.kakao.com/link/map/%EC%84%9C%EC%9A%B8,37.566,126.9784", "kakao", 37.566, 126.9784, "", "서울", true},
	{"https://map.kakao.com/link/map/37.566,126.9784", "kakao", 37.566, 126.9784, "", "", true},
	{"http://wikimapia.org/#lang=en&lat=42.564500&lon=130.532000&z=15&m=w", "wikimapia", 42.5645, 130.532, "", "", false},
	{"https://share.here.com/l/42.5645,130.532,Quanhe?z=17", "here", 42.5645, 130.532, "", "Quanhe", true},
	{"https://wego.here.com/?map=42.5645,130.532,15,normal", "here", 42.5645, 130.532, "", "", false},
	{"https://uri.amap.com/marker?position=130.538,42.5665&name=%E5%9C%88%E6%B2%B3%E5%8F%A3%E5%B2%B8&src=mypage&coordinate=gaode", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "圈河口岸", true},
	{"https://uri.amap.com/marker?position=130.532,42.5645&coordinate=wgs84", "amap", 42.5645, 130.532, "", "", true},
	{"https://uri.amap.com/navigation?to=130.538,42.5665,圈河口岸&mode=car", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "圈河口岸", true},
	{"https://ditu.amap.com/?q=42.5665,130.538,圈河口岸", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "圈河口岸", true},
	{"https://www.amap.com/?p=B01AA0T0G3,42.5665,130.538,圈河口岸,吉林省珲春市", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "圈河口岸", true},
	{"https://www.amap.com/regeo?lng=130.538&lat=42.5665", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "", true},
	{"https://apis.map.qq.com/uri/v1/marker?marker=coord:42.5665,130.538;title:圈河口岸;addr:珲春&referer=myapp", "tencent", 42.5665, 130.538, catalog.DatumGCJ02, "圈河口岸", true},
	{"https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=圈河&tocoord=42.5665,130.538", "tencent", 42.5665, 130.538, catalog.DatumGCJ02, "圈河", true},
	{"https://map.qq.com/?type=marker&isopeninfowin=1&markertype=1&pointx=130.538&pointy=42.5665&name=圈河", "tencent", 42.5665, 130.538, catalog.DatumGCJ02, "圈河", true},
	{"http://api.map.baidu.com/marker?location=42.5725,130.5445&title=圈河口岸&content=珲春&output=html", "baidu", 42.5725, 130.5445, catalog.DatumBD09, "圈河口岸", true},
	{"http://api.map.baidu.com/marker?location=42.5665,130.538&coord_type=gcj02&title=Quanhe", "baidu", 42.5665, 130.538, catalog.DatumGCJ02, "Quanhe", true},
	{"http://api.map.baidu.com/marker?location=42.5645,130.532&coord_type=wgs84", "baidu", 42.5645, 130.532, "", "", true},
	{"https://map.baidu.com/?latlng=42.5725,130.5445&title=Quanhe&autoOpen=true", "baidu", 42.5725, 130.5445, catalog.DatumBD09, "Quanhe", true},
	{"https://map.baidu.com/poi/%E5%A4%A9%E5%AE%89%E9%97%A8/@12958160.97,4825923.77,17z?querytype=s", "baidu", 39.915, 116.403874, catalog.DatumBD09, "天安门", false},
	{"【圈河口岸】吉林省延边州 https://uri.amap.com/marker?position=130.538,42.5665 (高德地图)", "amap", 42.5665, 130.538, catalog.DatumGCJ02, "", true},
	{"See (https://maps.google.com/?q=42.5645,130.532).", "google", 42.5645, 130.532, "", "", true},
	{"HTTPS://WWW.GOOGLE.COM/maps/@42.5645,130.532,17z", "google", 42.5645, 130.532, "", "", false},
	// not where the maps are shifted
	{"https://uri.amap.com/marker?position=125.7543,39.0339&name=平壤", "amap", 39.0339, 125.7543, "", "平壤", true},
	{"https://www.google.com/maps/@-33.8571,151.2095,15z", "google", -33.8571, 151.2095, "", "", false},
}

func TestParseLink(t *testing.T) {
	for _, c := range linkCases {
		l, err := ParseLink(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		lat, lon := c.lat, c.lon
		switch c.datum {
		case catalog.DatumBD09:
			lat, lon = FromGCJ(FromBD(lat, lon))
		case catalog.DatumGCJ02:
			lat, lon = FromGCJ(lat, lon)
		}
		if d := metresBetween(l.Lat, l.Lon, lat, lon); d > 1 || l.Service != c.service || l.Datum != c.datum || l.Name != c.name || l.Pin != c.pin {
			t.Errorf("%s: %+v, %.0f m off", c.text, l, d)
		}
		if c.datum != "" && metresBetween(l.Lat, l.Lon, c.lat, c.lon) < 100 {
			t.Errorf("%s: not converted", c.text)
		}
	}
}

func TestChineseLinksAgree(t *testing.T) {
	// The same point in three datums, from 42.5645, 130.532.
	gcjLat, gcjLon := ToGCJ(42.5645, 130.532)
	p := catalog.Place{Latitude: &gcjLat, Longitude: &gcjLon}
	if metresBetween(*p.Latitude, *p.Longitude, 42.5645, 130.532) < 300 {
		t.Fatal("no shift at Quanhe")
	}
	for _, c := range linkCases {
		if c.datum == catalog.DatumGCJ02 {
			l, err := ParseLink(c.text)
			if err != nil || !l.Doubt {
				t.Errorf("%s: at the edge of the shifted area without doubt: %+v, %v", c.text, l, err)
			}
		}
	}
	if l, err := ParseLink("https://uri.amap.com/marker?position=129.5140,42.9096"); err != nil || l.Doubt || l.Datum != catalog.DatumGCJ02 {
		t.Errorf("Yanji: %+v, %v", l, err)
	}
	for text, doubt := range map[string]bool{
		"https://www.google.com/maps/@42.9075,129.5078,15z": true, "https://www.google.com/maps/@39.0339,125.7543,15z": false,
		"https://maps.apple.com/?ll=42.9075,129.5078": true, "https://www.openstreetmap.org/#map=15/42.9075/129.5078": false,
	} {
		if l, err := ParseLink(text); err != nil || l.Doubt != doubt {
			t.Errorf("%s: %+v, %v", text, l, err)
		}
	}
}

func TestParseLinkRefuses(t *testing.T) {
	for _, c := range []struct {
		text   string
		reason Reason
		at     int
	}{
		{"", ReasonEmpty, 0},
		{"Quanhe", ReasonNotLink, 0},
		{"42.5, 130.5", ReasonNotLink, 0},
		{"https://", ReasonNotLink, 0},
		{"http://[::1", ReasonNotLink, 0},
		{"https://goo.gl/maps/AbCdEf", ReasonShortLink, 0},
		{"보세요 https://maps.app.goo.gl/AbCdEf", ReasonShortLink, 4},
		{"https://surl.amap.com/1a2b3c", ReasonShortLink, 0},
		{"https://j.map.baidu.com/a1/b2", ReasonShortLink, 0},
		{"https://naver.me/xyz", ReasonShortLink, 0},
		{"https://kko.to/xyz", ReasonShortLink, 0},
		{"https://osm.org/go/5YQ4a--?m=", ReasonShortLink, 0},
		{"https://maps.apple/p/abc", ReasonShortLink, 0},
		{"https://what3words.com/filled.count.soap", ReasonWords, 0},
		{"https://w3w.co/filled.count.soap", ReasonWords, 0},
		{"https://example.org/@42.5,130.5,9z", ReasonService, 0},
		{"https://notgoogle.com/maps/@42.5,130.5,9z", ReasonService, 0},
		{"https://www.google.com/maps/place/Hunchun", ReasonNoPoint, 0},
		{"https://www.openstreetmap.org/node/123", ReasonNoPoint, 0},
		{"https://yandex.ru/maps/", ReasonNoPoint, 0},
		{"https://uri.amap.com/marker?name=x", ReasonNoPoint, 0},
		{"https://map.naver.com/p/entry/place/123?c=15.00,0,0,0,dh", ReasonNoPoint, 0},
		{"https://map.kakao.com/?urlX=502873&urlY=1124935&name=x", ReasonScheme, 0},
		{"https://map.baidu.com/@99999999999,4825923,17z", ReasonScheme, 0},
		{"https://api.map.baidu.com/marker?location=39.03,125.75", ReasonScheme, 0},
		{"https://api.map.baidu.com/marker?location=4825923,12958160&coord_type=bd09mc", ReasonScheme, 0},
		{"https://www.google.com/maps/@95,130.5,9z", ReasonLatitude, 0},
		{"https://maps.google.com/?q=42.5,230.5", ReasonLongitude, 0},
		{"https://maps.google.com/?q=0,0", ReasonZero, 0},
		{"https://maps.google.com/?q=NaN,Inf", ReasonNoPoint, 0},
		{"https://maps.google.com/?q=1e2,0x10", ReasonNoPoint, 0},
		{"https://www.google.com/maps/@" + strings.Repeat("9", 9000), ReasonTooLong, 0},
	} {
		l, err := ParseLink(c.text)
		if e, ok := errors.AsType[*Error](err); !ok || e.Reason != c.reason || e.At != c.at {
			t.Errorf("%.60s: %+v, %v; want %s at %d", c.text, l, err, c.reason, c.at)
		}
	}
}

func TestAccuracyOfViews(t *testing.T) {
	for text, want := range map[string]float64{
		"https://www.google.com/maps/@42.5645,130.532,17z": 113, "https://www.openstreetmap.org/#map=10/42.5645/130.5320": 14_400, "https://www.google.com/maps/@42.5,130.5,99z": 0,
		"geo:42.5645,130.532;u=35": 35, "https://maps.google.com/?q=42.5645,130.532": 0,
	} {
		if l, err := ParseLink(text); err != nil || math.Abs(l.Accuracy-want) > want/50 {
			t.Errorf("%s: %+v, %v", text, l, err)
		}
	}
}

// TestBaiduBands checks the polynomials against each other and against their meaning: the bands end at
// whole fifteens of degrees.
func TestBaiduBands(t *testing.T) {
	for y, want := range map[float64]float64{1678043.12: 15, 3481989.82: 30, 3481989.83: 30, 5591020.99: 45, 5591021: 45, 8362377.86: 60} {
		if lat, _, ok := fromBaiduMetres(1e7, y); !ok || math.Abs(lat-want) > 1e-6 {
			t.Errorf("%v: %v, want %v", y, lat, want)
		}
	}
	last := 15.0
	for y := 1_700_000.0; y < 8_362_000; y += 10_000 {
		lat, _, ok := fromBaiduMetres(1e7, y)
		if !ok || lat <= last || lat-last > 0.5 {
			t.Fatalf("%v: %v after %v", y, lat, last)
		}
		last = lat
	}
	for _, y := range []float64{-1, 0, 1_000_000, 9_000_000, math.NaN(), math.Inf(1)} {
		if _, _, ok := fromBaiduMetres(1e7, y); ok {
			t.Errorf("%v is in a band", y)
		}
	}
}
