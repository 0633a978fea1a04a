package versions

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// unions unites the tags of groups: each group is a step of its own.
type unions struct {
	view    *View
	running map[catalog.PhotoID]bool // heads of the groups that are being united
	all     task.Latest
	many    bool // all groups are being united
	done    int  // of them so far
	total   int
	changed int // groups that had something to unite
	last    catalog.Step
}

// one unites the tags of a group.
func (u *unions) one(group int) {
	v := u.view
	if v.locked || u.many || group >= len(v.groups) {
		return
	}
	g := v.groups[group]
	head := g.Photos[0].Photo
	if u.running[head] || v.alike(g) {
		return
	}
	u.running[head] = true
	v.list.Refresh()
	task.Run(v.tasks, func(ctx context.Context) (catalog.Step, error) {
		return v.source.Unite(ctx, idsOf(g), "")
	}, func(step catalog.Step, err error) {
		delete(u.running, head)
		v.list.Refresh()
		v.report(err)
		if err == nil && step.ID == 0 {
			v.head.say(v.words.T("versions.nothing"))
		}
		u.tell(step)
	})
}

// united is what a run over all groups has done so far.
type united struct {
	done int
	step catalog.Step // the latest, without an id when it changed nothing
}

// every unites the tags of all groups, one after another.
func (u *unions) every() {
	v, groups := u.view, u.view.groups
	u.many, u.done, u.total, u.changed, u.last = true, 0, len(groups), 0, catalog.Step{}
	v.show()
	task.Ask(v.tasks, &u.all, func(ctx context.Context, partial func(united)) error {
		for i, g := range groups {
			step, err := v.source.Unite(ctx, idsOf(g), "")
			if err != nil {
				return err
			}
			partial(united{i + 1, step})
		}
		return nil
	}, func(p united) {
		u.done = p.done
		if p.step.ID != 0 {
			u.changed, u.last = u.changed+1, p.step
		}
		v.head.show()
	}, u.ended)
}

// ended tells what a run over all groups came to.
func (u *unions) ended(err error) {
	v := u.view
	u.many = false
	switch {
	case err != nil:
		v.head.say(v.words.T("versions.stopped", "done", u.done, "total", u.total))
		v.report(err)
	case u.changed == 0:
		v.head.say(v.words.T("versions.nothing"))
	default:
		v.head.say(v.words.N("versions.done", u.changed))
	}
	v.show()
	u.tell(u.last)
}

// stop ends a run over all groups, or takes back the question whether to begin
// one; it tells whether there was anything to stop.
func (u *unions) stop() bool {
	v := u.view
	if v.head.asking {
		v.head.ask(false)
		return true
	}
	if !u.many {
		return false
	}
	u.all.Cancel()
	u.many = false
	v.head.say(v.words.T("versions.stopped", "done", u.done, "total", u.total))
	v.show()
	u.tell(u.last)
	return true
}

func (u *unions) tell(step catalog.Step) {
	if step.ID != 0 && u.view.OnStep != nil {
		u.view.OnStep(step)
	}
}

// alike tells whether the photos of a group are known to have nothing to unite.
func (v *View) alike(g workspace.Group) bool {
	photos := make([]*catalog.Photo, len(g.Photos))
	for i, s := range g.Photos {
		if photos[i] = v.photos.Get(s.Photo); photos[i] == nil {
			return false
		}
	}
	return sameTags(photos)
}

// sameTags tells whether every photo has the items of all, and none lacks a
// route, a caption or a note that another has.
func sameTags(photos []*catalog.Photo) bool {
	type kind struct {
		item    catalog.ItemID
		visible bool
	}
	all := map[kind]bool{}
	var route, caption, note int
	for _, p := range photos {
		for _, o := range p.Observations {
			all[kind{o.Item, o.Visible}] = true
		}
		route += one(p.Route.Value != 0 && !p.Route.FromBatch)
		caption += one(p.Caption != "")
		note += one(p.Note != "")
	}
	for _, p := range photos {
		own := map[kind]bool{}
		for _, o := range p.Observations {
			own[kind{o.Item, o.Visible}] = true
		}
		if len(own) != len(all) {
			return false
		}
	}
	for _, n := range []int{route, caption, note} {
		if n != 0 && n != len(photos) {
			return false
		}
	}
	return true
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
