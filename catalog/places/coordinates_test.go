package places

import (
	"errors"
	"math"
	"strings"
	"testing"

	"waybill/catalog"
)

// coordinateTexts are notations of the bridge of Quanhe, within 150 m.
var coordinateTexts = []string{
	"42.5645, 130.532", "42.5645 130.532", "42.5645,130.532", "42.5645; 130.532", "42.5645/130.532", "(42.5645, 130.532)", "[42.5645, 130.532]",
	"42,5645; 130,532", "42,5645 130,532", "42,5645, 130,532", "42,5645,130,532", "42,5645 N 130,532 E",
	"130.532, 42.5645", "130.532E 42.5645N", "42.5645N 130.532E", "42.5645N130.532E", "42.5645°N, 130.532°E", "42.5645° 130.532°",
	"N42°33'52\" E130°31'55\"", "42°33′52.2″N 130°31′55.2″E", "42° 33' 52.2\" N, 130° 31' 55.2\" E", "42°33'52''N 130°31'55''E",
	"42°33'52\", 130°31'55\"", "42°33′52″ 130°31′55″", "E130°31'55\" N42°33'52\"",
	"42 33 52 N, 130 31 55 E", "42 33 52 130 31 55", "42,33,52 N, 130,31,55 E", "42-33-52N 130-31-55E", "42:33:52.2N 130:31:55.2E",
	"42° 33.87' N 130° 31.92' E", "N 42° 33.870 E 130° 31.920", "N42 33.87 E130 31.92", "42 33.87, 130 31.92", "423352N 1303155E", "N4233.87 E13031.92",
	"lat 42.5645 lon 130.532", "Latitude: 42.5645, Longitude: 130.532", "lon=130.532&lat=42.5645", "lat: 42.5645 N, lon: 130.532 E", "lat: 42.5645°, lng: 130.532°",
	"42.5645 north, 130.532 east", "North 42.5645 East 130.532",
	"북위 42도 33분 52초 동경 130도 31분 55초", "북위 42.5645도, 동경 130.532도", "위도 42.5645 경도 130.532", "동경 130°31′55″, 북위 42°33′52″",
	"北纬42°33′52″，东经130°31′55″", "北緯42.5645度東經130.532度", "东经130.532°，北纬42.5645°", "北纬42度33分52秒，东经130度31分55秒", "纬度：42.5645，经度：130.532",
	"42.5645 с.ш., 130.532 в.д.", "с.ш. 42.5645 в.д. 130.532", "42°33′52″ с. ш. 130°31′55″ в. д.", "широта 42.5645 долгота 130.532",
	"+42.5645+130.532/", "+42.5645, +130.532", "geo:42.5645,130.532;u=35", "GEO:42.5645,130.532,12;crs=wgs84", "geo:0,0?q=42.5645,130.532(Quanhe)",
	"４２．５６４５，１３０．５３２", "Ｎ４２°３３′５２″　Ｅ１３０°３１′５５″", "\u200e42.5645,\u00a0130.532\u200e", "42.5645\n130.532", "42º33'52\"N 130º31'55\"E",
	"52T 625750 4713593", "52T 0625750 4713593", "UTM 52T 625750mE 4713593mN", "52n 625750 4713593", "52TFN2575013593", "52T FN 25750 13593", "52TFN257135", "MGRS 52T FN 2575 1359",
}

