package catalog

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func wall(t *testing.T, s string) *time.Time {
	t.Helper()
	w, err := ParseWallTime(s)
	if err != nil {
		t.Fatal(err)
	}
	return &w.Time
}

// decompose writes Hangul syllables as conjoining jamo, as macOS hands out file names.
func decompose(s string) string {
	var b strings.Builder
	for _, r := range s {
		n := r - 0xAC00
		if n < 0 || n >= 11172 {
			b.WriteRune(r)
			continue
		}
		b.WriteRune(0x1100 + n/588)
		b.WriteRune(0x1161 + n%588/28)
		if n%28 != 0 {
			b.WriteRune(0x11A7 + n%28)
		}
	}
	return b.String()
}

func TestParseQueryTerms(t *testing.T) {
	for text, want := range map[string][]Term{
		"":                      nil,
		" \t　":                  nil,
		"refrigerator":          {{Value: "refrigerator"}},
		"냉장고　item:타일":           {{Value: "냉장고"}, {Field: FieldItem, Value: "타일", Pos: 4}},
		`"shopping cart" Rason`: {{Value: "shopping cart", Phrase: true}, {Value: "Rason", Pos: 16}},
		`item:"shopping cart"`:  {{Field: FieldItem, Value: "shopping cart", Phrase: true}},
		"item:“shopping cart”":  {{Field: FieldItem, Value: "shopping cart", Phrase: true}},
		"품목：「쇼핑 카트」":            {{Field: FieldItem, Value: "쇼핑 카트", Phrase: true}},
		"物品：“购物车”":              {{Field: FieldItem, Value: "购物车", Phrase: true}},
		"ITEM:Cart":             {{Field: FieldItem, Value: "Cart"}},
		"ｉｔｅｍ：ｃａｒｔ":             {{Field: FieldItem, Value: "ｃａｒｔ"}},
		"made-in:cn":            {{Field: FieldMadeIn, Value: "CN"}},
		"step:０12":              {{Field: FieldStep, Value: "12"}},
		"이력:7":                  {{Field: FieldStep, Value: "7"}},
		"-made－in:KR":           {{Field: FieldMadeIn, Value: "KR", Not: true}},
		"made-up:cn":            {{Value: "made-up:cn"}},
		"-cart":                 {{Value: "cart", Not: true}},
		"－item:cart":            {{Field: FieldItem, Value: "cart", Not: true}},
		`-"a b" -c`:             {{Value: "a b", Not: true, Phrase: true}, {Value: "c", Not: true, Pos: 7}},
		"route:quanhe":          {{Field: FieldRoute, Value: "quanhe"}},
		"루트:취안허 路线:圈河":          {{Field: FieldRoute, Value: "취안허"}, {Field: FieldRoute, Value: "圈河", Pos: 7}},
		"batch:묶음 source:Swallow type:jpeg": {
			{Field: FieldBatch, Value: "묶음"},
			{Field: FieldSource, Value: "Swallow", Pos: 9},
			{Field: FieldType, Value: "jpeg", Pos: 24},
		},
		"has:gps no:date":       {{Field: FieldHas, Value: "gps"}, {Field: FieldNo, Value: "date", Pos: 8}},
		"has:Place 없음:캡션":       {{Field: FieldHas, Value: "gps"}, {Field: FieldNo, Value: "caption", Pos: 10}},
		"14:05":                 {{Value: "14:05"}},
		"http://example.org/a":  {{Value: "http://example.org/a"}},
		`C:\photos`:             {{Value: `C:\photos`}},
		":cart":                 {{Value: ":cart"}},
		"IMG_1:2":               {{Value: "IMG_1:2"}},
		`"itm:cart"`:            {{Value: "itm:cart", Phrase: true}},
		`19" rock"n"roll`:       {{Value: `19"`}, {Value: `rock"n"roll`, Pos: 4}},
		`"19"" screen"`:         {{Value: `19" screen`, Phrase: true}},
		`""""`:                  {{Value: `"`, Phrase: true}},
		`"a b"c`:                {{Value: "a b", Phrase: true}, {Value: "c", Pos: 5}},
		`item:a:b`:              {{Field: FieldItem, Value: "a:b"}},
		`item:-b`:               {{Field: FieldItem, Value: "-b"}},
		"T-shirt twenty-one":    {{Value: "T-shirt"}, {Value: "twenty-one", Pos: 8}},
		decompose("냉장고"):        {{Value: decompose("냉장고")}},
		decompose("품목") + ":카트": {{Field: FieldItem, Value: "카트"}},
	} {
		q, err := ParseQuery(text)
		if err != nil || !reflect.DeepEqual(q.Terms, want) {
			t.Errorf("ParseQuery(%q)\n got %+v, %v\nwant %+v", text, q.Terms, err, want)
		}
	}
}

