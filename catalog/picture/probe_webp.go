package picture

import (
	"encoding/binary"
	"errors"
	"fmt"

	"waybill/catalog/format"
)

// probeWebP reads the first chunk that states a size (RFC 9649, sections 2.5 to
// 2.7): the canvas of the extended format, else the bitstream's own header.
func probeWebP(data []byte) (Info, error) {
	info := Info{Format: format.WebP, Cost: decoderOverhead}
	for c := range webpChunks(data) {
		d := c.Data
		switch c.Type {
		case "VP8X":
			if len(d) < 10 {
				return info, damaged(errEndsEarly)
			}
			info.Width, info.Height = 1+int24(d[4:]), 1+int24(d[7:])
			return info, nil
		case "VP8 ": // RFC 6386, section 9.1
			if len(d) < 10 {
				return info, damaged(errEndsEarly)
			}
			if d[0]&1 != 0 || string(d[3:6]) != "\x9d\x01\x2a" {
				return info, damaged(errors.New("no key frame"))
			}
			info.Width = int(binary.LittleEndian.Uint16(d[6:]) & 0x3fff)
			info.Height = int(binary.LittleEndian.Uint16(d[8:]) & 0x3fff)
			return info, nil
		case "VP8L": // RFC 9649, section 3.4
			if len(d) < 5 {
				return info, damaged(errEndsEarly)
			}
			bits := binary.LittleEndian.Uint32(d[1:])
			if d[0] != 0x2f {
				return info, damaged(errors.New("no lossless signature"))
			}
			if bits>>29 != 0 {
				return info, unsupported(fmt.Errorf("lossless version %d", bits>>29))
			}
			info.Width, info.Height = 1+int(bits&0x3fff), 1+int(bits>>14&0x3fff)
			return info, nil
		}
	}
	return info, damaged(errors.New("no picture chunk"))
}

// webpChunks yields the chunks of a file; the last may be cut where it ends, so
// that the size of a picture whose end is missing is told all the same.
func webpChunks(data []byte) func(yield func(format.Chunk) bool) {
	return func(yield func(format.Chunk) bool) {
		const header = 8
		for data = data[min(12, len(data)):]; len(data) >= header; {
			size := uint64(binary.LittleEndian.Uint32(data[4:]))
			kind := string(data[:4])
			data = data[header:]
			if !yield(format.Chunk{Type: kind, Data: data[:min(size, uint64(len(data)))]}) {
				return
			}
			data = data[min(size+size%2, uint64(len(data))):]
		}
	}
}

// int24 reads three bytes, the least significant first.
func int24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
