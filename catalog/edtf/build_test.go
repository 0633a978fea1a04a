package edtf

import (
	"errors"
	"testing"
	"time"
)

func TestOf(t *testing.T) {
	at := func(text string) time.Time {
		v, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, c := range []struct {
		time      time.Time
		precision Precision
		want      string
	}{
		{at("2023-07-03T14:05:06+09:00"), Year, "2023"},
		{at("2023-07-03T14:05:06+09:00"), Month, "2023-07"},
		{at("2023-07-03T00:05:06+09:00"), Day, "2023-07-03"},
		{at("2023-07-03T14:05:06+09:00"), Second, "2023-07-03T14:05:06"},
		{at("2023-07-03T14:05:06Z"), Season, "2023-22"},
		{at("2023-03-01T00:00:00Z"), Season, "2023-21"},
		{at("2023-11-30T00:00:00Z"), Season, "2023-23"},
		{at("2023-12-01T00:00:00Z"), Season, "2023-24"},
		{at("2024-02-29T00:00:00Z"), Season, "2023-24"},
		{time.Date(12345, 7, 3, 0, 0, 0, 0, time.UTC), Day, "Y12345"},
		{time.Date(-9999, 1, 3, 0, 0, 0, 0, time.UTC), Season, "Y-10000"},
		{time.Date(-44, 3, 15, 0, 0, 0, 0, time.UTC), Day, "-0044-03-15"},
	} {
		d := Of(c.time, c.precision)
		if d.String() != c.want {
			t.Errorf("Of(%v, %d) = %s, want %s", c.time, c.precision, d, c.want)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("Of(%v, %d) reads back as %s, %v", c.time, c.precision, again, err)
		}
	}
}

// date reads a text that must be good.
func date(t *testing.T, text string) Date {
	t.Helper()
	if text == "" {
		return Date{}
	}
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBetween(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"2023-07-01", "2023-07-10", "[2023-07-01..2023-07-10]"},
		{"2023-07-01~", "2023-07-10?", "[2023-07-01~..2023-07-10?]"},
		{"", "2023-07-10", "[..2023-07-10]"},
		{"2023-07-01", "", "[2023-07-01..]"},
	} {
		d, err := Between(date(t, c.a), date(t, c.b))
		if err != nil || d.String() != c.want {
			t.Errorf("Between(%q, %q) = %s, %v", c.a, c.b, d, err)
		}
	}
	for _, c := range []struct{ a, b string }{
		{"", ""},
		{"2023-07-10", "2023-07-01"},
		{"2023/2024", "2025"},
		{"[2023]", "2025"},
	} {
		var e *SyntaxError
		if d, err := Between(date(t, c.a), date(t, c.b)); !errors.As(err, &e) {
			t.Errorf("Between(%q, %q) = %s, %v, want a syntax error", c.a, c.b, d, err)
		}
	}
}

func TestOneOf(t *testing.T) {
	d, err := OneOf(date(t, "2023"), date(t, "[2025-01..2025-03,2026]"))
	if err != nil || d.String() != "[2023,2025-01..2025-03,2026]" {
		t.Errorf("OneOf = %s, %v", d, err)
	}
	for _, dates := range [][]Date{nil, {date(t, "2023/2024")}, {date(t, "2023"), date(t, "[..2020]")}} {
		if d, err := OneOf(dates...); err == nil {
			t.Errorf("OneOf(%v) = %s, want an error", dates, d)
		}
	}
}

func TestWithQualifier(t *testing.T) {
	for _, c := range []struct {
		text string
		q    Qualifier
		want string
	}{
		{"2023-07", Approximate, "2023-07~"},
		{"2023-07~", Uncertain, "2023-07?"},
		{"2023-07~", 0, "2023-07"},
		{"2023-07-03T14:05:00Z", Uncertain | Approximate, "2023-07-03T14:05:00Z%"},
		{"2023/..", Approximate, "2023~/.."},
		{"[2023,2025..2026]", Approximate, "[2023~,2025~..2026~]"},
		{"", Approximate, ""},
	} {
		d := date(t, c.text).WithQualifier(c.q)
		if d != date(t, c.want) {
			t.Errorf("%q with %q = %q, want %q", c.text, c.q, d, c.want)
		}
	}
}

func TestWithOffset(t *testing.T) {
	for _, c := range []struct {
		text, offset, want string
		ok                 bool
	}{
		{"2023-07-03T14:05:00", "+09:00", "2023-07-03T14:05:00+09:00", true},
		{"2023-07-03T14:05:00+09:00", "Z", "2023-07-03T14:05:00Z", true},
		{"2023-07-03T14:05:00+09:00~", "", "2023-07-03T14:05:00~", true},
		{"2023-07-03T14:05:00", "-00:00", "2023-07-03T14:05:00Z", true},
		{"2023-07-03T14:05:00", "+15:00", "2023-07-03T14:05:00", false},
		{"2023-07-03", "+09:00", "2023-07-03", false},
		{"[2023-07-03T14:05:00]", "+09:00", "[2023-07-03T14:05:00]", false},
	} {
		d, ok := date(t, c.text).WithOffset(c.offset)
		if ok != c.ok || d != date(t, c.want) {
			t.Errorf("%s at %q = %s, %t", c.text, c.offset, d, ok)
		}
	}
}

func TestOffsets(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"+00:00": 0, "-00:00": 0, "+09:00": 9 * time.Hour, "+08:30": 8*time.Hour + 30*time.Minute,
		"-12:00": -12 * time.Hour, "+14:00": 14 * time.Hour, "-03:30": -3*time.Hour - 30*time.Minute,
	} {
		if d, ok := OffsetDuration(text); !ok || d != want || !ValidOffset(text) {
			t.Errorf("%s is %v, %t", text, d, ok)
		}
	}
	for _, text := range []string{
		"", "+9", "+0900", "09:00", "+09:60", "+14:15", "-12:15", "+99:99", "+1a:00", "+09-00", "+09:000", "z",
	} {
		if ValidOffset(text) {
			t.Errorf("%q is valid", text)
		}
	}
	if d, ok := OffsetDuration(UTC); !ok || d != 0 || ValidOffset(UTC) {
		t.Error("Z is a zero offset, and not one of the form +00:00")
	}
}
