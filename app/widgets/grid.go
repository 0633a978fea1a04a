package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// GridOptions says what a Grid shows and whom it tells. Length, Create and Update are required. Indexes are from 0 to
// Length()-1. All are called on the UI goroutine, and none may call Refresh of the cell's own index while it is updated.
type GridOptions struct {
	Length func() int
	Create func() fyne.CanvasObject // a new, empty cell
	// Update makes a cell show an item. It is called when the cell's index, selection or focus changed, and on Refresh.
	// focused is true for one item, while the grid has the keyboard.
	Update func(index int, cell fyne.CanvasObject, selected, focused bool)
	// Release, when given, is called when a cell stops showing anything (not when it goes on to another index).
	Release func(cell fyne.CanvasObject)

	CellSize fyne.Size // width 0: one column as wide as the grid
	Gap      float32   // between cells and around them, in pixels

	OnSelection func()                            // the user, or a shrunken length, changed the selection or the focus
	OnActivate  func(index int)                   // double click, Enter, Space
	OnContext   func(index int, at fyne.Position) // secondary click or menu key, at a place of the canvas; index -1: beside the cells
	OnKey       func(*fyne.KeyEvent) bool         // a key the grid has no use for; the result is whether it was used
	OnRune      func(rune)                        // a character typed
	OnScroll    func(from, to int)                // from…to-1 are the items with a visible part now
	OnZoom      func(steps int)                   // Ctrl and the wheel: larger, or smaller when negative; SetCellSize answers it

	Groups *GridGroups // nil: one after another without headers
	Ruler  *GridRuler  // nil: nothing beside the scrollbar
}

// Grid is a scrolled grid of equal cells for a million items and more. It makes as many cells as it can show and reuses
// them. Items are selected as in a file manager.
type Grid struct {
	widget.BaseWidget
	opts GridOptions
	geo  geometry
	sel  selection
	pool cellPool
	tops cellPool // the headers of groups
	band band

	bar     *scrollbar
	ruler   *ruler
	ring    *canvas.Rectangle
	ground  *canvas.Rectangle // paints nothing and is always there; see repaint
	objects []fyne.CanvasObject

	keep     int // the item to hold at the top through changes of shape; -1: the one that is there
	pin      pin // what to hold instead while the wheel changes the size
	from, to int // the items last shown
	hasFocus bool
	shift    bool   // a Shift key is down
	ctrl     bool   // a Ctrl key is
	presses  [2]int // the items under the last two presses of the primary button
}

// NewGrid returns a grid with nothing selected, scrolled to its beginning.
func NewGrid(opts GridOptions) *Grid {
	g := &Grid{
		opts:    opts,
		geo:     geometry{cell: opts.CellSize, gap: opts.Gap, count: opts.Length()},
		sel:     noSelection(),
		pool:    cellPool{create: opts.Create},
		ring:    canvas.NewRectangle(nil),
		ground:  canvas.NewRectangle(nil),
		keep:    -1,
		pin:     pin{index: -1},
		presses: [2]int{-1, -1},
	}
	g.pool.release = g.release
	g.ring.CornerRadius = 4
	g.ring.Hide()
	g.band.init()
	g.bar = newScrollbar(func(offset float64) { g.scroll(offset - g.geo.top) }, g.scrollPages)
	g.ruler = newRuler(g)
	g.bar.onGrab = g.ruler.hold
	if opts.Groups != nil {
		g.tops = cellPool{create: opts.Groups.Create, release: hideHeader}
		g.geo.head = opts.Groups.Height
	}
	g.divide()
	g.collect()
	g.ExtendBaseWidget(g)
	return g
}

// divide reads the length and the groups.
func (g *Grid) divide() {
	g.geo.count = max(0, g.opts.Length())
	if g.opts.Groups != nil {
		g.geo.set(g.opts.Groups.Ends(), g.geo.count)
	}
}

// Refresh reads the length again, drops what is no longer there from the selection, and updates every visible cell.
func (g *Grid) Refresh() {
	g.paintRing()
	g.bar.Refresh()
	g.divide()
	g.ruler.read()
	if view := g.viewport(g.Size()); view != g.geo.view {
		g.geo.reshape(view, g.geo.cell, g.Top())
	}
	g.geo.scrollTo(g.geo.top)
	dropped := g.sel.clamp(g.geo.count)
	g.RefreshVisible()
	if dropped {
		g.notify()
	}
}

// RefreshVisible updates every visible cell, without a look at the length.
func (g *Grid) RefreshVisible() {
	g.pool.expire()
	g.tops.expire()
	g.place()
}

// RefreshItem updates the cell of an index if it is visible.
func (g *Grid) RefreshItem(index int) {
	if s := g.pool.showing(index); s != nil {
		s.stale = true
		g.place()
	}
}

// CellSize returns the size asked for.
func (g *Grid) CellSize() fyne.Size { return g.geo.cell }

