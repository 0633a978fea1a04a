package main

import "math"

// material says how a surface looks.
type material struct {
	color func(h *hit) vec // linear albedo
	f0    float64          // reflectance at normal incidence; 0.04 is plastic or paint
	rough float64          // 0 mirror … 1 matt
	metal float64          // 1: reflections take the surface's colour and nothing is diffuse
	bump  float64          // strength of the normal's disturbance
	grit  float64          // size of one bump in metres
	glow  float64          // light given off, as a multiple of color
	clear float64          // light that comes through from behind (leaves, lamp covers)
	sees  bool             // reflects the scene itself, not only the sky
	open  bool             // lets the sun through: a hall's walls and roof
	fine  bool             // has print or joints finer than a pixel: shade every sub-sample
}

// hit is the point being shaded.
type hit struct {
	p, n, view vec // place, unit normal, unit direction from the camera
	u, v       float64
	dist       float64
}

type tri struct {
	p, n [3]vec
	uv   [3][2]float64
	m    *material
}

// mesh collects triangles.
type mesh struct{ tris []tri }

func (s *mesh) tri(p, n [3]vec, uv [3][2]float64, m *material) {
	s.tris = append(s.tris, tri{p, n, uv, m})
}

// quad adds a flat face a b c d, counter-clockwise from outside; a is the upper
// left of the texture, b the lower left.
func (s *mesh) quad(a, b, c, d vec, m *material) {
	n := b.sub(a).cross(d.sub(a)).unit()
	s.smoothQuad([4]vec{a, b, c, d}, [4]vec{n, n, n, n}, m)
}

func (s *mesh) smoothQuad(p, n [4]vec, m *material) {
	s.patch(p, n, [4][2]float64{{0, 0}, {0, 1}, {1, 1}, {1, 0}}, m)
}

func (s *mesh) patch(p, n [4]vec, uv [4][2]float64, m *material) {
	s.tri([3]vec{p[0], p[1], p[2]}, [3]vec{n[0], n[1], n[2]}, [3][2]float64{uv[0], uv[1], uv[2]}, m)
	s.tri([3]vec{p[0], p[2], p[3]}, [3]vec{n[0], n[2], n[3]}, [3][2]float64{uv[0], uv[2], uv[3]}, m)
}

// faces names a box's materials; nil falls back to side.
type faces struct{ side, front, back, left, right, top *material }

func (f faces) of(m *material) *material {
	if m == nil {
		return f.side
	}
	return m
}

// box adds a box that stands on the frame's origin: w wide (x), h high, d deep,
// front towards +z, its edges rounded off by r.
func (s *mesh) box(f frame, w, h, d, r float64, m faces) {
	x, z := w/2, d/2
	side := func(n, u, v vec, half vec, m *material) { // u to the right, v up, seen from outside
		c := vec{0, h / 2, 0}.add(n.mul(half.z))
		hu, hv := u.mul(half.x-r), v.mul(half.y-r)
		pt := func(a, b float64) vec { return f.point(c.add(hu.mul(a)).add(hv.mul(b))) }
		nn := f.dir(n)
		s.smoothQuad([4]vec{pt(-1, 1), pt(-1, -1), pt(1, -1), pt(1, 1)}, [4]vec{nn, nn, nn, nn}, m)
		if r == 0 {
			return
		}
		for _, e := range [4][2]vec{{u, v}, {v, u.mul(-1)}, {u.mul(-1), v.mul(-1)}, {v.mul(-1), u}} {
			along := math.Abs(e[1].dot(vec{x, h / 2, z})) - r
			reach := math.Abs(e[0].dot(vec{x, h / 2, z})) - r
			in := c.add(e[0].mul(reach))
			mid := in.add(e[0].mul(0.7071 * r)).sub(n.mul(0.2929 * r))
			t := e[1].mul(along)
			n2 := f.dir(n.add(e[0]).unit())
			s.smoothQuad([4]vec{f.point(in.add(t)), f.point(in.sub(t)), f.point(mid.sub(t)), f.point(mid.add(t))},
				[4]vec{nn, nn, n2, n2}, m)
		}
	}
	X, Y, Z := vec{1, 0, 0}, vec{0, 1, 0}, vec{0, 0, 1}
	side(Z, X, Y, vec{x, h / 2, z}, m.of(m.front))
	side(Z.mul(-1), X.mul(-1), Y, vec{x, h / 2, z}, m.of(m.back))
	side(X, Z.mul(-1), Y, vec{z, h / 2, x}, m.of(m.right))
	side(X.mul(-1), Z, Y, vec{z, h / 2, x}, m.of(m.left))
	side(Y, X, Z.mul(-1), vec{x, z, h / 2}, m.of(m.top))
	side(Y.mul(-1), X, Z, vec{x, z, h / 2}, m.side)
}

