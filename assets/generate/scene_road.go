package main

import "math"

// country is flat verges about a road along z that rise away from it.
func country(x, z float64) float64 {
	d := math.Abs(x) - 5.2
	return smooth(0, 3, d)*(-0.35) + smooth(4, 60, d)*4*(0.4+fbm(vec{x * 0.03, 0, z * 0.03}, 3, 17)) - 0.03
}

// lane is a two-lane road along the z axis with its markings, at y = 0.
func (s *mesh) lane(z0, z1 float64) {
	road, white, yellow := asphalt(), matt(0xc9c7bd), matt(0xc99a2e)
	s.quad(vec{-4.6, 0, z1}, vec{-4.6, 0, z0}, vec{4.6, 0, z0}, vec{4.6, 0, z1}, road)
	strip := func(x, w, a, b float64, m *material) {
		s.quad(vec{x - w, 0.006, b}, vec{x - w, 0.006, a}, vec{x + w, 0.006, a}, vec{x + w, 0.006, b}, m)
	}
	strip(-3.9, 0.07, z0, z1, white)
	strip(3.9, 0.07, z0, z1, white)
	for z := z0; z > z1; z -= 10 {
		strip(0, 0.07, z, z-6, yellow)
	}
}

// rail is a crash barrier along z.
func (s *mesh) rail(x, z0, z1 float64) {
	m := metal(0xa9aeb2, 0.45)
	for z := z0; z > z1; z -= 4 {
		s.box(at(vec{x, -0.2, z}, 0), 0.1, 0.9, 0.1, 0, faces{side: m})
	}
	for _, y := range []float64{0.5, 0.62} {
		s.rod(vec{x, y, z0}, vec{x, y, z1}, 0.075, 6, m)
	}
}

// road is the country road from Hunchun to the crossing, with a box lorry on it.
func road(view int) *scene {
	cloud, sun := 0.45, vec{0.7, 0.9, 0.35}
	if view == 2 {
		cloud, sun = 0.8, vec{-0.5, 1, 0.3}
	}
	s := outdoors(sun, cloud, 0.0008, uint32(40+view))
	grass, wild := leaves(0x57683a, 0.8), leaves(0x35521f, 0.9)
	blade := leaves(0x6b7840, 6)
	r := dice(uint64(19 + view))
	s.terrain(-160, 160, -420, 14, 110, 110, country, grass)
	s.lane(14, -420)
	s.rail(5.0, 8, -160)
	s.hills(-330, 150, leaves(0x33502a, 0.045), uint32(60+view))
	for i := range 26 {
		z := -6 - float64(i)*9
		for _, x := range []float64{-1, 1} {
			px := x * r.between(8.5, 11)
			s.tree(vec{px, country(px, z), z + r.between(-3, 3)}, r.between(5, 9), wild, &r)
		}
	}
	s.bushes(-40, -7, -70, 4, 120, country, wild, &r)
	s.bushes(7, 40, -70, 4, 120, country, grass, &r)
	s.grass(-9, -4.7, -10, 6, 9000, country, blade, &r)
	s.grass(5.2, 9, -10, 6, 7000, country, blade, &r)
	s.poles(-6.8)
	white := ribbed(0xd5d9da, 44)
	switch view {
	case 1: // coming the other way, upright
		s.truck(at(vec{-1.9, 0, -10.5}, 0.03), 0x2f5f9e, white)
		s.truck(at(vec{-2, 0, -48}, 0), 0xb8bcc0, ribbed(0x8aa0b4, 44))
		s.pos, s.target, s.fov = vec{1.6, 1.55, 2.5}, vec{-0.4, 1.5, -12}, 62
	case 2: // an empty road
		s.saloon(at(vec{2.1, 0, -34}, math.Pi), 0xd8dadb)
		s.pos, s.target = vec{-1.2, 1.5, 5}, vec{-0.4, 2.4, -30}
	default:
		s.truck(at(vec{2.0, 0, -9.5}, math.Pi), 0xc9ccce, white)
		s.saloon(at(vec{-2.0, 0, -40}, 0), 0x8a1f22)
		s.pos, s.target, s.fov = vec{0.3, 1.75, 2.5}, vec{0.9, 1.75, -12}, 64
	}
	return s
}

// poles carries two wires along the road.
func (s *mesh) poles(x float64) {
	m := matt(0x8e8a82)
	for i := range 8 {
		z := 2 - float64(i)*26
		s.rod(vec{x, -0.4, z}, vec{x, 8.2, z}, 0.13, 8, m)
		s.box(at(vec{x, 7.6, z}, 0), 1.6, 0.1, 0.1, 0, faces{side: m})
		for _, dx := range []float64{-0.7, 0.7} {
			prev := vec{x + dx, 7.75, z}
			for k := 1; k <= 8; k++ {
				t := float64(k) / 8
				next := vec{x + dx, 7.75 - 2.2*t*(1-t), z - 26*t}
				s.rod(prev, next, 0.012, 4, matt(0x1c1c1e))
				prev = next
			}
		}
	}
}

