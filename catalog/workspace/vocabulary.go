package workspace

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waybill/catalog"
	"waybill/catalog/sqlite"
	"waybill/catalog/vocabulary"
)

// ExportVocabulary writes the vocabulary as tables into a folder, which is made
// when it is not there; a table that is there already is never written over
// (ErrExists). It gives the names of the files.
func (c *Catalogue) ExportVocabulary(ctx context.Context, dir string) ([]string, error) {
	items, err := c.Items(ctx)
	if err != nil {
		return nil, err
	}
	routes, err := c.Routes(ctx)
	if err != nil {
		return nil, err
	}
	files := []string{vocabulary.ItemsFile, vocabulary.RoutesFile, vocabulary.LegsFile}
	for _, name := range files {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return nil, &catalog.Error{Code: catalog.ErrExists, Op: "export vocabulary", Subject: filepath.Join(dir, name)}
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fileError("export vocabulary", dir, err)
	}
	for i, export := range []func(io.Writer) error{
		func(w io.Writer) error { return vocabulary.ExportItems(w, items) },
		func(w io.Writer) error { return vocabulary.ExportRoutes(w, routes) },
		func(w io.Writer) error { return vocabulary.ExportLegs(w, routes) },
	} {
		if err := writeNew(filepath.Join(dir, files[i]), export); err != nil {
			return nil, fileError("export vocabulary", filepath.Join(dir, files[i]), err)
		}
	}
	return files, nil
}

// writeNew writes a file that must not exist.
func writeNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// OpReadVocabulary is the Op of the error of tables that are wrong.
const OpReadVocabulary = "vocabulary"

// ImportVocabulary takes the tables in a folder into the vocabulary, as one step:
// items.tsv, or routes.tsv and legs.tsv, or all of them. When anything is wrong
// with one of them nothing is taken, what is wrong is listed, and the error has
// the code ErrInvalid and Op OpReadVocabulary. A folder without tables gives ErrNotFound.
func (c *Catalogue) ImportVocabulary(ctx context.Context, dir, by string) (sqlite.Merged, []vocabulary.Rejected, catalog.Step, error) {
	var none sqlite.Merged
	known, err := c.Items(ctx)
	if err != nil {
		return none, nil, catalog.Step{}, err
	}
	items, rejected, foundItems, err := readItems(dir, known)
	if err != nil {
		return none, nil, catalog.Step{}, err
	}
	routes, more, foundRoutes, err := readRoutes(dir)
	if err != nil {
		return none, nil, catalog.Step{}, err
	}
	rejected = append(rejected, more...)
	switch {
	case !foundItems && !foundRoutes:
		return none, nil, catalog.Step{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "import vocabulary", Subject: dir}
	case len(rejected) > 0:
		return none, rejected, catalog.Step{}, &catalog.Error{Code: catalog.ErrInvalid, Op: OpReadVocabulary, Subject: dir}
	}
	merged, step, err := c.MergeVocabulary(ctx, items, routes, by)
	return merged, nil, step, err
}

func readItems(dir string, known []catalog.Item) ([]catalog.ItemEntry, []vocabulary.Rejected, bool, error) {
	f, err := openTable(dir, vocabulary.ItemsFile)
	if f == nil {
		return nil, nil, false, err
	}
	defer f.Close()
	entries, rejected, err := vocabulary.ReadItems(f, known)
	return entries, rejected, true, tableError(f.Name(), err)
}

// readRoutes reads routes and legs; of one without the other the lacking table
// is read as an empty one, which says what is missing.
func readRoutes(dir string) ([]catalog.Route, []vocabulary.Rejected, bool, error) {
	routes, err := openTable(dir, vocabulary.RoutesFile)
	if err != nil {
		return nil, nil, false, err
	}
	legs, err := openTable(dir, vocabulary.LegsFile)
	if routes != nil {
		defer routes.Close()
	}
	if legs != nil {
		defer legs.Close()
	}
	if err != nil || routes == nil && legs == nil {
		return nil, nil, false, err
	}
	list, rejected, err := vocabulary.ReadRoutes(orEmpty(routes), orEmpty(legs))
	return list, rejected, true, tableError(dir, err)
}

func orEmpty(f *os.File) io.Reader {
	if f == nil {
		return strings.NewReader("")
	}
	return f
}

// openTable opens a table, nil when there is none. What is no file is refused.
func openTable(dir, name string) (*os.File, error) {
	path := filepath.Join(dir, name)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && !info.Mode().IsRegular():
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "table", Subject: path}
	case err != nil:
		return nil, tableError(path, err)
	}
	f, err := os.Open(path)
	return f, tableError(path, err)
}

func tableError(path string, err error) error {
	if err == nil {
		return nil
	}
	return fileError("import vocabulary", path, err)
}
