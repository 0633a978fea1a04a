package catalog_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"waybill/catalog"
	"waybill/catalog/places"
)

func number(n float64) *float64 { return &n }

// entry gives the value of a claim that names a place of the gazetteer.
func entry(t testing.TB, id, name string) string {
	t.Helper()
	g, err := gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	e, ok := g.Lookup(id)
	if !ok {
		t.Fatalf("no entry %s", id)
	}
	return e.Place(name).Value()
}

func point(lat, lon float64, precision catalog.Precision) string {
	return catalog.Place{Latitude: &lat, Longitude: &lon, Precision: precision}.Value()
}

func TestChoosePlace(t *testing.T) {
	bridge := entry(t, "quanhe-wonjong", "圈河")
	gcjLat, gcjLon := places.ToGCJ(42.89, 129.51)
	for _, tt := range []struct {
		name      string
		claims    []string
		at        string // "lat,lon", "" for no point
		precision catalog.Precision
		place     string // name
		origin    catalog.Origin
		nearest   string
		followed  []int
		warnings  string
	}{
		{"nothing", nil, "", "", "", "", "", []int{}, ""},
		{"GPS", []string{"gps position " + yanji}, yanji, "exact", "", "gps", "town-yanji", []int{0}, ""},
		{"a name", []string{"editor place " + bridge}, quanhe, "crossing", "圈河", "editor", "quanhe-wonjong", []int{0}, ""},
		{
			"GPS at the crossing that a source names",
			[]string{"source place " + bridge, "gps position 42.5700,130.5400"},
			"42.57,130.54", "exact", "圈河", "gps", "quanhe-wonjong",
			[]int{0, 1},
			"",
		},
		{
			"GPS at the crossing that an editor names",
			[]string{"editor place " + bridge, "gps position 42.5700,130.5400"},
			"42.5645,130.532", "crossing", "圈河", "editor", "quanhe-wonjong",
			[]int{0},
			"",
		},
		{
			"GPS too far from it",
			[]string{"editor place " + bridge, "gps position " + yanji},
			quanhe, "crossing", "圈河", "editor", "quanhe-wonjong",
			[]int{0},
			"place_conflict 0 1",
		},
		{
			"a batch's place around GPS",
			[]string{"gps position 42.5700,130.5400", "batch place " + bridge},
			"42.57,130.54", "exact", "", "gps", "quanhe-wonjong",
			[]int{0},
			"",
		},
		{
			"a batch's place away from GPS",
			[]string{"gps position " + yanji, "batch place " + bridge},
			yanji, "exact", "", "gps", "town-yanji",
			[]int{0},
			"place_conflict 0 1",
		},
		{
			"an exact place of the editor's stays",
			[]string{"editor place " + point(42.8901, 129.5101, "exact"), "gps position " + yanji},
			"42.8901,129.5101", "exact", "", "editor", "town-yanji",
			[]int{0},
			"",
		},
		{
			"the coordinates of a Chinese map",
			[]string{"gps position " + yanji, "xmp position " + catalog.FormatPosition(gcjLat, gcjLon)},
			yanji, "exact", "", "gps", "town-yanji",
			[]int{0},
			"gcj02 0 1",
		},
		{
			"the editor's against each",
			[]string{"editor place " + bridge, "gps position " + yanji, "xmp position 42.9,129.6"},
			quanhe, "crossing", "圈河", "editor", "quanhe-wonjong",
			[]int{0},
			"place_conflict 0 1, place_conflict 0 2, place_conflict 1 2",
		},
		{
			"withheld without a point",
			[]string{`editor place {"precision":"withheld"}`, "gps position " + yanji},
			"", "withheld", "", "editor", "",
			[]int{0},
			"",
		},
		{
			"withheld around a point",
			[]string{"editor place " + point(42.8, 129.5, "withheld"), "gps position " + yanji},
			"42.8,129.5", "withheld", "", "editor", "town-longjing",
			[]int{0},
			"",
		},
		{
			"words where there is nothing better", []string{"iptc location Yanji; Jilin"}, "", "locality", "Yanji; Jilin", "iptc", "", []int{0}, "",
		},
		{"words beside a point", []string{"iptc location Yanji", "gps position " + yanji}, yanji, "exact", "", "gps", "town-yanji", []int{1}, ""},
		{
			"garbage gives way",
			[]string{"editor place {}", "editor place null", "editor place x", `source place {"latitude":1}`, "gps position 91,0", "gps position NaN,NaN", "xmp position " + yanji},
			yanji, "exact", "", "xmp", "town-yanji",
			[]int{6},
			"",
		},
		{
			"GPS that says how wrong it is",
			[]string{"editor place " + point(42.9, 129.51, "exact"), "gps position " + yanji, "gps position_error 1500"},
			"42.9,129.51", "exact", "", "editor", "town-yanji",
			[]int{0, 2},
			"",
		},
		{
			"GPS that does not",
			[]string{"editor place " + point(42.9, 129.51, "exact"), "gps position " + yanji, "gps position_error NaN"},
			"42.9,129.51", "exact", "", "editor", "town-yanji",
			[]int{0},
			"place_conflict 0 1",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			claims, at := said(t, tt.claims...), circumstances(t)
			c := catalog.Choose(claims, at)
			got := ""
			if c.Latitude != nil {
				got = catalog.FormatPosition(*c.Latitude, *c.Longitude)
			}
			w := c.Where
			if w == nil {
				w = &catalog.Where{}
			}
			nearest := ""
			if w.Nearest != nil {
				nearest = w.Nearest.Entry
			}
			if got != tt.at || w.Precision != tt.precision || w.Name != tt.place || w.Origin != tt.origin || nearest != tt.nearest {
				t.Errorf("at %q %+v near %q", got, w, nearest)
			}
			if got := followed(claims, at); !slices.Equal(got, tt.followed) {
				t.Errorf("followed %v, want %v", got, tt.followed)
			}
			if got := warnings(c, claims); got != tt.warnings {
				t.Errorf("warnings %q, want %q", got, tt.warnings)
			}
		})
	}
}