// bridge is the road bridge over the river, hills behind.
func bridge(view int) *scene {
	cloud := []float64{0.42, 0.7, 0.55}[view]
	s := outdoors(vec{-0.6, 0.75, 0.5}, cloud, 0.0009, uint32(70+view))
	blade := leaves(0x6b7840, 6)
	r := dice(uint64(33 + view))
	s.quad(vec{-700, -6, -700}, vec{-700, -6, 60}, vec{700, -6, 60}, vec{700, -6, -700}, water(0x4a5a50))
	grass, wild := leaves(0x58653a, 0.9), leaves(0x33501f, 0.8)
	near := func(x, z float64) float64 { return lerp(-7, -1.2, smooth(-16, 2, z+3*fbm(vec{x * 0.1, 0, 0}, 3, 5))) }
	far := func(x, z float64) float64 {
		return lerp(-7, 3, smooth(-150, -190, z+18*fbm(vec{x * 0.02, 0, 0}, 3, 6))) + 1.5*fbm(vec{x * 0.05, 0, z * 0.05}, 3, 7)
	}
	s.terrain(-90, 90, -20, 14, 120, 40, near, grass)
	s.terrain(-700, 700, -420, -140, 160, 40, far, leaves(0x4d6a2c, 0.15))
	s.hills(-330, 190, leaves(0x36522c, 0.045), uint32(81))
	for range 60 {
		x, z := r.between(-160, 160), r.between(-215, -182)
		s.tree(vec{x, far(x, z), z}, r.between(6, 12), wild, &r)
	}
	s.bushes(-30, 30, -12, 2, 60, near, wild, &r)
	s.grass(-30, 10, -9, 5, 34000, near, blade, &r)
	s.span(view)
	switch view {
	case 1: // upright, from beside the abutment
		s.pos, s.target, s.fov = vec{4.6, 1.9, 3}, vec{13, -0.6, -34}, 60
	case 2:
		s.pos, s.target, s.fov = vec{-26, 2.6, 5}, vec{10, -1.5, -60}, 46
	default:
		s.pos, s.target, s.fov = vec{-16, 1.4, 6}, vec{6, -0.8, -46}, 66
	}
	s.reach, s.aoRadius = 90, 1.5
	return s
}

// span is deck, piers, railing, lamps and traffic of the bridge along z at x = 14.
func (s *mesh) span(view int) {
	stone := &material{color: dirty(0xa9a498, 0.3, 0.7), f0: 0.03, rough: 0.85}
	deck := matt(0x9b978d)
	f := at(vec{14, 0, 0}, 0)
	s.box(f.move(0, -0.9, -90), 9.4, 0.9, 220, 0.05, faces{side: deck, top: asphalt()})
	for _, x := range []float64{-3, 0, 3} {
		s.box(f.move(x, -2.1, -90), 0.9, 1.3, 220, 0.05, faces{side: stone})
	}
	for i := range 8 {
		z := -14 - float64(i)*22
		s.box(f.move(0, -2.9, z), 8.6, 0.9, 1.6, 0.1, faces{side: stone})
		for _, x := range []float64{-2.8, 2.8} {
			s.lathe(f.move(x, -9, z), [][2]float64{{0.75, 6.2}, {0.75, 0}}, 18, stone)
		}
	}
	steel := paint(0xd9dcdd, 0.4)
	for _, x := range []float64{-4.6, 4.6} {
		for _, y := range []float64{0.55, 1.05} {
			s.rod(f.point(vec{x, y, 20}), f.point(vec{x, y, -200}), 0.05, 5, steel)
		}
		for z := 20.0; z > -200; z -= 2 {
			s.rod(f.point(vec{x, 0, z}), f.point(vec{x, 1.1, z}), 0.045, 5, steel)
		}
		for z := 8.0; z > -200; z -= 22 {
			s.path(0.07, 5, steel, f.point(vec{x, 0, z}), f.point(vec{x, 6.5, z}), f.point(vec{x * 0.7, 7, z}))
		}
	}
	for i, z := range []float64{-26, -44, -78} {
		s.truck(f.move(-2, 0, z-float64(view)*7).yaw(math.Pi), []uint32{0x2f5f9e, 0xb03028, 0xc8ccce}[i], ribbed([]uint32{0xd5d9da, 0x90a4b4, 0xd8d2c0}[i], 44))
	}
}
