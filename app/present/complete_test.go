package present_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"waybill/assets"
)

// sameEverywhere are the keys whose texts are names, units and notations, which
// are written alike in some or all languages.
var sameEverywhere = regexp.MustCompile(`^(app\.name|app\.title|cli\.error|cli\.show\.edtf|claim\.metres|date\.utc|distance\.k?m|` +
	`inspector\.hash|language\.(en|ko|zh)|origin\.(exif|gps|iptc|xmp)|size\.[kmgt]b|templates\.key|vocabulary\.hs)$`)

// Every language says everything that English says, with the same values in it.
func TestLanguagesAreComplete(t *testing.T) {
	keys, en := pairs(t, "en.json")
	names, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || !slices.Equal(names, []string{"en.json", "ko.json", "zh.json"}) {
		t.Fatalf("the translations are %v, %v", names, err)
	}
	for _, name := range names[1:] {
		theirs, texts := pairs(t, name)
		for _, key := range theirs {
			if _, ok := en[key]; !ok {
				t.Errorf("%s: English has no %s any more", name, key)
			}
		}
		for _, key := range keys {
			text, ok := texts[key]
			if !ok {
				t.Errorf("%s: %s is missing: %s", name, key, en[key])
				continue
			}
			for _, fault := range faults(key, en[key], text) {
				t.Errorf("%s: %s %s", name, key, fault)
			}
		}
	}
}

// faults lists what a translation lost or left as it was.
func faults(key, en, text string) []string {
	var list []string
	if have, want := fills(text), fills(en); !slices.Equal(have, want) {
		list = append(list, fmt.Sprintf("fills in %v; English fills in %v", have, want))
	}
	if strings.Count(text, "\n") != strings.Count(en, "\n") || strings.Count(text, "\t") != strings.Count(en, "\t") {
		list = append(list, "has other lines or columns than English")
	}
	says := strings.ContainsFunc(placeholder.ReplaceAllString(en, ""), unicode.IsLetter)
	if text == en && says && !sameEverywhere.MatchString(key) {
		list = append(list, "is not translated: "+text)
	}
	return list
}

// fills lists the placeholders of a text, each once.
func fills(text string) []string {
	names := placeholders(text)
	slices.Sort(names)
	return slices.Compact(names)
}

func TestFaultsOfTranslationsAreFound(t *testing.T) {
	for _, c := range []struct {
		key, en, text string
		faults        int
	}{
		{"a.b", "{n} photos of {name}", "{name}의 사진 {n}장", 0},
		{"a.b", "{n} photos of {name}", "사진 {n}장", 1},
		{"a.b", "{n} photos", "{m}장", 1},
		{"a.b", "Photos", "Photos", 1},
		{"app.name", "Waybill", "Waybill", 0},
		{"a.b", "{a} · {b}", "{a} · {b}", 0},
		{"a.b", "one\ttwo\nthree", "하나\t둘", 1},
	} {
		if list := faults(c.key, c.en, c.text); len(list) != c.faults {
			t.Errorf("%q for %q: %q", c.text, c.en, list)
		}
	}
}
