package widgets

import "image"

// picturePainter draws what a lens sees of a picture into pixels that it keeps, so that a pan draws only what comes into
// view. It takes the memory of the screen, whatever the size of the picture.
type picturePainter struct {
	out    *image.RGBA // nil before anything was drawn
	pixels *Pyramid    // what out shows
	seen   lens        // and how
}

// stale tells whether out shows something else.
func (d *picturePainter) stale(pixels *Pyramid, l *lens) bool {
	return d.out == nil || d.pixels != pixels || d.seen != *l
}

// generate draws the picture for a canvas.Raster, whose size is counted in pixels of the screen. Fyne copies them before it
// asks again.
func (p *Picture) generate(w, h int) image.Image {
	view := p.lens
	if size := p.Size(); image.Pt(w, h) != view.view && size.Width > 0 {
		view.room(image.Pt(w, h), float64(float32(w)/size.Width)) // it was moved to another screen
	}
	return p.painter.draw(p.pixels, view)
}

func (d *picturePainter) draw(pixels *Pyramid, l lens) *image.RGBA {
	whole := image.Rectangle{Max: l.view}
	if d.out == nil || d.out.Rect != whole {
		d.out, d.pixels = image.NewRGBA(whole), nil
	} else if !d.stale(pixels, &l) {
		return d.out
	}
	way := image.Pt(l.x-d.seen.x, l.y-d.seen.y)
	pans := pixels == d.pixels && l.scale == d.seen.scale && l.size == d.seen.size
	d.pixels, d.seen = pixels, l
	switch {
	case pixels == nil:
		clear(d.out.Pix)
	case pans && abs(way.X) < l.view.X && abs(way.Y) < l.view.Y:
		d.shift(way)
	default:
		d.drawPart(whole)
	}
	return d.out
}

// shift moves what is drawn, and draws what comes into view at two edges.
func (d *picturePainter) shift(way image.Point) {
	whole := d.out.Rect
	from := whole.Intersect(whole.Sub(way)) // what stays in view
	rows, first, next := from.Dy(), from.Min.Y, 1
	if way.Y > 0 { // or a row would be overwritten before it is moved
		first, next = from.Max.Y-1, -1
	}
	for y := range rows {
		row := first + next*y
		copy(d.out.Pix[d.out.PixOffset(from.Min.X+way.X, row+way.Y):][:4*from.Dx()], d.out.Pix[d.out.PixOffset(from.Min.X, row):])
	}
	kept := from.Add(way)
	d.drawPart(image.Rect(whole.Min.X, whole.Min.Y, whole.Max.X, kept.Min.Y))
	d.drawPart(image.Rect(whole.Min.X, kept.Max.Y, whole.Max.X, whole.Max.Y))
	d.drawPart(image.Rect(whole.Min.X, kept.Min.Y, kept.Min.X, kept.Max.Y))
	d.drawPart(image.Rect(kept.Max.X, kept.Min.Y, whole.Max.X, kept.Max.Y))
}

// drawPart draws what is in r; beside the picture nothing is.
func (d *picturePainter) drawPart(r image.Rectangle) {
	if r.Empty() {
		return
	}
	picture := d.seen.bounds()
	if !r.In(picture) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			clear(d.out.Pix[d.out.PixOffset(r.Min.X, y):][:4*r.Dx()])
		}
	}
	base, drawn := d.pixels.Bounds().Size(), d.seen.drawn()
	drawPyramid(d.out, r.Intersect(picture), d.pixels, projection{
		x: picture.Min.X, y: picture.Min.Y,
		stepX: float64(base.X) / float64(drawn.X), stepY: float64(base.Y) / float64(drawn.Y),
	})
}

func abs(n int) int { return max(n, -n) }
