package main

import "math"

// hash mixes three lattice coordinates and a seed into 32 well-spread bits.
func hash(x, y, z int32, seed uint32) uint32 {
	h := uint32(x)*0x8da6b343 ^ uint32(y)*0xd8163841 ^ uint32(z)*0xcb1ab31f ^ seed*0x9e3779b9
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}

// unitHash is hash as a number in [0, 1).
func unitHash(x, y, z int, seed uint32) float64 {
	return float64(hash(int32(x), int32(y), int32(z), seed)) / (1 << 32)
}

// noise is smooth value noise in 0–1 with a lattice of one unit.
func noise(p vec, seed uint32) float64 {
	fx, fy, fz := math.Floor(p.x), math.Floor(p.y), math.Floor(p.z)
	tx, ty, tz := p.x-fx, p.y-fy, p.z-fz
	tx, ty, tz = tx*tx*(3-2*tx), ty*ty*(3-2*ty), tz*tz*(3-2*tz)
	x, y, z := int(fx), int(fy), int(fz)
	row := func(y, z int) float64 {
		return lerp(unitHash(x, y, z, seed), unitHash(x+1, y, z, seed), tx)
	}
	return lerp(lerp(row(y, z), row(y+1, z), ty), lerp(row(y, z+1), row(y+1, z+1), ty), tz)
}

// fbm sums octaves of noise, each twice as fine and half as strong; 0–1.
func fbm(p vec, octaves int, seed uint32) float64 {
	sum, amp, total := 0.0, 0.5, 0.0
	for i := range octaves {
		sum += amp * noise(p, seed+uint32(i))
		total += amp
		amp /= 2
		p = p.mul(2.03)
	}
	return sum / total
}

// dice is a small repeatable random sequence (splitmix64).
type dice uint64

func (d *dice) next() float64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11) / (1 << 53)
}

// between is a number in [lo, hi).
func (d *dice) between(lo, hi float64) float64 { return lerp(lo, hi, d.next()) }
func (d *dice) pick(n int) int                 { return int(d.next() * float64(n)) }
