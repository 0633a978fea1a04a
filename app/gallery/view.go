package gallery

import (
	"context"
	"image"
	"maps"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	cacheBytes = 48 << 20 // pictures kept, decoded: about 160 of 320×240 pixels
	maxWorkers = 4        // loads at once
	cellGap    = 8        // pixels
	startSize  = 176      // pixels
)

// Source is where photos and their thumbnails come from. Thumbnail gives the
// upright picture as JPEG, a placeholder for a photo that cannot be shown.
type Source interface {
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
}

// View is the gallery. Its methods are for the UI thread. It keeps loading until
// it is closed or the runner is.
type View struct {
	OnSelection func()                    // other photos are selected, or another one has the keyboard
	OnActivate  func(catalog.PhotoID)     // double click, Enter, Space
	OnContext   func(at fyne.Position)    // a menu is asked for, at a place of the canvas
	OnKey       func(*fyne.KeyEvent) bool // a key the gallery has no use for; the result is whether it was used
	OnRune      func(rune)                // a character typed
	OnError     func(error)               // photos could not be read

	source Source
	tasks  *task.Runner
	words  *present.Words

	ids    []catalog.PhotoID
	wanted wish // what to find again in the photos still to be listed
	rows   *rowCache
	failed map[pictureKey]bool // pictures that could not be loaded, and are not asked for again
	loader *widgets.Loader[pictureKey]
	stop   context.CancelFunc

	grid  *widgets.Grid
	empty *emptyNote
	root  *fyne.Container
}

// New makes an empty gallery.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, failed: map[pictureKey]bool{}, empty: newEmptyNote()}
	v.rows = newRowCache(v)
	v.loader = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[pictureKey]{
		Load: v.load, Workers: min(runtime.NumCPU(), maxWorkers), CacheBytes: cacheBytes, Post: tasks.Post,
	})
	v.stop = task.Run(tasks, v.closeLoader, func(struct{}, error) {})
	v.grid = widgets.NewGrid(widgets.GridOptions{
		Length: func() int { return len(v.ids) },
		Create: func() fyne.CanvasObject { return newCell(v) },
		Update: v.update, Release: release,
		CellSize: cellSize(startSize), Gap: cellGap,
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
		OnScroll: func(int, int) { v.rows.fetch() },
	})
	v.root = container.NewStack(v.grid, v.empty.box)
	return v
}

// closeLoader waits for the end of the view and of what it was loading.
func (v *View) closeLoader(ctx context.Context) (struct{}, error) {
	<-ctx.Done()
	v.loader.Close()
	return struct{}{}, nil
}

// Close stops loading; the runner waits for what was under way.
func (v *View) Close() { v.stop() }

// Object is the gallery for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Focus gives the gallery the keyboard.
func (v *View) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.grid); c != nil {
		c.Focus(v.grid)
	}
}

// SetCellSize changes the width of the cells, in pixels; the first visible photo
// stays at the top.
func (v *View) SetCellSize(px float32) { v.grid.SetCellSize(cellSize(px)) }

// SetEmpty says what to show when there are no photos: what is the case, and
// what to do next.
func (v *View) SetEmpty(title, hint string) { v.empty.set(title, hint, len(v.ids) == 0) }

// Changed reads photos again: at once where they are visible, else when they
// come into view.
func (v *View) Changed(ids []catalog.PhotoID) {
	changed := make(map[catalog.PhotoID]bool, len(ids))
	for _, id := range ids {
		changed[id] = true
	}
	maps.DeleteFunc(v.failed, func(k pictureKey, _ bool) bool { return changed[k.id] })
	v.rows.forget(ids)
	v.rows.fetch()
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
	object.(*cell).show(id, v.rows.get(id), selected)
}

func release(object fyne.CanvasObject) { object.(*cell).clear() }

// pictureKey names a picture by all that decides how it looks, so that a photo
// whose file was found again has another.
type pictureKey struct {
	id         catalog.PhotoID
	sha256     string
	path       string
	referenced bool
	turn       int
	problem    catalog.Code
}

func keyOf(p *catalog.Photo) pictureKey {
	k := pictureKey{id: p.ID, sha256: p.SHA256, path: p.Path, referenced: p.Referenced, problem: p.Problem}
	if p.Orientation != nil {
		k.turn = *p.Orientation
	}
	return k
}

// load brings a picture, on a worker of the loader.
func (v *View) load(ctx context.Context, k pictureKey) (image.Image, error) {
	p := catalog.Photo{ID: k.id, SHA256: k.sha256, Path: k.path, Referenced: k.referenced, Problem: k.problem}
	if k.turn != 0 {
		p.Orientation = &k.turn
	}
	data, err := v.source.Thumbnail(ctx, p)
	if err != nil {
		return nil, err
	}
	img, err := widgets.DecodePicture(data)
	if err != nil {
		return nil, err
	}
	return img, nil
}

// maxFailed is how many pictures that failed are remembered.
const maxFailed = 10_000

func (v *View) fail(k pictureKey) {
	if len(v.failed) >= maxFailed {
		clear(v.failed)
	}
	v.failed[k] = true
}
