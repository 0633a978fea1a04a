package widgets

import (
	"math"
	"sort"

	"fyne.io/fyne/v2"
)

// geometry knows where the cells and headers of a scrolled grid are. The scroll position is a float64, and every position
// it hands out is relative to the viewport: a float32 has steps of 4 pixels at 40 million, where the last of a million
// cells would lie on one long sheet.
//
// Headers take the same height above each group, and the one of the topmost group stays at the top of the viewport.
type geometry struct {
	count int       // items
	view  fyne.Size // the viewport without the scrollbar
	cell  fyne.Size // one cell; width 0 means one column as wide as the viewport
	gap   float32   // least distance between cells, and around them
	head  float32   // height of a header, where there are groups
	sections

	top float64 // pixels that are scrolled out
}

// columns is how many cells stand side by side; at least 1.
func (g *geometry) columns() int {
	if g.cell.Width <= 0 {
		return 1
	}
	return max(1, int((g.view.Width-g.gap)/(g.cell.Width+g.gap)))
}

// rowCount is how many rows there are.
func (g *geometry) rowCount() int { return g.rowsBefore(g.groups()) }

// pitch is the distance from one row to the next, in pixels.
func (g *geometry) pitch() float64 { return max(1, float64(g.cell.Height+g.gap)) }

// header is the height of a header, 0 without groups.
func (g *geometry) header() float64 {
	if !g.divided() {
		return 0
	}
	return float64(g.head)
}

// lead is the distance from where a row begins to its cells. Between two headers half of the gap is above a row, so that a
// ring around its cells is seen whole.
func (g *geometry) lead() float64 {
	if g.divided() {
		return math.Round(float64(g.gap) / 2)
	}
	return float64(g.gap)
}

// cellSize is the size of a cell in this viewport.
func (g *geometry) cellSize() fyne.Size {
	if g.cell.Width > 0 {
		return g.cell
	}
	return fyne.NewSize(max(1, g.view.Width-2*g.gap), g.cell.Height)
}

// margin is the distance between columns: the gap and an equal share of the width that is left over.
func (g *geometry) margin() float64 {
	cols := float64(g.columns())
	return max(0, (float64(g.view.Width)-cols*float64(g.cellSize().Width))/(cols+1))
}

// groupTop is the offset at which a group's header begins; that of groups() is where all of them end.
func (g *geometry) groupTop(group int) float64 {
	return float64(group)*g.header() + float64(g.rowsBefore(group))*g.pitch()
}

// rowTop is the offset at which a row begins right below the header at the top.
func (g *geometry) rowTop(row int) float64 {
	return float64(g.groupOfRow(row))*g.header() + float64(row)*g.pitch()
}

// groupAt returns the last group that begins at or before an offset.
func (g *geometry) groupAt(offset float64) int {
	return max(0, sort.Search(g.groups(), func(k int) bool { return g.groupTop(k) > offset })-1)
}

// rowAt returns the row that stands below the header at the top when the grid is scrolled to an offset.
func (g *geometry) rowAt(offset float64) int {
	group := g.groupAt(offset)
	first, end := g.rowsBefore(group), g.rowsBefore(group+1)
	row := first + int(math.Floor((offset-g.groupTop(group))/g.pitch()))
	return max(0, min(row, end-1))
}

// markTop is the offset at which an item stands at the top: with the header above it when it begins a group.
func (g *geometry) markTop(index int) float64 {
	row, _ := g.cellOf(min(max(0, index), max(0, g.count-1)))
	return g.rowTop(row)
}

// position is where the cell of an index begins in the viewport, on whole pixels. It is meant for indexes near the
// viewport.
func (g *geometry) position(index int) fyne.Position {
	row, col := g.cellOf(index)
	margin := g.margin()
	x := margin + float64(col)*(float64(g.cellSize().Width)+margin)
	y := g.lead() + g.header() + g.rowTop(row) - g.top
	return fyne.NewPos(float32(math.Floor(x)), float32(math.Round(y)))
}

// visible returns the first index with a visible part and the one after the last.
func (g *geometry) visible() (from, to int) {
	if g.count == 0 || g.view.Height <= 0 {
		return 0, 0
	}
	first := g.rowAt(g.top)
	from, _ = g.rowSpan(first)
	if last := g.rowBefore(g.top + float64(g.view.Height) - g.lead() - g.header()); last >= first {
		_, to = g.rowSpan(last)
	}
	return from, max(from, to)
}

// rowBefore returns the last row that begins before an offset, -1 when none does.
func (g *geometry) rowBefore(offset float64) int {
	if offset <= 0 {
		return -1
	}
	group := g.groupAt(offset)
	if group > 0 && g.groupTop(group) == offset {
		group--
	}
	row := g.rowsBefore(group) + int(math.Ceil((offset-g.groupTop(group))/g.pitch())) - 1
	return min(row, g.rowsBefore(group+1)-1)
}

