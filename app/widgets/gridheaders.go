package widgets

import "fyne.io/fyne/v2"

// GridGroups says into which groups the items fall. All are required.
type GridGroups struct {
	Ends   func() []int32           // the index after the last item of each group, growing; the last is Length(). None: no headers
	Create func() fyne.CanvasObject // a new, empty header, which hides what lies behind it
	Update func(group int, header fyne.CanvasObject)
	Height float32 // of a header, in whole pixels
}

// placeHeaders brings the headers of groups to where they belong, and updates those that are of another group now.
func (g *Grid) placeHeaders(from, to int) {
	size := fyne.NewSize(g.geo.view.Width, g.geo.head)
	for k := from; k < to; k++ {
		s := g.tops.of(k)
		s.object.Resize(size)
		s.object.Move(fyne.NewPos(0, g.geo.headerTop(k)))
		if s.index != k || s.stale {
			s.index, s.stale = k, false
			g.opts.Groups.Update(k, s.object)
			s.object.Show()
		}
	}
	for _, s := range g.tops.slots {
		if s.index < from || s.index >= to {
			hideHeader(s)
		}
	}
}

func hideHeader(s *slot) {
	s.object.Hide()
	s.index = -1
}

// RefreshHeader updates the header of a group if it is visible.
func (g *Grid) RefreshHeader(group int) {
	if s := g.tops.showing(group); s != nil {
		s.stale = true
		g.place()
	}
}

// VisibleGroups returns the first group of which something is visible and the one after the last; none without groups.
func (g *Grid) VisibleGroups() (from, to int) { return g.geo.visibleHeaders() }

// clickHeader selects the items of a group, adds them or takes them away.
func (g *Grid) clickHeader(group int, r reach) {
	from, to := g.geo.span(group)
	g.sel.pickSpan(from, to, r)
	g.changed()
}
