package format

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// Segment is one marker segment of a JPEG (ITU-T T.81, annex B.1.1.4).
type Segment struct {
	Marker  byte   // the byte behind 0xFF, for example 0xE1 for APP1
	Offset  int    // where the marker's 0xFF lies in the file
	Payload []byte // what follows the length, part of the file's bytes
}

// Markers that those who walk segments ask for (ITU-T T.81, table B.1).
const (
	MarkerSOS   = 0xda // start of scan: compressed pixels follow
	MarkerAPP0  = 0xe0 // JFIF
	MarkerAPP1  = 0xe1 // Exif, XMP
	MarkerAPP13 = 0xed // Photoshop's image resources, IPTC among them
	MarkerAPP14 = 0xee // Adobe
)

const (
	markerTEM  = 0x01
	markerRST0 = 0xd0
	markerRST7 = 0xd7
	markerSOI  = 0xd8
	markerEOI  = 0xd9
)

// Segments walks the segments of a JPEG from its start up to and including the
// first start of scan. It ends early, without the segment in question, at the
// end of the image and where a segment would reach beyond data. Bytes between
// segments that belong to none are passed over, as decoders do. Data that does
// not begin as a JPEG has no segments.
func Segments(data []byte) iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		if len(data) < 2 || data[0] != 0xff || data[1] != markerSOI {
			return
		}
		for pos := 2; ; {
			s, next, ok := SegmentAt(data, pos)
			if !ok || !yield(s) || s.Marker == MarkerSOS {
				return
			}
			pos = next
		}
	}
}

// SegmentAt returns the first segment of a JPEG at or behind pos, and where it
// ends. Stuffed bytes (0xFF00) and restart markers are passed over, so that it
// finds the next segment from within compressed pixels too. It returns false at
// the end of the image and where the segment would reach beyond data.
func SegmentAt(data []byte, pos int) (s Segment, next int, ok bool) {
	for {
		i := bytes.IndexByte(data[pos:], 0xff)
		if i < 0 {
			return Segment{}, 0, false
		}
		pos += i
		at := pos + 1
		for at < len(data) && data[at] == 0xff { // fill bytes
			at++
		}
		if at >= len(data) {
			return Segment{}, 0, false
		}
		marker := data[at]
		switch {
		case marker == 0, marker == markerTEM, markerRST0 <= marker && marker <= markerRST7:
			pos = at + 1
			continue
		case marker == markerEOI, len(data)-at < 3:
			return Segment{}, 0, false
		}
		length := int(binary.BigEndian.Uint16(data[at+1:]))
		next = at + 1 + length
		if length < 2 || next > len(data) {
			return Segment{}, 0, false
		}
		return Segment{Marker: marker, Offset: at - 1, Payload: data[at+3 : next]}, next, true
	}
}

// ExifPayload returns the TIFF structure that the first Exif segment of a JPEG
// holds (Exif 3.0, section 4.7.2), part of data, wherever among the segments it
// lies. It is nil when there is none.
func ExifPayload(data []byte) []byte {
	for s := range Segments(data) {
		// The sixth byte should be NUL but some cameras write another pad.
		if s.Marker == MarkerAPP1 && len(s.Payload) > 6 && string(s.Payload[:5]) == "Exif\x00" {
			return s.Payload[6:]
		}
	}
	return nil
}
