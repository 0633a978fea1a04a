package gallery

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	cellPad    = 6  // around the picture, pixels
	stripSide  = 16 // of what stands below the picture
	stripSpace = 5  // between things there
)

// cellSize is the size of a cell of a width: upright and lying pictures get
// about the same room.
func cellSize(width float32, captions bool) fyne.Size {
	height := width * .82
	if captions {
		height += stripSide + cellPad
	}
	return fyne.NewSize(width, height)
}

// cell shows one photo after another.
type cell struct {
	widget.BaseWidget
	view     *View
	id       catalog.PhotoID
	photo    *catalog.Photo // nil until it is read
	selected bool

	frame   *canvas.Rectangle
	picture *thumbs.Picture
	badge   *widgets.StatusBadge
	count   *canvas.Text
	caption *canvas.Text
	warning *widgets.StatusBadge // there is something to look at
	problem *widget.Icon         // it cannot be shown
	pin     *mark                // its place is known
	twins   *mark                // others look like it
	plate   *canvas.Rectangle    // behind what stands on the picture
}

func newCell(v *View) *cell {
	c := &cell{
		view: v, frame: canvas.NewRectangle(nil), problem: widget.NewIcon(theme.BrokenImageIcon()),
		warning: widgets.NewStatusBadge(widgets.Badge{}),
		badge:   widgets.NewStatusBadge(widgets.Badge{}), count: canvas.NewText("", nil), caption: canvas.NewText("", nil),
		pin: newPin(), twins: newTwins(), plate: canvas.NewRectangle(nil),
	}
	c.plate.CornerRadius = 4
	c.picture = v.thumbs.NewPicture(c.Refresh)
	c.frame.CornerRadius = 4
	c.count.TextStyle.Bold = true
	c.ExtendBaseWidget(c)
	return c
}

// show makes the cell the one of a photo.
func (c *cell) show(id catalog.PhotoID, p *catalog.Photo, selected bool) {
	if c.id != id {
		c.picture.Clear()
		c.photo = nil
	}
	c.id, c.selected = id, selected
	if p != nil { // else a photo that is being read again stays as it was
		c.photo = p
		c.picture.Show(p)
	}
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	r := &cellRenderer{c, slices.Concat([]fyne.CanvasObject{c.frame}, c.picture.Objects(),
		[]fyne.CanvasObject{c.plate, c.badge, c.count, c.caption, c.warning, c.problem}, c.pin.shapes, c.twins.shapes)}
	r.paint()
	return r
}

type cellRenderer struct {
	cell    *cell
	objects []fyne.CanvasObject
}

func (r *cellRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(48) }
func (r *cellRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cellRenderer) Destroy()                     {}

func (r *cellRenderer) Refresh() {
	r.paint()
	r.Layout(r.cell.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *cellRenderer) Layout(size fyne.Size) {
	c := r.cell
	c.frame.Resize(size)
	below := float32(0)
	if c.view.captions {
		below = stripSide + cellPad
	}
	room := fyne.NewSize(max(1, size.Width-2*cellPad), max(1, size.Height-below-2*cellPad))
	fit := widgets.Fit(c.picture.Shape(), room)
	at := fyne.NewPos(cellPad+(room.Width-fit.Width)/2, cellPad+(room.Height-fit.Height)/2)
	c.picture.Place(at, fit)
	if c.view.captions {
		c.layoutStrip(fyne.NewPos(cellPad, size.Height-stripSide-cellPad), room.Width)
	} else {
		c.layoutPlate(at, fit)
	}
}

// line is when the photo was taken, shorter where there is little room but
// always with its year, else the name of its file.
func (c *cell) line(room float32) string {
	if c.photo == nil {
		return ""
	}
	texts := dates(c.view.words, c.photo.Date)
	if len(texts) == 0 {
		return widgets.Ellipsis(c.photo.Name, room, c.caption.TextSize, c.caption.TextStyle)
	}
	for _, text := range texts {
		if fyne.MeasureText(text, c.caption.TextSize, c.caption.TextStyle).Width <= room {
			return text
		}
	}
	return widgets.Ellipsis(texts[len(texts)-1], room, c.caption.TextSize, c.caption.TextStyle)
}

func (r *cellRenderer) paint() {
	c := r.cell
	c.frame.FillColor, c.frame.StrokeColor, c.frame.StrokeWidth = nil, nil, 0
	if c.selected {
		c.frame.FillColor = theme.ColorForWidget(theme.ColorNameSelection, c)
		c.frame.StrokeColor, c.frame.StrokeWidth = theme.ColorForWidget(theme.ColorNamePrimary, c), 2
	}
	c.picture.Paint(theme.ColorForWidget(theme.ColorNameSeparator, c))
	c.paintStrip()
}
