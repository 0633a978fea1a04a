package picture

import "math"

// quantStep divides every coefficient.
const quantStep = 6

// component is one colour plane on its way into a JPEG.
type component struct {
	h, v   int // sampling factors
	at     func(x, y int) byte
	across int       // blocks in a row, padded to whole MCUs
	blocks [][64]int // quantised, in zigzag order
}

// zigzag gives the natural index of each place in zigzag order.
var zigzag = func() (z [64]int) {
	x, y, up := 0, 0, true
	for i := range z {
		z[i] = 8*y + x
		switch {
		case up && x == 7:
			y, up = y+1, false
		case up && y == 0:
			x, up = x+1, false
		case up:
			x, y = x+1, y-1
		case y == 7:
			x, up = x+1, true
		case x == 0:
			y, up = y+1, true
		default:
			x, y = x-1, y+1
		}
	}
	return z
}()

var cosines = func() (c [8][8]float64) {
	for u := range 8 {
		for x := range 8 {
			c[u][x] = math.Cos(float64(2*x+1)*float64(u)*math.Pi/16) / 2
			if u == 0 {
				c[u][x] /= math.Sqrt2
			}
		}
	}
	return c
}()

// transform quantises the cosine transform of each block of the component.
func (c *component) transform(across, down, w, h int) {
	c.across = across
	c.blocks = make([][64]int, across*down)
	for i := range c.blocks {
		var rows, cols [64]float64
		for y := range 8 {
			for x := range 8 {
				s := float64(c.at(min(i%across*8+x, w-1), min(i/across*8+y, h-1))) - 128
				for u := range 8 {
					rows[8*y+u] += s * cosines[u][x]
				}
			}
		}
		for y := range 8 {
			for v := range 8 {
				for u := range 8 {
					cols[8*v+u] += rows[8*y+u] * cosines[v][y]
				}
			}
		}
		for k, n := range zigzag {
			c.blocks[i][k] = int(math.Round(cols[n] / quantStep))
		}
	}
}
