package workspace

import (
	"context"

	"waybill/catalog"
)

// Places lists the places of the vocabulary as they stand: the shipped ones with
// the newsroom's over them, crossings and ports first. SavePlace, MergePlaces and
// RemovePlace change them.
func (c *Catalogue) Places(ctx context.Context) ([]catalog.PlaceEntry, error) {
	g, err := c.placesNow(ctx)
	if err != nil {
		return nil, err
	}
	return g.Places(), nil
}
