package format

import (
	"bytes"
	"encoding/binary"
	"iter"
	"strings"
)

// IFD is an image file directory of a TIFF or of a format built on it (TIFF 6.0,
// section 2). It reads from the file's bytes when asked; whatever lies outside
// them counts as absent.
type IFD struct {
	data    []byte
	order   binary.ByteOrder
	entries []byte // whole entries of 12 bytes
	next    uint32
}

const (
	headerLen = 8
	entryLen  = 12
	bigTIFF   = 43 // in place of 42; its directories are laid out otherwise
)

// TIFFOrder reads the byte order of a TIFF, or of a raw file built like one, and
// where its first directory begins. What stands between the two differs from
// maker to maker.
func TIFFOrder(data []byte) (order binary.ByteOrder, first uint32, ok bool) {
	if len(data) < headerLen {
		return nil, 0, false
	}
	switch string(data[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
		order = binary.BigEndian
	default:
		return nil, 0, false
	}
	return order, order.Uint32(data[4:]), true
}

// FirstIFD finds the first directory in data, the start of a TIFF. It returns
// false when data is no classic TIFF or ends before the directory's first
// entry. Entries behind the end of data are left out.
func FirstIFD(data []byte) (IFD, bool) {
	order, first, ok := TIFFOrder(data)
	if !ok || order.Uint16(data[2:]) == bigTIFF {
		return IFD{}, false
	}
	d, ok := IFDAt(data, order, first)
	return d, ok && len(d.entries) > 0
}

// IFDAt reads the directory at an offset of data. It returns false when data
// ends before the first of its entries.
func IFDAt(data []byte, order binary.ByteOrder, offset uint32) (IFD, bool) {
	start := uint64(offset)
	if start < headerLen || start+2 > uint64(len(data)) {
		return IFD{}, false
	}
	rest := data[start+2:]
	stated := int(order.Uint16(data[start:]))
	n := min(stated, len(rest)/entryLen)
	d := IFD{data: data, order: order, entries: rest[:n*entryLen]}
	if rest = rest[n*entryLen:]; n == stated && len(rest) >= 4 {
		d.next = order.Uint32(rest)
	}
	return d, n > 0 || stated == 0
}

// Next returns where the next directory of the chain begins, 0 for none.
func (d IFD) Next() uint32 { return d.next }

// Has reports whether the directory has the tag.
func (d IFD) Has(tag uint16) bool { return d.entry(tag) != nil }

// Count returns how many values the directory says a tag has, whether or not
// the file holds them; 0 when the tag is absent.
func (d IFD) Count(tag uint16) uint32 {
	e := d.entry(tag)
	if e == nil {
		return 0
	}
	return d.order.Uint32(e[4:])
}

// Offset returns where the directory says the value of a tag lies when it takes
// more than four bytes; 0 when the tag is absent.
func (d IFD) Offset(tag uint16) uint32 {
	e := d.entry(tag)
	if e == nil {
		return 0
	}
	return d.order.Uint32(e[8:])
}

// Uint returns the first value of a tag of type BYTE, SHORT, LONG or IFD.
func (d IFD) Uint(tag uint16) (uint32, bool) {
	for v := range d.Uints(tag) {
		return v, true
	}
	return 0, false
}

// Uints yields the values of a tag of type BYTE, SHORT, LONG or IFD, as many as
// the file holds, which may be fewer than Count.
func (d IFD) Uints(tag uint16) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		e := d.entry(tag)
		if e == nil {
			return
		}
		size := 0
		var get func(b []byte) uint32
		switch d.order.Uint16(e[2:]) {
		case 1: // BYTE
			size, get = 1, func(b []byte) uint32 { return uint32(b[0]) }
		case 3: // SHORT
			size, get = 2, func(b []byte) uint32 { return uint32(d.order.Uint16(b)) }
		case 4, 13: // LONG; IFD (TIFF Technical Note 1), a LONG that points to a directory
			size, get = 4, d.order.Uint32
		default:
			return
		}
		for raw := d.value(e, size); len(raw) >= size; raw = raw[size:] {
			if !yield(get(raw)) {
				return
			}
		}
	}
}

// Text returns the value of an ASCII tag up to its first NUL, without spaces
// around it, or "".
func (d IFD) Text(tag uint16) string {
	const limit = 256
	e := d.entry(tag)
	if e == nil || d.order.Uint16(e[2:]) != 2 {
		return ""
	}
	raw := d.value(e, 1)
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
// where the file ends.
func (d IFD) value(e []byte, size int) []byte {
	length := uint64(d.order.Uint32(e[4:])) * uint64(size)
	if length <= 4 {
		return e[8 : 8+length]
	}
	start := uint64(d.order.Uint32(e[8:]))
	end := min(start+length, uint64(len(d.data)))
	if start >= end {
		return nil
	}
	return d.data[start:end]
}
