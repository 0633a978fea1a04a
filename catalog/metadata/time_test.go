package metadata

import (
	"encoding/binary"
	"testing"

	"waybill/catalog"
	"waybill/catalog/edtf"
	"waybill/catalog/format"
)

func TestTaken(t *testing.T) {
	tests := []struct{ text, offset, value string }{
		{"2023:07:03 14:05:00", "", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00", "+09:00", "2023-07-03T14:05:00+09:00"},
		{"2023:07:03 14:05:00", "-05:30 ", "2023-07-03T14:05:00-05:30"},
		{"2023:07:03 14:05:00", "   :  ", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00", "+25:00", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00", "Asia/Seoul", "2023-07-03T14:05:00"},
		{"2023-07-03 14:05:00", "", "2023-07-03T14:05:00"},
		{"2023/07/03 14:05:00", "", "2023-07-03T14:05:00"},
		{"2023-07-03T14:05:00", "", "2023-07-03T14:05:00"},
		{"2023: 7: 3  4: 5: 9", "", "2023-07-03T04:05:09"},
		{"2023:7:3 4:5:9", "", "2023-07-03T04:05:09"},
		{"2023:07:03 14:05", "", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00.731", "", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00 ", "", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00+08:00", "", "2023-07-03T14:05:00+08:00"},
		{"2023:07:03 14:05:00+08:00", "+09:00", "2023-07-03T14:05:00+09:00"},
		{"2023:07:03 14:05:00-99:00", "", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00Z", "", "2023-07-03T14:05:00Z"},
		{"2023:12:31 23:59:60", "", "2024-01-01T00:00:00"},
		{"2024:02:29 00:00:00", "", "2024-02-29T00:00:00"},

		{"2023:07:03 14:05:00 +08:00", "", "2023-07-03T14:05:00+08:00"},
		{"2023:07:03 14:05:00 Z", "", "2023-07-03T14:05:00Z"},
		{"2023:07:03", "", "2023-07-03"},
		{"2023:07:03   :  :  ", "", "2023-07-03"},
		{"2023:07:03   :  :  ", "+09:00", "2023-07-03"},
		{"2023:07:     :  :  ", "", "2023-07"},
		{"2023:07:00 00:00:00", "", "2023-07"},
		{"2023:  :     :  :  ", "", "2023"},
		{"2023:00:00 00:00:00", "", "2023"},

		{"2023:02:29   :  :  ", "", ""},
		{"2023:13:00 00:00:00", "", ""},
		{"1023:00:00 00:00:00", "", ""},
		{"2023:02:29 00:00:00", "", ""},
		{"0000:00:00 00:00:00", "+09:00", ""},
		{"    :  :     :  :  ", "", ""},
		{"                   ", "", ""},
		{"2023:13:03 14:05:00", "", ""},
		{"2023:07:32 14:05:00", "", ""},
		{"2023:07:03 24:00:00", "", ""},
		{"2023:07:03 14:60:00", "", ""},
		{"2023:07:03 14:05:61", "", ""},
		{"0001:01:01 00:00:00", "", ""},
		{"03.07.2023 14:05:00", "", ""},
		{"2023:07:03 02:05:00 PM", "", ""},
		{"yesterday", "", ""},
	}
	for _, tt := range tests {
		fields, want := []field{ascii(tagDateTimeOriginal, tt.text)}, tt.text
		if tt.offset != "" {
			fields = append(fields, ascii(tagOffsetTimeOriginal, tt.offset))
			want += " " + tt.offset
		}
		claims, err := Read(block(binary.LittleEndian, nil, fields, nil), format.TIFF)
		raw, value, ok := said(t, claims, catalog.PropTaken)
		if err != nil || !ok || raw != want || value != tt.value {
			t.Errorf("%q %q: %q, %q, %v, %v, want %q", tt.text, tt.offset, raw, value, ok, err, tt.value)
		}
		if _, err := edtf.Parse(value); value != "" && err != nil {
			t.Errorf("%q: %v", tt.text, err)
		}
	}
}

// TestOffsetsApart: no time borrows the offset of another.
func TestOffsetsApart(t *testing.T) {
	const text = "2023:07:03 14:05:00"
	times := map[catalog.Property]uint16{
		catalog.PropTaken:     tagOffsetTimeOriginal,
		catalog.PropDigitized: tagOffsetTimeDigitized,
		catalog.PropModified:  tagOffsetTime,
	}
	for stated, tag := range times {
		claims, err := Read(block(binary.BigEndian,
			[]field{ascii(tagDateTime, text)},
			[]field{ascii(tagDateTimeOriginal, text), ascii(tagDateTimeDigitized, text), ascii(tag, "+08:00")}, nil), format.TIFF)
		if err != nil {
			t.Error(err)
		}
		for p := range times {
			want := "2023-07-03T14:05:00"
			if p == stated {
				want += "+08:00"
			}
			if _, value, _ := said(t, claims, p); value != want {
				t.Errorf("offset of %s: %s is %q, want %q", stated, p, value, want)
			}
		}
	}
}
