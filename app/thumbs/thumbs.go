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
	loader *widgets.Loader[Key]
	failed map[Key]bool // not asked for again
	stop   context.CancelFunc
}

// New makes thumbnails, of which as many are kept as take cacheBytes, decoded.
func New(source Source, tasks *task.Runner, cacheBytes int64) *Thumbs {
	t := &Thumbs{failed: map[Key]bool{}}
	t.loader = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[Key]{
		Load:    func(ctx context.Context, k Key) (image.Image, error) { return Decode(ctx, source, k.Photo()) },
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
	maps.DeleteFunc(t.failed, func(k Key, _ bool) bool { return changed[k.ID] })
}

// ForgetAll lets all be tried again that could not be had.
func (t *Thumbs) ForgetAll() { clear(t.failed) }

func (t *Thumbs) fail(k Key) {
	if len(t.failed) >= maxFailed {
		clear(t.failed)
	}
	t.failed[k] = true
}

// Key names a picture of a photo by all that decides how it looks, so that a
// photo whose file was found again has another.
type Key struct {
	ID         catalog.PhotoID
	SHA256     string
	Path       string
	Referenced bool
	Turn       int // Exif orientation, 0: not known
	Problem    catalog.Code
}

// KeyOf gives the key of a photo's pictures.
func KeyOf(p *catalog.Photo) Key {
	k := Key{ID: p.ID, SHA256: p.SHA256, Path: p.Path, Referenced: p.Referenced, Problem: p.Problem}
	if p.Orientation != nil {
		k.Turn = *p.Orientation
	}
	return k
}

// Photo is what of a photo its pictures are made from.
func (k Key) Photo() catalog.Photo {
	p := catalog.Photo{ID: k.ID, SHA256: k.SHA256, Path: k.Path, Referenced: k.Referenced, Problem: k.Problem}
	if k.Turn != 0 {
		p.Orientation = &k.Turn
	}
	return p
}

// Decode gives the thumbnail of a photo, decoded.
func Decode(ctx context.Context, source Source, p catalog.Photo) (image.Image, error) {
	data, err := source.Thumbnail(ctx, p)
	if err != nil {
		return nil, err
	}
	img, err := widgets.DecodePicture(data)
	if err != nil {
		return nil, err // and no nil pointer in an image
	}
	return img, nil
}
