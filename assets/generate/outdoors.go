package main

import "math"

// outdoors is open country under a summer sky: cloud 0–1, haze per metre.
func outdoors(toSun vec, cloud, haze float64, seed uint32) *scene {
	s := &scene{
		fov: 66, toSun: toSun.unit(), soft: 0.012, reach: 32,
		sun: vec{2.5, 2.35, 2.05}.mul(1 - 0.6*cloud*cloud), haze: haze, fog: vec{0.60, 0.69, 0.78},
		above: vec{0.44, 0.54, 0.70}, below: vec{0.20, 0.19, 0.15}, aoRadius: 1.2,
		look: finish{exposure: 0.62, white: vec{1.03, 1, 0.96}, vignette: 0.22, grain: 1.8},
	}
	s.sky = daySky(cloud, s.toSun, seed)
	return s
}

// tree is a broad-leaved tree of the given height.
func (s *mesh) tree(o vec, height float64, leaf *material, r *dice) {
	bark := matt(0x4a4038)
	lean := vec{r.between(-0.3, 0.3), height * 0.45, r.between(-0.3, 0.3)}
	s.rod(o, o.add(lean), height*0.022, 6, bark)
	for range 11 {
		a, k := r.between(0, 2*math.Pi), r.between(0.1, 0.26)
		c := o.add(vec{math.Cos(a) * height * k, height * r.between(0.38, 0.9), math.Sin(a) * height * k})
		s.rod(o.add(lean.mul(0.9)), c, height*0.008, 4, bark)
		size := height * r.between(0.11, 0.19)
		s.foliage(c, size, 380, leaf, r)
	}
}

// foliage is a ball of leaves whose normals point outwards, so that it is lit as one body.
func (s *mesh) foliage(c vec, size float64, n int, leaf *material, r *dice) {
	for range n {
		d := vec{r.between(-1, 1), r.between(-1, 1), r.between(-1, 1)}.unit()
		p := c.add(d.mul(size * math.Pow(r.next(), 0.4)))
		u := vec{r.between(-1, 1), r.between(-1, 1), r.between(-1, 1)}.unit().mul(size * 0.12)
		v := u.cross(d).unit().mul(size * 0.08)
		nn := d.add(vec{0, 0.4, 0}).unit()
		s.smoothQuad([4]vec{p.sub(u), p.sub(v), p.add(u), p.add(v)}, [4]vec{nn, nn, nn, nn}, leaf)
	}
}

// bushes scatters low shrubs in a strip.
func (s *mesh) bushes(x0, x1, z0, z1 float64, n int, ground func(x, z float64) float64, leaf *material, r *dice) {
	for range n {
		x, z := r.between(x0, x1), r.between(z0, z1)
		size := r.between(0.25, 0.8)
		s.foliage(vec{x, ground(x, z) + size*0.5, z}, size, 220, leaf, r)
	}
}

// grass plants blades in a strip near the camera.
func (s *mesh) grass(x0, x1, z0, z1 float64, n int, ground func(x, z float64) float64, leaf *material, r *dice) {
	up := vec{0, 1, 0}
	for range n {
		x, z := r.between(x0, x1), r.between(z0, z1)
		o := vec{x, ground(x, z) - 0.02, z}
		tip := o.add(vec{r.between(-0.12, 0.12), r.between(0.15, 0.5), r.between(-0.12, 0.12)})
		w := vec{r.between(-1, 1), 0, r.between(-1, 1)}.unit().mul(0.014)
		s.tri([3]vec{o.sub(w), o.add(w), tip}, [3]vec{up, up, up}, [3][2]float64{}, leaf)
	}
}

// hills is a range across the view, far behind z0, height metres tall.
func (s *mesh) hills(z0, height float64, leaf *material, seed uint32) {
	s.terrain(-1600, 1600, z0-1500, z0, 170, 70, func(x, z float64) float64 {
		d := (z0 - z) / 1500
		ridge := fbm(vec{x * 0.0022, 0, z * 0.0022}, 6, seed)
		fine := fbm(vec{x * 0.02, 0, z * 0.02}, 3, seed+4) - 0.5
		return smooth(0, 0.35, d)*(height*(0.25+1.5*math.Pow(ridge, 1.6))+fine*14) - 1
	}, leaf)
}

// wheel is a lorry's or car's wheel with its hub towards the frame's z.
func (s *mesh) wheel(f frame, r, width float64) {
	s.disc(f, r, -width/2, width/2, r*0.12, matt(0x1d1e20))
	s.disc(f, r*0.58, width/2-0.03, width/2+0.004, 0.02, metal(0x9da1a5, 0.5))
	s.disc(f, r*0.22, width/2, width/2+0.05, 0.02, matt(0x55585c))
}

