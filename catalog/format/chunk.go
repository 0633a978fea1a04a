package format

import (
	"encoding/binary"
	"iter"
)

// Chunk is one chunk of a PNG or of a RIFF file.
type Chunk struct {
	Type string // four characters
	Data []byte // part of the file's bytes
}

// PNGChunks walks the chunks of a PNG (ISO/IEC 15948, section 5.3) up to the
// end of the image, without checking sums. It ends early, without the chunk in
// question, where a chunk would reach beyond data.
func PNGChunks(data []byte) iter.Seq[Chunk] {
	const signature, sum = 8, 4
	return func(yield func(Chunk) bool) {
		if Sniff(data) != PNG {
			return
		}
		for data = data[signature:]; len(data) >= 8; {
			size := uint64(binary.BigEndian.Uint32(data))
			c := Chunk{Type: string(data[4:8])}
			data = data[8:]
			if size > uint64(len(data)) || c.Type == "IEND" {
				return
			}
			c.Data = data[:size]
			if !yield(c) {
				return
			}
			data = data[min(size+sum, uint64(len(data))):]
		}
	}
}

// RIFFChunks walks the chunks of a RIFF file such as WebP (RFC 9649, section
// 2.3). It ends early, without the chunk in question, where a chunk would reach
// beyond data.
func RIFFChunks(data []byte) iter.Seq[Chunk] {
	return func(yield func(Chunk) bool) {
		if len(data) < 12 || string(data[:4]) != "RIFF" {
			return
		}
		for data = data[12:]; len(data) >= 8; {
			size := uint64(binary.LittleEndian.Uint32(data[4:]))
			c := Chunk{Type: string(data[:4])}
			data = data[8:]
			if size > uint64(len(data)) {
				return
			}
			c.Data = data[:size]
			if !yield(c) {
				return
			}
			data = data[min(size+size%2, uint64(len(data))):] // to an even place
		}
	}
}