func TestParseQueryStatus(t *testing.T) {
	for value, want := range map[string]Status{
		"sanctioned": Sanctioned, "SANCT": Sanctioned, "제재": Sanctioned, "制裁": Sanctioned,
		"susp": Suspected, "의심": Suspected, decompose("의심"): Suspected, "제재의심": Suspected, "可疑": Suspected,
		"d": Disputed, "争议": Disputed, "exempt": Exempt, "면제": Exempt, "豁免": Exempt,
		"not-listed": NotListed, "Not_Listed": NotListed, `"not listed"`: NotListed, "not-l": NotListed, "비대상": NotListed,
		"none": NotAssessed, "not-assessed": NotAssessed, "미평가": NotAssessed, "未评估": NotAssessed, "ｎｏｎｅ": NotAssessed,
	} {
		q, err := ParseQuery("status:" + value)
		if err != nil || !reflect.DeepEqual(q.Terms, []Term{{Field: FieldStatus, Value: string(want)}}) {
			t.Errorf("status:%s gives %+v, %v; want %s", value, q.Terms, err, want)
		}
	}
	for _, s := range Statuses() {
		if q, err := ParseQuery("status:" + string(s)); err != nil || q.Terms[0].Value != string(s) {
			t.Errorf("status:%s gives %+v, %v", s, q, err)
		}
	}
}

func TestParseQueryHas(t *testing.T) {
	for _, value := range HasValues() {
		for _, field := range []Field{FieldHas, FieldNo} {
			q, err := ParseQuery(string(field) + ":" + value)
			if err != nil || !reflect.DeepEqual(q.Terms, []Term{{Field: field, Value: value}}) {
				t.Errorf("%s:%s gives %+v, %v", field, value, q.Terms, err)
			}
		}
	}
	if want := []string{"gps", "date", "item", "route", "source", "caption", "warning", "note"}; !slices.Equal(HasValues(), want) {
		t.Errorf("HasValues() = %v, want %v", HasValues(), want)
	}
}

func TestParseQueryDate(t *testing.T) {
	for value, want := range map[string]struct{ value, from, to string }{
		"2023":                                  {"2023", "2023-01-01T00:00:00", "2023-12-31T23:59:59"},
		"2023-07":                               {"2023-07", "2023-07-01T00:00:00", "2023-07-31T23:59:59"},
		"2024-02":                               {"2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"},
		"2023-07-03":                            {"2023-07-03", "2023-07-03T00:00:00", "2023-07-03T23:59:59"},
		"2023-07-03T14:05":                      {"2023-07-03T14:05", "2023-07-03T14:05:00", "2023-07-03T14:05:59"},
		"2023-07-03t14:05:00":                   {"2023-07-03T14:05:00", "2023-07-03T14:05:00", "2023-07-03T14:05:00"},
		"2023-07-03T14:05:00?":                  {"2023-07-03T14:05:00?", "2023-07-03T14:05:00", "2023-07-03T14:05:00"},
		"2023-07-01..2023-07-10":                {"2023-07-01..2023-07-10", "2023-07-01T00:00:00", "2023-07-10T23:59:59"},
		"2023-07-01/2023-07-10":                 {"2023-07-01..2023-07-10", "2023-07-01T00:00:00", "2023-07-10T23:59:59"},
		"2023-07-03T14:05..2023-07-03T15:10":    {"2023-07-03T14:05..2023-07-03T15:10", "2023-07-03T14:05:00", "2023-07-03T15:10:59"},
		"2023-07-01..":                          {"2023-07-01..", "2023-07-01T00:00:00", ""},
		"..2023-07-10":                          {"..2023-07-10", "", "2023-07-10T23:59:59"},
		"2023/..":                               {"2023..", "2023-01-01T00:00:00", ""},
		"../2023":                               {"..2023", "", "2023-12-31T23:59:59"},
		"２０２３。。２０２４":                            {"2023..2024", "2023-01-01T00:00:00", "2024-12-31T23:59:59"},
		`"2023-07"`:                             {"2023-07", "2023-07-01T00:00:00", "2023-07-31T23:59:59"},
		"2023-07-01..2023-07":                   {"2023-07-01..2023-07", "2023-07-01T00:00:00", "2023-07-31T23:59:59"},
		"2023-07-03T00:30:00+09:00..2023-07-04": {"2023-07-03T00:30:00+09:00..2023-07-04", "2023-07-03T00:30:00", "2023-07-04T23:59:59"},
	} {
		q, err := ParseQuery("date:" + value)
		if err != nil {
			t.Errorf("date:%s: %v", value, err)
			continue
		}
		var r DateRange
		if want.from != "" {
			r.From = wall(t, want.from)
		}
		if want.to != "" {
			r.To = wall(t, want.to)
		}
		if w := []Term{{Field: FieldDate, Value: want.value, Range: r}}; !reflect.DeepEqual(q.Terms, w) {
			t.Errorf("date:%s gives %+v, want %+v", value, q.Terms, w)
		}
	}
}

