package widgets

import "sort"

// sections divides the items of a grid into groups that follow one another, each of which begins a row of its own. The
// rows of all groups are counted through. A hundred thousand groups take two numbers each, and finding one takes a search
// among them.
type sections struct {
	ends []int32 // the index after the last item of each group, growing; nil: all items are one group
	rows []int32 // the rows of each group and of all before it …
	cols int     // … in so many columns; 0: not counted yet
}

// set takes other groups. Empty ones and what lies beyond count are dropped; items that no group claims join the last.
func (s *sections) set(ends []int32, count int) {
	s.ends, s.rows, s.cols = nil, nil, 0
	if len(ends) == 0 || count <= 0 {
		return
	}
	s.ends = make([]int32, 0, len(ends))
	last := int32(0)
	for _, end := range ends {
		if end = min(end, int32(count)); end > last {
			s.ends, last = append(s.ends, end), end
		}
	}
	if len(s.ends) == 0 {
		s.ends = append(s.ends, 0)
	}
	s.ends[len(s.ends)-1] = int32(count)
}

// divided reports whether the items are grouped.
func (s *sections) divided() bool { return s.ends != nil }

// groups is how many groups there are.
func (g *geometry) groups() int {
	if !g.divided() {
		return min(g.count, 1)
	}
	return len(g.ends)
}

// span returns the first index of a group and the one after its last.
func (g *geometry) span(group int) (from, to int) {
	if !g.divided() {
		return 0, g.count
	}
	if group > 0 {
		from = int(g.ends[group-1])
	}
	return from, int(g.ends[group])
}

// groupOf returns the group of an index.
func (g *geometry) groupOf(index int) int {
	if !g.divided() {
		return 0
	}
	return min(sort.Search(len(g.ends), func(k int) bool { return int(g.ends[k]) > index }), len(g.ends)-1)
}

// rowsBefore returns how many rows the groups before one have.
func (g *geometry) rowsBefore(group int) int {
	cols := g.columns()
	switch {
	case group <= 0:
		return 0
	case !g.divided():
		return (g.count + cols - 1) / cols
	}
	g.countRows(cols)
	return int(g.rows[group-1])
}

func (g *geometry) countRows(cols int) {
	if g.cols == cols && len(g.sections.rows) == len(g.ends) {
		return
	}
	g.sections.rows, g.cols = make([]int32, len(g.ends)), cols
	from, rows := int32(0), int32(0)
	for k, end := range g.ends {
		rows += (end - from + int32(cols) - 1) / int32(cols)
		g.sections.rows[k], from = rows, end
	}
}

// groupOfRow returns the group that a row belongs to.
func (g *geometry) groupOfRow(row int) int {
	if !g.divided() {
		return 0
	}
	g.countRows(g.columns())
	return min(sort.Search(len(g.ends), func(k int) bool { return int(g.rows[k]) > row }), len(g.ends)-1)
}

// cellOf returns the row and the column of an index.
func (g *geometry) cellOf(index int) (row, col int) {
	group := g.groupOf(index)
	from, _ := g.span(group)
	cols := g.columns()
	return g.rowsBefore(group) + (index-from)/cols, (index - from) % cols
}

// rowSpan returns the first index of a row and the one after its last.
func (g *geometry) rowSpan(row int) (from, to int) {
	group := g.groupOfRow(row)
	from, end := g.span(group)
	from += (row - g.rowsBefore(group)) * g.columns()
	return min(from, end), min(from+g.columns(), end)
}
