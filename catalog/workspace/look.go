package workspace

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"path"
	"strings"

	"waybill/catalog"
	"waybill/catalog/originals"
	"waybill/catalog/picture"
	"waybill/catalog/sqlite"
)

// Judgement is a determination to be made of several observations, see Determine.
type Judgement = sqlite.Judgement

// maxShown is the largest original that is read to be shown, in bytes.
const maxShown = 256 << 20

// Thumbnail gives a photo's thumbnail as JPEG bytes: from the cache, else made
// anew from the original and kept. A photo whose picture cannot be shown has a
// placeholder.
func (c *Catalogue) Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error) {
	if p.Problem != "" {
		return picture.Placeholder(), nil
	}
	jpeg, err := c.thumbs.Get(ctx, p.SHA256, picture.PipelineVersion)
	if err != nil || jpeg != nil {
		return jpeg, err
	}
	data, err := c.originals.Read(p.Path, p.Referenced, maxShown)
	if err != nil {
		return nil, err
	}
	turn := 1
	if p.Orientation != nil {
		turn = *p.Orientation
	}
	look, err := picture.Decoder{Remote: c.box}.Look(ctx, data, turn)
	if err != nil {
		return nil, err
	}
	return look.Thumb, c.thumbs.Put(ctx, picture.PipelineVersion, map[string][]byte{p.SHA256: look.Thumb})
}

// Picture gives a photo's picture upright, decoded from the original and scaled
// down so that its longest side has at most maxSide pixels; with 0 it has all of
// its pixels, and is an *image.YCbCr where that takes less memory. What cannot be
// shown gives a *catalog.Error with the code that says why.
func (c *Catalogue) Picture(ctx context.Context, p catalog.Photo, maxSide int) (image.Image, error) {
	if p.Problem != "" {
		return nil, &catalog.Error{Code: p.Problem, Op: "show photo", Subject: p.ID.String()}
	}
	data, err := c.originals.Read(p.Path, p.Referenced, maxShown)
	if err != nil {
		return nil, fmt.Errorf("show photo %s: %w", p.ID, err)
	}
	turn := 1
	if p.Orientation != nil {
		turn = *p.Orientation
	}
	img, err := c.decoded(ctx, data, turn, maxSide)
	if err != nil {
		return nil, fmt.Errorf("show photo %s: %w", p.ID, err)
	}
	return img, nil
}

// decoded decodes a picture, upright.
func (c *Catalogue) decoded(ctx context.Context, data []byte, turn, maxSide int) (image.Image, error) {
	decoder := picture.Decoder{Remote: c.box}
	if maxSide <= 0 {
		img, _, err := decoder.DecodeFull(ctx, data, turn)
		return img, err
	}
	img, info, err := decoder.DecodeScaled(ctx, data, maxSide)
	if err != nil {
		return nil, err
	}
	if !info.Upright {
		img = picture.Upright(img, turn)
	}
	return img, nil
}

// OriginalPath gives where a photo's original lies.
func (c *Catalogue) OriginalPath(p catalog.Photo) string {
	return c.originals.Path(p.Path, p.Referenced)
}

// Verify reads every original again and checks the history. It calls found for
// each thing wrong and progress, if not nil, after each original.
func (c *Catalogue) Verify(ctx context.Context, found func(catalog.Finding), progress func(bytes int64)) error {
	if err := c.Store.Verify(ctx, found); err != nil {
		return err
	}
	prove := func(photo catalog.PhotoID, path string, referenced bool, sum string) error {
		err := c.originals.Prove(ctx, path, referenced, sum)
		if errors.Is(err, context.Canceled) {
			return &catalog.Error{Code: catalog.ErrCancelled, Op: "verify", Err: err}
		}
		if err != nil {
			found(damage(photo, path, err))
		}
		return nil
	}
	err := c.Originals(ctx, func(o sqlite.Original) error {
		err := prove(o.ID, o.Path, o.Referenced, o.SHA256)
		if err == nil && progress != nil {
			progress(o.Size)
		}
		return err
	})
	if err != nil {
		return err
	}
	return c.Sidecars(ctx, func(photo catalog.PhotoID, file string) error {
		return prove(photo, file, false, strings.TrimSuffix(path.Base(file), path.Ext(file)))
	})
}

// damage says what is wrong with a copy.
func damage(photo catalog.PhotoID, path string, err error) catalog.Finding {
	finding := catalog.Finding{Code: catalog.FoundUnreadable, Subject: photo.String(), Path: path, Detail: err.Error()}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		finding.Code = catalog.FoundMissing
	case errors.Is(err, originals.ErrAltered):
		finding.Code = catalog.FoundAltered
	}
	return finding
}
