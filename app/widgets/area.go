package widgets

import "math"

// Area is a rectangle within an upright picture, relative to its width and height: X and Y from 0 to 1 are its top left
// corner, counted from the picture's, W and H its sides, as in an IPTC Image Region (IPTC Photo Metadata 2025.1, Region
// Boundary: rectangle, unit "relative"). The zero value is no area.
type Area struct{ X, Y, W, H float64 }

// Empty tells whether it encloses nothing. What is not a number encloses nothing either.
func (a Area) Empty() bool { return !(a.W > 0 && a.H > 0) }

// areaBetween is the area with two points as opposite corners.
func areaBetween(x1, y1, x2, y2 float64) Area {
	return Area{min(x1, x2), min(y1, y2), math.Abs(x2 - x1), math.Abs(y2 - y1)}.within()
}

// within is what of the area lies in the picture; none gives the zero value.
func (a Area) within() Area {
	x1, y1 := max(0, a.X), max(0, a.Y)
	w, h := min(1, a.X+a.W)-x1, min(1, a.Y+a.H)-y1
	if !(w > 0 && h > 0) {
		return Area{}
	}
	return Area{x1, y1, w, h}
}

func (a Area) contains(x, y float64) bool {
	return x >= a.X && x <= a.X+a.W && y >= a.Y && y <= a.Y+a.H
}

// moved is the area by some way elsewhere, as far as the picture goes.
func (a Area) moved(dx, dy float64) Area {
	a.X = min(max(0, a.X+dx), max(0, 1-a.W))
	a.Y = min(max(0, a.Y+dy), max(0, 1-a.H))
	return a
}

// resized moves the edges that a handle holds. They stay in the picture, and the sides no shorter than the least ones,
// unless they are already.
func (a Area) resized(h handle, dx, dy, leastW, leastH float64) Area {
	across, down := h.holds()
	a.X, a.W = resizeSide(a.X, a.W, dx, leastW, across)
	a.Y, a.H = resizeSide(a.Y, a.H, dy, leastH, down)
	return a
}

// resizeSide moves the beginning (hold -1) or the end (hold 1) of a stretch within 0 to 1.
func resizeSide(at, length, by, least float64, hold int) (newAt, newLength float64) {
	least = min(least, length)
	end := at + length
	switch hold {
	case -1:
		at = min(max(0, at+by), end-least)
	case 1:
		end = max(min(1, end+by), at+least)
	}
	return at, end - at
}

// handle is a place on the outline of an area by which it is resized: clockwise from the top left.
type handle int

// Handles; noHandle is none of them.
const (
	topLeft handle = iota
	top
	topRight
	right
	bottomRight
	bottom
	bottomLeft
	left
	handles
	noHandle handle = -1
)

// holds tells which edges a handle moves: -1 the left or upper one, 1 the right or lower one, 0 none in that direction.
func (h handle) holds() (across, down int) {
	switch h {
	case topLeft, left, bottomLeft:
		across = -1
	case topRight, right, bottomRight:
		across = 1
	}
	switch h {
	case topLeft, top, topRight:
		down = -1
	case bottomLeft, bottom, bottomRight:
		down = 1
	}
	return across, down
}

// corner tells whether it holds two edges.
func (h handle) corner() bool { return h >= 0 && h%2 == 0 }
