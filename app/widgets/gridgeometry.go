package widgets

import (
	"math"

	"fyne.io/fyne/v2"
)

// geometry knows where the cells of a scrolled grid are. The scroll position is the first row plus a remainder, and every
// position it hands out is relative to the viewport: a float32 has steps of 4 pixels at 40 million, where the last of a
// million cells would lie on one long sheet.
type geometry struct {
	count int       // items
	view  fyne.Size // the viewport without the scrollbar
	cell  fyne.Size // one cell; width 0 means one column as wide as the viewport
	gap   float32   // least distance between cells, and around them

	row int     // first row with a visible part
	rem float64 // pixels of that row, with the gap above it, that are scrolled out; 0 <= rem < pitch
}

// columns is how many cells stand side by side; at least 1.
func (g *geometry) columns() int {
	if g.cell.Width <= 0 {
		return 1
	}
	return max(1, int((g.view.Width-g.gap)/(g.cell.Width+g.gap)))
}

// rows is how many rows there are.
func (g *geometry) rows() int { return (g.count + g.columns() - 1) / g.columns() }

// pitch is the distance from one row to the next, in pixels.
func (g *geometry) pitch() float64 { return max(1, float64(g.cell.Height+g.gap)) }

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

// position is where the cell of an index begins in the viewport, on whole pixels. It is meant for indexes near the
// viewport.
func (g *geometry) position(index int) fyne.Position {
	row, col := index/g.columns(), index%g.columns()
	margin := g.margin()
	x := margin + float64(col)*(float64(g.cellSize().Width)+margin)
	y := float64(g.gap) + float64(row-g.row)*g.pitch() - g.rem
	return fyne.NewPos(float32(math.Floor(x)), float32(math.Round(y)))
}

// visible returns the first index with a visible part and the one after the last.
func (g *geometry) visible() (from, to int) {
	if g.count == 0 || g.view.Height <= 0 {
		return 0, 0
	}
	rows := max(0, int(math.Ceil((float64(g.view.Height-g.gap)+g.rem)/g.pitch())))
	from = g.row * g.columns()
	return min(from, g.count), min(from+rows*g.columns(), g.count)
}

// capacity is the greatest number of cells that visible can ever span in this viewport.
func (g *geometry) capacity() int {
	if g.view.Height <= 0 {
		return 0
	}
	return min(g.count, (int(math.Ceil(float64(g.view.Height)/g.pitch()))+1)*g.columns())
}

// at returns the index whose cell is at a position in the viewport, -1 when it lies beside the cells.
func (g *geometry) at(pos fyne.Position) int {
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

// length is the height of all rows with their gaps, in pixels.
func (g *geometry) length() float64 { return float64(g.gap) + float64(g.rows())*g.pitch() }

// end is the greatest offset, in pixels.
func (g *geometry) end() float64 { return max(0, g.length()-float64(g.view.Height)) }

// offset is the scroll position, in pixels.
func (g *geometry) offset() float64 { return float64(g.row)*g.pitch() + g.rem }

// scrollTo makes the offset as near to the given one as the ends allow.
func (g *geometry) scrollTo(offset float64) {
	offset = min(max(0, offset), g.end())
	row := math.Floor(offset / g.pitch())
	g.row = int(row)
	g.rem = max(0, offset-row*g.pitch())
}

// scrollBy moves by some pixels, downwards when positive.
func (g *geometry) scrollBy(pixels float64) { g.scrollTo(g.offset() + pixels) }

// reveal scrolls as little as is needed for the whole cell of an index to be seen.
func (g *geometry) reveal(index int) {
	top := float64(index/g.columns()) * g.pitch()
	bottom := top + float64(g.gap) + g.pitch() - float64(g.view.Height)
	switch {
	case g.offset() > top:
		g.scrollTo(top)
	case g.offset() < bottom:
		g.scrollTo(min(bottom, top))
	}
}

// page is how many whole rows the viewport shows; at least 1.
func (g *geometry) page() int {
	return max(1, int((float64(g.view.Height)-float64(g.gap))/g.pitch()))
}

// reshape changes the viewport and the cell and brings the row of the item keep to the top, as far as the ends allow. The
// part of the row that was scrolled out stays scrolled out in proportion.
func (g *geometry) reshape(view, cell fyne.Size, keep int) {
	part := g.rem / g.pitch()
	g.view, g.cell = view, cell
	g.scrollTo((float64(keep/g.columns()) + part) * g.pitch())
}
