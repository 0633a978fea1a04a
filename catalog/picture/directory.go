package picture

import (
	"encoding/binary"
	"iter"

	"waybill/catalog/format"
)

// directory is one image file directory anywhere in a TIFF (TIFF 6.0, section
// 2). Whatever lies outside the bytes counts as absent.
type directory struct {
	data    []byte
	order   binary.ByteOrder
	entries []byte // whole entries of 12 bytes
	next    uint32 // where the next of the chain begins, 0 for none
}

// Tags that lead to other directories, and to pictures in a picture.
const (
	tagNewSubfileType = 0x00fe
	tagStripOffsets   = 0x0111
	tagSubIFDs        = 0x014a
	tagJPEGOffset     = 0x0201 // JPEGInterchangeFormat
	tagJPEGLength     = 0x0202 // JPEGInterchangeFormatLength
	tagExifIFD        = 0x8769
)

const entryLen = 12

// maxDirectories is how many directories of one file are read; a raw file has
// about five.
const maxDirectories = 32

// directoryAt reads the directory at an offset, at least one entry of it if it
// has any.
func directoryAt(data []byte, order binary.ByteOrder, offset uint32) (directory, bool) {
	start := uint64(offset)
	if start < 8 || start+2 > uint64(len(data)) {
		return directory{}, false
	}
	rest := data[start+2:]
	stated := int(order.Uint16(data[start:]))
	n := min(stated, len(rest)/entryLen)
	d := directory{data: data, order: order, entries: rest[:n*entryLen]}
	if rest = rest[n*entryLen:]; n == stated && len(rest) >= 4 {
		d.next = order.Uint32(rest)
	}
	return d, n > 0 || stated == 0
}

// directories yields the directories of a TIFF: those of the chain with their
// numbers, and, if deep, those they refer to, numbered -1. Each is yielded once,
// and no more than maxDirectories.
func directories(data []byte, deep bool) iter.Seq2[int, directory] {
	return func(yield func(int, directory) bool) {
		order, ok := byteOrder(data)
		if !ok {
			return
		}
		type place struct {
			offset uint32
			number int
		}
		seen := map[uint32]bool{}
		for todo := []place{{offset: order.Uint32(data[4:])}}; len(todo) > 0 && len(seen) < maxDirectories; {
			at := todo[0]
			todo = todo[1:]
			d, ok := directoryAt(data, order, at.offset)
			if !ok || seen[at.offset] {
				continue
			}
			seen[at.offset] = true
			if !yield(at.number, d) {
				return
			}
			if at.number >= 0 {
				todo = append(todo, place{d.next, at.number + 1})
			}
			if deep {
				for _, tag := range [...]uint16{tagSubIFDs, tagExifIFD} {
					for _, offset := range d.uints(tag, maxDirectories) {
						todo = append(todo, place{offset, -1})
					}
				}
			}
		}
	}
}

// byteOrder reads the first two bytes of a TIFF or of a raw file built like one;
// the two behind them differ from maker to maker.
func byteOrder(data []byte) (binary.ByteOrder, bool) {
	if len(data) < 8 {
		return nil, false
	}
	switch string(data[:2]) {
	case "II":
		return binary.LittleEndian, true
	case "MM":
		return binary.BigEndian, true
	}
	return nil, false
}

// uint returns the first value of a tag, 0 when it is absent.
func (d directory) uint(tag uint16) uint32 {
	if v := d.uints(tag, 1); len(v) > 0 {
		return v[0]
	}
	return 0
}

// uints returns at most limit values of a tag of type SHORT, LONG or IFD.
func (d directory) uints(tag uint16, limit int) []uint32 {
	e := d.entry(tag)
	if e == nil {
		return nil
	}
	size := 4
	switch d.order.Uint16(e[2:]) {
	case 3:
		size = 2
	case 4, 13:
	default:
		return nil
	}
	var values []uint32
	for raw := d.value(e, size); len(raw) >= size && len(values) < limit; raw = raw[size:] {
		if size == 2 {
			values = append(values, uint32(d.order.Uint16(raw)))
		} else {
			values = append(values, d.order.Uint32(raw))
		}
	}
	return values
}

// entry returns the 12 bytes of a tag's entry, or nil.
func (d directory) entry(tag uint16) []byte {
	for e := d.entries; len(e) >= entryLen; e = e[entryLen:] {
		if d.order.Uint16(e) == tag {
			return e[:entryLen]
		}
	}
	return nil
}

// value returns the bytes of an entry whose values have size bytes each, cut
// where the file ends.
func (d directory) value(e []byte, size int) []byte {
	length := uint64(d.order.Uint32(e[4:])) * uint64(size)
	if length <= 4 {
		return e[8 : 8+length]
	}
	return slice(d.data, uint64(d.order.Uint32(e[8:])), length)
}

// slice returns length bytes of data from start on, or as many as there are.
func slice(data []byte, start, length uint64) []byte {
	if start >= uint64(len(data)) {
		return nil
	}
	return data[start:][:min(length, uint64(len(data))-start)]
}

// exifOf returns the TIFF structure that holds a picture's Exif data, or nil.
func exifOf(data []byte, f format.Format) []byte {
	switch {
	case f == format.JPEG:
		return format.ExifPayload(data)
	case f == format.HEIC || f == format.AVIF:
		// Four bytes say where the structure begins behind them (ISO/IEC
		// 23008-12, section A.2.1).
		item := format.HEIFItem(data, "Exif")
		if len(item) < 4 {
			return nil
		}
		skip := uint64(binary.BigEndian.Uint32(item))
		return slice(item[4:], skip, uint64(len(item)))
	case f.IsTIFF():
		return data
	}
	return nil
}
