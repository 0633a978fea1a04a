package catalog_test

import (
	"testing"

	"waybill/catalog"
)

// TestQueryDateLevels: date: takes EDTF of levels 0 and 1 and the set of level 2.
func TestQueryDateLevels(t *testing.T) {
	for value, want := range map[string]struct{ canonical, bounds string }{
		"201X":                         {"201X", "2010-01-01T00:00:00 2019-12-31T23:59:59"},
		"20xx":                         {"20XX", "2000-01-01T00:00:00 2099-12-31T23:59:59"},
		"2023-XX":                      {"2023-XX", "2023-01-01T00:00:00 2023-12-31T23:59:59"},
		"2023-07-XX":                   {"2023-07-XX", "2023-07-01T00:00:00 2023-07-31T23:59:59"},
		"2023-07~":                     {"2023-07~", "2023-07-01T00:00:00 2023-07-31T23:59:59"},
		"2023-07-03?":                  {"2023-07-03?", "2023-07-03T00:00:00 2023-07-03T23:59:59"},
		"2023%":                        {"2023%", "2023-01-01T00:00:00 2023-12-31T23:59:59"},
		"2023-21":                      {"2023-21", "2023-03-01T00:00:00 2023-05-31T23:59:59"},
		"2023-22":                      {"2023-22", "2023-06-01T00:00:00 2023-08-31T23:59:59"},
		"2023-24":                      {"2023-24", "2023-12-01T00:00:00 2024-02-29T23:59:59"},
		"2023-22..2023-23":             {"2023-22..2023-23", "2023-06-01T00:00:00 2023-11-30T23:59:59"},
		"[2023-07-01..2023-07-10]":     {"[2023-07-01..2023-07-10]", "2023-07-01T00:00:00 2023-07-10T23:59:59"},
		"[2023-07-01~..2023-07-10~]":   {"[2023-07-01~..2023-07-10~]", "2023-07-01T00:00:00 2023-07-10T23:59:59"},
		"[2023-07-01,2023-07-10]":      {"[2023-07-01,2023-07-10]", "2023-07-01T00:00:00 2023-07-10T23:59:59"},
		"[..2023-07-10]":               {"[..2023-07-10]", " 2023-07-10T23:59:59"},
		"[2023-07-01..]":               {"[2023-07-01..]", "2023-07-01T00:00:00 "},
		"2023-07~/2023-08?":            {"2023-07~..2023-08?", "2023-07-01T00:00:00 2023-08-31T23:59:59"},
		"/2023":                        {"..2023", " 2023-12-31T23:59:59"},
		"2023/":                        {"2023..", "2023-01-01T00:00:00 "},
		"2023-07-03T14:05Z":            {"", ""},
		"2023-07-03T14:05:00Z":         {"2023-07-03T14:05:00Z", "2023-07-03T14:05:00 2023-07-03T14:05:00"},
		"2023-07-03T14:05:00+09:00":    {"2023-07-03T14:05:00+09:00", "2023-07-03T14:05:00 2023-07-03T14:05:00"},
		"Y17E7":                        {"", ""},
		"{2023,2024}":                  {"", ""},
		"[..]":                         {"", ""},
		"[2023-07-10..2023-07-01]":     {"", ""},
		"[2023..2024":                  {"", ""},
		"2023-07-03T14:05??":           {"", ""},
		"2023-25":                      {"", ""},
		"2023..[2022]":                 {"", ""},
		"2023/2024/2025":               {"", ""},
		"2023-7":                       {"", ""},
		"..":                           {"", ""},
		"2023-07-03T25:00":             {"", ""},
		"2023-07-01..2023-07-10..2024": {"", ""},
	} {
		q, err := catalog.ParseQuery("date:" + value)
		if want.canonical == "" {
			if e, ok := err.(*catalog.QueryError); !ok || e.Reason != catalog.QueryBadDate || e.Pos != 5 || e.Token != value {
				t.Errorf("date:%s is %+v, %v", value, q.Terms, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("date:%s: %v", value, err)
			continue
		}
		r := q.Terms[0].Range
		if got := bounds(&catalog.Date{Earliest: r.From, Latest: r.To}); got != want.bounds || q.String() != "date:"+want.canonical {
			t.Errorf("date:%s is %s of %s, want %s of %s", value, q, got, want.canonical, want.bounds)
		}
		if again := parsed(t, q.String()); again.String() != q.String() {
			t.Errorf("%s is read %s", q, again)
		}
	}
}

func TestQueryKind(t *testing.T) {
	for value, want := range map[string]catalog.Kind{
		"scene": catalog.KindScene, "장면": catalog.KindScene, "现场": catalog.KindScene, "SCREEN-PHOTO": catalog.KindScreen, "화면사진": catalog.KindScreen,
		"翻拍": catalog.KindScreen, "screenshot": catalog.KindScreenshot, `"screen shot"`: catalog.KindScreenshot, "스크린샷": catalog.KindScreenshot,
		"截图": catalog.KindScreenshot, "doc": catalog.KindDocument, "라벨": catalog.KindDocument, "标签": catalog.KindDocument, "video": catalog.KindFrame,
		"动": "", "file": catalog.KindFile, "자료": catalog.KindFile, "资料照片": catalog.KindFile, "comp": catalog.KindComposite, "합": catalog.KindComposite,
		"拼图": catalog.KindComposite, "s": "", "screensho": catalog.KindScreenshot, "painting": "",
	} {
		for _, field := range []string{"kind", "종류", "类别"} {
			q, err := catalog.ParseQuery(field + ":" + value)
			if want == "" {
				if e, ok := err.(*catalog.QueryError); !ok || e.Reason != catalog.QueryBadKind || e.Pos != len([]rune(field))+1 {
					t.Errorf("%s:%s is %+v, %v", field, value, q.Terms, err)
				}
				continue
			}
			if err != nil || q.String() != "kind:"+string(want) {
				t.Errorf("%s:%s is %q, %v; want %s", field, value, q, err, want)
			}
		}
	}
	for _, k := range catalog.Kinds() {
		if q := parsed(t, "-kind:"+string(k)); q.String() != "-kind:"+string(k) {
			t.Errorf("%s is read %s", k, q)
		}
	}
}

func TestQueryWithAnotherKind(t *testing.T) {
	q := parsed(t, "kind:scene cart").With(onlyTerm(t, "kind:document"))
	if q.String() != "cart kind:document" {
		t.Errorf("a photo of two kinds is looked for: %s", q)
	}
}
