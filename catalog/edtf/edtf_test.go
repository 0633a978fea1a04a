package edtf

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const wall = "2006-01-02T15:04:05"

// bounds writes the bounds of a date as "earliest..latest".
func bounds(d Date) string {
	from, to := d.Bounds()
	text := func(t *time.Time) string {
		if t == nil {
			return ""
		}
		return t.Format(wall)
	}
	return text(from) + ".." + text(to)
}

const (
	days    = "1985-04-12T00:00:00"
	daysEnd = "1985-04-12T23:59:59"
)

// The specification's own examples, and what it describes without one.
var readable = []struct{ text, bounds string }{
	// Level 0.
	{"1985-04-12", days + ".." + daysEnd},
	{"1985-04", "1985-04-01T00:00:00..1985-04-30T23:59:59"},
	{"1985", "1985-01-01T00:00:00..1985-12-31T23:59:59"},
	{"0000", "0000-01-01T00:00:00..0000-12-31T23:59:59"},
	{"2024-02", "2024-02-01T00:00:00..2024-02-29T23:59:59"},
	{"1900-02", "1900-02-01T00:00:00..1900-02-28T23:59:59"},
	{"2024-02-29", "2024-02-29T00:00:00..2024-02-29T23:59:59"},
	{"1985-04-12T23:20:30", "1985-04-12T23:20:30..1985-04-12T23:20:30"},
	{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30..1985-04-12T23:20:30"},
	{"1985-04-12T23:20:30-04", "1985-04-12T23:20:30..1985-04-12T23:20:30"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30..1985-04-12T23:20:30"},
	{"1964/2008", "1964-01-01T00:00:00..2008-12-31T23:59:59"},
	{"2004-06/2006-08", "2004-06-01T00:00:00..2006-08-31T23:59:59"},
	{"2004-02-01/2005-02-08", "2004-02-01T00:00:00..2005-02-08T23:59:59"},
	{"2004-02-01/2005-02", "2004-02-01T00:00:00..2005-02-28T23:59:59"},
	{"2004-02-01/2005", "2004-02-01T00:00:00..2005-12-31T23:59:59"},
	{"2005/2006-02", "2005-01-01T00:00:00..2006-02-28T23:59:59"},
	{"2004-02-01/2004", "2004-02-01T00:00:00..2004-12-31T23:59:59"},
	// Level 1: letter-prefixed years.
	{"Y170000002", "9999-12-31T23:59:59..9999-12-31T23:59:59"},
	{"Y-170000002", "0000-01-01T00:00:00..0000-01-01T00:00:00"},
	{"Y99999999999", "9999-12-31T23:59:59..9999-12-31T23:59:59"},
	{"Y-99999999999/2004", "0000-01-01T00:00:00..2004-12-31T23:59:59"},
	// Level 1: seasons.
	{"2001-21", "2001-03-01T00:00:00..2001-05-31T23:59:59"},
	{"2001-22", "2001-06-01T00:00:00..2001-08-31T23:59:59"},
	{"2001-23", "2001-09-01T00:00:00..2001-11-30T23:59:59"},
	{"2001-24", "2001-12-01T00:00:00..2002-02-28T23:59:59"},
	{"2003-24", "2003-12-01T00:00:00..2004-02-29T23:59:59"},
	{"2001-22~", "2001-06-01T00:00:00..2001-08-31T23:59:59"},
	// Level 1: qualification of a date.
	{"1984?", "1984-01-01T00:00:00..1984-12-31T23:59:59"},
	{"2004-06~", "2004-06-01T00:00:00..2004-06-30T23:59:59"},
	{"2004-06-11%", "2004-06-11T00:00:00..2004-06-11T23:59:59"},
	{"2023-07-03T14:05:00~", "2023-07-03T14:05:00..2023-07-03T14:05:00"},
	{"2023-07-03T14:05:00+09:00?", "2023-07-03T14:05:00..2023-07-03T14:05:00"},
	// Level 1: unspecified digits from the right.
	{"201X", "2010-01-01T00:00:00..2019-12-31T23:59:59"},
	{"20XX", "2000-01-01T00:00:00..2099-12-31T23:59:59"},
	{"2004-XX", "2004-01-01T00:00:00..2004-12-31T23:59:59"},
	{"1985-04-XX", "1985-04-01T00:00:00..1985-04-30T23:59:59"},
	{"1985-XX-XX", "1985-01-01T00:00:00..1985-12-31T23:59:59"},
	{"000X", "0000-01-01T00:00:00..0009-12-31T23:59:59"},
	// Level 1: extended intervals.
	{"1985-04-12/..", days + ".."},
	{"1985-04/..", "1985-04-01T00:00:00.."},
	{"1985/..", "1985-01-01T00:00:00.."},
	{"../1985-04-12", ".." + daysEnd},
	{"../1985-04", "..1985-04-30T23:59:59"},
	{"../1985", "..1985-12-31T23:59:59"},
	{"1985-04-12/", days + ".."},
	{"1985-04/", "1985-04-01T00:00:00.."},
	{"1985/", "1985-01-01T00:00:00.."},
	{"/1985-04-12", ".." + daysEnd},
	{"/1985-04", "..1985-04-30T23:59:59"},
	{"/1985", "..1985-12-31T23:59:59"},
	{"1984~/2004-06", "1984-01-01T00:00:00..2004-06-30T23:59:59"},
	{"1984?/2004%", "1984-01-01T00:00:00..2004-12-31T23:59:59"},
	{"1984-06-02?/2004-08-08~", "1984-06-02T00:00:00..2004-08-08T23:59:59"},
	{"1984-06-02?/", "1984-06-02T00:00:00.."},
	{"2023-07-03T14:05:00/2023-07-04", "2023-07-03T14:05:00..2023-07-04T23:59:59"},
	// Level 1: negative years.
	{"-1985", "0000-01-01T00:00:00..0000-01-01T00:00:00"},
	{"-0001-12-31/0001", "0000-01-01T00:00:00..0001-12-31T23:59:59"},
	{"-201X/-2010", "0000-01-01T00:00:00..0000-01-01T00:00:00"},
	// Level 2: one of a set.
	{"[1667,1668,1670..1672]", "1667-01-01T00:00:00..1672-12-31T23:59:59"},
	{"[..1760-12-03]", "..1760-12-03T23:59:59"},
	{"[1760-12..]", "1760-12-01T00:00:00.."},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01T00:00:00.."},
	{"[1667,1760-12]", "1667-01-01T00:00:00..1760-12-31T23:59:59"},
	{"[..1984]", "..1984-12-31T23:59:59"},
	{"[..1984,2004..]", ".."},
	{"[2004,1984]", "1984-01-01T00:00:00..2004-12-31T23:59:59"},
	{"[1984]", "1984-01-01T00:00:00..1984-12-31T23:59:59"},
	{"[2023-07-01~..2023-07-10~]", "2023-07-01T00:00:00..2023-07-10T23:59:59"},
	{"[..2024-07-09T12:34:56]", "..2024-07-09T12:34:56"},
	// Two clocks: the later instant shows the earlier time.
	{
		"[2023-07-03T14:05:00+09:00..2023-07-03T13:30:00+08:00]",
		"2023-07-03T13:30:00..2023-07-03T14:05:00",
	},
	{
		"[2023-07-03T14:05:00+08:00,2023-07-03T15:05:00+09:00]",
		"2023-07-03T14:05:00..2023-07-03T15:05:00",
	},
}

func TestParse(t *testing.T) {
	for _, c := range readable {
		d, err := Parse(c.text)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.text, err)
			continue
		}
		if got := bounds(d); got != c.bounds {
			t.Errorf("Parse(%q) is within %s, want %s", c.text, got, c.bounds)
		}
		want := c.text
		if strings.HasSuffix(want, "T23:20:30-04") {
			want += ":00" // offsets are written with minutes
		}
		if d.String() != want {
			t.Errorf("Parse(%q).String() = %q, want %q", c.text, d, want)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("Parse(%q) = %#v, %v, want %#v", d, again, err, d)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		text  string
		pos   int
		token string
		why   Reason
	}{
		{"", 0, "", ReasonEmpty},
		{"/", 0, "/", ReasonEmpty},
		{"../..", 0, "../..", ReasonEmpty},
		{"July 2023", 0, "J", ReasonUnexpected},
		{"2023년", 4, "년", ReasonUnexpected},
		{"日", 0, "日", ReasonUnexpected},
		{" 2023", 0, " ", ReasonUnexpected},
		{"2023\x00", 4, "\x00", ReasonUnexpected},
		{"2023\xff", 4, "\xff", ReasonUnexpected},
		{"198", 3, "", ReasonIncomplete},
		{"1985-", 5, "", ReasonIncomplete},
		{"1985-4-12", 6, "-", ReasonUnexpected},
		{"19850412", 4, "0", ReasonUnexpected},
		{"1985-04-12T23:20", 16, "", ReasonIncomplete},
		{"1985-04T23:20:30", 7, "T", ReasonUnexpected},
		{"1985-04-12t23:20:30", 10, "t", ReasonUnexpected},
		{"1985-04-12T23:20:30.5", 19, ".", ReasonUnexpected},
		{"1985-04-XXT23:20:30", 10, "T", ReasonUnexpected},
		{"-0000", 0, "-0000", ReasonNoSuchYear},
		{"Y2023", 1, "2023", ReasonNoSuchYear},
		{"Y012345", 1, "012345", ReasonNoSuchYear},
		{"Y", 1, "", ReasonIncomplete},
		{"Y123456789012", 1, "12345678901", ReasonTooLong},
		{"Y170000002-01", 10, "-", ReasonUnexpected},
		{"2023-00", 5, "00", ReasonNoSuchMonth},
		{"2023-13", 5, "13", ReasonNoSuchMonth},
		{"2023-42", 5, "42", ReasonNoSuchMonth},
		{"2023-21-01", 5, "21", ReasonNoSuchMonth},
		{"2023-02-29", 8, "29", ReasonNoSuchDay},
		{"2023-04-31", 8, "31", ReasonNoSuchDay},
		{"2023-04-00", 8, "00", ReasonNoSuchDay},
		{"1985-04-12T24:00:00", 11, "24", ReasonNoSuchTime},
		{"1985-04-12T23:60:00", 14, "60", ReasonNoSuchTime},
		{"1985-04-12T23:59:60", 17, "60", ReasonNoSuchTime},
		{"1985-04-12T23:20:30+14:01", 19, "+14:01", ReasonBadOffset},
		{"1985-04-12T23:20:30-12:30", 19, "-12:30", ReasonBadOffset},
		{"1985-04-12T23:20:30+09:60", 19, "+09:60", ReasonBadOffset},
		{"1985-04-12T23:20:30+0900", 22, "0", ReasonUnexpected},
		{"2008/1964", 5, "1964", ReasonReversed},
		{"2004-06/2004-05", 8, "2004-05", ReasonReversed},
		{"Y2000000000/Y1999999999", 12, "Y1999999999", ReasonReversed},
		{"[1672..1670]", 7, "1670", ReasonReversed},
		{"[2023-07-03T14:05:00+08:00..2023-07-03T14:30:00+09:00]", 28, "2023-07-03T14:30:00+09:00", ReasonReversed},
		{"1964/2008/2010", 9, "/", ReasonUnexpected},
		{"1964/[2008]", 5, "[", ReasonUnexpected},
		{"..", 2, "", ReasonIncomplete},
		{"[1984", 5, "", ReasonIncomplete},
		{"[]", 1, "]", ReasonUnexpected},
		{"[..]", 3, "]", ReasonUnexpected},
		{"[1984,]", 6, "]", ReasonUnexpected},
		{"[1984]]", 6, "]", ReasonUnexpected},
		{"[1984..,1990]", 7, ",", ReasonUnexpected},
		{"[1984,..1990]", 6, ".", ReasonUnexpected},
		{"[1984/1990]", 5, "/", ReasonUnexpected},
		// Level 2.
		{"{1667,1668}", 0, "{", ReasonUnsupported},
		{"Y-17E7", 4, "E", ReasonUnsupported},
		{"1950S2", 4, "S", ReasonUnsupported},
		{"Y171010000S3", 10, "S", ReasonUnsupported},
		{"2001-34", 5, "34", ReasonUnsupported},
		{"2004-06?-11", 8, "-", ReasonUnsupported},
		{"?2004-06-11", 0, "?", ReasonUnsupported},
		{"2004-~06-11", 5, "~", ReasonUnsupported},
		{"156X-12-25", 4, "-", ReasonUnsupported},
		{"XXXX-12-XX", 0, "XXXX", ReasonUnsupported},
		{"1XXX", 0, "1XXX", ReasonUnsupported},
		{"1X99", 2, "9", ReasonUnexpected},
		{"1985-XX-12", 8, "12", ReasonUnsupported},
		{"2004-1X", 6, "X", ReasonUnsupported},
		{strings.Repeat("1", MaxLength+1), 0, "", ReasonTooLong},
	} {
		d, err := Parse(c.text)
		var e *SyntaxError
		if !errors.As(err, &e) || !d.IsZero() {
			t.Errorf("Parse(%q) = %q, %v, want a syntax error", c.text, d, err)
			continue
		}
		if e.Pos != c.pos || e.Token != c.token || e.Reason != c.why {
			t.Errorf("Parse(%q): %v, want %s at %d %q", c.text, e, c.why, c.pos, c.token)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		text               string
		precision          Precision
		interval, set      bool
		uncertain, approxi bool
		ranges             string
	}{
		{"20XX", Century, false, false, false, false, "20XX-20XX"},
		{"201X?", Decade, false, false, true, false, "201X?-201X?"},
		{"2004-XX-XX", Year, false, false, false, false, "2004-XX-XX-2004-XX-XX"},
		{"2004-22%", Season, false, false, true, true, "2004-22%-2004-22%"},
		{"2004-06", Month, false, false, false, false, "2004-06-2004-06"},
		{"2004-06-11~", Day, false, false, false, true, "2004-06-11~-2004-06-11~"},
		{"2004-06-11T14:05:00", Second, false, false, false, false, "2004-06-11T14:05:00-2004-06-11T14:05:00"},
		{"1984?/2004~", NoPrecision, true, false, true, true, "1984?-2004~"},
		{"../2004", NoPrecision, true, false, false, false, "-2004"},
		{"[1667,1670..1672~,1680..]", NoPrecision, false, true, false, true, "1667-1667 1670-1672~ 1680-"},
	} {
		d, err := Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if d.Precision() != c.precision || d.IsInterval() != c.interval || d.IsSet() != c.set ||
			d.Uncertain() != c.uncertain || d.Approximate() != c.approxi {
			t.Errorf("%s: precision %d, interval %t, set %t, uncertain %t, approximate %t", c.text,
				d.Precision(), d.IsInterval(), d.IsSet(), d.Uncertain(), d.Approximate())
		}
		var ranges []string
		for _, r := range d.Ranges() {
			ranges = append(ranges, r.From.String()+"-"+r.To.String())
		}
		if got := strings.Join(ranges, " "); got != c.ranges {
			t.Errorf("%s has the ranges %q, want %q", c.text, got, c.ranges)
		}
	}
	if (Date{}).Ranges() != nil || !(Date{}).IsZero() {
		t.Error("the zero Date is some date")
	}
}

func TestExact(t *testing.T) {
	for text, want := range map[string]string{
		"2023-07-03T14:05:00":        "2023-07-03T14:05:00",
		"2023-07-03T14:05:00Z":       "2023-07-03T14:05:00Z",
		"2023-07-03T14:05:00+00:00":  "2023-07-03T14:05:00+00:00",
		"2023-07-03T14:05:00-00:00":  "2023-07-03T14:05:00Z",
		"2023-07-03T14:05:00+09":     "2023-07-03T14:05:00+09:00",
		"2023-07-03T14:05:00-12:00~": "2023-07-03T14:05:00-12:00",
		"2023-07-03":                 "",
		"[2023-07-03T14:05:00]":      "",
		"2023-07-03T14:05:00/":       "",
	} {
		d, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		at, offset, ok := d.Exact()
		got := ""
		if ok {
			got = at.Format(wall) + offset
		}
		if got != want {
			t.Errorf("%s is exactly %q, want %q", text, got, want)
		}
	}
}
