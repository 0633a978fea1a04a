package workspace

import (
	"context"

	"waybill/catalog"
)

// Names gives what the vocabulary calls its goods, routes, units and places, in
// this order. Places, which routes know by their keys, are there once more with the
// key for their English name.
func (c *Catalogue) Names(ctx context.Context) ([]catalog.Names, error) {
	all, err := c.terms(ctx)
	if err != nil {
		return nil, err
	}
	names := make([]catalog.Names, 0, len(all.items)+len(all.routes)+len(all.units)+len(all.places))
	for _, i := range all.items {
		names = append(names, i.Names)
	}
	for _, r := range all.routes {
		names = append(names, r.Names)
	}
	for _, u := range all.units {
		names = append(names, u.Names)
	}
	for _, p := range all.places {
		byKey := p.Names
		byKey.English = p.Key
		names = append(names, p.Names, byKey)
	}
	return names, nil
}

// terms are all entries of the vocabulary.
type terms struct {
	items  []catalog.Item
	routes []catalog.Route
	units  []catalog.Unit
	places []catalog.PlaceEntry
}

func (c *Catalogue) terms(ctx context.Context) (t terms, err error) {
	if t.items, err = c.Items(ctx); err != nil {
		return terms{}, err
	}
	if t.routes, err = c.Routes(ctx); err != nil {
		return terms{}, err
	}
	if t.units, err = c.Units(ctx); err != nil {
		return terms{}, err
	}
	if t.places, err = c.Places(ctx); err != nil {
		return terms{}, err
	}
	return t, nil
}
