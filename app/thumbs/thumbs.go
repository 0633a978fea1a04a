// Package thumbs brings the thumbnails of photos to the cells of a view that
// shows many of them: it loads them off the UI thread, keeps some, and remembers
// which could not be had. It knows no view.
package thumbs

import (
	"context"
	"image"
	"maps"
	"runtime"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	maxWorkers = 4      // loads at once
	maxFailed  = 10_000 // thumbnails that could not be had that are remembered
)

// Source is where thumbnails come from: upright, as JPEG, a placeholder for a
// photo that cannot be shown.
type Source interface {
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
}

// Thumbs are the thumbnails of one view. Its methods are for the UI thread. It
// keeps loading until it is closed or the runner is.
type Thumbs struct {
	loader *widgets.Loader[key]
	failed map[key]bool // not asked for again
	stop   context.CancelFunc
}

// New makes thumbnails, of which as many are kept as take cacheBytes, decoded.
func New(source Source, tasks *task.Runner, cacheBytes int64) *Thumbs {
	t := &Thumbs{failed: map[key]bool{}}
	t.loader = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[key]{
		Load: func(ctx context.Context, k key) (image.Image, error) {
			data, err := source.Thumbnail(ctx, k.photo())
			if err != nil {
				return nil, err
			}
			img, err := widgets.DecodePicture(data)
			if err != nil {
				return nil, err // and no nil pointer in an image
			}
			return img, nil
		},
		Workers: min(runtime.NumCPU(), maxWorkers), CacheBytes: cacheBytes, Post: tasks.Post,
	})
	t.stop = task.Run(tasks, func(ctx context.Context) (struct{}, error) {
		<-ctx.Done()
		t.loader.Close()
		return struct{}{}, nil
	}, func(struct{}, error) {})
	return t
}

// Close stops loading; the runner waits for what was under way.
func (t *Thumbs) Close() { t.stop() }

// Forget lets thumbnails of photos be tried again that could not be had.
func (t *Thumbs) Forget(ids []catalog.PhotoID) {
	changed := make(map[catalog.PhotoID]bool, len(ids))
	for _, id := range ids {
		changed[id] = true
	}
	maps.DeleteFunc(t.failed, func(k key, _ bool) bool { return changed[k.id] })
}

// ForgetAll lets all be tried again that could not be had.
func (t *Thumbs) ForgetAll() { clear(t.failed) }

func (t *Thumbs) fail(k key) {
	if len(t.failed) >= maxFailed {
		clear(t.failed)
	}
	t.failed[k] = true
}

// key names a thumbnail by all that decides how it looks, so that a photo whose
// file was found again has another.
type key struct {
	id         catalog.PhotoID
	sha256     string
	path       string
	referenced bool
	turn       int // Exif orientation, 0: not known
	problem    catalog.Code
}

func keyOf(p *catalog.Photo) key {
	k := key{id: p.ID, sha256: p.SHA256, path: p.Path, referenced: p.Referenced, problem: p.Problem}
	if p.Orientation != nil {
		k.turn = *p.Orientation
	}
	return k
}

// photo is what of a photo its thumbnail is made from.
func (k key) photo() catalog.Photo {
	p := catalog.Photo{ID: k.id, SHA256: k.sha256, Path: k.path, Referenced: k.referenced, Problem: k.problem}
	if k.turn != 0 {
		p.Orientation = &k.turn
	}
	return p
}
