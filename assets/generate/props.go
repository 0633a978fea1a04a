package main

import "math"

// pallet is a timber pallet of 1.2 by 1 metres, 0.14 high.
func (s *mesh) pallet(f frame) {
	m := wood(0xb08a58)
	for i := range 7 {
		s.box(f.move(0, 0.12, -0.45+float64(i)*0.15), 1.2, 0.02, 0.11, 0.003, faces{side: m})
	}
	for _, x := range []float64{-0.55, 0, 0.55} {
		s.box(f.move(x, 0, 0), 0.1, 0.02, 1, 0, faces{side: m})
		for _, z := range []float64{-0.44, 0, 0.44} {
			s.box(f.move(x, 0.02, z), 0.1, 0.1, 0.12, 0, faces{side: m})
		}
	}
}

// carton is a taped box with print on front and sides.
func (s *mesh) carton(f frame, w, h, d float64, front, side *material) {
	tape := &material{color: plain(0xc9a46a), f0: 0.05, rough: 0.25}
	s.box(f, w, h, d, 0.006, faces{side: side, front: front, back: front})
	y := h + 0.0015
	s.quad(f.point(vec{-w / 2, y, -0.03}), f.point(vec{-w / 2, y, 0.03}), f.point(vec{w / 2, y, 0.03}), f.point(vec{w / 2, y, -0.03}), tape)
	for _, x := range []float64{w/2 + 0.0015, -w/2 - 0.0015} {
		a, b := vec{x, h, 0.03}, vec{x, h - 0.09, 0.03}
		c, e := vec{x, h - 0.09, -0.03}, vec{x, h, -0.03}
		if x < 0 {
			a, b, c, e = e, c, b, a
		}
		s.quad(f.point(a), f.point(b), f.point(c), f.point(e), tape)
	}
}

// refrigerator is a two-door household refrigerator 0.6 by 1.72 by 0.64 metres.
func (s *mesh) refrigerator(f frame, body *material, label bool) {
	dark := matt(0x202226)
	grip := metal(0xc8ccd0, 0.3)
	s.box(f.move(0, 0.04, -0.03), 0.58, 1.68, 0.54, 0.008, faces{side: body})
	s.box(f.move(0, 0, -0.03), 0.56, 0.05, 0.5, 0, faces{side: dark})
	s.box(f.move(0, 0.06, 0.245), 0.575, 1.62, 0.012, 0, faces{side: dark})
	s.box(f.move(0, 0.06, 0.285), 0.6, 0.98, 0.065, 0.012, faces{side: body})
	s.box(f.move(0, 1.052, 0.285), 0.6, 0.66, 0.065, 0.012, faces{side: body})
	for _, y := range [2][2]float64{{0.62, 0.98}, {1.1, 1.38}} {
		s.box(f.move(-0.25, y[0], 0.335), 0.022, y[1]-y[0], 0.03, 0.008, faces{side: grip})
	}
	s.box(f.move(0.2, 1.62, 0.3185), 0.08, 0.018, 0.002, 0, faces{side: grip})
	if label {
		print := printed(0xf6f7f2, energyLabel(), 0.4)
		x, y, z := 0.05, 1.52, 0.3195
		s.quad(f.point(vec{x, y, z}), f.point(vec{x, y - 0.21, z}), f.point(vec{x + 0.14, y - 0.21, z}), f.point(vec{x + 0.14, y, z}), print)
	}
}

// cart is a supermarket cart 0.95 long that faces +z.
func (s *mesh) cart(f frame, wire, plastic *material) {
	type rim struct{ y, x0, x1, z0, z1 float64 } // half widths and reach at back (0) and front (1)
	top := rim{0.98, 0.27, 0.22, -0.42, 0.48}
	low := rim{0.52, 0.23, 0.18, -0.36, 0.30}
	corner := func(t float64) [4]vec {
		l := func(a, b float64) float64 { return lerp(a, b, t) }
		y, x0, x1, z0, z1 := l(low.y, top.y), l(low.x0, top.x0), l(low.x1, top.x1), l(low.z0, top.z0), l(low.z1, top.z1)
		return [4]vec{{-x0, y, z0}, {x0, y, z0}, {x1, y, z1}, {-x1, y, z1}}
	}
	bar := func(a, b vec, r float64) { s.rod(f.point(a), f.point(b), r, 5, wire) }
	for i := range 8 {
		c, r := corner(float64(i)/7), 0.0026
		if i == 7 || i == 0 {
			r = 0.006
		}
		for k := range 4 {
			bar(c[k], c[(k+1)%4], r)
		}
	}
	b, t := corner(0), corner(1)
	for k := range 4 {
		n := []int{9, 15, 9, 15}[k]
		for i := 0; i <= n; i++ {
			u := float64(i) / float64(n)
			bar(b[k].mix(b[(k+1)%4], u), t[k].mix(t[(k+1)%4], u), 0.0024)
		}
	}
	for i := 1; i < 9; i++ {
		u := float64(i) / 9
		bar(b[0].mix(b[1], u), b[3].mix(b[2], u), 0.0024)
	}
	s.rod(f.point(vec{-0.27, 1.03, -0.5}), f.point(vec{0.27, 1.03, -0.5}), 0.017, 10, plastic)
	for _, x := range []float64{-1, 1} {
		s.path(0.010, 6, wire, f.point(vec{0.26 * x, 1.03, -0.5}), f.point(vec{0.25 * x, 0.9, -0.44}), f.point(vec{0.23 * x, 0.45, -0.36}),
			f.point(vec{0.24 * x, 0.2, -0.38}), f.point(vec{0.15 * x, 0.17, 0.45}))
		s.path(0.009, 6, wire, f.point(vec{0.2 * x, 0.19, 0.1}), f.point(vec{0.19 * x, 0.52, 0.2}))
		s.box(f.move(0.268*x, 0.985, 0.44), 0.03, 0.05, 0.06, 0.008, faces{side: plastic})
		s.caster(f.move(0.235*x, 0, -0.38))
		s.caster(f.move(0.15*x, 0, 0.43))
	}
}

