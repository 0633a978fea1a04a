package places

import (
	"slices"
	"testing"
	"time"

	"waybill/catalog"
)

// TestEntryOfShipped: a place that is written into the vocabulary as it was shipped
// is the same place.
func TestEntryOfShipped(t *testing.T) {
	g := load(t)
	places := g.Places()
	if len(places) != len(g.Entries()) {
		t.Fatalf("%d places of %d entries", len(places), len(g.Entries()))
	}
	laid := g.Over(places)
	for i, e := range laid.Entries() {
		was := g.entries[i]
		if e.ID != was.ID || e.class != was.class || e.Crossing() != was.Crossing() || !slices.Equal(e.Countries, was.Countries) {
			t.Errorf("%+v became %+v", was, e)
		}
	}
	for _, name := range []string{"圈河", "Wonjong-ri–Quanhe", "Wonjong", "나진항", "琿春市", "Tumen bridge"} {
		if a, b := ids(g.Find(name)), ids(laid.Find(name)); a[0] != b[0] {
			t.Errorf("%s: %v became %v", name, a, b)
		}
	}
	for _, p := range laid.Places() {
		if p.Own {
			t.Errorf("%s is the newsroom's own", p.Key)
		}
	}
}

// depot is a place of a newsroom's own, far from all others.
var depot = catalog.PlaceEntry{
	ID: 7, Key: "depot", Kind: "warehouse", Names: catalog.Names{English: "Red Depot", Korean: "붉은 창고"},
	Countries: []string{"MN"}, Latitude: 47.9, Longitude: 106.9, Accuracy: 500,
}

func TestOverAdds(t *testing.T) {
	g := load(t)
	laid := g.Over([]catalog.PlaceEntry{depot})
	if len(g.Find("Red Depot")) != 0 || g.At(47.9, 106.9, time.Time{}).Nearest != nil {
		t.Error("the shipped gazetteer changed")
	}
	if found := laid.Find("붉은 창고"); len(found) == 0 || found[0].Entry.ID != "depot" {
		t.Errorf("found %v", ids(found))
	}
	at := laid.At(47.905, 106.9, time.Time{})
	if at.Nearest == nil || at.Nearest.Entry != "depot" || at.Country != "MN" {
		t.Errorf("%+v", at)
	}
	p, ok := laid.Place("depot")
	if !ok || !p.Own || p.ID != 7 || p.Names != depot.Names {
		t.Errorf("%+v", p)
	}
	if laid.byID["quanhe-wonjong"] != g.byID["quanhe-wonjong"] {
		t.Error("what did not change is not shared")
	}
	if g.Over(nil) != g {
		t.Error("no rows make another gazetteer")
	}
}

func TestOverChanges(t *testing.T) {
	g := load(t)
	quanhe, _ := g.Place("quanhe-wonjong")
	quanhe.Latitude, quanhe.Longitude, quanhe.Names.English = 47.9, 106.9, "Steppe Bridge–Nowhere"
	laid := g.Over([]catalog.PlaceEntry{quanhe})
	if near := laid.At(47.9, 106.9, time.Time{}).Nearest; near == nil || near.Entry != "quanhe-wonjong" || !near.Crossing {
		t.Errorf("where it is now: %+v", near)
	}
	if near := laid.At(42.5645, 130.532, time.Time{}).Nearest; near == nil || near.Entry == "quanhe-wonjong" {
		t.Errorf("where it was: %+v", near)
	}
	if got := laid.Crossings("Steppe Bridge"); !slices.Equal(got, []string{"quanhe-wonjong"}) {
		t.Errorf("crossings %v", got)
	}
	if got := len(laid.Places()); got != len(g.Places()) {
		t.Errorf("%d places", got)
	}
	if p, _ := laid.Place("quanhe-wonjong"); p.Own {
		t.Error("a shipped place is the newsroom's own")
	}
}

func TestOverRemoves(t *testing.T) {
	g := load(t)
	quanhe, _ := g.Place("quanhe-wonjong")
	quanhe.Removed = true
	laid := g.Over([]catalog.PlaceEntry{quanhe})
	if found := laid.Find("圈河"); slices.Contains(ids(found), "quanhe-wonjong") {
		t.Errorf("found %v", ids(found))
	}
	if near := laid.At(42.5645, 130.532, time.Time{}).Nearest; near != nil && near.Entry == "quanhe-wonjong" {
		t.Errorf("near %+v", near)
	}
	if near, ok := laid.Entry("quanhe-wonjong"); !ok || near.Names.Chinese != "圈河—元汀里" {
		t.Errorf("its id gives %+v", near)
	}
	if slices.ContainsFunc(laid.Places(), func(p catalog.PlaceEntry) bool { return p.Key == "quanhe-wonjong" }) {
		t.Error("it is listed")
	}
	back := quanhe
	back.Removed = false
	if found := laid.Over([]catalog.PlaceEntry{back}).Find("圈河"); len(found) == 0 || found[0].Entry.ID != "quanhe-wonjong" {
		t.Errorf("brought back: %v", ids(found))
	}
}

func TestOverMerges(t *testing.T) {
	g := load(t)
	row := func(key, into string) catalog.PlaceEntry {
		p, ok := g.Place(key)
		if !ok {
			p = depot
			p.Key = key
		}
		p.Merged = into
		return p
	}
	for _, c := range []struct {
		name string
		rows []catalog.PlaceEntry
		want map[string]string
	}{
		{"one", []catalog.PlaceEntry{row("town-tumen", "tumen-namyang")}, map[string]string{"town-tumen": "tumen-namyang"}},
		{"in turn", []catalog.PlaceEntry{row("a", "b"), row("b", "town-yanji")}, map[string]string{"a": "town-yanji", "b": "town-yanji"}},
		{"into nothing", []catalog.PlaceEntry{row("a", "gone")}, map[string]string{"a": "a"}},
		{"in a circle", []catalog.PlaceEntry{row("a", "b"), row("b", "a")}, map[string]string{"a": "a", "b": "b"}},
		{"into itself", []catalog.PlaceEntry{row("a", "a")}, map[string]string{"a": "a"}},
	} {
		laid := g.Over(c.rows)
		for key, want := range c.want {
			if near, ok := laid.Entry(key); !ok || near.Entry != want {
				t.Errorf("%s: %s leads to %s, want %s", c.name, key, near.Entry, want)
			}
			if slices.ContainsFunc(laid.Places(), func(p catalog.PlaceEntry) bool { return p.Key == key }) {
				t.Errorf("%s: %s is listed", c.name, key)
			}
			if p, ok := laid.Place(key); !ok || p.Merged == "" {
				t.Errorf("%s: %s is %+v", c.name, key, p)
			}
		}
	}
}

// TestOverBorder: a place of the newsroom's own near the border tells no country.
func TestOverBorder(t *testing.T) {
	near := depot
	near.Latitude, near.Longitude, near.Countries = 42.57, 130.54, []string{"CN"}
	at := load(t).Over([]catalog.PlaceEntry{near}).At(42.571, 130.541, time.Time{})
	if !at.BorderZone || at.Country != "" || !slices.Contains(at.Countries, "KP") {
		t.Errorf("%+v", at)
	}
}

func TestReach(t *testing.T) {
	g := load(t)
	for accuracy, want := range map[float64]float64{0: Reach, 300: Reach, 100_000: 110_000} {
		if got := g.Reach(accuracy); got != want {
			t.Errorf("within %v m: %v, want %v", accuracy, got, want)
		}
	}
}
