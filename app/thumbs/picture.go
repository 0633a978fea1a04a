package thumbs

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
)

// maxMark is how large the mark of a broken picture is, in pixels.
const maxMark = 32

// Picture shows one thumbnail after another in a cell that is reused: until one
// is here its well, and a mark when it could not be had.
type Picture struct {
	thumbs  *Thumbs
	changed func()
	shape   image.Rectangle // of what is shown
	key     Key             // of what is shown or on its way
	ticket  *widgets.Ticket[Key]

	well   *canvas.Rectangle
	image  *canvas.Image
	broken *widget.Icon
}

// NewPicture makes an empty picture; changed is called when a thumbnail has
// come, or could not be had.
func (t *Thumbs) NewPicture(changed func()) *Picture {
	p := &Picture{
		thumbs: t, changed: changed, well: canvas.NewRectangle(nil),
		image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, broken: widget.NewIcon(theme.BrokenImageIcon()),
	}
	p.well.CornerRadius = 2
	return p
}

// Objects are what is to be painted, from the back to the front.
func (p *Picture) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.well, p.image, p.broken}
}

// Show asks for the thumbnail of a photo, unless it is here or on its way.
func (p *Picture) Show(photo *catalog.Photo) {
	k := KeyOf(photo)
	if k == p.key && (p.ticket != nil || p.Shown() || p.thumbs.failed[k]) {
		return
	}
	p.Clear()
	p.key = k
	if p.thumbs.failed[k] {
		return
	}
	p.ticket = p.thumbs.loader.Request(k, func(img image.Image, err error) {
		p.ticket = nil
		if err != nil {
			p.thumbs.fail(k)
		} else {
			p.image.Image, p.shape = img, img.Bounds()
		}
		p.changed()
	})
}

// Clear takes the thumbnail away, and the request for one.
func (p *Picture) Clear() {
	p.ticket.Cancel()
	p.ticket, p.key, p.shape = nil, Key{}, image.Rectangle{}
	p.image.Image = nil
}

// Shape is that of the thumbnail, empty while there is none.
func (p *Picture) Shape() image.Rectangle { return p.shape }

// Shown tells whether a thumbnail is here.
func (p *Picture) Shown() bool { return !p.shape.Empty() }

// Broken tells whether the thumbnail could not be had.
func (p *Picture) Broken() bool { return !p.Shown() && p.thumbs.failed[p.key] }

// Place gives the picture its place.
func (p *Picture) Place(at fyne.Position, size fyne.Size) {
	for _, o := range []fyne.CanvasObject{p.image, p.well} {
		o.Resize(size)
		o.Move(at)
	}
	side := min(maxMark, size.Height)
	p.broken.Resize(fyne.NewSquareSize(side))
	p.broken.Move(at.AddXY((size.Width-side)/2, (size.Height-side)/2))
}

// Paint hides what is not to be seen and colours the well.
func (p *Picture) Paint(well color.Color) {
	p.well.FillColor = well
	p.well.Hidden, p.image.Hidden, p.broken.Hidden = p.Shown(), !p.Shown(), !p.Broken()
}
