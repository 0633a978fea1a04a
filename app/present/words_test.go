package present_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"waybill/app/present"
	"waybill/assets"
)

func load(t *testing.T) *present.Words {
	t.Helper()
	w, err := present.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// check compares texts and refuses whatever was left unfilled.
func check(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if strings.ContainsAny(got, "{}⟦⟧") {
		t.Errorf("left unfilled: %s", got)
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

var languages = fstest.MapFS{
	"en.json": file(`{"a": "A {x} and {y}", "b": "only English", "c.one": "{n} cart", "c.other": "{n} carts", "number.group": ",", "number.decimal": "."}`),
	"ko.json": file(`{"a": "{y} 그리고 {x}", "b": "", "c.other": "카트 {n}대"}`),
	"de.json": file(`{"number.group": ".", "number.decimal": ","}`),
	"xx.json": file(`["no object"]`),
}

func TestLoad(t *testing.T) {
	for language, want := range map[string]string{
		"en": "en", "": "en", "fr": "en", "ko": "ko", "ko-KR": "ko", "KO": "ko", "ko_KR.UTF-8": "ko",
		"ko_KR@euro": "ko", "de-Latn-AT": "de", "C": "en", "../ko": "en", "ko/": "en", "-": "en", "한국어": "en",
	} {
		w, err := present.Load(languages, language)
		if err != nil || w.Language() != want {
			t.Errorf("Load(%q) gives %v, %v; want %s", language, w, err, want)
		}
	}
	if _, err := present.Load(languages, "xx"); err == nil {
		t.Error("a damaged file is taken for a translation")
	}
	if _, err := present.Load(fstest.MapFS{"ko.json": languages["ko.json"]}, "ko"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without English: %v", err)
	}
}

func TestT(t *testing.T) {
	en, err := present.Load(languages, "en")
	if err != nil {
		t.Fatal(err)
	}
	ko, err := present.Load(languages, "ko")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{en.T("a", "x", "1", "y", 2345), "A 1 and 2,345"},
		{en.T("a", "y", int64(-1234567), "x", "{y}"), "A {y} and −1,234,567"},
		{en.T("a", "x", "1"), "A 1 and {y}"},
		{en.T("a", "x"), "A {x} and {y}"},
		{en.T("a", "x", "ev\x1b[2Jil\u202e", "y", "two\nlines"), "A ev\ufffd[2Jil\ufffd and two\nlines"},
		{en.T("none"), "⟦none⟧"},
		{en.N("c", 1), "1 cart"},
		{en.N("c", 0), "0 carts"},
		{en.N("c", 12345), "12,345 carts"},
		{en.N("none", 1), "⟦none⟧"},
		{ko.T("a", "x", "1", "y", "2"), "2 그리고 1"},
		{ko.T("b"), "only English"},
		{ko.N("c", 1), "카트 1대"},
		{ko.N("c", 2345), "카트 2,345대"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if long := en.T("a", "x", strings.Repeat("훈", 100000), "y", ""); len([]rune(long)) > 2100 {
		t.Errorf("a value of %d characters is shown", len([]rune(long)))
	}
}

func TestSeparatorsOfALanguage(t *testing.T) {
	w, err := present.Load(languages, "de")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Count(1234567); got != "1.234.567" {
		t.Errorf("Count gives %s", got)
	}
}
