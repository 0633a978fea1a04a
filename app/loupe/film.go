package loupe

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/rows"
	look "waybill/app/theme"
	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	filmHeight = 70
	filmCell   = 80      // from one photo to the next, in pixels
	filmInset  = 6       // around a picture
	filmBytes  = 8 << 20 // thumbnails kept, decoded
	filmNotch  = 25      // what Fyne sends for a notch of a wheel
)

// film is the strip of the photos of the list around the one that is shown. It
// has cells for those only that are seen, so that the list may be of any length.
type film struct {
	widget.BaseWidget
	view   *View
	rows   *rows.Cache
	thumbs *thumbs.Thumbs
	start  float64 // where in the list, in pixels, the strip begins
	cells  []*filmPhoto
	ground *canvas.Rectangle
}

func newFilm(v *View) *film {
	f := &film{view: v, ground: canvas.NewRectangle(nil), thumbs: thumbs.New(v.source, v.tasks, filmBytes)}
	f.rows = rows.New(rows.Options{
		Source: v.source, Tasks: v.tasks, Visible: f.visible, Missing: f.missing,
		Came: func(map[catalog.PhotoID]bool) { f.place() }, Report: func(err error) { tell(v.OnError, err) },
	})
	f.ExtendBaseWidget(f)
	return f
}

// visible is the range of the list that is seen; none while no photo is shown.
func (f *film) visible() (from, to int) {
	width := float64(f.Size().Width)
	if f.view.side().shown == 0 || f.Hidden || width <= 0 {
		return 0, 0
	}
	from = max(0, int(math.Floor(f.start/filmCell)))
	to = int(math.Ceil((f.start + width) / filmCell))
	return from, min(to, len(f.view.ids))
}

func (f *film) missing(from, to int) []catalog.PhotoID {
	var ids []catalog.PhotoID
	for _, id := range f.view.ids[from:max(from, min(to, len(f.view.ids)))] {
		if len(ids) < rows.MaxFetch && !f.rows.Known(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// follow brings the photo that is shown into the middle.
func (f *film) follow() {
	if at := f.view.place(f.view.side().shown); at >= 0 {
		f.start = (float64(at)+.5)*filmCell - float64(f.Size().Width)/2
	}
	f.scroll(0)
}

// scroll moves the strip by pixels, as far as there are photos; few of them stand
// in the middle.
func (f *film) scroll(by float64) {
	width, length := float64(f.Size().Width), float64(len(f.view.ids))*filmCell
	f.start = min(max(0, f.start+by), length-width)
	if length < width {
		f.start = (length - width) / 2
	}
	f.rows.Fetch()
	f.place()
}

// changed reads photos again.
func (f *film) changed(ids []catalog.PhotoID) {
	f.rows.Forget(ids)
	f.thumbs.Forget(ids)
	f.rows.Fetch()
}

// place shows the photos that are seen, each in a cell that it keeps as long as it
// stays in view.
func (f *film) place() {
	from, to := f.visible()
	for len(f.cells) < to-from {
		f.cells = append(f.cells, newFilmPhoto(f))
	}
	used := make([]bool, len(f.cells))
	for i := from; i < to; i++ {
		at := i % len(f.cells)
		used[at] = true
		f.cells[at].show(f.view.ids[i], float32(float64(i)*filmCell-f.start))
	}
	for i, c := range f.cells {
		if !used[i] {
			c.hide()
		}
	}
	canvas.Refresh(f)
}

// Tapped goes to the photo under the pointer.
func (f *film) Tapped(e *fyne.PointEvent) {
	if at := int(math.Floor((f.start + float64(e.Position.X)) / filmCell)); at >= 0 {
		f.view.jump(at)
	}
}

// Scrolled moves the strip; being scrollable also makes Fyne clip it.
func (f *film) Scrolled(e *fyne.ScrollEvent) {
	f.scroll(-float64(e.Scrolled.DX+e.Scrolled.DY) * 2 * filmCell / filmNotch)
}

// CreateRenderer implements fyne.Widget.
func (f *film) CreateRenderer() fyne.WidgetRenderer { return filmRenderer{f} }

type filmRenderer struct{ film *film }

func (r filmRenderer) Layout(size fyne.Size) {
	r.film.ground.Resize(size)
	r.film.follow()
}

func (r filmRenderer) MinSize() fyne.Size { return fyne.NewSize(filmCell, filmHeight) }
func (r filmRenderer) Destroy()           {}

func (r filmRenderer) Refresh() {
	r.film.ground.FillColor = theme.ColorForWidget(theme.ColorNameBackground, r.film)
	r.film.place()
}

func (r filmRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.film.ground}
	for _, c := range r.film.cells {
		objects = append(objects, c.objects()...)
	}
	return objects
}

// filmPhoto is one photo of the strip: its thumbnail and status, in a frame when
// it is shown above.
type filmPhoto struct {
	film    *film
	id      catalog.PhotoID // 0: none
	x       float32
	picture *thumbs.Picture
	badge   *widgets.StatusBadge
	frame   *canvas.Rectangle
}

func newFilmPhoto(f *film) *filmPhoto {
	c := &filmPhoto{film: f, badge: widgets.NewStatusBadge(widgets.Badge{}), frame: canvas.NewRectangle(color.Transparent)}
	c.frame.CornerRadius = 3
	c.picture = f.thumbs.NewPicture(func() {
		c.paint()
		canvas.Refresh(f)
	})
	return c
}

func (c *filmPhoto) objects() []fyne.CanvasObject {
	return append(c.picture.Objects(), c.badge, c.frame)
}

func (c *filmPhoto) hide() {
	c.id = 0
	c.picture.Clear()
	for _, o := range c.objects() {
		o.Hide()
	}
}

// show shows a photo at a place of the strip.
func (c *filmPhoto) show(id catalog.PhotoID, x float32) {
	if c.id != id {
		c.picture.Clear()
	}
	c.id, c.x = id, x
	if p := c.film.rows.Get(id); p != nil {
		c.picture.Show(p)
		c.badge.SetBadge(look.Status(p.Status, look.Variant()))
		shown(c.badge, p.Status != catalog.NotAssessed)
	} else if c.badge.Visible() {
		c.badge.Hide()
	}
	c.paint()
}

// paint gives everything its place and colour.
func (c *filmPhoto) paint() {
	const badge = 16
	room := fyne.NewSize(filmCell-2*filmInset, filmHeight-2*filmInset)
	size := room
	if c.picture.Shown() {
		size = widgets.Fit(c.picture.Shape(), room)
	}
	c.picture.Place(fyne.NewPos(c.x+(filmCell-size.Width)/2, (filmHeight-size.Height)/2), size)
	c.picture.Paint(theme.ColorForWidget(look.ColorNameWell, c.film))
	c.badge.Move(fyne.NewPos(c.x+filmInset+2, filmHeight-filmInset-2-badge))
	c.badge.Resize(fyne.NewSquareSize(badge))
	c.frame.Move(fyne.NewPos(c.x+filmInset/2, filmInset/2))
	c.frame.Resize(fyne.NewSize(filmCell-filmInset, filmHeight-filmInset))
	v := c.film.view
	c.frame.StrokeWidth, c.frame.StrokeColor = 2, theme.ColorForWidget(theme.ColorNamePlaceHolder, c.film)
	if c.id == v.side().shown {
		c.frame.StrokeWidth, c.frame.StrokeColor = 3, theme.ColorForWidget(theme.ColorNamePrimary, c.film)
	}
	c.frame.Hidden = c.id == 0 || c.id != v.side().shown && (!v.two || c.id != v.other().shown)
}
