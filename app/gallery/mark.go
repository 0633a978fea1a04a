package gallery

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// mark is a small quiet sign in a cell, made of shapes in one colour.
type mark struct {
	shapes []fyne.CanvasObject
	place  func(at fyne.Position, side float32)
	wanted bool // it is to be seen where it has room
}

// newPin is the sign of a photo whose place is known: a pin in a map.
func newPin() *mark {
	head, point := canvas.NewCircle(color.Transparent), canvas.NewArbitraryPolygon(nil, nil)
	point.NormalizedPoints = true
	point.Points = []fyne.Position{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: .5, Y: 1}}
	return &mark{shapes: []fyne.CanvasObject{head, point}, place: func(at fyne.Position, side float32) {
		head.StrokeWidth = side * .16
		head.Move(at.AddXY(side*.22, side*.06))
		head.Resize(fyne.NewSquareSize(side * .56))
		point.Move(at.AddXY(side*.31, side*.58))
		point.Resize(fyne.NewSize(side*.38, side*.38))
	}}
}

// newTwins is the sign of a photo that others look like: two sheets.
func newTwins() *mark {
	back, front := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(nil)
	back.StrokeWidth = 1
	return &mark{shapes: []fyne.CanvasObject{back, front}, place: func(at fyne.Position, side float32) {
		back.StrokeWidth = max(1, side*.1)
		back.Move(at.AddXY(side*.36, side*.1))
		back.Resize(fyne.NewSquareSize(side * .52))
		front.Move(at.AddXY(side*.12, side*.36))
		front.Resize(fyne.NewSquareSize(side * .52))
	}}
}

// paint gives the sign its colour, and says whether it is to be seen.
func (m *mark) paint(c color.Color, wanted bool) {
	m.wanted = wanted
	for _, o := range m.shapes {
		switch s := o.(type) {
		case *canvas.Circle:
			s.StrokeColor = c
		case *canvas.ArbitraryPolygon:
			s.FillColor = c
		case *canvas.Rectangle:
			if s.StrokeWidth > 0 {
				s.StrokeColor = c
			} else {
				s.FillColor = c
			}
		}
	}
}

// put places the sign where it has room, and hides it where it has none.
func (m *mark) put(at fyne.Position, side float32, room bool) {
	for _, o := range m.shapes {
		if m.wanted && room {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if m.wanted && room {
		m.place(at, side)
	}
}

// shown tells whether the sign is seen.
func (m *mark) shown() bool { return m.shapes[0].Visible() }
