package metadata

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
)

// field is one entry of a directory to be written; value gives its bytes.
type field struct {
	tag, kind uint16
	count     uint32
	value     func(binary.ByteOrder) []byte
}

func bytesOf(b []byte) func(binary.ByteOrder) []byte {
	return func(binary.ByteOrder) []byte { return b }
}

func pack[T any](values []T) func(binary.ByteOrder) []byte {
	return func(o binary.ByteOrder) []byte {
		b, err := binary.Append(nil, o, values)
		if err != nil {
			panic(err)
		}
		return b
	}
}

func ascii(tag uint16, s string) field {
	return field{tag, 2, uint32(len(s) + 1), bytesOf([]byte(s + "\x00"))}
}

func octets(tag uint16, v ...byte) field    { return field{tag, 1, uint32(len(v)), bytesOf(v)} }
func undefined(tag uint16, s string) field  { return field{tag, 7, uint32(len(s)), bytesOf([]byte(s))} }
func short(tag uint16, v ...uint16) field   { return field{tag, 3, uint32(len(v)), pack(v)} }
func long(tag uint16, v ...uint32) field    { return field{tag, 4, uint32(len(v)), pack(v)} }
func double(tag uint16, v ...float64) field { return field{tag, 12, uint32(len(v)), pack(v)} }

// rational takes numerators and denominators in turn.
func rational(tag uint16, v ...uint32) field {
	return field{tag, 5, uint32(len(v) / 2), pack(v)}
}

func signed(tag uint16, v ...int32) field {
	return field{tag, 10, uint32(len(v) / 2), pack(v)}
}

// counting gives a field another count than its bytes have.
func counting(f field, count uint32) field {
	f.count = count
	return f
}

func typed(f field, kind uint16) field {
	f.kind = kind
	return f
}

// block writes a TIFF structure of up to three directories; nil is none.
func block(o binary.ByteOrder, ifd0, exif, gps []field) []byte {
	b := []byte("II")
	if o == binary.BigEndian {
		b = []byte("MM")
	}
	append16 := func(v uint16) { b, _ = binary.Append(b, o, v) }
	append32 := func(v uint32) { b, _ = binary.Append(b, o, v) }
	append16(42)
	append32(8)

	ifd0 = slices.Clone(ifd0)
	at := uint32(8) + dirLen(ifd0)
	if exif != nil {
		at += entryLen
	}
	if gps != nil {
		at += entryLen
	}
	if exif != nil {
		ifd0 = append(ifd0, long(tagExifIFD, at))
		at += dirLen(exif)
	}
	if gps != nil {
		ifd0 = append(ifd0, long(tagGPSIFD, at))
		at += dirLen(gps)
	}
	var heap []byte
	for _, dir := range [][]field{ifd0, exif, gps} {
		if dir == nil {
			continue
		}
		append16(uint16(len(dir)))
		for _, f := range dir {
			append16(f.tag)
			append16(f.kind)
			append32(f.count)
			v := f.value(o)
			if len(v) <= 4 {
				b = append(b, v...)
				b = append(b, make([]byte, 4-len(v))...)
				continue
			}
			append32(at + uint32(len(heap)))
			heap = append(heap, v...)
		}
		append32(0)
	}
	return append(b, heap...)
}

func dirLen(fields []field) uint32 { return uint32(2 + len(fields)*entryLen + 4) }

// segment writes a JPEG's marker segment.
func segment(marker byte, payload []byte) []byte {
	b := []byte{0xFF, marker}
	b = binary.BigEndian.AppendUint16(b, uint16(len(payload)+2))
	return append(b, payload...)
}

// jpeg writes the segments of a JPEG with an Exif block behind one of XMP, and
// scan bytes of compressed picture.
func jpeg(exif []byte, scan int) []byte {
	return slices.Concat(
		[]byte{0xFF, 0xD8},
		segment(0xE0, []byte("JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")),
		segment(0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>")),
		segment(0xE1, append([]byte("Exif\x00\x00"), exif...)),
		segment(0xDA, []byte{1, 1, 0, 0, 63, 0}),
		bytes.Repeat([]byte{0x55}, scan),
		[]byte{0xFF, 0xD9},
	)
}

// phone is what a phone writes about a photo.
func phone(o binary.ByteOrder) []byte {
	return block(o,
		[]field{
			ascii(tagMake, "Apple"), ascii(tagModel, "iPhone 13 mini"), short(tagOrientation, 6),
			ascii(tagDateTime, "2023:07:03 14:05:09"),
		},
		[]field{
			rational(tagExposureTime, 1, 250), rational(tagFNumber, 28, 10), short(tagISO, 100),
			ascii(tagDateTimeOriginal, "2023:07:03 14:05:00"), ascii(tagDateTimeDigitized, "2023:07:03 14:05:01"),
			ascii(tagOffsetTime, "+09:00"), ascii(tagOffsetTimeOriginal, "+08:00"), ascii(tagOffsetTimeDigitized, "+08:00"),
			rational(tagFocalLength, 42, 10), ascii(tagLensModel, "back camera 4.2mm"),
		},
		[]field{
			ascii(tagLatitudeRef, "N"), rational(tagLatitude, 42, 1, 51, 1, 4500, 100),
			ascii(tagLongitudeRef, "E"), rational(tagLongitude, 130, 1, 21, 1, 5796, 100),
			octets(tagAltitudeRef, 0), rational(tagAltitude, 2391, 10),
			rational(tagTimeStamp, 6, 1, 4, 1, 5991, 100), ascii(tagDateStamp, "2023:07:03"),
		})
}

var inf = math.Inf(1)
