package metadata

import (
	"encoding/binary"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

func TestPosition(t *testing.T) {
	lat := rational(tagLatitude, 42, 1, 51, 1, 45, 1)
	lon := rational(tagLongitude, 130, 1, 21, 1, 5796, 100)
	n, e := ascii(tagLatitudeRef, "N"), ascii(tagLongitudeRef, "E")
	tests := []struct {
		name       string
		fields     []field
		raw, value string
	}{
		{"south and west", []field{ascii(tagLatitudeRef, "S"), lat, ascii(tagLongitudeRef, "W"), lon}, "42/1 51/1 45/1 S, 130/1 21/1 5796/100 W", "-42.8625,-130.3661"},
		{"small letters", []field{ascii(tagLatitudeRef, "s"), lat, ascii(tagLongitudeRef, "east"), lon}, "42/1 51/1 45/1 s, 130/1 21/1 5796/100 east", "-42.8625,130.3661"},
		{"decimal minutes", []field{n, rational(tagLatitude, 42, 1, 5175, 100), e, lon}, "42/1 5175/100 N, 130/1 21/1 5796/100 E", "42.8625,130.3661"},
		{"decimal degrees", []field{n, double(tagLatitude, 42.86251234567), e, lon}, "42.86251234567 N, 130/1 21/1 5796/100 E", "42.8625123,130.3661"},
		{"the equator", []field{ascii(tagLatitudeRef, "S"), rational(tagLatitude, 0, 1, 0, 1, 0, 1), e, lon}, "0/1 0/1 0/1 S, 130/1 21/1 5796/100 E", "0,130.3661"},
		{"WGS 84", []field{n, lat, e, lon, ascii(tagMapDatum, "WGS-84")}, "42/1 51/1 45/1 N, 130/1 21/1 5796/100 E", "42.8625,130.3661"},
		{"another datum", []field{n, lat, e, lon, ascii(tagMapDatum, "TOKYO")}, "42/1 51/1 45/1 N, 130/1 21/1 5796/100 E, TOKYO", "42.8625,130.3661"},
		{"a pole", []field{n, rational(tagLatitude, 90, 1, 0, 1, 0, 1), e, rational(tagLongitude, 180, 1)}, "90/1 0/1 0/1 N, 180/1 E", "90,180"},

		{"no fix", []field{n, rational(tagLatitude, 0, 1, 0, 1, 0, 1), e, rational(tagLongitude, 0, 1, 0, 1, 0, 1)}, "0/1 0/1 0/1 N, 0/1 0/1 0/1 E", ""},
		{"zero denominators", []field{n, rational(tagLatitude, 0, 0, 0, 0, 0, 0), e, lon}, "0/0 0/0 0/0 N, 130/1 21/1 5796/100 E", ""},
		{"no hemisphere", []field{lat, e, lon}, "42/1 51/1 45/1, 130/1 21/1 5796/100 E", ""},
		{"a wrong hemisphere", []field{e, lon, ascii(tagLatitudeRef, "E"), lat}, "42/1 51/1 45/1 E, 130/1 21/1 5796/100 E", ""},
		{"latitude alone", []field{n, lat}, "42/1 51/1 45/1 N", ""},
		{"longitude alone", []field{n, e, lon}, "N, 130/1 21/1 5796/100 E", ""},
		{"beyond the pole", []field{n, rational(tagLatitude, 90, 1, 1, 1), e, lon}, "90/1 1/1 N, 130/1 21/1 5796/100 E", ""},
		{"beyond the date line", []field{n, lat, e, rational(tagLongitude, 181, 1)}, "42/1 51/1 45/1 N, 181/1 E", ""},
		{"61 minutes", []field{n, rational(tagLatitude, 42, 1, 61, 1), e, lon}, "42/1 61/1 N, 130/1 21/1 5796/100 E", ""},
		{"negative", []field{n, signed(tagLatitude, -42, 1), e, lon}, "-42/1 N, 130/1 21/1 5796/100 E", ""},
		{"text", []field{n, ascii(tagLatitude, "42,51,45"), e, lon}, "42,51,45 N, 130/1 21/1 5796/100 E", ""},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.LittleEndian, nil, nil, tt.fields), format.TIFF)
		raw, value, ok := said(t, claims, catalog.PropPosition)
		if err != nil || !ok || raw != tt.raw || value != tt.value {
			t.Errorf("%s: %q, %q, %v, %v, want %q, %q", tt.name, raw, value, ok, err, tt.raw, tt.value)
		}
	}
	claims, _ := Read(block(binary.LittleEndian, nil, nil, []field{n, e}), format.TIFF)
	if len(claims) != 0 {
		t.Errorf("hemispheres alone are claims: %v", claims)
	}
}

