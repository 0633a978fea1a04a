package workspace

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/filename"
	"waybill/catalog/places"
)

// ownPatterns is the table of file-name patterns that users may put into a
// catalogue's folder; its rows are tried before the shipped ones.
const ownPatterns = "filename_patterns.tsv"

// shippedPlaces is the gazetteer that ships with the program. It is read when a
// place is first asked about, which most calls of the command line never do; its
// tables are part of the program, so that it can fail only in a broken build.
var shippedPlaces = sync.OnceValue(func() *places.Gazetteer {
	g, err := places.Load(assets.Vocabulary, assets.Place)
	if err != nil {
		panic(err)
	}
	return g
})

// gazetteer is shippedPlaces for the store.
type gazetteer struct{}

var _ catalog.Gazetteer = gazetteer{}

func (gazetteer) At(lat, lon float64, on time.Time) catalog.Whereabouts {
	return shippedPlaces().At(lat, lon, on)
}

func (gazetteer) Compare(lat1, lon1, lat2, lon2 float64) (metres float64, shifted bool) {
	return shippedPlaces().Compare(lat1, lon1, lat2, lon2)
}

func (gazetteer) Crossings(name string) []string { return shippedPlaces().Crossings(name) }

func (gazetteer) Entry(id string) (catalog.Near, bool) { return shippedPlaces().Entry(id) }

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
