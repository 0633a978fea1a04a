package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable. The keyboard begins at the top when it was nowhere yet.
func (g *Grid) FocusGained() {
	g.hasFocus = true
	if g.sel.focus < 0 && g.geo.count > 0 {
		g.sel.focus = g.Top()
	}
	g.place()
}

// FocusLost implements fyne.Focusable. Keys may be let go elsewhere, so none counts as held any more.
func (g *Grid) FocusLost() {
	g.hasFocus, g.shift, g.ctrl = false, false, false
	g.place()
}

// KeyDown notes a held Shift or Ctrl key: Fyne sends Shift with an arrow as a plain arrow.
func (g *Grid) KeyDown(e *fyne.KeyEvent) { g.hold(e.Name, true) }

// KeyUp notes that one was let go.
func (g *Grid) KeyUp(e *fyne.KeyEvent) { g.hold(e.Name, false) }

func (g *Grid) hold(key fyne.KeyName, down bool) {
	switch key {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		g.shift = down
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		g.ctrl = down
	}
}

// TypedKey implements fyne.Focusable.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter: // shows the item unless it means something else here
		if g.opts.OnKey == nil || !g.opts.OnKey(e) {
			g.activate(g.sel.focus)
		}
	default:
		if !g.key(e.Name) && g.opts.OnKey != nil {
			g.opts.OnKey(e)
		}
	}
}

func (g *Grid) key(name fyne.KeyName) (used bool) {
	switch name {
	case fyne.KeySpace:
		g.activate(g.sel.focus)
	case fyne.KeyEscape:
		if g.giveUp() {
			return true
		}
		if g.sel.chosen.Empty() {
			return false
		}
		g.sel.clear()
		g.changed()
	case desktop.KeyMenu:
		g.contextAtFocus()
	default:
		return g.move(name, g.shift, false)
	}
	return true
}

// TypedRune implements fyne.Focusable. A space has been a key before.
func (g *Grid) TypedRune(r rune) {
	if r != ' ' && g.opts.OnRune != nil {
		g.opts.OnRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable. Fyne gives a shortcut to the focused widget alone; what the grid has no use
// for it hands on to the canvas.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	if !g.shortcut(s) {
		handOn(fyne.CurrentApp().Driver().CanvasForObject(g), s)
	}
}

// handOn gives a shortcut to a canvas, which has the method without its being in Fyne's interface.
func handOn(c fyne.Canvas, s fyne.Shortcut) {
	if taker, ok := c.(fyne.Shortcutable); ok {
		taker.TypedShortcut(s)
	}
}

func (g *Grid) shortcut(s fyne.Shortcut) (used bool) {
	if _, all := s.(*fyne.ShortcutSelectAll); all {
		g.SelectAll()
		return true
	}
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return false
	}
	shift := k.Mod()&fyne.KeyModifierShift != 0
	if m := k.Mod() &^ fyne.KeyModifierShift; m != fyne.KeyModifierShortcutDefault && m != fyne.KeyModifierControl {
		return false
	}
	if k.Key() == fyne.KeySpace && g.sel.focus >= 0 {
		g.sel.toggle(g.sel.focus)
		g.changed()
		return true
	}
	return g.move(k.Key(), shift, true)
}

// move answers the keys that move the focus. Alone they select the item they reach, with Shift all from the anchor to it,
// with Ctrl (keep) nothing new.
func (g *Grid) move(name fyne.KeyName, extend, keep bool) (used bool) {
	target, ok := g.target(name)
	if !ok {
		return false
	}
	if g.geo.count == 0 {
		return true
	}
	if keep && !extend {
		g.sel.focus = target
	} else {
		g.sel.pick(target, reach{extend: extend, keep: keep})
	}
	g.ScrollTo(target)
	g.changed()
	return true
}

// target is where a key leads from the focus; ok is false for a key that leads nowhere.
func (g *Grid) target(name fyne.KeyName) (index int, ok bool) {
	at, last := g.sel.focus, g.geo.count-1
	switch name {
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return last, true
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
	default:
		return 0, false
	}
	if at < 0 || last < 0 {
		return g.Top(), true
	}
	row, col := g.geo.cellOf(at)
	switch name {
	case fyne.KeyLeft:
		return max(0, at-1), true
	case fyne.KeyRight:
		return min(at+1, last), true
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyPageUp:
		row = min(row-1, g.geo.rowAt(g.geo.rowTop(row)-g.pageHeight()))
	case fyne.KeyPageDown:
		row = max(row+1, g.geo.rowAt(g.geo.rowTop(row)+g.pageHeight()))
	}
	if row < 0 || row >= g.geo.rowCount() {
		if name == fyne.KeyPageUp {
			return col, true
		}
		return at, true
	}
	from, to := g.geo.rowSpan(row)
	return min(from+col, to-1), true
}

// pageHeight is how far a page leads, in pixels.
func (g *Grid) pageHeight() float64 { return float64(g.geo.page()) * g.geo.pitch() }

// contextAtFocus asks for a context menu in the middle of the focused cell.
func (g *Grid) contextAtFocus() {
	if g.sel.focus < 0 || g.opts.OnContext == nil {
		return
	}
	g.ScrollTo(g.sel.focus)
	size := g.geo.cellSize()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g).Add(g.geo.position(g.sel.focus))
	g.opts.OnContext(g.sel.focus, at.AddXY(size.Width/2, size.Height/2))
}
