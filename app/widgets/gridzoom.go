package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pin is an item that stays where it is on the screen while the cells change their size.
type pin struct {
	index int     // -1: none
	y     float32 // in the viewport
	left  float32 // of the wheel's way, too little for a step so far
}

// zoom asks for larger or smaller cells, as the wheel was turned with Ctrl held, around the row under the pointer.
func (g *Grid) zoom(at fyne.Position, turned float32) {
	if g.pin.left*turned < 0 {
		g.pin.left = 0 // it turned around
	}
	g.pin.left += turned
	steps := int(g.pin.left / wheelNotch)
	if steps == 0 {
		return
	}
	g.pin.left -= float32(steps * wheelNotch)
	g.pin.index, g.pin.y = g.geo.nearest(at), at.Y
	g.opts.OnZoom(steps)
	g.pin.index = -1
}

// zooming reports whether the wheel is to change the size of the cells.
func (g *Grid) zooming() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	held := g.ctrl || ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0
	return held && g.opts.OnZoom != nil
}
