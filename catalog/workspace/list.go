package workspace

import (
	"context"
	"iter"

	"waybill/catalog"
)

// List gives every photo that a query finds, in order and part by part, with the
// runs that they fall into: without groups page by page, in groups as a whole.
func (c *Catalogue) List(ctx context.Context, q catalog.Query, sort catalog.Sort, by catalog.Grouping, pageSize int) iter.Seq2[catalog.Listing, error] {
	if by == catalog.GroupNone {
		return c.FindPlaced(ctx, q, sort, pageSize)
	}
	return func(yield func(catalog.Listing, error) bool) { yield(c.grouped(ctx, q, sort, by)) }
}

// groupPage is how many photos are asked for at once that nobody waits to see.
const groupPage = 20_000

func (c *Catalogue) grouped(ctx context.Context, q catalog.Query, sort catalog.Sort, by catalog.Grouping) (catalog.Listing, error) {
	keys, err := c.groupKeys(ctx, by)
	if err != nil {
		return catalog.Listing{}, err
	}
	var ids []catalog.PhotoID
	for page, err := range c.FindAll(ctx, q, sort, groupPage) {
		if err != nil {
			return catalog.Listing{}, err
		}
		ids = append(ids, page...)
	}
	return keys.Arrange(ids, sort, by), nil
}

func (c *Catalogue) groupKeys(ctx context.Context, by catalog.Grouping) (catalog.GroupKeys, error) {
	if by != catalog.GroupAlike {
		return c.GroupKeys(ctx, by)
	}
	groups, err := c.Duplicates(ctx)
	k := catalog.GroupKeys{}
	for _, g := range groups {
		for _, p := range g.Photos {
			k.Set(p.Photo, int32(g.Photos[0].Photo))
		}
	}
	return k, err
}
