package workspace

import (
	"context"

	"waybill/catalog"
)

// suggestPage is how many photos are read at once for their suggestions.
const suggestPage = 500

// SuggestAll says what Suggest says for each observation of many photos, in their
// order. Photos that are not in the catalogue any more have none.
func (c *Catalogue) SuggestAll(ctx context.Context, ids []catalog.PhotoID) ([]Suggested, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, err
	}
	items, err := c.itemsByID(ctx)
	if err != nil {
		return nil, err
	}
	var list []Suggested
	for from := 0; from < len(ids); from += suggestPage {
		photos, err := c.Photos(ctx, ids[from:min(from+suggestPage, len(ids))])
		if err != nil {
			return nil, err
		}
		for _, photo := range photos {
			for _, o := range photo.Observations {
				s := Suggested{Observation: o}
				for _, p := range packs {
					s.Answers = append(s.Answers, PackAnswer{Pack: p, Answer: p.Suggest(inputOf(photo, o, items[o.Item]))})
				}
				list = append(list, s)
			}
		}
	}
	return list, nil
}
