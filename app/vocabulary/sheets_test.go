package vocabulary

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func (f *fixture) route() *routeSheet { return f.panel.sheets[Routes].(*routeSheet) }
func (f *fixture) place() *placeSheet { return f.panel.sheets[Places].(*placeSheet) }
func (f *fixture) unit() *unitSheet   { return f.panel.sheets[Units].(*unitSheet) }

func TestRouteWithTwoPlaces(t *testing.T) {
	f := newFixture(t, someWords())
	f.list.TypedRune('2')
	f.NewEntry()
	test.Type(f.route().names.english, "Over Quanhe")
	f.route().mode.SetSelected("road")
	f.route().direction.SetSelected("Into the DPRK")
	test.Tap(f.route().legs.add)
	test.Type(f.window.Canvas().Focused(), "훈")
	f.key(fyne.KeyDown, fyne.KeyReturn)
	test.Tap(f.route().legs.add)
	test.Type(f.window.Canvas().Focused(), "a yard by the road")
	f.route().legs.rows[1].place.CloseOptions()
	f.route().legs.rows[1].kind.SetSelected("Customs")
	test.Tap(f.route().legs.rows[1].up)
	f.Save()
	f.settle()
	f.expect(`save route 0 "Over Quanhe"`)
	r := f.store.routes[1]
	if r.Mode != catalog.ModeRoad || r.Direction != catalog.Into || len(r.Legs) != 2 {
		t.Fatalf("stored is %+v", r)
	}
	yard, hunchun := r.Legs[0], r.Legs[1]
	if yard.Kind != "customs" || yard.Place != "" || yard.Names.English != "a yard by the road" || yard.Latitude != nil || yard.N != 0 {
		t.Errorf("the first place is %+v", yard)
	}
	if hunchun.Kind != "origin" || hunchun.Place != "town-hunchun" || hunchun.Names.Chinese != "珲春" || *hunchun.Latitude != 42.8627 || hunchun.N != 1 {
		t.Errorf("the second place is %+v", hunchun)
	}
	if e := f.shown[f.at]; !strings.Contains(e.detail, "a yard by the road › Hunchun") || !strings.HasPrefix(e.detail, "road") {
		t.Errorf("the list says %q", e.detail)
	}
}

// What of a route is not touched stays as it was, with the numbers of its legs.
func TestPlacesOfARouteKeepWhatTheyHad(t *testing.T) {
	f := newFixture(t, someWords())
	f.turn(Routes)
	test.Tap(f.route().legs.add)
	test.Type(f.window.Canvas().Focused(), "quanhe")
	f.route().legs.rows[1].place.CloseOptions() // typed, not chosen
	f.Save()
	f.settle()
	legs := f.store.routes[0].Legs
	if len(legs) != 2 || legs[0].ID != 11 || legs[0].Place != "town-hunchun" || legs[1].Place != "quanhe" || legs[1].Kind != "crossing" {
		t.Fatalf("the legs are %+v", legs)
	}
	test.Tap(f.route().legs.rows[0].remove)
	f.Save()
	f.settle()
	if legs = f.store.routes[0].Legs; len(legs) != 1 || legs[0].Place != "quanhe" || legs[0].N != 0 {
		t.Errorf("the legs are %+v", legs)
	}
	test.Tap(f.route().legs.add)
	f.Save()
	if !strings.Contains(f.panel.trouble.Text, "Place 2") || len(f.calls()) != 2 {
		t.Errorf("of a place without a name it says %q", f.panel.trouble.Text)
	}
}

func TestPlaceIsAdded(t *testing.T) {
	f := newFixture(t, someWords())
	f.list.TypedRune('3')
	if !slices.Equal(f.titles(), []string{"Hunchun", "Quanhe"}) || f.place().countries.Text != "CN" || f.place().latitude.Text != "42.8627" {
		t.Errorf("shown are %q", f.titles())
	}
	f.NewEntry()
	test.Type(f.place().names.english, "Wonjong")
	for _, c := range []struct {
		in          *line
		text, wrong string
	}{
		{f.place().latitude, "north", "latitude"},
		{f.place().latitude, "91", "latitude"},
		{f.place().latitude, "42.54", "longitude"},
		{f.place().longitude, "NaN", "longitude"},
		{f.place().longitude, "130,61", "accuracy"},
		{f.place().accuracy, "-1", "accuracy"},
	} {
		f.retype(c.in, c.text)
		f.Save()
		if !strings.Contains(f.panel.trouble.Text, c.wrong) {
			t.Errorf("%q gives %q", c.text, f.panel.trouble.Text)
		}
	}
	f.retype(f.place().accuracy, "250")
	f.retype(f.place().countries, "cn/kp")
	f.retype(f.place().sort.CompleteEntry, "bri")
	f.key(fyne.KeyDown, fyne.KeyReturn)
	f.Save()
	f.settle()
	f.expect("save place own-Wonjong 42.54 130.61 ±250 [CN KP]")
	if p := f.store.places[2]; p.Kind != "road bridge" || f.title() != "Wonjong" {
		t.Errorf("stored is %+v, shown %q", p, f.title())
	}
	f.AskMerge()
	test.Type(f.window.Canvas().Focused(), "quan")
	f.key(fyne.KeyReturn, fyne.KeyReturn)
	f.settle()
	if got := f.calls()[1]; got != "merge place own-Wonjong into quanhe" {
		t.Errorf("the store was told %q", got)
	}
}

func TestUnitIsAdded(t *testing.T) {
	f := newFixture(t, someWords())
	f.list.TypedRune('4')
	if f.shown[0].detail != "pieces · 개 · 件" || f.shown[0].use != "2 observations" {
		t.Errorf("the piece is %+v", f.shown[0])
	}
	f.NewEntry()
	test.Type(f.unit().names.english, "pallet")
	f.retype(f.unit().plural, "pallets")
	f.key(fyne.KeyReturn)
	f.settle()
	f.expect(`save unit 0 "pallet" "pallets"`)
	f.turn(Goods)
	f.turn(Units)
	if f.title() != "pallet" {
		t.Errorf("coming back, the form is of %q", f.title())
	}
}

// Tab leads through the fields in the order in which they stand, then to the buttons.
func TestTabGoesThroughTheForm(t *testing.T) {
	f := newFixture(t, someWords())
	f.window.Canvas().Focus(f.goods().names.english)
	for _, want := range []fyne.Focusable{
		f.goods().names.korean, f.goods().names.north, f.goods().names.chinese, f.goods().names.also, f.goods().hs, f.goods().parent.CompleteEntry,
		f.goods().singular, f.goods().plural,
	} {
		f.window.Canvas().FocusNext()
		if got := f.window.Canvas().Focused(); got != want {
			t.Fatalf("Tab leads to %T %p, want %p", got, got, want)
		}
	}
}

func TestCirclesDoNotHangTheList(t *testing.T) {
	m := someWords()
	m.items[0].Parent = 2 // and 2 is a kind of 1
	m.items[2].Parent = 3
	f := newFixture(t, m)
	if len(f.shown) != 4 {
		t.Errorf("the list is %q", f.titles())
	}
}
