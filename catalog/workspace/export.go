package workspace

import (
	"context"
	"io"
	"iter"
	"os"
	"slices"

	"waybill/catalog"
	"waybill/catalog/export"
)

// exportPage is how many photos an export holds at once.
const exportPage = 500

// ExportOptions say what leaves the catalogue and how.
type ExportOptions struct {
	Folder string
	Query  catalog.Query
	Photos []catalog.PhotoID // these instead of the query's, if not nil

	Formats   []string // "csv", "json"; none means both
	Originals bool     // the original files too, as they are
	Names     bool     // original names and batches too
	Force     bool     // replace an earlier export in Folder
	By        string   // who exports, "" for the catalogue's editor

	Progress func(done, total int) // after each photo, may be nil
}

// ExportSummary says what left.
type ExportSummary struct {
	Folder string // as it was given
	Photos int
	Bytes  int64 // of originals
}

// Export writes photos into a folder: see package export for what is and what
// is never written, and for the errors. The history has a step for it that is
// written when the export is complete and before it gets its name, for what
// left without a record would be worse than a record of what did not.
func (c *Catalogue) Export(ctx context.Context, o ExportOptions) (ExportSummary, error) {
	summary := ExportSummary{Folder: o.Folder}
	formats, err := export.ParseFormats(o.Formats)
	if err != nil {
		return summary, err
	}
	if c.ReadOnly() {
		return summary, &catalog.Error{Code: catalog.ErrReadOnly, Op: "export", Subject: c.dir}
	}
	options := export.Options{
		Folder: o.Folder, Formats: formats, Originals: o.Originals, Names: o.Names, Force: o.Force,
		Open: func(p catalog.Photo) (io.ReadCloser, error) { return os.Open(c.OriginalPath(p)) },
	}
	reviewed, err := c.ReviewBeforeExport(ctx)
	if err != nil {
		return summary, err
	}
	if reviewed {
		if err := c.refuseUnreviewed(ctx, o); err != nil {
			return summary, err
		}
	}
	if err := c.prepareExport(ctx, o, &options); err != nil {
		return summary, err
	}
	staged, err := export.Stage(ctx, options, c.exportPages(ctx, o, reviewed))
	if err != nil {
		return summary, err
	}
	summary.Photos, summary.Bytes = staged.Photos, staged.Bytes
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = string(f)
	}
	_, err = c.Record(ctx, catalog.ActionExport, o.By, map[string]any{
		"photos": staged.Photos, "formats": names, "originals": o.Originals,
	})
	if err != nil {
		if errDiscard := staged.Discard(); errDiscard != nil {
			return summary, errDiscard
		}
		return summary, err
	}
	return summary, staged.Place()
}

// prepareExport adds what the catalogue knows to the options.
func (c *Catalogue) prepareExport(ctx context.Context, o ExportOptions, options *export.Options) error {
	sources, err := c.Sources(ctx)
	if err != nil {
		return err
	}
	for _, s := range sources {
		options.Aliases = append(options.Aliases, s.Alias)
	}
	total := len(o.Photos)
	if o.Photos == nil {
		if total, err = c.Count(ctx, o.Query); err != nil {
			return err
		}
	}
	if o.Progress != nil {
		options.Progress = func(done int) { o.Progress(done, max(done, total)) }
	}
	return nil
}

// exportPages reads the photos page by page, so that a million need no more
// memory than some. What is to be reviewed is looked at again here: somebody may
// judge or disagree while the export runs.
func (c *Catalogue) exportPages(ctx context.Context, o ExportOptions, reviewed bool) iter.Seq2[[]catalog.Photo, error] {
	pages := c.FindAll(ctx, o.Query, catalog.SortTaken, exportPage)
	if o.Photos != nil {
		pages = chosenPages(o.Photos)
	}
	return func(yield func([]catalog.Photo, error) bool) {
		for ids, err := range pages {
			var photos []catalog.Photo
			if err == nil {
				photos, err = c.Photos(ctx, ids)
			}
			if err == nil && o.Photos != nil && len(photos) < len(ids) {
				err = missing(ids, photos)
			}
			if err == nil && o.Photos != nil {
				err = refuseRemoved(photos)
			}
			if err == nil && reviewed {
				err = unreviewed(waiting(photos))
			}
			if !yield(photos, err) || err != nil {
				return
			}
		}
	}
}

// photoPages reads the photos of pages, up to the first that cannot be read. What
// is not in the catalogue any more is left out.
func (c *Catalogue) photoPages(ctx context.Context, pages iter.Seq2[[]catalog.PhotoID, error]) iter.Seq2[[]catalog.Photo, error] {
	return func(yield func([]catalog.Photo, error) bool) {
		for ids, err := range pages {
			var photos []catalog.Photo
			if err == nil {
				photos, err = c.Photos(ctx, ids)
			}
			if !yield(photos, err) || err != nil {
				return
			}
		}
	}
}

// chosenPages gives the ids, each once, some at a time.
func chosenPages(photos []catalog.PhotoID) iter.Seq2[[]catalog.PhotoID, error] {
	ids := slices.Clone(photos)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return func(yield func([]catalog.PhotoID, error) bool) {
		for page := range slices.Chunk(ids, exportPage) {
			if !yield(page, nil) {
				return
			}
		}
	}
}

// missing names the first of the ids that there is no photo of.
func missing(ids []catalog.PhotoID, photos []catalog.Photo) error {
	i := slices.IndexFunc(ids, func(id catalog.PhotoID) bool {
		return !slices.ContainsFunc(photos, func(p catalog.Photo) bool { return p.ID == id })
	})
	return &catalog.Error{Code: catalog.ErrNotFound, Op: "export", Subject: ids[i].String()}
}

// refuseRemoved names the first photo that lies in the bin, which nothing leaves.
func refuseRemoved(photos []catalog.Photo) error {
	for _, p := range photos {
		if p.Removed {
			return &catalog.Error{Code: catalog.ErrInBin, Op: "export", Subject: p.ID.String()}
		}
	}
	return nil
}
