package workspace

import (
	"context"
	"iter"
	"slices"
	"strings"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/sqlite"
)

// Concern is an observation whose determination is worth another look, with the
// old and the new basis.
type Concern struct {
	catalog.Observation
	*rules.Effect
	PhotoID string    // UUID of the photo
	Date    string    // EDTF, of the photo; "" unknown
	Was, Is string    // the pack that it was judged by and the one in force, as ids and versions; Was is "" when nobody knows
	First   *Proposal // what is suggested first now, nil when nothing is
}

// concernPage is how many photos are looked at at a time.
const concernPage = 500

// Outdated goes through the determinations in force that were made under another
// version of a rule pack than the one in force and are concerned by what has
// changed since: what they name changed, ended or is gone, or there is something
// new for their goods. It gives them page by page, by photo. An entry is gone once
// somebody has judged the goods anew, by Determine, Stand or TakeNew, or has
// withdrawn the judgement.
func (c *Catalogue) Outdated(ctx context.Context) iter.Seq2[[]Concern, error] {
	return func(yield func([]Concern, error) bool) {
		l, err := c.outdatedLookout(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		var names []string
		for _, p := range l.adviser.packs {
			names = append(names, p.Name())
		}
		l.pages(ctx, func(after catalog.PhotoID) ([]catalog.PhotoID, error) {
			return c.OutdatedPhotos(ctx, names, l.lastStep(), after, concernPage)
		}, yield)
	}
}

// OutdatedIn gives those of Outdated that are in some photos.
func (c *Catalogue) OutdatedIn(ctx context.Context, photos []catalog.PhotoID) ([]Concern, error) {
	l, err := c.outdatedLookout(ctx)
	if err != nil {
		return nil, err
	}
	photos = slices.Compact(slices.Sorted(slices.Values(photos)))
	var all []Concern
	for page := range slices.Chunk(photos, concernPage) {
		list, err := l.look(ctx, page)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// lookout looks for determinations that a change of the rule packs concerns.
type lookout struct {
	catalogue *Catalogue
	adviser   adviser
	// since gives what has changed for a determination since it was judged.
	since func(t *catalog.Determination) ([]since, error)

	versions map[string]*since // by name, of packs that are not in force
	stored   []sqlite.PackStep
	steps    map[int64]catalog.StepID // of determinations of the page that name no pack
}

// since is what has changed between the version of a pack that something was
// judged by, nil when nobody has its tables, and the one in force.
type since struct {
	*rules.Comparison
	was, is *rules.Pack
}

func (c *Catalogue) newLookout(ctx context.Context, packs []*rules.Pack) (*lookout, error) {
	items, err := c.itemsByID(ctx)
	return &lookout{catalogue: c, adviser: adviser{packs: packs, items: items}}, err
}

func (c *Catalogue) outdatedLookout(ctx context.Context) (*lookout, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, err
	}
	l, err := c.newLookout(ctx, packs)
	if err != nil {
		return nil, err
	}
	l.versions = map[string]*since{}
	l.stored, err = c.PackSteps(ctx)
	l.since = func(t *catalog.Determination) ([]since, error) { return l.sinceJudged(ctx, t) }
	return l, err
}

// pages looks at photos, some at a time, and stops when yield says so.
func (l *lookout) pages(ctx context.Context, next func(after catalog.PhotoID) ([]catalog.PhotoID, error), yield func([]Concern, error) bool) {
	for after := catalog.PhotoID(0); ; {
		ids, err := next(after)
		if err != nil {
			yield(nil, err)
			return
		}
		if len(ids) == 0 {
			return
		}
		list, err := l.look(ctx, ids)
		if err != nil || len(list) > 0 {
			if !yield(list, err) || err != nil {
				return
			}
		}
		after = ids[len(ids)-1]
	}
}

// look looks at the observations of some photos.
func (l *lookout) look(ctx context.Context, ids []catalog.PhotoID) ([]Concern, error) {
	photos, err := l.catalogue.Photos(ctx, ids)
	if err != nil {
		return nil, err
	}
	if l.steps, err = l.stepsOf(ctx, photos); err != nil {
		return nil, err
	}
	var list []Concern
	for _, p := range photos {
		for _, o := range p.Observations {
			if o.Determination == nil {
				continue
			}
			concern, err := l.concern(p, o)
			if err != nil {
				return nil, err
			}
			if concern != nil {
				list = append(list, *concern)
			}
		}
	}
	return list, nil
}

// concern tells what has changed for one observation, nil when nothing has.
func (l *lookout) concern(p catalog.Photo, o catalog.Observation) (*Concern, error) {
	t := o.Determination
	list, err := l.since(t)
	if err != nil {
		return nil, err
	}
	in := inputOf(p, o, l.adviser.items[o.Item])
	if t.Direction != "" {
		in.Direction = t.Direction
	}
	for _, s := range list {
		effect := s.Affects(rules.Facts{Input: in, Measure: t.Measure})
		if s.was == nil && t.Pack != "" {
			effect = s.Unknown(t.Measure)
		}
		if effect == nil {
			continue
		}
		effect.Old, effect.New = rules.Answer{}, rules.Answer{} // a page of them would be large
		c := &Concern{Observation: o, Effect: effect, PhotoID: p.UUID, Is: s.is.Name()}
		if s.was != nil {
			c.Was = s.was.Name()
		}
		if p.Date != nil {
			c.Date = p.Date.EDTF
		}
		now := l.adviser.asked(o, in)
		if list := now.Proposals(); len(list) > 0 {
			c.First = &list[0]
		}
		return c, nil
	}
	return nil, nil
}

// stepsOf reads when the determinations were made that name no pack.
func (l *lookout) stepsOf(ctx context.Context, photos []catalog.Photo) (map[int64]catalog.StepID, error) {
	var ids []int64
	for _, p := range photos {
		for _, o := range p.Observations {
			if t := o.Determination; t != nil && t.Pack == "" {
				ids = append(ids, t.ID)
			}
		}
	}
	return l.catalogue.DeterminedIn(ctx, ids)
}

// lastStep is that in which a rule pack was stored last.
func (l *lookout) lastStep() catalog.StepID {
	if len(l.stored) == 0 {
		return 0
	}
	return l.stored[len(l.stored)-1].Step
}

// sinceJudged compares the pack that a determination was judged by with the one
// of its id in force. One that names no pack was judged by all that were in force
// when it was made.
func (l *lookout) sinceJudged(ctx context.Context, t *catalog.Determination) ([]since, error) {
	var list []since
	for _, is := range l.adviser.packs {
		name := t.Pack
		if name == "" {
			name = l.inForceAt(is, l.steps[t.ID])
		}
		if packID(name) != is.ID || name == is.Name() {
			continue
		}
		s, err := l.version(ctx, name, is)
		if err != nil {
			return nil, err
		}
		list = append(list, *s)
	}
	return list, nil
}

// inForceAt names the version of a pack that was in force at a step: the one
// stored last by then, else the first, which was there from the beginning.
func (l *lookout) inForceAt(is *rules.Pack, step catalog.StepID) string {
	name := ""
	for _, p := range l.stored {
		if p.Key == is.ID && (name == "" || p.Step <= step) {
			name = p.Key + " " + p.Version
		}
	}
	return name
}

// version reads a version that is not in force any more and compares it.
func (l *lookout) version(ctx context.Context, name string, is *rules.Pack) (*since, error) {
	if s := l.versions[name]; s != nil {
		return s, nil
	}
	s := &since{is: is}
	id, number, _ := strings.Cut(name, " ")
	stored, err := l.catalogue.PackVersion(ctx, id, number)
	if err != nil {
		return nil, err
	}
	if stored != nil {
		if s.was, err = rules.Load(stored.Table); err != nil {
			return nil, err
		}
	}
	s.Comparison = rules.Compare(s.was, is)
	l.versions[name] = s
	return s, nil
}
