package catalog_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
)

func TestChooseTexts(t *testing.T) {
	claims := said(t, "xmp make Later", "exif make HUAWEI", "exif model P40", "xmp lens 27mm", "exif exposure 1/125", "gps altitude 12.5", "gps view_direction 120M",
		"gps position_error 35", "exif orientation 6")
	c := catalog.Choose(claims, circumstances(t))
	if c.Make != "HUAWEI" || c.Model != "P40" || c.Lens != "27mm" || c.Exposure != "1/125" || *c.Altitude != 12.5 || c.Direction != "120M" || *c.PositionError != 35 {
		t.Errorf("%+v", c)
	}
	if got := followed(claims, circumstances(t)); !slices.Equal(got, []int{1, 2, 3, 4, 5, 6, 7, 8}) {
		t.Errorf("followed %v", got)
	}
	for _, value := range []string{"NaN", "Inf", "-inf", "1e999", "high"} {
		if c := catalog.Choose(said(t, "gps altitude "+value, "xmp altitude 7"), circumstances(t)); c.Altitude == nil || *c.Altitude != 7 {
			t.Errorf("altitude %s is followed", value)
		}
	}
}

func TestChooseKind(t *testing.T) {
	for _, tt := range []struct {
		claims   []string
		kind     catalog.Kind
		origin   catalog.Origin
		followed []int
	}{
		{nil, "", "", []int{}},
		{[]string{"exif make X"}, "", "", []int{0}},
		{[]string{"exif exposure 1/125"}, catalog.KindScene, catalog.OriginExif, []int{0}},
		{[]string{"xmp exposure 1/125"}, "", "", []int{0}},
		{[]string{"filesystem kind screenshot", "exif exposure 1/125"}, catalog.KindScreenshot, catalog.OriginFilesystem, []int{0, 1}},
		{[]string{"filename kind screenshot", "editor kind 현장"}, catalog.KindScene, catalog.OriginEditor, []int{1}},
		{[]string{"editor kind painting"}, "", "", []int{}},
		{[]string{"editor kind painting", "filename kind composite"}, catalog.KindComposite, catalog.OriginFilename, []int{1}},
	} {
		c := catalog.Choose(said(t, tt.claims...), circumstances(t))
		if got := followed(said(t, tt.claims...), circumstances(t)); c.Kind != tt.kind || c.KindOrigin != tt.origin || !slices.Equal(got, tt.followed) {
			t.Errorf("%v: %q of %q, followed %v", tt.claims, c.Kind, c.KindOrigin, got)
		}
	}
}

func TestChooseRemarks(t *testing.T) {
	claims := said(t, "filesystem format png", "filesystem thumbnail differs")
	if got := warnings(catalog.Choose(claims, circumstances(t)), claims); got != "wrong_extension 0, thumbnail_differs 1" {
		t.Errorf("warnings %q", got)
	}
	claims[0].Value, claims[1].Value = "", ""
	if c := catalog.Choose(claims, circumstances(t)); c.Warnings != nil {
		t.Errorf("warnings %v", c.Warnings)
	}
}

// TestChosenAsJSON: what was chosen is kept as JSON and comes back the same,
// also from the ends of time and with numbers that JSON does not know.
func TestChosenAsJSON(t *testing.T) {
	for _, claims := range [][]string{
		nil,
		{"exif taken 2023-07-03T14:05:00+08:00", "gps position " + quanhe, "filename saved 2024-07-09", "editor kind scene", "gps altitude 5"},
		{"editor taken 0000-01-01T00:00:00"},
		{"editor taken 9999-12-31T23:59:59+14:00"},
		{"editor taken Y-170000002"},
		{"editor taken [..Y170000002]"},
		{"filename taken 9999-12-31T23:59:59Z"},
		{"filename taken 0000-01-01T00:00:00Z"},
		{"filename saved 9999-12-31T23:59:59Z"},
		{"editor taken [9999-12..]", "filename saved 9999-12-31T23:00:00"},
		{"gps altitude NaN", "gps position_error Inf"},
		{`editor place {"latitude":0,"longitude":0,"accuracy":1e308}`, "gps position -90,180"},
	} {
		c := catalog.Choose(said(t, claims...), catalog.Circumstances{})
		text, err := json.Marshal(c)
		if err != nil {
			t.Errorf("%v: %v", claims, err)
			continue
		}
		var again catalog.Chosen
		if err := json.Unmarshal(text, &again); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if second, err := json.Marshal(again); err != nil || string(second) != string(text) {
			t.Errorf("%s comes back as %s, %v", text, second, err)
		}
		if c.Date != nil {
			var utc catalog.Date
			utc.Earliest, utc.Latest = c.Date.UTC()
			if _, err := json.Marshal(utc); err != nil {
				t.Errorf("%v in UTC: %v", claims, err)
			}
		}
	}
}

