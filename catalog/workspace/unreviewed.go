package workspace

import (
	"context"
	"slices"

	"waybill/catalog"
)

// maxUnreviewed is how many photos an export that is refused names.
const maxUnreviewed = 5

// refuseUnreviewed gives an error of the code ErrUnreviewed that names the first
// photos of an export which wait for a review, nil when none does.
func (c *Catalogue) refuseUnreviewed(ctx context.Context, o ExportOptions) error {
	var found []catalog.PhotoID
	pages := c.FindAll(ctx, WaitingFor(o.Query), catalog.SortTaken, maxUnreviewed)
	if o.Photos != nil {
		pages = chosenPages(o.Photos)
	}
	for photos, err := range c.photoPages(ctx, pages) {
		if err != nil {
			return err
		}
		if found = append(found, waiting(photos)...); len(found) >= maxUnreviewed {
			break
		}
	}
	return unreviewed(found)
}

// CountWaiting counts those photos that a query finds which wait for a review.
func (c *Catalogue) CountWaiting(ctx context.Context, q catalog.Query) (int, error) {
	return c.Count(ctx, WaitingFor(q))
}

// WaitingIn lists those of some photos which wait for a review.
func (c *Catalogue) WaitingIn(ctx context.Context, photos []catalog.PhotoID) ([]catalog.PhotoID, error) {
	var found []catalog.PhotoID
	for page, err := range c.photoPages(ctx, chosenPages(photos)) {
		if err != nil {
			return nil, err
		}
		found = append(found, waiting(page)...)
	}
	return found, nil
}

// WaitingFor narrows a query down to what waits for a review.
func WaitingFor(q catalog.Query) catalog.Query {
	return catalog.Query{Terms: append(slices.Clone(q.Terms), catalog.Term{Field: catalog.FieldReview, Value: catalog.ReviewWaiting})}
}

// waiting lists the photos that wait for a review.
func waiting(photos []catalog.Photo) []catalog.PhotoID {
	var ids []catalog.PhotoID
	for _, p := range photos {
		if catalog.Waits(p.Observations) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// unreviewed refuses to let photos leave; nil when there are none.
func unreviewed(ids []catalog.PhotoID) error {
	if len(ids) == 0 {
		return nil
	}
	e := &catalog.Error{Code: catalog.ErrUnreviewed, Op: "export", Subject: ids[0].String()}
	for _, id := range ids[:min(len(ids), maxUnreviewed)] {
		e.Matches = append(e.Matches, id.String())
	}
	return e
}
