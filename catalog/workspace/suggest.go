package workspace

import (
	"context"
	"slices"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// Suggested is what the rule packs say about one observation.
type Suggested struct {
	catalog.Observation
	Way     catalog.Direction // that the packs were asked about: its own, else that of the batch
	Answers []PackAnswer
}

// PackAnswer is what one pack says.
type PackAnswer struct {
	Pack *rules.Pack
	rules.Answer
}

// Suggest says what the rule packs suggest for each observation of a photo. The
// direction is the observation's own, else that of the photo's batch. Nothing is
// stored.
func (c *Catalogue) Suggest(ctx context.Context, id catalog.PhotoID) ([]Suggested, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return nil, err
	}
	a, err := c.adviser(ctx)
	if err != nil {
		return nil, err
	}
	return a.photo(photo), nil
}

// suggestPage is how many photos are read at once for their suggestions.
const suggestPage = 500

// SuggestAll says what Suggest says for each observation of many photos, in their
// order. Photos that are not in the catalogue any more have none.
func (c *Catalogue) SuggestAll(ctx context.Context, ids []catalog.PhotoID) ([]Suggested, error) {
	a, err := c.adviser(ctx)
	if err != nil {
		return nil, err
	}
	var list []Suggested
	for page := range slices.Chunk(ids, suggestPage) {
		photos, err := c.Photos(ctx, page)
		if err != nil {
			return nil, err
		}
		for _, photo := range photos {
			list = append(list, a.photo(photo)...)
		}
	}
	return list, nil
}

// adviser asks the rule packs about the goods of photos.
type adviser struct {
	packs []*rules.Pack
	items map[catalog.ItemID]catalog.Item
}

func (c *Catalogue) adviser(ctx context.Context) (adviser, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return adviser{}, err
	}
	items, err := c.itemsByID(ctx)
	return adviser{packs: packs, items: items}, err
}

func (a adviser) photo(photo catalog.Photo) []Suggested {
	list := make([]Suggested, 0, len(photo.Observations))
	for _, o := range photo.Observations {
		list = append(list, a.observation(photo, o))
	}
	return list
}

func (a adviser) observation(photo catalog.Photo, o catalog.Observation) Suggested {
	return a.asked(o, inputOf(photo, o, a.items[o.Item]))
}

// asked gives what the packs suggest for an observation that they are asked about
// so.
func (a adviser) asked(o catalog.Observation, in rules.Input) Suggested {
	s := Suggested{Observation: o, Way: in.Direction}
	for _, p := range a.packs {
		s.Answers = append(s.Answers, PackAnswer{Pack: p, Answer: p.Suggest(in)})
	}
	return s
}

// inputOf gives what a rule pack wants to know of an observation.
func inputOf(p catalog.Photo, o catalog.Observation, item catalog.Item) rules.Input {
	in := rules.Input{ItemKey: o.ItemKey, ItemNames: item.Names, HS: item.HS, Direction: o.Direction}
	if in.Direction == "" {
		in.Direction = p.BatchDirection
	}
	if p.Date != nil {
		in.Earliest, in.Latest = p.Date.Earliest, p.Date.Latest
	}
	return in
}

func (c *Catalogue) itemsByID(ctx context.Context) (map[catalog.ItemID]catalog.Item, error) {
	list, err := c.Items(ctx)
	if err != nil {
		return nil, err
	}
	items := make(map[catalog.ItemID]catalog.Item, len(list))
	for _, i := range list {
		items[i.ID] = i
	}
	return items, nil
}
