package versions

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

const (
	maxFetch = 600   // photos read at once: some screens
	maxKnown = 4_000 // photos kept
	// maxGroup is how many photos of a group are read: those beyond them can be
	// reached by the keyboard one after another, and are read then.
	maxGroup = 60
)

// photoCache keeps the photos of the groups that are visible, or were lately,
// and reads those that come into view, one read at a time. They are kept by
// their ids, so that it does not matter which row asks.
type photoCache struct {
	view      *View
	known     map[catalog.PhotoID]*catalog.Photo // nil: there is no such photo
	reading   bool
	changed   map[catalog.PhotoID]bool // since the read under way began: its answer is stale
	failed    bool                     // the last read failed, and would again
	failedFor [2]int                   // the visible groups it was for
}

func newPhotoCache(v *View) *photoCache {
	return &photoCache{view: v, known: map[catalog.PhotoID]*catalog.Photo{}, changed: map[catalog.PhotoID]bool{}}
}

// get gives a photo, nil when it is not here.
func (c *photoCache) get(id catalog.PhotoID) *catalog.Photo { return c.known[id] }

// forget drops photos that are no longer what the catalogue says.
func (c *photoCache) forget(ids []catalog.PhotoID) {
	for _, id := range ids {
		delete(c.known, id)
		if c.reading {
			c.changed[id] = true
		}
	}
	c.failed = false
}

// fetch reads the photos that are missing in the visible groups.
func (c *photoCache) fetch() {
	from, to := c.view.list.visible()
	if !c.view.root.Visible() || c.reading || (c.failed && c.failedFor == [2]int{from, to}) {
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

// missing lists the photos of visible groups that are not here; when there are
// any, also those of as many groups behind them.
func (c *photoCache) missing(from, to int) []catalog.PhotoID {
	var ids []catalog.PhotoID
	groups := c.view.groups
	for i := from; i < min(2*to-from, len(groups)); i++ {
		if i == to && len(ids) == 0 {
			break
		}
		ids = c.unknown(ids, i, groups[i])
	}
	return ids
}

// unknown adds the photos of a group that are not here.
func (c *photoCache) unknown(ids []catalog.PhotoID, index int, g workspace.Group) []catalog.PhotoID {
	for n, s := range g.Photos {
		if n >= maxGroup && (index != c.view.at || n < c.view.version-maxGroup/2 || n > c.view.version+maxGroup/2) {
			continue
		}
		if _, known := c.known[s.Photo]; !known && len(ids) < maxFetch {
			ids = append(ids, s.Photo)
		}
	}
	return ids
}

// arrived keeps what was read, shows it, and reads what has come into view
// meanwhile.
func (c *photoCache) arrived(ids []catalog.PhotoID, photos []catalog.Photo, err error, asked [2]int) {
	c.reading = false
	c.failed, c.failedFor = err != nil, asked
	if err != nil {
		c.view.report(err)
		return
	}
	if len(c.known)+len(ids) > maxKnown {
		clear(c.known) // what is visible is read again
	}
	for _, id := range ids {
		if !c.changed[id] {
			c.known[id] = nil
		}
	}
	for i := range photos {
		if id := photos[i].ID; !c.changed[id] {
			c.known[id] = &photos[i]
		}
	}
	c.view.list.Refresh()
	c.fetch()
}
