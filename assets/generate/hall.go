package main

// hall is a warehouse 26 metres wide, 7 high, from z = 8 back to z = -34, with
// daylight from the camera's side. The floor lies at y = 0.
func hall(target vec, gloss float64) *scene {
	s := &scene{
		target: target, fov: 66,
		toSun: vec{-0.35, 1, 0.55}.unit(), sun: vec{0.75, 0.76, 0.78}, soft: 0.22, reach: 9,
		sky:   hallSky(vec{0.30, 0.31, 0.33}, vec{1, 0.98, 0.92}),
		above: vec{0.34, 0.36, 0.39}, below: vec{0.15, 0.14, 0.13},
		fog: vec{0.38, 0.40, 0.42}, haze: 0.006, aoRadius: 0.7,
		look: finish{exposure: 0.80, white: vec{1.0, 1.0, 0.98}, vignette: 0.28, grain: 2.2},
	}
	floor := concrete(0x98958e, 6, gloss)
	s.quad(vec{-13, 0, -34}, vec{-13, 0, 12}, vec{13, 0, 12}, vec{13, 0, -34}, floor)
	wall := ribbed(0xb9c2c8, 70)
	end := ribbed(0xb4bdc4, 40)
	wall.open, end.open = true, true
	s.quad(vec{-13, 7, 12}, vec{-13, 0, 12}, vec{-13, 0, -34}, vec{-13, 7, -34}, wall)
	s.quad(vec{13, 7, -34}, vec{13, 0, -34}, vec{13, 0, 12}, vec{13, 7, 12}, wall)
	s.quad(vec{-13, 7, -34}, vec{-13, 0, -34}, vec{13, 0, -34}, vec{13, 7, -34}, end)
	s.roof()
	glass := lightbox(0xdfeaf2, 1.5)
	for i := range 7 {
		z := 6 - float64(i)*6
		s.quad(vec{-12.97, 6.2, z}, vec{-12.97, 4.8, z}, vec{-12.97, 4.8, z - 4}, vec{-12.97, 6.2, z - 4}, glass)
		s.quad(vec{12.97, 6.2, z - 4}, vec{12.97, 4.8, z - 4}, vec{12.97, 4.8, z}, vec{12.97, 6.2, z}, glass)
	}
	door := lightbox(0xe8f1f5, 1.9)
	s.quad(vec{3, 4.2, -33.9}, vec{3, 0, -33.9}, vec{7.5, 0, -33.9}, vec{7.5, 4.2, -33.9}, door)
	for _, z := range []float64{-4, -14, -24} {
		s.lamps = append(s.lamps, lamp{vec{0, 6, z}, vec{0.2, 0.195, 0.18}, 6})
	}
	s.lamps = append(s.lamps, lamp{vec{5, 2, -31}, vec{0.7, 0.75, 0.8}, 4})
	return s
}

// roof is sheet on steel trusses with rows of lamps. It casts no shadow: the
// light in the hall comes through it.
func (s *scene) roof() {
	sheetMetal := lightbox(0x59616a, 0.55)
	s.quad(vec{-13, 7.6, 12}, vec{-13, 7.6, -34}, vec{13, 7.6, -34}, vec{13, 7.6, 12}, sheetMetal)
	steel := lightbox(0x4a525a, 0.5)
	lampOn := lightbox(0xfff8e8, 3)
	for i := range 8 {
		z := 6 - float64(i)*5.5
		s.rod(vec{-13, 6.4, z}, vec{13, 6.4, z}, 0.07, 5, steel)
		for k := range 14 {
			x := -13 + float64(k)*1.857
			s.path(0.03, 4, steel, vec{x, 6.4, z}, vec{x + 0.93, 7.5, z}, vec{x + 1.857, 6.4, z})
		}
		for _, x := range []float64{-8, -2.7, 2.7, 8} {
			s.quad(vec{x - 0.12, 6.2, z - 2}, vec{x + 0.12, 6.2, z - 2}, vec{x + 0.12, 6.2, z - 0.6}, vec{x - 0.12, 6.2, z - 0.6}, lampOn)
		}
	}
	for i := range 7 {
		z := 4.5 - float64(i)*6.5
		post := paint(0x7d8790, 0.5)
		s.box(at(vec{-12.8, 0, z}, 0), 0.25, 7, 0.25, 0, faces{side: post})
		s.box(at(vec{12.8, 0, z}, 0), 0.25, 7, 0.25, 0, faces{side: post})
	}
}

// stack piles cartons nx by ny by nz about the frame's origin, each a little askew.
func (s *mesh) stack(f frame, nx, ny, nz int, w, h, d float64, front, side *material, seed uint64) {
	r := dice(seed)
	for y := range ny {
		for x := range nx {
			for z := range nz {
				if y == ny-1 && ny > 2 && r.next() < 0.18 {
					continue
				}
				px := (float64(x)-float64(nx-1)/2)*(w+0.012) + r.between(-0.012, 0.012)
				pz := (float64(z)-float64(nz-1)/2)*(d+0.012) + r.between(-0.02, 0.02)
				s.carton(f.move(px, float64(y)*(h+0.002), pz).yaw(r.between(-0.02, 0.02)), w, h, d, front, side)
			}
		}
	}
}

// background fills the far part of the hall with palletised goods.
func (s *scene) background(seed uint64) {
	r := dice(seed)
	prints := []*material{
		kraft(0xb98f60, cartonPrint(0x1d2d50, "配件", "AX-20", "汽车零部件", 5)),
		kraft(0xc49c6d, cartonPrint(0x5a1c14, "厨具", "K-118", "不锈钢厨具", 6)),
	}
	side := kraft(0xb98f60, nil)
	wrap := &material{color: plain(0xb9c4c9), f0: 0.06, rough: 0.25, bump: 0.5, grit: 0.12}
	for row := range 4 {
		for col := range 10 {
			f := at(vec{-10.5 + float64(col)*2.2, 0, -14 - float64(row)*4.2}, r.between(-0.04, 0.04))
			s.pallet(f)
			f = f.move(0, 0.14, 0)
			if r.next() < 0.35 {
				s.box(f, 1.15, r.between(0.9, 1.7), 0.95, 0.05, faces{side: wrap})
				continue
			}
			s.stack(f, 2, 2+r.pick(3), 2, 0.56, 0.5, 0.46, prints[r.pick(2)], side, uint64(row*10+col))
		}
	}
}
