package journey_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/journey"
)

// way is a route into the country with a leg of every kind.
func way(d catalog.Direction) catalog.Route {
	r := catalog.Route{Names: names("Quanhe"), Direction: d}
	for i, kind := range []string{"origin", "customs", "crossing", "transit", "destination"} {
		r.Legs = append(r.Legs, catalog.Leg{N: i, Kind: kind, Names: names(kind)})
	}
	r.Legs[2].Place = "quanhe-wonjong"
	return r
}

// stopped reads "leg time [offset]" such as "2 10:00 +08:00", or "0-1 10:00/12:00".
func stopped(t *testing.T, id int, d catalog.Direction, text string) journey.Stop {
	t.Helper()
	s := journey.Stop{Photo: catalog.PhotoID(id), Direction: d, Date: &catalog.Date{}}
	fields := strings.Fields(text)
	if _, err := fmt.Sscanf(fields[0], "%d-%d", &s.First, &s.Last); err != nil {
		if _, err := fmt.Sscanf(fields[0], "%d", &s.First); err != nil {
			t.Fatal(err)
		}
		s.Last = s.First
	}
	if len(fields) == 1 {
		s.Date = nil
		return s
	}
	from, to, both := strings.Cut(fields[1], "/")
	if !both {
		to = from
	}
	for text, target := range map[string]**time.Time{"a" + from: &s.Date.Earliest, "b" + to: &s.Date.Latest} {
		if clock := text[1:]; clock != ".." {
			at, err := time.Parse("15:04", clock)
			if err != nil {
				t.Fatal(err)
			}
			*target = &at
		}
	}
	s.Date.Offsets = fields[2:]
	return s
}

