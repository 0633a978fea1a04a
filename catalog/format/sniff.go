package format

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// SniffLen is how many bytes of a file's start Sniff can make use of. Fewer do
// for everything but the TIFF-based raw formats, which without their first
// directory are told to be TIFF.
const SniffLen = 64 << 10

// signatures are the formats that fixed bytes at the start give away.
var signatures = [...]struct {
	magic  string
	format Format
}{
	{"\xff\xd8\xff", JPEG},
	{"\x89PNG\r\n\x1a\n", PNG},
	{"GIF87a", GIF},
	{"GIF89a", GIF},
	{"8BPS\x00\x01", PSD},
	{"8BPS\x00\x02", PSD}, // PSB, the variant for large documents
	{"\xff\x0a", JXL},
	{"\x00\x00\x00\x0cJXL \r\n\x87\n", JXL},
	{"\x00\x00\x00\x0cjP  \r\n\x87\n", JP2},
	{"\xff\x4f\xff\x51", JP2},
	{"FUJIFILMCCD-RAW ", RAF},
	{"IIU\x00", RW2},
	{"IIRO", ORF},
	{"IIRS", ORF},
	{"MMOR", ORF},
	{"II+\x00", TIFF}, // BigTIFF
	{"MM\x00+", TIFF},
	{"\x1a\x45\xdf\xa3", MKV},
}

// Sniff tells the format of the file that starts with head, which may be the
// whole file. It returns "" when head is no picture and no video that it knows.
func Sniff(head []byte) Format {
	for _, s := range signatures {
		if len(head) >= len(s.magic) && string(head[:len(s.magic)]) == s.magic {
			return s.format
		}
	}
	switch {
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return sniffTIFF(head)
	case bytes.HasPrefix(head, []byte("RIFF")):
		return sniffRIFF(head)
	case bytes.HasPrefix(head, []byte("BM")):
		return sniffBMP(head)
	}
	return sniffBoxes(head)
}

// sniffRIFF looks at the form type (RIFF, 1991: at byte 8).
func sniffRIFF(head []byte) Format {
	if len(head) < 12 {
		return ""
	}
	switch string(head[8:12]) {
	case "WEBP":
		return WebP
	case "AVI ":
		return AVI
	}
	return ""
}

// sniffBMP wants a known size of the information header behind "BM", which
// alone may begin any text.
func sniffBMP(head []byte) Format {
	if len(head) < 18 {
		return ""
	}
	switch binary.LittleEndian.Uint32(head[14:]) {
	case 12, 16, 40, 52, 56, 64, 108, 124:
		return BMP
	}
	return ""
}

// sniffBoxes tells ISO base media files by the brands in their ftyp box
// (ISO/IEC 14496-12, section 4.3), and QuickTime files older than that box by
// the name of their first atom.
func sniffBoxes(head []byte) Format {
	if len(head) < 12 {
		return ""
	}
	size := binary.BigEndian.Uint32(head)
	switch string(head[4:8]) {
	case "ftyp":
	case "moov", "mdat", "wide", "pnot":
		return MOV
	default:
		return ""
	}
	if size < 16 || size > 4096 {
		size = 16 // a broken size: the major brand is all there is to trust
	}
	box := head[8:min(int(size), len(head))]
	major := string(box[:4])
	if f := brandFormat(major); f != HEIC || len(box) < 8 {
		return f
	}
	if major == "mif1" || major == "msf1" { // says HEIF, but not which codec
		for rest := box[8:]; len(rest) >= 4; rest = rest[4:] {
			if brandFormat(string(rest[:4])) == AVIF {
				return AVIF
			}
		}
	}
	return HEIC
}

// brandFormat tells what a major brand stands for; a brand that is not listed
// is some profile of MP4.
func brandFormat(brand string) Format {
	switch brand {
	case "avif", "avis":
		return AVIF
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1":
		return HEIC
	case "crx ":
		return CR3
	case "qt  ":
		return MOV
	case "jp2 ", "jpx ", "jpm ":
		return JP2
	case "M4A ", "M4B ", "M4P ": // sound only
		return ""
	}
	if strings.HasPrefix(brand, "3gp") || strings.HasPrefix(brand, "3g2") {
		return ThreeGP
	}
	return MP4
}

// Tags of TIFF and its descendants that tell a raw file from a TIFF.
const (
	tagNewSubfileType = 0x00fe
	tagCompression    = 0x0103
	tagPhotometric    = 0x0106
	tagMake           = 0x010f
	tagDNGVersion     = 0xc612
)

// sniffTIFF tells the raw formats that share the magic number of TIFF from TIFF
// proper: CR2 by its own mark, DNG by DNGVersion (DNG 1.7, chapter 4), the
// others by the maker, if the directory is not that of an ordinary picture.
func sniffTIFF(head []byte) Format {
	if len(head) >= 10 && string(head[8:10]) == "CR" {
		return CR2
	}
	ifd, ok := FirstIFD(head)
	if !ok {
		return TIFF
	}
	if ifd.Has(tagDNGVersion) {
		return DNG
	}
	if !holdsRaw(ifd) {
		return TIFF
	}
	maker := strings.ToUpper(ifd.Text(tagMake))
	switch {
	case strings.HasPrefix(maker, "NIKON"):
		return NEF
	case strings.HasPrefix(maker, "SONY"):
		return ARW
	case strings.HasPrefix(maker, "PENTAX"), strings.HasPrefix(maker, "RICOH"):
		return PEF
	}
	return TIFF
}

// holdsRaw reports whether the first directory is the preview of something
// else, or holds sensor data: a TIFF that a maker's own software exported is
// neither.
func holdsRaw(ifd IFD) bool {
	if v, ok := ifd.Uint(tagNewSubfileType); ok && v&1 != 0 {
		return true
	}
	if v, ok := ifd.Uint(tagPhotometric); ok && v == 32803 { // colour filter array
		return true
	}
	v, ok := ifd.Uint(tagCompression)
	return ok && (v == 32767 || v == 34713 || v == 65535) // Sony, Nikon, Pentax
}
