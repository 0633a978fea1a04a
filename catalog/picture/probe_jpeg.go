package picture

import (
	"encoding/binary"
	"errors"
	"fmt"

	"waybill/catalog/format"
)

// maxScans is how many scans of a progressive JPEG are decoded. Encoders write
// about ten; each goes over the whole picture however few bytes it has.
const maxScans = 100

// probeJPEG reads the frame header (ITU-T T.81, section B.2.2), and counts scans.
func probeJPEG(data []byte) (Info, error) {
	info := Info{Format: format.JPEG}
	var frame *format.Segment
	scan, plain := 0, false
	for s := range format.Segments(data) {
		switch {
		case frame == nil && isFrame(s.Marker):
			frame = &s
		case s.Marker == format.MarkerAPP14:
			plain = plain || saysPlain(s)
		case s.Marker == format.MarkerSOS:
			scan = s.Offset
		}
	}
	if frame == nil {
		return info, damaged(errors.New("no frame header"))
	}
	scans, latePlain := countScans(data, scan)
	if err := readFrame(&info, *frame, plain || latePlain); err != nil {
		return info, err
	}
	switch {
	case scan == 0:
		return info, damaged(errEndsEarly)
	case scans > maxScans:
		return info, damaged(fmt.Errorf("more than %d scans", maxScans))
	}
	return info, nil
}

// saysPlain reports whether an Adobe segment says that the colours were not
// transformed: they are RGB or CMYK then.
func saysPlain(s format.Segment) bool {
	return len(s.Payload) >= 12 && string(s.Payload[:5]) == "Adobe" && s.Payload[11] == 0
}

// isFrame reports whether a marker is one of SOF0 to SOF15; three codes among
// them mean something else: DHT, JPG and DAC.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// readFrame fills in info. The cost is what Go's image/jpeg allocates (measured
// with Go 1.26, see TestCostIsNearWhatDecodingAllocates): a byte a sample,
// samples rounded up to whole MCUs; in progressive mode also a coefficient of
// four bytes a sample; and four bytes a pixel more for CMYK and for RGB, which
// are converted. For 4:2:0 that is 1.5 bytes a pixel, progressive 7.5; for
// 4:4:4 it is 3 and 15; for CMYK 8 and 24.
func readFrame(info *Info, s format.Segment, plain bool) error {
	p := s.Payload
	if len(p) < 6 {
		return damaged(errEndsEarly)
	}
	info.Height = int(binary.BigEndian.Uint16(p[1:]))
	info.Width = int(binary.BigEndian.Uint16(p[3:]))
	info.Progressive = s.Marker&3 == 2
	n := int(p[5])
	switch {
	case s.Marker > 0xc2:
		return unsupported(fmt.Errorf("JPEG process SOF%d", s.Marker-0xc0))
	case p[0] != 8:
		return unsupported(fmt.Errorf("JPEG with %d bits a sample", p[0]))
	case n != 1 && n != 3 && n != 4:
		return unsupported(fmt.Errorf("JPEG with %d components", n))
	case len(p) != 6+3*n:
		return damaged(errors.New("length of the frame header"))
	}
	var ids [4]byte
	perMCU, maxH, maxV := 0, 1, 1
	for i := range n {
		c := p[6+3*i:]
		h, v := int(c[1]>>4), int(c[1]&15)
		if h < 1 || h > 4 || v < 1 || v > 4 {
			return damaged(errors.New("sampling factor"))
		}
		if n == 1 { // never interleaved: the factors mean nothing (section A.2.2)
			h, v = 1, 1
		}
		ids[i] = c[0]
		perMCU += h * v
		maxH, maxV = max(maxH, h), max(maxV, v)
	}
	mcus := int64(ceilDiv(info.Width, 8*maxH)) * int64(ceilDiv(info.Height, 8*maxV))
	samples := mcus * int64(perMCU) * 64
	info.Cost = samples + decoderOverhead
	if info.Progressive {
		info.Cost += 4 * samples
	}
	if n == 4 || n == 3 && (plain || string(ids[:3]) == "RGB") {
		info.Cost += 4 * int64(info.Width) * int64(info.Height)
	}
	return nil
}

// countScans counts the scans from pos to the end of the image, at most one
// more than maxScans, and looks for an Adobe segment among them, which decoders
// heed there too.
func countScans(data []byte, pos int) (n int, plain bool) {
	for n <= maxScans {
		s, next, ok := format.SegmentAt(data, pos)
		if !ok {
			break
		}
		switch s.Marker {
		case format.MarkerSOS:
			n++
		case format.MarkerAPP14:
			plain = plain || saysPlain(s)
		}
		pos = next
	}
	return n, plain
}
