package picture

import (
	"encoding/binary"
	"image"
	"image/color"
)

// jpegWriter writes the kinds of JPEG that image/jpeg reads but does not write:
// progressive ones, other samplings, RGB and CMYK. Its Huffman codes all have
// one length, which makes files large but needs no statistics.
type jpegWriter struct {
	w, h        int
	progressive bool
	adobe       int // transform of an Adobe segment, -1 for none
	comps       []component
	out         []byte
	acc, bits   uint32
}

// dcBits and acBits are the lengths of all Huffman codes.
const dcBits, acBits = 4, 8

// writeYCbCr encodes a picture with luma factors h and v, chroma 1×1.
func writeYCbCr(img *image.RGBA, h, v int, progressive bool) []byte {
	b := img.Bounds()
	planes := [3][]byte{}
	for c := range planes {
		planes[c] = make([]byte, b.Dx()*b.Dy())
	}
	for i := range planes[0] {
		p := img.Pix[4*i:]
		planes[0][i], planes[1][i], planes[2][i] = color.RGBToYCbCr(p[0], p[1], p[2])
	}
	w := jpegWriter{w: b.Dx(), h: b.Dy(), progressive: progressive, adobe: -1}
	for c, p := range planes {
		comp := component{h: 1, v: 1, at: func(x, y int) byte {
			return p[min(y*v, b.Dy()-1)*b.Dx()+min(x*h, b.Dx()-1)]
		}}
		if c == 0 {
			comp.h, comp.v = h, v
			comp.at = func(x, y int) byte { return p[y*b.Dx()+x] }
		}
		w.comps = append(w.comps, comp)
	}
	return w.encode()
}

// writePlain encodes n components as they are, with an Adobe segment that says
// so. Three are RGB. Four are CMYK, which Adobe stores inverted, so that red
// stands for absent cyan and an alpha of 255 for no black.
func writePlain(img *image.RGBA, n int, progressive bool) []byte {
	b := img.Bounds()
	w := jpegWriter{w: b.Dx(), h: b.Dy(), progressive: progressive, adobe: 0}
	for c := range n {
		w.comps = append(w.comps, component{h: 1, v: 1, at: func(x, y int) byte { return img.Pix[y*img.Stride+4*x+c] }})
	}
	return w.encode()
}

func (w *jpegWriter) encode() []byte {
	maxH, maxV := 1, 1
	for _, c := range w.comps {
		maxH, maxV = max(maxH, c.h), max(maxV, c.v)
	}
	mcusX, mcusY := ceilDiv(w.w, 8*maxH), ceilDiv(w.h, 8*maxV)
	for i := range w.comps {
		c := &w.comps[i]
		c.transform(mcusX*c.h, mcusY*c.v, ceilDiv(w.w*c.h, maxH), ceilDiv(w.h*c.v, maxV))
	}
	w.headers()
	all := make([]int, len(w.comps))
	for i := range all {
		all[i] = i
	}
	last := 63
	if w.progressive {
		last = 0
	}
	w.scan(all, 0, last, func() { w.interleaved(mcusX, mcusY, last) })
	if w.progressive {
		for i, c := range w.comps {
			bw, bh := ceilDiv(ceilDiv(w.w*c.h, maxH), 8), ceilDiv(ceilDiv(w.h*c.v, maxV), 8)
			for _, band := range [][2]int{{1, 5}, {6, 63}} {
				w.scan([]int{i}, band[0], band[1], func() {
					for y := range bh {
						for x := range bw {
							w.ac(&c.blocks[y*c.across+x], band[0], band[1])
						}
					}
				})
			}
		}
	}
	return append(w.out, 0xff, 0xd9)
}

