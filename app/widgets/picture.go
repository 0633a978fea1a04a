package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// maxRegions is how many regions a Picture draws; there may be more of them.
const maxRegions = 256

// Region is something marked on a picture.
type Region struct {
	ID    int64  // not 0
	Area  Area   // empty: it is not marked yet, and the next drag marks it while it is selected
	Label string // shown where there is room
	Badge Badge  // its colour is that of the outline
}

// PictureOptions says whom a Picture tells. Each may be nil. All are called on the UI goroutine.
type PictureOptions struct {
	OnDrawn    func(Area)                // a new region was drawn; its outline stays until DropDraft or until it is one of the regions
	OnChanged  func(id int64, area Area) // a region was moved, resized or marked: once, at the end
	OnRemove   func(id int64)            // Delete
	OnSelect   func(id int64)            // the user selected another region; 0: none
	OnActivate func(id int64)            // F2, Enter or a double click: it shall be named

	OnZoom  func() // Zoom gives something else
	OnMove  func() // the user shows it larger or smaller, or another part of it
	OnFocus func() // it has got the keyboard

	OnKey  func(*fyne.KeyEvent) bool // a key the picture has no use for; the result is whether it was used
	OnRune func(rune)                // likewise a character
}

// Picture shows a picture whole, or a part of it larger, and regions on it, which can be drawn, moved and resized. It draws
// only what is seen, so that the size of the picture does not matter.
//
// The wheel zooms at the pointer, the keys + and - in steps. It is panned by the arrow keys and by dragging: in any way while
// there is more of it than has room or drawing is off, and always with the middle button or with the space bar held.
type Picture struct {
	widget.BaseWidget
	opts PictureOptions

	lens    lens
	pixels  *Pyramid
	painter picturePainter
	told    lens // what OnZoom was last called for

	regions  []Region
	selected int64
	hovered  int64
	draft    Area // drawn, and not one of the regions yet
	drawing  bool // a drag draws
	gesture  gesture
	nudged   bool // the selected region was moved by keys and that was not told yet
	hold     heldKeys
	over     handle // under the pointer
	focused  bool
	pointer  *fyne.Position // nil: elsewhere
	held     anchor
	onTab    func(back bool)

	raster  *canvas.Raster
	marks   []*mark // of the regions
	order   []int   // of the marks, from the lowest to the uppermost
	ghost   *mark   // of the draft
	grips   [handles]*canvas.Rectangle
	ring    *outline
	ground  *canvas.Rectangle // paints nothing and is always there
	objects []fyne.CanvasObject
}

// NewPicture returns a picture that shows nothing, and on which a drag draws.
func NewPicture(opts PictureOptions) *Picture {
	p := &Picture{opts: opts, lens: newLens(), drawing: true, over: noHandle}
	p.ghost, p.ring, p.ground = newMark(), newOutline(), canvas.NewRectangle(nil)
	p.raster = canvas.NewRaster(p.generate)
	p.raster.ScaleMode = canvas.ImageScaleFastest
	for i := range p.grips {
		p.grips[i] = newGrip()
	}
	p.ExtendBaseWidget(p)
	p.collect()
	return p
}

// SetPicture shows another picture from its beginning; nil shows none. size is that of the upright original in pixels, which
// zooming counts by, and may differ from how many pixels there are to show; 0, 0 means they are all.
func (p *Picture) SetPicture(pixels *Pyramid, size image.Point) { p.setPicture(pixels, size, false) }

// Sharpen shows the same picture from other pixels, and the same part of it.
func (p *Picture) Sharpen(pixels *Pyramid, size image.Point) { p.setPicture(pixels, size, true) }

func (p *Picture) setPicture(pixels *Pyramid, size image.Point, keep bool) {
	if pixels == nil {
		size = image.Point{}
	} else if size.X <= 0 || size.Y <= 0 {
		size = pixels.Bounds().Size()
	}
	p.pixels = pixels
	if !keep {
		p.commitNudge()
		p.gesture, p.draft, p.hovered = gesture{}, Area{}, 0
	}
	p.measure()
	p.lens.picture(size, keep)
	p.show()
}

// HasPicture tells whether a picture is shown.
func (p *Picture) HasPicture() bool { return p.pixels != nil }

// SetRegions shows other regions. The selection stays if it is still there, and so does one that is being dragged.
func (p *Picture) SetRegions(regions []Region) {
	var live *Region
	if r := p.region(p.selected); r != nil && (p.gesture.changes() || p.nudged) {
		live = &Region{ID: r.ID, Area: r.Area}
	}
	p.regions = append([]Region(nil), regions...)
	if r := p.region(p.selected); r == nil {
		p.selected, p.gesture, p.nudged = 0, gesture{}, false
	} else if live != nil {
		r.Area = live.Area
	}
	for _, r := range p.regions {
		if r.Area == p.draft {
			p.draft = Area{}
		}
	}
	p.collect()
	p.show()
}

