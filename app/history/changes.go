package history

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	pageSize = 100    // changes read at once
	maxLines = 20_000 // changes listed of one step; the command line has all of them
)

// changes are what the step with the keyboard made otherwise, as far as somebody
// has scrolled.
type changes struct {
	view    *View
	of      catalog.StepID
	list    []line
	at      int // the one that is chosen
	next    catalog.ChangeCursor
	photos  bool // some are about photos
	whole   bool // there are no more
	reading bool
	asked   task.Latest
}

// line is a change in words.
type line struct {
	photo catalog.PhotoID
	text  string
}

// read begins with the step that has the keyboard now.
func (c *changes) read() {
	c.asked.Cancel()
	*c = changes{view: c.view, of: c.view.Step(), asked: c.asked}
	if c.of != 0 {
		c.more()
	}
	c.view.lines.ToTop()
	c.view.lines.Refresh()
}

// more reads the next page.
func (c *changes) more() {
	if c.whole || c.reading || c.of == 0 {
		return
	}
	type page struct {
		list []catalog.Change
		next catalog.ChangeCursor
	}
	v, of, photo, after := c.view, c.of, c.view.of.Photo, c.next
	c.reading = true
	task.Ask(v.tasks, &c.asked, func(ctx context.Context, tell func(page)) error {
		list, next, err := v.source.Changes(ctx, of, photo, after, pageSize)
		if err == nil {
			tell(page{list, next})
		}
		return err
	}, func(p page) {
		before := c.photo()
		for _, change := range p.list {
			c.photos = c.photos || change.Photo != 0
			c.list = append(c.list, line{photo: change.Photo, text: v.words.Change(change)})
		}
		c.next = p.next
		c.whole = len(p.list) < pageSize || len(c.list) >= maxLines
		v.lines.Refresh()
		v.detail.show()
		if c.photo() != before {
			v.notify()
		}
	}, func(err error) {
		c.reading = false
		c.whole = c.whole || err != nil
		v.report(err)
		v.detail.show()
	})
}

// photo is the one that the chosen change is about, 0 for none.
func (c *changes) photo() catalog.PhotoID {
	if c.at >= len(c.list) {
		return 0
	}
	return c.list[c.at].photo
}

// pick chooses a change.
func (c *changes) pick(index int) {
	if index = max(0, min(index, len(c.list)-1)); index == c.at || len(c.list) == 0 {
		return
	}
	c.at = index
	c.view.lines.ScrollTo(index)
	c.view.lines.Refresh()
	c.view.notify()
}

// present shows the photo of the chosen change large.
func (c *changes) present() {
	if id := c.photo(); id != 0 && c.view.OnShow != nil {
		c.view.OnShow(id)
	}
}
