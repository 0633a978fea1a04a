package main

import "math"

// vec is a point, a direction or a linear RGB colour. Points are in metres,
// right-handed with y up.
type vec struct{ x, y, z float64 }

func (a vec) add(b vec) vec     { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) sub(b vec) vec     { return vec{a.x - b.x, a.y - b.y, a.z - b.z} }
func (a vec) mul(k float64) vec { return vec{a.x * k, a.y * k, a.z * k} }
func (a vec) tint(b vec) vec    { return vec{a.x * b.x, a.y * b.y, a.z * b.z} }
func (a vec) dot(b vec) float64 { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) len() float64      { return math.Sqrt(a.dot(a)) }
func (a vec) mix(b vec, t float64) vec {
	return vec{lerp(a.x, b.x, t), lerp(a.y, b.y, t), lerp(a.z, b.z, t)}
}

func (a vec) cross(b vec) vec {
	return vec{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x}
}

func (a vec) unit() vec {
	l := a.len()
	if l == 0 {
		return vec{0, 1, 0}
	}
	return a.mul(1 / l)
}

// reflect mirrors the direction d, which arrives at a surface with normal n.
func reflect(d, n vec) vec { return d.sub(n.mul(2 * d.dot(n))) }

func lerp(a, b, t float64) float64 { return a + (b-a)*t }
func clamp(x, lo, hi float64) float64 {
	return math.Max(lo, math.Min(hi, x))
}

// smooth rises from 0 at lo to 1 at hi without a corner.
func smooth(lo, hi, x float64) float64 {
	t := clamp((x-lo)/(hi-lo), 0, 1)
	return t * t * (3 - 2*t)
}

// rgb turns an sRGB colour 0xRRGGBB into linear light.
func rgb(hex uint32) vec {
	c := func(shift uint) float64 { return toLinear(float64(hex>>shift&255) / 255) }
	return vec{c(16), c(8), c(0)}
}

// toLinear and toSRGB are the transfer curves of IEC 61966-2-1 for values 0–1.
func toLinear(s float64) float64 {
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

func toSRGB(l float64) float64 {
	if l <= 0.0031308 {
		return math.Max(0, l) * 12.92
	}
	return 1.055*math.Pow(math.Min(l, 1), 1/2.4) - 0.055
}

// frame places a model: its axes and origin in the world.
type frame struct{ x, y, z, o vec }

// at is a frame at o turned by yaw radians about the vertical.
func at(o vec, yaw float64) frame {
	s, c := math.Sin(yaw), math.Cos(yaw)
	return frame{vec{c, 0, -s}, vec{0, 1, 0}, vec{s, 0, c}, o}
}

func (f frame) dir(v vec) vec   { return f.x.mul(v.x).add(f.y.mul(v.y)).add(f.z.mul(v.z)) }
func (f frame) point(v vec) vec { return f.o.add(f.dir(v)) }

// move is the frame displaced by v of its own axes.
func (f frame) move(x, y, z float64) frame {
	f.o = f.point(vec{x, y, z})
	return f
}

// yaw turns the frame about its own y axis, pitch about x, roll about z.
func (f frame) yaw(a float64) frame {
	s, c := math.Sin(a), math.Cos(a)
	return frame{f.x.mul(c).sub(f.z.mul(s)), f.y, f.x.mul(s).add(f.z.mul(c)), f.o}
}

func (f frame) pitch(a float64) frame {
	s, c := math.Sin(a), math.Cos(a)
	return frame{f.x, f.y.mul(c).add(f.z.mul(s)), f.z.mul(c).sub(f.y.mul(s)), f.o}
}

func (f frame) roll(a float64) frame {
	s, c := math.Sin(a), math.Cos(a)
	return frame{f.x.mul(c).add(f.y.mul(s)), f.y.mul(c).sub(f.x.mul(s)), f.z, f.o}
}
