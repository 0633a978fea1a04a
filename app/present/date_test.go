package present_test

import (
	"testing"
	"testing/fstest"
	"time"

	"waybill/app/present"
	"waybill/catalog"
)

func TestEDTFInWords(t *testing.T) {
	w := load(t)
	for _, c := range [][2]string{
		{"", ""},
		{"2023", "2023"},
		{"2023-07", "July 2023"},
		{"2023-07-03", "3 July 2023"},
		{"2023-07-XX", "July 2023"},
		{"201X", "2010s"},
		{"20XX", "the years 2000 to 2099"},
		{"2023-21", "spring 2023"},
		{"2023-24", "winter 2023–2024"},
		{"-0044", "-0044"},
		{"Y170000002", "Y170000002"},
		{"2023-07-03T14:05:59", "3 July 2023, 14:05"},
		{"2023-07-03T14:05:00+09:00", "3 July 2023, 14:05 (+09:00)"},
		{"2024-07-09T08:05:00Z", "9 July 2024, 08:05 (UTC)"},
		{"2023-07-03~", "about 3 July 2023"},
		{"2023?", "perhaps 2023"},
		{"2023-07%", "perhaps about July 2023"},
		{"[2023-07-01..2023-07-10]", "between 1 and 10 July 2023"},
		{"[2023-06-28..2023-07-10]", "between 28 June and 10 July 2023"},
		{"[2022-12-28..2023-01-10]", "between 28 December 2022 and 10 January 2023"},
		{"[2023-06..2023-08]", "between June and August 2023"},
		{"[2021..2023]", "between 2021 and 2023"},
		{"[2023-07..2023-08-10]", "between July 2023 and 10 August 2023"},
		{"[2023-07-02~..2023-07-10~]", "roughly between 2 and 10 July 2023"},
		{"[2023-07-02~..2023-07-10]", "between about 2 July 2023 and 10 July 2023"},
		{"[2023-07-01~..2023-07-10~]", "early July 2023"},
		{"[2023-07-11~..2023-07-20~]", "mid-July 2023"},
		{"[2024-02-21~..2024-02-29~]", "late February 2024"},
		{"[2024-02-21~..2024-02-28~]", "roughly between 21 and 28 February 2024"},
		{"[2023-07-01%..2023-07-10%]", "perhaps early July 2023"},
		{"[2023-01~..2023-04~]", "early 2023"},
		{"[2023-09~..2023-12~]", "late 2023"},
		{"[2023-01~..2024-04~]", "roughly between January 2023 and April 2024"},
		{"[2023-07-03T12:00:00..2023-07-03T23:59:59]", "between 12:00 and 23:59 on 3 July 2023"},
		{"[2023-07-03T14:05:00..2023-07-03T14:05:59]", "3 July 2023, 14:05"},
		{"[2023-07-03T14:05:00..2023-07-04T10:00:00]", "between 3 July 2023, 14:05 and 4 July 2023, 10:00"},
		{"[2024-07-09T00:00:00Z..2024-07-09T23:59:59Z]", "9 July 2024 (UTC)"},
		{"[2024-07-09T08:00:00Z..2024-07-09T09:30:00Z]", "between 08:00 and 09:30 on 9 July 2024 (UTC)"},
		{"[2023-07-03T14:05:00+08:00..2023-07-03T14:05:00+09:00]", "[2023-07-03T14:05:00+08:00..2023-07-03T14:05:00+09:00]"},
		{"[2023-07-03T14:05:00+09:00..2023-07-03T14:05:00+08:00]", "between 3 July 2023, 14:05 (+09:00) and 3 July 2023, 14:05 (+08:00)"},
		{"[..2024-07-09]", "not after 9 July 2024"},
		{"[2023-07..]", "not before July 2023"},
		{"[2023-07,2023-08]", "July 2023 or August 2023"},
		{"[2019,2021,2023..2025]", "2019, 2021 or between 2023 and 2025"},
		{"2023-07-01/2023-07-10", "from 1 to 10 July 2023"},
		{"2023-07-01~/2023-07-10~", "roughly from 1 to 10 July 2023"},
		{"2023-06/2023-08", "from June to August 2023"},
		{"2023/..", "from 2023 on"},
		{"../2023", "until 2023"},
		{"no date {at} all", "no date {at} all"},
	} {
		if got := w.EDTF(c[0]); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

func TestDate(t *testing.T) {
	w := load(t)
	at := time.Date(2023, 7, 3, 14, 5, 0, 0, time.UTC)
	exact := func(offsets ...string) *catalog.Date {
		d := catalog.DateAt(at, catalog.OriginExif)
		d.Offsets = offsets
		return d
	}
	for want, d := range map[string]*catalog.Date{
		"":                                      nil,
		"3 July 2023, 14:05":                    exact(),
		"3 July 2023, 14:05 (+08:00)":           exact("+08:00"),
		"3 July 2023, 14:05 (+08:00 or +09:00)": exact("+08:00", "+09:00"),
		"3 July 2023, 05:05 (UTC)":              {EDTF: "2023-07-03T05:05:00Z", Offsets: []string{"+08:00", "+09:00"}},
		"about 3 July 2023, 14:05 (+09:00)":     {EDTF: "2023-07-03T14:05:00+09:00~", Offsets: []string{"+09:00"}},
		"between 1 and 10 July 2023":            {EDTF: "[2023-07-01..2023-07-10]", Offsets: []string{"+09:00"}},
		"not after 9 July 2024":                 {EDTF: "[..2024-07-09]"},
		"what an older or newer program wrote":  {EDTF: "what an older or newer program wrote"},
	} {
		if got := w.Date(d); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestBounds(t *testing.T) {
	w := load(t)
	from, to := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC), time.Date(2023, 7, 10, 23, 59, 59, 0, time.UTC)
	check(t, w.Bounds(&from, &to), "1 July 2023, 00:00 – 10 July 2023, 23:59")
	check(t, w.Bounds(&from, &from), "1 July 2023, 00:00")
	check(t, w.Bounds(nil, &to), "not after 10 July 2023, 23:59")
	check(t, w.Bounds(&from, nil), "not before 1 July 2023, 00:00")
	check(t, w.Bounds(nil, nil), "")
}

func TestDateMeant(t *testing.T) {
	w := load(t)
	check(t, w.DateMeant("2023-07"), "July 2023 · 2023-07 · 1 July 2023, 00:00 – 31 July 2023, 23:59")
	check(t, w.DateMeant("../2023-07-10"), "until 10 July 2023 · ../2023-07-10 · not after 10 July 2023, 23:59")
}

// Other languages put year, month and day where they belong.
func TestDateInOtherLanguages(t *testing.T) {
	words := fstest.MapFS{
		"en.json": file(`{"number.group": ",", "list.separator": ", ", "date.time": "{day} {time}"}`),
		"zh.json": file(`{"month.7": "7月", "date.day": "{year}年{month}{day}日", "date.between": "{from}至{to}之间",
			"date.between_days": "{year}年{month}{from}日至{to}日之间", "date.between_times": "{day}{from}至{to}之间", "date.month": "{year}年{month}",
			"date.early_month": "{year}年{month}上旬", "date.not_after": "不晚于{date}", "date.or": "{list}或{item}"}`),
	}
	w, err := present.Load(words, "zh-Hans-CN")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"[2023-07-01..2023-07-10]":                   "2023年7月1日至10日之间",
		"[2023-07-01~..2023-07-10~]":                 "2023年7月上旬",
		"[..2023-07-01]":                             "不晚于2023年7月1日",
		"[2023-07-03T12:00:00..2023-07-03T23:59:59]": "2023年7月3日12:00至23:59之间",
		"[2023-07,2023-07-03]":                       "2023年7月或2023年7月3日",
	} {
		check(t, w.EDTF(text), want)
	}
}
