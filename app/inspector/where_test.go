package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/apptest"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/places"
	"waybill/catalog/workspace"
)

// preview waits for what is understood of the place that is typed.
func (f *fixture) preview(want string) {
	f.t.Helper()
	preview := f.where.entry.preview
	f.ui.Until(f.t, "the preview "+want+", not "+preview.Text, func() bool { return preview.Visible() && strings.Contains(preview.Text, want) })
}

func TestTypedPlaces(t *testing.T) {
	f := newFixture(t, newSamples(t, byPhone, byWhatsApp))
	f.show(2)
	for _, c := range []struct {
		typed, preview, entry, datum string
		lat, lon                     float64
	}{
		{"권하", "Quanhe–Wonjong-ri crossing", "quanhe-wonjong", "", 42.5645, 130.532},
		{"圈河", "border zone China/DPRK", "quanhe-wonjong", "", 42.5645, 130.532},
		{"42°33′52.2″N 130°31′55.2″E", "42.56450° N, 130.53200° E", "", "", 42.5645, 130.532},
		{"https://uri.amap.com/marker?position=130.3658,42.8624", "GCJ-02", "", catalog.DatumGCJ02, 42.86, 130.3586},
		{"P-000001", "° N, ", "", "", *f.photo(1).Latitude, *f.photo(1).Longitude},
	} {
		f.where.entry.save("")
		f.settle()
		f.FocusPlace()
		f.where.input.SetText(c.typed)
		f.preview(c.preview)
		key(f.where.input, fyne.KeyReturn)
		f.settle()
		p := f.photo(2)
		if p.Where == nil || p.Latitude == nil || p.Where.Origin != catalog.OriginEditor || p.Where.Datum != c.datum || c.entry != "" && p.Where.Entry != c.entry {
			t.Fatalf("%q is saved as %+v", c.typed, p.Where)
		}
		if lat, lon := *p.Latitude-c.lat, *p.Longitude-c.lon; lat*lat+lon*lon > 1e-6 {
			t.Errorf("%q is at %v, %v", c.typed, *p.Latitude, *p.Longitude)
		}
		if !strings.Contains(f.where.place.Text, c.preview) || f.where.entry.preview.Visible() || f.where.input.Text != c.typed {
			t.Errorf("after saving %q it says %q", c.typed, f.where.place.Text)
		}
	}
}

// The list completes in any language, and means the entry that was chosen: a
// port is called as its town is.
func TestPlacesAreCompleted(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	f.FocusPlace()
	test.Type(f.where.input, "나진")
	options := f.where.input.Options()
	at := slices.IndexFunc(options, func(o widgets.Option) bool { return o.Value.(catalog.Near).Entry == "port-rajin" })
	if at < 0 {
		t.Fatalf("offered are %v", options)
	}
	f.where.input.CloseOptions()
	f.where.chosen(options[at])
	f.settle()
	if p := f.photo(1); p.Where == nil || p.Where.Entry != "port-rajin" || f.where.input.Text != options[at].Text {
		t.Errorf("the place is %+v, in the entry %q", p.Where, f.where.input.Text)
	}
}

func TestPlaceThatIsNotUnderstood(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	for _, c := range []struct{ typed, said string }{
		{"Quanhee Bridge 7", "Quanhee"},
		{"95.0, 130.5", "90"},
		{"P-000002", "P-000002 has no place"},
	} {
		f.FocusPlace()
		f.where.input.SetText(c.typed)
		f.preview(c.said)
		f.where.input.CloseOptions()
		key(f.where.input, fyne.KeyReturn)
		f.ui.Until(t, "the refusal", func() bool { return f.where.entry.preview.Importance == widget.DangerImportance })
		if f.where.input.Text != c.typed || f.store.applied() != 0 || len(f.errors) != 0 {
			t.Errorf("%q stands there, %d edits, errors %v", f.where.input.Text, f.store.applied(), f.errors)
		}
	}
}

func TestPlaceShown(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	f.where.role.SetSelected("is shown")
	f.FocusPlace()
	f.where.input.SetText("Rason")
	f.preview("Rason")
	f.where.input.CloseOptions()
	key(f.where.input, fyne.KeyReturn)
	f.settle()
	p := f.photo(1)
	if p.Shown == nil || p.Where != nil || p.Latitude != nil {
		t.Fatalf("shown is %+v, taken at %+v", p.Shown, p.Where)
	}
	if !strings.HasPrefix(f.where.shown.Text, "Shows Rason") || f.where.place.Text != "No place" || f.where.input.Text != "Rason" {
		t.Errorf("it says %q and %q", f.where.shown.Text, f.where.place.Text)
	}
	f.where.role.SetSelected("camera stood")
	if f.where.input.Text != "" {
		t.Errorf("where the camera stood is %q", f.where.input.Text)
	}
	f.where.role.SetSelected("is shown")
	f.where.input.SetText("Hunch") // not saved
	f.show(2)
	if f.where.input.Text != "" || f.where.about() != catalog.PropPlace {
		t.Errorf("the next photo has %q about %s", f.where.input.Text, f.where.about())
	}
	f.show(1)
	if f.where.input.Text != "Hunch" || f.where.about() != catalog.PropPlaceShown {
		t.Errorf("what was typed is %q about %s", f.where.input.Text, f.where.about())
	}
}

