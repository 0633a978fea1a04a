package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// statusColors are the colours of screens.md for light and dark.
var statusColors = []color.NRGBA{
	{0xB3, 0x26, 0x1E, 255},
	{0xB2, 0x6A, 0x00, 255},
	{0x6A, 0x3F, 0xA0, 255},
	{0x1F, 0x5F, 0xA8, 255},
	{0x1B, 0x7F, 0x6B, 255},
	{0xFF, 0x8A, 0x80, 255},
	{0xFF, 0xB7, 0x4D, 255},
	{0xC7, 0xA6, 0xFF, 255},
	{0x82, 0xB4, 0xFF, 255},
	{0x6F, 0xD6, 0xC0, 255},
}

func TestLettersStandOutOnEveryStatusColor(t *testing.T) {
	for _, c := range statusColors {
		if got := contrast(contrasting(c), c); got < 4.5 { // WCAG 2.1, 1.4.3
			t.Errorf("contrast on %v is %.1f, want 4.5", c, got)
		}
	}
	if got := contrast(color.White, color.Black); got < 20.99 || got > 21.01 {
		t.Errorf("contrast of black and white is %g", got)
	}
}

// badgePicture paints a badge alone, at scale 2.
func badgePicture(t *testing.T, b Badge) image.Image {
	t.Helper()
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(2)
	badge := NewStatusBadge(b)
	c.SetContent(badge)
	c.Resize(fyne.NewSquareSize(badgeSize))
	return c.Capture()
}

func TestBadgeShapesDiffer(t *testing.T) {
	test.NewTempApp(t)
	red := color.NRGBA{R: 255, A: 255}
	count := func(s Shape) (n int) {
		img := badgePicture(t, Badge{Shape: s, Color: red})
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if r, g, b, _ := img.At(x, y).RGBA(); r > 0xf000 && g < 0x1000 && b < 0x1000 {
					n++
				}
			}
		}
		return n
	}
	whole := float64(4 * badgeSize * badgeSize)
	for shape, want := range map[Shape][2]float64{ // least and greatest part of the square that is covered
		ShapeNone: {0, 0}, ShapeDiamond: {.4, .5}, ShapeTriangle: {.38, .5}, ShapeHexagon: {.58, .72},
		ShapeCircle: {.58, .68}, ShapeSquare: {.64, .74}, ShapeRing: {.15, .35}, ShapeCaution: {.1, .25},
	} {
		if got := float64(count(shape)) / whole; got < want[0] || got > want[1] {
			t.Errorf("shape %d covers %.2f, want %.2f…%.2f", shape, got, want[0], want[1])
		}
	}
}

func TestBadgeChanges(t *testing.T) {
	test.NewTempApp(t)
	s := NewStatusBadge(Badge{})
	s.Resize(fyne.NewSquareSize(badgeSize))
	visible := func(o fyne.CanvasObject) bool { return o.Visible() }
	if visible(s.corners) || visible(s.round) || visible(s.letter) {
		t.Error("an empty badge shows something")
	}
	s.SetBadge(Badge{Shape: ShapeHexagon, Letter: "≠", Color: statusColors[2]})
	if !visible(s.corners) || visible(s.round) || visible(s.letter) || !visible(s.unequal[0]) || s.unequal[0].StrokeColor != color.Color(color.White) {
		t.Errorf("corners %v, round %v, letter %v, sign %v", visible(s.corners), visible(s.round), visible(s.letter), visible(s.unequal[0]))
	}
	s.SetBadge(Badge{Shape: ShapeTriangle, Letter: "?", Color: statusColors[6]})
	if !visible(s.letter) || s.letter.Text != "?" || visible(s.unequal[2]) || s.letter.Color != color.Color(color.Black) {
		t.Errorf("letter %q in %v, sign %v", s.letter.Text, s.letter.Color, visible(s.unequal[2]))
	}
	s.SetBadge(Badge{Shape: ShapeRing})
	if visible(s.corners) || !visible(s.round) || visible(s.letter) || s.round.StrokeColor == nil {
		t.Error("a ring without colour and letter is wrong")
	}
	s.SetBadge(Caution())
	if !visible(s.corners) || visible(s.round) || s.letter.Color != Caution().Color || s.corners.FillColor != color.Color(color.Transparent) {
		t.Error("the sign of a warning is not hollow")
	}
	s.SetBadge(Badge{Shape: ShapeTriangle, Letter: "?", Color: statusColors[6]})
	if s.corners.StrokeWidth != 0 || s.corners.FillColor != color.Color(statusColors[6]) {
		t.Error("a triangle after it is hollow too")
	}
}
