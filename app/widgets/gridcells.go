package widgets

import "fyne.io/fyne/v2"

// slot is one reused cell and what it shows.
type slot struct {
	object            fyne.CanvasObject
	index             int // -1 when it shows nothing
	selected, focused bool
	stale             bool // must be updated although nothing of the above changed
}

// cellPool holds as many cells as the viewport can show. The cell of an index is slots[index % len(slots)]: any run of
// indexes no longer than the pool has a cell each, and scrolling by a row changes one row of cells.
type cellPool struct {
	create  func() fyne.CanvasObject
	release func(*slot) // a cell is shown no more
	slots   []*slot
}

// fit changes the number of cells to n; cells that show one of from…to-1 go on showing it.
func (p *cellPool) fit(n, from, to int) (changed bool) {
	if n == len(p.slots) {
		return false
	}
	slots := make([]*slot, n)
	var free []*slot
	for _, s := range p.slots {
		if s.index >= from && s.index < to && slots[s.index%n] == nil {
			slots[s.index%n] = s
		} else {
			free = append(free, s)
		}
	}
	for i, s := range slots {
		switch {
		case s != nil:
		case len(free) > 0:
			slots[i], free = free[len(free)-1], free[:len(free)-1]
		default:
			slots[i] = &slot{object: p.create(), index: -1}
		}
	}
	for _, s := range free {
		p.release(s)
	}
	p.slots = slots
	return true
}

// of returns the slot that shows, or is to show, an index.
func (p *cellPool) of(index int) *slot { return p.slots[index%len(p.slots)] }

// showing returns the slot that shows an index now, nil when none does.
func (p *cellPool) showing(index int) *slot {
	if len(p.slots) == 0 || index < 0 {
		return nil
	}
	if s := p.of(index); s.index == index {
		return s
	}
	return nil
}

// expire marks every cell as in need of an update.
func (p *cellPool) expire() {
	for _, s := range p.slots {
		s.stale = true
	}
}