// truck is a two-axle box lorry 7.6 metres long that drives towards the frame's +z.
func (s *mesh) truck(f frame, cab uint32, body *material) {
	paintwork := &material{color: plain(cab), f0: 0.05, rough: 0.2}
	glass := &material{color: plain(0x0c1216), f0: 0.08, rough: 0.06}
	dark := matt(0x26282b)
	s.box(f.move(0, 0.95, -1.1), 2.3, 2.35, 5.2, 0.02, faces{side: body, top: paint(0xd9dcdd, 0.5), back: s.doors(body), front: paint(0xd9dcdd, 0.5)})
	for _, y := range []float64{0.95, 3.27} {
		s.box(f.move(0, y, -1.1), 2.34, 0.06, 5.24, 0, faces{side: metal(0x8d9296, 0.5)})
	}
	s.box(f.move(0, 0.62, -0.2), 0.8, 0.22, 6.6, 0, faces{side: dark})
	profile := [][2]float64{{-1.55, 0.62}, {0.22, 0.62}, {0.3, 0.9}, {0.28, 1.42}, {0.02, 2.3}, {-0.12, 2.42}, {-1.55, 2.45}}
	g := f.move(0, 0, 3.0).yaw(-math.Pi / 2)
	s.extrude(g, profile, 2.1, paintwork, paintwork)
	c := f.move(0, 0, 3.0)
	pt := func(x, y, z float64) vec { return c.point(vec{x, y, z}) }
	s.quad(pt(-0.93, 2.24, 0.055), pt(-0.97, 1.5, 0.27), pt(0.97, 1.5, 0.27), pt(0.93, 2.24, 0.055), glass)
	for _, x := range []float64{-1.056, 1.056} {
		a, b, d, e := pt(x, 2.22, -0.85), pt(x, 1.5, -0.85), pt(x, 1.5, 0.12), pt(x, 2.22, -0.1)
		if x > 0 {
			a, b, d, e = e, d, b, a
		}
		s.quad(a, b, d, e, glass)
		s.box(c.move(x*1.14, 1.55, 0.2), 0.06, 0.38, 0.2, 0.02, faces{side: dark})
		s.box(c.move(x*0.74, 0.98, 0.29), 0.36, 0.17, 0.04, 0.02, faces{side: &material{color: plain(0xe8ecee), f0: 0.2, rough: 0.1}})
	}
	s.box(c.move(0, 0.98, 0.295), 1.0, 0.26, 0.03, 0.01, faces{side: dark})
	s.box(c.move(0, 0.42, 0.25), 2.1, 0.34, 0.18, 0.04, faces{side: paint(0x70757a, 0.5)})
	s.box(c.move(0, 0.5, 0.345), 0.44, 0.13, 0.01, 0, faces{side: paint(0xd8b23c, 0.5)})
	s.tail(f, dark)
	for _, z := range []float64{2.35, -2.3} {
		s.wheel(f.move(1.0, 0.45, z).yaw(math.Pi/2), 0.45, 0.26)
		s.wheel(f.move(-1.0, 0.45, z).yaw(-math.Pi/2), 0.45, 0.26)
	}
}

// doors is the rear end of a box body, with its seam and bars.
func (s *mesh) doors(body *material) *material {
	return &material{f0: 0.04, rough: 0.4, color: func(h *hit) vec {
		bar := math.Max(line(h.u-0.35, 10, 0.012), line(h.u-0.65, 10, 0.012))
		seam := math.Max(line(h.u-0.5, 10, 0.008), line(h.v-0.97, 10, 0.01))
		return rgb(0xcfd4d6).mul(0.92+0.1*fbm(h.p.mul(2), 3, 3)).mul(1-0.8*seam).mix(vec{0.25, 0.26, 0.27}, bar)
	}}
}

// tail is bumper, lamps and mud flaps.
func (s *mesh) tail(f frame, dark *material) {
	s.box(f.move(0, 0.5, -3.68), 2.2, 0.12, 0.08, 0.01, faces{side: dark})
	for _, x := range []float64{-0.95, 0.95} {
		s.box(f.move(x, 0.68, -3.71), 0.34, 0.13, 0.03, 0.01, faces{side: paint(0xa01818, 0.2)})
		s.box(f.move(x, 0.12, -2.95), 0.4, 0.5, 0.02, 0, faces{side: dark})
	}
	s.box(f.move(0, 0.66, -3.71), 0.44, 0.13, 0.01, 0, faces{side: paint(0xd8b23c, 0.5)})
}

// saloon is a car 4.5 metres long that faces the frame's +z.
func (s *mesh) saloon(f frame, hex uint32) {
	body := &material{color: plain(hex), f0: 0.06, rough: 0.14}
	glass := &material{color: plain(0x0b1013), f0: 0.08, rough: 0.06}
	g := f.yaw(-math.Pi / 2)
	low := [][2]float64{{-2.2, 0.35}, {2.2, 0.32}, {2.25, 0.62}, {2.05, 0.78}, {1.1, 0.94}, {-1.5, 0.98}, {-2.2, 0.92}, {-2.28, 0.6}}
	s.extrude(g, low, 1.76, body, body)
	s.extrude(g, [][2]float64{{-1.75, 0.95}, {1.1, 0.93}, {0.35, 1.4}, {-0.3, 1.47}, {-1.1, 1.42}}, 1.5, glass, glass)
	s.extrude(g, [][2]float64{{0.28, 1.415}, {0.2, 1.45}, {-0.3, 1.49}, {-1.0, 1.45}, {-1.1, 1.425}}, 1.48, body, body)
	for _, x := range []float64{-0.72, 0.72} {
		s.path(0.035, 5, body, f.point(vec{x, 0.93, 1.1}), f.point(vec{x, 1.42, 0.32}))
		s.path(0.035, 5, body, f.point(vec{x, 0.96, -1.72}), f.point(vec{x, 1.44, -1.05}))
		s.path(0.03, 5, body, f.point(vec{x * 1.03, 0.94, -0.25}), f.point(vec{x * 1.03, 1.46, -0.3}))
		s.box(f.move(x*0.9, 0.62, 2.19), 0.36, 0.14, 0.1, 0.03, faces{side: &material{color: plain(0xdfe5e8), f0: 0.2, rough: 0.1}})
		s.box(f.move(x*0.9, 0.66, -2.24), 0.36, 0.16, 0.08, 0.03, faces{side: paint(0x8e1414, 0.2)})
	}
	for _, z := range []float64{1.4, -1.35} {
		s.wheel(f.move(0.8, 0.33, z).yaw(math.Pi/2), 0.33, 0.2)
		s.wheel(f.move(-0.8, 0.33, z).yaw(-math.Pi/2), 0.33, 0.2)
	}
}
