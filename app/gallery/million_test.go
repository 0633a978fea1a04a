package gallery

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// millionInGroups is 1,000,000 photos, backwards, in 100,000 groups of 1 to 19.
func millionInGroups(by catalog.Grouping) catalog.Listing {
	const n, groups = 1_000_000, 100_000
	l := catalog.Listing{By: by, Sort: catalog.SortTaken, IDs: make([]catalog.PhotoID, n), Runs: make([]catalog.Run, groups)}
	for i := range l.IDs {
		l.IDs[i] = catalog.PhotoID(n - i)
	}
	first := time.Date(1750, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range l.Runs {
		size := 1 + i%19
		if i >= groups-groups%19 {
			size = 1
		}
		l.Runs[i] = catalog.Run{Key: catalog.DayKey(first.AddDate(0, 0, i), catalog.OnDay), Count: int32(size)}
	}
	rest := int32(n)
	for _, r := range l.Runs {
		rest -= r.Count
	}
	l.Runs[groups-1].Count += rest
	return l
}

// TestRowsOfAMillion finds the right photo in every cell, row by row at both ends
// of 1,000,000 photos and in stretches between, without groups and in them.
// BenchmarkEndToEnd does so all the way.
func TestRowsOfAMillion(t *testing.T) {
	for _, by := range []catalog.Grouping{catalog.GroupNone, catalog.GroupDay} {
		f := newFixture(t, generated{})
		l := millionInGroups(by)
		f.View.Reset(l)
		f.SetCellSize(96)
		const stretch, apart = 500, 33_333
		for begin := 0; begin < len(l.IDs); begin += apart {
			f.rowByRow(begin, min(begin+stretch, len(l.IDs)))
		}
		f.rowByRow(len(l.IDs)-stretch, len(l.IDs))
	}
}

// rowByRow scrolls from one photo to another.
func (f *fixture) rowByRow(top, end int) {
	f.t.Helper()
	for row := 0; top < end; row++ {
		f.grid.SetTop(top)
		if row%7 == 0 {
			f.ui.Drain()
		}
		top = f.checkRow(top)
	}
}

// checkAll fails unless exactly the visible photos of millionInGroups are in cells,
// each with its own row, if with any. It makes no garbage.
func (f *fixture) checkAll() {
	f.t.Helper()
	from, to := f.grid.VisibleRange()
	cells, sum := 0, 0
	for _, o := range test.WidgetRenderer(f.grid).Objects() {
		c, ok := o.(*cell)
		if !ok || !c.Visible() {
			continue
		}
		at := len(f.ids) - int(c.id)
		if at < from || at >= to || c.photo != nil && c.photo.ID != c.id {
			f.t.Fatalf("the cell of %v, index %d, is visible among %d…%d", c.id, at, from, to)
		}
		cells, sum = cells+1, sum+at
	}
	if cells != to-from || sum != (from+to-1)*(to-from)/2 {
		f.t.Fatalf("%d cells show %d…%d", cells, from, to)
	}
}

// checkRow fails unless the row that begins with an index, and all that is visible
// with it, shows the photos of the list; it gives the index after the row.
func (f *fixture) checkRow(top int) int {
	f.t.Helper()
	cells := f.cells()
	from, to := f.grid.VisibleRange()
	if top < from || top >= to || len(cells) != to-from {
		f.t.Fatalf("%d cells show %d…%d, asked for %d", len(cells), from, to, top)
	}
	for i := from; i < to; i++ {
		c := cells[f.ids[i]]
		if c == nil || c.photo != nil && c.photo.ID != f.ids[i] {
			f.t.Fatalf("index %d, photo %v is in no cell or in that of another", i, f.ids[i])
		}
	}
	y, end := cells[f.ids[top]].Position().Y, top+1
	for end < to && cells[f.ids[end]].Position().Y == y {
		end++
	}
	return end
}
