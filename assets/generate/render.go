package main

import (
	"math"
)

// scene is a mesh with its light, air and camera.
type scene struct {
	mesh
	pos, target  vec     // camera
	fov, roll    float64 // degrees across the longer side; radians
	toSun        vec
	sun          vec     // its colour and strength
	soft         float64 // its size: 0.01 a clear sky, 0.5 a hall's windows
	reach        float64 // radius in metres about target that has shadows
	sky          func(vec) vec
	above, below vec // ambient light from above and from the ground
	lamps        []lamp
	fog          vec
	haze         float64 // per metre
	aoRadius     float64 // metres
	look         finish
}

const superSamples = 2 // per pixel and axis

// frameBuffer is a picture being rendered: linear light and distance per pixel.
type frameBuffer struct {
	w, h  int
	pix   []vec
	depth []float64
}

// render draws the scene in w by h pixels.
func (s *scene) render(w, h int) *frameBuffer {
	cam := look(s.pos, s.target, s.fov, s.roll, w*superSamples, h*superSamples)
	vis := rasterise(s.tris, &cam)
	shadow := newShadowMap(s.tris, s.toSun, s.target, s.reach, s.soft)
	fb := &frameBuffer{w, h, make([]vec, w*h), make([]float64, w*h)}
	p := &painter{s, &cam, vis, vis.coarse(superSamples), shadow}
	bands(h, func(y0, y1 int) {
		for y := y0; y < y1; y++ {
			for x := range w {
				p.pixel(fb, x, y)
			}
		}
	})
	p.mirror(fb)
	return fb
}

type painter struct {
	*scene
	cam    *camera
	vis    *buffer
	rough  *buffer // one nearness per pixel
	shadow *shadowMap
}

// pixel shades each triangle seen in a pixel once, or each sub-sample of fine print.
func (p *painter) pixel(fb *frameBuffer, x, y int) {
	const n = superSamples * superSamples
	var ids [n]int32
	var shaded [n]vec
	sum, depth := vec{}, 0.0
	for i := range n {
		sx, sy := x*superSamples+i%superSamples, y*superSamples+i/superSamples
		ids[i] = p.vis.id[sy*p.vis.w+sx]
		reused := false
		fine := ids[i] >= 0 && p.tris[ids[i]].m.fine
		for k := 0; k < i && !fine; k++ {
			if ids[k] == ids[i] {
				shaded[i], reused = shaded[k], true
				break
			}
		}
		if !reused {
			fx, fy := float64(sx)+0.5, float64(sy)+0.5
			if ids[i] >= 0 && !fine && i == 0 && ids[i] == p.vis.id[sy*p.vis.w+sx+1] {
				fx, fy = fx+0.5, fy+0.5
			}
			h, m := p.hitAt(ids[i], fx, fy)
			shaded[i] = p.shade(&h, m, fx, fy)
			depth = math.Max(depth, 1/math.Max(h.dist, 1e-3))
		}
		sum = sum.add(shaded[i])
	}
	fb.pix[y*fb.w+x] = sum.mul(1.0 / n)
	fb.depth[y*fb.w+x] = 1 / depth
}

const farAway = 1e5

// hitAt finds the point of triangle id on the ray through a sub-sample; the
// material is nil for the sky.
func (p *painter) hitAt(id int32, x, y float64) (hit, *material) {
	d := p.cam.ray(x, y)
	if id < 0 {
		return hit{view: d, dist: farAway}, nil
	}
	t := &p.tris[id]
	e1, e2 := t.p[1].sub(t.p[0]), t.p[2].sub(t.p[0])
	q := d.cross(e2)
	det := e1.dot(q)
	if math.Abs(det) < 1e-14 {
		return hit{p: t.p[0], n: t.n[0], view: d, dist: t.p[0].sub(p.pos).len()}, t.m
	}
	o := p.pos.sub(t.p[0])
	u := clamp(o.dot(q)/det, -0.1, 1.1)
	r := o.cross(e1)
	v := clamp(d.dot(r)/det, -0.1, 1.1)
	dist := math.Abs(e2.dot(r) / det)
	w := 1 - u - v
	h := hit{p: p.pos.add(d.mul(dist)), view: d, dist: dist}
	h.n = t.n[0].mul(w).add(t.n[1].mul(u)).add(t.n[2].mul(v)).unit()
	if h.n.dot(d) > 0 && e1.cross(e2).dot(d) > 0 { // seen from behind
		h.n = h.n.mul(-1)
	}
	h.u = w*t.uv[0][0] + u*t.uv[1][0] + v*t.uv[2][0]
	h.v = w*t.uv[0][1] + u*t.uv[1][1] + v*t.uv[2][1]
	return h, t.m
}

