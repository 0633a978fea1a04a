package datetext

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog/edtf"
)

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		text  string
		pos   int
		token string
		why   edtf.Reason
	}{
		{"", 0, "", edtf.ReasonEmpty},
		{" \t ", 3, "", edtf.ReasonEmpty},
		{strings.Repeat("2", edtf.MaxLength+1), 0, "", edtf.ReasonTooLong},
		{"[" + strings.Repeat("\uFDFA", 100), 0, "", edtf.ReasonTooLong}, // 18 letters each
		// Which is the day?
		{"03/07/2023", 0, "03/07/2023", ReasonAmbiguousOrder},
		{"on 3.7.2023", 3, "3.7.2023", ReasonAmbiguousOrder},
		{"3-7-2023", 0, "3-7-2023", ReasonAmbiguousOrder},
		{"03/07/23", 0, "03/07/23", ReasonAmbiguousOrder},
		{"31/12/23", 0, "31/12/23", ReasonAmbiguousOrder},
		{"3/7", 0, "3/7", ReasonAmbiguousOrder},
		{"13/13/2023", 3, "13", edtf.ReasonNoSuchMonth},
		{"23년 7월", 0, "23", ReasonTwoDigitYear},
		{"３ July, 23年", 8, "23", ReasonTwoDigitYear},
		{"3-Jul-23", 6, "23", ReasonTwoDigitYear},
		// What depends on when it is read.
		{"yesterday", 0, "yesterday", ReasonRelative},
		{"last week", 0, "last", ReasonRelative},
		{"3 July last year", 7, "last", ReasonRelative},
		{"작년 7월", 0, "작년", ReasonRelative},
		{"어제 오후 2시", 0, "어제", ReasonRelative},
		{"去年7月", 0, "去年", ReasonRelative},
		{"昨天", 0, "昨天", ReasonRelative},
		// Zones.
		{"3 July 2023 14:05 CST", 18, "CST", ReasonAmbiguousZone},
		{"3 July 2023 14:05 +15:00", 18, "+15:00", edtf.ReasonBadOffset},
		{"3 July 2023 14:05 -13", 18, "-13", edtf.ReasonBadOffset},
		{"3 July 2023 14:05 UTC+15", 21, "+15", edtf.ReasonBadOffset},
		{"3 July 2023 14:05 +", 19, "", edtf.ReasonIncomplete},
		{"3 July 2023 KST", 12, "KST", edtf.ReasonUnexpected},
		{"3 July 2023 14:05 KST +09:00", 22, "+", edtf.ReasonUnexpected},
		// What does not exist.
		{"32 July 2023", 0, "32", edtf.ReasonNoSuchDay},
		{"30 February 2023", 0, "30", edtf.ReasonNoSuchDay},
		{"29 Feb 2023", 0, "29", edtf.ReasonNoSuchDay},
		{"0 July 2023", 0, "0", edtf.ReasonNoSuchDay},
		{"2023/2/29", 7, "29", edtf.ReasonNoSuchDay},
		{"2023-13-01", 5, "13", edtf.ReasonNoSuchMonth},
		{"2023년 13월", 6, "13", edtf.ReasonNoSuchMonth},
		{"2023년 7월 32일", 9, "32", edtf.ReasonNoSuchDay},
		{"20231301", 0, "20231301", edtf.ReasonNoSuchMonth},
		{"3 July 2023 25:00", 12, "25", edtf.ReasonNoSuchTime},
		{"3 July 2023 24:00", 12, "24", edtf.ReasonNoSuchTime},
		{"3 July 2023 14:60", 15, "60", edtf.ReasonNoSuchTime},
		{"3 July 2023 14:05:60", 18, "60", edtf.ReasonNoSuchTime},
		{"3 July 2023 14:05 am", 12, "14", edtf.ReasonNoSuchTime},
		{"2023년 7월 3일 밤 1시", 14, "1", edtf.ReasonNoSuchTime},
		{"Tuesday, 3 July 2023", 0, "Tuesday", ReasonWrongWeekday},
		{"2023년 7월 3일(화)", 11, "(화)", ReasonWrongWeekday},
		{"음력 2023년 7월 3일", 0, "음력", edtf.ReasonUnsupported},
		{"193X年", 4, "年", edtf.ReasonUnexpected},
		// What ends before it begins.
		{"between 10 and 1 July 2023", 15, "1 July 2023", edtf.ReasonReversed},
		{"28 December to 3 January 2024", 15, "3 January 2024", edtf.ReasonReversed},
		{"2023년 7월 10일부터 1일까지", 15, "1일", edtf.ReasonReversed},
		{"after 10 July 2023 and before 11 July 2023", 30, "11 July 2023", edtf.ReasonReversed},
		{"after 1 July 2023 and after 5 July 2023", 28, "5 July 2023", edtf.ReasonUnexpected},
		{"[2023-07-10, 2023-07-09..2023-07-01]", 25, "2023-07-01", edtf.ReasonReversed},
		// What is missing.
		{"July", 0, "July", ReasonMissingYear},
		{"on 3 July", 3, "3 July", ReasonMissingYear},
		{"14:05", 0, "14:05", ReasonMissingYear},
		{"7월 3일경", 0, "7월 3일", ReasonMissingYear},
		{"2023년 3일", 0, "2023년 3일", ReasonMissingMonth},
		{"2023 14:05", 0, "2023 14:05", ReasonMissingMonth},
		{"July 2023 14:05", 0, "July 2023 14:05", ReasonMissingDay},
		{"between 1 July 2023", 19, "", edtf.ReasonIncomplete},
		{"from 1 July 2023 to", 19, "", edtf.ReasonIncomplete},
		{"before", 6, "", edtf.ReasonIncomplete},
		{"ca.", 3, "", edtf.ReasonIncomplete},
		{"2023-07-03 14:", 14, "", edtf.ReasonIncomplete},
		{"2023-07-03 evening", 11, "evening", edtf.ReasonIncomplete},
		// What cannot stand there.
		{"July June 2023", 5, "June", edtf.ReasonUnexpected},
		{"2023 2024", 5, "2024", edtf.ReasonUnexpected},
		{"3 July 2023 5", 12, "5", edtf.ReasonUnexpected},
		{"202 July", 0, "202", edtf.ReasonUnexpected},
		{"12345", 0, "12345", edtf.ReasonUnexpected},
		{"early 3 July 2023", 0, "early", edtf.ReasonUnexpected},
		{"summer July 2023", 0, "summer", edtf.ReasonUnexpected},
		{"1 July and 10 July 2023", 7, "and", edtf.ReasonUnexpected},
		{"~2023", 0, "~", edtf.ReasonUnexpected},
		{"- 2023", 0, "-", edtf.ReasonUnexpected},
		{"before July 2023 until", 17, "until", edtf.ReasonUnexpected},
		{"before July 2023 to August 2023", 17, "to", edtf.ReasonUnexpected},
		{"1 to 3 to 5 July 2023", 7, "to", edtf.ReasonUnexpected},
		{"2023年7月初三日", 7, "初", edtf.ReasonUnexpected},
		{"3 July 2023 14:5", 15, "5", edtf.ReasonUnexpected},
		{"3 Jüly 2023", 2, "Jüly", ReasonUnknownWord},
		{"in the days of 3 July 2023", 7, "days", ReasonRelative},
		{"2023년 7월 3일 국경에서", 12, "국경에서", ReasonUnknownWord},
		{"Q3 2023", 0, "Q", ReasonUnknownWord},
		{"2023-\xff", 5, "\uFFFD", ReasonUnknownWord},
		// Meant as EDTF.
		{"  [2023-07-10..2023-07-01]", 15, "2023-07-01", edtf.ReasonReversed},
		{"{2023,2024}", 0, "{", edtf.ReasonUnsupported},
		{"2004-06?-11", 8, "-", edtf.ReasonUnsupported},
		{"156X-12-25", 4, "-", edtf.ReasonUnsupported},
		{"２０２３－１X", 6, "X", edtf.ReasonUnsupported},
		{"2023..", 4, ".", edtf.ReasonUnexpected},
	} {
		d, err := Parse(c.text)
		var e *edtf.SyntaxError
		if !errors.As(err, &e) || !d.IsZero() {
			t.Errorf("Parse(%q) = %q, %v, want a syntax error", c.text, d, err)
			continue
		}
		if e.Pos != c.pos || e.Token != c.token || e.Reason != c.why {
			t.Errorf("Parse(%q): %v, want %s at %d %q", c.text, e, c.why, c.pos, c.token)
		}
	}
}

// Positions count the runes that were typed, not those of the normal form.
func TestPositionsOfDecomposedText(t *testing.T) {
	text := norm.NFD.String("2023년 7월 32일")
	_, err := Parse(text)
	var e *edtf.SyntaxError
	if !errors.As(err, &e) {
		t.Fatalf("Parse = %v", err)
	}
	if got := string([]rune(text)[e.Pos : e.Pos+2]); got != "32" || e.Token != "32" || e.Text != text {
		t.Errorf("the error is at %q with token %q", got, e.Token)
	}
}

func TestLongestEntry(t *testing.T) {
	longest := 0
	for _, vocabulary := range []map[string]word{english, korean, chinese} {
		for spelling := range vocabulary {
			longest = max(longest, len([]rune(spelling)))
			n := normalize(spelling)
			if string(n.runes) != spelling || strings.ToLower(spelling) != spelling {
				t.Errorf("%q is not in normal form", spelling)
			}
		}
	}
	if longest != longestEntry {
		t.Errorf("the longest word has %d runes, longestEntry says %d", longest, longestEntry)
	}
}
