package versions

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
	cacheBytes = 24 << 20 // pictures kept, decoded
	maxWorkers = 4        // loads at once
	maxFailed  = 10_000   // pictures that could not be loaded that are remembered
)

// pictureKey names a picture by all that decides how it looks.
type pictureKey struct {
	id         catalog.PhotoID
	sha256     string
	path       string
	referenced bool
	turn       int // Exif orientation, 0: not known
	problem    catalog.Code
}

func keyOf(p *catalog.Photo) pictureKey {
	k := pictureKey{id: p.ID, sha256: p.SHA256, path: p.Path, referenced: p.Referenced, problem: p.Problem}
	if p.Orientation != nil {
		k.turn = *p.Orientation
	}
	return k
}

// photo is what of a photo its thumbnail is made from.
func (k pictureKey) photo() catalog.Photo {
	p := catalog.Photo{ID: k.id, SHA256: k.sha256, Path: k.path, Referenced: k.referenced, Problem: k.problem}
	if k.turn != 0 {
		p.Orientation = &k.turn
	}
	return p
}

// pictures loads thumbnails off the UI thread.
type pictures struct {
	loader *widgets.Loader[pictureKey]
	failed map[pictureKey]bool
	stop   context.CancelFunc
}

func newPictures(source Source, tasks *task.Runner) *pictures {
	p := &pictures{failed: map[pictureKey]bool{}}
	p.loader = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[pictureKey]{
		Load: func(ctx context.Context, k pictureKey) (image.Image, error) {
			data, err := source.Thumbnail(ctx, k.photo())
			if err != nil {
				return nil, err
			}
			img, err := widgets.DecodePicture(data)
			if err != nil {
				return nil, err
			}
			return img, nil
		},
		Workers: min(runtime.NumCPU(), maxWorkers), CacheBytes: cacheBytes, Post: tasks.Post,
	})
	p.stop = task.Run(tasks, func(ctx context.Context) (struct{}, error) {
		<-ctx.Done()
		p.loader.Close()
		return struct{}{}, nil
	}, func(struct{}, error) {})
	return p
}

func (p *pictures) close() { p.stop() }

// forget lets pictures that failed be tried again.
func (p *pictures) forget(ids []catalog.PhotoID) {
	changed := make(map[catalog.PhotoID]bool, len(ids))
	for _, id := range ids {
		changed[id] = true
	}
	maps.DeleteFunc(p.failed, func(k pictureKey, _ bool) bool { return changed[k.id] })
}

func (p *pictures) fail(k pictureKey) {
	if len(p.failed) >= maxFailed {
		clear(p.failed)
	}
	p.failed[k] = true
}
