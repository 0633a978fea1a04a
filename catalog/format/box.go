package format

import (
	"encoding/binary"
	"iter"
)

// Box is one box of an ISO base media file (ISO/IEC 14496-12, section 4.2).
type Box struct {
	Type    string // four characters
	Payload []byte // what follows the header, part of the file's bytes
}

// Boxes walks the boxes that lie side by side in data. A box that reaches beyond
// data is cut to what is there; one that is shorter than its header ends the
// walk.
func Boxes(data []byte) iter.Seq[Box] {
	return func(yield func(Box) bool) {
		for len(data) >= 8 {
			size, header := uint64(binary.BigEndian.Uint32(data)), uint64(8)
			switch {
			case size == 0: // up to the end
				size = uint64(len(data))
			case size == 1 && len(data) >= 16:
				size, header = binary.BigEndian.Uint64(data[8:]), 16
			}
			if size < header {
				return
			}
			size = min(size, uint64(len(data)))
			if !yield(Box{Type: string(data[4:8]), Payload: data[header:size]}) {
				return
			}
			data = data[size:]
		}
	}
}

// FindBox returns what the first box of a type holds among those that lie side
// by side in data; nil when there is none.
func FindBox(data []byte, kind string) []byte {
	for b := range Boxes(data) {
		if b.Type == kind {
			return b.Payload
		}
	}
	return nil
}
