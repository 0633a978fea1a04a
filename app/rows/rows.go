// Package rows reads the photos whose rows come into view in a view that shows
// many, off the UI thread, and keeps some of them. It knows no view.
package rows

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	// MaxFetch is how many rows should be read at once: some screens.
	MaxFetch = 600
	// Max is how many rows are kept at least; twice as many are at most.
	Max = 2000
)

// Source is where the rows come from.
type Source interface {
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
}

// Options say what a cache is for. All are required.
type Options struct {
	Source  Source
	Tasks   *task.Runner
	Visible func() (from, to int)                // the range in view, to not included
	Missing func(from, to int) []catalog.PhotoID // what to read for it, at most MaxFetch; none when all that is visible is known
	Came    func(fresh map[catalog.PhotoID]bool) // rows that were read, to be shown where they are visible
	Report  func(error)
}

// Cache keeps the rows that were visible lately and reads those that come into
// view, one read at a time: what is asked for while a read runs is read next,
// unless it has left the view by then. Rows are kept by the ids of their photos,
// so it does not matter where their cells have gone. Its methods are for the UI
// thread.
type Cache struct {
	Options
	young, old map[catalog.PhotoID]*catalog.Photo // a nil row: there is no such photo
	reading    bool
	changed    map[catalog.PhotoID]bool // since the read under way began: its answer is stale
	failed     bool                     // the last read failed, and would again
	failedFor  [2]int                   // the visible range it was for
}

// New makes an empty cache.
func New(o Options) *Cache {
	return &Cache{
		Options: o, young: map[catalog.PhotoID]*catalog.Photo{}, old: map[catalog.PhotoID]*catalog.Photo{},
		changed: map[catalog.PhotoID]bool{},
	}
}

// Get gives a photo's row, nil when it is not here.
func (c *Cache) Get(id catalog.PhotoID) *catalog.Photo {
	p, _ := c.look(id)
	return p
}

// Known tells whether a photo was read, also when there is no such photo.
func (c *Cache) Known(id catalog.PhotoID) bool {
	_, known := c.look(id)
	return known
}

func (c *Cache) look(id catalog.PhotoID) (p *catalog.Photo, known bool) {
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
func (c *Cache) put(id catalog.PhotoID, p *catalog.Photo) {
	if len(c.young) >= Max {
		c.old, c.young = c.young, make(map[catalog.PhotoID]*catalog.Photo, Max)
	}
	c.young[id] = p
}

// Kept is how many rows are kept, at most twice Max.
func (c *Cache) Kept() int { return len(c.young) + len(c.old) }

// Reading tells whether a read is under way.
func (c *Cache) Reading() bool { return c.reading }

// Retry lets rows be asked for again that could not be read.
func (c *Cache) Retry() { c.failed = false }

// Forget drops rows that are no longer what the catalogue says.
func (c *Cache) Forget(ids []catalog.PhotoID) {
	for _, id := range ids {
		delete(c.young, id)
		delete(c.old, id)
		if c.reading {
			c.changed[id] = true
		}
	}
	c.Retry()
}

// Fetch reads the rows that are missing in view.
func (c *Cache) Fetch() {
	from, to := c.Visible()
	if c.reading || (c.failed && c.failedFor == [2]int{from, to}) {
		return
	}
	ids := c.Missing(from, to)
	if len(ids) == 0 {
		return
	}
	c.reading = true
	clear(c.changed)
	task.Run(c.Tasks, func(ctx context.Context) ([]catalog.Photo, error) {
		return c.Source.Photos(ctx, ids)
	}, func(photos []catalog.Photo, err error) { c.arrived(ids, photos, err, [2]int{from, to}) })
}

// arrived keeps what was read, has it shown, and reads what has come into view
// meanwhile.
func (c *Cache) arrived(ids []catalog.PhotoID, photos []catalog.Photo, err error, asked [2]int) {
	c.reading = false
	c.failed, c.failedFor = err != nil, asked
	if err != nil {
		c.Report(err)
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
	c.Came(fresh)
	c.Fetch()
}
