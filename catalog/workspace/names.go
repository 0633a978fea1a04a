package workspace

import (
	"context"

	"waybill/catalog"
)

// Names gives what the vocabulary calls its goods, routes, units and places, in
// this order. Places, which routes know by their keys, are there once more with the
// key for their English name.
func (c *Catalogue) Names(ctx context.Context) ([]catalog.Names, error) {
	items, err := c.Items(ctx)
	if err != nil {
		return nil, err
	}
	routes, err := c.Routes(ctx)
	if err != nil {
		return nil, err
	}
	units, err := c.Units(ctx)
	if err != nil {
		return nil, err
	}
	places, err := c.Places(ctx)
	if err != nil {
		return nil, err
	}
	names := make([]catalog.Names, 0, len(items)+len(routes)+len(units)+len(places))
	for _, i := range items {
		names = append(names, i.Names)
	}
	for _, r := range routes {
		names = append(names, r.Names)
	}
	for _, u := range units {
		names = append(names, u.Names)
	}
	for _, p := range places {
		byKey := p.Names
		byKey.English = p.Key
		names = append(names, p.Names, byKey)
	}
	return names, nil
}
