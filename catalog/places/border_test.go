package places

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"
)

func TestCountryOrZone(t *testing.T) {
	g := load(t)
	day := time.Date(2023, 7, 3, 14, 5, 0, 0, time.UTC)
	for _, c := range []struct {
		name      string
		lat, lon  float64
		country   string
		countries []string
		offsets   []string
	}{
		{"Quanhe bridge", 42.5645, 130.532, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Quanhe customs yard", 42.57, 130.54, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Hunchun, 8.4 km from the line", 42.8675, 130.3581, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Fangchuan, where three meet", 42.426, 130.604, "", []string{"CN", "KP", "RU"}, []string{"+08:00", "+09:00", "+10:00"}},
		{"Khasan bridge", 42.417, 130.6405, "", []string{"CN", "KP", "RU"}, []string{"+08:00", "+09:00", "+10:00"}},
		{"Dandong", 40.129, 124.395, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"the new bridge, in the estuary", 40.035, 124.375, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Hyesan, wrong side of the line", 41.4017, 128.1778, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Paektu", 42.0, 128.06, "", []string{"CN", "KP"}, []string{"+08:00", "+09:00"}},
		{"Panmunjom", 37.956, 126.677, "", []string{"KP", "KR"}, []string{"+09:00"}},
		{"Suifenhe", 44.397, 131.152, "", []string{"CN", "RU"}, []string{"+08:00", "+10:00"}},
		{"Yanji", 42.9075, 129.5078, "CN", []string{"CN"}, []string{"+08:00"}},
		{"Longjing", 42.7714, 129.4233, "CN", []string{"CN"}, []string{"+08:00"}},
		{"Shenyang", 41.79, 123.43, "CN", []string{"CN"}, []string{"+08:00"}},
		{"Dalian pier, at sea", 38.93, 121.75, "CN", []string{"CN"}, []string{"+08:00"}},
		{"Pyongyang", 39.0339, 125.7543, "KP", []string{"KP"}, []string{"+09:00"}},
		{"Rajin", 42.2556, 130.2831, "KP", []string{"KP"}, []string{"+09:00"}},
		{"Chongjin", 41.7956, 129.7758, "KP", []string{"KP"}, []string{"+09:00"}},
		{"Vladivostok", 43.1056, 131.8735, "RU", []string{"RU"}, []string{"+10:00"}},
		{"Zarubino, off the outline", 42.6326, 131.09, "RU", []string{"RU"}, []string{"+10:00"}},
		{"Seoul", 37.566, 126.9784, "KR", []string{"KR"}, []string{"+09:00"}},
		{"Baengnyeong, 15 km from Jangyon", 37.965, 124.68, "KR", []string{"KR"}, []string{"+09:00"}},
		{"Longkou, outside the box", 37.65, 120.32, "CN", []string{"CN"}, []string{"+08:00"}},
		{"Madrid", 40.4, -3.7, "", nil, nil},
		{"Tokyo", 35.68, 139.69, "", nil, nil},
		{"Ulaanbaatar", 47.92, 106.92, "", nil, nil},
		{"the sea off Kosong", 38.9, 128.6, "", nil, nil},
		{"0, 0", 0, 0, "", nil, nil},
		{"no point", math.NaN(), 130, "", nil, nil},
		{"no point", 91, 130, "", nil, nil},
		{"no point", 42, math.Inf(1), "", nil, nil},
	} {
		w := g.At(c.lat, c.lon, day)
		if w.Country != c.country || w.BorderZone != (len(c.countries) > 1) || !slices.Equal(w.Countries, c.countries) || !slices.Equal(w.Offsets, c.offsets) {
			t.Errorf("%s: %+v", c.name, w)
		}
	}
	if w := g.At(40.4, -3.7, day); w.Nearest != nil {
		t.Errorf("Madrid is near %s", w.Nearest.Entry)
	}
}

// TestZoneIsSafe looks at points up to 10 km from every crossing, and inland of
// every town that is in a zone: none may be given a country.
func TestZoneIsSafe(t *testing.T) {
	g := load(t)
	for _, e := range g.Entries() {
		if !e.Crossing() {
			continue
		}
		for bearing := 0.0; bearing < 360; bearing += 30 {
			for _, distance := range []float64{0, 3000, 7000, 9900, 9900 + e.Accuracy} {
				p := geo.PointAtBearingAndDistance(e.point(), bearing, distance)
				w := g.At(p.Lat(), p.Lon(), time.Time{})
				if !w.BorderZone || w.Country != "" || !slices.Contains(w.Countries, e.Countries[0]) || !slices.Contains(w.Countries, e.Countries[1]) {
					t.Errorf("%s, %.0f m at %.0f°: %+v", e.ID, distance, bearing, w)
				}
			}
		}
	}
}

// TestTownsLieInTheirCountry finds a point or an outline that is wrong by more
// than the zone allows for.
func TestTownsLieInTheirCountry(t *testing.T) {
	g := load(t)
	for _, e := range g.Entries() {
		w := g.At(e.Latitude, e.Longitude, time.Time{})
		for _, c := range e.Countries {
			if !slices.Contains(w.Countries, c) {
				t.Errorf("%s is in %v, found %v", e.ID, e.Countries, w.Countries)
			}
		}
	}
}

// TestOutlineError measures what the comment of outlineError says.
func TestOutlineError(t *testing.T) {
	g := load(t)
	code := func(c string) *country {
		return g.countries[slices.IndexFunc(g.countries, func(o *country) bool { return o.code == c })]
	}
	// off is how far a point on a border is from where the outlines put it.
	off := func(p orb.Point, countries []string) float64 {
		return max(code(countries[0]).distance(p, 50_000), code(countries[1]).distance(p, 50_000))
	}
	const estuary, memory = "new-yalu-bridge", "hunchun-kraskino" // not on the line; known within 8 km only
	for _, e := range g.Entries() {
		if !e.Crossing() || e.ID == memory {
			continue
		}
		d := off(e.point(), e.Countries)
		switch {
		case e.ID == estuary:
			if d > outlineError {
				t.Errorf("%s: the land of one side is %.0f m away", e.ID, d)
			}
		case d > outlineError || e.Accuracy <= 2000 && d > 1400:
			t.Errorf("%s: %.0f m from the line", e.ID, d)
		}
	}
	for _, want := range []struct {
		id     string
		metres float64
	}{{"quanhe-wonjong", 711}, {"linjiang-chunggang", 1357}, {"sanhe-hoeryong", 2130}, {"khasan-tumangang", 882}} {
		e, _ := g.Lookup(want.id)
		if d := off(e.point(), e.Countries); math.Abs(d-want.metres) > 100 {
			t.Errorf("%s: %.0f m from the line, the comment says %.0f", want.id, d, want.metres)
		}
	}
}
