package workspace

import (
	"context"

	"waybill/catalog"
)

// tallyPage is how many photos are read at once to be counted.
const tallyPage = 500

// Tally counts the goods in the photos that a query finds. Memory does not grow
// with their number, only with that of the lots.
func (c *Catalogue) Tally(ctx context.Context, q catalog.Query) ([]catalog.Count, error) {
	var t catalog.Tally
	for photos, err := range c.photoPages(ctx, c.FindAll(ctx, q, catalog.SortImported, tallyPage)) {
		if err != nil {
			return nil, err
		}
		t.Add(photos...)
	}
	return t.Counts(), nil
}
