package catalog_test

import (
	"slices"
	"testing"

	"waybill/catalog"
)

func TestChooseOffset(t *testing.T) {
	const wall = "exif taken 2023-07-03T14:05:00"
	for _, tt := range []struct {
		name     string
		claims   []string
		offsets  []string
		origin   catalog.Origin
		warnings string
	}{
		{"stated", []string{wall + "+08:00", "gps position " + hamhung}, []string{"+08:00"}, "exif", ""},
		{"unknown", []string{wall}, nil, "", ""},
		{"by another claim of the moment", []string{wall, "xmp taken 2023-07-03T14:05:30+09:00"}, []string{"+09:00"}, "xmp", ""},
		{"not of another moment", []string{wall, "xmp taken 2023-07-03T14:09:00+09:00"}, nil, "", "date_conflict 0 1"},
		{"GPS time", []string{wall, "gps gps_time 2023-07-03T06:05:00Z"}, []string{"+08:00"}, "gps", ""},
		{"GPS time, two minutes off", []string{wall, "gps gps_time 2023-07-03T05:03:00Z"}, []string{"+09:00"}, "gps", ""},
		{"GPS time, more than two minutes off", []string{wall, "gps gps_time 2023-07-03T05:02:59Z"}, nil, "", ""},
		{"GPS time, a quarter of an hour", []string{wall, "gps gps_time 2023-07-03T08:20:00Z"}, []string{"+05:45"}, "", ""},
		{"GPS time, the least", []string{wall, "gps gps_time 2023-07-04T02:05:00Z"}, []string{"-12:00"}, "gps", ""},
		{"GPS time, less than the least", []string{wall, "gps gps_time 2023-07-04T02:20:00Z"}, nil, "", "date_conflict 0 1"},
		{"GPS time, the most", []string{wall, "gps gps_time 2023-07-03T00:05:00Z"}, []string{"+14:00"}, "gps", ""},
		{"GPS time, more than the most", []string{wall, "gps gps_time 2023-07-02T23:50:00Z"}, nil, "", "date_conflict 0 1"},
		{"GPS time is garbage", []string{wall, "gps gps_time noon"}, nil, "", ""},
		{"GPS time before the place", []string{wall, "gps gps_time 2023-07-03T05:05:00Z", "gps position " + yanji}, []string{"+09:00"}, "gps", ""},
		{"GPS time against what is stated", []string{wall + "+08:00", "gps gps_time 2023-07-03T05:05:00Z"}, []string{"+08:00"}, "exif", "offset_conflict 0 1"},
		{"GPS time as stated", []string{wall + "+08:00", "gps gps_time 2023-07-03T06:04:50Z"}, []string{"+08:00"}, "exif", ""},
		{"the instant in the name", []string{wall, "filename taken 2023-07-03T06:05:01Z"}, []string{"+08:00"}, "filename", ""},
		{"the name against what is stated", []string{wall + "+09:00", "filename taken 2023-07-03T06:05:01Z"}, []string{"+09:00"}, "exif", "offset_conflict 0 1"},
		{"Z against GPS time", []string{"xmp taken 2023-07-03T14:05:00Z", "gps gps_time 2023-07-03T06:05:00Z"}, []string{"+00:00"}, "xmp", "offset_conflict 0 1"},
		{"inside China", []string{wall, "gps position " + yanji}, []string{"+08:00"}, "place", ""},
		{"on the bridge", []string{wall, "gps position " + quanhe}, []string{"+08:00", "+09:00"}, "place", ""},
		{"inside the DPRK", []string{wall, "gps position " + hamhung}, []string{"+09:00"}, "place", ""},
		{"inside the DPRK in 2016", []string{"exif taken 2016-07-03T14:05:00", "gps position " + hamhung}, []string{"+08:30"}, "place", ""},
		{"the last minute of +09:00", []string{"exif taken 2015-08-14T23:29:00", "gps position " + hamhung}, []string{"+09:00"}, "place", ""},
		{"the first day of +08:30", []string{"exif taken 2015-08-15T12:00:00", "gps position " + hamhung}, []string{"+08:30"}, "place", ""},
		{"the last day of +08:30", []string{"exif taken 2018-05-04T12:00:00", "gps position " + hamhung}, []string{"+08:30"}, "place", ""},
		{"the first day of +09:00 again", []string{"exif taken 2018-05-05T00:00:00", "gps position " + hamhung}, []string{"+09:00"}, "place", ""},
		{"on the bridge in 2016", []string{"exif taken 2016-07-03T14:05:00", "gps position " + quanhe}, []string{"+08:00", "+08:30"}, "place", ""},
		{"years with both in the DPRK", []string{"editor taken [2014..2019]", "gps position " + hamhung}, []string{"+09:00", "+08:30"}, "place", ""},
		{"a day", []string{"editor taken 2023-07-03", "gps position " + yanji}, []string{"+08:00"}, "place", ""},
		{"an open end", []string{"editor taken [..2023-07-03]", "gps position " + yanji}, nil, "", ""},
		{"an instant on the bridge", []string{"filename taken 2023-07-03T06:05:00Z", "gps position " + quanhe}, []string{"+08:00", "+09:00"}, "place", ""},
		{"an instant inside China", []string{"filename taken 2023-07-03T06:05:00Z", "gps position " + yanji}, []string{"+08:00"}, "place", ""},
		{"an instant nowhere", []string{"filename taken 2023-07-03T06:05:00Z"}, nil, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			claims := said(t, tt.claims...)
			c := catalog.Choose(claims, circumstances(t))
			if tt.origin == "" && tt.offsets != nil {
				tt.origin = catalog.OriginGPS
			}
			if c.Date == nil || !slices.Equal(c.Date.Offsets, tt.offsets) || c.Date.OffsetOrigin != tt.origin {
				t.Errorf("%+v, want %v of %q", c.Date, tt.offsets, tt.origin)
			}
			if got := warnings(c, claims); got != tt.warnings {
				t.Errorf("warnings %q, want %q", got, tt.warnings)
			}
			if taken := c.Taken(); taken != nil && (taken.Offset != "") != (len(tt.offsets) == 1) {
				t.Errorf("taken %s", taken)
			}
		})
	}
}