// Regions returns the regions as they are now.
func (p *Picture) Regions() []Region { return append([]Region(nil), p.regions...) }

// Selected returns the id of the selected region, 0 when there is none.
func (p *Picture) Selected() int64 { return p.selected }

// Select selects a region, or none for 0, and shows all of it. OnSelect is not called.
func (p *Picture) Select(id int64) {
	p.commitNudge()
	p.selected = 0
	if r := p.region(id); r != nil {
		p.selected = id
		p.reveal(r.Area)
	}
	p.collect()
	p.show()
}

// SetDrawing says whether a drag draws, moves and resizes, and keys change regions; else a drag pans.
func (p *Picture) SetDrawing(on bool) {
	p.cancelGesture()
	p.drawing = on
	p.show()
}

// SetOnTab says what Tab does, instead of going through the regions and on to the next widget; nil: nothing else.
func (p *Picture) SetOnTab(do func(back bool)) { p.onTab = do }

// DropDraft takes the outline away that was drawn last and is not one of the regions.
func (p *Picture) DropDraft() {
	p.draft = Area{}
	p.show()
}

// DrawInMiddle draws a region in the middle of what is seen, as the pointer would.
func (p *Picture) DrawInMiddle() {
	if !p.drawing || p.pixels == nil {
		return
	}
	x1, y1 := p.lens.relative(0, 0)
	x2, y2 := p.lens.relative(float64(p.lens.view.X), float64(p.lens.view.Y))
	seen := areaBetween(x1, y1, x2, y2)
	p.drawn(Area{seen.X + seen.W/3, seen.Y + seen.H/3, seen.W / 3, seen.H / 3})
}

// Place returns where an area is within the widget, in pixels of the window.
func (p *Picture) Place(a Area) (fyne.Position, fyne.Size) {
	x1, y1 := p.lens.screen(a.X, a.Y)
	x2, y2 := p.lens.screen(a.X+a.W, a.Y+a.H)
	d := p.lens.density
	return fyne.NewPos(float32(x1/d), float32(y1/d)), fyne.NewSize(float32((x2-x1)/d), float32((y2-y1)/d))
}

// reveal pans as little as is needed to show an area, its beginning if there is no room for all of it.
func (p *Picture) reveal(a Area) {
	if a.Empty() {
		return
	}
	x1, y1 := p.lens.screen(a.X, a.Y)
	x2, y2 := p.lens.screen(a.X+a.W, a.Y+a.H)
	way := func(from, to float64, view int) int {
		by := min(0, float64(view)-p.lens.margin()-to)
		return int(by + max(0, p.lens.margin()-from-by))
	}
	if dx, dy := way(x1, x2, p.lens.view.X), way(y1, y2, p.lens.view.Y); dx != 0 || dy != 0 {
		p.lens.pan(dx, dy)
		p.moved()
	}
}

func (p *Picture) region(id int64) *Region {
	if id == 0 {
		return nil
	}
	for i := range p.regions {
		if p.regions[i].ID == id {
			return &p.regions[i]
		}
	}
	return nil
}

// measure takes the size of the widget in pixels of the screen.
func (p *Picture) measure() {
	density := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		const far = 1000
		if x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0)); x > 0 {
			density = float32(x) / far
		}
	}
	size := p.Size()
	p.lens.room(image.Pt(int(size.Width*density+.5), int(size.Height*density+.5)), float64(density))
}

// show brings the widget in line with its state.
func (p *Picture) show() {
	if p.painter.stale(p.pixels, &p.lens) {
		p.raster.Refresh()
	}
	p.placeMarks()
	if scale, whole := p.lens.scale, p.lens.whole; scale != p.told.scale || whole != p.told.whole || p.lens.size != p.told.size {
		p.told = p.lens
		if p.opts.OnZoom != nil {
			p.opts.OnZoom()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &pictureRenderer{p} }

type pictureRenderer struct{ picture *Picture }

func (r *pictureRenderer) MinSize() fyne.Size           { return fyne.NewSize(96, 96) }
func (r *pictureRenderer) Objects() []fyne.CanvasObject { return r.picture.objects }
func (r *pictureRenderer) Destroy()                     {}

func (r *pictureRenderer) Layout(size fyne.Size) {
	p := r.picture
	p.raster.Resize(size)
	p.measure()
	p.show()
}

func (r *pictureRenderer) Refresh() {
	r.picture.measure()
	r.picture.collect()
	r.picture.show()
}
