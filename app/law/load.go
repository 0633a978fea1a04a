package law

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// proposal is a rule pack that is looked at before it is loaded.
type proposal struct {
	dir     string
	diff    *workspace.PackDiff // nil until it was compared
	changes int
	reading bool
	loading bool
	more    bool
}

// choose asks for the folder of a pack.
func (v *View) choose() {
	if !v.locked && v.OnChoose != nil {
		v.OnChoose(v.Propose)
	}
}

// compared is some of what a pack would change.
type compared struct {
	page
	diff *workspace.PackDiff // with the first
}

// Propose shows what the pack in a folder would change if it were loaded. One
// that is wrong is refused, and what is shown stays.
func (v *View) Propose(dir string) {
	if v.locked {
		return
	}
	p := &proposal{dir: dir, reading: true}
	v.stale = v.stale || v.reading
	v.head.say("")
	words := v.words
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func(compared)) error {
		diff, err := v.source.DiffPack(ctx, dir)
		if err != nil {
			return err
		}
		begin := page{first: true}
		for i := range diff.Changes {
			begin.entries = append(begin.entries, changeOf(words, &diff.Changes[i]))
		}
		partial(compared{page: begin, diff: diff})
		return inPages(words, page{}, diff.Concerns(ctx), func(next page) { partial(compared{page: next}) })
	}, func(c compared) {
		if c.diff != nil {
			p.diff, p.changes = c.diff, len(c.diff.Changes)
			v.proposal, v.at = p, 0
			v.replace(c.entries)
			v.list.ToTop()
		} else {
			v.entries = append(v.entries, c.entries...)
		}
		p.more = c.more
		v.show()
	}, func(err error) {
		p.reading, v.reading = false, false
		if v.proposal != p { // it was refused
			v.head.refuse(v.words.Error(err))
			if v.stale || len(v.packs) == 0 {
				v.read()
			}
			return
		}
		v.report(err)
		v.show()
	})
}

// load takes the pack that is looked at into force.
func (v *View) load() {
	p := v.proposal
	if p == nil || p.loading || p.diff == nil || v.locked {
		return
	}
	p.loading = true
	v.head.show()
	type loaded struct {
		pack *rules.Pack
		step catalog.Step
	}
	task.Run(v.tasks, func(ctx context.Context) (loaded, error) {
		pack, step, err := v.source.LoadPack(ctx, p.dir, "")
		return loaded{pack, step}, err
	}, func(l loaded, err error) {
		if err != nil {
			v.drop()
			v.head.refuse(v.words.Error(err))
			return
		}
		v.drop()
		v.head.say(v.words.T("law.loaded", "title", v.words.PackTitle(l.pack.ID, l.pack.Title), "version", l.pack.Version))
		if v.OnStep != nil && l.step.ID != 0 {
			v.OnStep(l.step)
		}
	})
}

// drop goes back to what is in force.
func (v *View) drop() {
	v.proposal, v.at = nil, 0
	v.head.say("")
	v.replace(nil)
	v.read()
	v.Focus()
}
