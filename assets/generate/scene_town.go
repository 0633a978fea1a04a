package main

import "math"

// facade is a wall with rows of windows, cols by rows on the texture.
func facade(hex uint32, cols, rows float64) *material {
	c := rgb(hex)
	return &material{f0: 0.03, rough: 0.5, color: func(h *hit) vec {
		u, v := h.u*cols, h.v*rows
		fu, fv := u-math.Floor(u), v-math.Floor(v)
		in := smooth(0.2, 0.23, fu) * (1 - smooth(0.77, 0.8, fu)) * smooth(0.2, 0.23, fv) * (1 - smooth(0.74, 0.77, fv))
		mullion := math.Max(line(fu-0.5, 5, 0.035), line(fv-0.36, 5, 0.03))
		k := unitHash(int(u), int(v), 3, hex)
		pane := vec{0.10, 0.13, 0.16}.mul(0.5+k).mix(vec{0.4, 0.42, 0.4}, smooth(0.75, 0.8, k)*0.7)
		pane = pane.mix(vec{0.7, 0.7, 0.7}, mullion*0.8)
		wall := c.mul(0.85 + 0.22*fbm(h.p.mul(0.6), 4, 9)).mul(1 - 0.25*(1-smooth(0.0, 0.03, fv)))
		return wall.mix(pane, in)
	}}
}

// house is a block w by h by d with shops and signs on its front (+z).
func (s *mesh) house(f frame, w, h, d float64, wall uint32, signs ...*material) {
	front := facade(wall, math.Round(w/3.2), math.Round((h-3.6)/3))
	side := facade(wall, math.Round(d/4), math.Round((h-3.6)/3))
	s.box(f.move(0, 3.6, 0), w, h-3.6, d, 0, faces{side: side, front: front, top: matt(0x77736b)})
	s.box(f.move(0, h, 0), w+0.4, 0.35, d+0.4, 0, faces{side: matt(0x8d8880)})
	s.box(f.move(0, 0, -0.15), w, 3.6, d-0.3, 0, faces{side: matt(0x55514b)})
	glass := &material{color: plain(0x1a2226), f0: 0.08, rough: 0.08}
	bay := w / float64(len(signs))
	for i, sign := range signs {
		x := -w/2 + bay*(float64(i)+0.5)
		s.box(f.move(x, 0.3, d/2-0.1), bay-0.7, 2.2, 0.1, 0, faces{side: matt(0xb5b0a6), front: glass})
		s.box(f.move(x+bay*0.18, 0.05, d/2-0.02), 1.2, 2.4, 0.08, 0, faces{side: matt(0x9a948a), front: glass})
		s.box(f.move(x, 2.65, d/2+0.1), bay-0.25, 1.05, 0.25, 0.02, faces{side: matt(0x6b6b6b), front: sign})
	}
}

func signs() []*material {
	mk := func(ground, hex uint32, upper, lower string) *material {
		return printed(ground, signBoard(900, 180, ground, hex, upper, lower), 0.3)
	}
	return []*material{
		mk(0xa81e22, 0xffe9a8, "电器商店", "전자제품상점"), mk(0x1b4f8f, 0xffffff, "通讯器材", "통신기재"),
		mk(0x1f7a45, 0xffffff, "边境贸易", "변경무역"), mk(0xe8b62c, 0x7a1414, "冷面 烤肉", "랭면 불고기"),
		mk(0x6a1f6e, 0xffffff, "瓷砖 建材", "타일 건재"), mk(0xf0f0ec, 0x173a7a, "珲春旅社", "훈춘려관"),
	}
}

