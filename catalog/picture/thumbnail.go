package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
)

// ThumbSide is the longest side of a thumbnail, in pixels.
const ThumbSide = 320

// PipelineVersion is raised when thumbnails come out otherwise than before, so
// that those made earlier are made anew.
const PipelineVersion = 1

// thumbQuality is the JPEG quality of thumbnails, 1 to 100: at 80 about 15 to 25
// KB each, with no artefacts at the size they are shown.
const thumbQuality = 80

// Look is what a picture's pixels tell, all from one decoding.
type Look struct {
	Info  Info
	Thumb []byte  // a JPEG, upright, of at most ThumbSide pixels a side, without metadata
	Hash  *uint64 // see PerceptualHash; nil for a picture without contrast
	// Embedded compares the thumbnail that the file carries with the picture; nil
	// when it carries none.
	Embedded *Comparison
}

// Look decodes a picture for its thumbnail, its hash and the comparison with the
// thumbnail in it. Orientation is the one that its Exif data states, 1 for none;
// it is heeded unless Info.Upright is set. Errors are those of DecodeScaled, and
// Info is filled in with them too.
func (d Decoder) Look(ctx context.Context, data []byte, orientation int) (Look, error) {
	img, info, err := d.DecodeScaled(ctx, data, ThumbSide)
	if err != nil {
		return Look{Info: info}, err
	}
	look := Look{Info: info}
	if embedded, ok := EmbeddedThumbnail(data); ok {
		if c, ok := compareThumbnail(img, embedded); ok {
			look.Embedded = &c
		}
	}
	if !info.Upright {
		img = Upright(img, orientation)
	}
	if hash, ok := PerceptualHash(img); ok {
		look.Hash = &hash
	}
	look.Thumb, err = encodeThumb(img)
	return look, err
}

func encodeThumb(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: thumbQuality}); err != nil {
		return nil, fmt.Errorf("encode thumbnail: %w", err)
	}
	return b.Bytes(), nil
}

// Placeholder returns the JPEG that stands for a photo that cannot be shown: a
// frame with a hill and a sun, torn in two, grey on grey, 320×240. It is the
// same bytes each time.
func Placeholder() []byte {
	const w, h = ThumbSide, ThumbSide * 3 / 4
	img := image.NewGray(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(color.Gray{Y: 0xd8}), image.Point{}, draw.Src)
	const left, top, right, bottom, border = 100, 75, 220, 165, 4
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			// The tear zigzags down the middle, six pixels wide.
			tear := (left+right)/2 + abs((y-top)%24-12) - 6
			inside := x >= left+border && x < right-border && y >= top+border && y < bottom-border
			sun := square(x-132)+square(y-103) < square(11)
			hill := y > 95+abs(x-175)*3/4
			switch {
			case abs(x-tear) < 3:
			case !inside, sun, hill:
				img.SetGray(x, y, color.Gray{Y: 0x98})
			}
		}
	}
	b, err := encodeThumb(img)
	if err != nil {
		panic(err) // a buffer takes all writes and the size is a constant
	}
	return b
}

func abs(v int) int { return max(v, -v) }

func square(v int) int { return v * v }
