package workspace

import (
	"context"
	"os"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/metadata"
	"waybill/catalog/picture"
	"waybill/catalog/sqlite"
)

// RereadOptions say which files are read again.
type RereadOptions struct {
	By       string                // who has them read, "" for the catalogue's editor
	Photos   []catalog.PhotoID     // nil: all
	Progress func(done, total int) // called one at a time; whoever watches the context is told, too
}

// RereadSummary says what became of it.
type RereadSummary struct {
	Photos  int // that were read
	Changed int // of which machines say something else now
	Failed  int // whose original could not be read: nothing about them changed
}

const (
	rereadPage    = 100       // photos in one transaction
	rereadAtOnce  = 4         // files held at once
	rereadPixels  = 320 << 20 // bytes for decoding
	rereadLargest = 64 << 20  // of a file larger than this only the beginning is read
	rereadHead    = 1 << 20
)

// Reread reads originals again and takes in what this version makes of them:
// claims, size, hash and thumbnail. What people said stays. It is one action in
// the history, undone as one; when it is cancelled (ErrCancelled) what was read
// by then is kept.
func (c *Catalogue) Reread(ctx context.Context, o RereadOptions) (RereadSummary, error) {
	var summary RereadSummary
	patterns, err := c.patterns()
	if err != nil {
		return summary, err
	}
	ids := slices.Clone(o.Photos)
	if o.Photos == nil {
		for page, err := range c.FindAll(ctx, catalog.Query{}, catalog.SortImported, exportPage) {
			if err != nil {
				return summary, err
			}
			ids = append(ids, page...)
		}
	}
	r := &rereading{
		catalogue: c, reader: ingest.NewReader(patterns, c.box, rereadPixels), readings: map[catalog.PhotoID]catalog.Reading{},
		thumbs: map[string][]byte{}, summary: &summary,
		tell: func() {
			done := summary.Photos + summary.Failed
			catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingReread, Done: done, Total: len(ids)})
			if o.Progress != nil {
				o.Progress(done, len(ids))
			}
		},
	}
	writer := c.BeginReread(o.By)
	for page := range slices.Chunk(ids, rereadPage) {
		stopped := r.page(ctx, page)
		if stopped != nil && ctx.Err() == nil {
			return summary, stopped
		}
		if err := r.keep(context.WithoutCancel(ctx), writer); err != nil {
			return summary, err
		}
		if stopped != nil {
			return summary, &catalog.Error{Code: catalog.ErrCancelled, Op: "reread", Err: stopped}
		}
	}
	return summary, nil
}

// rereading collects what one page of photos is read as.
type rereading struct {
	catalogue *Catalogue
	reader    *ingest.Reader
	mutex     sync.Mutex // guards the rest
	readings  map[catalog.PhotoID]catalog.Reading
	thumbs    map[string][]byte // by hash
	summary   *RereadSummary
	tell      func() // of each photo that is done
}

// keep writes what was read.
func (r *rereading) keep(ctx context.Context, writer *sqlite.Reread) error {
	if err := r.catalogue.thumbs.Put(ctx, picture.PipelineVersion, r.thumbs); err != nil {
		return err
	}
	step, err := writer.Write(ctx, r.readings)
	if err != nil {
		return err
	}
	r.summary.Changed += step.Touched
	clear(r.readings)
	clear(r.thumbs)
	return nil
}

func (r *rereading) page(ctx context.Context, ids []catalog.PhotoID) error {
	photos, err := r.catalogue.Photos(ctx, ids)
	if err != nil {
		return err
	}
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(rereadAtOnce)
	for _, p := range photos {
		group.Go(func() error { return r.photo(inner, p) })
	}
	return group.Wait()
}

// photo reads one photo's file with its names and sidecars. A file that is gone
// or altered changes nothing.
func (r *rereading) photo(ctx context.Context, p catalog.Photo) error {
	source, err := r.catalogue.source(ctx, p)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		r.mutex.Lock()
		defer r.mutex.Unlock()
		r.summary.Failed++
		r.tell()
		return nil
	}
	reading, thumb, _ := r.reader.Read(ctx, source) // what could not be read is in the reading
	if ctx.Err() != nil {
		return ctx.Err()
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.summary.Photos++
	r.readings[p.ID] = reading
	if thumb != nil {
		r.thumbs[p.SHA256] = thumb
	}
	r.tell()
	return nil
}

// source gathers a photo's file, its names and its sidecars.
func (c *Catalogue) source(ctx context.Context, p catalog.Photo) (ingest.Source, error) {
	var s ingest.Source
	arrivals, err := c.Arrivals(ctx, p.ID)
	if err != nil {
		return s, err
	}
	for _, a := range arrivals {
		if !slices.Contains(s.Names, a.Name) {
			s.Names = append(s.Names, a.Name)
		}
		if a.Sidecar == "" {
			continue
		}
		sidecar, err := c.originals.Read(a.Sidecar, false, maxShown)
		if err != nil {
			return s, err
		}
		beside, _ := metadata.ReadSidecar(sidecar) // what could be read of it
		s.Beside = append(s.Beside, beside...)
	}
	if s.Head = p.Size > rereadLargest; s.Head {
		s.Data, err = readHead(c.OriginalPath(p))
	} else {
		s.Data, err = c.originals.Read(p.Path, p.Referenced, rereadLargest)
	}
	return s, err
}

func readHead(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	head := make([]byte, rereadHead)
	n, err := file.ReadAt(head, 0)
	if n == 0 {
		return nil, err
	}
	return head[:n], nil
}

// EmbeddedThumbnail gives the thumbnail that a photo's file carries, as JPEG
// bytes; nil when it carries none.
func (c *Catalogue) EmbeddedThumbnail(ctx context.Context, p catalog.Photo) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := c.originals.Read(p.Path, p.Referenced, maxShown)
	if err != nil {
		return nil, err
	}
	thumb, _ := picture.EmbeddedThumbnail(data)
	return thumb, nil
}
