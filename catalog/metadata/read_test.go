package metadata

import (
	"encoding/binary"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// said gives raw text and value of the only claim about a property, and whether
// there is one.
func said(t *testing.T, claims []catalog.Claim, p catalog.Property) (raw, value string, ok bool) {
	t.Helper()
	for _, c := range claims {
		if c.Property != p {
			continue
		}
		if ok {
			t.Errorf("two claims about %s", p)
		}
		if c.ID != 0 || c.Photo != 0 || c.N != 0 {
			t.Errorf("%s: id %d, photo %d, n %d", p, c.ID, c.Photo, c.N)
		}
		raw, value, ok = c.Raw, c.Value, true
	}
	return raw, value, ok
}

// TestReadPhone reads one whole block in every wrapping and both byte orders.
func TestReadPhone(t *testing.T) {
	want := []catalog.Claim{
		{Origin: catalog.OriginExif, Property: catalog.PropTaken, Raw: "2023:07:03 14:05:00 +08:00", Value: "2023-07-03T14:05:00+08:00"},
		{Origin: catalog.OriginExif, Property: catalog.PropDigitized, Raw: "2023:07:03 14:05:01 +08:00", Value: "2023-07-03T14:05:01+08:00"},
		{Origin: catalog.OriginExif, Property: catalog.PropModified, Raw: "2023:07:03 14:05:09 +09:00", Value: "2023-07-03T14:05:09+09:00"},
		{Origin: catalog.OriginExif, Property: catalog.PropMake, Raw: "Apple", Value: "Apple"},
		{Origin: catalog.OriginExif, Property: catalog.PropModel, Raw: "iPhone 13 mini", Value: "iPhone 13 mini"},
		{Origin: catalog.OriginExif, Property: catalog.PropLens, Raw: "back camera 4.2mm", Value: "back camera 4.2mm"},
		{
			Origin: catalog.OriginExif, Property: catalog.PropExposure,
			Raw:   "ExposureTime 1/250 FNumber 28/10 ISOSpeedRatings 100 FocalLength 42/10",
			Value: "1/250 s · f/2.8 · ISO 100 · 4.2 mm",
		},
		{Origin: catalog.OriginExif, Property: catalog.PropOrientation, Raw: "6", Value: "6"},
		{
			Origin: catalog.OriginGPS, Property: catalog.PropPosition,
			Raw: "42/1 51/1 4500/100 N, 130/1 21/1 5796/100 E", Value: "42.8625,130.3661",
		},
		{Origin: catalog.OriginGPS, Property: catalog.PropAltitude, Raw: "2391/10 0", Value: "239.1"},
		{Origin: catalog.OriginGPS, Property: catalog.PropGPSTime, Raw: "2023:07:03 6/1 4/1 5991/100", Value: "2023-07-03T06:04:59Z"},
	}
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for name, file := range map[format.Format][]byte{
			format.TIFF: phone(o),
			format.NEF:  phone(o),
			format.JPEG: jpeg(phone(o), 100),
		} {
			got, err := Read(file, name)
			if err != nil {
				t.Errorf("%s %v: %v", name, o, err)
			}
			if len(got) != len(want) {
				t.Fatalf("%s %v: %d claims, want %d: %+v", name, o, len(got), len(want), got)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%s %v:\n got %+v\nwant %+v", name, o, got[i], want[i])
				}
			}
			if n := Orientation(got); n == nil || *n != 6 {
				t.Errorf("%s %v: Orientation = %v, want 6", name, o, n)
			}
		}
	}
}

// TestReadNothing: no block is no error, and a bare block is no claim.
func TestReadNothing(t *testing.T) {
	for name, file := range map[format.Format][]byte{
		format.JPEG: {0xFF, 0xD8, 0xFF, 0xD9},
		format.PNG:  []byte("\x89PNG\r\n\x1a\n"),
		format.HEIC: []byte("\x00\x00\x00\x10ftypheic\x00\x00\x00\x00"),
		format.BMP:  phone(binary.LittleEndian),
		"":          nil,
		format.TIFF: block(binary.LittleEndian, []field{short(0x0100, 640)}, nil, nil),
	} {
		claims, err := Read(file, name)
		if len(claims) != 0 || err != nil {
			t.Errorf("%q: %v, %v", name, claims, err)
		}
		if n := Orientation(claims); n != nil {
			t.Errorf("%q: Orientation = %d", name, *n)
		}
	}
}

