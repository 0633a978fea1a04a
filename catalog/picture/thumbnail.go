package picture

import (
	"bytes"
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

// Thumbnail is Decoder.Thumbnail with the default limit.
func Thumbnail(data []byte, orientation int) ([]byte, Info, error) {
	return Decoder{}.Thumbnail(data, orientation)
}

// Thumbnail returns a JPEG of the picture, upright, of at most ThumbSide pixels
// a side, without metadata. Orientation is the EXIF one. Errors are those of
// DecodeScaled.
func (d Decoder) Thumbnail(data []byte, orientation int) ([]byte, Info, error) {
	img, info, err := d.DecodeScaled(data, ThumbSide)
	if err != nil {
		return nil, info, err
	}
	thumb, err := encodeThumb(Upright(img, orientation))
	return thumb, info, err
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
