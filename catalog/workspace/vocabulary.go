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

// table is one table of the vocabulary, or some that belong together.
type table struct {
	files []string
	write []func(io.Writer) error // one for each file
	// read reads the files, one that is missing as if it were empty.
	read func(files []io.Reader) ([]vocabulary.Rejected, error)
}

// tables lists the tables of the vocabulary with what is to be written to them;
// what is read goes into taken.
func (c *Catalogue) tables(ctx context.Context, taken *sqlite.Tables) ([]table, error) {
	all, err := c.terms(ctx)
	if err != nil {
		return nil, err
	}
	return []table{{
		files: []string{vocabulary.ItemsFile},
		write: []func(io.Writer) error{func(w io.Writer) error { return vocabulary.ExportItems(w, all.items) }},
		read: func(files []io.Reader) (rejected []vocabulary.Rejected, err error) {
			taken.Items, rejected, err = vocabulary.ReadItems(files[0], all.items)
			return rejected, err
		},
	}, {
		files: []string{vocabulary.RoutesFile, vocabulary.LegsFile},
		write: []func(io.Writer) error{
			func(w io.Writer) error { return vocabulary.ExportRoutes(w, all.routes) },
			func(w io.Writer) error { return vocabulary.ExportLegs(w, all.routes) },
		},
		read: func(files []io.Reader) (rejected []vocabulary.Rejected, err error) {
			taken.Routes, rejected, err = vocabulary.ReadRoutes(files[0], files[1])
			return rejected, err
		},
	}, {
		files: []string{vocabulary.UnitsFile},
		write: []func(io.Writer) error{func(w io.Writer) error { return vocabulary.ExportUnits(w, all.units) }},
		read: func(files []io.Reader) (rejected []vocabulary.Rejected, err error) {
			taken.Units, rejected, err = vocabulary.ReadUnits(files[0])
			return rejected, err
		},
	}, {
		files: []string{vocabulary.PlacesFile},
		write: []func(io.Writer) error{func(w io.Writer) error { return vocabulary.ExportPlaces(w, all.places) }},
		read: func(files []io.Reader) (rejected []vocabulary.Rejected, err error) {
			taken.Places, rejected, err = vocabulary.ReadPlaces(files[0])
			return rejected, err
		},
	}}, nil
}

// ExportVocabulary writes the vocabulary as tables into a folder, which is made
// when it is not there; a table that is there already is never written over
// (ErrExists). It gives the names of the files.
func (c *Catalogue) ExportVocabulary(ctx context.Context, dir string) ([]string, error) {
	tables, err := c.tables(ctx, nil)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, t := range tables {
		files = append(files, t.files...)
	}
	for _, name := range files {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return nil, &catalog.Error{Code: catalog.ErrExists, Op: "export vocabulary", Subject: filepath.Join(dir, name)}
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fileError("export vocabulary", dir, err)
	}
	for _, t := range tables {
		for i, name := range t.files {
			if err := writeNew(filepath.Join(dir, name), t.write[i]); err != nil {
				return nil, fileError("export vocabulary", filepath.Join(dir, name), err)
			}
		}
	}
	return files, nil
}

// writeNew writes a file that must not exist. One that cannot be finished is
// taken away again.
func writeNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// OpReadVocabulary is the Op of the error of tables that are wrong.
const OpReadVocabulary = "vocabulary"

// ImportVocabulary takes the tables in a folder into the vocabulary, as one step:
// all or some of those that ExportVocabulary writes, routes.tsv and legs.tsv
// together. When anything is wrong with one of them nothing is taken, what is
// wrong is listed, and the error has the code ErrInvalid and Op OpReadVocabulary.
// A folder without tables gives ErrNotFound.
func (c *Catalogue) ImportVocabulary(ctx context.Context, dir, by string) (sqlite.Merged, []vocabulary.Rejected, catalog.Step, error) {
	fail := func(rejected []vocabulary.Rejected, err error) (sqlite.Merged, []vocabulary.Rejected, catalog.Step, error) {
		return sqlite.Merged{}, rejected, catalog.Step{}, err
	}
	var taken sqlite.Tables
	tables, err := c.tables(ctx, &taken)
	if err != nil {
		return fail(nil, err)
	}
	var rejected []vocabulary.Rejected
	some := false
	for _, t := range tables {
		wrong, found, err := t.readIn(dir)
		if err != nil {
			return fail(nil, err)
		}
		some, rejected = some || found, append(rejected, wrong...)
	}
	switch {
	case !some:
		return fail(nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "import vocabulary", Subject: dir})
	case len(rejected) > 0:
		return fail(rejected, &catalog.Error{Code: catalog.ErrInvalid, Op: OpReadVocabulary, Subject: dir})
	}
	merged, step, err := c.MergeVocabulary(ctx, taken, by)
	return merged, nil, step, err
}

// readIn reads a table in a folder, and tells whether there is any of its files.
func (t *table) readIn(dir string) ([]vocabulary.Rejected, bool, error) {
	files := make([]io.Reader, len(t.files))
	found := false
	for i, name := range t.files {
		f, err := openTable(dir, name)
		if err != nil {
			return nil, false, err
		}
		files[i] = strings.NewReader("")
		if f != nil {
			defer f.Close()
			files[i], found = f, true
		}
	}
	if !found {
		return nil, false, nil
	}
	rejected, err := t.read(files)
	return rejected, true, tableError(dir, err)
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
