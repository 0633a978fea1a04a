package workspace

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/picture"
	"waybill/catalog/similar"
)

// Similar is a photo that looks like another one.
type Similar struct {
	Photo    catalog.PhotoID
	Distance int // how many of 64 bits of their perceptual hashes differ
}

// Near gives the photos that look like one, the most alike first, without
// itself.
func (c *Catalogue) Near(ctx context.Context, id catalog.PhotoID) ([]Similar, error) {
	hashes, err := c.Hashes(ctx)
	own, ok := hashes[id]
	if err != nil || !ok {
		return nil, err
	}
	entries := make([]similar.Entry, 0, len(hashes))
	for photo, hash := range hashes {
		entries = append(entries, similar.Entry{Photo: photo, Hash: hash})
	}
	var near []Similar
	for _, m := range similar.Near(entries, own, similar.Threshold) {
		if m.Photo != id {
			near = append(near, Similar{Photo: m.Photo, Distance: m.Distance})
		}
	}
	return near, nil
}

// Group is several versions of one picture: the best first, by pixels, then by
// what is known of it, and the others with their distance to it.
type Group struct {
	Photos []Similar
}

// Duplicates groups the photos that look alike.
func (c *Catalogue) Duplicates(ctx context.Context) ([]Group, error) {
	looks, err := c.Looks(ctx)
	if err != nil {
		return nil, err
	}
	hashes := make(map[catalog.PhotoID]uint64, len(looks))
	entries := make([]similar.Entry, len(looks))
	for i, l := range looks {
		hashes[l.Photo] = l.Hash
		entries[i] = similar.Entry{Photo: l.Photo, Hash: l.Hash, Pixels: l.Pixels, Facts: l.Facts, Size: l.Size}
	}
	found, err := similar.Groups(ctx, entries, similar.Threshold)
	if err != nil {
		return nil, err
	}
	groups := make([]Group, len(found))
	for i, ids := range found {
		for _, id := range ids {
			groups[i].Photos = append(groups[i].Photos, Similar{Photo: id, Distance: picture.HashDistance(hashes[ids[0]], hashes[id])})
		}
	}
	return groups, nil
}
