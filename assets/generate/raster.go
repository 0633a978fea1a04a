package main

import (
	"math"
	"runtime"
	"sync"
)

// camera projects the world on a picture of w by h pixels. With ortho it looks
// along parallel rays (the sun's view, for shadows).
type camera struct {
	pos, right, up, fwd vec
	focal               float64 // pixels; with ortho pixels per metre
	w, h                int
	ortho               bool
}

// look makes a camera at pos that looks at target; fov is the angle of view in
// degrees across the longer side, roll in radians.
func look(pos, target vec, fov, roll float64, w, h int) camera {
	fwd := target.sub(pos).unit()
	right := fwd.cross(vec{0, 1, 0}).unit()
	up := right.cross(fwd)
	c, s := math.Cos(roll), math.Sin(roll)
	return camera{
		pos: pos, fwd: fwd, right: right.mul(c).add(up.mul(s)), up: up.mul(c).sub(right.mul(s)),
		focal: float64(max(w, h)) / 2 / math.Tan(fov*math.Pi/360), w: w, h: h,
	}
}

// eye gives p in camera space: right, up, distance along the view.
func (c *camera) eye(p vec) vec {
	d := p.sub(c.pos)
	return vec{d.dot(c.right), d.dot(c.up), d.dot(c.fwd)}
}

// screen projects a point of camera space; nearness grows towards the camera and
// is linear on the screen.
func (c *camera) screen(e vec) (x, y, nearness float64) {
	k, near := c.focal, -e.z
	if !c.ortho {
		k, near = c.focal/e.z, 1/e.z
	}
	return float64(c.w)/2 + e.x*k, float64(c.h)/2 - e.y*k, near
}

// ray is the unit direction through a pixel position.
func (c *camera) ray(x, y float64) vec {
	a, b := (x-float64(c.w)/2)/c.focal, (float64(c.h)/2-y)/c.focal
	return c.fwd.add(c.right.mul(a)).add(c.up.mul(b)).unit()
}

// buffer holds, for each pixel, the nearest triangle (or -1) and its nearness.
type buffer struct {
	w, h int
	near []float32
	id   []int32
}

// coarse keeps every step-th pixel: enough for what is about to be blurred, and
// small enough to stay in the processor's cache.
func (b *buffer) coarse(step int) *buffer {
	c := &buffer{w: b.w / step, h: b.h / step}
	c.near = make([]float32, c.w*c.h)
	for y := range c.h {
		for x := range c.w {
			c.near[y*c.w+x] = b.near[y*step*b.w+x*step]
		}
	}
	return c
}

const nearPlane = 0.02

// rasterise finds what is visible.
func rasterise(tris []tri, c *camera) *buffer {
	b := &buffer{c.w, c.h, make([]float32, c.w*c.h), make([]int32, c.w*c.h)}
	for i := range b.id {
		b.id[i], b.near[i] = -1, float32(math.Inf(-1))
	}
	bands(c.h, func(y0, y1 int) {
		for i := range tris {
			poly := clip(c, &tris[i])
			for k := 2; k < len(poly); k++ {
				b.fill(c, [3]vec{poly[0], poly[k-1], poly[k]}, int32(i), y0, y1)
			}
		}
	})
	return b
}

// clip cuts a triangle at the near plane and returns it in camera space.
func clip(c *camera, t *tri) []vec {
	e := [3]vec{c.eye(t.p[0]), c.eye(t.p[1]), c.eye(t.p[2])}
	if c.ortho || (e[0].z > nearPlane && e[1].z > nearPlane && e[2].z > nearPlane) {
		return e[:]
	}
	var out []vec
	for i, a := range e {
		b := e[(i+1)%3]
		if a.z > nearPlane {
			out = append(out, a)
		}
		if (a.z > nearPlane) != (b.z > nearPlane) {
			out = append(out, a.mix(b, (nearPlane-a.z)/(b.z-a.z)))
		}
	}
	return out
}

// fill writes one triangle into rows y0 to y1.
func (b *buffer) fill(c *camera, e [3]vec, id int32, y0, y1 int) {
	var x, y, n [3]float64
	for i := range e {
		x[i], y[i], n[i] = c.screen(e[i])
	}
	area := (x[1]-x[0])*(y[2]-y[0]) - (x[2]-x[0])*(y[1]-y[0])
	if area == 0 || math.IsNaN(area) {
		return
	}
	lo := func(v [3]float64) float64 { return math.Min(v[0], math.Min(v[1], v[2])) }
	hi := func(v [3]float64) float64 { return math.Max(v[0], math.Max(v[1], v[2])) }
	px0, px1 := int(clamp(lo(x), 0, float64(b.w))), int(clamp(hi(x)+1, 0, float64(b.w)))
	py0, py1 := int(clamp(lo(y), float64(y0), float64(y1))), int(clamp(hi(y)+1, float64(y0), float64(y1)))
	inv := 1 / area
	for py := py0; py < py1; py++ {
		fy := float64(py) + 0.5
		for px := px0; px < px1; px++ {
			fx := float64(px) + 0.5
			w1 := ((fx-x[0])*(y[2]-y[0]) - (x[2]-x[0])*(fy-y[0])) * inv
			w2 := ((x[1]-x[0])*(fy-y[0]) - (fx-x[0])*(y[1]-y[0])) * inv
			if w1 < 0 || w2 < 0 || w1+w2 > 1 {
				continue
			}
			near := float32(n[0] + w1*(n[1]-n[0]) + w2*(n[2]-n[0]))
			if i := py*b.w + px; near > b.near[i] {
				b.near[i], b.id[i] = near, id
			}
		}
	}
}

// bands runs work on disjoint ranges of 0..n, one per processor, and waits.
func bands(n int, work func(from, to int)) {
	parts := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for k := range parts {
		wg.Go(func() { work(n*k/parts, n*(k+1)/parts) })
	}
	wg.Wait()
}
