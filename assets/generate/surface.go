package main

import "math"

// plain is an even colour with a trace of unevenness.
func plain(hex uint32) func(*hit) vec {
	c := rgb(hex)
	return func(h *hit) vec { return c.mul(0.94 + 0.12*fbm(h.p.mul(3), 2, hex)) }
}

func paint(hex uint32, rough float64) *material {
	return &material{color: plain(hex), f0: 0.04, rough: rough}
}

func matt(hex uint32) *material { return &material{color: plain(hex), f0: 0.02, rough: 0.9} }

func lightbox(hex uint32, k float64) *material {
	c := rgb(hex)
	return &material{color: func(*hit) vec { return c }, glow: k}
}

func metal(hex uint32, rough float64) *material {
	return &material{color: plain(hex), metal: 1, rough: rough}
}

// cast is sand-cast aluminium or iron: grey, rough to the touch.
func cast(hex uint32, rough float64) *material {
	return &material{color: dirty(hex, 0.35, 14), metal: 0.75, rough: rough, bump: 0.5, grit: 0.004}
}

// dirty is a colour with stains; scale is their number per metre.
func dirty(hex uint32, amount, scale float64) func(*hit) vec {
	c := rgb(hex)
	return func(h *hit) vec {
		k := fbm(h.p.mul(scale), 4, hex+1)
		return c.mul(1 - amount + amount*1.6*k)
	}
}

// concrete is a poured floor with joints every slab metres and stains; gloss
// under 1 polishes it.
func concrete(hex uint32, slab, rough float64) *material {
	c := rgb(hex)
	return &material{f0: 0.04, rough: rough, sees: rough < 0.4, bump: 0.05, grit: 0.02, color: func(h *hit) vec {
		k := 0.72 + 0.4*fbm(h.p.mul(0.7), 4, 21) + 0.16*(fbm(h.p.mul(14), 3, 22)-0.5)
		stain := smooth(0.62, 0.8, fbm(h.p.mul(1.3), 4, 23))
		joint := math.Max(line(h.p.x, slab, 0.012+h.dist*0.0008), line(h.p.z, slab, 0.012+h.dist*0.0008))
		return c.mul(k * (1 - 0.35*stain) * (1 - 0.5*joint))
	}}
}

// line is 1 on lines every step units, width wide.
func line(x, step, width float64) float64 {
	if step == 0 {
		return 0
	}
	d := math.Abs(x/step-math.Round(x/step)) * step
	return 1 - smooth(width/2, width, d)
}

// asphalt is a worn road.
func asphalt() *material {
	return &material{f0: 0.03, rough: 0.85, bump: 0.35, grit: 0.02, color: func(h *hit) vec {
		fade := math.Exp(-h.dist * 0.12)
		k := 0.085 + 0.05*fbm(h.p.mul(0.5), 4, 31) + 0.06*fade*(noise(h.p.mul(70), 32)-0.5)
		crack := 1 - smooth(0, 0.012, math.Abs(fbm(h.p.mul(0.7), 4, 33)-0.5))
		return vec{1, 0.99, 0.96}.mul(k * (1 - 0.45*crack*math.Exp(-h.dist*0.05)))
	}}
}

// ribbed is profiled sheet metal: ribs every step metres along the texture's u, count of them.
func ribbed(hex uint32, count float64) *material {
	c := rgb(hex)
	return &material{f0: 0.04, rough: 0.5, fine: true, color: func(h *hit) vec {
		t := h.u * count
		t -= math.Floor(t)
		k := 0.82 + 0.22*smooth(0.1, 0.25, t)*(1-smooth(0.6, 0.75, t))
		run := smooth(0.55, 0.8, fbm(vec{h.p.x * 3, h.p.y * 0.4, h.p.z * 3}, 4, 41))
		return c.mul(k*(0.9+0.15*fbm(h.p.mul(0.8), 3, 42))).mix(vec{0.16, 0.1, 0.06}, run*0.25)
	}}
}

// leaves is foliage or grass: green that varies from place to place.
func leaves(hex uint32, scale float64) *material {
	c := rgb(hex)
	return &material{f0: 0.02, rough: 0.8, clear: 0.5, color: func(h *hit) vec {
		a, b := fbm(h.p.mul(scale), 4, 61), noise(h.p.mul(scale*0.23), 62)
		return c.mul(0.45+1.1*a).mix(vec{0.25, 0.24, 0.08}.mul(0.5+a), 0.4*b*b)
	}}
}

// wood is sawn timber.
func wood(hex uint32) *material {
	c := rgb(hex)
	return &material{f0: 0.03, rough: 0.8, color: func(h *hit) vec {
		g := fbm(vec{h.u * 3, h.v * 30, h.p.y * 2}, 3, 71)
		return c.mul((0.65 + 0.5*g) * (0.8 + 0.3*noise(h.p.mul(5), 72)))
	}}
}

// kraft is corrugated board; print lies on it as ink when not nil.
func kraft(hex uint32, print *sheet) *material {
	c := rgb(hex)
	return &material{f0: 0.02, rough: 0.85, bump: 0.06, grit: 0.01, fine: print != nil, color: func(h *hit) vec {
		k := 0.86 + 0.16*fbm(h.p.mul(6), 3, 81) + 0.08*(noise(vec{h.p.x * 30, h.p.y * 260, h.p.z * 30}, 82)-0.5)*math.Exp(-h.dist*0.6)
		edge := math.Min(math.Min(h.u, 1-h.u), math.Min(h.v, 1-h.v))
		k *= 1 - 0.18*(1-smooth(0, 0.03, edge))
		out := c.mul(k)
		if print != nil {
			ink, a := print.at(h.u, h.v)
			out = out.mix(ink.mul(k), a)
		}
		return out
	}}
}

// printed is smooth board or a screen that shows a sheet over a ground colour.
func printed(hex uint32, print *sheet, rough float64) *material {
	c := rgb(hex)
	return &material{f0: 0.04, rough: rough, fine: true, color: func(h *hit) vec {
		ink, a := print.at(h.u, h.v)
		return c.mul(0.95+0.1*fbm(h.p.mul(4), 2, 91)).mix(ink, a)
	}}
}

// water is a river with small waves.
func water(hex uint32) *material {
	c := rgb(hex)
	return &material{f0: 0.03, rough: 0.05, sees: true, bump: 0.10, grit: 0.5, color: func(h *hit) vec {
		return c.mul(0.8 + 0.4*fbm(vec{h.p.x * 0.02, 0, h.p.z * 0.1}, 3, 95))
	}}
}
