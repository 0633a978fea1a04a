package workspace

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/originals"
)

// ImportOptions say what to import and how.
type ImportOptions struct {
	Paths     []string
	Intake    catalog.Intake
	By        string // who imports, "" for the catalogue's editor
	Reference bool   // leave the files where they are
	Workers   int    // 0: as many as CPUs
	OnFile    func(ingest.File)
	OnStep    func(catalog.Step)
	Progress  *ingest.Progress
}

// Import takes files into the catalogue. Only a session may: see OpenSession.
func (c *Catalogue) Import(ctx context.Context, o ImportOptions) (ingest.Summary, error) {
	journal, err := c.BeginImport(ctx, o.Intake, fingerprint(o.Paths), o.By)
	if err != nil {
		return ingest.Summary{}, err
	}
	if o.Intake.Template != "" {
		advice, err := c.adviser(ctx)
		if err != nil {
			return ingest.Summary{}, err
		}
		journal.Rest(func(p catalog.Photo, o catalog.Observation, s catalog.Status) catalog.Legal {
			o.ItemKey = advice.items[o.Item].Key
			said := advice.observation(p, o)
			return said.Basis(s)
		})
	}
	patterns, err := c.patterns()
	if err != nil {
		return ingest.Summary{}, err
	}
	importer := ingest.Importer{
		Patterns: patterns, Remote: c.box,
		Journal: journal, Thumbs: c.thumbs, Originals: c.originals, Reference: o.Reference, Workers: o.Workers,
		OnFile: o.OnFile, OnStep: o.OnStep, Progress: o.Progress,
	}
	return importer.Run(ctx, o.Paths)
}

// fingerprint stands for a set of paths without naming them.
func fingerprint(paths []string) string {
	abs := make([]string, len(paths))
	for i, path := range paths {
		abs[i] = path
		if full, err := filepath.Abs(path); err == nil {
			abs[i] = full
		}
	}
	slices.Sort(abs)
	return originals.HashBytes([]byte(strings.Join(slices.Compact(abs), "\x00")))
}
