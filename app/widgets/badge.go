package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Shape is the outline of a badge.
type Shape int

// The shapes of badges. ShapeNone shows nothing.
const (
	ShapeNone Shape = iota
	ShapeDiamond
	ShapeTriangle
	ShapeHexagon
	ShapeCircle
	ShapeSquare
	ShapeRing
	ShapeCaution // a hollow triangle, the sign of what a person should look at
)

// outline returns the corners of a shape in a square of side 1; none for the round ones.
func (s Shape) outline() []fyne.Position {
	switch s {
	case ShapeDiamond:
		return []fyne.Position{{X: .5}, {X: 1, Y: .5}, {X: .5, Y: 1}, {Y: .5}}
	case ShapeCaution:
		return []fyne.Position{{X: .5, Y: .08}, {X: .96, Y: .92}, {X: .04, Y: .92}}
	case ShapeTriangle:
		return []fyne.Position{{X: .5, Y: .02}, {X: 1, Y: .94}, {Y: .94}}
	case ShapeHexagon:
		return []fyne.Position{{X: .25, Y: .06}, {X: .75, Y: .06}, {X: 1, Y: .5}, {X: .75, Y: .94}, {X: .25, Y: .94}, {Y: .5}}
	case ShapeSquare:
		return []fyne.Position{{X: .08, Y: .08}, {X: .92, Y: .08}, {X: .92, Y: .92}, {X: .08, Y: .92}}
	}
	return nil
}

// Badge says by shape, letter and colour what something is, so that no reader depends on the colour.
type Badge struct {
	Shape  Shape
	Letter string      // one character, or nothing
	Color  color.Color // nil: the theme's foreground
}

// Caution is the badge of what a person should look at, in the theme's colour of warnings.
func Caution() Badge {
	return Badge{Shape: ShapeCaution, Letter: "!", Color: theme.Color(theme.ColorNameWarning)}
}

// badgeSize is the side of a badge, in pixels.
const badgeSize = 18

// StatusBadge draws a Badge. Its letter is black or white, whichever stands out more.
type StatusBadge struct {
	widget.BaseWidget
	badge   Badge
	corners *canvas.ArbitraryPolygon
	round   *canvas.Circle
	letter  *canvas.Text
	unequal [3]*canvas.Line

	measured [2]float32 // size and height of the letter's text, which takes long to measure
}

// unequalSign is drawn, not set: Fyne's bold font has no ≠ and puts its stroke beside the =.
const unequalSign = "≠"

// unequalStrokes are the ends of its three strokes in a square of side 1.
var unequalStrokes = [3][2]fyne.Position{
	{{X: .27, Y: .39}, {X: .73, Y: .39}}, {{X: .27, Y: .61}, {X: .73, Y: .61}}, {{X: .38, Y: .8}, {X: .62, Y: .2}},
}

// NewStatusBadge returns a badge of 18×18 pixels; it may be resized.
func NewStatusBadge(b Badge) *StatusBadge {
	s := &StatusBadge{
		badge:   b,
		corners: canvas.NewArbitraryPolygon(nil, nil),
		round:   canvas.NewCircle(nil),
		letter:  canvas.NewText("", nil),
	}
	for i := range s.unequal {
		s.unequal[i] = canvas.NewLine(nil)
	}
	s.corners.NormalizedPoints = true
	s.letter.TextStyle.Bold = true
	s.letter.Alignment = fyne.TextAlignCenter
	s.ExtendBaseWidget(s)
	return s
}

// SetBadge shows another badge.
func (s *StatusBadge) SetBadge(b Badge) {
	if b != s.badge {
		s.badge = b
		s.Refresh()
	}
}

// Badge returns what is shown.
func (s *StatusBadge) Badge() Badge { return s.badge }

// CreateRenderer implements fyne.Widget.
func (s *StatusBadge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{s, []fyne.CanvasObject{s.corners, s.round, s.letter, s.unequal[0], s.unequal[1], s.unequal[2]}}
	r.paint()
	return r
}

type badgeRenderer struct {
	badge   *StatusBadge
	objects []fyne.CanvasObject
}

func (r *badgeRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(badgeSize) }
func (r *badgeRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *badgeRenderer) Destroy()                     {}

func (r *badgeRenderer) Refresh() {
	r.paint()
	r.Layout(r.badge.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height)
	corner := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.badge.corners.Move(corner)
	r.badge.corners.Resize(fyne.NewSquareSize(side))
	inset := float32(.04)
	if r.badge.badge.Shape == ShapeRing {
		inset = .1
	}
	r.badge.round.Move(corner.AddXY(side*inset, side*inset))
	r.badge.round.Resize(fyne.NewSquareSize(side * (1 - 2*inset)))
	for i, line := range r.badge.unequal {
		line.StrokeWidth = max(1, side*.08)
		line.Position1 = corner.AddXY(side*unequalStrokes[i][0].X, side*unequalStrokes[i][0].Y)
		line.Position2 = corner.AddXY(side*unequalStrokes[i][1].X, side*unequalStrokes[i][1].Y)
	}
	r.layoutLetter(corner, side)
}

func (r *badgeRenderer) layoutLetter(corner fyne.Position, side float32) {
	r.badge.letter.TextSize = side * .62
	if r.badge.measured[0] != r.badge.letter.TextSize {
		r.badge.measured = [2]float32{r.badge.letter.TextSize, r.badge.letter.MinSize().Height}
	}
	height := r.badge.measured[1]
	down := float32(0)
	if s := r.badge.badge.Shape; s == ShapeTriangle || s == ShapeCaution {
		down = side * .12 // there is more room below
	}
	r.badge.letter.Move(corner.AddXY(0, (side-height)/2+down))
	r.badge.letter.Resize(fyne.NewSize(side, height))
}

// paint gives the parts the badge's look.
func (r *badgeRenderer) paint() {
	b := r.badge.badge
	if b.Color == nil {
		b.Color = theme.ColorForWidget(theme.ColorNameForeground, r.badge)
	}
	corners := b.Shape.outline()
	r.badge.corners.Points, r.badge.corners.FillColor, r.badge.corners.StrokeWidth = corners, b.Color, 0
	r.badge.corners.Hidden = corners == nil
	r.badge.round.Hidden = b.Shape != ShapeCircle && b.Shape != ShapeRing
	r.badge.round.FillColor, r.badge.round.StrokeColor, r.badge.round.StrokeWidth = b.Color, nil, 0
	r.badge.letter.Color = contrasting(b.Color)
	if b.Shape == ShapeRing {
		r.badge.round.FillColor, r.badge.round.StrokeColor, r.badge.round.StrokeWidth = color.Transparent, b.Color, 2
		r.badge.letter.Color = b.Color
	}
	if b.Shape == ShapeCaution {
		r.badge.corners.FillColor, r.badge.corners.StrokeColor, r.badge.corners.StrokeWidth = color.Transparent, b.Color, 1.5
		r.badge.letter.Color = b.Color
	}
	drawn := b.Letter == unequalSign
	for _, line := range r.badge.unequal {
		line.StrokeColor = r.badge.letter.Color
		line.Hidden = !drawn || b.Shape == ShapeNone
	}
	r.badge.letter.Text = b.Letter
	r.badge.letter.Hidden = b.Letter == "" || drawn || b.Shape == ShapeNone
}