// placed makes a catalogue of one sample whose batch says that it was taken
// somewhere else: at its point as move changes it.
func placed(t *testing.T, move func(lat, lon float64) (float64, float64)) *workspace.Catalogue {
	t.Helper()
	const sample = "20230702_091204.jpg"
	first := newFixture(t, contradicted(t)).photo(1)
	lat, lon := move(*first.Latitude, *first.Longitude)
	in := intake()
	in.Place = catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionExact}.Value()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, in, apptest.Samples(t, sample))
	return c
}

func TestContradictingPlacesStandSideBySide(t *testing.T) {
	for _, c := range []struct {
		code catalog.WarningCode
		move func(lat, lon float64) (float64, float64)
		said string
	}{
		{catalog.WarnPlaces, func(float64, float64) (float64, float64) { return 40.12, 124.39 }, "too far apart"},
		{catalog.WarnShifted, places.ToGCJ, "GCJ-02"},
	} {
		f := newFixture(t, placed(t, c.move))
		f.show(1)
		said := f.where.claims.said
		if len(said.conflicts) != 1 || len(said.lines) != 0 {
			t.Fatalf("%s: said is %+v", c.code, said)
		}
		pair := said.conflicts[0]
		if pair.followed.use != nil || !strings.HasPrefix(pair.followed.text, "GPS: ") || !strings.HasPrefix(pair.other.text, "batch: ") {
			t.Errorf("%s: side by side are %+v", c.code, pair)
		}
		if texts, _ := textsIn(f.alerts.list); len(texts) != 1 || !strings.Contains(texts[0], c.said) {
			t.Errorf("%s: the warning is %q", c.code, texts)
		}
		_, links := textsIn(f.where.claims.box)
		if len(links) != 1 {
			t.Fatalf("%s: there are %d links", c.code, len(links))
		}
		links[0].OnTapped()
		f.settle()
		if p := f.photo(1); p.Where.Origin != catalog.OriginEditor || f.where.input.Text == "" {
			t.Errorf("%s: taken over is %+v, %q in the entry", c.code, p.Where, f.where.input.Text)
		}
	}
}

func TestPlaceAs(t *testing.T) {
	lat, lon := 42.5, 130.25
	point := catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionVicinity, Name: "bridge"}
	for _, c := range []struct {
		about      catalog.Property
		value, raw string
		want       catalog.Place
	}{
		{catalog.PropPosition, "42.5,130.25", "42.50000, 130.25000", catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionExact}},
		{catalog.PropPlace, point.Value(), "bridge", point},
		{catalog.PropLocation, "Hunchun, Jilin", "Hunchun, Jilin", catalog.Place{Name: "Hunchun, Jilin", Precision: catalog.PrecisionLocality}},
	} {
		got := placeAs(catalog.Claim{Property: c.about, Value: c.value})
		if got == nil || got.Raw != c.raw || got.Value != c.want.Value() || got.Check() != nil {
			t.Errorf("%s %s is taken as %+v", c.about, c.value, got)
		}
	}
	if placeAs(catalog.Claim{Property: catalog.PropPosition, Value: "x"}) != nil || placeAs(catalog.Claim{Property: catalog.PropPlace, Value: "x"}) != nil {
		t.Error("what is no place is taken over")
	}
}

func TestDirectionOfView(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	altitude := 38.6
	for _, c := range []struct{ direction, want string }{
		{"0", "39 m above sea level · camera looked north (0°)"},
		{"44.9", "39 m above sea level · camera looked north-east (44.9°)"},
		{"214M", "39 m above sea level · camera looked south-west (214° from magnetic north)"},
		{"359", "39 m above sea level · camera looked north (359°)"},
		{"400", "39 m above sea level"},
		{"", "39 m above sea level"},
	} {
		if got := f.where.detailText(&catalog.Chosen{Altitude: &altitude, Direction: c.direction}); got != c.want {
			t.Errorf("%q is %q, want %q", c.direction, got, c.want)
		}
	}
}
