package loupe

import (
	"context"
	"image"

	"golang.org/x/sync/semaphore"

	"waybill/app/task"
	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	// screenSide is the longest side, in pixels, in which a photo is decoded to be
	// seen whole: the width of a large screen. With its smaller sizes it takes
	// about 26 MB.
	screenSide = 2560

	cacheBytes = 160 << 20 // screen pictures kept: the neighbours, and what was seen last
	thumbBytes = 8 << 20
	workers    = 2

	// decodeBudget bounds the memory, in bytes, of all that is being decoded, by
	// the estimate of pictureCost: two photos of 40 megapixels at once, but only
	// one of a hundred.
	decodeBudget = 400 << 20
	// pixelCost is what decoding takes for each pixel of an original, in bytes: its
	// planes of a JPEG with the one that is being turned and half of it smaller, or
	// the pixels of anything else.
	pixelCost = 4
)

// size is how many pixels a picture has.
type size int

const (
	thumb  size = iota // those of the thumbnail
	screen             // at most screenSide
	whole              // all of the original
)

// side is what Source.Picture is asked for.
func (s size) side() int {
	if s == screen {
		return screenSide
	}
	return 0
}

// pictureKey names a picture in one size.
type pictureKey struct {
	thumbs.Key
	size size
	cost int64 // of decoding it, in bytes
}

func keyOf(p *catalog.Photo, s size) pictureKey {
	k := pictureKey{Key: thumbs.KeyOf(p), size: s, cost: decodeBudget / 2}
	if p.Width != nil && p.Height != nil {
		k.cost = min(pixelCost*int64(*p.Width)*int64(*p.Height), decodeBudget)
	}
	return k
}

// of tells whether it is a picture of what a photo is now.
func (k pictureKey) of(p *catalog.Photo) bool { return keyOf(p, k.size) == k }

type ticket = widgets.Ticket[pictureKey]

// pictures loads the pictures of the photos that are shown and of their
// neighbours, off the UI thread. What comes too late, for a photo that is shown no
// more, is never delivered: that is what tickets are for.
type pictures struct {
	view    *View
	loaders [3]*widgets.Loader[pictureKey] // by size
	stop    context.CancelFunc

	wanted map[pictureKey]*ticket // on their way
	came   map[pictureKey]error   // asked for and here, or why not: of what is shown or near it
}

func newPictures(v *View) *pictures {
	p := &pictures{view: v, wanted: map[pictureKey]*ticket{}, came: map[pictureKey]error{}}
	budget := semaphore.NewWeighted(decodeBudget)
	loader := func(workers int, cache int64, load func(context.Context, pictureKey) (image.Image, error)) *widgets.Loader[pictureKey] {
		return widgets.NewLoader(v.tasks.Context(), widgets.LoaderOptions[pictureKey]{
			Load: func(ctx context.Context, k pictureKey) (image.Image, error) {
				img, err := load(ctx, k)
				if err != nil {
					return nil, err
				}
				if img == nil || img.Bounds().Empty() {
					return nil, widgets.ErrNoPicture
				}
				return widgets.NewPyramid(img), nil
			},
			Workers: workers, CacheBytes: cache, Post: v.tasks.Post,
		})
	}
	decode := func(ctx context.Context, k pictureKey) (image.Image, error) {
		if err := budget.Acquire(ctx, k.cost); err != nil {
			return nil, err
		}
		defer budget.Release(k.cost)
		return v.source.Picture(ctx, k.Photo(), k.size.side())
	}
	p.loaders[thumb] = loader(1, thumbBytes, func(ctx context.Context, k pictureKey) (image.Image, error) {
		return thumbs.Decode(ctx, v.source, k.Photo())
	})
	p.loaders[screen] = loader(workers, cacheBytes, decode)
	p.loaders[whole] = loader(1, 0, decode) // what is zoomed has it, and nobody else
	p.stop = task.Run(v.tasks, func(ctx context.Context) (struct{}, error) {
		<-ctx.Done()
		for _, l := range p.loaders {
			l.Close()
		}
		return struct{}{}, nil
	}, func(struct{}, error) {})
	return p
}

func (p *pictures) close() { p.stop() }

// want asks for pictures, the most urgent first, and takes back what is asked for
// and wanted no more.
func (p *pictures) want(keys []pictureKey) {
	keep := make(map[pictureKey]bool, len(keys))
	for _, k := range keys {
		keep[k] = true
	}
	for k, t := range p.wanted {
		if !keep[k] {
			t.Cancel()
			delete(p.wanted, k)
		}
	}
	for k := range p.came {
		if !keep[k] {
			delete(p.came, k)
		}
	}
	for _, k := range keys {
		p.ask(k)
	}
}

// ask asks for a picture once, so that one that does not fit into the cache is
// not decoded again and again.
func (p *pictures) ask(k pictureKey) {
	if _, came := p.came[k]; came || p.wanted[k] != nil {
		return
	}
	t := p.loaders[k.size].Request(k, func(img image.Image, err error) {
		delete(p.wanted, k)
		p.came[k] = err
		p.view.arrived(k, img)
	})
	if t != nil {
		p.wanted[k] = t
	}
}

// forget lets what of a photo came, or did not, be asked for again.
func (p *pictures) forget(id catalog.PhotoID) {
	for k := range p.came {
		if k.ID == id {
			delete(p.came, k)
		}
	}
}
