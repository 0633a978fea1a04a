package datetext

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog/edtf"
)

const (
	earlyJuly = "[2023-07-01~..2023-07-10~]"
	midJuly   = "[2023-07-11~..2023-07-20~]"
	lateJuly  = "[2023-07-21~..2023-07-31~]"
	tenDays   = "[2023-07-01..2023-07-10]"
	afternoon = "2023-07-03T14:05:00"
)

// example is a text and the EDTF it is read as.
type example struct{ text, want string }

var readableEnglish = []example{
	// English dates.
	{"3 July 2023", "2023-07-03"},
	{"3 Jul 2023", "2023-07-03"},
	{"3rd of July, 2023", "2023-07-03"},
	{"July 3, 2023", "2023-07-03"},
	{"Jul. 3, 2023", "2023-07-03"},
	{"the 3rd July 2023", "2023-07-03"},
	{"on July 3 2023", "2023-07-03"},
	{"2023 July 3", "2023-07-03"},
	{"3-Jul-2023", "2023-07-03"},
	{"3 July 2023 (Monday)", "2023-07-03"},
	{"Monday, 3 July 2023", "2023-07-03"},
	{"Mon 3 Jul 2023", "2023-07-03"},
	{"July 2023", "2023-07"},
	{"in July of 2023", "2023-07"},
	{"Sept 2023", "2023-09"},
	{"2023", "2023"},
	{"in 2023", "2023"},
	{"the 1990s", "199X"},
	{"summer 2023", "2023-22"},
	{"in the fall of 2023", "2023-23"},
	{"winter 2022-2023", "2022-24"},
	{"winter 2022", "2022-24"},
	// Numeric dates.
	{"2023-07-03", "2023-07-03"},
	{"2023/07/03", "2023-07-03"},
	{"2023/7/3", "2023-07-03"},
	{"2023.7.3", "2023-07-03"},
	{"2023. 7. 3.", "2023-07-03"},
	{"2023.07", "2023-07"},
	{"2023/7", "2023-07"},
	{"2023-7", "2023-07"},
	{"20230703", "2023-07-03"},
	{"13/07/2023", "2023-07-13"},
	{"07/13/2023", "2023-07-13"},
	{"13.7.2023", "2023-07-13"},
	{"7/7/2023", "2023-07-07"},
	{"07/2023", "2023-07"},
	// Times.
	{"3 July 2023 14:05", afternoon},
	{"3 July 2023 14:05:30", "2023-07-03T14:05:30"},
	{"3 July 2023 14:05 +09:00", afternoon + "+09:00"},
	{"3 July 2023 at 14:05 +0900", afternoon + "+09:00"},
	{"3 July 2023 14:05 +9", afternoon + "+09:00"},
	{"3 July 2023 14:05 UTC+9", afternoon + "+09:00"},
	{"3 July 2023 14:05 GMT-4", afternoon + "-04:00"},
	{"3 July 2023 14:05 -04:00", afternoon + "-04:00"},
	{"2023-07-03 14:05-0400", afternoon + "-04:00"},
	{"3 July 2023 14:05 UTC", afternoon + "Z"},
	{"3 July 2023 14:05 GMT", afternoon + "Z"},
	{"3 July 2023 14:05 KST", afternoon + "+09:00"},
	{"3 July 2023 14:05 Beijing time", afternoon + "+08:00"},
	{"3 July 2023 14:05 China Standard Time", afternoon + "+08:00"},
	{"3 July 2017 14:05 Pyongyang time", "2017-07-03T14:05:00+08:30"},
	{"4 May 2018 23:29 Pyongyang time", "2018-05-04T23:29:00+08:30"},
	{"5 May 2018 00:00 Pyongyang time", "2018-05-05T00:00:00+09:00"},
	{"14 August 2015 23:59 Pyongyang time", "2015-08-14T23:59:00+09:00"},
	{"15 August 2015 00:00 Pyongyang time", "2015-08-15T00:00:00+08:30"},
	{"July 3, 2023 2:05 pm", afternoon},
	{"July 3, 2023 2:05pm", afternoon},
	{"July 3, 2023, 2:05 p.m.", afternoon},
	{"July 3, 2023 2 pm", "2023-07-03T14:00:00"},
	{"2:05 pm on July 3, 2023", afternoon},
	{"July 3, 2023 12:05 am", "2023-07-03T00:05:00"},
	{"July 3, 2023 12:05 pm", "2023-07-03T12:05:00"},
	{"July 3, 2023 7:05 in the evening", "2023-07-03T19:05:00"},
	{"afternoon of July 3, 2023", "[2023-07-03T12:00:00..2023-07-03T23:59:59]"},
	{"July 3 morning 2023", "[2023-07-03T00:00:00..2023-07-03T11:59:59]"},
	{"2023-07-03 14:05", afternoon},
	{"2023-07-03T14:05", afternoon},
	{"2023-07-03T14:05Z", afternoon + "Z"},
	{"2023-07-03T14:05:00+09:00", afternoon + "+09:00"},
	{"2023-07-03t14:05:00 z", afternoon + "Z"},
	{"Mon, 3 Jul 2023 14:05:00 +0900", afternoon + "+09:00"},
	// Parts.
	{"early July 2023", earlyJuly},
	{"Early-July 2023", earlyJuly},
	{"mid July 2023", midJuly},
	{"mid-July 2023", midJuly},
	{"late July 2023", lateJuly},
	{"beginning of July 2023", earlyJuly},
	{"at the beginning of July 2023", earlyJuly},
	{"the middle of July 2023", midJuly},
	{"end of July 2023", lateJuly},
	{"late February 2023", "[2023-02-21~..2023-02-28~]"},
	{"late February 2024", "[2024-02-21~..2024-02-29~]"},
	{"early 2023", "[2023-01~..2023-04~]"},
	{"mid-2023", "[2023-05~..2023-08~]"},
	{"late 2023", "[2023-09~..2023-12~]"},
	{"early summer 2023", "2023-06~"},
	{"late winter 2023", "2024-02~"},
	{"perhaps early July 2023", "[2023-07-01%..2023-07-10%]"},
	// Qualifiers.
	{"2023-07-03 ca.", "2023-07-03~"},
	{"ca. 3 July 2023", "2023-07-03~"},
	{"ca 2023", "2023~"},
	{"c. 2023", "2023~"},
	{"circa July 2023", "2023-07~"},
	{"about 3 July 2023", "2023-07-03~"},
	{"around 3 July 2023", "2023-07-03~"},
	{"approximately 3 July 2023", "2023-07-03~"},
	{"3 July 2023 ~", "2023-07-03~"},
	{"3 July 2023 about 14:05", afternoon + "~"},
	{"3 July 2023 14:05 +09:00 ca.", afternoon + "+09:00~"},
	{"2023?", "2023?"},
	{"3 July 2023?", "2023-07-03?"},
	{"perhaps 2023-07", "2023-07?"},
	{"maybe 2023-07", "2023-07?"},
	{"possibly 2023-07", "2023-07?"},
	{"probably about July 2023", "2023-07%"},
	{"July 2023 %", "2023-07%"},
	// Between.
	{"between 1 and 10 July 2023", tenDays},
	{"between July 1 and 10, 2023", tenDays},
	{"between 28 June and 3 July 2023", "[2023-06-28..2023-07-03]"},
	{"1-10 July 2023", tenDays},
	{"1 – 10 July 2023", tenDays},
	{"1—10 July 2023", tenDays},
	{"1~10 July 2023", tenDays},
	{"July 1-10, 2023", tenDays},
	{"1 to 10 July 2023", tenDays},
	{"from 1 to 10 July 2023", tenDays},
	{"from 1 July 2023 until 10 July 2023", tenDays},
	{"from 2023-07-01 to 2023-07-10", tenDays},
	{"2023-07-01 - 2023-07-10", tenDays},
	{"2023-07-01 – 10", tenDays},
	{"June-July 2023", "[2023-06..2023-07]"},
	{"2022-2023", "[2022..2023]"},
	{"between 2022 and 2023", "[2022..2023]"},
	{"between November 2022 and March 2023", "[2022-11..2023-03]"},
	{"early to mid July 2023", "[2023-07-01~..2023-07-20~]"},
	{"between early June and late July 2023", "[2023-06-01~..2023-07-31~]"},
	{"spring to autumn 2023", "[2023-21..2023-23]"},
	{"ca. 1-10 July 2023", "[2023-07-01~..2023-07-10~]"},
	{"1-10 July 2023?", "[2023-07-01?..2023-07-10?]"},
	{"between about 1 and 10 July 2023", "[2023-07-01~..2023-07-10]"},
	{"3 July 2023 between 14:05 and 15:10", "[2023-07-03T14:05:00..2023-07-03T15:10:00]"},
	{"3 July 2023 14:05-15:10", "[2023-07-03T14:05:00..2023-07-03T15:10:00]"},
	{"3 July 2023 14:05 to 15:10 +09:00", "[2023-07-03T14:05:00+09:00..2023-07-03T15:10:00+09:00]"},
	{"between 2 pm and 3 pm on 3 July 2023", "[2023-07-03T14:00:00..2023-07-03T15:00:00]"},
	// Choices.
	{"3 or 5 July 2023", "[2023-07-03,2023-07-05]"},
	{"1 or 3 or 5 July 2023", "[2023-07-01,2023-07-03,2023-07-05]"},
	{"early or late July 2023", "[2023-07-01~..2023-07-10~,2023-07-21~..2023-07-31~]"},
	{"June 2022 or July 2023", "[2022-06,2023-07]"},
	// Before and after.
	{"before 10 July 2023", "[..2023-07-09]"},
	{"before July 2023", "[..2023-06]"},
	{"before 2023", "[..2022]"},
	{"before summer 2023", "[..2023-05]"},
	{"before early July 2023", "[..2023-06-30~]"},
	{"before 2023-07-03 14:05 +09:00", "[..2023-07-03T14:04:59+09:00]"},
	{"before ca. 10 July 2023", "[..2023-07-09~]"},
	{"not after 10 July 2023", "[..2023-07-10]"},
	{"no later than 10 July 2023", "[..2023-07-10]"},
	{"by 10 July 2023", "[..2023-07-10]"},
	{"until 10 July 2023", "[..2023-07-10]"},
	{"10 July 2023 or earlier", "[..2023-07-10]"},
	{"after 10 July 2023", "[2023-07-11..]"},
	{"after July 2023", "[2023-08..]"},
	{"after the 1990s", "[2000..]"},
	{"since 10 July 2023", "[2023-07-10..]"},
	{"from 10 July 2023", "[2023-07-10..]"},
	{"not before 10 July 2023", "[2023-07-10..]"},
	{"2023 onwards", "[2023..]"},
	{"probably after 10 July 2023", "[2023-07-11?..]"},
	{"in or after 2023", "[2023..]"},
	{"from July 2023 onwards", "[2023-07..]"},
	{"after 1 July and before 10 July 2023", "[2023-07-02..2023-07-09]"},
	{"before 10 and after 1 July 2023", "[2023-07-02..2023-07-09]"},
	{"not before 1 and not after 10 July 2023", tenDays},
	{"since 1 and before 10 July 2023", "[2023-07-01..2023-07-09]"},
	{"after 1 July 2023 until 10 July 2023", "[2023-07-02..2023-07-10]"},
	{"2023년 7월 1일 이후 10일 이전", tenDays},
	{"2023年7月1日以后10日以前", tenDays},
	// Times between.
	{"3 July 2023 2-3 pm", "[2023-07-03T14:00:00..2023-07-03T15:00:00]"},
	{"2-3 pm 3 July 2023", "[2023-07-03T14:00:00..2023-07-03T15:00:00]"},
	{"9 am to 5 pm on 3 July 2023", "[2023-07-03T09:00:00..2023-07-03T17:00:00]"},
	{"2023년 7월 3일 오후 2시부터 3시까지", "[2023-07-03T14:00:00..2023-07-03T15:00:00]"},
	{"2023年7月3日下午2-3点", "[2023-07-03T14:00:00..2023-07-03T15:00:00]"},
	{"about noon on 3 July 2023", "2023-07-03T12:00:00~"},
	{"2023年7月3日晚8点", "2023-07-03T20:00:00"},
	// Halves.
	{"first half of 2023", "[2023-01..2023-06]"},
	{"2023년 하반기", "[2023-07..2023-12]"},
	{"2023年上半年", "[2023-01..2023-06]"},
	{"first half of July 2023", "[2023-07-01..2023-07-15]"},
	{"second half of July 2023", "[2023-07-16..2023-07-31]"},
	// Numeric dates whose order another one shows.
	{"28.7.2023 - 3.8.2023", "[2023-07-28..2023-08-03]"},
	{"07/28/2023 to 08/03/2023", "[2023-07-28..2023-08-03]"},
	{"2023-07-28 to 08-03", "[2023-07-28..2023-08-03]"},
	{"2023:07:03 14:05:00", afternoon},
	{"2023-07-03T14:05:00.123Z", afternoon + "Z"},
	{"2023. 7월", "2023-07"},
	{"[2023-07-01, 2023-07-03]", "[2023-07-01,2023-07-03]"},
}

func TestParse(t *testing.T) {
	for _, c := range slices.Concat(readableEnglish, readableAsian, readableForms) {
		d, err := Parse(c.text)
		if err != nil || d.String() != c.want {
			t.Errorf("Parse(%q) = %s, %v, want %s", c.text, d, err, c.want)
			continue
		}
		if decomposed, err := Parse(norm.NFD.String(c.text)); err != nil || decomposed != d {
			t.Errorf("Parse(NFD of %q) = %s, %v, want %s", c.text, decomposed, err, d)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("Parse(%q) = %s, %v, want the same", d, again, err)
		}
		if _, err := edtf.Parse(c.want); err != nil {
			t.Errorf("%q is not EDTF: %v", c.want, err)
		}
	}
}
