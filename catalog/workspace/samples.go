package workspace

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/tsv"
)

// manifest is the table that says what the sample photos show.
const manifest = "samples.tsv"

// Samples are photos to try the program with.
type Samples struct {
	Photos fs.FS          // *.jpg and samples.tsv, whose columns are file, items, route, status and caption
	Words  tsv.Source     // of the new catalogue
	Intake catalog.Intake // of the batch
}

// CreateSampleCatalogue makes a catalogue in dir, as Create does, imports the
// samples and tags those of which the manifest says something. A catalogue that
// could not be finished is taken away again.
func CreateSampleCatalogue(ctx context.Context, dir string, s Samples) (ingest.Summary, error) {
	if err := Create(ctx, dir, s.Words, ""); err != nil {
		return ingest.Summary{}, err
	}
	summary, err := s.fill(ctx, dir)
	if err != nil {
		return summary, errors.Join(err, os.RemoveAll(dir))
	}
	return summary, nil
}

func (s Samples) fill(ctx context.Context, dir string) (summary ingest.Summary, err error) {
	c, err := OpenSession(ctx, dir, "waybill samples")
	if err != nil {
		return summary, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	photos := map[string]catalog.PhotoID{}
	if summary, err = s.load(ctx, c, photos); err != nil {
		return summary, err
	}
	table, err := fs.ReadFile(s.Photos, manifest)
	if err != nil {
		return summary, fmt.Errorf("read samples: %w", err)
	}
	return summary, tagSamples(ctx, c, table, photos)
}

// load imports the samples by way of a temporary folder and notes which photo
// each file became.
func (s Samples) load(ctx context.Context, c *Catalogue, photos map[string]catalog.PhotoID) (summary ingest.Summary, err error) {
	temp, err := os.MkdirTemp("", "waybill-samples-*")
	if err != nil {
		return summary, fileError("unpack samples", os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	names, err := fs.Glob(s.Photos, "*.jpg")
	if err != nil {
		return summary, fmt.Errorf("list samples: %w", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(s.Photos, name)
		if err != nil {
			return summary, fmt.Errorf("read sample %s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o600); err != nil {
			return summary, fileError("unpack samples", temp, err)
		}
	}
	return c.Import(ctx, ImportOptions{
		Paths: []string{temp}, Intake: s.Intake,
		OnFile: func(f ingest.File) { photos[filepath.Base(f.Path)] = f.Photo },
	})
}

func tagSamples(ctx context.Context, c *Catalogue, table []byte, photos map[string]catalog.PhotoID) error {
	lines := bufio.NewScanner(bytes.NewReader(table))
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if n == 1 {
			continue
		}
		if len(cells) != 5 {
			return fmt.Errorf("%s: line %d: %d cells, want 5", manifest, n, len(cells))
		}
		edit, err := sampleEdit(ctx, c, cells[1:])
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", manifest, n, err)
		}
		edit.Photos = []catalog.PhotoID{photos[cells[0]]}
		if edit.Empty() {
			continue
		}
		if _, err := c.Apply(ctx, edit); err != nil {
			return fmt.Errorf("tag sample %s: %w", cells[0], err)
		}
	}
	return lines.Err()
}

// sampleEdit reads the items, route, status and caption of a line.
func sampleEdit(ctx context.Context, c *Catalogue, cells []string) (catalog.Edit, error) {
	edit := catalog.Edit{AllItems: true}
	for _, name := range strings.FieldsFunc(cells[0], func(r rune) bool { return r == ';' }) {
		item, err := c.FindItem(ctx, name)
		if err != nil {
			return edit, err
		}
		edit.AddItems = append(edit.AddItems, item)
	}
	if cells[1] != "" {
		route, err := c.FindRoute(ctx, cells[1])
		if err != nil {
			return edit, err
		}
		edit.Route = &route
	}
	if cells[2] != "" {
		status, err := catalog.ParseStatus(cells[2])
		if err != nil {
			return edit, err
		}
		edit.Status = &status
	}
	if cells[3] != "" {
		edit.Caption = &cells[3]
	}
	return edit, nil
}
