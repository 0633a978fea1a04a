package main

import "math"

// lamp is a light without a shadow of its own; strength falls off from radius metres on.
type lamp struct {
	pos, color vec
	radius     float64
}

// shadowMap is the scene seen from the sun.
type shadowMap struct {
	cam   camera
	depth *buffer
	soft  float64 // tangent of the light's angular size
}

const shadowSide = 2048

// newShadowMap covers a ball of the given radius about centre.
func newShadowMap(tris []tri, toSun, centre vec, radius, soft float64) *shadowMap {
	c := look(centre.add(toSun.mul(radius*2)), centre, 60, 0, shadowSide, shadowSide)
	c.ortho, c.focal = true, shadowSide/(2*radius)
	var solid []tri
	for _, t := range tris {
		if t.m.glow == 0 && !t.m.open {
			solid = append(solid, t)
		}
	}
	return &shadowMap{c, rasterise(solid, &c), soft}
}

// lit is the part of the sun that reaches p, 0–1, softer the farther the occluder.
func (m *shadowMap) lit(p, n vec, seed float64) float64 {
	texel := 1 / m.cam.focal
	e := m.cam.eye(p.add(n.mul(2.5 * texel)))
	x, y, near := m.cam.screen(e)
	if x < 1 || y < 1 || x > shadowSide-2 || y > shadowSide-2 {
		return 1
	}
	bias := 2 * texel
	turn := seed * 2 * math.Pi
	gap, count := 0.0, 0.0
	search := math.Min(m.soft*3*m.cam.focal, 60)
	for i := range 8 {
		dx, dy := spiral(i, 8, turn)
		if d := m.at(x+dx*search, y+dy*search) - near; d > bias {
			gap, count = gap+d, count+1
		}
	}
	if count == 0 {
		return 1
	}
	r := clamp(gap/count*m.soft*m.cam.focal, 1, 60)
	free := 0.0
	const taps = 12
	for i := range taps {
		dx, dy := spiral(i, taps, turn)
		if m.at(x+dx*r, y+dy*r)-near <= bias+r*texel*0.6 {
			free++
		}
	}
	return free / taps
}

func (m *shadowMap) at(x, y float64) float64 {
	ix, iy := int(clamp(x, 0, shadowSide-1)), int(clamp(y, 0, shadowSide-1))
	return float64(m.depth.near[iy*shadowSide+ix])
}

// spiral spreads n points evenly over the unit disc, turned by an angle.
func spiral(i, n int, turn float64) (x, y float64) {
	r := math.Sqrt((float64(i) + 0.5) / float64(n))
	s, c := math.Sincos(float64(i)*2.39996 + turn)
	return r * c, r * s
}

// daySky is a summer sky: pale at the horizon, blue above, some cloud.
func daySky(cloud float64, toSun vec, seed uint32) func(vec) vec {
	zenith, horizon := vec{0.16, 0.32, 0.68}, vec{0.62, 0.74, 0.86}
	return func(d vec) vec {
		h := math.Max(d.y, 0)
		sky := horizon.mix(zenith, math.Pow(smooth(0, 0.9, h), 0.6))
		glow := math.Pow(math.Max(0, d.dot(toSun)), 24)
		sky = sky.add(vec{1, 0.9, 0.7}.mul(glow * 0.5))
		p := vec{d.x / (h + 0.12), 0, d.z / (h + 0.12)}
		c := smooth(1-cloud, 1-cloud+0.3, fbm(p.mul(0.9), 5, seed)+0.12)
		shade := 0.75 + 0.5*fbm(p.mul(1.7).add(vec{3, 0, 1}), 3, seed+9)
		return sky.mix(vec{0.92, 0.93, 0.95}.mul(shade), c*smooth(0, 0.12, h)*0.9)
	}
}

// hallSky is what a glossy thing sees in a hall: grey walls and rows of ceiling lights.
func hallSky(wall, light vec) func(vec) vec {
	return func(d vec) vec {
		c := wall.mul(0.35 + 0.45*smooth(-0.4, 0.6, d.y))
		if d.y > 0.15 {
			x, z := d.x/d.y*1.1, d.z/d.y*0.45
			strip := smooth(0.36, 0.44, math.Abs(x-math.Floor(x)-0.5)) * smooth(0.2, 0.32, 0.5-math.Abs(z-math.Floor(z)-0.5)+0.15)
			c = c.add(light.mul(strip * 1.6 * smooth(0.15, 0.35, d.y)))
		}
		return c
	}
}