func TestChooseWhereabouts(t *testing.T) {
	at := circumstances(t)
	inside := catalog.Choose(said(t, "gps position "+yanji), at).Where
	if inside.Country != "CN" || inside.BorderZone || inside.Countries != nil {
		t.Errorf("Yanji: %+v", inside)
	}
	bridge := catalog.Choose(said(t, "gps position "+quanhe), at).Where
	if bridge.Country != "" || !bridge.BorderZone || !slices.Equal(bridge.Countries, []string{"CN", "KP"}) {
		t.Errorf("Quanhe: %+v", bridge)
	}
	n := bridge.Nearest.Names
	if n.English == "" || n.Korean == "" || n.Chinese == "" || n.AlsoKnownAs != "" {
		t.Errorf("names %+v", n)
	}
}

func TestChooseShown(t *testing.T) {
	at := circumstances(t)
	claims := said(t, "gps position "+yanji, "xmp location_shown Quanhe port", "editor place_shown "+entry(t, "quanhe-wonjong", "Quanhe"))
	c := catalog.Choose(claims, at)
	if c.Shown == nil || c.Shown.Name != "Quanhe" || c.Shown.Nearest == nil || c.Shown.Nearest.Entry != "quanhe-wonjong" || c.Where.Name != "" || len(c.Warnings) > 0 {
		t.Errorf("shown %+v at %+v, %v", c.Shown, c.Where, c.Warnings)
	}
	if got := followed(claims, at); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("followed %v", got)
	}
	c = catalog.Choose(claims[:2], at)
	if c.Shown == nil || c.Shown.Name != "Quanhe port" || c.Shown.Precision != catalog.PrecisionLocality || c.Shown.Origin != catalog.OriginXMP {
		t.Errorf("in words: %+v", c.Shown)
	}
}

