// Package export writes photos into a folder for people outside: tables, data
// and, when asked, the originals. It writes no source's alias, no short id and
// no path, refuses texts that contain an alias, and knows no database and no
// window. The formats are described in docs/formats.md.
package export

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"waybill/catalog"
)

// Format is a form in which photos are written down.
type Format string

// Formats.
const (
	CSV  Format = "csv"
	JSON Format = "json"
)

// ParseFormats reads names of formats, each kept once; none means all. Its
// error has the code ErrInvalid and the Op "format".
func ParseFormats(names []string) ([]Format, error) {
	if len(names) == 0 {
		return []Format{CSV, JSON}, nil
	}
	var formats []Format
	for _, name := range names {
		f := Format(name)
		if f != CSV && f != JSON {
			return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "format", Subject: name}
		}
		if !slices.Contains(formats, f) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

// Options say what is written and where.
type Options struct {
	Folder    string // must not exist, unless Force
	Formats   []Format
	Originals bool // copy the originals too
	Names     bool // tell original names and batches, and name the copies so
	Force     bool // replace an earlier export in Folder
	Aliases   []string

	Open     func(catalog.Photo) (io.ReadCloser, error) // an original, for Originals
	Progress func(done int)                             // after each photo, may be nil
}

// Staged is an export that is complete but still under its temporary name. It
// ends by Place or Discard.
type Staged struct {
	Photos int
	Bytes  int64 // of the originals copied

	dir, target string
	force       bool
}

// Stage writes photos, page by page, into a temporary folder beside o.Folder.
// On an error nothing is left of it. Errors have the codes ErrExists,
// ErrAliasLeak (Subject is the photo, and nothing says which alias), FoundMissing,
// FoundAltered and FoundUnreadable for an original, ErrCancelled, ErrDiskFull,
// ErrReadOnly and ErrIO, and those of pages.
func Stage(ctx context.Context, o Options, pages iter.Seq2[[]catalog.Photo, error]) (*Staged, error) {
	target, err := filepath.Abs(o.Folder)
	if err != nil {
		return nil, fileError(o.Folder, err)
	}
	if err := replaceable(target, o.Force); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(target), "."+clip(filepath.Base(target), 60)+"-*.partial")
	if err != nil {
		return nil, fileError(filepath.Dir(target), err)
	}
	s := &Staged{dir: dir, target: target, force: o.Force}
	if err := s.fill(ctx, o, pages); err != nil {
		return nil, errors.Join(fileError(target, err), s.Discard())
	}
	return s, nil
}

// table is one file that all photos go into.
type table interface {
	add(p *catalog.Photo, file string) error
	finish() error
}

func (s *Staged) fill(ctx context.Context, o Options, pages iter.Seq2[[]catalog.Photo, error]) error {
	tables, err := s.tables(o)
	if err == nil {
		err = s.photos(ctx, o, tables, pages)
	}
	for _, t := range tables {
		err = errors.Join(err, t.finish())
	}
	if err != nil {
		return err
	}
	return syncDir(s.dir)
}

func (s *Staged) tables(o Options) ([]table, error) {
	var tables []table
	for _, format := range o.Formats {
		out, err := create(filepath.Join(s.dir, fileOf(format)))
		if err != nil {
			return tables, err
		}
		if format == JSON {
			tables = append(tables, newJSON(out, o))
			continue
		}
		observations, err := create(filepath.Join(s.dir, observationsFile))
		if err != nil {
			return tables, errors.Join(err, out.finish())
		}
		tables = append(tables, newCSV(out, observations, o))
	}
	return tables, nil
}

// observationsFile is the second table of CSV.
const observationsFile = "observations.csv"

// fileOf names the file of a format.
func fileOf(f Format) string { return "photos." + string(f) }

func (s *Staged) photos(ctx context.Context, o Options, tables []table, pages iter.Seq2[[]catalog.Photo, error]) error {
	guard := newGuard(o)
	copies := newCopies(s.dir, o)
	for page, err := range pages {
		if err != nil {
			return err
		}
		unnumber(page)
		for i := range page {
			p := &page[i]
			if err := ctx.Err(); err != nil {
				return err
			}
			if guard.leaks(p) {
				return &catalog.Error{Code: catalog.ErrAliasLeak, Op: "export", Subject: p.ID.String()}
			}
			file, n, err := copies.put(ctx, p)
			if err != nil {
				return err
			}
			for _, t := range tables {
				if err := t.add(p, file); err != nil {
					return err
				}
			}
			s.Photos++
			s.Bytes += n
			if o.Progress != nil {
				o.Progress(s.Photos)
			}
		}
	}
	return copies.finish()
}
