package naming

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Household  Refrigerator": "household refrigerator", "Wŏnjŏng-ri": "wonjong ri", "Hunch’un": "hunchun", "Ｈｕｎｃｈｕｎ": "hunchun",
		"훈춘 세관": "훈춘 세관", "圈河（口岸）": "圈河 口岸", "  (a) ": "a", "…": "", "IMG_0012.JPG": "img 0012 jpg", "Хасан": "хасан",
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := Fold(form.String(s)); got != want {
				t.Errorf("%q folds to %q, want %q", form.String(s), got, want)
			}
		}
		if got := Fold(want); got != want {
			t.Errorf("%q folds again to %q", want, got)
		}
	}
}

func TestSpellings(t *testing.T) {
	for label, want := range map[string][]string{
		"camera / CCTV":    {"camera ", " CCTV", "camera / CCTV"},
		"이어폰·헤드폰":          {"이어폰", "헤드폰", "이어폰·헤드폰"},
		"coal (from DPRK)": {"coal (from DPRK)", "coal ", "coal (from DPRK)"},
		"圈河（珲春）":           {"圈河（珲春）", "圈河", "圈河（珲春）"},
		"":                 {""},
	} {
		if got := Spellings(label); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}
