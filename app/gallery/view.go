package gallery

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/app/present"
	"waybill/app/rows"
	"waybill/app/task"
	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	cacheBytes = 48 << 20 // thumbnails kept, decoded: about 160 of 320×240 pixels
	cellGap    = 8        // pixels
	startSize  = 176      // pixels
)

// Source is where photos and their thumbnails come from. Thumbnail gives the
// upright picture as JPEG, a placeholder for a photo that cannot be shown.
type Source interface {
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
	RoutesAmong(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Facet, error)
}

// View is the gallery. Its methods are for the UI thread. It keeps loading until
// it is closed or the runner is.
type View struct {
	OnSelection func()                    // other photos are selected, or another one has the keyboard
	OnActivate  func(catalog.PhotoID)     // double click, Enter, Space
	OnContext   func(at fyne.Position)    // a menu is asked for, at a place of the canvas
	OnKey       func(*fyne.KeyEvent) bool // a key the gallery has no use for; the result is whether it was used
	OnRune      func(rune)                // a character typed
	OnZoom      func(steps int)           // Ctrl and the wheel: larger cells, or smaller when negative; see SetCellSize
	OnError     func(error)               // photos could not be read

	source Source
	tasks  *task.Runner
	words  *present.Words

	ids    []catalog.PhotoID
	runs   runs
	places places
	alike  idSet // photos that others look like
	back   Place // to return to with the next list
	wanted wish  // what to find again in the photos still to be listed
	rows   *rows.Cache
	thumbs *thumbs.Thumbs

	width    float32 // of a cell, in pixels
	captions bool

	grid  *widgets.Grid
	empty *emptyNote
	root  *fyne.Container
}

// New makes an empty gallery.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, empty: newEmptyNote(), width: startSize, captions: true}
	v.places.forget()
	v.rows = v.newRows(tasks)
	v.thumbs = thumbs.New(source, tasks, cacheBytes)
	v.grid = widgets.NewGrid(widgets.GridOptions{
		Length: func() int { return len(v.ids) },
		Create: func() fyne.CanvasObject { return newCell(v) },
		Update: v.update, Release: release,
		CellSize: cellSize(startSize, true), Gap: cellGap,
		Groups: v.gridGroups(), Ruler: v.gridRuler(),
		OnSelection: v.userSelected, OnActivate: v.activate,
		OnContext: func(_ int, at fyne.Position) {
			if v.OnContext != nil {
				v.OnContext(at)
			}
		},
		OnKey: func(e *fyne.KeyEvent) bool { return v.OnKey != nil && v.OnKey(e) },
		OnRune: func(r rune) {
			if v.OnRune != nil {
				v.OnRune(r)
			}
		},
		OnZoom: func(steps int) {
			if v.OnZoom != nil {
				v.OnZoom(steps)
			}
		},
		OnScroll: func(int, int) { v.fetch() },
	})
	v.root = container.NewStack(v.grid, v.empty.box)
	return v
}

// Close stops loading; the runner waits for what was under way.
func (v *View) Close() { v.thumbs.Close() }

// Object is the gallery for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Focus gives the gallery the keyboard.
func (v *View) Focus() {
	widgets.Focus(v.grid)
}

// SetCellSize changes the width of the cells, in pixels; the first visible photo
// stays at the top, and during OnZoom that under the pointer where it is.
func (v *View) SetCellSize(px float32) {
	v.width = px
	v.grid.SetCellSize(cellSize(px, v.captions))
}

// SetCaptions says whether the time or name stands below each picture. Without it
// the status and the signs stand on the picture.
func (v *View) SetCaptions(on bool) {
	v.captions = on
	v.grid.SetCellSize(cellSize(v.width, on))
	v.grid.RefreshVisible()
}

// SetAlike says which photos others look like.
func (v *View) SetAlike(ids []catalog.PhotoID) {
	v.setAlike(ids)
	v.grid.RefreshVisible()
}

func (v *View) setAlike(ids []catalog.PhotoID) {
	v.alike = idSet{}
	for _, id := range ids {
		v.alike.add(id)
	}
}

// fetch reads what has come into view.
func (v *View) fetch() {
	v.rows.Fetch()
	v.fetchPlaces()
}

// SetEmpty says what to show when there are no photos: what is the case, and
// what to do next.
func (v *View) SetEmpty(title, hint string) { v.empty.set(title, hint, len(v.ids) == 0) }

// Changed reads photos again: at once where they are visible, else when they
// come into view.
func (v *View) Changed(ids []catalog.PhotoID) {
	v.thumbs.Forget(ids)
	v.rows.Forget(ids)
	v.places.forget()
	v.fetch()
}

func (v *View) activate(index int) {
	if v.OnActivate != nil {
		v.OnActivate(v.ids[index])
	}
}

func (v *View) report(err error) {
	if v.OnError != nil {
		v.OnError(err)
	}
}

// update makes a cell show a photo. A row that is not here yet is fetched once
// all visible cells are known.
func (v *View) update(index int, object fyne.CanvasObject, selected, _ bool) {
	id := v.ids[index]
	object.(*cell).show(id, v.rows.Get(id), selected)
}

func release(object fyne.CanvasObject) { object.(*cell).picture.Clear() }
