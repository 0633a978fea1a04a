package workspace

import (
	"context"
	"slices"
	"time"

	"waybill/catalog"
	"waybill/catalog/sqlite"
)

// Basis gives what a status of the goods rests on in law: what the first
// suggestion says that comes to this status itself, else the first that names a
// measure. Goods that are exempt are so from its measure. What is not listed has
// no measure, but the pack in which it was not found. It is nothing where nothing
// is suggested.
func (s *Suggested) Basis(status catalog.Status) catalog.Legal {
	list := s.Proposals()
	at := slices.IndexFunc(list, func(p Proposal) bool { return p.Status() == status })
	if at < 0 && len(list) > 0 && (list[0].Measure != "" || status == catalog.NotListed) {
		at = 0
	}
	if at < 0 || status == catalog.NotAssessed {
		return catalog.Legal{}
	}
	legal := list[at].Judgement("").Legal
	if status == catalog.NotListed {
		legal.Measure = ""
	}
	return legal
}

// Judgement gives the goods a status that rests on Basis. One that stays keeps
// what it rests on, and its reason where none is given.
func (s *Suggested) Judgement(status catalog.Status, reason *string) Judgement {
	j := Judgement{Observations: []int64{s.ID}, Status: status}
	if d := s.Determination; d != nil && d.Status == status {
		j.Legal, j.Reason = d.Legal, d.Reason
	}
	if reason != nil {
		j.Reason = *reason
	}
	if j.Legal == (catalog.Legal{}) {
		j.Legal = s.Basis(status)
	}
	return j
}

// Apply carries out an edit as one step, or not at all, as the store does. A
// status that it gives rests on what the rule packs suggest for it, as Basis
// says, for each of the goods by itself.
func (c *Catalogue) Apply(ctx context.Context, e catalog.Edit) (catalog.Step, error) {
	if e.Status == nil || *e.Status == catalog.NotAssessed {
		return c.Store.Apply(ctx, e)
	}
	basis, err := c.basis(ctx, e.Photos)
	if err != nil {
		return catalog.Step{}, err
	}
	return c.ApplyResting(ctx, e, basis)
}

// Preview gives how many photos Apply would change, and changes nothing.
func (c *Catalogue) Preview(ctx context.Context, e catalog.Edit) (int, error) {
	if e.Status == nil || *e.Status == catalog.NotAssessed {
		return c.Store.Preview(ctx, e, nil)
	}
	basis, err := c.basis(ctx, e.Photos)
	if err != nil {
		return 0, err
	}
	return c.Store.Preview(ctx, e, basis)
}

// ApplyTemplate gives photos the values of the template of a name, as Apply does.
func (c *Catalogue) ApplyTemplate(ctx context.Context, name string, photos []catalog.PhotoID, by string) (catalog.Step, error) {
	e, err := c.TemplateEdit(ctx, name)
	if err != nil {
		return catalog.Step{}, err
	}
	e.Photos, e.By = photos, by
	return c.Apply(ctx, e)
}

// circumstances are what the packs want to know of a photo.
type circumstances struct {
	earliest, latest *time.Time
	way              catalog.Direction // of the batch
}

// basis reads what the packs want to know of photos, so that the goods which an
// edit leaves in them can be asked about while it is written.
func (c *Catalogue) basis(ctx context.Context, ids []catalog.PhotoID) (sqlite.Basis, error) {
	a, err := c.adviser(ctx)
	if err != nil {
		return nil, err
	}
	photos := make(map[catalog.PhotoID]circumstances, len(ids))
	for page := range slices.Chunk(ids, suggestPage) {
		list, err := c.Photos(ctx, page)
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			known := circumstances{way: p.BatchDirection}
			if p.Date != nil {
				known.earliest, known.latest = p.Date.Earliest, p.Date.Latest
			}
			photos[p.ID] = known
		}
	}
	return func(o catalog.Observation, status catalog.Status) catalog.Legal {
		known := photos[o.Photo]
		p := catalog.Photo{BatchDirection: known.way}
		p.Date = &catalog.Date{Earliest: known.earliest, Latest: known.latest}
		o.ItemKey = a.items[o.Item].Key // an edit may have given it another item
		said := a.observation(p, o)
		return said.Basis(status)
	}, nil
}