// street is a shopping street in Hunchun.
func street(view int) *scene {
	s := outdoors(vec{0.55, 1, 0.5}, 0.4+0.3*float64(view), 0.001, uint32(90+view))
	walk := &material{f0: 0.03, rough: 0.8, color: func(h *hit) vec {
		j := math.Max(line(h.p.x, 0.5, 0.012), line(h.p.z, 0.5, 0.012)) * math.Exp(-h.dist*0.05)
		return rgb(0x9c968c).mul((0.8 + 0.3*fbm(h.p.mul(0.9), 4, 3)) * (1 - 0.4*j))
	}}
	s.lane(20, -300)
	s.quad(vec{-300, -0.05, -400}, vec{-300, -0.05, 30}, vec{300, -0.05, 30}, vec{300, -0.05, -400}, matt(0x7c776e))
	for _, x := range []float64{-1, 1} {
		s.box(at(vec{x * 7.6, 0, -140}, 0), 6, 0.16, 320, 0.02, faces{side: matt(0xb0aca2), top: walk})
	}
	boards := signs()
	walls := []uint32{0xc9b79a, 0xb9a08a, 0xd6cbb8, 0xa7b0b2, 0xc4a58f, 0xd9d2c4}
	r := dice(uint64(44 + view))
	for i := range 7 {
		z := -4 - float64(i)*19
		k := i + view*2
		left := at(vec{-14.6, 0, z}, math.Pi/2)
		s.house(left, 17.5, 3.6+3*float64(3+r.pick(4)), 8, walls[k%6], boards[k%6], boards[(k+1)%6], boards[(k+3)%6])
		right := at(vec{14.6, 0, z - 6}, -math.Pi/2)
		s.house(right, 17.5, 3.6+3*float64(2+r.pick(4)), 8, walls[(k+3)%6], boards[(k+2)%6], boards[(k+5)%6])
	}
	leaf := leaves(0x3f6426, 1.2)
	for i := range 12 {
		s.tree(vec{-5.6, 0.16, -7 - float64(i)*11}, r.between(4.5, 6), leaf, &r)
		s.tree(vec{5.6, 0.16, -10 - float64(i)*11}, r.between(4.5, 6), leaf, &r)
	}
	for i, hex := range []uint32{0xe4e6e7, 0x23262b, 0x9c2a2a, 0xbfc4c8, 0x2a4668, 0xd8d8d4} {
		s.saloon(at(vec{3.4, 0, -6 - float64(i)*7.5}, math.Pi), hex)
		s.saloon(at(vec{-3.3, 0, -9.5 - float64(i)*8.3}, 0), []uint32{0xbfc4c8, 0xe4e6e7, 0x2b2b2e, 0x6f1d1d, 0xdadada, 0x44505c}[i])
	}
	s.poles(5.2)
	s.hills(-520, 130, leaves(0x3d5a35, 0.045), 90)
	s.pos, s.target, s.fov = vec{-6.4, 1.7, 5.5}, vec{-1.2, 3.0, -14}, 66
	if view == 1 {
		s.pos, s.target, s.fov = vec{0.6, 1.65, 4}, vec{-3.4, 3.6, -14}, 62
		s.truck(at(vec{1.6, 0, -20}, math.Pi), 0x2f5f9e, ribbed(0xd5d9da, 44))
	}
	s.reach, s.aoRadius = 42, 0.9
	return s
}

// yard is the customs yard at the crossing: lorries in front of the port building.
func yard(view int) *scene {
	s := outdoors(vec{0.5, 0.9, 0.6}, []float64{0.35, 0.75, 0.5}[view], 0.0009, uint32(120+view))
	ground := concrete(0xa09b90, 5, 0.8)
	s.quad(vec{-150, 0, -160}, vec{-150, 0, 30}, vec{150, 0, 30}, vec{150, 0, -160}, ground)
	s.hills(-220, 170, leaves(0x3a5830, 0.045), 131)
	wall := facade(0xd4cab8, 14, 2)
	s.box(at(vec{-2, 0, -46}, 0), 60, 9, 14, 0, faces{side: facade(0xd4cab8, 4, 2), front: wall, top: matt(0x77736b)})
	s.box(at(vec{-2, 9, -46}, 0), 62, 0.6, 16, 0, faces{side: matt(0xb8b2a6)})
	board := printed(0xb02226, signBoard(1400, 300, 0xb02226, 0xffe9a8, "珲春圈河口岸", "QUANHE PORT  권하통상구"), 0.3)
	s.box(at(vec{-2, 9.6, -39.4}, 0), 22, 4.2, 0.4, 0, faces{side: matt(0x7a1a1c), front: board})
	roofing := paint(0x3f6ea5, 0.4)
	s.box(at(vec{-2, 6, -33}, 0), 34, 0.7, 11, 0.1, faces{side: roofing})
	for i := range 6 {
		s.box(at(vec{-17 + float64(i)*6, 0, -29}, 0), 0.6, 6, 0.6, 0.05, faces{side: paint(0xc9c9c4, 0.5)})
		s.box(at(vec{-14 + float64(i)*6, 0, -31}, 0), 1.5, 2.6, 3, 0.05, faces{side: facade(0xd9dbdc, 1, 1)})
	}
	cabs := []uint32{0x2f5f9e, 0xb03028, 0xc8ccce, 0x2f7a58, 0xc98f2a, 0x2f5f9e}
	bodies := []uint32{0xd5d9da, 0x8fa3b5, 0xd8d2c0, 0xcdd3d6, 0xa8b4a0, 0xd5d9da}
	r := dice(uint64(70 + view))
	for i := range 6 {
		s.truck(at(vec{-11.5 + float64(i)*3.9, 0, -13.5 - r.between(0, 1.5)}, r.between(-0.03, 0.03)+math.Pi*float64(view%2)), cabs[(i+view)%6], ribbed(bodies[(i+view*2)%6], 44))
	}
	s.truck(at(vec{15, 0, -24}, -1.2), cabs[1], ribbed(bodies[1], 44))
	leaf := leaves(0x3c6024, 1)
	for i := range 16 {
		s.tree(vec{-52 + float64(i)*7, 0, -62 - r.between(0, 8)}, r.between(6, 10), leaf, &r)
	}
	for i := range 5 {
		x := -8 + float64(i)*4
		s.lathe(at(vec{x, 0, -6.2}, 0), [][2]float64{{0.02, 0.7}, {0.05, 0.7}, {0.15, 0.04}, {0.22, 0.04}, {0.22, 0}}, 14, paint(0xd8481c, 0.5))
	}
	s.reach, s.aoRadius = 40, 1
	switch view {
	case 1:
		s.pos, s.target, s.fov = vec{-14, 1.7, 0.5}, vec{-6, 2.6, -16}, 62
	case 2: // upright: the gate
		s.pos, s.target, s.fov = vec{13, 1.7, -7}, vec{5, 4.6, -32}, 66
	default:
		s.pos, s.target, s.fov = vec{6, 2.0, 2.5}, vec{-1.5, 3.2, -16}, 68
	}
	return s
}

