package picture

import (
	"encoding/binary"
	"errors"

	"waybill/catalog/format"
)

// probeGIF reads the logical screen and the first frame's descriptor (GIF89a,
// sections 18 and 20). The size is the screen's: the first frame is shown on it.
func probeGIF(data []byte) (Info, error) {
	info := Info{Format: format.GIF}
	if len(data) < 13 {
		return info, damaged(errEndsEarly)
	}
	info.Width = int(binary.LittleEndian.Uint16(data[6:]))
	info.Height = int(binary.LittleEndian.Uint16(data[8:]))
	pos := 13
	if flags := data[10]; flags&0x80 != 0 {
		pos += 3 << (1 + flags&7)
	}
	d, err := firstFrame(data, pos)
	if err != nil {
		return info, err
	}
	w, h := int(binary.LittleEndian.Uint16(d[4:])), int(binary.LittleEndian.Uint16(d[6:]))
	if w == 0 || h == 0 {
		return info, damaged(errors.New("first frame has no pixels"))
	}
	info.Progressive = d[8]&0x40 != 0
	frame := int64(w) * int64(h)
	info.Cost = frame + decoderOverhead
	if info.Progressive {
		info.Cost += frame // rows are put in order in a second buffer
	}
	if w != info.Width || h != info.Height {
		info.Cost += 4 * int64(info.Width) * int64(info.Height) // see onScreen
	}
	return info, nil
}

// firstFrame passes over the extensions from pos on and returns the nine bytes
// of the first image descriptor.
func firstFrame(data []byte, pos int) ([]byte, error) {
	const extension, descriptor, trailer = 0x21, 0x2c, 0x3b
	for pos < len(data) {
		switch data[pos] {
		case descriptor:
			if pos+10 > len(data) {
				return nil, damaged(errEndsEarly)
			}
			return data[pos+1 : pos+10], nil
		case extension:
			pos += 2 // the introducer and the label
			for pos < len(data) && data[pos] != 0 {
				pos += 1 + int(data[pos])
			}
			pos++
		case trailer:
			return nil, damaged(errors.New("no frame"))
		default:
			return nil, damaged(errors.New("unknown block"))
		}
	}
	return nil, damaged(errEndsEarly)
}
