package format

import "encoding/binary"

// maxItem bounds an item whose bytes lie in several places, which are joined.
const maxItem = 4 << 20

// HEIFItem returns the bytes of the first item of a type, for example "Exif",
// in a file of the High Efficiency Image File Format (ISO/IEC 23008-12), which
// AVIF is too. It is nil when there is none, or where it lies is not to be had.
func HEIFItem(data []byte, kind string) []byte {
	meta := FindBox(data, "meta")
	if len(meta) < 4 {
		return nil
	}
	meta = meta[4:] // version and flags
	id, ok := itemOfType(FindBox(meta, "iinf"), kind)
	if !ok {
		return nil
	}
	return locate(data, meta, id)
}

// HEIFExif returns the Exif block of a HEIF file, nil when there is none. The
// item begins with how far behind that number the block starts (ISO/IEC 23008-12,
// section A.2.1); one beyond the item's end counts as 0.
func HEIFExif(data []byte) []byte {
	item := HEIFItem(data, "Exif")
	if len(item) < 4 {
		return nil
	}
	skip, block := uint64(binary.BigEndian.Uint32(item)), item[4:]
	if skip > uint64(len(block)) {
		skip = 0
	}
	return block[skip:]
}

// itemOfType looks through an item information box (ISO/IEC 14496-12, section
// 8.11.6).
func itemOfType(iinf []byte, kind string) (id uint32, ok bool) {
	f := fields{data: iinf}
	if version := f.uint(1); version == 0 {
		f.skip(3 + 2) // flags and the number of entries
	} else {
		f.skip(3 + 4)
	}
	for b := range Boxes(f.data) {
		entry := fields{data: b.Payload}
		width := 2
		switch version := entry.uint(1); {
		case b.Type != "infe" || version < 2: // older ones have no type
			continue
		case version > 2:
			width = 4
		}
		entry.skip(3)
		id = uint32(entry.uint(width))
		entry.skip(2) // protection
		if string(entry.take(4)) == kind && !entry.short {
			return id, true
		}
	}
	return 0, false
}

// locate gives the bytes of an item by the item location box (ISO/IEC 14496-12,
// section 8.11.3): from the file, or from the item data box in meta.
func locate(data, meta []byte, id uint32) []byte {
	f := fields{data: FindBox(meta, "iloc")}
	version := f.uint(1)
	f.skip(3)
	sizes := f.uint(2)
	offsetLen, lengthLen, baseLen, indexLen := int(sizes>>12), int(sizes>>8&15), int(sizes>>4&15), int(sizes&15)
	idLen := 2
	if version >= 2 {
		idLen = 4
	}
	if version == 0 {
		indexLen = 0
	}
	for n := f.uint(idLen); n > 0 && !f.short; n-- {
		item := uint32(f.uint(idLen))
		method := uint64(0)
		if version > 0 {
			method = f.uint(2) & 15
		}
		f.skip(2) // data reference
		base, extents := f.uint(baseLen), int(f.uint(2))
		if item != id {
			f.skip(extents * (indexLen + offsetLen + lengthLen))
			continue
		}
		switch method {
		case 0:
			return f.extents(data, base, extents, indexLen, offsetLen, lengthLen)
		case 1:
			return f.extents(FindBox(meta, "idat"), base, extents, indexLen, offsetLen, lengthLen)
		}
		return nil
	}
	return nil
}

// extents reads where the parts of an item lie in data, and joins them.
func (f *fields) extents(data []byte, base uint64, n, indexLen, offsetLen, lengthLen int) []byte {
	var item []byte
	for range n {
		f.skip(indexLen)
		start, length := base+f.uint(offsetLen), f.uint(lengthLen)
		if f.short || start > uint64(len(data)) {
			break
		}
		part := data[start:]
		if length > 0 { // 0 is up to the end
			part = part[:min(length, uint64(len(part)))]
		}
		if n == 1 {
			return part
		}
		if len(item)+len(part) > maxItem {
			break
		}
		item = append(item, part...)
	}
	return item
}

// fields takes big-endian numbers from the front of data. Beyond the end it
// gives zeros and is short.
type fields struct {
	data  []byte
	short bool
}

func (f *fields) take(n int) []byte {
	if n > len(f.data) {
		f.data, f.short = nil, true
		return nil
	}
	b := f.data[:n]
	f.data = f.data[n:]
	return b
}

func (f *fields) skip(n int) { f.take(n) }

// uint takes a number of n bytes, 0 to 8; none is 0.
func (f *fields) uint(n int) uint64 {
	var b [8]byte
	if n > len(b) {
		f.short = true
		return 0
	}
	copy(b[len(b)-n:], f.take(n))
	return binary.BigEndian.Uint64(b[:])
}
