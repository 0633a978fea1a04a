package codes_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"waybill/assets"
	"waybill/catalog/codes"
	"waybill/catalog/tsv"
)

// shipped reads the table that comes with the program.
func shipped(t *testing.T) *codes.Table {
	t.Helper()
	b, err := assets.Vocabulary("codes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := codes.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestShippedCodes(t *testing.T) {
	table := shipped(t)
	for typed, want := range map[string][2]string{
		"=rf=":   {"household refrigerators", "냉장고"},
		"=xqw=":  {"the Quanhe–Wonjong-ri crossing", "취안허–원정리 국경 통로"},
		"=scus=": {"in the customs yard", "세관 마당에서"},
		"=ㄴㅌ=":   {"crossing the border", "국경을 넘는 모습"},
	} {
		for i, language := range []string{"en", "ko"} {
			if got, _, _ := table.Expand(typed, utf8.RuneCountInString(typed), language); got != want[i] {
				t.Errorf("%s in %s becomes %q", typed, language, got)
			}
		}
	}
	for _, c := range table.Codes() {
		if c.Texts.English == "" || c.Texts.Korean == "" || c.Texts.Chinese == "" {
			t.Errorf("%s lacks a language", c.Code)
		}
		if len(c.Code) > 5 || strings.ToLower(c.Code) != c.Code {
			t.Errorf("%s is hard to type", c.Code)
		}
	}
}

// Each kind of goods and each stage has a code, and each code says what it is for.
func TestShippedCodesCoverTheVocabulary(t *testing.T) {
	notes := map[string]bool{}
	for _, c := range shipped(t).Codes() {
		notes[c.Note] = true
	}
	goods, err := tsv.Read(assets.Vocabulary, "goods.tsv")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"goods": true, "crossing": true, "stage": true, "phrase": true}
	for _, g := range goods {
		if !notes["goods: "+g["goods_id"]] {
			t.Errorf("%s has no code", g["goods_id"])
		}
	}
	for _, stage := range []string{"factory", "warehouse", "customs", "loading", "crossing", "inside", "on-sale"} {
		if !notes["stage: "+stage] {
			t.Errorf("the stage %s has no code", stage)
		}
	}
	for note := range notes {
		if kind, _, _ := strings.Cut(note, ":"); !known[kind] {
			t.Errorf("a code is for %q", note)
		}
	}
}