// jetty is steel coils on a quay, water and hills beyond.
func jetty(view int) *scene {
	s := outdoors(vec{-0.5, 0.8, 0.6}, 0.6, 0.0011, uint32(150+view))
	s.quad(vec{-900, -2.2, -900}, vec{-900, -2.2, 0}, vec{900, -2.2, 0}, vec{900, -2.2, -900}, water(0x3f5560))
	s.box(at(vec{0, -4, -3}, 0), 200, 4, 44, 0.05, faces{side: matt(0x77736a), top: concrete(0x9d988e, 6, 0.8)})
	s.hills(-420, 150, leaves(0x3d5836, 0.045), 161)
	coil := &material{metal: 1, rough: 0.3, color: func(h *hit) vec {
		ring := noise(vec{h.v * 240, h.u * 2, 0}, 5)
		rust := smooth(0.55, 0.85, fbm(h.p.mul(1.7), 4, 6))
		return rgb(0xa9b0b6).mul(0.75+0.35*ring).mix(vec{0.24, 0.13, 0.07}, rust*0.45)
	}}
	strap := metal(0x3f4650, 0.4)
	r := dice(uint64(17 + view))
	timber := wood(0x9a7a50)
	for row := range 3 {
		for i := range 6 {
			o := vec{-6.6 + float64(i)*2.15 + 0.3*float64(row%2), 0, -5.5 - float64(row)*3.4}
			rad := r.between(0.82, 0.95)
			f := at(o, r.between(-0.05, 0.05)).move(0, rad+0.1, 0)
			g := f.pitch(math.Pi / 2)
			s.lathe(g, [][2]float64{{0.32, -0.62}, {0.32, 0.62}, {0.34, 0.64}, {rad - 0.03, 0.64}, {rad, 0.62}, {rad, -0.62}, {rad - 0.03, -0.64}, {0.34, -0.64}, {0.32, -0.62}}, 48, coil)
			for _, z := range []float64{-0.35, 0.35} {
				s.lathe(g, [][2]float64{{rad + 0.006, z + 0.02}, {rad + 0.006, z - 0.02}}, 40, strap)
			}
			for _, x := range []float64{-0.45, 0.45} {
				s.box(at(o, 0).move(x, 0, 0), 0.14, 0.2, 1.5, 0.01, faces{side: timber})
			}
		}
	}
	s.crane(vec{8.5, 0, -21})
	for i := range 12 {
		s.lathe(at(vec{-40 + float64(i)*7.5, 0, -24}, 0), [][2]float64{{0.01, 0.55}, {0.28, 0.5}, {0.28, 0.38}, {0.18, 0.3}, {0.22, 0}}, 14, paint(0xc9a12a, 0.5))
	}
	s.pos, s.target, s.fov = vec{2.4, 1.9, 2.8}, vec{-0.8, 1.3, -8}, 66
	s.reach, s.aoRadius = 26, 0.9
	return s
}

// crane is a lattice portal crane.
func (s *mesh) crane(o vec) {
	m := paint(0xc7761f, 0.5)
	f := at(o, 0.4)
	for _, x := range []float64{-3, 3} {
		for _, z := range []float64{-3, 3} {
			s.path(0.25, 6, m, f.point(vec{x, 0, z}), f.point(vec{x * 0.5, 9, z * 0.5}))
		}
	}
	s.box(f.move(0, 9, 0), 4.4, 3.2, 4.4, 0.1, faces{side: m})
	a, b := f.point(vec{0, 11, 0}), f.point(vec{-12, 17, -4})
	up := vec{0, 1.1, 0}
	s.rod(a, b, 0.14, 5, m)
	s.rod(a.add(up), b, 0.14, 5, m)
	for i := range 12 {
		p, q := a.mix(b, float64(i)/12), a.add(up).mix(b, (float64(i)+0.5)/12)
		s.path(0.06, 4, m, p, q, a.mix(b, float64(i+1)/12))
	}
	hook := b.sub(vec{0, 11.5, 0})
	s.rod(b, hook, 0.03, 4, matt(0x222222))
	s.box(at(hook.sub(vec{0, 0.8, 0}), 0.3), 0.5, 0.8, 0.3, 0.05, faces{side: m})
}
