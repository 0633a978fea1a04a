package citation

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func dated(t *testing.T, text string) *catalog.Date {
	t.Helper()
	r, err := catalog.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return &catalog.Date{EDTF: text, Earliest: r.From, Latest: r.To, Origin: catalog.OriginExif}
}

// TestDatesAreCoarse gives the public a day at most.
func TestDatesAreCoarse(t *testing.T) {
	for text, want := range map[string]string{
		"2023-07-03T14:05:09":       "2023-07-03",
		"2023-07-03T14:05:09+09:00": "2023-07-03",
		"2023-07-03":                "2023-07-03",
		"2023-07-03?":               "2023-07-03?",
		"[2023-07-03T09:00:00..2023-07-03T11:00:00]": "2023-07-03",
		"[2023-07-01..2023-07-10]":                   "2023-07",
		"2023-07~":                                   "2023-07~",
		"[2023-06-28..2023-07-03]":                   "[2023-06..2023-07]",
		"2023":                                       "2023",
		"2023-21":                                    "2023-21",
		"[2023-01-05..2023-12-24]":                   "[2023-01..2023-12]",
		"[2019-05-02..2023-07-03]":                   "[2019..2023]",
		"[..2023-07-03]":                             "[..2023-07]",
		"[2023-07-03..]":                             "[2023-07..]",
	} {
		if got := date(dated(t, text)); got == nil || got.EDTF != want || got.Basis != BasisOwn {
			t.Errorf("%s becomes %+v, want %s", text, got, want)
		}
	}
	if got := date(nil); got != nil {
		t.Errorf("no date becomes %+v", got)
	}
	if got := date(&catalog.Date{EDTF: ""}); got != nil {
		t.Errorf("a date without bounds becomes %+v", got)
	}
}