// capacity is the greatest number of cells that visible can ever span in this viewport.
func (g *geometry) capacity() int {
	if g.view.Height <= 0 {
		return 0
	}
	return min(g.count, (int(math.Ceil(float64(g.view.Height)/g.pitch()))+1)*g.columns())
}

// visibleHeaders returns the first group whose header has a visible part and the one after the last; none without groups.
func (g *geometry) visibleHeaders() (from, to int) {
	if !g.divided() || g.view.Height <= 0 {
		return 0, 0
	}
	from = g.groupAt(g.top)
	end := g.top + float64(g.view.Height)
	to = sort.Search(g.groups(), func(k int) bool { return g.groupTop(k) >= end })
	return from, max(from, to)
}

// headers is the greatest number of headers that can be visible in this viewport.
func (g *geometry) headers() int {
	if !g.divided() || g.view.Height <= 0 {
		return 0
	}
	return min(g.groups(), int(float64(g.view.Height)/(g.header()+g.pitch()))+2)
}

// headerTop is where a header begins in the viewport. That of the topmost group stays at the top until the next one pushes
// it out.
func (g *geometry) headerTop(group int) float32 {
	y := g.groupTop(group) - g.top
	if y < 0 {
		y = 0
		if group+1 < g.groups() {
			y = min(0, g.groupTop(group+1)-g.top-g.header())
		}
	}
	return float32(math.Round(y))
}

// headerAt returns the group whose header is at a height of the viewport, -1 when none is.
func (g *geometry) headerAt(y float32) int {
	from, to := g.visibleHeaders()
	for k := to - 1; k >= from; k-- {
		if top := g.headerTop(k); y >= top && y < top+g.head {
			return k
		}
	}
	return -1
}

// at returns the index whose cell is at a position in the viewport, -1 when it lies beside the cells.
func (g *geometry) at(pos fyne.Position) int {
	if g.headerAt(pos.Y) >= 0 {
		return -1
	}
	from, to := g.visible()
	size := g.cellSize()
	for i := from; i < to; i++ {
		p := g.position(i)
		if pos.X >= p.X && pos.X < p.X+size.Width && pos.Y >= p.Y && pos.Y < p.Y+size.Height {
			return i
		}
	}
	return -1
}

// length is the height of all rows and headers with their gaps, in pixels.
func (g *geometry) length() float64 { return float64(g.gap) + g.groupTop(g.groups()) }

// end is the greatest offset, in pixels.
func (g *geometry) end() float64 { return max(0, g.length()-float64(g.view.Height)) }

// scrollTo makes the offset as near to the given one as the ends allow.
func (g *geometry) scrollTo(offset float64) { g.top = min(max(0, offset), g.end()) }

// scrollBy moves by some pixels, downwards when positive.
func (g *geometry) scrollBy(pixels float64) { g.scrollTo(g.top + pixels) }

// reveal scrolls as little as is needed for the whole cell of an index to be seen.
func (g *geometry) reveal(index int) {
	row, _ := g.cellOf(index)
	top := g.rowTop(row)
	bottom := top + g.header() + float64(g.gap) + g.pitch() - float64(g.view.Height)
	switch {
	case g.top > top:
		g.scrollTo(top)
	case g.top < bottom:
		g.scrollTo(min(bottom, top))
	}
}

// page is how many whole rows the viewport shows below a header; at least 1.
func (g *geometry) page() int {
	return max(1, int((float64(g.view.Height)-float64(g.gap)-g.header())/g.pitch()))
}

// rest is how much of the row at the top is scrolled out, in pixels.
func (g *geometry) rest() float64 { return max(0, g.top-g.rowTop(g.rowAt(g.top))) }

// reshape changes the viewport and the cell and brings the row of the item keep to the top, as far as the ends allow. The
// part of the row that was scrolled out stays scrolled out in proportion.
func (g *geometry) reshape(view, cell fyne.Size, keep int) {
	part := g.rest() / g.pitch()
	g.view, g.cell = view, cell
	row, _ := g.cellOf(keep)
	g.scrollTo(g.rowTop(row) + part*g.pitch())
}

// reshapeAt changes the cell so that the row of an item stays where it is at a height of the viewport.
func (g *geometry) reshapeAt(cell fyne.Size, index int, y float32) {
	row, _ := g.cellOf(index)
	part := (g.top + float64(y) - g.header() - g.rowTop(row)) / g.pitch()
	g.cell = cell
	row, _ = g.cellOf(index)
	g.scrollTo(g.rowTop(row) + part*g.pitch() + g.header() - float64(y))
}

// nearest returns the item whose cell is nearest to a position in the viewport; -1 in an empty grid.
func (g *geometry) nearest(pos fyne.Position) int {
	if g.count == 0 {
		return -1
	}
	from, to := g.rowSpan(g.rowAt(g.top + float64(pos.Y) - g.header()))
	margin := g.margin()
	col := int((float64(pos.X) - margin/2) / (float64(g.cellSize().Width) + margin))
	return min(from+max(0, col), to-1)
}
