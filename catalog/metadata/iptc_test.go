package metadata

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/edtf"
	"waybill/catalog/format"
)

// dataset writes a dataset of the application record.
func dataset(number byte, text string) []byte {
	return slices.Concat([]byte{0x1C, 2, number}, u16(uint16(len(text))), []byte(text))
}

var stateUTF8 = []byte("\x1C\x01\x5A\x00\x03\x1B%G")

// resource writes an image resource of Photoshop.
func resource(id uint16, name string, b []byte) []byte {
	pascal := append([]byte{byte(len(name))}, name...)
	pascal = append(pascal, make([]byte, len(pascal)%2)...)
	return slices.Concat([]byte("8BIM"), u16(id), pascal, u32(uint32(len(b))), b, make([]byte, len(b)%2))
}

// news writes a JPEG with image resources, spread over segments of n bytes.
func news(resources []byte, n int) []byte {
	b := []byte{0xFF, 0xD8}
	b = append(b, segment(0xED, []byte("Adobe_CM\x00"))...)
	for part := range slices.Chunk(resources, n) {
		b = append(b, segment(0xED, append([]byte("Photoshop 3.0\x00"), part...))...)
	}
	return append(b, 0xFF, 0xD9)
}

func TestIPTCTime(t *testing.T) {
	tests := []struct{ date, clock, value string }{
		{"20230703", "", "2023-07-03"},
		{"20230703", "140500+0900", "2023-07-03T14:05:00+09:00"},
		{"20230703", "140500-0330", "2023-07-03T14:05:00-03:30"},
		{"20230703", "140500", "2023-07-03T14:05:00"},
		{"20230703", "140500+0000", "2023-07-03T14:05:00"},
		{"20230700", "", "2023-07"},
		{"20230000", "000000+0000", "2023"},
		{"2023-07-03", "", "2023-07-03"},
		{"20230703", "noon", "2023-07-03"},
		{"00000000", "", ""},
		{"20230231", "", ""},
		{"20230703", "250000+0900", ""},
		{"", "140500+0900", ""},
		{"summer", "", ""},
	}
	for _, tt := range tests {
		var records []byte
		if tt.date != "" {
			records = append(records, dataset(55, tt.date)...)
		}
		if tt.clock != "" {
			records = append(records, dataset(60, tt.clock)...)
		}
		claims, err := Read(news(resource(0x0404, "", records), 1000), format.JPEG)
		raw, value, ok := said(t, claims, catalog.PropTaken)
		if err != nil || !ok || raw == "" || value != tt.value {
			t.Errorf("%q %q: %q, %q, %v, %v, want %q", tt.date, tt.clock, raw, value, ok, err, tt.value)
		}
		if _, err := edtf.Parse(value); value != "" && err != nil {
			t.Errorf("%q %q: %v", tt.date, tt.clock, err)
		}
	}
}

// TestIPTCPlaces reads one set of records wherever it may lie.
func TestIPTCPlaces(t *testing.T) {
	records := slices.Concat(stateUTF8, dataset(0, "\x00\x04"), dataset(25, "one"), dataset(25, "two"), dataset(62, "20230704"), dataset(63, "010203+0800"),
		dataset(65, "Photo Mechanic"), dataset(90, "훈춘"), dataset(92, "Quanhe"), dataset(95, "Jilin"), dataset(101, "China"))
	resources := slices.Concat(resource(0x03F3, "", []byte("nine byte")), resource(0x03ED, "name", []byte("even")), resource(0x0404, "", records))
	for name, file := range map[string]struct {
		f    format.Format
		data []byte
	}{
		"JPEG":               {format.JPEG, news(resources, 60_000)},
		"JPEG, in parts":     {format.JPEG, news(resources, 50)},
		"TIFF":               {format.TIFF, tiffWith(undefined(tagIPTC, string(records)))},
		"TIFF, as LONG":      {format.TIFF, tiffWith(counting(typed(undefined(tagIPTC, string(records)+"\x00\x00\x00"), 4), uint32(len(records)+3)/4))},
		"TIFF, in resources": {format.TIFF, tiffWith(undefined(tagPhotoshop, string(resources)))},
	} {
		claims, err := Read(file.data, file.f)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		want := []catalog.Claim{
			{Origin: catalog.OriginIPTC, Property: catalog.PropDigitized, Raw: "2023:07:04 01:02:03+08:00", Value: "2023-07-04T01:02:03+08:00"},
			{Origin: catalog.OriginIPTC, Property: catalog.PropLocation, Raw: "Quanhe, 훈춘, Jilin, China", Value: "Quanhe, 훈춘, Jilin, China"},
			{Origin: catalog.OriginIPTC, Property: catalog.PropSoftware, Raw: "Photo Mechanic", Value: "Photo Mechanic"},
		}
		if !slices.Equal(claims, want) {
			t.Errorf("%s: %+v", name, claims)
		}
	}
}

func tiffWith(f field) []byte {
	return append(block(binary.BigEndian, []field{f}, nil, nil), 0, 0, 0, 0)
}

func TestIPTCCharacters(t *testing.T) {
	for name, tt := range map[string]struct {
		records []byte
		want    string
	}{
		"stated UTF-8":            {slices.Concat(stateUTF8, dataset(90, "도문 Tumen")), "도문 Tumen"},
		"Latin-1":                 {dataset(90, "M\xFCnchen"), "München"},
		"UTF-8 that nobody says":  {dataset(90, "图们"), "图们"},
		"stated, but not UTF-8":   {slices.Concat(stateUTF8, dataset(90, "M\xFCnchen")), "München"},
		"Latin-1 that looks like": {dataset(90, "caf\xE9s"), "cafés"},
	} {
		claims, err := Read(news(resource(0x0404, "", tt.records), 1000), format.JPEG)
		if _, value, _ := said(t, claims, catalog.PropLocation); value != tt.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", name, value, err, tt.want)
		}
	}
}

// TestIPTCLong: a record that is too long costs nothing beside it.
func TestIPTCLong(t *testing.T) {
	records := slices.Concat(dataset(90, strings.Repeat("x", 2000)), dataset(101, "China"))
	claims, err := Read(news(resource(0x0404, "", records), 60_000), format.JPEG)
	if _, value, _ := said(t, claims, catalog.PropLocation); value != "China" || err != nil {
		t.Errorf("%v, %v", claims, err)
	}
}
