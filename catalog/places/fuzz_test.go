package places

import (
	"errors"
	"testing"
	"unicode/utf8"

	"waybill/catalog"
)

// failed checks an error: it is typed, and points into what was read.
func failed(t *testing.T, text string, err error) {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("%q: %v is no *Error", text, err)
	}
	if e.Reason == "" || e.At < 0 || e.At > utf8.RuneCountInString(text) {
		t.Fatalf("%q: %s at %d", text, e.Reason, e.At)
	}
	if catalog.CodeOf(err) == "" || err.Error() == "" {
		t.Fatalf("%q: no code", text)
	}
}

func FuzzCoordinates(f *testing.F) {
	for _, text := range coordinateTexts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fix, err := parseFix(text)
		if err != nil {
			failed(t, text, err)
			return
		}
		if !onGlobe(fix.lat, fix.lon) || fix.lat == 0 && fix.lon == 0 {
			t.Fatalf("%q: %v, %v", text, fix.lat, fix.lon)
		}
		p := placed(fix.lat, fix.lon, 0)
		if _, err := catalog.ParsePlace(p.Value()); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

func FuzzLink(f *testing.F) {
	for _, c := range linkCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := ParseLink(text)
		if err != nil {
			failed(t, text, err)
			return
		}
		if !onGlobe(l.Lat, l.Lon) || l.Service == "" || !(l.Accuracy >= 0) || !utf8.ValidString(l.Name) {
			t.Fatalf("%q: %+v", text, l)
		}
	})
}

func FuzzParse(f *testing.F) {
	g := load(f)
	for _, text := range []string{"Quanhe", "권하 세관", "圈河口岸", "42.5645, 130.532", "https://maps.google.com/?q=42.5645,130.532", "Dandong bridge", "Kosong"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, _, err := Parse(text, g)
		if err != nil {
			failed(t, text, err)
			return
		}
		if _, err := catalog.ParsePlace(p.Value()); err != nil || p.Latitude == nil || p.Precision == "" {
			t.Fatalf("%q: %s, %v", text, p.Value(), err)
		}
	})
}
