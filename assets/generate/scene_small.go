package main

import "math"

// bench is a table top in a shop or office, seen close.
func bench(top *material, focus, aperture float64) *scene {
	s := &scene{
		fov: 52, toSun: vec{-0.7, 1, 0.35}.unit(), sun: vec{1.15, 1.08, 0.98}, soft: 0.18, reach: 0.9,
		sky:   hallSky(vec{0.36, 0.35, 0.33}, vec{1, 0.97, 0.9}),
		above: vec{0.36, 0.36, 0.38}, below: vec{0.18, 0.16, 0.14}, aoRadius: 0.06,
		look: finish{exposure: 0.85, white: vec{1.02, 1, 0.95}, vignette: 0.25, grain: 2.4, focus: focus, aperture: aperture},
	}
	s.quad(vec{-2, 0, -1.2}, vec{-2, 0, 1.2}, vec{2, 0, 1.2}, vec{2, 0, -1.2}, top)
	wall := matt(0x8f8a80)
	s.quad(vec{-6, 3, -3}, vec{-6, -1, -3}, vec{6, -1, -3}, vec{6, 3, -3}, wall)
	shelf := paint(0x6a5a48, 0.6)
	r := dice(4)
	for row := range 4 {
		y := -0.5 + float64(row)*0.5
		s.box(at(vec{0, y, -2.8}, 0), 8, 0.03, 0.35, 0, faces{side: shelf})
		for x := -3.5; x < 3.5; {
			w, h := r.between(0.12, 0.35), r.between(0.15, 0.4)
			hex := []uint32{0xd8d4c8, 0x2f5f8f, 0xb34a3a, 0xe6e6e8, 0x38404a, 0xc9a050}[r.pick(6)]
			s.box(at(vec{x + w/2, y + 0.03, -2.75}, 0), w-0.02, h, 0.25, 0.004, faces{side: paint(hex, 0.5)})
			x += w
		}
	}
	return s
}

// watch adds a smart watch lying on its back, its screen up, strap along z.
func (s *mesh) watch(f frame, strap *material) {
	alu := metal(0x8d9197, 0.25)
	s.box(f, 0.038, 0.0095, 0.045, 0.0035, faces{side: alu})
	s.box(f.move(0, 0.009, 0), 0.0355, 0.0022, 0.0425, 0.001, faces{side: paint(0x060709, 0.12)})
	y := 0.0113
	lit := lightbox(0xffffff, 0.55)
	face := watchFace()
	lit.color = func(h *hit) vec { c, _ := face.at(h.u, h.v); return c }
	lit.fine = true
	s.quad(f.point(vec{-0.016, y, -0.0195}), f.point(vec{-0.016, y, 0.0195}), f.point(vec{0.016, y, 0.0195}), f.point(vec{0.016, y, -0.0195}), lit)
	g := f.move(0.0195, 0.0045, -0.009).roll(-math.Pi / 2)
	s.lathe(g, [][2]float64{{0.0005, 0.0035}, {0.0028, 0.0035}, {0.0033, 0.003}, {0.0033, 0}, {0.0005, 0}}, 20, alu)
	s.box(f.move(0.0185, 0.003, 0.008), 0.003, 0.0025, 0.011, 0.001, faces{side: alu})
	for _, dir := range []float64{-1, 1} {
		prev := vec{0, 0.005, 0.0225 * dir}
		angle := 0.12
		for i := range 16 {
			angle += 0.035
			next := prev.add(vec{0, -0.0062 * math.Sin(angle) * smooth(0, 4, float64(4-i)+1.2), 0.0062 * math.Cos(angle*0.4) * dir})
			next.y = math.Max(next.y, 0.0008)
			w := lerp(0.0165, 0.0125, float64(i)/15)
			a := [4]vec{{-w, prev.y + 0.0026, prev.z}, {w, prev.y + 0.0026, prev.z}, {w, next.y + 0.0026, next.z}, {-w, next.y + 0.0026, next.z}}
			if dir > 0 {
				a = [4]vec{a[1], a[0], a[3], a[2]}
			}
			q := [4]vec{f.point(a[0]), f.point(a[1]), f.point(a[2]), f.point(a[3])}
			s.quad(q[0], q[1], q[2], q[3], strap)
			for k := 1; k < 4; k += 2 {
				lo := f.y.mul(-0.0028)
				s.quad(q[k], q[k].add(lo), q[(k+1)%4].add(lo), q[(k+1)%4], strap)
			}
			if i > 7 && i%2 == 0 && dir > 0 {
				s.disc(frame{f.x, f.z.mul(-1), f.y, f.point(vec{0, next.y + 0.0025, next.z})}, 0.0016, 0, 0.0003, 0.0001, matt(0x050506))
			}
			prev = next
		}
	}
}

// tray is an open gift box of the given size; its floor lies lip below the rim.
func (s *mesh) tray(f frame, w, h, d, lip float64, m, inner *material) {
	t := 0.004
	s.box(f, w, h-lip, d, 0.0015, faces{side: m, top: inner})
	s.box(f.move(-w/2+t/2, 0, 0), t, h, d, 0.001, faces{side: m, right: inner})
	s.box(f.move(w/2-t/2, 0, 0), t, h, d, 0.001, faces{side: m, left: inner})
	s.box(f.move(0, 0, -d/2+t/2), w, h, t, 0.001, faces{side: m, front: inner})
	s.box(f.move(0, 0, d/2-t/2), w, h, t, 0.001, faces{side: m, back: inner})
}

