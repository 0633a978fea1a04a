package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// outline is the edge of a rectangle, of which only what is seen is drawn: a stroke that begins far outside of what is seen
// costs Fyne as much memory as if it were, and its software painter shifts what is cut off at the top or left.
type outline struct{ edges [4]*canvas.Rectangle }

func newOutline() *outline {
	o := &outline{}
	for i := range o.edges {
		o.edges[i] = canvas.NewRectangle(color.Transparent)
		o.edges[i].Hide()
	}
	return o
}

func (o *outline) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.edges[0], o.edges[1], o.edges[2], o.edges[3]}
}

func (o *outline) hide() {
	for _, e := range o.edges {
		setShown(e, false)
	}
}

// place draws the outline of a rectangle inwards from its edge, cut at the edges of a room that begins at 0, 0.
func (o *outline) place(at fyne.Position, size fyne.Size, thick float32, c color.Color, room fyne.Size) {
	x1, y1, x2, y2 := at.X, at.Y, at.X+size.Width, at.Y+size.Height
	across, down := min(thick, size.Width/2), min(thick, size.Height/2)
	for i, edge := range [4][4]float32{
		{x1, y1, x2, y1 + down},
		{x1, y2 - down, x2, y2},
		{x1, y1 + down, x1 + across, y2 - down},
		{x2 - across, y1 + down, x2, y2 - down},
	} {
		from := fyne.NewPos(max(0, edge[0]), max(0, edge[1]))
		width, height := min(room.Width, edge[2])-from.X, min(room.Height, edge[3])-from.Y
		if !setShown(o.edges[i], width > 0 && height > 0) {
			continue
		}
		o.edges[i].Move(from)
		o.edges[i].Resize(fyne.NewSize(width, height))
		if o.edges[i].FillColor != c {
			o.edges[i].FillColor = c
			o.edges[i].Refresh()
		}
	}
}
