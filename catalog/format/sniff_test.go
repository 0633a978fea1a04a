package format

import (
	"encoding/binary"
	"slices"
	"testing"
)

// field is one directory entry for makeTIFF: text when it has any, else a SHORT.
type field struct {
	tag  uint16
	num  uint16
	text string
}

// makeTIFF builds a TIFF whose first directory has the fields and lies at start.
func makeTIFF(order binary.AppendByteOrder, start int, fields ...field) []byte {
	b := []byte("II")
	if order.String() == "BigEndian" {
		b = []byte("MM")
	}
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, uint32(start))
	b = append(b, make([]byte, start-len(b))...)
	b = order.AppendUint16(b, uint16(len(fields)))
	heap := start + 2 + 12*len(fields) + 4
	var texts []byte
	for _, f := range fields {
		b = order.AppendUint16(b, f.tag)
		if f.text == "" {
			b = order.AppendUint16(b, 3)
			b = order.AppendUint32(b, 1)
			b = order.AppendUint16(b, f.num)
			b = order.AppendUint16(b, 0)
			continue
		}
		b = order.AppendUint16(b, 2)
		b = order.AppendUint32(b, uint32(len(f.text)+1))
		b = order.AppendUint32(b, uint32(heap+len(texts)))
		texts = append(texts, f.text+"\x00"...)
	}
	return append(append(b, 0, 0, 0, 0), texts...)
}

// ftyp builds an ISO base media file's first box.
func ftyp(major string, compatible ...string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(16+4*len(compatible)))
	b = append(b, "ftyp"+major+"\x00\x00\x00\x00"...)
	for _, c := range compatible {
		b = append(b, c...)
	}
	return append(b, "\x00\x00\x00\x08free"...)
}

func TestSniff(t *testing.T) {
	le, be := binary.LittleEndian, binary.BigEndian
	preview := field{tag: tagNewSubfileType, num: 1}
	maker := func(s string) field { return field{tag: tagMake, text: s} }
	cr2 := append([]byte("II*\x00\x10\x00\x00\x00CR\x02\x00"), make([]byte, 20)...)
	bmp := append([]byte("BM"), make([]byte, 12)...)
	bmp = le.AppendUint32(bmp, 40)
	tests := []struct {
		name string
		head []byte
		want Format
	}{
		{"empty", nil, ""},
		{"one byte", []byte{0xff}, ""},
		{"text", []byte("BMW cars seen at the bridge, 3 July"), ""},
		{"zip", []byte("PK\x03\x04 and a good deal of other bytes"), ""},
		{"pdf", []byte("%PDF-1.7 and a good deal of other bytes"), ""},
		{"jpeg", []byte("\xff\xd8\xff\xe1\x00\x10Exif"), JPEG},
		{"png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), PNG},
		{"png spoilt by text mode", []byte("\x89PNG\n\x1a\n\x00\x00\x00\rIHDR"), ""},
		{"gif", []byte("GIF89a\x01\x00\x01\x00"), GIF},
		{"webp", []byte("RIFF\x10\x00\x00\x00WEBPVP8 "), WebP},
		{"avi", []byte("RIFF\x10\x00\x00\x00AVI LIST"), AVI},
		{"wav", []byte("RIFF\x10\x00\x00\x00WAVEfmt "), ""},
		{"bmp", bmp, BMP},
		{"psd", []byte("8BPS\x00\x01\x00\x00"), PSD},
		{"jxl bare", []byte("\xff\x0a\x00"), JXL},
		{"jxl boxed", []byte("\x00\x00\x00\x0cJXL \r\n\x87\n"), JXL},
		{"jp2", []byte("\x00\x00\x00\x0cjP  \r\n\x87\n"), JP2},
		{"raf", []byte("FUJIFILMCCD-RAW 0201"), RAF},
		{"rw2", []byte("IIU\x00\x18\x00\x00\x00"), RW2},
		{"orf", []byte("IIRO\x08\x00\x00\x00"), ORF},
		{"orf big-endian", []byte("MMOR\x00\x00\x00\x08"), ORF},
		{"mkv", []byte("\x1a\x45\xdf\xa3\x01"), MKV},
		{"heic", ftyp("heic", "mif1", "heic"), HEIC},
		{"heif of unsaid codec", ftyp("mif1", "miaf"), HEIC},
		{"avif", ftyp("avif", "mif1"), AVIF},
		{"avif that leads with mif1", ftyp("mif1", "miaf", "avif"), AVIF},
		{"cr3", ftyp("crx ", "isom"), CR3},
		{"mov", ftyp("qt  "), MOV},
		{"old mov", []byte("\x00\x00\x00\x08wide\x00\x00\x10\x00mdat"), MOV},
		{"mp4", ftyp("isom", "mp41"), MP4},
		{"3gp", ftyp("3gp5"), ThreeGP},
		{"sound", ftyp("M4A "), ""},
		{"tiff", makeTIFF(le, 8, field{tag: 0x100, num: 10}), TIFF},
		{"tiff without directory", []byte("MM\x00*\x00\x00\x00\x08"), TIFF},
		{"bigtiff", []byte("II+\x00\x08\x00\x00\x00"), TIFF},
		{"cr2", cr2, CR2},
		{"dng", makeTIFF(be, 8, preview, maker("Apple"), field{tag: tagDNGVersion, num: 1}), DNG},
		{"dng far in", makeTIFF(le, 5000, field{tag: tagDNGVersion, num: 1}), DNG},
		{"nef", makeTIFF(be, 8, preview, maker("NIKON CORPORATION")), NEF},
		{"tiff by Nikon's software", makeTIFF(be, 8, field{tag: tagNewSubfileType}, maker("NIKON CORPORATION")), TIFF},
		{"arw", makeTIFF(le, 8, preview, maker("SONY")), ARW},
		{"pef", makeTIFF(be, 8, field{tag: tagPhotometric, num: 32803}, maker("PENTAX Corporation ")), PEF},
		{"preview by an unknown maker", makeTIFF(be, 8, preview, maker("ACME")), TIFF},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Sniff(test.head); got != test.want {
				t.Errorf("Sniff = %q, want %q", got, test.want)
			}
		})
	}
}