// watches is smart watches and their boxes on a table.
func watches(view int) *scene {
	s := bench(wood(0x7a6a5a), 0.255, 16)
	white := paint(0xeceae6, 0.5)
	foam := matt(0xb4b2ad)
	s.tray(at(vec{0.005, 0, 0}, 0.25), 0.1, 0.035, 0.26, 0.022, white, foam)
	s.watch(at(vec{0.005, 0.0135, 0}, 0.25), paint(0x1b1d21, 0.55))
	lid := printed(0xf2f3f4, watchPrint(), 0.4)
	for i, p := range [][3]float64{{-0.17, -0.12, 0.5}, {0.2, -0.17, -0.25}, {0.33, -0.2, 0.1}, {-0.33, -0.26, 0.2}, {0.16, -0.42, 0.2}} {
		f := at(vec{p[0], 0, p[1]}, p[2])
		s.box(f, 0.11, 0.04, 0.15, 0.0015, faces{side: white, top: lid})
		if i%2 == 1 {
			s.box(f.move(0.005, 0.0405, 0.004).yaw(0.12), 0.11, 0.04, 0.15, 0.0015, faces{side: white, top: lid})
		}
	}
	s.pos, s.target = vec{-0.07, 0.19, 0.15}, vec{0.008, 0.012, -0.005}
	if view == 1 {
		s.watch(at(vec{0.17, 0, 0.06}, -0.7), paint(0x3d5a78, 0.55))
		s.watch(at(vec{-0.14, 0, 0.09}, 0.9), paint(0x8c3b32, 0.55))
		s.pos, s.target, s.fov = vec{0.12, 0.42, 0.40}, vec{0.02, 0.02, -0.05}, 56
		s.look.focus, s.look.aperture = 0.58, 9
	}
	return s
}

// earphones is retail boxes in an open shipping carton.
func earphones(view int) *scene {
	s := bench(concrete(0x8d867c, 0, 0.7), 0.95, 8)
	board := kraft(0xbd9463, nil)
	fronts := []*material{printed(0xf4f4f2, earphonePrint(0xf4f4f2, 0x1d2126), 0.35), printed(0x1f242b, earphonePrint(0x23282f, 0xf0f2f4), 0.35)}
	sides := []*material{paint(0xeeeeec, 0.4), paint(0x23282f, 0.4)}
	s.tray(at(vec{0, 0, 0}, 0.3), 0.56, 0.24, 0.40, 0.2, board, board)
	f := at(vec{0, 0.04, 0}, 0.3)
	r := dice(12)
	for col := range 5 {
		for row := range 3 {
			k := (col + row/2) % 2
			h := 0.165 + r.between(0, 0.012)
			if col == 3 && row == 2 {
				continue
			}
			s.box(f.move(-0.218+float64(col)*0.109, 0, -0.13+float64(row)*0.13).yaw(r.between(-0.03, 0.03)), 0.1, h, 0.12, 0.0015,
				faces{side: sides[k], top: fronts[k]})
		}
	}
	s.flaps(at(vec{0, 0, 0}, 0.3), 0.56, 0.24, 0.40, board)
	for i, p := range [][3]float64{{-0.5, 0.22, 0.5}, {0.52, 0.0, -0.5}, {0.6, 0.2, -0.2}} {
		s.box(at(vec{p[0], 0, p[1]}, p[2]), 0.1, 0.15, 0.05, 0.0015, faces{side: sides[i%2], front: fronts[i%2]})
	}
	s.earbuds(at(vec{0.37, 0, 0.22}, -0.35))
	s.pos, s.target = vec{0.1, 0.72, 0.88}, vec{0.02, 0.1, 0.02}
	if view == 1 {
		s.pos, s.target, s.fov = vec{0.36, 0.27, 0.70}, vec{0.16, 0.07, 0.16}, 50
		s.look.focus, s.look.aperture = 0.46, 10
	}
	s.aoRadius = 0.1
	return s
}

// flaps folds the four lid parts of a carton outwards.
func (s *mesh) flaps(f frame, w, h, d float64, m *material) {
	for i, drop := range []float64{1.25, 0.9, 0.3, 0.7} {
		g := f.yaw(float64(i) * math.Pi / 2)
		side, reach := w, d/2
		if i%2 == 1 {
			side, reach = d, w/2
		}
		g = g.move(0, h, reach).pitch(drop)
		s.box(g.move(0, 0, 0.09), side-0.01, 0.004, 0.18, 0.001, faces{side: m})
	}
}

// earbuds is an open charging case with the two ear pieces before it.
func (s *mesh) earbuds(f frame) {
	white := &material{color: plain(0xf0f0ee), f0: 0.05, rough: 0.15}
	s.box(f, 0.06, 0.028, 0.026, 0.0115, faces{side: white})
	s.box(f.move(0, 0.028, -0.013).pitch(-1.1).move(0, 0, 0.012), 0.06, 0.018, 0.026, 0.0085, faces{side: white})
	for _, x := range []float64{-0.02, 0.025} {
		g := f.move(x, 0.006, 0.05).yaw(x * 20)
		s.lathe(g.pitch(1.35), [][2]float64{{0.0003, 0.018}, {0.003, 0.017}, {0.003, -0.012}, {0.0003, -0.014}}, 16, white)
		s.lathe(g.move(0, 0.002, -0.014), [][2]float64{{0.0003, 0.014}, {0.005, 0.0125}, {0.0078, 0.008}, {0.0078, 0.004}, {0.005, -0.001}, {0.0003, -0.003}}, 18, white)
		s.lathe(g.move(0.002, 0.013, -0.014), [][2]float64{{0.0003, 0.003}, {0.003, 0.002}, {0.0035, -0.001}}, 14, matt(0x3a3d42))
	}
}