// TestPlacesAreCoarse gives the public a crossing or a town at most, and in a
// border zone no country.
func TestPlacesAreCoarse(t *testing.T) {
	lat, lon := 42.56451, 130.52341
	near := func(distance float64) *catalog.Near {
		return &catalog.Near{
			Entry: "quanhe-wonjong", Crossing: true, Kind: "road bridge", Distance: distance,
			Names: catalog.Names{English: "Quanhe–Wonjong-ri / the bridge", Chinese: "圈河", AlsoKnownAs: "Juanhe"},
		}
	}
	names := catalog.Names{English: "Quanhe–Wonjong-ri", Chinese: "圈河"}
	for name, c := range map[string]struct {
		chosen catalog.Chosen
		want   *Place
	}{
		"nothing":    {catalog.Chosen{}, nil},
		"at it":      {catalog.Chosen{Where: &catalog.Where{Nearest: near(400), BorderZone: true, Countries: []string{"CN", "KP"}, Origin: catalog.OriginGPS}}, &Place{Names: names, Crossing: true, At: true, Basis: BasisOwn}},
		"near it":    {catalog.Chosen{Where: &catalog.Where{Nearest: near(9_000), Origin: catalog.OriginEditor}}, &Place{Names: names, Crossing: true, Basis: BasisEditor}},
		"chosen":     {catalog.Chosen{Where: &catalog.Where{Entry: "quanhe-wonjong", Nearest: near(0), Origin: catalog.OriginSource}}, &Place{Names: names, Crossing: true, At: true, Basis: BasisSource}},
		"withheld":   {catalog.Chosen{Where: &catalog.Where{Precision: catalog.PrecisionWithheld, Nearest: near(0)}}, nil},
		"country":    {catalog.Chosen{Where: &catalog.Where{Country: "CN", Origin: catalog.OriginGPS}}, &Place{Country: "CN", Basis: BasisOwn}},
		"a zone":     {catalog.Chosen{Where: &catalog.Where{Country: "CN", BorderZone: true}}, nil},
		"only typed": {catalog.Chosen{Where: &catalog.Where{Name: "the roof of Mr Kim", Origin: catalog.OriginEditor}}, nil},
		"shown": {
			catalog.Chosen{Shown: &catalog.Where{Nearest: near(10), Origin: catalog.OriginEditor}, Where: &catalog.Where{Country: "CN"}},
			&Place{Names: names, Crossing: true, At: true, Shown: true, Basis: BasisEditor},
		},
	} {
		c.chosen.Latitude, c.chosen.Longitude = &lat, &lon
		if diff := cmp.Diff(c.want, place(&c.chosen)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func input(t *testing.T) Input {
	t.Helper()
	lat, lon := 42.56451, 130.52341
	at := time.Date(2023, 7, 5, 21, 30, 0, 0, time.UTC)
	photo := catalog.Photo{ID: 7, UUID: "11111111-2222-4333-8444-555555555555", SHA256: strings.Repeat("ab", 32), Name: "IMG_2041.jpg", SourceName: "Grey Heron"}
	photo.Chosen = catalog.Chosen{Date: dated(t, "2023-07-03T14:05:09"), Latitude: &lat, Longitude: &lon}
	judged := &catalog.Determination{
		ID: 3, UUID: "66666666-2222-4333-8444-555555555555", Status: catalog.Disputed, Reason: "secret reason", By: "AB", At: at,
		Legal:   catalog.Legal{Measure: "M-1", Pack: "p 1", Direction: catalog.Into},
		Reviews: []catalog.Review{{Kind: catalog.Disagrees, Text: "no", By: "CD", At: at}},
	}
	return Input{
		Photo: photo,
		Observations: []catalog.Observation{
			{ID: 1, UUID: "77777777-2222-4333-8444-555555555555", Item: 1, Visible: false, Seen: catalog.Seen{Note: "secret note"}},
			{ID: 2, UUID: "88888888-2222-4333-8444-555555555555", Item: 2, Visible: true, Determination: judged},
		},
		Items: map[catalog.ItemID]catalog.Item{
			1: {Names: catalog.Names{English: "camera / CCTV", Korean: "카메라·CCTV", AlsoKnownAs: "webcam"}},
			2: {Names: catalog.Names{English: "motorcycle engine (petrol)"}, Caption: catalog.CaptionForms{Plural: "motorcycle motors"}},
		},
		Measure: func(pack, id string) (catalog.Measure, bool) {
			return catalog.Measure{Instrument: "S/RES/2397(2017)", Paragraph: "7"}, pack == "p 1" && id == "M-1"
		},
		Conflicts: func(o catalog.Observation) []catalog.Suggestion {
			if o.ID == 1 {
				return nil
			}
			return []catalog.Suggestion{{Instrument: "S/RES/2397(2017)", Paragraph: "7", HS: "871680", SourceReading: "not listed"}}
		},
	}
}

// TestFactsForThePublic tells no more than the public may know.
func TestFactsForThePublic(t *testing.T) {
	in := input(t)
	c := Facts(in, Public)
	if len(c.Goods) != 2 || !c.Goods[0].Visible || c.Goods[1].Visible || c.Exact != nil || c.Date.EDTF != "2023-07-03" {
		t.Fatalf("%+v", c)
	}
	if got := c.Goods[1].Names; got != (catalog.Names{English: "camera", Korean: "카메라"}) {
		t.Errorf("a label of the vocabulary is printed as %+v", got)
	}
	want := &Assessment{Status: catalog.Disputed, Instrument: "S/RES/2397(2017)", Paragraph: "7", By: "AB", On: time.Date(2023, 7, 5, 0, 0, 0, 0, time.UTC), Contested: true}
	if diff := cmp.Diff(want, c.Goods[0].Assessment); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Reading{{Instrument: "S/RES/2397(2017)", Paragraph: "7", HS: "871680"}}, c.Goods[0].Readings); diff != "" {
		t.Error(diff)
	}
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"secret", "1111", "abab", "IMG", "Heron", "42.5", "M-1", "14:05", "21:30", "CD", "CCTV", "webcam", "petrol"} {
		if strings.Contains(string(data), secret) {
			t.Errorf("the public is told %q: %s", secret, data)
		}
	}
	exact := Facts(in, Archive)
	data, err = json.Marshal(exact)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{in.Photo.UUID, in.Photo.SHA256, "secret reason", "secret note", "42.56451", "M-1", "14:05:09", "21:30:00", `"CD"`, "not listed"} {
		if !strings.Contains(string(data), part) {
			t.Errorf("an archive is not told %q: %s", part, data)
		}
	}
}

// TestGuard lets pass what tells nothing, and refuses what does.
func TestGuard(t *testing.T) {
	secrets := Secrets{
		Aliases: []string{"Grey Heron", "훈춘나비", "eram"},
		Names:   []string{"IMG_2041.jpg", "July 2023.jpg", "tiles.png", "KakaoTalk 20230704_183000123.jpg", ".jpg", ""},
	}
	for text, want := range map[string]catalog.Code{
		"Ceramic tiles, visible. Taken on 3 July 2023.": "",
		"by GREY-heron":                        catalog.ErrAliasLeak,
		"사진: 훈춘나비가":                            catalog.ErrAliasLeak,
		"an eram":                              catalog.ErrAliasLeak,
		"see img_2041":                         catalog.ErrInnerLeak,
		"see tiles.png":                        catalog.ErrInnerLeak,
		"kakaotalk 20230704_183000123":         catalog.ErrInnerLeak,
		"P-000123":                             catalog.ErrInnerLeak,
		"o-000123":                             catalog.ErrInnerLeak,
		"11111111-2222-4333-8444-555555555555": catalog.ErrInnerLeak,
		strings.Repeat("aB", 16):               catalog.ErrInnerLeak,
	} {
		if err := Guard(&Citation{}, text, secrets); catalog.CodeOf(err) != want || (err == nil) != (want == "") {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if err := Guard(&Citation{Credit: "thegreyheronphotos"}, "", secrets); catalog.CodeOf(err) != catalog.ErrAliasLeak {
		t.Errorf("an alias inside a credit: %v", err)
	}
	if err := Guard(&Citation{Goods: []Goods{{Names: catalog.Names{Chinese: "IMG_2041"}}}}, "", secrets); catalog.CodeOf(err) != catalog.ErrInnerLeak {
		t.Errorf("a name that the text does not show: %v", err)
	}
}
