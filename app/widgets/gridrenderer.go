package widgets

import (
	"fyne.io/fyne/v2"
)

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.paintRing()
	return &gridRenderer{g}
}

type gridRenderer struct{ grid *Grid }

func (r *gridRenderer) MinSize() fyne.Size           { return fyne.NewSize(96, 96) }
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.grid.objects }
func (r *gridRenderer) Refresh()                     { r.grid.Refresh() }
func (r *gridRenderer) Destroy()                     {}

func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.grid
	g.bar.Move(fyne.NewPos(size.Width-scrollbarWidth, 0))
	g.bar.Resize(fyne.NewSize(scrollbarWidth, size.Height))
	if view := g.viewport(size); view != g.geo.view {
		g.reshape(view, g.geo.cell)
	}
}

// viewport is what a size leaves for the cells beside the scrollbar, and beside the ruler when there is something to scroll.
func (g *Grid) viewport(size fyne.Size) fyne.Size {
	view := size.SubtractWidthHeight(scrollbarWidth, 0)
	whole := g.geo
	whole.view = view
	g.ruler.needed = len(g.ruler.marks) > 1 && whole.end() > 0
	if g.ruler.needed {
		view.Width = max(0, view.Width-g.opts.Ruler.Width)
	}
	return view
}

func (g *Grid) placeRing(from, to int) {
	if !g.hasFocus || g.sel.focus < from || g.sel.focus >= to {
		g.ring.Hide()
		return
	}
	at, size := g.geo.position(g.sel.focus), g.geo.cellSize()
	out := min(3, g.geo.gap/2)
	g.ring.Move(at.SubtractXY(out, out))
	g.ring.Resize(size.AddWidthHeight(2*out, 2*out))
	g.ring.Show()
}

func (g *Grid) paintRing() {
	g.ring.StrokeColor, g.ring.StrokeWidth = Ring(g)
	g.ring.Refresh()
}
