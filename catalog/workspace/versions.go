package workspace

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/picture"
	"waybill/catalog/similar"
	"waybill/catalog/sqlite"
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
	distances := map[catalog.PhotoID]int{}
	ids := []catalog.PhotoID{id}
	for _, m := range similar.Near(entries, own, similar.Threshold) {
		if m.Photo != id {
			distances[m.Photo] = m.Distance
			ids = append(ids, m.Photo)
		}
	}
	photos, err := c.Photos(ctx, ids)
	if err != nil || len(photos) == 0 || photos[0].ID != id {
		return nil, err
	}
	var near []Similar
	for _, p := range photos[1:] {
		if similar.SameShape(side(photos[0].Width), side(photos[0].Height), side(p.Width), side(p.Height)) {
			near = append(near, Similar{Photo: p.ID, Distance: distances[p.ID]})
		}
	}
	return near, nil
}

func side(pixels *int) int {
	if pixels == nil {
		return 0
	}
	return *pixels
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
	byPhoto := make(map[catalog.PhotoID]sqlite.Look, len(looks))
	entries := make([]similar.Entry, len(looks))
	for i, l := range looks {
		byPhoto[l.Photo] = l
		entries[i] = similar.Entry{Photo: l.Photo, Hash: l.Hash, Pixels: int64(l.Width) * int64(l.Height), Facts: l.Facts, Size: l.Size}
	}
	found, err := similar.Groups(ctx, entries, similar.Threshold)
	if err != nil {
		return nil, err
	}
	var groups []Group
	for _, ids := range found {
		head, group := byPhoto[ids[0]], Group{}
		for _, id := range ids {
			if l := byPhoto[id]; similar.SameShape(head.Width, head.Height, l.Width, l.Height) {
				group.Photos = append(group.Photos, Similar{Photo: id, Distance: picture.HashDistance(head.Hash, l.Hash)})
			}
		}
		if len(group.Photos) > 1 {
			groups = append(groups, group)
		}
	}
	return groups, nil
}
