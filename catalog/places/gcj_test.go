package places

import (
	"testing"
)

// TestGCJ compares with published pairs of points.
func TestGCJ(t *testing.T) {
	for _, c := range []struct {
		name                     string
		lat, lon, gcjLat, gcjLon float64
	}{
		{"Shanghai", 31.1774276, 121.5272106, 31.17530398, 121.53154186},
		{"Shenzhen", 22.543847, 113.912316, 22.54079613, 113.91717648},
		{"Beijing", 39.911954, 116.377817, 39.91334546, 116.38404722},
	} {
		lat, lon := ToGCJ(c.lat, c.lon)
		if d := metresBetween(lat, lon, c.gcjLat, c.gcjLon); d > 0.5 {
			t.Errorf("%s: %v, %v, %.1f m off", c.name, lat, lon, d)
		}
	}
}

func TestGCJRoundTrip(t *testing.T) {
	n := 0
	for lat := 18.0; lat < 54; lat += 0.73 {
		for lon := 73.0; lon < 136; lon += 0.91 {
			if !InShiftedArea(lat, lon) || NearShiftEdge(lat, lon) {
				continue
			}
			n++
			gcjLat, gcjLon := ToGCJ(lat, lon)
			if d := metresBetween(lat, lon, gcjLat, gcjLon); d < 20 || d > 1000 {
				t.Errorf("%v, %v is shifted by %.0f m", lat, lon, d)
			}
			if backLat, backLon := FromGCJ(gcjLat, gcjLon); metresBetween(lat, lon, backLat, backLon) > 0.01 {
				t.Errorf("%v, %v comes back as %v, %v", lat, lon, backLat, backLon)
			}
			bdLat, bdLon := ToBD(gcjLat, gcjLon)
			if d := metresBetween(bdLat, bdLon, gcjLat, gcjLon); d < 500 || d > 1300 {
				t.Errorf("%v, %v: BD-09 is %.0f m from GCJ-02", lat, lon, d)
			}
			if backLat, backLon := FromBD(bdLat, bdLon); metresBetween(gcjLat, gcjLon, backLat, backLon) > 0.1 {
				t.Errorf("%v, %v comes back from BD-09 as %v, %v", gcjLat, gcjLon, backLat, backLon)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d points of a grid are in the shifted area", n)
	}
}

func TestShiftedArea(t *testing.T) {
	for _, c := range []struct {
		name     string
		lat, lon float64
		in, edge bool
	}{
		{"Beijing", 39.9, 116.4, true, false},
		{"Yanji", 42.9075, 129.5078, true, false},
		{"Haikou", 19.9, 110.35, true, true},
		{"Quanhe bridge", 42.5645, 130.532, true, true},
		{"Namyang", 42.951, 129.859, true, true},
		{"Rajin", 42.2556, 130.2831, false, false},
		{"Chongjin", 41.7956, 129.7758, false, false},
		{"Pyongyang", 39.0339, 125.7543, false, false},
		{"Seoul", 37.566, 126.9784, false, false},
		{"Vladivostok", 43.1056, 131.8735, false, false},
		{"Taipei", 25.04, 121.56, false, false},
		{"Madrid", 40.4, -3.7, false, false},
	} {
		if got := InShiftedArea(c.lat, c.lon); got != c.in {
			t.Errorf("%s in the shifted area: %v", c.name, got)
		}
		if got := NearShiftEdge(c.lat, c.lon); got != c.edge {
			t.Errorf("%s near its edge: %v", c.name, got)
		}
	}
	if lat, lon := ToGCJ(39.0339, 125.7543); lat != 39.0339 || lon != 125.7543 {
		t.Errorf("Pyongyang is shifted to %v, %v", lat, lon)
	}
	if n := len(shiftedArea().rings[0]); n < 250 || len(shiftedArea().rings) != 2 {
		t.Errorf("%d points", n)
	}
	for _, r := range shiftedArea().rings {
		for _, p := range r {
			if p.Lon() < 73 || p.Lon() > 136 || p.Lat() < 18 || p.Lat() > 54 {
				t.Errorf("%v is not in China", p)
			}
		}
	}
}

func TestDiffersByGCJ(t *testing.T) {
	lat, lon := 42.5645, 130.532
	gcjLat, gcjLon := ToGCJ(lat, lon)
	twiceLat, twiceLon := ToGCJ(gcjLat, gcjLon)
	for _, c := range []struct {
		name     string
		lat, lon float64
		want     bool
	}{
		{"itself", lat, lon, false},
		{"shifted", gcjLat, gcjLon, true},
		{"shifted, 30 m off", gcjLat + 0.00027, gcjLon, true},
		{"shifted, 100 m off", gcjLat + 0.0009, gcjLon, false},
		{"turned back", 2*lat - gcjLat, 2*lon - gcjLon, true},
		{"shifted twice", twiceLat, twiceLon, false},
		{"as far the other way", lat - (gcjLat - lat), gcjLon, false},
		{"beyond the globe", 91, lon, false},
	} {
		if got := DiffersByGCJ(lat, lon, c.lat, c.lon); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := DiffersByGCJ(c.lat, c.lon, lat, lon); got != c.want {
			t.Errorf("%s, exchanged: %v", c.name, got)
		}
	}
	north, east := shift(39.0339, 125.7543)
	if DiffersByGCJ(39.0339, 125.7543, 39.0339+north, 125.7543+east) {
		t.Error("Pyongyang has no shifted maps")
	}
}