func TestFormatKinds(t *testing.T) {
	tests := []struct {
		format                    Format
		ext                       string
		picture, video, raw, tiff bool
	}{
		{"", "", false, false, false, false},
		{JPEG, "jpg", true, false, false, false},
		{TIFF, "tif", true, false, false, true},
		{PNG, "png", true, false, false, false},
		{NEF, "nef", true, false, true, true},
		{CR3, "cr3", true, false, true, false},
		{MOV, "mov", false, true, false, false},
		{ThreeGP, "3gp", false, true, false, false},
	}
	for _, test := range tests {
		f := test.format
		if f.Ext() != test.ext || f.IsPicture() != test.picture || f.IsVideo() != test.video ||
			f.IsRaw() != test.raw || f.IsTIFF() != test.tiff {
			t.Errorf("%q: ext %q picture %v video %v raw %v tiff %v", f, f.Ext(), f.IsPicture(), f.IsVideo(), f.IsRaw(), f.IsTIFF())
		}
	}
}

func TestIFDBounds(t *testing.T) {
	// A directory that claims 65,535 entries, and an entry that claims four
	// thousand million values, of which the file holds two.
	b := makeTIFF(binary.LittleEndian, 8, field{tag: 0x111, num: 7}, field{tag: tagMake, text: "Maker"})
	binary.LittleEndian.PutUint16(b[8:], 0xffff)
	binary.LittleEndian.PutUint16(b[12:], 4)
	binary.LittleEndian.PutUint32(b[14:], 0xffffffff)
	binary.LittleEndian.PutUint32(b[18:], uint32(len(b)-8))
	ifd, ok := FirstIFD(b)
	if !ok {
		t.Fatal("no directory")
	}
	values, count := slices.Collect(ifd.Uints(0x111)), ifd.Count(0x111)
	if len(values) != 2 || count != 0xffffffff {
		t.Errorf("Uints gave %d values of %d, want 2 of 4294967295", len(values), count)
	}
	if got := ifd.Text(tagMake); got != "Maker" {
		t.Errorf("Text = %q, want Maker", got)
	}
	if _, ok := ifd.Uint(tagMake); ok {
		t.Error("a text was read as a number")
	}
	if _, ok := FirstIFD(b[:15]); ok {
		t.Error("a directory that is cut off was found")
	}
}
