package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// wheelScale is how many pixels a unit of fyne.ScrollEvent moves. Fyne sends 25 for a notch of a wheel, which is slow among
// many pictures: 60 pixels are usual. On a Mac its units are already the pixels that the system asks for.
func wheelScale(goos string) float64 {
	if goos == "darwin" {
		return 1
	}
	return 60.0 / 25.0
}

// Scrolled implements fyne.Scrollable. Being scrollable also makes Fyne clip the cells at the grid's edges.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	if g.zooming() {
		g.zoom(e.Position, e.Scrolled.DY)
		return
	}
	g.scroll(-float64(e.Scrolled.DY) * wheelScale(runtime.GOOS))
	if g.band.active {
		g.stretch()
	}
}

// MouseDown selects, as desktop.Mouseable: on the press, so that nothing waits for a possible second click. On a header it
// selects the items of the group.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	g.requestFocus()
	index, group := g.geo.at(e.Position), g.geo.headerAt(e.Position.Y)
	r := reach{extend: e.Modifier&fyne.KeyModifierShift != 0, keep: e.Modifier&fyne.KeyModifierShortcutDefault != 0}
	switch e.Button {
	case desktop.MouseButtonPrimary:
		g.presses = [2]int{g.presses[1], index}
		if group >= 0 {
			g.clickHeader(group, r)
			return
		}
		before := g.sel
		g.click(index, r)
		g.arm(e.Position, r != reach{}, before)
	case desktop.MouseButtonSecondary:
		switch {
		case group >= 0 && !g.sel.chosen.Covers(g.geo.span(group)):
			g.clickHeader(group, reach{})
		case index >= 0 && !g.sel.chosen.Contains(index):
			g.click(index, reach{})
		}
	}
}

// MouseUp implements desktop.Mouseable.
func (g *Grid) MouseUp(*desktop.MouseEvent) { g.letGo() }

func (g *Grid) click(index int, r reach) {
	switch {
	case index >= 0:
		g.sel.pick(index, r)
	case r == reach{}:
		g.sel.clear()
	default:
		return
	}
	g.changed()
}

// DoubleTapped activates the item if both clicks were on it.
func (g *Grid) DoubleTapped(*fyne.PointEvent) {
	if g.presses[0] == g.presses[1] {
		g.activate(g.presses[1])
	}
}

// TappedSecondary asks for a context menu.
func (g *Grid) TappedSecondary(e *fyne.PointEvent) {
	if g.opts.OnContext != nil {
		g.opts.OnContext(g.geo.at(e.Position), e.AbsolutePosition)
	}
}

func (g *Grid) activate(index int) {
	if index >= 0 && index < g.geo.count && g.opts.OnActivate != nil {
		g.opts.OnActivate(index)
	}
}

func (g *Grid) requestFocus() { TakeKeyboard(g) }
