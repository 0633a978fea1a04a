package main

import "math"

// occlusion is how open the surroundings of a point are, 0–1, as far as the
// depth buffer shows them.
func (p *painter) occlusion(h *hit, seed float64) float64 {
	const taps = 14
	turn := seed * 2 * math.Pi
	t := h.n.cross(vec{0.31, 0.87, 0.38}).unit()
	b := h.n.cross(t)
	closed := 0.0
	for i := range taps {
		dx, dy := spiral(i, taps, turn)
		up := math.Sqrt(math.Max(0, 1-dx*dx-dy*dy))
		reach := p.aoRadius * (float64((i*5)%taps) + 0.3 + seed*0.6) / taps
		d := t.mul(dx).add(b.mul(dy)).add(h.n.mul(up + 0.08))
		q := h.p.add(d.mul(reach))
		dist, ok := p.depthAt(q)
		if !ok {
			continue
		}
		behind := p.cam.eye(q).z - dist
		if behind > reach*0.05+0.002*dist {
			closed += 1 - smooth(p.aoRadius, p.aoRadius*3, behind)
		}
	}
	return math.Pow(1-0.92*closed/taps, 1.3)
}

// depthAt is the distance along the view of what is seen where q projects.
func (p *painter) depthAt(q vec) (float64, bool) {
	e := p.cam.eye(q)
	if e.z < nearPlane {
		return 0, false
	}
	x, y, _ := p.cam.screen(e)
	if x < 0 || y < 0 || x >= float64(p.vis.w) || y >= float64(p.vis.h) {
		return 0, false
	}
	n := p.rough.near[int(y)/superSamples*p.rough.w+int(x)/superSamples]
	if n <= 0 {
		return farAway, true
	}
	return 1 / float64(n), true
}

// mirror adds to each surface that sees the scene what it reflects of it: wet
// roads, polished floors, rivers.
func (p *painter) mirror(fb *frameBuffer) {
	src := append([]vec(nil), fb.pix...)
	bands(fb.h, func(y0, y1 int) {
		for y := y0; y < y1; y++ {
			for x := range fb.w {
				sx, sy := x*superSamples, y*superSamples
				id := p.vis.id[sy*p.vis.w+sx]
				if id < 0 || !p.tris[id].m.sees {
					continue
				}
				h, m := p.hitAt(id, float64(sx)+0.5, float64(sy)+0.5)
				m.disturb(&h)
				i := y*fb.w + x
				fb.pix[i] = fb.pix[i].add(p.reflection(fb, src, &h, m, x, y))
			}
		}
	})
}

// reflection marches along the mirrored ray through the depth buffer; a ray
// that meets nothing sees the sky.
func (p *painter) reflection(fb *frameBuffer, src []vec, h *hit, m *material, x, y int) vec {
	const rays, steps = 4, 30
	sum := vec{}
	for k := range rays {
		r1, r2, r3 := unitHash(x, y, k, 11)-0.5, unitHash(x, y, k, 12)-0.5, unitHash(x, y, k, 13)
		dir := reflect(h.view, h.n).add(vec{r1, (r1 + r2) * 0.5, r2}.mul(m.rough * 0.5)).unit()
		dir.y = math.Max(dir.y, 0.01)
		seen := p.sky(dir)
		step := math.Max(0.04, h.dist*0.015)
		q := h.p
		for i := range steps {
			q = q.add(dir.mul(step * (0.6 + 0.4*r3)))
			step *= 1.16
			dist, ok := p.depthAt(q)
			if !ok {
				break
			}
			e := p.cam.eye(q)
			if e.z > dist && e.z-dist < step*2.5+0.3 && i > 0 {
				sx, sy, _ := p.cam.screen(e)
				seen = src[int(sy)/superSamples*fb.w+int(sx)/superSamples]
				break
			}
		}
		sum = sum.add(seen)
	}
	f := fresnel(h, m, m.color(h))
	return p.airless(sum.mul(1.0/rays).tint(f), h)
}

// airless dims a reflection by the haze in front of it.
func (p *painter) airless(c vec, h *hit) vec { return c.mul(math.Exp(-p.haze * h.dist)) }
