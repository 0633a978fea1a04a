package main

import "math"

// engines is petrol motorcycle engines on pallets.
func engines(view int) *scene {
	s := hall(vec{0, 0.35, -1.6}, 0.5)
	s.background(15)
	for p, o := range []vec{{-0.55, 0, -1.9}, {0.85, 0, -2.2}, {-2.1, 0, -2.6}, {2.3, 0, -3.4}, {-0.6, 0, -4.4}, {1.0, 0, -4.8}} {
		f := at(o, 0.12*float64(p%3-1))
		s.pallet(f)
		board := kraft(0xb08a5a, nil)
		s.box(f.move(0, 0.14, 0), 1.16, 0.006, 0.96, 0, faces{side: board})
		for i := range 2 {
			for k := range 3 {
				yaw := 0.08*float64((i+k+p)%3-1) + 0.15
				s.engine(f.move(-0.28+float64(i)*0.56, 0.15, -0.3+float64(k)*0.31).yaw(yaw))
			}
		}
	}
	print := kraft(0xbd9463, cartonPrint(0x222222, "发动机", "CG-125", "摩托车发动机", 31))
	s.stack(at(vec{3.4, 0, -1.9}, -0.3), 2, 3, 2, 0.6, 0.5, 0.5, print, kraft(0xbd9463, nil), 14)
	s.aoRadius, s.reach = 0.25, 5
	s.pos = vec{0.1, 1.35, 0.35}
	switch view {
	case 1:
		s.pos, s.target, s.fov = vec{-0.95, 0.95, -0.55}, vec{-0.5, 0.36, -1.85}, 58
		s.look.focus, s.look.aperture = 1.3, 5
	case 2:
		s.pos, s.target, s.fov = vec{1.7, 1.05, -0.5}, vec{0.55, 0.3, -2.4}, 62
		s.look.white = vec{1.06, 1, 0.88}
	}
	return s
}

// marble is a glazed tile's face with veins.
func marble(hex uint32, seed uint32) *material {
	c := rgb(hex)
	return &material{f0: 0.05, rough: 0.12, color: func(h *hit) vec {
		p := vec{h.u * 2.2, h.v * 2.2, float64(seed)}
		warp := vec{fbm(p.mul(1.4), 3, seed) * 1.8, fbm(p.mul(1.4), 3, seed+5) * 1.8, 0}
		vein := 1 - smooth(0, 0.05, math.Abs(fbm(p.add(warp), 4, seed+9)-0.5))
		return c.mul(0.9+0.14*fbm(p.mul(3), 3, seed+2)).mix(vec{0.33, 0.30, 0.27}, vein*0.55)
	}}
}

// tilePack is a strapped carton of tiles standing on edge: board below, tile edges above.
func (s *mesh) tilePack(f frame, print, side *material, r *dice) {
	edge := dirty(0xcfc6b8, 0.2, 20)
	tile := &material{color: func(h *hit) vec { return edge(h).mul(1 - 0.6*line(h.p.x*0.7+h.p.z*0.7, 0.011, 0.002)) }, f0: 0.03, rough: 0.6}
	s.box(f.move(0, 0.004, 0), 0.6, 0.59, 0.088, 0.002, faces{side: tile})
	s.box(f, 0.612, 0.40, 0.094, 0.003, faces{side: side, front: print, back: print})
	strap := paint(0x2d8a4e, 0.35)
	for _, x := range []float64{-0.18, 0.18} {
		s.box(f.move(x+r.between(-0.01, 0.01), -0.001, 0), 0.014, 0.598, 0.1, 0, faces{side: strap})
	}
}

// tiles is pallets of ceramic tiles in a customs warehouse.
func tiles(view int) *scene {
	s := hall(vec{0.1, 0.55, -3}, 0.4)
	s.background(25)
	board := kraft(0xc8ab7e, nil)
	face := newSheet(520, 340)
	face.text(0x8a1f1a, 120, 260, 150, "瓷砖")
	face.text(0x333333, 36, 260, 205, "600×600 mm  抛光砖")
	face.text(0x333333, 30, 150, 262, "4 片/箱")
	goblet(face, 0x333333, 300, 228)
	arrows(face, 0x333333, 400, 228)
	print := kraft(0xc8ab7e, face)
	r := dice(6)
	for p, o := range []vec{{-1.9, 0, -3.2}, {-0.35, 0, -3.5}, {1.3, 0, -3.2}, {2.9, 0, -3.6}, {-3.5, 0, -4.4}, {-2, 0, -5.4}, {-0.4, 0, -5.6}, {1.3, 0, -5.5}, {3, 0, -5.8}} {
		f := at(o, r.between(-0.06, 0.06))
		s.pallet(f)
		for layer := range 2 {
			for side := range 2 {
				for k := range 9 {
					if layer == 1 && p%3 == 1 && k > 5 {
						continue
					}
					s.tilePack(f.move(-0.305+float64(side)*0.61, 0.14+float64(layer)*0.6, 0.4-float64(k)*0.1), print, board, &r)
				}
			}
		}
	}
	for i := range 4 { // open tiles leaning against the first pallet
		lean := at(vec{0.42 + 0.02*float64(i), 0.003, -2.52 + 0.014*float64(i)}, 0.02*float64(i)).pitch(-0.2)
		s.box(lean, 0.6, 0.6, 0.0095, 0.001, faces{side: matt(0xd9cfc0), front: marble(0xdcd6cc, 77)})
	}
	beige := marble(0xc8b394, 55)
	s.box(at(vec{-0.95, 0.003, -2.55}, 0.08).pitch(-0.22), 0.6, 0.6, 0.0095, 0.001, faces{side: matt(0xd9cfc0), front: beige})
	s.box(at(vec{-0.25, 0, -1.9}, 0.5), 0.6, 0.0095, 0.6, 0.001, faces{side: matt(0xd9cfc0), top: beige})
	s.aoRadius, s.reach = 0.3, 7
	s.pos = vec{0.5, 1.5, 0.2}
	switch view {
	case 1:
		s.pos, s.target, s.fov = vec{0.85, 1.15, -0.9}, vec{0.1, 0.42, -2.9}, 56
	case 2:
		s.pos, s.target, s.fov = vec{-3.4, 1.7, -0.6}, vec{0.2, 0.6, -4}, 64
	}
	return s
}
