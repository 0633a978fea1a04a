package widgets

import (
	"math"
	"testing"
)

func near(a, b Area) bool {
	const hair = 1e-9
	return math.Abs(a.X-b.X) < hair && math.Abs(a.Y-b.Y) < hair && math.Abs(a.W-b.W) < hair && math.Abs(a.H-b.H) < hair
}

func TestAreaBetweenStaysInThePicture(t *testing.T) {
	for _, c := range []struct {
		x1, y1, x2, y2 float64
		want           Area
	}{
		{.2, .3, .6, .5, Area{.2, .3, .4, .2}},
		{.6, .5, .2, .3, Area{.2, .3, .4, .2}},
		{-.5, .25, .5, 2, Area{0, .25, .5, .75}},
		{-1, -1, -.5, -.5, Area{}},
		{.5, .5, .5, .9, Area{}},
		{math.NaN(), .5, .6, .9, Area{}},
	} {
		if got := areaBetween(c.x1, c.y1, c.x2, c.y2); !near(got, c.want) {
			t.Errorf("between %v,%v and %v,%v is %v, want %v", c.x1, c.y1, c.x2, c.y2, got, c.want)
		}
	}
}

func TestMovedAreaKeepsItsSize(t *testing.T) {
	a := Area{.2, .3, .4, .2}
	for _, c := range []struct{ dx, dy, x, y float64 }{
		{.1, -.1, .3, .2}, {-1, 0, 0, .3}, {1, 1, .6, .8},
	} {
		if got := a.moved(c.dx, c.dy); !near(got, Area{c.x, c.y, .4, .2}) {
			t.Errorf("moved by %v, %v it is %v", c.dx, c.dy, got)
		}
	}
	if got := (Area{0, 0, 1, 1}).moved(.5, .5); !near(got, Area{0, 0, 1, 1}) {
		t.Errorf("an area of the whole picture moved to %v", got)
	}
}

// Each handle is moved by a little, far outwards and far inwards.
func TestResizedAreaHasLimits(t *testing.T) {
	a := Area{.4, .4, .2, .2}
	const least = .05
	for h, want := range map[handle][3]Area{
		topLeft:     {{.42, .42, .18, .18}, {0, 0, .6, .6}, {.55, .55, .05, .05}},
		top:         {{.4, .42, .2, .18}, {.4, 0, .2, .6}, {.4, .55, .2, .05}},
		topRight:    {{.4, .42, .22, .18}, {.4, 0, .6, .6}, {.4, .55, .05, .05}},
		right:       {{.4, .4, .22, .2}, {.4, .4, .6, .2}, {.4, .4, .05, .2}},
		bottomRight: {{.4, .4, .22, .22}, {.4, .4, .6, .6}, {.4, .4, .05, .05}},
		bottom:      {{.4, .4, .2, .22}, {.4, .4, .2, .6}, {.4, .4, .2, .05}},
		bottomLeft:  {{.42, .4, .18, .22}, {0, .4, .6, .6}, {.55, .4, .05, .05}},
		left:        {{.42, .4, .18, .2}, {0, .4, .6, .2}, {.55, .4, .05, .2}},
	} {
		across, down := h.holds()
		out := func(hold int) float64 { return 2 * float64(hold) }
		for i, got := range []Area{
			a.resized(h, .02, .02, least, least),
			a.resized(h, out(across), out(down), least, least),
			a.resized(h, -out(across), -out(down), least, least),
		} {
			if !near(got, want[i]) {
				t.Errorf("handle %d, case %d: %v, want %v", h, i, got, want[i])
			}
		}
	}
	small := Area{.4, .4, .01, .01}
	if got := small.resized(right, -.5, 0, least, least); !near(got, small) {
		t.Errorf("an area that is small already became %v", got)
	}
}
