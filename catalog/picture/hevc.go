package picture

import (
	"encoding/binary"

	"waybill/catalog/format"
)

// videoRange reads from a HEVC configuration (hvcC, ISO/IEC 14496-15, section
// 8.3.2) whether luma goes from 16 to 235 only: video_full_range_flag of the
// sequence parameter set, which counts as 0 when it is left out (ITU-T H.265,
// section E.3.1). It returns false when the set cannot be read so far.
func videoRange(hvcC []byte) bool {
	const header, sps = 23, 33
	if len(hvcC) < header {
		return false
	}
	arrays := int(hvcC[header-1])
	for rest := hvcC[header:]; arrays > 0 && len(rest) >= 3; arrays-- {
		kind, units := rest[0]&0x3f, int(binary.BigEndian.Uint16(rest[1:]))
		rest = rest[3:]
		for ; units > 0 && len(rest) >= 2; units-- {
			length := uint64(binary.BigEndian.Uint16(rest))
			unit := slice(rest, 2, length)
			if kind == sps {
				full, ok := fullRangeFlag(unit)
				return ok && !full
			}
			rest = rest[2+len(unit):]
		}
	}
	return false
}

// fullRangeFlag reads a sequence parameter set (section 7.3.2.2) up to that flag.
// It returns false for ok when the set ends early or has what still pictures
// need not have: scaling lists and sets of reference pictures.
func fullRangeFlag(unit []byte) (full, ok bool) {
	const maxUnit = 4 << 10
	b := bitReader{data: withoutEmulation(unit[:min(len(unit), maxUnit)])}
	b.skip(16 + 4) // the unit's header, the video parameter set
	layers := int(b.bits(3))
	b.skip(1)
	b.profile(layers)
	b.exp() // its number
	if b.exp() == 3 {
		b.skip(1)
	}
	b.exps(2) // width and height
	if b.bits(1) == 1 {
		b.exps(4) // conformance window
	}
	b.exps(3) // bit depths, picture order
	if b.bits(1) == 1 {
		b.exps(3 * layers)
	}
	b.exps(3 + 6) // decoded pictures, block sizes
	if b.bits(1) == 1 {
		return false, false // scaling lists
	}
	b.skip(2)
	if b.bits(1) == 1 { // PCM
		b.skip(8)
		b.exps(2)
		b.skip(1)
	}
	if b.exp() != 0 || b.bits(1) == 1 {
		return false, false // reference pictures
	}
	b.skip(2)
	if b.bits(1) == 0 {
		return false, !b.short // no VUI
	}
	if b.bits(1) == 1 && b.bits(8) == 255 { // aspect ratio
		b.skip(32)
	}
	if b.bits(1) == 1 {
		b.skip(1)
	}
	if b.bits(1) == 1 { // video signal type
		b.skip(3)
		full = b.bits(1) == 1
	}
	return full, !b.short
}

// withoutEmulation takes the bytes out of a unit that only keep it from looking
// like the start of another (section 7.3.1.1).
func withoutEmulation(unit []byte) []byte {
	out := make([]byte, 0, len(unit))
	zeros := 0
	for _, c := range unit {
		if zeros >= 2 && c == 3 {
			zeros = 0
			continue
		}
		if c == 0 {
			zeros++
		} else {
			zeros = 0
		}
		out = append(out, c)
	}
	return out
}

// bitReader reads bits, the most significant first. Beyond the end it gives
// zeros and is short.
type bitReader struct {
	data  []byte
	pos   int // in bits
	short bool
}

func (b *bitReader) bits(n int) (v uint32) {
	for range n {
		bit := uint32(0)
		if i := b.pos / 8; i < len(b.data) {
			bit = uint32(b.data[i]>>(7-b.pos%8)) & 1
		} else {
			b.short = true
		}
		v = v<<1 | bit
		b.pos++
	}
	return v
}

func (b *bitReader) skip(n int) {
	b.pos += n
	b.short = b.short || b.pos > 8*len(b.data)
}

// exp reads an unsigned Exp-Golomb code (section 9.2).
func (b *bitReader) exp() uint32 {
	zeros := 0
	for b.bits(1) == 0 {
		if zeros++; zeros > 31 || b.short {
			b.short = true
			return 0
		}
	}
	return 1<<zeros - 1 + b.bits(zeros)
}

func (b *bitReader) exps(n int) {
	for range n {
		b.exp()
	}
}

// profile passes over profile_tier_level (section 7.3.3).
func (b *bitReader) profile(layers int) {
	const profile, level = 88, 8
	b.skip(profile + level)
	if layers == 0 {
		return
	}
	flags := b.bits(16)
	for i := range layers {
		if flags>>(15-2*i)&1 == 1 {
			b.skip(profile)
		}
		if flags>>(14-2*i)&1 == 1 {
			b.skip(level)
		}
	}
}

// samplesAsInVideo looks for what a HEIC says about the range of its samples: a
// colour property of the item, else the stream of it or of the first tile that
// it is made of.
func samplesAsInVideo(meta []byte, primary uint32) bool {
	for p := range itemProperties(meta, primary) {
		// ISO/IEC 14496-12, section 12.1.5
		if b := p.Payload; p.Type == "colr" && len(b) >= 11 && string(b[:4]) == "nclx" {
			return b[10]&0x80 == 0
		}
	}
	return videoRange(format.FindBox(format.FindBox(format.FindBox(meta, "iprp"), "ipco"), "hvcC"))
}
