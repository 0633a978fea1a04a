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
	g.scroll(-float64(e.Scrolled.DY) * wheelScale(runtime.GOOS))
}

// MouseDown selects, as desktop.Mouseable: on the press, so that nothing waits for a possible second click.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	g.requestFocus()
	index := g.geo.at(e.Position)
	switch e.Button {
	case desktop.MouseButtonPrimary:
		g.presses = [2]int{g.presses[1], index}
		g.click(index, e.Modifier)
	case desktop.MouseButtonSecondary:
		if index >= 0 && !g.sel.chosen.Contains(index) {
			g.click(index, 0)
		}
	}
}

// MouseUp implements desktop.Mouseable; nothing is left to do.
func (g *Grid) MouseUp(*desktop.MouseEvent) {}

func (g *Grid) click(index int, mod fyne.KeyModifier) {
	r := reach{extend: mod&fyne.KeyModifierShift != 0, keep: mod&fyne.KeyModifierShortcutDefault != 0}
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
