package metadata

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// hostile gives blocks that lie, by what they lie about.
func hostile() map[string][]byte {
	le := binary.LittleEndian
	date := ascii(tagDateTimeOriginal, "2023:07:03 14:05:00")
	make32 := func(count uint32) []byte {
		return block(le, []field{counting(long(tagOrientation, 1), count), ascii(tagMake, "Canon")}, nil, nil)
	}
	blocks := map[string][]byte{
		"count of all bits":     make32(0xFFFFFFFF),
		"count that wraps to 1": make32(0x40000001), // times 4 is 4 in 32 bits
		"count of zero":         make32(0),
		"rationals that wrap": block(le, []field{ascii(tagMake, "Canon")}, []field{date},
			[]field{ascii(tagLatitudeRef, "N"), counting(rational(tagLatitude, 1, 1, 1, 1), 0x20000001)}),
		"value outside":     block(le, []field{ascii(tagMake, "Canon"), {tagModel, 2, 100, bytesOf([]byte("\xF0\xFF\xFF\xFF"))}}, nil, nil),
		"pointer outside":   block(le, []field{ascii(tagMake, "Canon"), long(tagExifIFD, 0x7FFFFFF0), long(tagGPSIFD, 0xFFFFFFFF)}, nil, nil),
		"pointer to itself": block(le, []field{ascii(tagMake, "Canon"), long(tagExifIFD, 8), long(tagGPSIFD, 8)}, nil, nil),
		"negative pointer":  block(le, []field{ascii(tagMake, "Canon"), typed(long(tagExifIFD, 0xFFFFFFF0), 9)}, nil, nil),
		"unknown type":      block(le, []field{typed(short(tagOrientation, 1), 99), ascii(tagMake, "Canon")}, nil, nil),
		"text too long":     block(le, []field{ascii(tagModel, strings.Repeat("x", 60_000)), ascii(tagMake, "Canon")}, nil, nil),
	}

	// Two directories, each the next of the other.
	ring := block(le, []field{ascii(tagMake, "Canon")}, nil, nil)
	second := uint32(len(ring))
	le.PutUint32(ring[8+2+entryLen:], second)
	ring = append(ring, 0, 0)
	blocks["ring of directories"] = le.AppendUint32(ring, 8)

	// As many entries as a directory can have, all of one long value.
	many := make([]field, 0xFFFF-1)
	for i := range many {
		many[i] = counting(octets(tagModel, 8, 0, 0, 0), 60_000)
	}
	blocks["entries without end"] = block(le, append(many, ascii(tagMake, "Canon")), nil, nil)
	return blocks
}

// TestHostile: lies cost neither memory nor the fields beside them.
func TestHostile(t *testing.T) {
	for name, b := range hostile() {
		t.Run(name, func(t *testing.T) {
			claims, err := readBounded(t, b, format.TIFF, maxMemory)
			if _, value, _ := said(t, claims, catalog.PropMake); value != "Canon" {
				t.Errorf("the field beside is lost: %v, %v", claims, err)
			}
			truthful := name == "count of zero" || name == "pointer to itself" || name == "ring of directories"
			if (err == nil) != truthful {
				t.Errorf("error %v", err)
			}
			if err != nil && catalog.CodeOf(err) != catalog.FileDamaged {
				t.Errorf("code %q", catalog.CodeOf(err))
			}
		})
	}
}

// TestNoBlock: what is no TIFF structure at all is said to be none.
func TestNoBlock(t *testing.T) {
	for _, b := range []string{"", "II", "MM\x00*", "XX*\x00\x08\x00\x00\x00", "II+\x00\x08\x00\x00\x00", "II*\x00\xFF\xFF\xFF\xFF"} {
		claims, err := Read(append([]byte{}, b...), format.TIFF)
		if err == nil || len(claims) != 0 {
			t.Errorf("%q: %v, %v", b, claims, err)
		}
	}
}

// TestCutOff cuts a block at every byte: what is still there is read as before.
func TestCutOff(t *testing.T) {
	whole := phone(binary.BigEndian)
	all, err := Read(whole, format.TIFF)
	if err != nil {
		t.Fatal(err)
	}
	full := map[catalog.Property]catalog.Claim{}
	for _, c := range all {
		full[c.Property] = c
	}
	for n := range len(whole) {
		claims, err := readBounded(t, whole[:n], format.TIFF, maxMemory)
		if err == nil {
			t.Errorf("cut at %d: no error", n)
		}
		for _, c := range claims {
			if c.Value != "" && !strings.HasPrefix(full[c.Property].Value, c.Value) && c.Property != catalog.PropExposure {
				t.Errorf("cut at %d: %s is %q, was %q", n, c.Property, c.Value, full[c.Property].Value)
			}
		}
	}
}

func FuzzExif(f *testing.F) {
	f.Add(phone(binary.LittleEndian))
	f.Add(phone(binary.BigEndian))
	f.Add(jpeg(phone(binary.BigEndian), 10))
	for _, b := range hostile() {
		if len(b) < 1000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kind := format.TIFF
		if bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
			kind = format.JPEG
		}
		readBounded(t, data, kind, maxMemory)
	})
}

// BenchmarkRead reads the claims of a phone's JPEG of 4 MB.
func BenchmarkRead(b *testing.B) {
	file := jpeg(phone(binary.BigEndian), 4<<20)
	b.ReportAllocs()
	for b.Loop() {
		if claims, err := Read(file, format.JPEG); err != nil || len(claims) == 0 {
			b.Fatal(claims, err)
		}
	}
}
