package loupe

import (
	"context"
	"slices"

	"waybill/app/task"
	"waybill/catalog"
)

// photoCache keeps the rows of the photos that are shown and of their neighbours.
type photoCache struct {
	view    *View
	rows    map[catalog.PhotoID]*catalog.Photo
	stale   map[catalog.PhotoID]bool // shown as they were until they are read again
	missing map[catalog.PhotoID]bool // read, and not in the catalogue
	failed  error                    // of the last reading
	asked   task.Latest
}

func (c *photoCache) get(id catalog.PhotoID) *catalog.Photo { return c.rows[id] }

// forget has photos read again.
func (c *photoCache) forget(ids []catalog.PhotoID) {
	for _, id := range ids {
		delete(c.missing, id)
		if c.rows[id] != nil {
			c.stale[id] = true
		}
	}
}

// fetch keeps the rows of some photos and reads those that are not here.
func (c *photoCache) fetch(ids []catalog.PhotoID) {
	rows, stale, missing := map[catalog.PhotoID]*catalog.Photo{}, map[catalog.PhotoID]bool{}, map[catalog.PhotoID]bool{}
	var wanted []catalog.PhotoID
	for _, id := range ids {
		if p := c.rows[id]; p != nil {
			rows[id], stale[id] = p, c.stale[id]
		}
		missing[id] = c.missing[id]
		if (rows[id] == nil && !missing[id]) || stale[id] {
			wanted = append(wanted, id)
		}
	}
	c.rows, c.stale, c.missing, c.failed = rows, stale, missing, nil
	if len(wanted) == 0 {
		c.asked.Cancel()
		return
	}
	source := c.view.source
	task.Ask(c.view.tasks, &c.asked, func(ctx context.Context, partial func([]catalog.Photo)) error {
		photos, err := source.Photos(ctx, wanted)
		if err == nil {
			partial(photos)
		}
		return err
	}, func(photos []catalog.Photo) { c.take(wanted, photos) }, func(err error) {
		c.failed = err
		if err != nil {
			c.view.present()
			tell(c.view.OnError, err)
		}
	})
}

// take keeps what was read.
func (c *photoCache) take(wanted []catalog.PhotoID, photos []catalog.Photo) {
	for _, id := range wanted {
		at := slices.IndexFunc(photos, func(p catalog.Photo) bool { return p.ID == id })
		c.stale[id], c.missing[id] = false, at < 0
		delete(c.rows, id)
		if at >= 0 {
			c.rows[id] = &photos[at]
		}
	}
	c.view.present()
}
