package widgets

import (
	"fmt"
	"image"
	"math"
	"testing"
)

var (
	lensViews = []image.Point{{800, 600}, {300, 900}, {1920, 1080}, {97, 97}}
	lensSizes = []image.Point{{4000, 3000}, {3000, 4000}, {12000, 800}, {64, 64}, {1, 1}, {11648, 8736}, {5, 9000}}
)

func lensOf(view, size image.Point, density float64) *lens {
	l := newLens()
	l.room(view, density)
	l.picture(size, false)
	return &l
}

// What is at a place of the screen is at that place again, at every zoom.
func TestScreenAndPictureAgree(t *testing.T) {
	for _, view := range lensViews {
		for _, size := range lensSizes {
			for _, density := range []float64{1, 1.25, 2} {
				l := lensOf(view, size, density)
				for _, scale := range []float64{0, .25, .5, 1, 1.7, 4} {
					if scale > 0 {
						l.zoom(scale, image.Pt(view.X/3, view.Y/2))
					}
					name := fmt.Sprintf("%v in %v at %g: scale %g", size, view, density, l.scale)
					for _, at := range [][2]float64{{0, 0}, {1, 1}, {.25, .75}, {.5, .001}} {
						x, y := l.screen(at[0], at[1])
						rx, ry := l.relative(x, y)
						if math.Abs(rx-at[0]) > 1e-9 || math.Abs(ry-at[1]) > 1e-9 {
							t.Errorf("%s: %v came back as %v, %v", name, at, rx, ry)
						}
					}
					checkLimits(t, name, l)
				}
			}
		}
	}
}

// checkLimits looks whether the picture is where it may be.
func checkLimits(t *testing.T, name string, l *lens) {
	t.Helper()
	if l.scale > maxZoom || l.scale < min(1, l.fitting()) {
		t.Errorf("%s is beyond the limits", name)
	}
	edge := int(l.margin())
	for i, side := range [][3]int{{l.x, l.drawn().X, l.view.X}, {l.y, l.drawn().Y, l.view.Y}} {
		at, drawn, view := side[0], side[1], side[2]
		if drawn+2*edge <= view {
			if at != (view-drawn)/2 {
				t.Errorf("%s: side %d is at %d, not in the middle", name, i, at)
			}
		} else if at > edge || at+drawn < view-edge {
			t.Errorf("%s: side %d from %d to %d leaves room of %d empty", name, i, at, at+drawn, view)
		}
	}
}

func TestWholePictureFits(t *testing.T) {
	for _, view := range lensViews {
		for _, size := range lensSizes {
			l := lensOf(view, size, 1)
			b := l.bounds()
			if !l.whole || !b.In(image.Rectangle{Max: view}) {
				t.Errorf("%v in %v is drawn at %v", size, view, b)
			}
			full := b.Dx()+2*margin+1 >= view.X || b.Dy()+2*margin+1 >= view.Y
			if !full && l.scale != maxZoom {
				t.Errorf("%v in %v fills %v only", size, view, b)
			}
		}
	}
}

func TestZoomHoldsWhatIsAtThePointer(t *testing.T) {
	l := lensOf(image.Pt(800, 600), image.Pt(4000, 3000), 1)
	l.zoom(1, image.Pt(400, 300))
	at := image.Pt(500, 200)
	x, y := l.relative(float64(at.X), float64(at.Y))
	for _, scale := range []float64{1.3, 2, 4, 3, 1.1} {
		l.zoom(scale, at)
		sx, sy := l.screen(x, y)
		if math.Abs(sx-float64(at.X)) > 3 || math.Abs(sy-float64(at.Y)) > 3 { // each step rounds by half a pixel, enlarged
			t.Errorf("at %g it went to %g, %g", scale, sx, sy)
		}
	}
	l.zoom(.0001, at)
	if !l.whole {
		t.Errorf("zoomed out it is at %g", l.scale)
	}
	l.zoom(100, at)
	if l.scale != maxZoom {
		t.Errorf("zoomed in it is at %g", l.scale)
	}
}

func TestZoomStepsReachTheEnds(t *testing.T) {
	for _, size := range lensSizes {
		l := lensOf(image.Pt(800, 600), size, 1)
		up := []float64{l.scale}
		for range 20 {
			before := l.scale
			l.zoom(l.step(1), l.middle())
			if l.scale != before {
				up = append(up, l.scale)
			}
		}
		if l.scale != maxZoom {
			t.Errorf("%v: up to %v", size, up)
		}
		for range 20 {
			l.zoom(l.step(-1), l.middle())
		}
		if want := min(1, l.fitting()); l.scale != want {
			t.Errorf("%v: down to %g, want %g", size, l.scale, want)
		}
	}
}

func TestLensFollowsItsRoomAndPicture(t *testing.T) {
	l := lensOf(image.Pt(800, 600), image.Pt(4000, 3000), 1)
	l.room(image.Pt(400, 300), 1)
	if !l.whole || l.bounds().Dx() > 400 {
		t.Errorf("in a smaller room it is at %v", l.bounds())
	}
	l.zoom(1, l.middle())
	x, y := l.relative(200, 150)
	l.room(image.Pt(1000, 800), 1)
	if nx, ny := l.relative(500, 400); math.Abs(nx-x) > .001 || math.Abs(ny-y) > .001 || l.scale != 1 {
		t.Errorf("the middle went from %g, %g to %g, %g at %g", x, y, nx, ny, l.scale)
	}
	before := l.bounds()
	l.picture(image.Pt(2000, 1500), true) // it turned out to have fewer pixels
	if after := l.bounds(); after != before || l.scale != 2 {
		t.Errorf("with other pixels it went from %v to %v at %g", before, after, l.scale)
	}
	l.picture(image.Pt(300, 4000), false)
	if !l.whole {
		t.Error("another picture is not shown whole")
	}
}
