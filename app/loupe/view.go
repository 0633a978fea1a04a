package loupe

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Source is where photos and their pictures come from. Thumbnail gives the
// upright picture as JPEG. Picture gives it upright too, decoded and scaled down
// so that its longest side has at most maxSide pixels, with 0 with all its pixels;
// it is not changed any more once it was given.
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

	OnShow  func(catalog.PhotoID)     // another photo is shown, or has the keyboard, by what the user did here
	OnLeave func()                    // Escape or Space: the user is done here
	OnKey   func(*fyne.KeyEvent) bool // a key the loupe has no use for; the result is whether it was used
	OnRune  func(rune)                // likewise a character
	OnError func(error)               // a photo could not be read

	source Source
	tasks  *task.Runner
	words  *present.Words

	ids    []catalog.PhotoID
	hints  [2]int          // where in the list photos were found last
	absent catalog.PhotoID // it is not in the list
	way    int             // the last step through the list: 1 to the next, -1 to the one before

	sides    [2]*side
	at       int // of the side with the keyboard
	two      bool
	apart    bool // two are zoomed each for itself
	photos   photoCache
	pictures *pictures
	locked   bool

	title *title
	strip *strip
	film  *film
	pairs *fyne.Container // of the sides
	root  *fyne.Container
}

// New makes a loupe that shows nothing.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, way: 1}
	v.photos = photoCache{view: v}
	v.pictures = newPictures(v)
	v.sides = [2]*side{newSide(v), newSide(v)}
	v.title, v.strip, v.film = newTitle(v), newStrip(v), newFilm(v)
	v.pairs = container.New(pairLayout{v}, v.sides[0].box.box, v.sides[1].box.box)
	v.sides[1].box.box.Hide()
	v.root = container.New(stacked{v}, v.title.box, v.pairs, v.strip.box, v.film)
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
func (v *View) Focus() { widgets.Focus(v.side().picture) }

// Close stops loading; the runner waits for what was under way.
func (v *View) Close() {
	v.pictures.close()
	v.film.thumbs.Close()
}

// Lock makes the loupe of a catalogue that cannot be changed: it draws nothing.
func (v *View) Lock() {
	v.locked = true
	for _, s := range v.sides {
		s.picture.SetDrawing(false)
	}
	v.strip.show()
}

// Paint gives the loupe the colours of the theme.
func (v *View) Paint() {
	for _, s := range v.sides {
		s.box.paint()
	}
	v.title.paint()
	v.strip.paint()
	v.film.Refresh()
	v.root.Refresh()
}

// SetList says which photos are gone through, in their order. The photos that are
// shown stay, also when they are none of them. The loupe keeps the list.
func (v *View) SetList(ids []catalog.PhotoID) {
	v.ids, v.absent = slices.Clip(ids), 0
	v.photos.fetch(v.around())
	v.refresh()
	v.film.follow()
}

// Show shows one photo, and nothing for 0. Its regions come by SetRegions.
func (v *View) Show(id catalog.PhotoID) {
	if !v.two && id == v.side().shown {
		return
	}
	if v.two {
		v.other().begin(0)
		v.side().begin(id)
		v.pair(false)
		return
	}
	v.turn(id)
}

// turn shows another photo where the keyboard is.
func (v *View) turn(id catalog.PhotoID) {
	v.side().begin(id)
	v.photos.fetch(v.around())
	v.present()
	v.film.follow()
}

// told tells of the photo that has the keyboard now.
func (v *View) told() {
	if v.OnShow != nil {
		v.OnShow(v.side().shown)
	}
}

// Shown gives the photo that is shown; of two, the one with the keyboard.
func (v *View) Shown() (catalog.PhotoID, bool) {
	id := v.side().shown
	return id, id != 0
}

// Changed reads photos again, where they are shown or near to it.
func (v *View) Changed(ids []catalog.PhotoID) {
	v.photos.forget(ids)
	v.photos.fetch(v.around())
	v.film.changed(ids)
}

// SetRegions says what is observed in a photo, wherever it is shown: after Show,
// and whenever it changed. What is selected stays so.
func (v *View) SetRegions(photo catalog.PhotoID, regions []Region) {
	for _, s := range v.seen() {
		if s.shown == photo {
			s.setRegions(regions)
		}
	}
	v.strip.show()
}

// Selected gives the observation that is selected in the picture, 0 for none.
func (v *View) Selected() int64 { return v.side().picture.Selected() }

// Select selects an observation, or none for 0, and brings it into view.
func (v *View) Select(id int64) {
	v.side().picture.Select(id)
	v.strip.show()
}

// DropDraft takes the outline of new goods away that were not named.
func (v *View) DropDraft() {
	for _, s := range v.sides {
		s.picture.DropDraft()
	}
}

// Place gives where a region is in the canvas, for a field that opens at it.
func (v *View) Place(r Rect) (fyne.Position, fyne.Size) {
	at, size := v.side().picture.Place(r)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(v.side().picture).Add(at), size
}

// ZoomIn shows less of the picture, and larger.
func (v *View) ZoomIn() { v.side().picture.ZoomIn() }

// ZoomOut shows more of the picture.
func (v *View) ZoomOut() { v.side().picture.ZoomOut() }

// ZoomFit shows the picture whole.
func (v *View) ZoomFit() { v.side().picture.ZoomFit() }

// ZoomFull shows each pixel of the original on one of the screen.
func (v *View) ZoomFull() { v.side().picture.ZoomFull() }

// ZoomTurn shows the picture pixel for pixel where the pointer is, and then whole
// again.
func (v *View) ZoomTurn() { v.side().picture.ZoomTurn() }

// Mark draws a region in the middle of what is seen, as a drag would: for the
// selected observation if it has none, else for new goods.
func (v *View) Mark() { v.side().picture.DrawInMiddle() }

func (v *View) leave() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}
