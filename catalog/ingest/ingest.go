// Package ingest imports files into a catalogue: it walks, hashes, reads,
// scales and stores them with bounded workers under one budget of bytes, and
// hands them to the catalogue in the order of the walk. It knows no database
// and no window.
package ingest

import (
	"context"
	"errors"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"waybill/catalog"
	"waybill/catalog/filename"
	"waybill/catalog/originals"
	"waybill/catalog/picture"
)

// Budget is how many bytes of files and pixels an import holds at once when
// nothing else is said: a sixth for files, the rest for decoding.
const Budget = 384 << 20

// Journal is where an import writes photos; each call is one transaction. Known
// is called by many workers, also while Add runs.
type Journal interface {
	Known(ctx context.Context, sha256 string) (bool, error)
	Add(ctx context.Context, files []catalog.NewPhoto) ([]catalog.Placed, catalog.Step, error)
	Finish(ctx context.Context) (catalog.Step, error)
}

// Thumbs keeps thumbnails by the hash of their originals.
type Thumbs interface {
	Put(ctx context.Context, version int, jpegs map[string][]byte) error
}

// Importer imports files. Its fields are required but for the callbacks.
type Importer struct {
	Journal   Journal
	Thumbs    Thumbs
	Originals originals.Folder
	Patterns  *filename.Patterns // what file names say
	Remote    picture.Remote     // decodes what must not be decoded in this process; nil: that is not shown
	Reference bool               // leave the files where they are instead of copying them
	Workers   int                // 0: as many as CPUs
	Budget    int64              // bytes held at once, 0: Budget

	OnFile   func(File)         // after each file is settled, in the order of the walk, never two at once
	OnStep   func(catalog.Step) // after each transaction, likewise
	Progress *Progress          // counted if not nil
}

// Result says what became of a file.
type Result string

// Results.
const (
	Imported  Result = "imported"  // a new photo, even if its picture cannot be shown
	Duplicate Result = "duplicate" // the catalogue had its bytes
	Failed    Result = "failed"    // it could not be read or stored
	Skipped   Result = "skipped"   // it is no image
)

// File is a file that an import has dealt with.
type File struct {
	Path   string
	Result Result
	Photo  catalog.PhotoID // 0 when it failed or was skipped
	Code   catalog.Code    // why, "" when there is nothing to say
	Size   int64           // bytes
	Err    error           // the cause, for logs
}

// Summary counts what became of the files.
type Summary struct {
	Files, Imported, Duplicate, Failed, Skipped int
	Bytes                                       int64
	Elapsed                                     time.Duration
}

// Run imports every file below the paths. It returns what was done also when it
// is cancelled (code ErrCancelled) or cannot go on (ErrDiskFull and what the
// journal fails with); what it reported by then is stored for good. A file that
// fails does not stop it.
func (im *Importer) Run(ctx context.Context, paths []string) (Summary, error) {
	if im.Workers <= 0 {
		im.Workers = runtime.GOMAXPROCS(0)
	}
	if im.Budget <= 0 {
		im.Budget = Budget
	}
	if im.Progress == nil {
		im.Progress = &Progress{}
	}
	started := time.Now()
	im.Progress.started.Store(started.UnixNano())
	if err := im.Originals.Clear(); err != nil {
		return Summary{}, err
	}
	r := &run{
		Importer: im,
		files:    semaphore.NewWeighted(im.Budget / 6),
		reader:   NewReader(im.Patterns, im.Remote, im.Budget-im.Budget/6),
		jobs:     make(chan *job),
		order:    make(chan *job, 4*im.Workers+queued),
	}
	err := r.all(ctx, paths)
	r.summary.Elapsed = time.Since(started)
	if errClear := im.Originals.Clear(); err == nil {
		err = errClear
	}
	if errors.Is(err, context.Canceled) {
		err = &catalog.Error{Code: catalog.ErrCancelled, Op: "import", Err: err}
	}
	return r.summary, err
}

// queued is how many files may be ahead of the one that is written next.
const queued = 64

// run is one import under way.
type run struct {
	*Importer
	files   *semaphore.Weighted // bytes of files that may be held
	reader  *Reader             // has its own budget, which is never awaited by who holds it
	jobs    chan *job           // for the workers
	order   chan *job           // the same jobs in the order of the walk, for the writer
	summary Summary
}

// job is one file on its way.
type job struct {
	found
	done chan struct{} // closed when the fields below are set
	read outcome
}

// all runs the walk, the workers and the writer until all are done.
func (r *run) all(ctx context.Context, paths []string) error {
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error { return r.count(inner, paths) })
	group.Go(func() error {
		defer close(r.jobs)
		defer close(r.order)
		return walk(inner, paths, func(f found) error { return r.enqueue(inner, f) })
	})
	for range r.Workers {
		group.Go(func() error {
			for j := range r.jobs {
				j.read = r.handle(inner, j.found)
				close(j.done)
			}
			return nil
		})
	}
	group.Go(func() error { return r.write(ctx) })
	if err := group.Wait(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	step, err := r.Journal.Finish(ctx)
	r.report(step)
	return err
}

// count walks ahead for the totals of the progress.
func (r *run) count(ctx context.Context, paths []string) error {
	err := walk(ctx, paths, func(f found) error {
		r.Progress.totalFiles.Add(1)
		r.Progress.totalBytes.Add(f.size)
		return nil
	})
	r.Progress.counted.Store(err == nil)
	return err
}

func (r *run) enqueue(ctx context.Context, f found) error {
	j := &job{found: f, done: make(chan struct{})}
	for _, queue := range []chan *job{r.order, r.jobs} {
		select {
		case queue <- j:
		case <-ctx.Done():
			j.read.stopped = true
			close(j.done)
			return ctx.Err()
		}
	}
	return nil
}

func (r *run) report(step catalog.Step) {
	if step.ID != 0 && r.OnStep != nil {
		r.OnStep(step)
	}
}
