package present_test

import (
	"testing"
	"testing/fstest"

	"waybill/app/present"
	"waybill/catalog"
)

var quanhe = catalog.Near{
	Entry: "quanhe-wonjong", Kind: "road bridge", Distance: 412,
	Names: catalog.Names{English: "Quanhe–Wonjong-ri", Korean: "취안허–원정리", KoreanNorth: "권하–원정리", Chinese: "圈河—元汀里"},
}

func p[T any](v T) *T { return &v }

func TestWhere(t *testing.T) {
	w := load(t)
	far := quanhe
	far.Distance = 0
	for want, x := range map[string]*catalog.Where{
		"Quanhe–Wonjong-ri crossing, 410 m · border zone China/DPRK\n42.56670° N, 130.53330° E": {
			Precision: catalog.PrecisionExact, Nearest: &quanhe, BorderZone: true, Countries: []string{"CN", "KP"},
		},
		"Quanhe–Wonjong-ri crossing · China\n42.56670° N, 130.53330° E · crossing · within 1 km": {
			Precision: catalog.PrecisionCrossing, Accuracy: p(1000.0), Entry: far.Entry, Name: "圈河", Nearest: &far, Country: "CN",
		},
		"the market · Quanhe–Wonjong-ri crossing, 410 m · XX\n42.56670° N, 130.53330° E · vicinity · converted from Chinese map coordinates (GCJ-02)": {
			Precision: catalog.PrecisionVicinity, Name: "the market", Nearest: &quanhe, Country: "XX", Datum: catalog.DatumGCJ02,
		},
		"42.56670° N, 130.53330° E": nil,
	} {
		check(t, w.Where(x, p(42.5667), p(130.5333)), want)
	}
	check(t, w.Where(&catalog.Where{Name: "Hunchun, Jilin", Precision: catalog.PrecisionLocality}, nil, nil), "Hunchun, Jilin")
	check(t, w.Where(nil, nil, nil), "")
}

// Names are those of the interface's language, else English, else any.
func TestNamesByLanguage(t *testing.T) {
	words := fstest.MapFS{
		"en.json": file(`{"number.group": ","}`), "ko.json": file(`{"number.group": ","}`), "ko-kp.json": file(`{"number.group": ","}`), "zh.json": file(`{"number.group": ","}`),
	}
	for language, want := range map[string]string{
		"en": "Quanhe–Wonjong-ri", "ko_KR.UTF-8": "취안허–원정리", "ko-KP": "권하–원정리", "zh-Hans": "圈河—元汀里", "de": "Quanhe–Wonjong-ri",
	} {
		w, err := present.Load(words, language)
		if err != nil {
			t.Fatal(err)
		}
		check(t, w.Name(quanhe.Names), want)
		if language == "ko-KP" {
			check(t, w.Name(catalog.Names{Korean: "훈춘"}), "훈춘")
		}
		check(t, w.Name(catalog.Names{English: "Hyesan"}), "Hyesan")
		check(t, w.Name(catalog.Names{Chinese: "珲春"}), "珲春")
	}
}

func TestDistance(t *testing.T) {
	w := load(t)
	for metres, want := range map[float64]string{
		0: "0 m", 0.4: "0 m", 7.6: "8 m", 99: "99 m", 104: "100 m", 412: "410 m", 994: "990 m", 996: "1 km", 1249: "1.2 km", 42_300: "42 km", 1_234_000: "1,234 km",
	} {
		check(t, w.Distance(metres), want)
	}
}