func TestOrderOfLegs(t *testing.T) {
	into, out := catalog.Into, catalog.OutOf
	for _, c := range []struct {
		name  string
		route catalog.Direction
		goods catalog.Direction
		stops []string
		want  string // "before<after", the photos by their number from 1
	}{
		{"in order", into, into, []string{"0 10:00", "2 11:00", "4 12:00"}, ""},
		{"against the order", into, into, []string{"0 12:00", "2 11:00"}, "2<1"},
		{"out of the country", into, out, []string{"4 10:00", "2 11:00", "0 12:00"}, ""},
		{"out, against the order", into, out, []string{"0 10:00", "4 12:00"}, "1<2"},
		{"a route that leads out", out, out, []string{"0 12:00", "2 11:00"}, "2<1"},
		{"a route that leads out, goods that go in", out, into, []string{"0 12:00", "2 11:00"}, ""},
		{"the same time", into, into, []string{"0 10:00", "2 10:00"}, ""},
		{"overlapping times", into, into, []string{"0 10:00/12:00", "2 09:00/10:30"}, ""},
		{"times that touch", into, into, []string{"0 10:00/12:00", "2 09:00/10:00"}, ""},
		{"bounds apart", into, into, []string{"0 11:00/12:00", "2 09:00/10:00"}, "2<1"},
		{"an open end", into, into, []string{"0 11:00/..", "2 ../10:00"}, "2<1"},
		{"open on the wrong side", into, into, []string{"0 ../12:00", "2 10:00/.."}, ""},
		{"no date", into, into, []string{"0", "2 10:00"}, ""},
		{"one leg", into, into, []string{"2 12:00", "2 10:00"}, ""},
		{"legs that may be one", into, into, []string{"0-2 12:00", "1-3 10:00"}, ""},
		{"legs that cannot", into, into, []string{"0-1 12:00", "2-3 10:00"}, "2<1"},
		{"in UTC it is in order", into, into, []string{"0 10:30 +09:00", "2 10:00 +08:00"}, ""},
		{"in UTC it is not", into, into, []string{"0 10:00 +08:00", "2 10:30 +09:00"}, "2<1"},
		{"by the clocks, with one offset unknown", into, into, []string{"0 10:30 +09:00", "2 10:00"}, "2<1"},
		{"one of two offsets", into, into, []string{"0 10:30 +08:00 +09:00", "2 10:00 +08:00 +09:00"}, ""},
		{"each photo once, by what is nearest in time", into, into, []string{"0 12:00", "2 10:00", "4 11:00", "4 09:00"}, "3<1 4<2"},
		{"no direction, in order", into, "", []string{"0 10:00", "2 11:00"}, ""},
		{"no direction, in order the other way", into, "", []string{"0 12:00", "2 11:00"}, ""},
		{"no direction, neither way", into, "", []string{"0 10:00", "2 11:00", "4 12:00", "3 13:00"}, "3<4"},
		{"a route of no direction, neither way", "", into, []string{"0 11:00", "2 10:00", "4 12:00"}, "2<1"},
		{"a route of no direction", "", into, []string{"0 12:00", "2 11:00"}, ""},
		{"nothing", into, into, nil, ""},
	} {
		var stops []journey.Stop
		for i, text := range c.stops {
			stops = append(stops, stopped(t, i+1, c.goods, text))
		}
		var got []string
		for _, x := range journey.Check(way(c.route), stops) {
			got = append(got, fmt.Sprintf("%d<%d", x.Before.Photo, x.After.Photo))
			if x.Before.Leg.Kind == "" || x.Before.Date == nil || c.route != "" && x.Way != c.goods {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

// TestOrderOfTwoWays: goods that went in and goods that went out are not compared.
func TestOrderOfTwoWays(t *testing.T) {
	stops := []journey.Stop{stopped(t, 1, catalog.Into, "0 12:00"), stopped(t, 2, catalog.OutOf, "2 10:00"), stopped(t, 3, "", "4 09:00")}
	if found := journey.Check(way(catalog.Into), stops); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

func TestPlaceInTheOrder(t *testing.T) {
	g := gazetteer(t)
	seen := func(stage catalog.Stage) catalog.Observation {
		return catalog.Observation{Visible: true, Seen: catalog.Seen{Stage: stage, Direction: catalog.Into}}
	}
	reported := catalog.Observation{Seen: catalog.Seen{Stage: catalog.StageFactory, Direction: catalog.Into}}
	at := func(lat, lon float64, w catalog.Where) catalog.Chosen {
		return catalog.Chosen{Latitude: &lat, Longitude: &lon, Where: &w}
	}
	twice := way(catalog.Into)
	twice.Legs[1].Kind = "origin"
	for _, c := range []struct {
		name   string
		route  catalog.Route
		chosen catalog.Chosen
		of     []catalog.Observation
		want   string // "first-last direction", "" for nowhere on it
	}{
		{"nothing is known", way(catalog.Into), catalog.Chosen{}, nil, ""},
		{"by position", way(catalog.Into), at(42.57, 130.53, catalog.Where{Precision: catalog.PrecisionExact}), []catalog.Observation{seen(catalog.StageFactory)}, "2-2 into"},
		{"too far", way(catalog.Into), at(42.8, 130.53, catalog.Where{Precision: catalog.PrecisionExact}), []catalog.Observation{seen(catalog.StageFactory)}, "0-0 into"},
		{"withheld", way(catalog.Into), at(42.57, 130.53, catalog.Where{Precision: catalog.PrecisionWithheld, Entry: "quanhe-wonjong"}), []catalog.Observation{seen(catalog.StageOnSale)}, "4-4 into"},
		{"by name", way(catalog.Into), catalog.Chosen{Where: &catalog.Where{Entry: "quanhe-wonjong"}}, nil, "2-2 "},
		{"by another name", way(catalog.Into), catalog.Chosen{Where: &catalog.Where{Entry: "town-yanji"}}, nil, ""},
		{"warehouse", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageWarehouse)}, "0-0 into"},
		{"loading", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageLoading)}, "0-0 into"},
		{"customs", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageCustoms)}, "1-1 into"},
		{"crossing", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageCrossing)}, "2-2 into"},
		{"inside", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageInside)}, "4-4 into"},
		{"two stages", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen(catalog.StageCustoms), seen(catalog.StageInside)}, "1-4 into"},
		{"two legs of a kind", twice, catalog.Chosen{}, []catalog.Observation{seen(catalog.StageFactory)}, "0-1 into"},
		{"a leg that the route lacks", twice, catalog.Chosen{}, []catalog.Observation{seen(catalog.StageCustoms)}, ""},
		{"only reported", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{reported}, ""},
		{"no stage", way(catalog.Into), catalog.Chosen{}, []catalog.Observation{seen("")}, ""},
	} {
		p := catalog.Photo{ID: 5, Chosen: c.chosen, Observations: c.of}
		got := ""
		if s, ok := journey.At(g, c.route, &p, c.of); ok {
			got = fmt.Sprintf("%d-%d %s", s.First, s.Last, s.Direction)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDirectionOfAPhoto(t *testing.T) {
	g := gazetteer(t)
	of := func(ways ...catalog.Direction) []catalog.Observation {
		var list []catalog.Observation
		for _, d := range ways {
			list = append(list, catalog.Observation{Visible: true, Seen: catalog.Seen{Stage: catalog.StageCustoms, Direction: d}})
		}
		return list
	}
	for _, c := range []struct {
		batch catalog.Direction
		of    []catalog.Observation
		want  catalog.Direction
	}{
		{"", of(""), ""},
		{catalog.OutOf, of(""), catalog.OutOf},
		{catalog.OutOf, of(catalog.Into), catalog.Into},
		{catalog.OutOf, of(catalog.Into, ""), ""},
		{"", of(catalog.Into, catalog.Into), catalog.Into},
		{"", of(catalog.Into, catalog.OutOf), ""},
	} {
		p := catalog.Photo{BatchDirection: c.batch}
		if s, ok := journey.At(g, way(catalog.Into), &p, c.of); !ok || s.Direction != c.want {
			t.Errorf("%s with %+v: %q, want %q", c.batch, c.of, s.Direction, c.want)
		}
	}
}

// BenchmarkCheck compares two thousand photos, half of them against the order.
func BenchmarkCheck(b *testing.B) {
	route := way(catalog.Into)
	var stops []journey.Stop
	for i := range 2_000 {
		at := time.Date(2023, 7, 1, 0, i, 0, 0, time.UTC)
		stops = append(stops, journey.Stop{
			Photo: catalog.PhotoID(i), First: i % 5, Last: i % 5, Direction: catalog.Into,
			Date: &catalog.Date{Earliest: &at, Latest: &at, Offsets: []string{"+08:00"}},
		})
	}
	for b.Loop() {
		journey.Check(route, stops)
	}
}