func TestCameraText(t *testing.T) {
	tests := []struct {
		name       string
		f          field
		raw, value string
	}{
		{"plain", ascii(tagMake, "Canon"), "Canon", "Canon"},
		{"padded with spaces", ascii(tagMake, " NIKON CORPORATION  "), " NIKON CORPORATION  ", "NIKON CORPORATION"},
		{"padded with NUL", ascii(tagMake, "Canon\x00\x00\x00"), "Canon", "Canon"},
		{"no NUL at the end", counting(ascii(tagMake, "RICOH"), 5), "RICOH", "RICOH"},
		{"something behind a NUL", ascii(tagMake, "Sony\x00old"), "Sony␀old", "Sony"},
		{"Hangul", ascii(tagMake, "삼성"), "삼성", "삼성"},
		{"Latin-1", ascii(tagMake, "Andr\xE9"), "André", "André"},
		{"control characters", ascii(tagMake, "LG\x07 E\r\n"), "LG\x07 E\r\n", "LG E"},
		{"UTF-8 of Exif 3.0", typed(ascii(tagMake, "华为"), typeUTF8), "华为", "华为"},
		{"as bytes", octets(tagMake, 'H', 'T', 'C', 0), "HTC", "HTC"},
		{"undefined", undefined(tagMake, "Vivo  "), "Vivo  ", "Vivo"},
		{"unknown", ascii(tagMake, "----"), "----", ""},
		{"blank", ascii(tagMake, "    "), "    ", ""},
		{"numbers", short(tagMake, 1, 2), "1 2", "1 2"},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.BigEndian, []field{tt.f}, nil, nil), format.TIFF)
		raw, value, ok := said(t, claims, catalog.PropMake)
		if err != nil || !ok || raw != tt.raw || value != tt.value {
			t.Errorf("%s: %q, %q, %v, %v, want %q, %q", tt.name, raw, value, ok, err, tt.raw, tt.value)
		}
	}
	for name, f := range map[string]field{
		"only NUL": ascii(tagMake, "\x00\x00"),
		"empty":    counting(ascii(tagMake, ""), 0),
	} {
		if claims, err := Read(block(binary.BigEndian, []field{f}, nil, nil), format.TIFF); len(claims) != 0 || err != nil {
			t.Errorf("%s: %v, %v, want no claim", name, claims, err)
		}
	}
}

func TestOrientation(t *testing.T) {
	for n := range uint16(10) {
		claims, err := Read(block(binary.LittleEndian, []field{short(tagOrientation, n)}, nil, nil), format.TIFF)
		raw, value, _ := said(t, claims, catalog.PropOrientation)
		got := Orientation(claims)
		usable := n >= 1 && n <= 8
		if err != nil || raw != string(rune('0'+n)) || (value != "") != usable || (got != nil) != usable || usable && *got != int(n) {
			t.Errorf("%d: raw %q, value %q, Orientation %v, %v", n, raw, value, got, err)
		}
	}
	for _, f := range []field{short(tagOrientation, 1, 2), ascii(tagOrientation, "top"), rational(tagOrientation, 6, 1)} {
		claims, _ := Read(block(binary.LittleEndian, []field{f}, nil, nil), format.TIFF)
		if raw, value, ok := said(t, claims, catalog.PropOrientation); !ok || value != "" {
			t.Errorf("%q is taken for orientation %q", raw, value)
		}
	}
}

