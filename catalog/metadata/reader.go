package metadata

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/rwcarlsen/goexif/tiff"

	"waybill/catalog"
)

// Tags read from IFD0 and from the Exif directory (Exif 3.0, 4.6.4 to 4.6.6).
const (
	tagMake                = 0x010F
	tagModel               = 0x0110
	tagOrientation         = 0x0112
	tagDateTime            = 0x0132
	tagExifIFD             = 0x8769
	tagGPSIFD              = 0x8825
	tagExposureTime        = 0x829A
	tagFNumber             = 0x829D
	tagISO                 = 0x8827
	tagDateTimeOriginal    = 0x9003
	tagDateTimeDigitized   = 0x9004
	tagOffsetTime          = 0x9010
	tagOffsetTimeOriginal  = 0x9011
	tagOffsetTimeDigitized = 0x9012
	tagFocalLength         = 0x920A
	tagLensModel           = 0xA434
)

// Tags of the GPS directory (Exif 3.0, 4.6.7).
const (
	tagLatitudeRef  = 0x0001
	tagLatitude     = 0x0002
	tagLongitudeRef = 0x0003
	tagLongitude    = 0x0004
	tagAltitudeRef  = 0x0005
	tagAltitude     = 0x0006
	tagTimeStamp    = 0x0007
	tagMapDatum     = 0x0012
	tagDateStamp    = 0x001D
)

const (
	entryLen = 12 // bytes of a directory entry

	// maxValue is the longest value read, in bytes; cameras need some dozens.
	// goexif takes counts at their word and spreads values over up to eight
	// times their size.
	maxValue = 1024

	firstPrivate = 0x8000 // tags below are those of TIFF itself (TIFF 6.0, section 2)

	bigTIFF = 43 // in place of 42; its directories are laid out otherwise
)

// Field types that goexif does not know, see decode.
const (
	typeIFD  = 13  // TIFF Technical Note 1: a LONG that points to a directory
	typeUTF8 = 129 // Exif 3.0: as ASCII, but UTF-8
)

// reader takes fields out of a TIFF structure. It finds the entries itself and
// leaves their values to goexif, one by one: goexif's own walk follows a ring of
// directories for ever, reserves memory for any count, and gives a directory up
// at its first bad entry.
type reader struct {
	data            []byte
	order           binary.ByteOrder
	ifd0, exif, gps []byte // entries, nil when the directory is absent
	claims          []catalog.Claim
	errs            []error
}

// open finds the three directories that hold what is read. It returns false
// when not even the first is there.
func (r *reader) open(data []byte) bool {
	r.data = data
	switch {
	case len(data) >= 8 && string(data[:2]) == "II":
		r.order = binary.LittleEndian
	case len(data) >= 8 && string(data[:2]) == "MM":
		r.order = binary.BigEndian
	default:
		r.note(errors.New("no TIFF header"))
		return false
	}
	if r.order.Uint16(data[2:]) == bigTIFF {
		r.note(errors.New("BigTIFF is not read"))
		return false
	}
	r.ifd0 = r.entries(r.order.Uint32(data[4:]))
	r.exif = r.sub(tagExifIFD)
	r.gps = r.sub(tagGPSIFD)
	return r.ifd0 != nil
}

// sub returns the entries of the directory that a field of IFD0 points to.
func (r *reader) sub(pointer uint16) []byte {
	t := r.find(r.ifd0, pointer)
	if t == nil {
		return nil
	}
	at, err := t.Int64(0)
	if err != nil || at < 0 {
		r.note(fmt.Errorf("tag %#04x: no pointer", pointer))
		return nil
	}
	return r.entries(uint32(at))
}

// entries returns the entries of the directory at an offset, without those that
// lie behind the end.
func (r *reader) entries(offset uint32) []byte {
	start := int64(offset)
	if start+2 > int64(len(r.data)) {
		r.note(fmt.Errorf("directory at %d: outside", offset))
		return nil
	}
	rest := r.data[start+2:]
	n := int(r.order.Uint16(r.data[start:]))
	if n > len(rest)/entryLen {
		r.note(fmt.Errorf("directory at %d: cut off", offset))
		n = len(rest) / entryLen
	}
	return rest[:n*entryLen]
}

// field returns a field of IFD0 or of the Exif directory, whichever it belongs
// to. What the Exif directory lacks is looked for in IFD0 too, where TIFF/EP
// (ISO 12234-2) and so many raw formats keep all of it.
func (r *reader) field(tag uint16) *tiff.Tag {
	if tag >= firstPrivate {
		if t := r.find(r.exif, tag); t != nil {
			return t
		}
	}
	return r.find(r.ifd0, tag)
}

// find returns the first field of that tag which can be read, or nil.
func (r *reader) find(entries []byte, tag uint16) *tiff.Tag {
	for ; len(entries) >= entryLen; entries = entries[entryLen:] {
		if r.order.Uint16(entries) != tag {
			continue
		}
		t, err := r.decode(entries[:entryLen])
		if err == nil {
			return t
		}
		r.note(fmt.Errorf("tag %#04x: %w", tag, err))
		return nil // the next of the same tag is not tried, to bound the notes
	}
	return nil
}

// decode reads the value of one entry. An empty value is a nil tag.
func (r *reader) decode(entry []byte) (*tiff.Tag, error) {
	kind, count := tiff.DataType(r.order.Uint16(entry[2:])), r.order.Uint32(entry[4:])
	switch kind {
	case typeUTF8:
		kind = tiff.DTAscii
	case typeIFD:
		kind = tiff.DTLong
	}
	size := typeSize(kind)
	switch {
	case size == 0:
		return nil, fmt.Errorf("unknown type %d", kind)
	case count == 0:
		return nil, nil
	case uint64(count)*size > maxValue:
		return nil, fmt.Errorf("%d values", count)
	}
	known := bytes.Clone(entry)
	r.order.PutUint16(known[2:], uint16(kind))
	return tiff.DecodeTag(struct {
		io.Reader
		io.ReaderAt
	}{bytes.NewReader(known), bytes.NewReader(r.data)}, r.order)
}

// typeSize returns the bytes that a value of a type takes (TIFF 6.0, section
// 2), 0 for an unknown type.
func typeSize(t tiff.DataType) uint64 {
	switch t {
	case tiff.DTByte, tiff.DTAscii, tiff.DTSByte, tiff.DTUndefined:
		return 1
	case tiff.DTShort, tiff.DTSShort:
		return 2
	case tiff.DTLong, tiff.DTSLong, tiff.DTFloat:
		return 4
	case tiff.DTRational, tiff.DTSRational, tiff.DTDouble:
		return 8
	}
	return 0
}
