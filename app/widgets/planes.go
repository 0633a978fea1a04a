package widgets

import (
	"image"
	"image/color"
)

// plane is one component of a picture: w×h samples, a row every stride.
type plane struct {
	pix          []byte
	stride, w, h int
}

// shrunk gives each sample the mean of across×down, each 1 or 2; at an odd edge the last ones count twice. With 1, 1 it is the
// plane itself.
func (p plane) shrunk(across, down int) plane {
	if across == 1 && down == 1 {
		return p
	}
	small := plane{w: (p.w + across - 1) / across, h: (p.h + down - 1) / down}
	small.stride, small.pix = small.w, make([]byte, small.w*small.h)
	for y := range small.h {
		upper, lower := p.pix[down*y*p.stride:][:p.w], p.pix[min(down*y+down-1, p.h-1)*p.stride:][:p.w]
		row := small.pix[y*small.stride:][:small.w]
		for x := range row {
			a, b := across*x, min(across*x+across-1, p.w-1)
			row[x] = uint8((uint32(upper[a]) + uint32(upper[b]) + uint32(lower[a]) + uint32(lower[b]) + 2) / 4)
		}
	}
	return small
}

// planes are a picture as a JPEG holds it: its light and, for every across by down pixels, its colours.
type planes struct {
	y, cb, cr    plane
	across, down int
}

// planesOf takes a picture as it is, without copying; nil when it is not whole or not from 0, 0 on.
func planesOf(m *image.YCbCr) *planes {
	across, down := 1, 1
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio444:
	case image.YCbCrSubsampleRatio422:
		across = 2
	case image.YCbCrSubsampleRatio420:
		across, down = 2, 2
	case image.YCbCrSubsampleRatio440:
		down = 2
	default:
		return nil
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	wide, high := (w+across-1)/across, (h+down-1)/down
	whole := len(m.Y) >= (h-1)*m.YStride+w && min(len(m.Cb), len(m.Cr)) >= (high-1)*m.CStride+wide
	if m.Rect.Min != (image.Point{}) || !whole || m.YStride < w || m.CStride < wide {
		return nil
	}
	return &planes{
		y: plane{m.Y, m.YStride, w, h}, cb: plane{m.Cb, m.CStride, wide, high}, cr: plane{m.Cr, m.CStride, wide, high},
		across: across, down: down,
	}
}

// halved gives the picture in half its size. Colours that two pixels shared then have one each, and are not copied for that.
func (p *planes) halved() *planes {
	shrink := func(c plane) plane { return c.shrunk(2/p.across, 2/p.down) }
	return &planes{y: p.y.shrunk(2, 2), cb: shrink(p.cb), cr: shrink(p.cr), across: 1, down: 1}
}

// bytes is how much memory the samples take, also those that a larger size has as well.
func (p *planes) bytes() int64 {
	return int64(len(p.y.pix)) + int64(len(p.cb.pix)) + int64(len(p.cr.pix))
}

// row writes the pixels of the columns from up to to, not included, as RGBA.
func (p *planes) row(y, from, to int, out []byte) {
	light := p.y.pix[y*p.y.stride:][:p.y.w]
	cb, cr := p.cb.pix[y/p.down*p.cb.stride:][:p.cb.w], p.cr.pix[y/p.down*p.cr.stride:][:p.cr.w]
	for x := from; x < to; x++ {
		d := out[4*(x-from):][:4:4]
		c := x / p.across
		d[0], d[1], d[2] = color.YCbCrToRGB(light[x], cb[c], cr[c])
		d[3] = 0xff
	}
}