func TestExposure(t *testing.T) {
	tests := []struct {
		fields     []field
		raw, value string
	}{
		{[]field{rational(tagExposureTime, 10, 3200)}, "ExposureTime 10/3200", "1/320 s"},
		{[]field{rational(tagExposureTime, 3, 10)}, "ExposureTime 3/10", "0.3 s"},
		{[]field{rational(tagExposureTime, 1, 4)}, "ExposureTime 1/4", "1/4 s"},
		{[]field{rational(tagExposureTime, 29, 100)}, "ExposureTime 29/100", "0.3 s"},
		{[]field{rational(tagExposureTime, 5, 2)}, "ExposureTime 5/2", "2.5 s"},
		{[]field{rational(tagExposureTime, 30, 1)}, "ExposureTime 30/1", "30 s"},
		{[]field{rational(tagExposureTime, 1, 0)}, "ExposureTime 1/0", ""},
		{[]field{rational(tagExposureTime, 1, 4294967295)}, "ExposureTime 1/4294967295", ""},
		{[]field{rational(tagFNumber, 178, 100), short(tagISO, 50)}, "FNumber 178/100 ISOSpeedRatings 50", "f/1.78 · ISO 50"},
		{[]field{rational(tagFNumber, 0, 10), rational(tagFocalLength, 70, 1)}, "FNumber 0/10 FocalLength 70/1", "70 mm"},
		{[]field{rational(tagFNumber, 1, 1000), rational(tagFocalLength, 1, 1000)}, "FNumber 1/1000 FocalLength 1/1000", ""},
		{[]field{short(tagISO, 400, 0)}, "ISOSpeedRatings 400 0", "ISO 400"},
		{[]field{short(tagISO, 65535)}, "ISOSpeedRatings 65535", ""},
		{[]field{double(tagFocalLength, 6.86)}, "FocalLength 6.86", "6.86 mm"},
		{[]field{double(tagFocalLength, inf)}, "FocalLength +Inf", ""},
		{[]field{signed(tagExposureTime, -1, 60)}, "ExposureTime -1/60", ""},
		{[]field{ascii(tagFNumber, "f/8")}, "FNumber f/8", ""},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.LittleEndian, nil, tt.fields, nil), format.TIFF)
		raw, value, _ := said(t, claims, catalog.PropExposure)
		if err != nil || raw != tt.raw || value != tt.value {
			t.Errorf("%q: %q, %q, %v, want %q", tt.raw, raw, value, err, tt.value)
		}
	}
}

// TestDirectories: what belongs into which directory.
func TestDirectories(t *testing.T) {
	ep := block(binary.BigEndian, []field{ascii(tagDateTimeOriginal, "2020:01:02 03:04:05")}, nil, nil)
	claims, _ := Read(ep, format.DNG)
	if _, value, _ := said(t, claims, catalog.PropTaken); value != "2020-01-02T03:04:05" {
		t.Errorf("TIFF/EP: taken %q", value)
	}
	both := block(binary.BigEndian, []field{ascii(tagDateTimeOriginal, "2020:01:02 03:04:05")},
		[]field{ascii(tagDateTimeOriginal, "2021:01:02 03:04:05"), short(tagOrientation, 3), ascii(tagMake, "X")}, nil)
	claims, _ = Read(both, format.DNG)
	if _, value, _ := said(t, claims, catalog.PropTaken); value != "2021-01-02T03:04:05" {
		t.Errorf("both directories: taken %q", value)
	}
	if Orientation(claims) != nil || len(claims) != 1 {
		t.Errorf("fields of IFD0 are read from the Exif directory: %v", claims)
	}
	// Behind IFD0's one entry lies a directory whose only value fits into its entry.
	const behind = 8 + 2 + entryLen + 4
	lens := block(binary.BigEndian, []field{ascii(tagLensModel, "35")}, nil, nil)[8:]
	pointer := block(binary.BigEndian, []field{typed(long(tagExifIFD, behind), typeIFD)}, nil, nil)
	claims, err := Read(append(pointer, lens...), format.TIFF)
	if _, value, _ := said(t, claims, catalog.PropLens); value != "35" || err != nil {
		t.Errorf("a pointer of type IFD is not followed: %v, %v", claims, err)
	}
}