// shade lights one point.
func (p *painter) shade(h *hit, m *material, x, y float64) vec {
	if m == nil {
		return p.sky(h.view)
	}
	albedo := m.color(h)
	if m.glow > 0 {
		return p.air(albedo.mul(m.glow), h)
	}
	m.disturb(h)
	seed := unitHash(int(x), int(y), 7, 3)
	ao := p.occlusion(h, seed)
	diffuse := p.below.mix(p.above, h.n.y*0.5+0.5).mul(ao)
	for _, l := range p.lamps {
		to := l.pos.sub(h.p)
		d := to.len()
		k := math.Max(0, to.dot(h.n)/d*0.8+0.2) * l.radius * l.radius / (l.radius*l.radius + d*d)
		diffuse = diffuse.add(l.color.mul(k * (0.4 + 0.6*ao)))
	}
	nl := h.n.dot(p.toSun)
	lit := 0.0
	if nl > 0 {
		lit = p.shadow.lit(h.p, h.n, seed)
		diffuse = diffuse.add(p.sun.mul(nl * lit))
	} else if m.clear > 0 {
		diffuse = diffuse.add(p.sun.mul(-nl * m.clear))
	}
	out := albedo.tint(diffuse).mul(1 - m.metal)
	return p.air(out.add(p.gloss(h, m, albedo, lit, ao)), h)
}

// disturb tilts the normal by the material's roughness to the touch; from afar
// the bumps are finer than a pixel and even out.
func (m *material) disturb(h *hit) {
	k := m.bump * (1 - smooth(300, 1500, h.dist/m.grit))
	if k <= 0 {
		return
	}
	q := h.p.mul(1 / m.grit)
	g := vec{noise(q, 51), noise(q, 52), noise(q, 53)}.sub(vec{0.5, 0.5, 0.5})
	h.n = h.n.add(g.mul(k)).unit()
}

// gloss is the mirrored part: the surroundings and the sun's highlight.
func (p *painter) gloss(h *hit, m *material, albedo vec, lit, ao float64) vec {
	if m.f0 == 0 && m.metal == 0 {
		return vec{}
	}
	f := fresnel(h, m, albedo)
	r := reflect(h.view, h.n)
	env := vec{}
	if !m.sees {
		env = p.sky(r.add(h.n.mul(m.rough * 0.7)).unit())
		env = env.mix(p.below.mix(p.above, r.y*0.5+0.5), math.Min(1, m.rough*1.2))
		env = env.mul(ao * lerp(1, smooth(-0.5, 0.15, r.y)*0.8+0.2, 1-m.rough*0.5))
	}
	half := p.toSun.sub(h.view).unit()
	power := 2 / math.Pow(math.Max(m.rough, 0.06), 3)
	spot := math.Pow(math.Max(0, h.n.dot(half)), power) * (power + 2) / 10 * lit * math.Max(0, h.n.dot(p.toSun))
	return f.tint(env.add(p.sun.mul(math.Min(spot, 30))))
}

func fresnel(h *hit, m *material, albedo vec) vec {
	f0 := vec{m.f0, m.f0, m.f0}.mix(albedo, m.metal)
	k := math.Pow(1-math.Max(0, -h.n.dot(h.view)), 5) * (1 - 0.7*m.rough)
	return f0.mix(vec{1, 1, 1}, k)
}

// air mixes haze in by distance.
func (p *painter) air(c vec, h *hit) vec {
	if p.haze == 0 {
		return c
	}
	return c.mix(p.fog, 1-math.Exp(-p.haze*h.dist))
}
