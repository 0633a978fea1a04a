package widgets

import (
	"encoding/binary"
	"image"
	"math"
	"runtime"
	"sync"
)

const (
	maxBands  = 4       // goroutines that draw one picture
	leastBand = 1 << 16 // pixels that are worth a goroutine
	evenLanes = 0x00ff00ff
	halfLanes = 0x00800080 // one half, where weights add up to 256
)

// projection says where a pyramid lies among pixels to be drawn: its top left corner is at (x, y), and stepX by stepY of its
// pixels come to one of them.
type projection struct {
	x, y         int
	stepX, stepY float64
}

// blend is what one drawn pixel takes of a row, or one drawn row of a picture: three neighbours and their weights, which add
// up to 256.
type blend struct {
	at     [3]int32
	weight [3]uint32
}

// blends says what the pixels from..to-1 take of n pixels, step of which come to one of them, when the first begins at
// origin. Above one pixel it is the mean of what is covered, else it lies between two: at step 1 both are the same.
func blends(from, to, origin, n int, step float64) []blend {
	out := make([]blend, to-from)
	width := max(1, step)
	for i := range out {
		lo := (float64(from+i-origin)+.5)*step - width/2
		first := math.Floor(lo)
		b, rest := &out[i], uint32(256)
		for k := 2; k > 0; k-- {
			edge := first + float64(k)
			cover := min(edge+1, lo+width) - max(edge, lo)
			b.weight[k] = min(rest, uint32(math.Round(256*max(0, cover)/width)))
			rest -= b.weight[k]
		}
		b.weight[0] = rest
		for k := range b.at {
			b.at[k] = int32(min(max(0, int(first)+k), n-1))
		}
	}
	return out
}

// drawPyramid draws the part of a pyramid that falls into r, which lies in the picture as projected and in dst. dst has no
// pixels between its rows.
func drawPyramid(dst *image.RGBA, r image.Rectangle, p *Pyramid, at projection) {
	if r.Empty() {
		return
	}
	src, shrunk := p.level(max(at.stepX, at.stepY))
	stepX, stepY := at.stepX/shrunk, at.stepY/shrunk
	across := blends(r.Min.X, r.Max.X, at.x, src.size.X, stepX)
	down := blends(r.Min.Y, r.Max.Y, at.y, src.size.Y, stepY)
	plain := stepX == 1 && stepY == 1
	bands := min(runtime.GOMAXPROCS(0), maxBands, max(1, r.Dx()*r.Dy()/leastBand), r.Dy())
	var wait sync.WaitGroup
	for i := range bands {
		from, to := r.Dy()*i/bands, r.Dy()*(i+1)/bands
		work := func() {
			part := image.Rect(r.Min.X, r.Min.Y+from, r.Max.X, r.Min.Y+to)
			if plain {
				copyRows(dst, part, src, at)
			} else {
				resampleRows(dst, part, src, across, down[from:to])
			}
		}
		if i == bands-1 {
			work()
		} else {
			wait.Go(work)
		}
	}
	wait.Wait()
}

// copyRows copies pixels as they are.
func copyRows(dst *image.RGBA, r image.Rectangle, src *level, at projection) {
	from, to := max(r.Min.X, at.x), min(r.Max.X, at.x+src.size.X)
	if from >= to {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		out := dst.Pix[dst.PixOffset(from, y):][:4*(to-from)]
		copy(out, src.row(min(max(0, y-at.y), src.size.Y-1), from-at.x, to-at.x, out))
	}
}

// resampleRows draws rows. Each row of the source is resampled across once, and kept for as long as rows below take from it.
func resampleRows(dst *image.RGBA, r image.Rectangle, src *level, across, down []blend) {
	var kept [3][]uint32
	held := [3]int32{-1, -1, -1}
	for i := range kept {
		kept[i] = make([]uint32, len(across))
	}
	from, to := int(across[0].at[0]), int(across[len(across)-1].at[2])+1 // what the rows take from, for the places only grow
	scratch := make([]byte, 4*(to-from))
	row := func(at int32) []uint32 {
		slot := at % 3
		if held[slot] != at {
			held[slot] = at
			resampleRow(kept[slot], src.row(int(at), from, to, scratch), across, int32(from))
		}
		return kept[slot]
	}
	for i, b := range down {
		out := dst.Pix[dst.PixOffset(r.Min.X, r.Min.Y+i):][:4*len(across)]
		switch {
		case b.weight[0] == 256:
			for x, v := range row(b.at[0]) {
				binary.LittleEndian.PutUint32(out[4*x:], v)
			}
		case b.weight[2] == 0:
			mixTwo(out, row(b.at[0]), row(b.at[1]), b.weight[0], b.weight[1])
		default:
			mixThree(out, row(b.at[0]), row(b.at[1]), row(b.at[2]), b.weight)
		}
	}
}

// resampleRow resamples one row across, which begins at a column. Two colours are worked on at once in each 32-bit word.
func resampleRow(out []uint32, src []byte, across []blend, from int32) {
	for i := range out {
		b := &across[i]
		v0 := binary.LittleEndian.Uint32(src[4*(b.at[0]-from):])
		v1 := binary.LittleEndian.Uint32(src[4*(b.at[1]-from):])
		even := v0&evenLanes*b.weight[0] + v1&evenLanes*b.weight[1]
		odd := v0>>8&evenLanes*b.weight[0] + v1>>8&evenLanes*b.weight[1]
		if w := b.weight[2]; w != 0 {
			v2 := binary.LittleEndian.Uint32(src[4*(b.at[2]-from):])
			even += v2 & evenLanes * w
			odd += v2 >> 8 & evenLanes * w
		}
		out[i] = (even+halfLanes)>>8&evenLanes | (odd+halfLanes)&^evenLanes
	}
}

func mixTwo(out []byte, a, b []uint32, wa, wb uint32) {
	b = b[:len(a)]
	for x, va := range a {
		vb := b[x]
		even := va&evenLanes*wa + vb&evenLanes*wb
		odd := va>>8&evenLanes*wa + vb>>8&evenLanes*wb
		binary.LittleEndian.PutUint32(out[4*x:], (even+halfLanes)>>8&evenLanes|(odd+halfLanes)&^evenLanes)
	}
}

func mixThree(out []byte, a, b, c []uint32, w [3]uint32) {
	b, c = b[:len(a)], c[:len(a)]
	for x, va := range a {
		vb, vc := b[x], c[x]
		even := va&evenLanes*w[0] + vb&evenLanes*w[1] + vc&evenLanes*w[2]
		odd := va>>8&evenLanes*w[0] + vb>>8&evenLanes*w[1] + vc>>8&evenLanes*w[2]
		binary.LittleEndian.PutUint32(out[4*x:], (even+halfLanes)>>8&evenLanes|(odd+halfLanes)&^evenLanes)
	}
}
