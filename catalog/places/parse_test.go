package places

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

func TestParse(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		text      string
		lat, lon  float64
		precision catalog.Precision
		accuracy  float64 // 0 for none
		entry     string
		name      string
		datum     string
	}{
		{"Quanhe", 42.5645, 130.532, catalog.PrecisionCrossing, 1000, "quanhe-wonjong", "Quanhe", ""},
		{" 권하 ", 42.5645, 130.532, catalog.PrecisionCrossing, 1000, "quanhe-wonjong", "권하", ""},
		{"훈춘시", 42.8675, 130.3581, catalog.PrecisionLocality, 2000, "town-hunchun", "훈춘시", ""},
		{"나진항", 42.239, 130.29, catalog.PrecisionLocality, 2500, "port-rajin", "나진항", ""},
		{"Dandong–Sinuiju", 40.115, 124.393, catalog.PrecisionCrossing, 300, "dandong-sinuiju", "Dandong–Sinuiju", ""},
		{"42.5645, 130.5320", 42.5645, 130.532, catalog.PrecisionExact, 7, "", "", ""},
		{"42.5645N/130.5320E", 42.5645, 130.532, catalog.PrecisionExact, 7, "", "", ""},
		{"42.56, 130.53", 42.56, 130.53, catalog.PrecisionVicinity, 690, "", "", ""},
		{"42.5, 130.5", 42.5, 130.5, catalog.PrecisionLocality, 6908, "", "", ""},
		{"북위 42도 33분 52.2초 동경 130도 31분 55.2초", 42.5645, 130.532, catalog.PrecisionExact, 2, "", "", ""},
		{"geo:42.5645,130.532;u=350", 42.5645, 130.532, catalog.PrecisionVicinity, 350, "", "", ""},
		{"https://maps.google.com/?q=42.5645,130.532(Quanhe)", 42.5645, 130.532, catalog.PrecisionExact, 0, "", "Quanhe", ""},
		{"https://www.google.com/maps/@42.5645,130.532,16z", 42.5645, 130.532, catalog.PrecisionVicinity, 226, "", "", ""},
		{"https://www.bing.com/maps?cp=42.5645~130.532", 42.5645, 130.532, catalog.PrecisionVicinity, 1000, "", "", ""},
		{"https://uri.amap.com/marker?position=129.5140,42.9096&name=延吉", 42.9071, 129.5071, catalog.PrecisionExact, 0, "", "延吉", catalog.DatumGCJ02},
	} {
		p, _, err := Parse(c.text, g)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		accuracy := 0.0
		if p.Accuracy != nil {
			accuracy = *p.Accuracy
		}
		if d := metresBetween(*p.Latitude, *p.Longitude, c.lat, c.lon); d > 50 || p.Precision != c.precision || accuracy < c.accuracy*0.99 || accuracy > c.accuracy*1.01 ||
			p.Entry != c.entry || p.Name != c.name || p.Datum != c.datum {
			t.Errorf("%s: %s, %.0f m off", c.text, p.Value(), d)
		}
		if back, err := catalog.ParsePlace(p.Value()); err != nil || *back.Latitude != *p.Latitude {
			t.Errorf("%s: its value does not come back: %v", c.text, err)
		}
	}
}

func TestParseNames(t *testing.T) {
	g := load(t)
	_, others, err := Parse("Dandong", g)
	if err != nil || !slices.Equal(ids(others), []string{"dandong-sinuiju", "new-yalu-bridge", "port-dandong"}) {
		t.Errorf("Dandong: besides %v, %v", ids(others), err)
	}
	for _, c := range []struct {
		text    string
		reason  Reason
		code    catalog.Code
		matches []string // that are among them
	}{
		{"Kosong", ReasonAmbiguous, catalog.ErrAmbiguous, []string{"town-kosong-kp", "town-goseong-kr"}},
		{"고성", ReasonAmbiguous, catalog.ErrAmbiguous, []string{"town-kosong-kp", "town-goseong-kr"}},
		{"Dandong bridge", ReasonAmbiguous, catalog.ErrAmbiguous, []string{"dandong-sinuiju", "new-yalu-bridge"}},
		{"Quan", ReasonUnknown, catalog.ErrNotFound, []string{"quanhe-wonjong"}},
		{"Quanha", ReasonUnknown, catalog.ErrNotFound, []string{"quanhe-wonjong"}},
		{"취안호", ReasonUnknown, catalog.ErrNotFound, []string{"quanhe-wonjong"}},
		{"Hunchon", ReasonUnknown, catalog.ErrNotFound, []string{"town-hunchun"}},
		{"Vladiwostok", ReasonUnknown, catalog.ErrNotFound, []string{"town-vladivostok"}},
		{"the old bridge near Quanhe", ReasonUnknown, catalog.ErrNotFound, []string{"quanhe-wonjong"}},
		{"Timbuktu", ReasonUnknown, catalog.ErrNotFound, nil},
		{strings.Repeat("Quanhe ", 30), ReasonUnknown, catalog.ErrNotFound, nil},
		{"", ReasonEmpty, catalog.ErrInvalid, nil},
		{"42.5", ReasonIncomplete, catalog.ErrInvalid, nil},
		{"Quanhe 42", ReasonNotNumbers, catalog.ErrInvalid, nil},
		{"https://maps.app.goo.gl/x", ReasonShortLink, catalog.ErrInvalid, nil},
		{strings.Repeat("x", 100_000), ReasonTooLong, catalog.ErrInvalid, nil},
	} {
		_, _, err := Parse(c.text, g)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Reason != c.reason || catalog.CodeOf(err) != c.code {
			t.Errorf("%.30q: %v", c.text, err)
			continue
		}
		for _, id := range c.matches {
			if !slices.Contains(ids(e.Matches), id) {
				t.Errorf("%s: %v, want %s among them", c.text, ids(e.Matches), id)
			}
		}
		if c.matches == nil && len(e.Matches) > 0 || len(e.Matches) > maxSuggestions {
			t.Errorf("%.30q: %v", c.text, ids(e.Matches))
		}
	}
}