func TestParseQueryErrors(t *testing.T) {
	for text, want := range map[string]QueryError{
		"itm:cart":              {Pos: 0, Token: "itm", Reason: QueryUnknownField, Suggest: "item"},
		"타일 -stauts:none":       {Pos: 4, Token: "stauts", Reason: QueryUnknownField, Suggest: "status"},
		"품묵:타일":                 {Pos: 0, Token: "품묵", Reason: QueryUnknownField, Suggest: "품목"},
		"photographer:x":        {Pos: 0, Token: "photographer", Reason: QueryUnknownField},
		"item:":                 {Pos: 0, Token: "item:", Reason: QueryEmptyValue},
		"a item: cart":          {Pos: 2, Token: "item:", Reason: QueryEmptyValue},
		`item:""`:               {Pos: 0, Token: `item:""`, Reason: QueryEmptyValue},
		"“　”":                   {Pos: 0, Token: "“　”", Reason: QueryEmptyValue},
		"date:2023-13":          {Pos: 5, Token: "2023-13", Reason: QueryBadDate},
		"date:2023-02-30":       {Pos: 5, Token: "2023-02-30", Reason: QueryBadDate},
		"date:July":             {Pos: 5, Token: "July", Reason: QueryBadDate},
		"date:..":               {Pos: 5, Token: "..", Reason: QueryBadDate},
		"date:/":                {Pos: 5, Token: "/", Reason: QueryBadDate},
		"date:2023-07..2023-06": {Pos: 5, Token: "2023-07..2023-06", Reason: QueryBadDate},
		"date:2021/2022/2023":   {Pos: 5, Token: "2021/2022/2023", Reason: QueryBadDate},
		"date:2021..2022..2023": {Pos: 5, Token: "2021..2022..2023", Reason: QueryBadDate},
		"x status:sanctoned":    {Pos: 9, Token: "sanctoned", Reason: QueryBadStatus, Suggest: "sanctioned"},
		"status:not":            {Pos: 7, Token: "not", Reason: QueryBadStatus},
		"status:s":              {Pos: 7, Token: "s", Reason: QueryBadStatus},
		"has:gsp":               {Pos: 4, Token: "gsp", Reason: QueryBadHas},
		"no:capton":             {Pos: 3, Token: "capton", Reason: QueryBadHas, Suggest: "caption"},
		`a "b c`:                {Pos: 2, Token: `"`, Reason: QueryUnclosedQuote},
		"item:「카트":              {Pos: 5, Token: "「", Reason: QueryUnclosedQuote},
		`"""`:                   {Pos: 0, Token: `"`, Reason: QueryUnclosedQuote},
		"a - b":                 {Pos: 2, Token: "-", Reason: QueryStrayMinus},
		"-":                     {Pos: 0, Token: "-", Reason: QueryStrayMinus},
		"--a":                   {Pos: 0, Token: "-", Reason: QueryStrayMinus},
		strings.Repeat("ab ", MaxQueryTerms) + "last": {Pos: 3 * MaxQueryTerms, Token: "last", Reason: QueryManyTerms},
		strings.Repeat("가", MaxQueryRunes+1):          {Pos: MaxQueryRunes, Reason: QueryTooLong},
	} {
		q, err := ParseQuery(text)
		e, ok := errors.AsType[*QueryError](err)
		if !ok || *e != want || q.Terms != nil {
			t.Errorf("ParseQuery(%.40q)\n got %+v, %+v\nwant %+v", text, q, err, want)
		} else if CodeOf(err) != ErrQuery {
			t.Errorf("CodeOf(%v) = %q", err, CodeOf(err))
		}
	}
	if _, err := ParseQuery(strings.Repeat("가", MaxQueryRunes)); err != nil {
		t.Errorf("the longest query is refused: %v", err)
	}
	if q, err := ParseQuery(strings.Repeat("ab ", MaxQueryTerms)); err != nil || len(q.Terms) != MaxQueryTerms {
		t.Errorf("the query of the most terms gives %d, %v", len(q.Terms), err)
	}
}

