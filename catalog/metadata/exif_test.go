package metadata

import (
	"encoding/binary"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

func TestDirectionAndError(t *testing.T) {
	ref := func(s string) field { return ascii(tagDirectionRef, s) }
	tests := []struct {
		fields     []field
		property   catalog.Property
		raw, value string
	}{
		{[]field{ref("T"), rational(tagDirection, 21345, 100)}, catalog.PropDirection, "21345/100 T", "213.45"},
		{[]field{ref("M"), rational(tagDirection, 423, 2)}, catalog.PropDirection, "423/2 M", "211.5M"},
		{[]field{rational(tagDirection, 0, 1)}, catalog.PropDirection, "0/1", "0"},
		{[]field{ref("T"), rational(tagDirection, 360, 1)}, catalog.PropDirection, "360/1 T", "360"},
		{[]field{ref("\x00"), rational(tagDirection, 90, 1)}, catalog.PropDirection, "90/1", "90"},
		{[]field{ref("T"), rational(tagDirection, 361, 1)}, catalog.PropDirection, "361/1 T", ""},
		{[]field{ref("T"), signed(tagDirection, -10, 1)}, catalog.PropDirection, "-10/1 T", ""},
		{[]field{ref("T"), rational(tagDirection, 0, 0)}, catalog.PropDirection, "0/0 T", ""},
		{[]field{ref("X"), rational(tagDirection, 90, 1)}, catalog.PropDirection, "90/1 X", ""},
		{[]field{rational(tagError, 47, 10)}, catalog.PropPositionError, "47/10", "4.7"},
		{[]field{rational(tagError, 0, 1)}, catalog.PropPositionError, "0/1", ""},
		{[]field{rational(tagError, 1, 0)}, catalog.PropPositionError, "1/0", ""},
		{[]field{signed(tagError, -5, 1)}, catalog.PropPositionError, "-5/1", ""},
		{[]field{rational(tagError, 4294967295, 1)}, catalog.PropPositionError, "4294967295/1", ""},
	}
	for _, tt := range tests {
		claims, err := Read(block(binary.LittleEndian, nil, nil, tt.fields), format.TIFF)
		raw, value, ok := said(t, claims, tt.property)
		if err != nil || !ok || raw != tt.raw || value != tt.value || claims[0].Origin != catalog.OriginGPS {
			t.Errorf("%s: %q, %q, %v, %v, want %q", tt.raw, raw, value, ok, err, tt.value)
		}
	}
	if claims, _ := Read(block(binary.LittleEndian, nil, nil, []field{ref("T")}), format.TIFF); len(claims) > 0 {
		t.Errorf("a reference alone is a claim: %v", claims)
	}
}

// TestScreenshot: a comment that says so, in any coding, and no other comment.
func TestScreenshot(t *testing.T) {
	wide := func(o binary.ByteOrder) string {
		b := []byte("UNICODE\x00")
		for _, r := range "Screenshot" {
			b, _ = binary.Append(b, o, uint16(r))
		}
		return string(b)
	}
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for text, is := range map[string]bool{
			"ASCII\x00\x00\x00Screenshot":                  true,
			"ASCII\x00\x00\x00Screenshot\x00\x00":          true,
			"\x00\x00\x00\x00\x00\x00\x00\x00 screenshot ": true,
			"UNICODE\x00Screenshot":                        true,
			wide(o):                                        true,
			"ASCII\x00\x00\x00Screenshot of a photo":       false,
			"ASCII\x00\x00\x00":                            false,
			"Screen":                                       false,
		} {
			claims, err := Read(block(o, nil, []field{undefined(tagUserComment, text)}, nil), format.TIFF)
			_, value, ok := said(t, claims, catalog.PropKind)
			if err != nil || ok != is || is && value != string(catalog.KindScreenshot) {
				t.Errorf("%q: %q, %v, %v", text, value, ok, err)
			}
		}
	}
}

// TestLongComment: a comment longer than what is read is no damage.
func TestLongComment(t *testing.T) {
	claims, err := Read(block(binary.BigEndian, nil, []field{undefined(tagUserComment, string(make([]byte, 5000)))}, nil), format.TIFF)
	if len(claims) != 0 || err != nil {
		t.Errorf("%v, %v", claims, err)
	}
}

func TestClaimsCount(t *testing.T) {
	var c collector
	for range 3 {
		c.claim(catalog.OriginXMP, catalog.PropLens, "EF 50 ", "EF 50")
		c.claim(catalog.OriginXMP, catalog.PropLens, "EF50", "EF50")
		c.claim(catalog.OriginXMP, catalog.PropLens, "--", "")
		c.claim(catalog.OriginXMP, catalog.PropLens, "??", "")
		c.claim(catalog.OriginExif, catalog.PropLens, "EF 50", "EF 50")
		c.claim(catalog.OriginExif, catalog.PropMake, "", "")
	}
	if len(c.claims) != 5 {
		t.Fatalf("%+v", c.claims)
	}
	for i, n := range []int{0, 1, 2, 3, 0} {
		if c.claims[i].N != n {
			t.Errorf("%+v: want number %d", c.claims[i], n)
		}
	}
}

// TestOrientationOrder: Exif comes before XMP, wherever in the list it stands.
func TestOrientationOrder(t *testing.T) {
	say := func(o catalog.Origin, value string) catalog.Claim {
		return catalog.Claim{Origin: o, Property: catalog.PropOrientation, Raw: value, Value: value}
	}
	for _, tt := range []struct {
		claims []catalog.Claim
		want   int
	}{
		{[]catalog.Claim{say(catalog.OriginXMP, "3"), say(catalog.OriginExif, "6")}, 6},
		{[]catalog.Claim{say(catalog.OriginExif, ""), say(catalog.OriginXMP, "3")}, 3},
		{[]catalog.Claim{say(catalog.OriginFilename, "3"), say(catalog.OriginXMP, "9")}, 0},
	} {
		got := Orientation(tt.claims)
		if (got == nil) != (tt.want == 0) || got != nil && *got != tt.want {
			t.Errorf("%v: %v, want %d", tt.claims, got, tt.want)
		}
	}
}
