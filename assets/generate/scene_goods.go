package main

// fridges is rows of unpacked household refrigerators in a hall.
func fridges(view int) *scene {
	s := hall(vec{0.4, 0.95, -4}, 0.22)
	s.background(3)
	bodies := []*material{
		{color: plain(0xe9ebec), f0: 0.05, rough: 0.18},
		{color: plain(0xa9b0b6), f0: 0.3, rough: 0.22, metal: 0.3},
		{color: plain(0xd8c9a8), f0: 0.06, rough: 0.2},
		{color: plain(0x6d7680), f0: 0.2, rough: 0.2, metal: 0.2},
	}
	r := dice(7)
	for row := range 4 {
		for col := range 9 {
			f := at(vec{-4.4 + float64(col)*0.72, 0, -2.6 - float64(row)*1.5 - float64(col)*0.06}, r.between(-0.05, 0.05)+0.05)
			s.refrigerator(f, bodies[(col/3+row)%4], row == 0 || r.next() < 0.4)
		}
	}
	box := kraft(0xc29a68, cartonPrint(0x16324f, "冰箱", "BCD-216", "家用电冰箱", 8))
	s.stack(at(vec{3.6, 0, -4.4}, -0.3), 2, 1, 2, 0.7, 1.82, 0.74, box, kraft(0xbf9664, nil), 4)
	s.stack(at(vec{5.9, 0, -7}, -0.1), 2, 2, 2, 0.7, 1.82, 0.74, box, kraft(0xbf9664, nil), 5)
	s.pos, s.target = vec{2.3, 1.68, 0.9}, vec{-0.3, 0.92, -3.6}
	if view == 1 { // upright picture, along the row
		s.pos, s.target, s.fov = vec{-4.1, 1.55, -0.6}, vec{-1.4, 0.92, -3.2}, 68
	}
	if view == 2 {
		s.pos, s.target, s.fov = vec{2.0, 1.5, -1.1}, vec{4.6, 1.15, -6}, 64
		s.look.white = vec{1.05, 1, 0.9}
	}
	return s
}

// carts is a customs warehouse with rows of nested supermarket carts.
func carts(view int) *scene {
	s := hall(vec{-0.3, 0.7, -4.5}, 0.3)
	s.background(9)
	wire := metal(0xc9cdd1, 0.25)
	colours := []*material{paint(0xb3202a, 0.35), paint(0x1d5fae, 0.35), paint(0xb3202a, 0.35), paint(0x2c8a4b, 0.35)}
	for row := range 6 {
		n := 15 - row%2*3
		for i := range n {
			f := at(vec{-3.6 + float64(row)*0.84 + float64(i)*0.01, 0, -1.6 - float64(i)*0.29}, 0.02*float64(row%3-1))
			s.cart(f, wire, colours[row%4])
		}
	}
	s.cart(at(vec{1.75, 0, -0.9}, 0.7), wire, colours[1])
	side := kraft(0xb98f60, nil)
	print := kraft(0xbd9463, cartonPrint(0x7a1f1a, "购物车", "60L-A", "超市手推车", 3))
	s.pallet(at(vec{3.6, 0, -4.2}, 0.1))
	s.stack(at(vec{3.6, 0.14, -4.2}, 0.1), 2, 3, 2, 0.56, 0.42, 0.46, print, side, 11)
	s.pos = vec{0.9, 1.75, 1.7}
	s.reach = 8
	switch view {
	case 1:
		s.pos, s.target, s.fov = vec{-3.9, 1.35, 0.4}, vec{-1.9, 0.65, -2.8}, 62
	case 2:
		s.pos, s.target, s.fov = vec{2.7, 2.2, 0.2}, vec{-0.8, 0.5, -3.8}, 68
		s.look.white = vec{1.06, 1, 0.88}
	}
	return s
}

// cartonsStack is mixed household appliances in their cartons.
func cartonsStack(view int) *scene {
	s := hall(vec{-0.2, 1.2, -4}, 0.35)
	s.background(5)
	kinds := []struct {
		name, model, detail string
		ink, board          uint32
		w, h, d             float64
	}{
		{"冰箱", "BCD-216", "家用电冰箱", 0x16324f, 0xc29a68, 0.62, 0.86, 0.6},
		{"电视机", "43 UHD", "液晶电视机", 0x1a1a1a, 0xd2c3a6, 1.0, 0.66, 0.16},
		{"电饭锅", "YD-50", "电饭煲 5L", 0x8a1a1a, 0xc8a06c, 0.36, 0.36, 0.36},
		{"电风扇", "FS-40", "落地扇", 0x0f4d3a, 0xbd9260, 0.5, 0.44, 0.3},
	}
	spots := []struct {
		kind, nx, ny, nz int
		x, z, yaw        float64
	}{{0, 2, 3, 2, -2.1, -4.2, 0.12}, {2, 3, 4, 2, -0.25, -3.5, -0.05}, {3, 3, 4, 2, 1.4, -4.4, -0.1}, {1, 1, 3, 4, 3.2, -4.6, -0.2}, {0, 3, 2, 2, -5, -6, 0.1}, {2, 4, 6, 2, 5.4, -7, 0}, {3, 4, 5, 2, 0.2, -7.5, 0}}
	for i, p := range spots {
		k := kinds[p.kind]
		print := kraft(k.board, cartonPrint(k.ink, k.name, k.model, k.detail, uint64(i+20)))
		f := at(vec{p.x, 0, p.z}, p.yaw)
		s.pallet(f)
		s.stack(f.move(0, 0.14, 0), p.nx, p.ny, p.nz, k.w, k.h, k.d, print, kraft(k.board, nil), uint64(i+3))
	}
	s.pos = vec{0.5, 1.6, 1.0}
	if view == 1 {
		s.pos, s.target, s.fov = vec{-1.2, 1.5, -1.2}, vec{-1.25, 1.15, -4.2}, 66
	}
	return s
}
