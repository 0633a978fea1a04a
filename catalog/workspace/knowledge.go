package workspace

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/filename"
	"waybill/catalog/places"
)

// ownPatterns is the table of file-name patterns that users may put into a
// catalogue's folder; its rows are tried before the shipped ones.
const ownPatterns = "filename_patterns.tsv"

// gazetteer loads the shipped places.
func gazetteer() (*places.Gazetteer, error) {
	return places.Load(assets.Vocabulary, assets.Place)
}

// patterns loads what file names say. A table of the user's own that cannot be
// read is an error that says where; see filename.Parse.
func (c *Catalogue) patterns() (*filename.Patterns, error) {
	table, err := assets.Vocabulary(ownPatterns)
	if err != nil {
		return nil, err
	}
	shipped, err := filename.Parse(bytes.NewReader(table))
	if err != nil {
		return nil, err
	}
	path := filepath.Join(c.dir, ownPatterns)
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return shipped, nil
	}
	if err != nil {
		return nil, fileError("read file-name patterns", path, err)
	}
	defer file.Close()
	own, err := filename.Parse(file)
	if err != nil {
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "read file-name patterns", Subject: path, Err: err}
	}
	return own.Before(shipped), nil
}
