package loupe

import (
	"context"
	"image"

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
	// detailSide is the longest side in which the one photo is decoded that is
	// zoomed further: 8192 pixels are 270 MB for a 4:3 picture, 360 for a square.
	detailSide = 8192

	cacheBytes = 160 << 20 // screen pictures kept: the neighbours, and what was seen last
	thumbBytes = 8 << 20
	workers    = 2
)

// pictureKey names a picture in one size.
type pictureKey struct {
	thumbs.Key
	side int // the longest one, 0: the thumbnail
}

func keyOf(p *catalog.Photo, side int) pictureKey { return pictureKey{thumbs.KeyOf(p), side} }

type ticket = widgets.Ticket[pictureKey]

// pictures loads the pictures of the photo that is shown and of its neighbours,
// off the UI thread. What comes too late, for a photo that is shown no more, is
// never delivered: that is what tickets are for.
type pictures struct {
	view          *View
	thumbs, large *widgets.Loader[pictureKey]
	stop          context.CancelFunc

	wanted map[pictureKey]*ticket // on their way
	came   map[pictureKey]error   // asked for and here, or why not: of what is shown or near it
}

func newPictures(v *View) *pictures {
	p := &pictures{view: v, wanted: map[pictureKey]*ticket{}, came: map[pictureKey]error{}}
	source, tasks := v.source, v.tasks
	p.thumbs = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[pictureKey]{
		Load: func(ctx context.Context, k pictureKey) (image.Image, error) {
			img, err := thumbs.Decode(ctx, source, k.Photo())
			if err != nil {
				return nil, err
			}
			return widgets.NewPyramid(img), nil
		},
		Workers: 1, CacheBytes: counted(thumbBytes), Post: tasks.Post,
	})
	p.large = widgets.NewLoader(tasks.Context(), widgets.LoaderOptions[pictureKey]{
		Load: func(ctx context.Context, k pictureKey) (image.Image, error) {
			img, err := source.Picture(ctx, k.Photo(), k.side)
			if err != nil {
				return nil, err
			}
			if img == nil || img.Bounds().Empty() {
				return nil, widgets.ErrNoPicture
			}
			return widgets.NewPyramid(img), nil
		},
		Workers: workers, CacheBytes: counted(cacheBytes), Post: tasks.Post,
	})
	p.stop = task.Run(tasks, func(ctx context.Context) (struct{}, error) {
		<-ctx.Done()
		p.thumbs.Close()
		p.large.Close()
		return struct{}{}, nil
	}, func(struct{}, error) {})
	return p
}

// counted is a limit for a cache that counts the pixels of a pyramid without its
// smaller sizes, which are a third more.
func counted(bytes int64) int64 { return bytes / 4 * 3 }

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
	loader := p.large
	if k.side == 0 {
		loader = p.thumbs
	}
	t := loader.Request(k, func(img image.Image, err error) {
		delete(p.wanted, k)
		p.came[k] = err
		p.view.arrived(k, img)
	})
	if t != nil {
		p.wanted[k] = t
	}
}

// forget lets what came, or did not, be asked for again.
func (p *pictures) forget() { clear(p.came) }