func (s *mesh) caster(f frame) {
	tyre, fork := matt(0x33363a), metal(0x9a9ea3, 0.4)
	w := f.move(0, 0.062, 0).roll(math.Pi/2).move(0, -0.014, 0)
	s.lathe(w, [][2]float64{{0.001, 0.028}, {0.056, 0.028}, {0.062, 0.02}, {0.062, 0.008}, {0.056, 0}, {0.001, 0}}, 14, tyre)
	s.box(f.move(0.018, 0.05, 0), 0.004, 0.13, 0.04, 0, faces{side: fork})
	s.box(f.move(-0.018, 0.05, 0), 0.004, 0.13, 0.04, 0, faces{side: fork})
}

// disc is a lathe with its axis along the frame's z, from z0 to z1.
func (s *mesh) disc(f frame, r, z0, z1, chamfer float64, m *material) {
	g := f.pitch(math.Pi / 2)
	s.lathe(g, [][2]float64{{0.0005, z1}, {r - chamfer, z1}, {r, z1 - chamfer}, {r, z0 + chamfer}, {r - chamfer, z0}, {0.0005, z0}}, 28, m)
}

// engine is a single-cylinder motorcycle engine about half a metre long.
func (s *mesh) engine(f frame) {
	alu, dark, steel := cast(0xb4b6b8, 0.42), cast(0x3a3c40, 0.5), metal(0xd0d2d4, 0.22)
	f = f.move(0, 0.17, 0)
	outline := [][2]float64{{0.24, -0.02}, {0.22, 0.08}, {0.12, 0.12}, {-0.1, 0.12}, {-0.2, 0.07}, {-0.22, -0.03}, {-0.17, -0.12}, {0.16, -0.13}}
	s.extrude(f, outline, 0.2, alu, alu)
	s.disc(f.move(0.1, -0.005, 0), 0.115, 0.1, 0.155, 0.02, alu)
	s.disc(f.move(0.1, -0.005, 0), 0.055, 0.15, 0.162, 0.006, dark)
	s.disc(f.move(-0.11, -0.01, 0), 0.09, 0.1, 0.14, 0.015, alu)
	s.disc(f.move(-0.11, -0.01, 0), 0.04, 0.14, 0.155, 0.004, steel)
	s.disc(f.move(0.09, 0, 0), 0.1, -0.15, -0.1, 0.02, alu)
	for i := range 9 {
		a := float64(i) * 2 * math.Pi / 9
		s.disc(f.move(0.1+0.1*math.Cos(a), -0.005+0.1*math.Sin(a), 0), 0.009, 0.14, 0.16, 0.002, steel)
	}
	c := f.move(0.1, 0.1, 0).roll(-0.30)
	s.box(c.move(0, -0.03, 0), 0.11, 0.22, 0.11, 0.02, faces{side: alu})
	for i := range 9 {
		w := 0.17 + 0.02*math.Sin(float64(i)*0.5)
		s.box(c.move(0, float64(i)*0.02, 0), w, 0.006, w, 0.002, faces{side: dark})
	}
	s.box(c.move(0, 0.18, 0), 0.16, 0.075, 0.15, 0.025, faces{side: alu})
	s.disc(c.move(0.015, 0.22, 0), 0.036, 0.07, 0.09, 0.006, steel)
	s.path(0.019, 10, dark, c.point(vec{-0.06, 0.21, 0}), c.point(vec{-0.16, 0.22, 0.01}), c.point(vec{-0.2, 0.24, 0.01}))
	s.path(0.018, 10, steel, c.point(vec{0.07, 0.2, 0}), c.point(vec{0.12, 0.18, 0}), c.point(vec{0.13, 0.14, 0}))
	s.rod(c.point(vec{0.03, 0.24, 0.05}), c.point(vec{0.05, 0.3, 0.09}), 0.012, 8, matt(0x141416))
	s.path(0.004, 5, matt(0x141416), c.point(vec{0.05, 0.3, 0.09}), c.point(vec{0, 0.33, 0.1}), c.point(vec{-0.12, 0.2, 0.11}), f.point(vec{-0.2, 0.1, 0.12}))
	s.path(0.009, 6, steel, f.point(vec{-0.05, -0.06, 0.14}), f.point(vec{-0.05, -0.06, 0.2}), f.point(vec{0.06, -0.08, 0.21}))
}
