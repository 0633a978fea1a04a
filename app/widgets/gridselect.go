package widgets

// Selection returns the selected indexes.
func (g *Grid) Selection() Ranges { return g.sel.chosen }

// Focused returns the index the keyboard is at, -1 when there is none.
func (g *Grid) Focused() int { return g.sel.focus }

// SetSelection selects exactly the given indexes and moves the focus without scrolling; focus -1 means none. Indexes beyond
// the length are dropped. OnSelection is not called.
func (g *Grid) SetSelection(chosen Ranges, focus int) {
	g.sel = selection{chosen: chosen, anchor: max(focus, -1), focus: max(focus, -1)}
	g.sel.chosen.Remove(-1<<31, 0)
	g.sel.clamp(g.geo.count)
	g.place()
}

// SelectAll selects every item.
func (g *Grid) SelectAll() {
	g.sel.all(g.geo.count)
	g.changed()
}

// changed shows a new selection and tells about it.
func (g *Grid) changed() {
	g.place()
	g.notify()
}

func (g *Grid) notify() {
	if g.opts.OnSelection != nil {
		g.opts.OnSelection()
	}
}