func TestQueryString(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "",
		"  cart　 -타일 ":      "cart -타일",
		"품목：「쇼핑 카트」":        `item:"쇼핑 카트"`,
		"상태:의심 -날짜:2023/..": "status:suspected -date:2023..",
		`“19" screen”`:      `"19"" screen"`,
	} {
		q, err := ParseQuery(text)
		if err != nil || q.String() != want {
			t.Errorf("ParseQuery(%q).String() = %q, %v; want %q", text, q.String(), err, want)
		}
	}
}

// A query made by a program, such as a click on a facet, says what it means.
func TestQueryStringOfMadeTerms(t *testing.T) {
	for _, value := range []string{"shopping cart", `19" screen`, "“", "-x", "item:x", "http://x", "훈춘 – 취안허"} {
		for _, field := range []Field{FieldWords, FieldItem, FieldRoute, FieldBatch, FieldSource} {
			text := Query{Terms: []Term{{Field: field, Value: value}}}.String()
			q, err := ParseQuery(text)
			if err != nil || len(q.Terms) != 1 || q.Terms[0].Field != field || q.Terms[0].Value != value || q.Terms[0].Not {
				t.Errorf("%s of %q is written %q and read %+v, %v", field, value, text, q, err)
			}
		}
	}
}

// Every name of a word must be found by itself, and mean one thing in its table.
func TestQueryWordsAreDistinct(t *testing.T) {
	for _, table := range [][]word{fieldWords, statusWords, hasWords, kindWords, directionWords, stageWords, packagingWords, reviewWords, warningWords} {
		seen := map[string]bool{}
		for _, w := range table {
			for _, n := range w.names {
				if seen[n] || n != foldName(n) {
					t.Errorf("%q is listed twice or not folded", n)
				}
				seen[n] = true
				if means, ok := findWord(table, decompose(n)); !ok || means != w.means {
					t.Errorf("%q in NFD means %q, want %q", n, means, w.means)
				}
			}
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{
		"refrigerator -cart", `item:"shopping cart" "a b"`, "품목：「쇼핑 카트」　상태:의심", "date:2023-07-01..2023-07-10 no:gps",
		"date:..2023/", "-", `"`, `""""`, "itm:cart", "status:susp", decompose("경로:훈춘"), "a:b http://x 14:05", "\xff:\x00", "－－", "has:위치 type:jpeg",
		`item:cart|"shopping cart"｜타일 -a|b`, "a|-b|item:x", "date:2023|2024..", "month:2023-07|x", `batch:"a|b"|`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := ParseQuery(text)
		if err != nil {
			e, ok := errors.AsType[*QueryError](err)
			if !ok || e.Pos < 0 || e.Pos > len([]rune(text)) || e.Reason == "" {
				t.Fatalf("ParseQuery(%q): %#v", text, err)
			}
			return
		}
		again, err := ParseQuery(q.String())
		if err != nil && len([]rune(q.String())) > MaxQueryRunes {
			return // quotes in the text were doubled
		}
		for _, terms := range [][]Term{q.Terms, again.Terms} {
			for i := range terms {
				terms[i].Pos = 0
			}
		}
		if err != nil || !reflect.DeepEqual(q, again) {
			t.Fatalf("%q is written %q\n got %+v, %v\nwant %+v", text, q, again, err, q)
		}
	})
}
