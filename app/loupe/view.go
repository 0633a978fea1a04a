package loupe

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Source is where photos and their pictures come from. Thumbnail gives the
// upright picture as JPEG. Picture gives it upright too, decoded and scaled down
// so that its longest side has at most maxSide pixels; it is not changed any more
// once it was given.
type Source interface {
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
	Picture(ctx context.Context, p catalog.Photo, maxSide int) (image.Image, error)
}

// Rect is a region of a picture, relative to its upright width and height.
type Rect = widgets.Area

// Region is an observation in the photo that is shown.
type Region struct {
	ID      int64  // of the observation
	Rect    Rect   // empty: visible, and not marked in the picture yet
	Label   string // the name of the item
	Status  catalog.Status
	Visible bool // else only reported: it has no place in the picture
}

// View is the loupe. Its methods are for the UI thread. It keeps loading until it
// is closed or the runner is.
type View struct {
	OnDrawn    func(Rect)                // goods were marked that are not in the photo yet: DropDraft when nothing comes of it
	OnChanged  func(id int64, rect Rect) // an observation was marked, or its mark moved or resized: once, at the end
	OnRemove   func(id int64)            // Delete: the mark, or the observation, shall go
	OnSelect   func(id int64)            // another observation is selected; 0: none
	OnActivate func(id int64)            // an observation shall be named

	OnShow  func(catalog.PhotoID)     // another photo is shown, by the view's own keys
	OnLeave func()                    // Escape or Space: the user is done here
	OnKey   func(*fyne.KeyEvent) bool // a key the loupe has no use for; the result is whether it was used
	OnRune  func(rune)                // likewise a character
	OnError func(error)               // a photo could not be read

	source Source
	tasks  *task.Runner
	words  *present.Words

	ids      []catalog.PhotoID
	shown    catalog.PhotoID // 0: none
	photos   photoCache
	pictures *pictures
	best     pictureKey // of what the picture shows, the zero value for nothing
	regions  []Region
	locked   bool

	picture *widgets.Picture
	title   *title
	strip   *strip
	note    *note
	ground  *canvas.Rectangle
	root    *fyne.Container
}

// New makes a loupe that shows nothing.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, ground: canvas.NewRectangle(nil), note: newNote()}
	v.photos = photoCache{view: v}
	v.pictures = newPictures(v)
	v.picture = widgets.NewPicture(widgets.PictureOptions{
		OnDrawn: func(a widgets.Area) { tell(v.OnDrawn, a) },
		OnChanged: func(id int64, a widgets.Area) {
			v.remember(id, a)
			if v.OnChanged != nil {
				v.OnChanged(id, a)
			}
		},
		OnRemove:   func(id int64) { tell(v.OnRemove, id) },
		OnSelect:   func(id int64) { v.strip.show(); tell(v.OnSelect, id) },
		OnActivate: func(id int64) { tell(v.OnActivate, id) },
		OnZoom:     v.zoomed,
		OnKey:      v.key,
		OnRune:     func(r rune) { tell(v.OnRune, r) },
	})
	v.title, v.strip = newTitle(v), newStrip(v)
	middle := container.NewStack(v.ground, v.note.box, v.picture)
	v.root = container.New(stacked{}, v.title.box, middle, v.strip.box)
	v.Paint()
	return v
}

// tell calls a callback that may be missing.
func tell[T any](f func(T), value T) {
	if f != nil {
		f(value)
	}
}

// Object is the loupe for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Focus gives the loupe the keyboard.
func (v *View) Focus() {
	widgets.Focus(v.picture)
}

// Close stops loading; the runner waits for what was under way.
func (v *View) Close() { v.pictures.close() }

// Lock makes the loupe of a catalogue that cannot be changed: it draws nothing.
func (v *View) Lock() {
	v.locked = true
	v.picture.SetDrawing(false)
	v.strip.show()
}

// Paint gives the loupe the colours of the theme.
func (v *View) Paint() {
	v.ground.FillColor = theme.Color(look.ColorNameWell)
	v.title.paint()
	v.strip.paint()
	v.root.Refresh()
}

// SetList says which photos are gone through, in their order. The photo that is
// shown stays, also when it is none of them.
func (v *View) SetList(ids []catalog.PhotoID) {
	v.ids = slices.Clone(ids)
	v.photos.fetch(v.around())
	v.title.show()
}

// Show shows a photo, and nothing for 0. Its regions come by SetRegions.
func (v *View) Show(id catalog.PhotoID) {
	if id == v.shown {
		return
	}
	v.shown = id
	v.clear()
	v.photos.fetch(v.around())
	v.present()
}

// Shown gives the photo that is shown.
func (v *View) Shown() (catalog.PhotoID, bool) { return v.shown, v.shown != 0 }

// Changed reads photos again, where they are shown or next to it.
func (v *View) Changed(ids []catalog.PhotoID) {
	v.photos.forget(ids)
	v.photos.fetch(v.around())
}

// SetRegions says what is observed in the photo that is shown: after Show, and
// whenever it changed. What is selected stays so.
func (v *View) SetRegions(regions []Region) {
	v.regions = slices.Clone(regions)
	var marked []widgets.Region
	for _, r := range v.regions {
		if r.Visible {
			marked = append(marked, widgets.Region{
				ID: r.ID, Area: r.Rect, Label: r.Label, Badge: look.Status(r.Status, theme.VariantDark),
			})
		}
	}
	v.picture.SetRegions(marked)
	v.strip.show()
}

// remember keeps what was drawn until the regions are given anew.
func (v *View) remember(id int64, r Rect) {
	for i := range v.regions {
		if v.regions[i].ID == id {
			v.regions[i].Rect = r
		}
	}
	v.strip.show()
}

// Selected gives the observation that is selected in the picture, 0 for none.
func (v *View) Selected() int64 { return v.picture.Selected() }

// Select selects an observation, or none for 0, and brings it into view.
func (v *View) Select(id int64) {
	v.picture.Select(id)
	v.strip.show()
}

// DropDraft takes the outline of new goods away that were not named.
func (v *View) DropDraft() { v.picture.DropDraft() }

// Place gives where a region is in the canvas, for a field that opens at it.
func (v *View) Place(r Rect) (fyne.Position, fyne.Size) {
	at, size := v.picture.Place(r)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(v.picture).Add(at), size
}

// ZoomIn shows less of the picture, and larger.
func (v *View) ZoomIn() { v.picture.ZoomIn() }

// ZoomOut shows more of the picture.
func (v *View) ZoomOut() { v.picture.ZoomOut() }

// ZoomFit shows the picture whole.
func (v *View) ZoomFit() { v.picture.ZoomFit() }

// ZoomFull shows each pixel of the original on one of the screen.
func (v *View) ZoomFull() { v.picture.ZoomFull() }

// ZoomTurn shows the picture whole, or pixel for pixel when it is whole.
func (v *View) ZoomTurn() { v.picture.ZoomTurn() }

// Mark draws a region in the middle of what is seen, as a drag would: for the
// selected observation if it has none, else for new goods.
func (v *View) Mark() { v.picture.DrawInMiddle() }

func (v *View) leave() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}
