package inspector

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/journey"
	"waybill/catalog/workspace"
)

// unrouted is a catalogue whose first photo was taken in Hunchun and is on no route.
func unrouted(t *testing.T) *fixture {
	t.Helper()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{Name: "July"}, apptest.Samples(t, byCamera, byWhatsApp))
	f := newFixture(t, c)
	place, err := f.store.UnderstandPlace(t.Context(), catalog.PropPlace, "42.8650, 130.3600")
	if err != nil {
		t.Fatal(err)
	}
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{2}, Statements: []catalog.Statement{place}})
	f.show(2)
	return f
}

func TestRoutesThatPassByAreProposed(t *testing.T) {
	f := unrouted(t)
	near, err := f.store.RoutesNear(t.Context(), 2)
	if err != nil || len(near) == 0 {
		t.Fatal(near, err)
	}
	if !f.nearby.box.Visible() || len(f.nearby.chips.Objects) != min(len(near), maxNearby) {
		t.Fatalf("%d are proposed of %d", len(f.nearby.chips.Objects), len(near))
	}
	chip := f.nearby.chips.Objects[0].(*widgets.Chip)
	if want := near[0].Names.Label() + " · " + f.words.Distance(near[0].Metres); chip.Text() != want {
		t.Errorf("the first is %q, want %q", chip.Text(), want)
	}
	long := near[0]
	long.Names.English = strings.Repeat("Hunchun–", 9)
	if got := f.nearText(&long); !strings.HasSuffix(got, "… · "+f.words.Distance(long.Metres)) {
		t.Errorf("of a long name it says %q", got)
	}
	test.Tap(chip)
	f.settle()
	if got := f.photo(2).Route.Value; got != near[0].ID {
		t.Errorf("the route is %d, want %d", got, near[0].ID)
	}
	if f.nearby.box.Visible() {
		t.Error("a photo on a route has others proposed")
	}
	if len(f.steps) != 1 {
		t.Errorf("steps are %+v", f.steps)
	}
}

func TestEnterTakesTheNearestRoute(t *testing.T) {
	f := unrouted(t)
	near, err := f.store.RoutesNear(t.Context(), 2)
	if err != nil || len(near) == 0 {
		t.Fatal(near, err)
	}
	f.FocusRoute()
	e := f.route.input.(*widgets.CompleteEntry)
	if got := e.Options(); len(got) < len(near) || got[0].Text != near[0].Names.Label() || got[0].Detail == "" {
		t.Fatalf("offered are %+v", got)
	}
	key(f.window.Canvas().Focused(), fyne.KeyReturn)
	f.settle()
	if got := f.photo(2).Route.Value; got != near[0].ID {
		t.Errorf("the route is %d, want %d", got, near[0].ID)
	}
}

// A photo without a position, and many photos, have no proposal: then the key
// opens no list from which Enter would take something, until a route was used.
func TestNothingNearIsProposed(t *testing.T) {
	f := unrouted(t)
	for _, ids := range [][]catalog.PhotoID{{1}, {1, 2}} {
		f.show(ids...)
		f.FocusRoute()
		if f.nearby.box.Visible() || f.route.input.(*widgets.CompleteEntry).Options() != nil {
			t.Errorf("%v: routes are proposed", ids)
		}
	}
	f.Lock()
	f.show(2)
	if f.nearby.box.Visible() {
		t.Error("a catalogue that cannot be changed has routes proposed")
	}
}

// Photos of one lot whose times run against their route are told, for one of
// them and for all.
func TestTimesAgainstTheRouteAreTold(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera, byPhone))
	first, second := f.addGoods(1, "refrigerator", catalog.Into), f.addGoods(2, "refrigerator", catalog.Into)
	if _, err := f.store.Join(t.Context(), []int64{first, second}, ""); err != nil {
		t.Fatal(err)
	}
	f.state(1, "Wonjong", "2023-07-01")
	f.state(2, "Hunchun", "2023-07-05")
	f.show(1)
	want, err := f.store.RouteOrder(context.Background(), []catalog.PhotoID{1})
	if err != nil || len(want.Contradictions) != 1 {
		t.Fatal(want, err)
	}
	told := func() string { texts, _ := textsIn(f.alerts.list); return strings.Join(texts, "\n") }
	got := told()
	for _, part := range []string{"The times run against Hunchun", "P-000001", "P-000002", "1 July 2023", "5 July 2023", "into the DPRK"} {
		if !strings.Contains(got, part) {
			t.Errorf("told is %q, without %q", got, part)
		}
	}
	f.show(1, 2)
	if !strings.Contains(told(), "The times run against Hunchun") {
		t.Errorf("of both it is told %q", told())
	}
	f.state(2, "Hunchun", "2023-06-30")
	f.settle()
	f.ui.Until(t, "it is told no more", func() bool { return !strings.Contains(told(), "run against") })
}

// state says where and when a photo was taken.
func (f *fixture) state(id catalog.PhotoID, place, date string) {
	f.t.Helper()
	where, err := f.store.UnderstandPlace(f.t.Context(), catalog.PropPlace, place)
	if err != nil {
		f.t.Fatal(err)
	}
	when := catalog.Statement{Property: catalog.PropTaken, Raw: date, Value: date}
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{id}, Statements: []catalog.Statement{where, when}})
}

func TestContradictionsAreBounded(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	order := workspace.Order{Contradictions: make([]journey.Contradiction, 5), Left: 300}
	texts := orderTexts(f.words, &order)
	if len(texts) != maxContradictions+2 || texts[3] != "2 more pairs of photos are in the wrong order." ||
		texts[4] != "The times of 300 photos were not compared with their routes: they are too many." {
		t.Errorf("it says %q", texts)
	}
}
