package gallery

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

// maxRows is how many rows are kept at least; twice as many are at most.
const maxRows = 2000

// maxFetch is how many rows are read at once: some screens.
const maxFetch = 600

// rowCache keeps the rows of photos that were visible lately and reads those
// that come into view, one read at a time: what is asked for while a read runs
// is read next, unless it has left the view by then.
type rowCache struct {
	view       *View
	young, old map[catalog.PhotoID]*catalog.Photo // a nil row: there is no such photo
	reading    bool
	changed    map[catalog.PhotoID]bool // since the read under way began: its answer is stale
	failed     bool                     // the last read failed, and would again
	failedFor  [2]int                   // the visible range it was for
}

func newRowCache(v *View) *rowCache {
	return &rowCache{
		view: v, young: map[catalog.PhotoID]*catalog.Photo{}, old: map[catalog.PhotoID]*catalog.Photo{},
		changed: map[catalog.PhotoID]bool{},
	}
}

// get gives a photo's row, nil when it is not here.
func (c *rowCache) get(id catalog.PhotoID) *catalog.Photo {
	p, _ := c.look(id)
	return p
}

func (c *rowCache) look(id catalog.PhotoID) (p *catalog.Photo, known bool) {
	if p, known = c.young[id]; known {
		return p, true
	}
	if p, known = c.old[id]; known {
		c.put(id, p)
	}
	return p, known
}

// put keeps a row; when the young ones are many, the old ones that nobody looked
// at since are dropped.
func (c *rowCache) put(id catalog.PhotoID, p *catalog.Photo) {
	if len(c.young) >= maxRows {
		c.old, c.young = c.young, make(map[catalog.PhotoID]*catalog.Photo, maxRows)
	}
	c.young[id] = p
}

// forget drops rows that are no longer what the catalogue says.
func (c *rowCache) forget(ids []catalog.PhotoID) {
	for _, id := range ids {
		delete(c.young, id)
		delete(c.old, id)
		if c.reading {
			c.changed[id] = true
		}
	}
	c.failed = false
}

// fetch reads the rows that are missing in and around the visible range.
func (c *rowCache) fetch() {
	from, to := c.view.grid.VisibleRange()
	if c.reading || (c.failed && c.failedFor == [2]int{from, to}) {
		return
	}
	ids := c.missing(from, to)
	if len(ids) == 0 {
		return
	}
	c.reading = true
	clear(c.changed)
	task.Run(c.view.tasks, func(ctx context.Context) ([]catalog.Photo, error) {
		return c.view.source.Photos(ctx, ids)
	}, func(photos []catalog.Photo, err error) { c.arrived(ids, photos, err, [2]int{from, to}) })
}

// missing lists the photos without a row: nothing when all that are visible
// have one, else also those a screen before and behind.
func (c *rowCache) missing(from, to int) []catalog.PhotoID {
	ids := c.unknown(nil, from, to)
	if len(ids) == 0 {
		return nil
	}
	screen := to - from
	ids = c.unknown(ids, to, to+screen)
	return c.unknown(ids, from-screen, from)
}

func (c *rowCache) unknown(ids []catalog.PhotoID, from, to int) []catalog.PhotoID {
	for i := max(from, 0); i < min(to, len(c.view.ids)) && len(ids) < maxFetch; i++ {
		id := c.view.ids[i]
		if _, known := c.look(id); !known {
			ids = append(ids, id)
		}
	}
	return ids
}

// arrived keeps what was read, shows it where it is visible, and reads what has
// come into view meanwhile. Rows are kept by id, so it does not matter where
// their cells have gone.
func (c *rowCache) arrived(ids []catalog.PhotoID, photos []catalog.Photo, err error, asked [2]int) {
	c.reading = false
	c.failed, c.failedFor = err != nil, asked
	if err != nil {
		c.view.report(err)
		return
	}
	found := make(map[catalog.PhotoID]*catalog.Photo, len(photos))
	for i := range photos {
		found[photos[i].ID] = &photos[i]
	}
	fresh := make(map[catalog.PhotoID]bool, len(ids))
	for _, id := range ids {
		if !c.changed[id] {
			c.put(id, found[id])
			fresh[id] = true
		}
	}
	from, to := c.view.grid.VisibleRange()
	for i := from; i < min(to, len(c.view.ids)); i++ {
		if fresh[c.view.ids[i]] {
			c.view.grid.RefreshItem(i)
		}
	}
	c.fetch()
}
