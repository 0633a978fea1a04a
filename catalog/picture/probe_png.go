package picture

import (
	"encoding/binary"
	"errors"
	"fmt"

	"waybill/catalog/format"
)

// decoderOverhead is what decoders allocate besides pixels: tables, windows,
// row buffers. Measured: at most about 100 KB.
const decoderOverhead = 256 << 10

// probePNG reads the image header (PNG third edition, section 11.2.1).
func probePNG(data []byte) (Info, error) {
	info := Info{Format: format.PNG}
	const ihdr = 8 // behind the signature
	if len(data) < ihdr+8+13 {
		return info, damaged(errEndsEarly)
	}
	if string(data[ihdr+4:ihdr+8]) != "IHDR" {
		return info, damaged(errors.New("no IHDR"))
	}
	h := data[ihdr+8:]
	info.Width, info.Height = clampSide(binary.BigEndian.Uint32(h)), clampSide(binary.BigEndian.Uint32(h[4:]))
	depth, colour := h[8], h[9]
	info.Progressive = h[12] == 1

	// What image/png makes of each colour type, in bytes a pixel.
	var size int64
	switch colour {
	case 0: // grey, which transparency turns into NRGBA
		size = 1
		if pngHas(data, "tRNS") {
			size = 4
		}
	case 3: // palette
		size = 1
	case 2, 4, 6: // RGB, grey with alpha, RGB with alpha
		size = 4
	default:
		return info, damaged(fmt.Errorf("PNG colour type %d", colour))
	}
	if depth == 16 {
		size *= 2
	}
	info.Cost = size * int64(info.Width) * int64(info.Height)
	if info.Progressive {
		info.Cost *= 2 // the seven passes are pictures of their own
	}
	info.Cost += decoderOverhead + 2*(1+8*int64(info.Width)) // two rows, unfiltered
	return info, nil
}

// pngHas reports whether a PNG has a chunk of this name before its pixels.
func pngHas(data []byte, name string) bool {
	for pos := uint64(8); pos+12 <= uint64(len(data)); {
		switch string(data[pos+4 : pos+8]) {
		case name:
			return true
		case "IDAT", "IEND":
			return false
		}
		pos += 12 + uint64(binary.BigEndian.Uint32(data[pos:]))
	}
	return false
}

// clampSide makes an int of a side in pixels; one that no int32 holds becomes
// the greatest that does, which is still more than is believed.
func clampSide(v uint32) int { return int(min(v, 1<<31-1)) }