func TestDateUTC(t *testing.T) {
	for _, tt := range []struct {
		name   string
		claims []string
		want   string
	}{
		{"one offset", []string{"exif taken 2023-07-03T14:05:00+08:00"}, "2023-07-03T06:05:00 2023-07-03T06:05:00"},
		{"either of two", []string{"exif taken 2023-07-03T14:05:00", "gps position " + quanhe}, "2023-07-03T05:05:00 2023-07-03T06:05:00"},
		{"any", []string{"exif taken 2023-07-03T14:05:00"}, "2023-07-03T00:05:00 2023-07-04T02:05:00"},
		{"a day", []string{"exif taken 2023-07-03", "gps position " + yanji}, "2023-07-02T16:00:00 2023-07-03T15:59:59"},
		{"not after", []string{"filename saved 2023-07-03T14:05:00"}, " 2023-07-04T02:05:00"},
		{"from", []string{"editor taken [2023-07-03..]"}, "2023-07-02T10:00:00 "},
		{"an instant on the bridge", []string{"filename taken 2023-07-03T06:05:00Z", "gps position " + quanhe}, "2023-07-03T05:05:00 2023-07-03T07:05:00"},
		{"the ends of time", []string{"editor taken [0000..9999]"}, "0000-01-01T00:00:00 9999-12-31T23:59:59"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := catalog.Choose(said(t, tt.claims...), circumstances(t))
			var d catalog.Date
			d.Earliest, d.Latest = c.Date.UTC()
			if got := bounds(&d); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