// SetCellSize changes the size of the cells; the item at the top left stays at the top, or the one under the pointer where
// it is when the wheel asked for it.
func (g *Grid) SetCellSize(size fyne.Size) {
	switch {
	case size == g.geo.cell:
	case g.pin.index >= 0:
		g.keep = -1
		g.geo.reshapeAt(size, g.pin.index, g.pin.y)
		g.place()
	default:
		g.reshape(g.geo.view, size)
	}
}

// Columns returns how many cells stand side by side.
func (g *Grid) Columns() int { return g.geo.columns() }

// Top returns the index of the item at the top left; 0 in an empty grid.
func (g *Grid) Top() int {
	from, _ := g.geo.rowSpan(g.geo.rowAt(g.geo.top))
	return min(from, max(0, g.geo.count-1))
}

// SetTop scrolls so that the row of an index comes to the top, as far as the ends allow. The part of the first row that was
// scrolled out stays scrolled out.
func (g *Grid) SetTop(index int) {
	rest := g.geo.rest()
	row, _ := g.geo.cellOf(min(max(0, index), max(0, g.geo.count-1)))
	g.geo.scrollTo(g.geo.rowTop(row) + rest)
	g.keep = -1
	g.place()
}

// VisibleRange returns the index of the first item with a visible part and the one after the last.
func (g *Grid) VisibleRange() (from, to int) { return g.geo.visible() }

// ScrollTo scrolls as little as is needed to show the whole cell of an index; an index beyond the ends means the end.
func (g *Grid) ScrollTo(index int) {
	if g.geo.count == 0 {
		return
	}
	before := g.geo.top
	g.geo.reveal(min(max(0, index), g.geo.count-1))
	if g.geo.top != before {
		g.keep = -1
		g.place()
	}
}

// scroll moves the content up by some pixels, down when negative.
func (g *Grid) scroll(pixels float64) {
	before := g.geo.top
	g.geo.scrollBy(pixels)
	if g.geo.top != before {
		g.keep = -1
		g.place()
	}
}

func (g *Grid) scrollPages(n int) {
	g.scroll(float64(n*g.geo.page()) * g.geo.pitch())
}

// reshape lays the cells out anew, with the same item at the top.
func (g *Grid) reshape(view, cell fyne.Size) {
	if g.keep < 0 {
		g.keep = g.Top()
	}
	g.geo.reshape(view, cell, g.keep)
	g.place()
}

// place brings every cell to where it belongs and updates those whose item or state changed.
func (g *Grid) place() {
	from, to := g.geo.visible()
	firstTop, lastTop := g.geo.visibleHeaders()
	if cells, headers := g.pool.fit(g.geo.capacity(), from, to), g.tops.fit(g.geo.headers(), firstTop, lastTop); cells || headers {
		g.collect()
	}
	size := g.geo.cellSize()
	for i := from; i < to; i++ {
		s := g.pool.of(i)
		s.object.Resize(size)
		s.object.Move(g.geo.position(i))
		g.update(s, i)
	}
	for _, s := range g.pool.slots {
		if s.index < from || s.index >= to {
			g.release(s)
		}
	}
	g.placeHeaders(firstTop, lastTop)
	g.placeRing(from, to)
	g.bar.set(g.geo.length(), float64(g.geo.view.Height), g.geo.top)
	g.ruler.place()
	g.repaint()
	if from != g.from || to != g.to {
		g.from, g.to = from, to
		if g.opts.OnScroll != nil {
			g.opts.OnScroll(from, to)
		}
	}
}

func (g *Grid) update(s *slot, i int) {
	selected, focused := g.sel.chosen.Contains(i), g.hasFocus && g.sel.focus == i
	if s.index == i && !s.stale && s.selected == selected && s.focused == focused {
		return
	}
	s.index, s.selected, s.focused, s.stale = i, selected, focused, false
	g.opts.Update(i, s.object, selected, focused)
	s.object.Show()
}

func (g *Grid) release(s *slot) {
	s.object.Hide()
	if s.index >= 0 && g.opts.Release != nil {
		g.opts.Release(s.object)
	}
	s.index = -1
}

// collect lists what is drawn: the cells, and over them the ring, the headers, the rubber band and the bar.
func (g *Grid) collect() {
	objects := append(make([]fyne.CanvasObject, 0, len(g.pool.slots)+len(g.tops.slots)+5), g.ground)
	for _, s := range g.pool.slots {
		objects = append(objects, s.object)
	}
	objects = append(objects, g.ring)
	for _, s := range g.tops.slots {
		objects = append(objects, s.object)
	}
	g.objects = append(objects, g.band.shape, g.ruler, g.bar)
}

// repaint has Fyne paint the grid in its next frame. Fyne does so only for objects that it has painted before, and new cells
// are none of those.
func (g *Grid) repaint() { g.ground.Refresh() }
