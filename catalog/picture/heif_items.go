package picture

import (
	"encoding/binary"
	"iter"

	"waybill/catalog/format"
)

// maxProperties is how many properties of one item are heeded, and how many a
// file may list: an association names one by 15 bits.
const maxProperties = 1 << 10

// primaryItem reads the primary item box (ISO/IEC 14496-12, section 8.11.4).
func primaryItem(meta []byte) (id uint32, ok bool) {
	pitm := format.FindBox(meta, "pitm")
	switch {
	case len(pitm) >= 6 && pitm[0] == 0:
		return uint32(binary.BigEndian.Uint16(pitm[4:])), true
	case len(pitm) >= 8:
		return binary.BigEndian.Uint32(pitm[4:]), true
	}
	return 0, false
}

// itemType looks an item up in the item information box (section 8.11.6); ""
// when it is not there.
func itemType(meta []byte, id uint32) string {
	iinf := format.FindBox(meta, "iinf")
	if len(iinf) < 6 {
		return ""
	}
	entries := iinf[6:]
	if iinf[0] > 0 {
		entries = iinf[min(8, len(iinf)):]
	}
	for b := range format.Boxes(entries) {
		e := b.Payload
		if b.Type != "infe" || len(e) < 4 {
			continue
		}
		switch version := e[0]; {
		case version == 2 && len(e) >= 12 && uint32(binary.BigEndian.Uint16(e[4:])) == id:
			return string(e[8:12])
		case version == 3 && len(e) >= 14 && binary.BigEndian.Uint32(e[4:]) == id:
			return string(e[10:14])
		}
	}
	return ""
}

// itemProperties yields the properties of an item in the order in which they
// are associated with it (ISO/IEC 23008-12, section 9.3).
func itemProperties(meta []byte, id uint32) iter.Seq[format.Box] {
	return func(yield func(format.Box) bool) {
		iprp := format.FindBox(meta, "iprp")
		var properties []format.Box
		for b := range format.Boxes(format.FindBox(iprp, "ipco")) {
			if len(properties) == maxProperties {
				break
			}
			properties = append(properties, b)
		}
		for b := range format.Boxes(iprp) {
			if b.Type != "ipma" {
				continue
			}
			for n := range associations(b.Payload, id) {
				if n >= 1 && n <= len(properties) && !yield(properties[n-1]) {
					return
				}
			}
		}
	}
}

// associations yields the numbers, from 1 on, of an item's properties out of an
// item property association box.
func associations(ipma []byte, id uint32) iter.Seq[int] {
	return func(yield func(int) bool) {
		if len(ipma) < 8 {
			return
		}
		idLen, numberLen := 2, 1
		if ipma[0] >= 1 {
			idLen = 4
		}
		if ipma[3]&1 != 0 {
			numberLen = 2
		}
		yielded := 0
		for rest := ipma[8:]; len(rest) > idLen; {
			item := bigEndian(rest[:idLen])
			count := int(rest[idLen])
			rest = rest[idLen+1:]
			for ; count > 0 && len(rest) >= numberLen; count-- {
				number := bigEndian(rest[:numberLen]) & (1<<(8*numberLen-1) - 1) // without the bit "essential"
				rest = rest[numberLen:]
				if item != id {
					continue
				}
				if yielded++; yielded > maxProperties || !yield(int(number)) {
					return
				}
			}
		}
	}
}

func bigEndian(b []byte) (v uint32) {
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	return v
}
