package journey_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/journey"
	"waybill/catalog/places"
)

func gazetteer(t testing.TB) *places.Gazetteer {
	t.Helper()
	g, err := places.Load(assets.Vocabulary, assets.Place)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func degrees(n float64) *float64 { return &n }

func names(english string) catalog.Names { return catalog.Names{English: english} }

// routes are one by places of the gazetteer, two by points of their own that lie at
// the same spot, and one that is only named.
func routes() []catalog.Route {
	own := func(name string) catalog.Route {
		return catalog.Route{Names: names(name), Legs: []catalog.Leg{
			{Kind: "origin", Names: names("somewhere")},
			{Kind: "crossing", Names: names("ford"), Latitude: degrees(42.62), Longitude: degrees(130.532)},
		}}
	}
	return []catalog.Route{
		{Names: names("Quanhe"), Legs: []catalog.Leg{
			{Kind: "origin", Place: "town-hunchun", Names: names("Hunchun")},
			{Kind: "crossing", Place: "quanhe-wonjong", Names: names("Quanhe"), Latitude: degrees(0), Longitude: degrees(0)},
		}},
		own("Upper ford"),
		own("Lower ford"),
		{Names: names("Nowhere"), Legs: []catalog.Leg{{Kind: "crossing", Place: "no such place", Names: names("x")}}},
	}
}

func TestRoutesByAPoint(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name     string
		lat, lon float64
		want     string // route and leg
		metres   float64
	}{
		{"at the bridge", 42.5645, 130.532, "Quanhe Quanhe, Lower ford ford, Upper ford ford", 0},
		{"nearer to the ford", 42.61, 130.532, "Lower ford ford, Upper ford ford, Quanhe Quanhe", 1_112},
		{"in the town", 42.8620, 130.3660, "Quanhe Hunchun", 890},
		{"9.9 km away", 42.5645 - 9_900/111_195.0, 130.532, "Quanhe Quanhe", 9_900},
		{"10.1 km away", 42.5645 - 10_100/111_195.0, 130.532, "", 0},
		{"where a leg's own point is wrong", 0, 0, "", 0},
	} {
		var got []string
		near := journey.By(g, routes(), c.lat, c.lon)
		for _, n := range near {
			got = append(got, n.Names.English+" "+n.Leg.Names.English)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
		if len(near) > 0 && math.Abs(near[0].Metres-c.metres) > 400 {
			t.Errorf("%s: %.0f m, want %.0f", c.name, near[0].Metres, c.metres)
		}
	}
}

// Of routes that are as near the one comes first that more photos are on.
func TestUsedRoutesComeFirst(t *testing.T) {
	list := routes()
	list[1].Used = 1 // the upper ford
	near := journey.By(gazetteer(t), list, 42.61, 130.532)
	if len(near) != 3 || near[0].Names.English != "Upper ford" || near[1].Names.English != "Lower ford" {
		t.Errorf("near are %+v", near)
	}
}

// TestRoutesByAPlaceThatMoved: a leg is where its place is now, as the newsroom has it.
func TestRoutesByAPlaceThatMoved(t *testing.T) {
	shipped := gazetteer(t)
	bridge, _ := shipped.Place("quanhe-wonjong")
	bridge.Latitude, bridge.Longitude = 47.9, 106.9
	hunchun, _ := shipped.Place("town-hunchun")
	hunchun.Merged = "quanhe-wonjong"
	g := shipped.Over([]catalog.PlaceEntry{bridge, hunchun})
	near := journey.By(g, routes()[:1], 47.9, 106.9)
	if len(near) != 1 || near[0].Leg.Kind != "origin" { // both legs are there: the first
		t.Errorf("%+v", near)
	}
	if near := journey.By(g, routes()[:1], 42.5645, 130.532); len(near) != 0 {
		t.Errorf("where it was: %+v", near)
	}
}

func TestPositionThatIsCompared(t *testing.T) {
	at := func(p catalog.Precision) catalog.Chosen {
		return catalog.Chosen{Latitude: degrees(1), Longitude: degrees(2), Where: &catalog.Where{Precision: p}}
	}
	var told []catalog.Precision
	for _, p := range []catalog.Precision{
		catalog.PrecisionExact, catalog.PrecisionVicinity, catalog.PrecisionLocality, catalog.PrecisionCrossing,
		catalog.PrecisionRoute, catalog.PrecisionWithheld,
	} {
		c := at(p)
		if _, _, ok := journey.Position(&c); ok {
			told = append(told, p)
		}
	}
	if want := []catalog.Precision{catalog.PrecisionExact, catalog.PrecisionVicinity, catalog.PrecisionLocality, catalog.PrecisionCrossing}; !slices.Equal(told, want) {
		t.Errorf("%v, want %v", told, want)
	}
	if _, _, ok := journey.Position(&catalog.Chosen{}); ok {
		t.Error("a photo without a position has one")
	}
}
