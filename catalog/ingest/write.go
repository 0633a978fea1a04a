package ingest

import (
	"context"
	"time"

	"waybill/catalog"
	"waybill/catalog/picture"
)

// A transaction takes at most this many files, and at most this long while
// others are awaited.
const (
	perTransaction = 200
	perMoment      = 400 * time.Millisecond
)

// write takes the files in the order of the walk and writes them, some at a
// time. It goes on after a cancel until it has written what was read.
func (r *run) write(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	var pending []*job
	tick := time.NewTicker(perMoment)
	defer tick.Stop()
	for j := range r.order {
		for waiting := true; waiting; {
			select {
			case <-j.done:
				waiting = false
			case <-tick.C:
				if err := r.flush(ctx, &pending); err != nil {
					return err
				}
			}
		}
		if j.read.stopped {
			continue
		}
		pending = append(pending, j)
		if len(pending) >= perTransaction || j.read.code == catalog.ErrDiskFull {
			if err := r.flush(ctx, &pending); err != nil {
				return err
			}
		}
		if j.read.code == catalog.ErrDiskFull {
			return j.read.err
		}
	}
	return r.flush(ctx, &pending)
}

// flush writes the pending files in one transaction and reports each.
func (r *run) flush(ctx context.Context, pending *[]*job) error {
	if len(*pending) == 0 {
		return nil
	}
	var photos []catalog.NewPhoto
	thumbs := map[string][]byte{}
	for _, j := range *pending {
		if j.read.result == Imported {
			photos = append(photos, j.read.photo)
			if j.read.thumb != nil {
				thumbs[j.read.photo.SHA256] = j.read.thumb
			}
		}
	}
	if err := r.Thumbs.Put(ctx, picture.PipelineVersion, thumbs); err != nil {
		return err
	}
	var placed []catalog.Placed
	if len(photos) > 0 {
		var step catalog.Step
		var err error
		if placed, step, err = r.Journal.Add(ctx, photos); err != nil {
			return err
		}
		r.report(step)
	}
	for _, j := range *pending {
		file := File{Path: j.path, Result: j.read.result, Code: j.read.code, Size: j.read.photo.Size, Err: j.read.err}
		if file.Result == Imported {
			file.place(placed[0])
			placed = placed[1:]
		}
		r.settle(file, j.size)
	}
	*pending = (*pending)[:0]
	return nil
}

// place notes where the catalogue put a file.
func (f *File) place(p catalog.Placed) {
	f.Photo = p.Photo
	switch p.Outcome {
	case catalog.OutcomeDuplicate:
		f.Result, f.Code = Duplicate, ""
	case catalog.OutcomeAgain:
		f.Result, f.Code = Duplicate, catalog.FileAgain
	}
	if p.Removed {
		f.Code = catalog.ErrInBin
	}
}

// settle counts a file and tells about it.
func (r *run) settle(f File, size int64) {
	s := &r.summary
	s.Files++
	s.Bytes += f.Size
	switch f.Result {
	case Imported:
		s.Imported++
	case Duplicate:
		s.Duplicate++
	case Failed:
		s.Failed++
	case Skipped:
		s.Skipped++
	}
	r.Progress.files.Add(1)
	r.Progress.bytes.Add(size)
	if r.OnFile != nil {
		r.OnFile(f)
	}
}