func TestAltitude(t *testing.T) {
	tests := []struct {
		fields     []field
		raw, value string
	}{
		{[]field{rational(tagAltitude, 2391, 10), octets(tagAltitudeRef, 0)}, "2391/10 0", "239.1"},
		{[]field{rational(tagAltitude, 122, 10), octets(tagAltitudeRef, 1)}, "122/10 1", "-12.2"},
		{[]field{rational(tagAltitude, 42, 1)}, "42/1", "42"},
		{[]field{rational(tagAltitude, 0, 1), octets(tagAltitudeRef, 1)}, "0/1 1", "0"},
		{[]field{rational(tagAltitude, 2101143815, 10000000)}, "2101143815/10000000", "210.114"},
		{[]field{signed(tagAltitude, -5, 2), octets(tagAltitudeRef, 0)}, "-5/2 0", "-2.5"},
		{[]field{signed(tagAltitude, -5, 2), octets(tagAltitudeRef, 1)}, "-5/2 1", ""},
		{[]field{rational(tagAltitude, 42, 0), octets(tagAltitudeRef, 0)}, "42/0 0", ""},
		{[]field{rational(tagAltitude, 42, 1), octets(tagAltitudeRef, 2)}, "42/1 2", ""},
		{[]field{rational(tagAltitude, 42, 1), ascii(tagAltitudeRef, "sea")}, "42/1 sea", ""},
		{[]field{rational(tagAltitude, 4294967295, 1), octets(tagAltitudeRef, 0)}, "4294967295/1 0", ""},
		{[]field{rational(tagAltitude, 12000, 1), octets(tagAltitudeRef, 1)}, "12000/1 1", ""},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.BigEndian, nil, nil, tt.fields), format.TIFF)
		raw, value, _ := said(t, claims, catalog.PropAltitude)
		if err != nil || raw != tt.raw || value != tt.value {
			t.Errorf("%q: %q, %q, %v, want %q", tt.raw, raw, value, err, tt.value)
		}
	}
}

func TestGPSTime(t *testing.T) {
	clock := rational(tagTimeStamp, 5, 1, 4, 1, 5999, 100)
	date := ascii(tagDateStamp, "2023:07:03")
	tests := []struct {
		fields     []field
		raw, value string
	}{
		{[]field{date, clock}, "2023:07:03 5/1 4/1 5999/100", "2023-07-03T05:04:59Z"},
		{[]field{ascii(tagDateStamp, "2023-07-03"), clock}, "2023-07-03 5/1 4/1 5999/100", "2023-07-03T05:04:59Z"},
		{[]field{date, rational(tagTimeStamp, 23, 1, 59, 1, 60, 1)}, "2023:07:03 23/1 59/1 60/1", "2023-07-04T00:00:00Z"},
		{[]field{clock}, "5/1 4/1 5999/100", ""},
		{[]field{date}, "2023:07:03", ""},
		{[]field{ascii(tagDateStamp, "0000:00:00"), clock}, "0000:00:00 5/1 4/1 5999/100", ""},
		{[]field{date, rational(tagTimeStamp, 24, 1, 0, 1, 0, 1)}, "2023:07:03 24/1 0/1 0/1", ""},
		{[]field{date, rational(tagTimeStamp, 5, 0, 4, 1, 0, 1)}, "2023:07:03 5/0 4/1 0/1", ""},
		{[]field{date, rational(tagTimeStamp, 5, 1, 4, 1)}, "2023:07:03 5/1 4/1", ""},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.LittleEndian, nil, nil, tt.fields), format.TIFF)
		raw, value, _ := said(t, claims, catalog.PropGPSTime)
		if err != nil || raw != tt.raw || value != tt.value {
			t.Errorf("%q: %q, %q, %v, want %q", tt.raw, raw, value, err, tt.value)
		}
	}
}
