package format

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// IFD is the first image file directory of a TIFF or of a format built on it
// (TIFF 6.0, section 2). It reads from the file's bytes when asked; whatever
// lies outside them counts as absent.
type IFD struct {
	data    []byte
	order   binary.ByteOrder
	entries []byte // whole entries of 12 bytes
}

const entryLen = 12

// FirstIFD finds the first directory in data, the start of a TIFF. It returns
// false when data is no classic TIFF or ends before the directory's first
// entry. Entries behind the end of data are left out.
func FirstIFD(data []byte) (IFD, bool) {
	if len(data) < 8 {
		return IFD{}, false
	}
	d := IFD{data: data}
	switch string(data[:2]) {
	case "II":
		d.order = binary.LittleEndian
	case "MM":
		d.order = binary.BigEndian
	default:
		return IFD{}, false
	}
	if d.order.Uint16(data[2:]) == 43 { // BigTIFF
		return IFD{}, false
	}
	start := uint64(d.order.Uint32(data[4:]))
	if start+2+entryLen > uint64(len(data)) {
		return IFD{}, false
	}
	rest := data[start+2:]
	n := min(int(d.order.Uint16(data[start:])), len(rest)/entryLen)
	d.entries = rest[:n*entryLen]
	return d, n > 0
}

// Has reports whether the directory has the tag.
func (d IFD) Has(tag uint16) bool { return d.entry(tag) != nil }

// Uint returns the first value of a tag of type BYTE, SHORT or LONG.
func (d IFD) Uint(tag uint16) (uint32, bool) {
	v, _ := d.Uints(tag, 1)
	if len(v) == 0 {
		return 0, false
	}
	return v[0], true
}

// Uints returns at most limit values of a tag of type BYTE, SHORT or LONG, and
// how many the directory says there are. Values outside the file are left out,
// so that memory is bounded by the file's length however large the count.
func (d IFD) Uints(tag uint16, limit int) (values []uint32, count uint32) {
	e := d.entry(tag)
	if e == nil {
		return nil, 0
	}
	size := 0
	switch d.order.Uint16(e[2:]) {
	case 1: // BYTE
		size = 1
	case 3: // SHORT
		size = 2
	case 4: // LONG
		size = 4
	default:
		return nil, 0
	}
	raw, count := d.value(e, size)
	n := min(len(raw)/size, limit)
	values = make([]uint32, n)
	for i := range values {
		switch p := raw[i*size:]; size {
		case 1:
			values[i] = uint32(p[0])
		case 2:
			values[i] = uint32(d.order.Uint16(p))
		default:
			values[i] = d.order.Uint32(p)
		}
	}
	return values, count
}

// Text returns the value of an ASCII tag up to its first NUL, without spaces
// around it, or "".
func (d IFD) Text(tag uint16) string {
	const limit = 256
	e := d.entry(tag)
	if e == nil || d.order.Uint16(e[2:]) != 2 {
		return ""
	}
	raw, _ := d.value(e, 1)
	raw, _, _ = bytes.Cut(raw[:min(len(raw), limit)], []byte{0})
	return strings.TrimSpace(string(raw))
}

// entry returns the 12 bytes of a tag's entry, or nil.
func (d IFD) entry(tag uint16) []byte {
	for e := d.entries; len(e) >= entryLen; e = e[entryLen:] {
		if d.order.Uint16(e) == tag {
			return e[:entryLen]
		}
	}
	return nil
}

// value returns the bytes of an entry whose values have size bytes each, cut
// where the file ends, and the number of values that the entry claims.
func (d IFD) value(e []byte, size int) (raw []byte, count uint32) {
	count = d.order.Uint32(e[4:])
	length := uint64(count) * uint64(size)
	if length <= 4 {
		return e[8 : 8+length], count
	}
	start := uint64(d.order.Uint32(e[8:]))
	end := min(start+length, uint64(len(d.data)))
	if start >= end {
		return nil, count
	}
	return d.data[start:end], count
}
