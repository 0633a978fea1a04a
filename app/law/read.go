package law

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// page is some of what is shown.
type page struct {
	packs   []string
	entries []entry
	first   bool // it takes the place of what was shown
	more    bool
}

// read reads the packs and the list; what is shown stays until others are there.
func (v *View) read() {
	v.reading, v.failed, v.stale = true, false, false
	v.again.Cancel()
	clear(v.changed)
	v.show()
	words := v.words
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func(page)) error {
		packs, err := v.source.Packs(ctx)
		if err != nil {
			return err
		}
		begin := page{first: true, packs: packTexts(words, packs)}
		return inPages(words, begin, v.source.Outdated(ctx), partial)
	}, v.add, v.ended)
}

// inPages gives entries as they are read, the first together with what begins.
func inPages(w *present.Words, begin page, pages iter.Seq2[[]workspace.Concern, error], partial func(page)) error {
	n := 0
	for list, err := range pages {
		if err != nil {
			return err
		}
		for i := range list {
			if n == MaxListed {
				begin.more = true
				break
			}
			begin.entries = append(begin.entries, entryOf(w, &list[i]))
			n++
		}
		partial(begin)
		if begin.more {
			return nil
		}
		begin = page{}
	}
	if begin.first {
		partial(begin)
	}
	return nil
}

// add shows what was read; the keyboard stays at its entry as far as it is there.
func (v *View) add(p page) {
	if p.first {
		v.packs = p.packs
		clear(v.busy)
		v.replace(p.entries)
	} else {
		v.entries = append(v.entries, p.entries...)
	}
	v.more = p.more
	v.show()
}

// ended says that all was read, or that it could not be.
func (v *View) ended(err error) {
	v.reading, v.failed = false, err != nil
	v.show()
	v.report(err)
}

// changedAtOnce is how many photos that changed are asked about by themselves.
const changedAtOnce = 500

// Changed reads again what is shown of photos that changed; without any the packs
// may have.
func (v *View) Changed(ids []catalog.PhotoID) {
	switch {
	case !v.shown:
	case !v.root.Visible():
		v.stale = true
	case v.proposal != nil: // its list is of what is; it goes when the page does
		v.stale = true
	case len(ids) == 0 || len(ids) > changedAtOnce || v.reading || v.more:
		v.read()
	default:
		v.readPhotos(ids)
	}
}

// Shown reads the page again when something changed while it was out of sight.
func (v *View) Shown() {
	if v.stale && v.proposal == nil {
		v.read()
	}
}

// reread is what is now to be said of some photos.
type reread struct {
	packs   []string
	entries []entry
}

// readPhotos puts what is now to be said of some photos in the place of what was.
func (v *View) readPhotos(ids []catalog.PhotoID) {
	for _, id := range ids {
		v.changed[id] = true
	}
	words, ids := v.words, slices.Collect(maps.Keys(v.changed)) // with those asked about before
	task.Ask(v.tasks, &v.again, func(ctx context.Context, partial func(reread)) error {
		packs, err := v.source.Packs(ctx)
		if err != nil {
			return err
		}
		list, err := v.source.OutdatedIn(ctx, ids)
		if err != nil {
			return err
		}
		r := reread{packs: packTexts(words, packs)}
		for i := range list {
			r.entries = append(r.entries, entryOf(words, &list[i]))
		}
		partial(r)
		return nil
	}, v.merge, v.report)
}

// merge puts the entries of photos that changed where theirs were; entries are by
// photo. When the packs changed too, all is read anew.
func (v *View) merge(r reread) {
	if !slices.Equal(r.packs, v.packs) {
		v.read()
		return
	}
	kept := slices.Clone(v.entries)
	kept = slices.DeleteFunc(kept, func(e entry) bool {
		if v.changed[e.photo] {
			delete(v.busy, e.observation)
		}
		return v.changed[e.photo]
	})
	clear(v.changed)
	kept = append(kept, r.entries...)
	slices.SortStableFunc(kept, func(a, b entry) int { return cmp.Compare(a.photo, b.photo) })
	v.replace(kept)
	v.show()
}
