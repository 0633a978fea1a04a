package format

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// segment builds one marker segment.
func segment(marker byte, payload string) []byte {
	b := []byte{0xff, marker}
	b = binary.BigEndian.AppendUint16(b, uint16(len(payload)+2))
	return append(b, payload...)
}

func join(parts ...[]byte) []byte { return slices.Concat(parts...) }

func TestSegments(t *testing.T) {
	soi := []byte{0xff, 0xd8}
	tests := []struct {
		name string
		data []byte
		want []byte
	}{
		{"no JPEG", []byte("GIF89a"), nil},
		{"bare", soi, nil},
		{"up to the scan", join(soi, segment(MarkerAPP0, "JFIF"), segment(MarkerSOS, "xx"), []byte{1, 2, 0xff, 0xe1, 0, 2}), []byte{MarkerAPP0, MarkerSOS}},
		{"fill bytes and garbage", join(soi, []byte{0, 7, 0xff, 0xff}, segment(MarkerAPP0, "a"), []byte{9}, segment(0xfe, "b")), []byte{MarkerAPP0, 0xfe}},
		{"end of image", join(soi, segment(MarkerAPP0, "a"), []byte{0xff, 0xd9}, segment(0xfe, "b")), []byte{MarkerAPP0}},
		{"cut off", join(soi, segment(MarkerAPP0, "a"), segment(0xfe, "long enough")[:8]), []byte{MarkerAPP0}},
		{"length below two", join(soi, []byte{0xff, 0xe0, 0, 1}, segment(0xfe, "b")), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []byte
			for s := range Segments(test.data) {
				got = append(got, s.Marker)
				if !bytes.HasPrefix(test.data[s.Offset:], []byte{0xff, s.Marker}) {
					t.Errorf("offset %d does not point to marker %#x", s.Offset, s.Marker)
				}
			}
			if !bytes.Equal(got, test.want) {
				t.Errorf("markers % x, want % x", got, test.want)
			}
		})
	}
}

func TestSegmentAtPassesOverPixels(t *testing.T) {
	data := join([]byte{1, 2, 0xff, 0, 3, 0xff, 0xd3, 4}, segment(0xc4, "table"))
	s, next, ok := SegmentAt(data, 0)
	if !ok || s.Marker != 0xc4 || s.Offset != 8 || string(s.Payload) != "table" || next != len(data) {
		t.Errorf("got %+v, next %d, %v", s, next, ok)
	}
}

func TestExifPayload(t *testing.T) {
	soi := []byte{0xff, 0xd8}
	jfif := segment(MarkerAPP0, "JFIF\x00\x01\x01")
	xmp := segment(MarkerAPP1, "http://ns.adobe.com/xap/1.0/\x00<x/>")
	exif := segment(MarkerAPP1, "Exif\x00\x00II*\x00")
	scan := segment(MarkerSOS, "xx")
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"first", join(soi, exif, scan), "II*\x00"},
		{"behind JFIF and XMP", join(soi, jfif, xmp, exif, scan), "II*\x00"},
		{"odd pad byte", join(soi, segment(MarkerAPP1, "Exif\x00\xffMM\x00*"), scan), "MM\x00*"},
		{"none", join(soi, jfif, xmp, scan), ""},
		{"behind the scan", join(soi, scan, exif), ""},
		{"empty", join(soi, segment(MarkerAPP1, "Exif\x00\x00"), scan), ""},
		{"not a JPEG", exif, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ExifPayload(test.data)
			if string(got) != test.want || (got == nil) != (test.want == "") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzFormat(f *testing.F) {
	f.Add(join([]byte{0xff, 0xd8}, segment(MarkerAPP0, "JFIF"), segment(MarkerAPP1, "Exif\x00\x00II*\x00"), segment(MarkerSOS, "xx")))
	f.Add(makeTIFF(binary.LittleEndian, 8, field{tag: tagNewSubfileType, num: 1}, field{tag: tagMake, text: "SONY"}))
	f.Add(makeTIFF(binary.BigEndian, 10, field{tag: tagDNGVersion, num: 1}))
	f.Add(ftyp("mif1", "miaf", "avif"))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8 "))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00\x21\xff\x0bXMP DataXMPabc\x00"))
	f.Add(join([]byte{0xff, 0xd8}, segment(MarkerAPP13, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x02ab")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := Sniff(data); got.IsPicture() && got.IsVideo() || got != "" && got.Ext() == "" {
			t.Errorf("impossible format %q", got)
		}
		end := 2
		for s := range Segments(data) {
			if s.Offset < end || data[s.Offset] != 0xff {
				t.Fatalf("segment at %d overlaps the one before, which ends at %d", s.Offset, end)
			}
			end = s.Offset + 4 + len(s.Payload)
			if end > len(data) {
				t.Fatalf("segment ends at %d of %d", end, len(data))
			}
		}
		ExifPayload(data)
		walkContainers(t, data)
		if ifd, ok := FirstIFD(data); ok {
			for tag := range uint16(300) {
				n := 0
				for range ifd.Uints(tag) {
					n++
				}
				if n > len(data) {
					t.Fatalf("%d values out of %d bytes", n, len(data))
				}
				ifd.Text(tag)
			}
		}
	})
}

// walkContainers checks that what is found lies within the file.
func walkContainers(t *testing.T, data []byte) {
	t.Helper()
	total := 0
	for b := range Boxes(data) {
		total += 8 + len(b.Payload)
	}
	for c := range RIFFChunks(data) {
		total += 8 + len(c.Data)
	}
	for c := range PNGChunks(data) {
		total += 8 + len(c.Data)
	}
	if total > 2*len(data) {
		t.Fatalf("boxes and chunks of %d bytes in %d", total, len(data))
	}
	if n := len(HEIFItem(data, "Exif")); n > max(len(data), maxItem) {
		t.Fatalf("an item of %d bytes in %d", n, len(data))
	}
	if n := len(GIFApplication(data, "XMP DataXMP")); n > len(data) {
		t.Fatalf("an extension of %d bytes in %d", n, len(data))
	}
	if n := len(PhotoshopResource(PhotoshopPayload(data), ResourceIPTC)); n > len(data) {
		t.Fatalf("a resource of %d bytes in %d", n, len(data))
	}
}