// TestChooseMany: a file may claim a thing ten thousand times.
func TestChooseMany(t *testing.T) {
	const many = 10_000
	at := circumstances(t)
	for name, claim := range map[string]func(i int) string{
		"points": func(i int) string { return fmt.Sprintf("xmp position %d.5,%d.5", i%90, i%180) },
		"places": func(i int) string {
			return fmt.Sprintf(`xmp place {"latitude":%d,"longitude":1,"precision":"exact"}`, i%90)
		},
		"points of GPS":  func(i int) string { return fmt.Sprintf("gps position_error %d", i) },
		"times":          func(i int) string { return fmt.Sprintf("xmp taken %04d-07-03T14:05:00", 1900+i%120) },
		"times in UTC":   func(i int) string { return fmt.Sprintf("filename taken 2023-07-%02dT14:05:00Z", 1+i%28) },
		"wrong clocks":   func(i int) string { return "exif taken 1970-01-01T00:00:00" },
		"times of GPS":   func(i int) string { return fmt.Sprintf("gps gps_time 2023-07-%02dT14:05:01Z", 1+i%28) },
		"kinds":          func(i int) string { return fmt.Sprintf("filename kind x%d", i) },
		"wrong formats":  func(i int) string { return fmt.Sprintf("filesystem format x%d", i) },
		"dates of years": func(i int) string { return "editor taken [0000..9999]" },
		"long texts":     func(i int) string { return "xmp taken [" + strings.Repeat("2023,", 1000) + "2024]" },
		"rest":           func(i int) string { return fmt.Sprintf("xmp lens %d", i) },
	} {
		t.Run(name, func(t *testing.T) {
			texts := []string{"exif taken 2023-07-03T14:05:00", "gps position " + yanji}
			for i := range many {
				texts = append(texts, claim(i))
			}
			claims := said(t, texts...)
			start := time.Now()
			c := catalog.Choose(claims, at)
			if spent := time.Since(start); spent > 20*time.Second { // seconds, also on a busy machine, where squares of it were hours
				t.Errorf("it took %v", spent)
			}
			text, err := json.Marshal(c)
			if limit := 64 << 10; err != nil || name != "long texts" && len(text) > limit {
				t.Errorf("%d bytes, %v", len(text), err)
			}
			if n := len(catalog.MergeClaims(claims, claims)); n != len(claims) {
				t.Errorf("said twice, %d claims are %d", len(claims), n)
			}
		})
	}
}

func FuzzChoose(f *testing.F) {
	for _, seed := range []string{
		"exif taken 2023-07-03T14:05:00\nbatch taken [2023-07-01~..2023-07-10~]\ngps position 42.5645,130.532\ngps gps_time 2023-07-03T05:05:00Z",
		"filename taken 9999-12-31T23:59:59Z\nfilename saved 0000-01-01T00:00:00Z\neditor taken Y170000002",
		"editor kind screen-photo\nexif taken 1970-01-01T00:00:00\ngps altitude NaN\ngps position_error -Inf\nxmp position 0x1p-2,1e308",
		`editor place {"latitude":42.5,"longitude":130.5,"accuracy":1e308}` + "\n" + `batch place {"precision":"withheld"}` + "\nxmp location x\niptc location_shown y",
		"filename screenshot_taken 2023-W01\nfilename received ../2023\neditor taken [..]\nsource taken 2023-XX-XX%\nexif exposure 1/125",
		"filesystem format \xff\nfilesystem thumbnail differs\nexif make \x00\nplace taken 2023\n  \n-1 -2 -3",
	} {
		f.Add(seed)
	}
	at := circumstances(f)
	f.Fuzz(func(t *testing.T, text string) {
		var claims []catalog.Claim
		for line := range strings.Lines(text) {
			part := strings.SplitN(strings.TrimSuffix(line, "\n")+"  ", " ", 3)
			value := strings.TrimSuffix(part[2], "  ")
			claims = append(claims, catalog.Claim{Origin: catalog.Origin(part[0]), Property: catalog.Property(part[1]), N: len(claims), Raw: value, Value: value})
		}
		c := catalog.Choose(claims, at)
		if _, err := json.Marshal(c); err != nil {
			t.Fatal(err)
		}
		if again := catalog.Choose(claims, at); !reflect.DeepEqual(c, again) {
			t.Fatalf("first %+v, then %+v", c, again)
		}
		if d := c.Date; d != nil {
			if d.Earliest == nil && d.Latest == nil || d.Earliest != nil && d.Latest != nil && d.Latest.Before(*d.Earliest) || d.Wall != nil && !d.Wall.Equal(*d.Earliest) {
				t.Fatalf("bounds of %+v", d)
			}
			if _, err := catalog.ParseDate(d.EDTF); err != nil {
				t.Fatal(err)
			}
		}
		if n := len(catalog.Followed(claims, at)); n != len(claims) {
			t.Fatalf("%d of %d claims", n, len(claims))
		}
	})
}