func TestCoordinates(t *testing.T) {
	for _, text := range coordinateTexts {
		f, err := parseFix(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if d := metresBetween(f.lat, f.lon, 42.5645, 130.532); d > 150 {
			t.Errorf("%q: %.6f, %.6f, %.0f m off", text, f.lat, f.lon, d)
		}
	}
}

func TestCoordinatesElsewhere(t *testing.T) {
	for text, want := range map[string][2]float64{
		"-33.9, 18.4": {-33.9, 18.4}, "33.9S 18.4E": {-33.9, 18.4}, "S33.9 W70.6": {-33.9, -70.6}, "-33.9 -70.6": {-33.9, -70.6}, "−33.9, −70.6": {-33.9, -70.6},
		"-33°54'0\", 18°24'0\"": {-33.9, 18.4}, "-33°54', -18°24'": {-33.9, -18.4}, "-33 54 18 24": {-33.9, 18.4}, "서경 70.6 남위 33.9": {-33.9, -70.6},
		"0, 100": {0, 100}, "90 0": {90, 0}, "-90, 180": {-90, 180}, "5, 4": {5, 4}, "42°N 130°E": {42, 130}, "- 42.5, 130": {-42.5, 130},
		"31U DQ 48251 11932": {48.8582, 2.2945}, "31U 448251 5411932": {48.8582, 2.2945}, // the Eiffel Tower
		"38S 444140.54 3684706.36": {33.3, 44.4}, "38S MB 44140 84706": {33.3, 44.4}, // the example of GeographicLib's GeoConvert
		"38H 444140.54 6315293.64": {-33.3, 44.4}, "38H MJ 44140 15293": {-33.3, 44.4}, // and its image south of the equator
		"38S 444140.54 6315293.64": {-33.3, 44.4}, // S for south, which the band S does not fit
	} {
		f, err := parseFix(text)
		if err != nil || metresBetween(f.lat, f.lon, want[0], want[1]) > 150 {
			t.Errorf("%q: %+v, %v", text, f, err)
		}
	}
}

func TestCoordinatesRefuses(t *testing.T) {
	for _, c := range []struct {
		text   string
		reason Reason
		at     int
	}{
		{"", ReasonEmpty, 0},
		{" \n", ReasonEmpty, 0},
		{"hello", ReasonNotNumbers, 0},
		{"42.5, abc", ReasonNotNumbers, 6},
		{"북위 42.5도 쯤", ReasonNotNumbers, 9},
		{"42..5, 130", ReasonNotNumbers, 3},
		{"NaN, NaN", ReasonNotNumbers, 1},
		{"0x2A, 0x82", ReasonNotNumbers, 1},
		{"\xff42, 130", ReasonNotNumbers, 0},
		{"42.5", ReasonIncomplete, 0},
		{"N 42.5", ReasonIncomplete, 2},
		{"42° 33.87'", ReasonIncomplete, 9},
		{"42.5 N", ReasonIncomplete, 5},
		{"geo:42.5", ReasonIncomplete, 0},
		{"geo:a,b", ReasonNotNumbers, 0},
		{"geo:1,2;crs=moon-2011", ReasonScheme, 0},
		{"42.5, 130.5, 7", ReasonTooMany, 13},
		{"1 2 3 4 5 6 7", ReasonTooMany, 12},
		{"42 33 52 1 N 130 E", ReasonTooMany, 9},
		{"95, 190", ReasonLatitude, 0},
		{"100 N 130 E", ReasonLatitude, 0},
		{"42 N, 181 E", ReasonLongitude, 6},
		{"42.5, 200", ReasonLongitude, 6},
		{"42 61 N 130 E", ReasonSixty, 3},
		{"42°33'60\" 130°31'55\"", ReasonSixty, 6},
		{"42.5°33' N 130° E", ReasonFraction, 0},
		{"42'33° N 130 E", ReasonOrder, 0},
		{"42N 43N", ReasonSameAxis, 4},
		{"lat 42 lat 43", ReasonSameAxis, 11},
		{"42 N E 130", ReasonIncomplete, 5},
		{"-42 N, 130 E", ReasonSign, 0},
		{"42 -33 N 130 E", ReasonSign, 3},
		{"0,0", ReasonZero, 0},
		{"0°N 0°E", ReasonZero, 0},
		{"geo:0,0", ReasonZero, 0},
		{"61T 625700 4713500", ReasonGrid, 0},
		{"52I 625700 4713500", ReasonGrid, 0},
		{"52C 625700 4713500", ReasonGrid, 0},
		{"52T ZZ 25700 13500", ReasonGrid, 0},
		{"52T FN 257 1350", ReasonGrid, 0},
		{"52T FN 257", ReasonGrid, 0},
		{"52T 999999 4713500", ReasonGrid, 0},
		{strings.Repeat("4", 500), ReasonTooLong, 0},
		{strings.Repeat("4", 50) + ", 5", ReasonNotNumbers, 0},
	} {
		_, err := parseFix(c.text)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Reason != c.reason || e.At != c.at {
			t.Errorf("%.40q: %v, want %s at %d", c.text, err, c.reason, c.at)
		}
		if catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%.40q: code %s", c.text, catalog.CodeOf(err))
		}
	}
}

func TestAccuracyOfDigits(t *testing.T) {
	for text, want := range map[string]float64{
		"42.5645, 130.5320": 7, "42.5645, 130.5": 7, "42.56, 130.53": 690, "42.5, 130.5": 6900, "42°33'52\"N 130°31'55\"E": 19, "42°33'N 130°31'E": 1150,
		"geo:42.5645,130.532;u=35": 35, "52T FN 257 135": 71, "52T FN 25700 13500": 0.7,
	} {
		f, err := parseFix(text)
		if err != nil || math.Abs(f.accuracy-want) > want/10 {
			t.Errorf("%q: within %.1f m, want %v (%v)", text, f.accuracy, want, err)
		}
	}
}
