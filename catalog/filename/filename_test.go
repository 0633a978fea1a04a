package filename_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/filename"
)

// table gives the shipped table.
func table(t testing.TB) []byte {
	t.Helper()
	b, err := assets.Vocabulary("filename_patterns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shipped gives the patterns of the shipped table.
func shipped(t testing.TB) *filename.Patterns {
	t.Helper()
	p, err := filename.Parse(bytes.NewReader(table(t)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// examples are the ids and examples of the shipped table with what each row
// says: event, clock, time and precision.
var examples = []struct {
	id, name string
	event    catalog.Property
	edtf     string // "" for none
	time     string // to the precision
}{
	{"wechat_android", "mmexport1720512345678.jpg", catalog.PropSaved, "2024-07-09T08:05:45Z", "utc 2024-07-09T08:05:45.678"},
	{"wechat_camera", "wx_camera_1646192764477.jpg", catalog.PropTaken, "2022-03-02T03:46:04Z", "utc 2022-03-02T03:46:04.477"},
	{"wechat_desktop", "微信图片_20240316125218.jpg", catalog.PropSaved, "2024-03-16T12:52:18", "local 2024-03-16T12:52:18"},
	{"wechat_micromsg", "microMsg.1720512345678.jpg", catalog.PropSaved, "2024-07-09T08:05:45Z", "utc 2024-07-09T08:05:45.678"},
	{"whatsapp_android", "IMG-20171218-WA0028.jpg", catalog.PropReceived, "2017-12-18", "local 2017-12-18"},
	{"whatsapp_desktop", "WhatsApp Image 2021-10-23 at 4.38.44 PM.jpeg", catalog.PropSaved, "2021-10-23T16:38:44", "local 2021-10-23T16:38:44"},
	{"telegram_desktop", "photo_2024-07-09_12-34-56.jpg", catalog.PropSaved, "2024-07-09T12:34:56", "local 2024-07-09T12:34:56"},
	{"telegram_android", "IMG_20240709_123456_789.jpg", catalog.PropSaved, "2024-07-09T12:34:56", "local 2024-07-09T12:34:56.789"},
	{"signal_android", "signal-2024-08-17-21-58-10-982-1.jpg", catalog.PropReceived, "2024-08-17T21:58:10", "local 2024-08-17T21:58:10.982"},
	{"signal_desktop", "signal-2018-08-21-100217.jpg", catalog.PropReceived, "2018-08-21T10:02:17", "local 2018-08-21T10:02:17"},
	{"kakao_android", "KakaoTalk_20240316_083000123.jpg", catalog.PropSaved, "2024-03-16T08:30:00", "local 2024-03-16T08:30:00.123"},
	{"kakao_mac", "KakaoTalk_Photo_2024-03-17-19-20-21.jpeg", catalog.PropSaved, "2024-03-17T19:20:21", "local 2024-03-17T19:20:21"},
	{"line_album", "LINE_ALBUM_829和歌山_231003_1.webp", catalog.PropSaved, "2023-10-03", "local 2023-10-03"},
	{"line_epoch", "1720512345678.jpg", catalog.PropSaved, "2024-07-09T08:05:45Z", "utc 2024-07-09T08:05:45.678"},
	{"facebook", "FB_IMG_1720512345678.jpg", catalog.PropSaved, "2024-07-09T08:05:45Z", "utc 2024-07-09T08:05:45.678"},
	{"pixel", "PXL_20240321_101010123.MP.jpg", catalog.PropTaken, "2024-03-21T10:10:10Z", "utc 2024-03-21T10:10:10.123"},
	{"samsung", "20240320_141516.jpg", catalog.PropTaken, "2024-03-20T14:15:16", "local 2024-03-20T14:15:16"},
	{"onedrive_ios", "20230427_145116000_iOS.jpg", catalog.PropTaken, "2023-04-27T14:51:16Z", "utc 2023-04-27T14:51:16"},
	{"android_generic", "IMG_20240709_123456.jpg", catalog.PropTaken, "2024-07-09T12:34:56", "local 2024-07-09T12:34:56"},
	{"iphone", "IMG_1234.HEIC", catalog.PropTaken, "", ""},
	{"dropbox", "2020-04-25 11.00.14-2.jpg", catalog.PropTaken, "2020-04-25T11:00:14", "local 2020-04-25T11:00:14"},
	{"screenshot_android", "Screenshot_20201028-141626_Messages.jpg", catalog.PropScreenshot, "2020-10-28T14:16:26", "local 2020-10-28T14:16:26"},
	{"screenshot_miui", "Screenshot_2022-03-02-17-08-28-45_5b9ffa3e.jpg", catalog.PropScreenshot, "2022-03-02T17:08:28", "local 2022-03-02T17:08:28"},
	{"screenshot_ko", "스크린샷 2024-03-19 090807.png", catalog.PropScreenshot, "2024-03-19T09:08:07", "local 2024-03-19T09:08:07"},
	{"screenshot_mac", "Screenshot 2024-07-09 at 12.34.56.png", catalog.PropScreenshot, "2024-07-09T12:34:56", "local 2024-07-09T12:34:56"},
	{"dcf", "DSC_0123.JPG", catalog.PropTaken, "", ""},
}

// shown writes a moment to its precision, with its clock.
func shown(m *filename.Moment) string {
	if m == nil {
		return ""
	}
	layouts := map[filename.Precision]string{
		filename.Day: "2006-01-02", filename.Minute: "2006-01-02T15:04",
		filename.Second: "2006-01-02T15:04:05", filename.Millisecond: "2006-01-02T15:04:05.000",
	}
	return fmt.Sprintf("%s %s", m.Clock, m.Time.Format(layouts[m.Precision]))
}

// TestExamples: every example of the table is read by its own row, as the row says.
func TestExamples(t *testing.T) {
	p := shipped(t)
	lines := strings.Split(strings.TrimSpace(string(table(t))), "\n")[1:]
	if len(lines) != len(examples) {
		t.Fatalf("the table has %d rows, the test %d", len(lines), len(examples))
	}
	for i, want := range examples {
		cells := strings.Split(lines[i], "\t")
		if cells[0] != want.id || cells[3] != want.name {
			t.Errorf("row %d is %s with %q, the test has %s with %q", i+1, cells[0], cells[3], want.id, want.name)
			continue
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			got, ok := p.Match(form.String(want.name))
			if !ok || got.Pattern != want.id || got.App != cells[1] || got.Event != want.event || shown(got.Moment) != want.time {
				t.Errorf("%s: %t, %+v at %s, want %s at %s", want.name, ok, got, shown(got.Moment), want.event, want.time)
			}
			if got.Moment != nil && got.Moment.EDTF() != want.edtf {
				t.Errorf("%s: %s, want %s", want.name, got.Moment.EDTF(), want.edtf)
			}
		}
	}
}

// TestNames: what occurs beside the examples, and what only looks like them.
func TestNames(t *testing.T) {
	p := shipped(t)
	for _, c := range []struct{ name, id, edtf string }{
		{"IMG_20240709_123456(1).jpg", "android_generic", "2024-07-09T12:34:56"},
		{"MVIMG_20240709_123456.jpg", "android_generic", "2024-07-09T12:34:56"},
		{"20240320_141516(0).jpg", "samsung", "2024-03-20T14:15:16"},
		{"20240320_141516_001.jpg", "samsung", "2024-03-20T14:15:16"},
		{"WhatsApp Image 2021-10-23 at 4.38.44\u202fPM.jpeg", "whatsapp_desktop", "2021-10-23T16:38:44"},
		{"WhatsApp Image 2021-10-23 at 12.38.44 AM.jpeg", "whatsapp_desktop", "2021-10-23T00:38:44"},
		{"WhatsApp Image 2021-10-23 at 12.38.44 PM.jpeg", "whatsapp_desktop", "2021-10-23T12:38:44"},
		{"WhatsApp Image 2021-10-23 at 16.38.44.jpeg", "whatsapp_desktop", "2021-10-23T16:38:44"},
		{"WhatsApp Image 2021-10-23 at 16.38.44 PM.jpeg", "whatsapp_desktop", ""},
		{"WhatsApp Image 2021-10-23 at 0.38.44 AM.jpeg", "whatsapp_desktop", ""},
		{"Screenshot 2024-07-09 at 1.34.56\u202fPM.png", "screenshot_mac", "2024-07-09T13:34:56"},
		{"Screen Shot 2017-07-09 at 1.34.56 AM.png", "screenshot_mac", "2017-07-09T01:34:56"},
		{"photo_17@09-07-2024_12-34-56.jpg", "telegram_desktop", "2024-07-09T12:34:56"},
		{"signal-2018-08-21-1002.jpg", "signal_desktop", "[2018-08-21T10:02:00..2018-08-21T10:02:59]"},
		{"KakaoTalk_20240316_083000.jpg", "kakao_android", "2024-03-16T08:30:00"},
		{"1400000000000.jpg", "line_epoch", "2014-05-13T16:53:20Z"},
		{"1999999999999.jpg", "line_epoch", "2033-05-18T03:33:19Z"},
		{"DSCN0001.JPG", "dcf", ""},

		// Dates and times that do not exist.
		{"IMG_20241309_123456.jpg", "android_generic", ""},
		{"IMG_20230229_123456.jpg", "android_generic", ""},
		{"IMG_20240229_123456.jpg", "android_generic", "2024-02-29T12:34:56"},
		{"IMG_20240700_123456.jpg", "android_generic", ""},
		{"IMG_20240709_243456.jpg", "android_generic", ""},
		{"IMG_20240709_126056.jpg", "android_generic", ""},
		{"IMG_20240709_123460.jpg", "android_generic", ""},
		{"LINE_ALBUM_a_231332_1.jpg", "line_album", ""},
		{"photo_1@32-07-2024_12-34-56.jpg", "telegram_desktop", ""},

		// Near misses.
		{"1399999999999.jpg", "", ""},
		{"2000000000000.jpg", "", ""},
		{"mmexport17205123456789.jpg", "", ""},
		{"xmmexport1720512345678.jpg", "", ""},
		{"IMG_19991231_235959.jpg", "", ""},
		{"IMG_2024070_123456.jpg", "", ""},
		{"IMG-20171218-WB0028.jpg", "", ""},
		{"img_1234.heic", "", ""},
		{"Screenshots.png", "", ""},
		{"", "", ""},
		{"\xff\xfe\x00", "", ""},
		{"IMG_1234." + strings.Repeat("x", 1100), "", ""},
	} {
		got, ok := p.Match(c.name)
		edtf := ""
		if got.Moment != nil {
			edtf = got.Moment.EDTF()
		}
		if ok != (c.id != "") || got.Pattern != c.id || edtf != c.edtf {
			t.Errorf("%q: %q %q, want %q %q", c.name, got.Pattern, edtf, c.id, c.edtf)
		}
	}
}

func TestClaims(t *testing.T) {
	p := shipped(t)
	decomposed := norm.NFD.String("스크린샷 2024-03-19 090807.png")
	claim := func(raw string, about catalog.Property, value string) catalog.Claim {
		return catalog.Claim{Origin: catalog.OriginFilename, Property: about, Raw: raw, Value: value}
	}
	for name, want := range map[string][]catalog.Claim{
		"mmexport1720512345678.jpg": {
			claim("mmexport1720512345678.jpg", catalog.PropSaved, "2024-07-09T08:05:45Z"),
			claim("mmexport1720512345678.jpg", catalog.PropApp, "WeChat (Android save)"),
		},
		decomposed: {
			claim(decomposed, catalog.PropScreenshot, "2024-03-19T09:08:07"),
			claim(decomposed, catalog.PropApp, "Korean Windows/macOS screenshot"),
			claim(decomposed, catalog.PropKind, "screenshot"),
		},
		"Screenshot_20201328-141626.jpg": { // no such day, a screenshot all the same
			claim("Screenshot_20201328-141626.jpg", catalog.PropApp, "Android screenshot"),
			claim("Screenshot_20201328-141626.jpg", catalog.PropKind, "screenshot"),
		},
		"IMG_1234.HEIC":    {claim("IMG_1234.HEIC", catalog.PropApp, "iPhone camera roll")},
		"holiday snap.jpg": nil,
	} {
		if diff := cmp.Diff(want, p.Claims(name)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", name, diff)
		}
	}
}

// TestBefore: a user's own pattern is tried first, and leaves the rest alone.
func TestBefore(t *testing.T) {
	own, err := filename.Parse(strings.NewReader(ownTable(
		`bureau	Bureau	^IMG_(?P<d>\d{8})_(?P<t>\d{6})\b	IMG_20240709_123456.jpg	d,t	saved	UTC	s	1	V	`,
		`korean	Bureau	^사진 (?P<d>\d{4}\. ?\d+\. ?\d+) (?P<ap>오전|오후) (?P<t>[\d.]+)	사진 2024. 7. 9 오후 1.02.03.jpg	d,ap,t	saved	local	s	1	V	`,
		`utcday	Bureau	^u(?P<d>\d{6})	u240709.jpg	d	saved	UTC	day	1	V	`)))
	if err != nil {
		t.Fatal(err)
	}
	both := own.Before(shipped(t))
	for name, want := range map[string]string{
		"IMG_20240709_123456.jpg":         "bureau 2024-07-09T12:34:56Z",
		"사진 2024. 7. 9 오후 1.02.03.jpg":    "korean 2024-07-09T13:02:03",
		"사진 2024.12.31 오전 12.02.03.jpg":   "korean 2024-12-31T00:02:03",
		"u240709.jpg":                     "utcday [2024-07-09T00:00:00Z..2024-07-09T23:59:59Z]",
		"VID_20240709_123456.jpg":         "android_generic 2024-07-09T12:34:56",
		"IMG_20240709_123456_789.jpg":     "telegram_android 2024-07-09T12:34:56",
		"photo_1@09-07-2024_12-34-56.jpg": "telegram_desktop 2024-07-09T12:34:56",
	} {
		got, ok := both.Match(name)
		if !ok || got.Moment == nil || got.Pattern+" "+got.Moment.EDTF() != want {
			t.Errorf("%s: %+v, want %s", name, got, want)
		}
	}
	if _, ok := new(filename.Patterns).Before(own).Match("u240709.jpg"); !ok {
		t.Error("no patterns before some lost these")
	}
}