// rod adds a round bar from a to b.
func (s *mesh) rod(a, b vec, r float64, sides int, m *material) {
	dir := b.sub(a).unit()
	ref := vec{0, 1, 0}
	if math.Abs(dir.y) > 0.9 {
		ref = vec{1, 0, 0}
	}
	u := dir.cross(ref).unit()
	v := u.cross(dir)
	ring := func(i int) vec {
		t := 2 * math.Pi * float64(i) / float64(sides)
		return u.mul(math.Cos(t)).add(v.mul(math.Sin(t)))
	}
	for i := range sides {
		n0, n1 := ring(i), ring(i+1)
		s.smoothQuad([4]vec{a.add(n0.mul(r)), b.add(n0.mul(r)), b.add(n1.mul(r)), a.add(n1.mul(r))},
			[4]vec{n0, n0, n1, n1}, m)
	}
}

// path joins points by rods.
func (s *mesh) path(r float64, sides int, m *material, pts ...vec) {
	for i := 1; i < len(pts); i++ {
		s.rod(pts[i-1], pts[i], r, sides, m)
	}
}

// lathe turns a profile of (radius, height) pairs about the frame's y axis. The
// normals are flat along the profile and smooth around it.
func (s *mesh) lathe(f frame, profile [][2]float64, sides int, m *material) {
	for i := 1; i < len(profile); i++ {
		a, b := profile[i-1], profile[i]
		dr, dy := b[0]-a[0], b[1]-a[1]
		l := math.Hypot(dr, dy)
		if l == 0 {
			continue
		}
		for k := range sides {
			t0, t1 := 2*math.Pi*float64(k)/float64(sides), 2*math.Pi*float64(k+1)/float64(sides)
			pt := func(p [2]float64, t float64) vec {
				return f.point(vec{p[0] * math.Cos(t), p[1], p[0] * math.Sin(t)})
			}
			nm := func(t float64) vec {
				return f.dir(vec{dy / l * math.Cos(t), -dr / l, dy / l * math.Sin(t)})
			}
			u0, u1 := float64(k)/float64(sides), float64(k+1)/float64(sides)
			v0, v1 := float64(i-1)/float64(len(profile)-1), float64(i)/float64(len(profile)-1)
			s.patch([4]vec{pt(a, t0), pt(b, t0), pt(b, t1), pt(a, t1)}, [4]vec{nm(t0), nm(t0), nm(t1), nm(t1)},
				[4][2]float64{{u0, v0}, {u0, v1}, {u1, v1}, {u1, v0}}, m)
		}
	}
}

// extrude pushes a convex or star-shaped outline (x, y pairs, seen from +z,
// counter-clockwise) to both sides of the frame's z axis, depth in all.
func (s *mesh) extrude(f frame, outline [][2]float64, depth float64, side, face *material) {
	c := vec{}
	for _, p := range outline {
		c = c.add(vec{p[0], p[1], 0}.mul(1 / float64(len(outline))))
	}
	for i, p := range outline {
		q := outline[(i+1)%len(outline)]
		a, b := vec{p[0], p[1], depth / 2}, vec{q[0], q[1], depth / 2}
		back := vec{0, 0, -depth}
		s.quad(f.point(b.add(back)), f.point(a.add(back)), f.point(a), f.point(b), side)
		front, rear := f.z, f.z.mul(-1)
		cf := vec{c.x, c.y, depth / 2}
		s.tri([3]vec{f.point(cf), f.point(a), f.point(b)}, [3]vec{front, front, front}, [3][2]float64{}, face)
		s.tri([3]vec{f.point(cf.add(back)), f.point(b.add(back)), f.point(a.add(back))}, [3]vec{rear, rear, rear}, [3][2]float64{}, face)
	}
}

// terrain lays a height field over x0..x1, z0..z1 with nx by nz cells.
func (s *mesh) terrain(x0, x1, z0, z1 float64, nx, nz int, height func(x, z float64) float64, m *material) {
	pt := func(i, j int) vec {
		x, z := lerp(x0, x1, float64(i)/float64(nx)), lerp(z0, z1, float64(j)/float64(nz))
		return vec{x, height(x, z), z}
	}
	nm := func(i, j int) vec {
		return pt(i, j+1).sub(pt(i, j-1)).cross(pt(i+1, j).sub(pt(i-1, j))).unit()
	}
	for i := range nx {
		for j := range nz {
			s.smoothQuad([4]vec{pt(i, j), pt(i, j+1), pt(i+1, j+1), pt(i+1, j)},
				[4]vec{nm(i, j), nm(i, j+1), nm(i+1, j+1), nm(i+1, j)}, m)
		}
	}
}