// interleaved writes the blocks of all components MCU by MCU.
func (w *jpegWriter) interleaved(mcusX, mcusY, last int) {
	dc := make([]int, len(w.comps))
	for my := range mcusY {
		for mx := range mcusX {
			for i, c := range w.comps {
				for k := range c.h * c.v {
					b := &c.blocks[(my*c.v+k/c.h)*c.across+mx*c.h+k%c.h]
					w.number(uint32(size(b[0]-dc[i])), dcBits, b[0]-dc[i])
					dc[i] = b[0]
					if last > 0 {
						w.ac(b, 1, last)
					}
				}
			}
		}
	}
}

func (w *jpegWriter) segment(marker byte, payload []byte) {
	w.out = append(w.out, 0xff, marker)
	w.out = binary.BigEndian.AppendUint16(w.out, uint16(len(payload)+2))
	w.out = append(w.out, payload...)
}

func (w *jpegWriter) headers() {
	w.out = []byte{0xff, 0xd8}
	if w.adobe >= 0 {
		w.segment(0xee, []byte{'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, byte(w.adobe)})
	}
	quant := make([]byte, 65)
	for i := range 64 {
		quant[1+i] = quantStep
	}
	w.segment(0xdb, quant)
	frame := []byte{8, byte(w.h >> 8), byte(w.h), byte(w.w >> 8), byte(w.w), byte(len(w.comps))}
	for i, c := range w.comps {
		frame = append(frame, byte(i+1), byte(c.h<<4|c.v), 0)
	}
	marker := byte(0xc0)
	if w.progressive {
		marker = 0xc2
	}
	w.segment(marker, frame)
	dc := make([]byte, 17)
	dc[dcBits] = 12
	for s := range 12 {
		dc = append(dc, byte(s))
	}
	w.segment(0xc4, dc)
	ac := make([]byte, 17)
	ac[0] = 0x10
	ac[acBits] = 162
	for code := range 162 {
		ac = append(ac, acSymbol(code))
	}
	w.segment(0xc4, ac)
}

// acSymbol and acCode number the symbols: end of block, sixteen zeros, and then
// a run of 0 to 15 zeros with a size of 1 to 10 bits.
func acSymbol(code int) byte {
	switch code {
	case 0:
		return 0x00
	case 1:
		return 0xf0
	}
	return byte((code-2)/10<<4 | (code-2)%10 + 1)
}

func acCode(run, size int) uint32 { return uint32(2 + 10*run + size - 1) }

func (w *jpegWriter) scan(comps []int, first, last int, pixels func()) {
	header := []byte{byte(len(comps))}
	for _, c := range comps {
		header = append(header, byte(c+1), 0)
	}
	w.segment(0xda, append(header, byte(first), byte(last), 0))
	w.acc, w.bits = 0, 0
	pixels()
	if w.bits > 0 {
		w.put(1<<(8-w.bits)-1, 8-w.bits)
	}
}

// ac writes places first to last of a block.
func (w *jpegWriter) ac(b *[64]int, first, last int) {
	run := 0
	for _, v := range b[first : last+1] {
		if v == 0 {
			run++
			continue
		}
		for ; run > 15; run -= 16 {
			w.put(1, acBits)
		}
		w.number(acCode(run, size(v)), acBits, v)
		run = 0
	}
	if run > 0 {
		w.put(0, acBits)
	}
}

// size is how many bits a coefficient has (T.81, table F.1).
func size(v int) int {
	n := 0
	for v = abs(v); v > 0; v >>= 1 {
		n++
	}
	return n
}

// number writes a code and behind it the bits of v.
func (w *jpegWriter) number(code, length uint32, v int) {
	w.put(code, length)
	n := size(v)
	if v < 0 {
		v += 1<<n - 1
	}
	w.put(uint32(v), uint32(n))
}

func (w *jpegWriter) put(v, n uint32) {
	w.acc = w.acc<<n | v
	w.bits += n
	for w.bits >= 8 {
		b := byte(w.acc >> (w.bits - 8))
		w.out = append(w.out, b)
		if b == 0xff {
			w.out = append(w.out, 0)
		}
		w.bits -= 8
	}
}
