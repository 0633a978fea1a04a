package widgets

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	_ "image/jpeg" // the format of thumbnails

	"fyne.io/fyne/v2"
)

// maxDecodedSide is the longest side of a picture that DecodePicture takes, in pixels: 64 MB at most.
const maxDecodedSide = 4096

// DecodePicture makes a picture of the bytes of a JPEG, in the form that Fyne paints fastest. It is meant for a goroutine of
// its own. The size is looked at before anything is decoded.
func DecodePicture(data []byte) (*image.RGBA, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decode picture: %w", err)
	}
	if config.Width > maxDecodedSide || config.Height > maxDecodedSide {
		return nil, fmt.Errorf("decode picture: %d×%d pixels are too many", config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decode picture: %w", err)
	}
	rgba := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(rgba, rgba.Rect, img, img.Bounds().Min, draw.Src)
	return rgba, nil
}

// Fit gives the largest size of a picture's shape within a room; the room itself for a picture of no size.
func Fit(picture image.Rectangle, room fyne.Size) fyne.Size {
	w, h := float32(picture.Dx()), float32(picture.Dy())
	if w <= 0 || h <= 0 {
		return room
	}
	scale := min(room.Width/w, room.Height/h)
	return fyne.NewSize(w*scale, h*scale)
}