// TestChooseWithoutGazetteer: who cannot measure says nothing about distances.
func TestChooseWithoutGazetteer(t *testing.T) {
	c := catalog.Choose(said(t, "editor place "+entry(t, "quanhe-wonjong", "Quanhe"), "gps position 1,1"), catalog.Circumstances{})
	if c.Where.Name != "Quanhe" || *c.Latitude == 1 || c.Warnings != nil {
		t.Errorf("%+v at %v, %v", c.Where, *c.Latitude, c.Warnings)
	}
}

func TestPosition(t *testing.T) {
	for _, tt := range []struct{ lat, lon float64 }{{0, 0}, {42.5645, 130.532}, {-90, -180}, {90, 180}, {1e-9, -1e-9}} {
		lat, lon, ok := catalog.ParsePosition(catalog.FormatPosition(tt.lat, tt.lon))
		if !ok || lat != tt.lat || lon != tt.lon {
			t.Errorf("%v, %v is read %v, %v, %v", tt.lat, tt.lon, lat, lon, ok)
		}
	}
	for _, s := range []string{"", ",", "1", "1,", ",1", "91,0", "0,181", "NaN,0", "0,Inf", "a,b", "1,2,3", " 1,2"} {
		if _, _, ok := catalog.ParsePosition(s); ok {
			t.Errorf("%q is read", s)
		}
	}
}

func TestPlaceValue(t *testing.T) {
	for _, p := range []catalog.Place{
		{Latitude: number(42.5), Longitude: number(130.5), Precision: catalog.PrecisionExact, Accuracy: number(35), Datum: catalog.DatumGCJ02},
		{Name: "圈河 / 권하 \"<&>", Precision: catalog.PrecisionCrossing, Entry: "quanhe-wonjong"},
		{Precision: catalog.PrecisionWithheld},
	} {
		read, err := catalog.ParsePlace(p.Value())
		if err != nil || fmt.Sprint(read.Value()) != p.Value() || read.Name != p.Name || read.Precision != p.Precision {
			t.Errorf("%s is read %+v, %v", p.Value(), read, err)
		}
	}
	if s := (catalog.Place{Latitude: number(math.NaN()), Longitude: number(0)}).Value(); s != "" {
		t.Errorf("a point that is no number is written %q", s)
	}
	for _, s := range []string{"", "x", "[]", `{"latitude":1}`, `{"longitude":1}`, `{"latitude":91,"longitude":0}`, `{"latitude":"1","longitude":"2"}`, `{"name":1}`} {
		if _, err := catalog.ParsePlace(s); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%q: %v", s, err)
		}
	}
	for want, p := range map[string]catalog.Place{
		"Quanhe": {Name: "Quanhe", Latitude: number(1), Longitude: number(2)}, "1.00000, -2.50000": {Latitude: number(1), Longitude: number(-2.5)}, "": {},
	} {
		if got := p.Label(); got != want {
			t.Errorf("label %q, want %q", got, want)
		}
	}
}

// What the camera says of where it stood goes with its position.
func TestAltitudeOfAnotherPlace(t *testing.T) {
	gps := []string{"gps position " + yanji, "gps altitude 180", "gps view_direction 90", "gps position_error 5"}
	for place, want := range map[string]bool{"": true, "editor place " + point(42.891, 129.511, "vicinity"): true, "editor place " + point(42.5645, 130.532, "crossing"): false} {
		claims := gps
		if place != "" {
			claims = append(claims, place)
		}
		c := catalog.Choose(said(t, claims...), circumstances(t))
		if (c.Altitude != nil) != want || (c.Direction != "") != want || (c.PositionError != nil) != want {
			t.Errorf("%q: altitude %v, direction %q, error %v", place, c.Altitude, c.Direction, c.PositionError)
		}
	}
}
