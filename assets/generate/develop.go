package main

import (
	"image"
	"math"
)

// finish is what a telephone does to the light before it stores a JPEG.
type finish struct {
	exposure float64
	white    vec     // colour balance
	vignette float64 // darkening of the corners, 0–1
	grain    float64 // standard deviation in 8-bit steps
	focus    float64 // metres; 0 keeps everything sharp
	aperture float64 // blur in pixels for what is infinitely far
	seed     uint32
}

// develop turns linear light into a picture.
func (f finish) develop(fb *frameBuffer) *image.RGBA {
	if f.focus > 0 {
		f.blur(fb)
	}
	glow := bloom(fb, f.exposure)
	img := image.NewRGBA(image.Rect(0, 0, fb.w, fb.h))
	cx, cy := float64(fb.w)/2, float64(fb.h)/2
	bands(fb.h, func(y0, y1 int) {
		for y := y0; y < y1; y++ {
			for x := range fb.w {
				i := y*fb.w + x
				dx, dy := (float64(x)-cx)/math.Max(cx, cy), (float64(y)-cy)/math.Max(cx, cy)
				fall := 1 - f.vignette*math.Pow(dx*dx+dy*dy, 1.2)
				c := fb.pix[i].mul(f.exposure).add(glow.at(x, y)).tint(f.white).mul(fall)
				f.store(img, x, y, c)
			}
		}
	})
	return img
}

func (f finish) store(img *image.RGBA, x, y int, c vec) {
	v := [3]float64{film(c.x), film(c.y), film(c.z)}
	luma := gauss(x, y, f.seed)*0.7 + gauss(x/2, y/2, f.seed+1)*0.5
	dark := 1.3 - 0.6*v[1]
	o := img.PixOffset(x, y)
	for k := range 3 {
		tint := gauss(x/2, y/2, f.seed+2+uint32(k)) * 0.35
		img.Pix[o+k] = uint8(clamp(v[k]*255+(luma+tint)*f.grain*dark+0.5, 0, 255))
	}
	img.Pix[o+3] = 255
}

// film compresses highlights and gives the curve some contrast.
func film(l float64) float64 {
	l = math.Max(0, l)
	l = l * (2.51*l + 0.03) / (l*(2.43*l+0.59) + 0.14)
	return toSRGB(clamp(l, 0, 1))
}

func gauss(x, y int, seed uint32) float64 {
	return (unitHash(x, y, 0, seed) + unitHash(x, y, 1, seed) + unitHash(x, y, 2, seed) - 1.5) * 2
}

// blur softens each pixel by its distance from the plane of focus.
func (f finish) blur(fb *frameBuffer) {
	src := append([]vec(nil), fb.pix...)
	circle := func(i int) float64 {
		return f.aperture * math.Min(1.6, math.Abs(1-f.focus/fb.depth[i]))
	}
	const taps = 48
	bands(fb.h, func(y0, y1 int) {
		for y := y0; y < y1; y++ {
			for x := range fb.w {
				i := y*fb.w + x
				own := circle(i)
				sum, weight := src[i], 1.0
				turn := unitHash(x, y, 5, f.seed) * 6.283
				reach := math.Max(own, f.aperture*0.6)
				for k := range taps {
					dx, dy := spiral(k, taps, turn)
					px := int(clamp(float64(x)+dx*reach, 0, float64(fb.w-1)))
					py := int(clamp(float64(y)+dy*reach, 0, float64(fb.h-1)))
					j := py*fb.w + px
					c := circle(j)
					if fb.depth[j] > fb.depth[i] {
						c = math.Min(c, own)
					}
					r := math.Hypot(dx, dy) * reach
					w := smooth(r-1, r+1, c)
					sum, weight = sum.add(src[j].mul(w)), weight+w
				}
				fb.pix[i] = sum.mul(1 / weight)
			}
		}
	})
}

// halo is a coarse picture of what outshines the scene.
type halo struct {
	w, h int
	pix  []vec
}

const haloCell = 16

// bloom collects over-exposed light and spreads it.
func bloom(fb *frameBuffer, exposure float64) *halo {
	g := &halo{fb.w/haloCell + 1, fb.h/haloCell + 1, nil}
	g.pix = make([]vec, g.w*g.h)
	for y := range fb.h {
		for x := range fb.w {
			c := fb.pix[y*fb.w+x].mul(exposure)
			over := clamp(math.Max(c.x, math.Max(c.y, c.z))-1.2, 0, 4)
			i := y/haloCell*g.w + x/haloCell
			g.pix[i] = g.pix[i].add(c.unit().mul(over * 0.10 / (haloCell * haloCell)))
		}
	}
	for range 3 {
		g.spread()
	}
	return g
}

func (g *halo) spread() {
	src := append([]vec(nil), g.pix...)
	for y := range g.h {
		for x := range g.w {
			sum := vec{}
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					sx, sy := min(max(x+dx, 0), g.w-1), min(max(y+dy, 0), g.h-1)
					sum = sum.add(src[sy*g.w+sx].mul(1.0 / 9))
				}
			}
			g.pix[y*g.w+x] = sum
		}
	}
}

// at interpolates the halo at a pixel.
func (g *halo) at(x, y int) vec {
	fx, fy := float64(x)/haloCell-0.5, float64(y)/haloCell-0.5
	fx, fy = clamp(fx, 0, float64(g.w-1)-0.01), clamp(fy, 0, float64(g.h-1)-0.01)
	ix, iy := int(fx), int(fy)
	x1, y1 := min(ix+1, g.w-1), min(iy+1, g.h-1)
	top := g.pix[iy*g.w+ix].mix(g.pix[iy*g.w+x1], fx-float64(ix))
	low := g.pix[y1*g.w+ix].mix(g.pix[y1*g.w+x1], fx-float64(ix))
	return top.mix(low, fy-float64(iy))
}
