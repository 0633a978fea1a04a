package metadata

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/rwcarlsen/goexif/tiff"

	"waybill/catalog/format"
)

// Tags read from IFD0 and from the Exif directory (Exif 3.0, 4.6.4 to 4.6.6).
const (
	tagMake                = 0x010F
	tagModel               = 0x0110
	tagOrientation         = 0x0112
	tagSoftware            = 0x0131
	tagDateTime            = 0x0132
	tagXMP                 = 0x02BC // XMP Specification Part 3, 1.1.4
	tagIPTC                = 0x83BB // likewise
	tagPhotoshop           = 0x8649 // likewise
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
	tagUserComment         = 0x9286
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
	tagDirectionRef = 0x0010
	tagDirection    = 0x0011
	tagMapDatum     = 0x0012
	tagDateStamp    = 0x001D
	tagError        = 0x001F
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

// directory is one directory of a TIFF structure. It finds its entries itself and
// leaves their values to goexif, one by one: goexif's own walk follows a ring of
// directories for ever, reserves memory for any count, and gives a directory up
// at its first bad entry.
type directory struct {
	data    []byte // the structure, which offsets count from
	order   binary.ByteOrder
	entries []byte // whole entries of 12 bytes
}

// reader takes fields out of the directories that a camera writes.
type reader struct {
	*collector
	ifd0, exif, gps directory
}

// open finds the three directories that hold what is read.
func (r *reader) open(data []byte) {
	r.ifd0 = r.first(data)
	r.exif = r.sub(tagExifIFD)
	r.gps = r.sub(tagGPSIFD)
}

// first returns the first directory of a TIFF structure. The number behind the
// byte order is not looked at: camera makers have their own.
func (r *reader) first(data []byte) directory {
	order, offset, ok := format.TIFFOrder(data)
	if !ok {
		r.note(errors.New("no TIFF header"))
		return directory{}
	}
	if order.Uint16(data[2:]) == bigTIFF {
		r.note(errors.New("BigTIFF is not read"))
		return directory{}
	}
	return r.at(directory{data: data, order: order}, offset)
}

// sub returns the directory that a field of IFD0 points to.
func (r *reader) sub(pointer uint16) directory {
	t := r.find(r.ifd0, pointer)
	if t == nil {
		return directory{}
	}
	at, err := t.Int64(0)
	if err != nil || at < 0 {
		r.note(fmt.Errorf("tag %#04x: no pointer", pointer))
		return directory{}
	}
	return r.at(r.ifd0, uint32(at))
}

// at returns the directory at an offset of the structure that d belongs to,
// without the entries that lie behind the end.
func (r *reader) at(d directory, offset uint32) directory {
	start := int64(offset)
	if start+2 > int64(len(d.data)) {
		r.note(fmt.Errorf("directory at %d: outside", offset))
		return directory{}
	}
	rest := d.data[start+2:]
	n := int(d.order.Uint16(d.data[start:]))
	if n > len(rest)/entryLen {
		r.note(fmt.Errorf("directory at %d: cut off", offset))
		n = len(rest) / entryLen
	}
	d.entries = rest[:n*entryLen]
	return d
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

// find returns the first field of that tag when it can be read, or nil. The
// next of the same tag is not tried, to bound the notes.
func (r *reader) find(d directory, tag uint16) *tiff.Tag {
	entry := d.entry(tag)
	if entry == nil {
		return nil
	}
	t, err := d.decode(entry)
	if err != nil {
		r.note(fmt.Errorf("tag %#04x: %w", tag, err))
		return nil
	}
	return t
}

// entry returns the bytes of the first entry of a tag, or nil.
func (d directory) entry(tag uint16) []byte {
	for e := d.entries; len(e) >= entryLen; e = e[entryLen:] {
		if d.order.Uint16(e) == tag {
			return e[:entryLen]
		}
	}
	return nil
}

// octets returns the bytes of a field of any length, part of the structure and
// cut where that ends. It is nil when there is none.
func (d directory) octets(tag uint16) []byte {
	entry := d.entry(tag)
	if entry == nil {
		return nil
	}
	length := uint64(d.order.Uint32(entry[4:])) * typeSize(tiff.DataType(d.order.Uint16(entry[2:])))
	if length <= 4 {
		return entry[8 : 8+length]
	}
	start := uint64(d.order.Uint32(entry[8:]))
	end := min(start+length, uint64(len(d.data)))
	if start >= end {
		return nil
	}
	return d.data[start:end]
}

// decode reads the value of one entry. An empty value is a nil tag.
func (d directory) decode(entry []byte) (*tiff.Tag, error) {
	kind, count := tiff.DataType(d.order.Uint16(entry[2:])), d.order.Uint32(entry[4:])
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
	d.order.PutUint16(known[2:], uint16(kind))
	return tiff.DecodeTag(struct {
		io.Reader
		io.ReaderAt
	}{bytes.NewReader(known), bytes.NewReader(d.data)}, d.order)
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
