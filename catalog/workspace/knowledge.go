package workspace

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/codes"
	"waybill/catalog/filename"
	"waybill/catalog/places"
)

// Tables that users may put into a catalogue's folder; their rows are tried
// before those of the shipped tables of the same names.
const (
	ownPatterns = "filename_patterns.tsv"
	ownCodes    = "codes.tsv"
)

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

// gazetteer is one for the store that is loaded, or laid over another, when it is
// first asked about a place.
type gazetteer struct{ load func() *places.Gazetteer }

var _ catalog.Gazetteer = gazetteer{}

// shipped is the gazetteer without the newsroom's word on places.
func shipped() gazetteer { return gazetteer{shippedPlaces} }

func (g gazetteer) At(lat, lon float64, on time.Time) catalog.Whereabouts {
	return g.load().At(lat, lon, on)
}

func (g gazetteer) Compare(lat1, lon1, lat2, lon2 float64) (metres float64, shifted bool) {
	return g.load().Compare(lat1, lon1, lat2, lon2)
}

func (g gazetteer) Crossings(name string) []string { return g.load().Crossings(name) }

func (g gazetteer) Named(name string) []string { return g.load().Named(name) }

func (g gazetteer) Entry(id string) (catalog.Near, bool) { return g.load().Entry(id) }

func (g gazetteer) Place(key string) (catalog.PlaceEntry, bool) { return g.load().Place(key) }

func (gazetteer) Reach(accuracy float64) float64 { return places.ReachOf(accuracy) }

func (g gazetteer) With(rows []catalog.PlaceEntry) catalog.Gazetteer {
	if len(rows) == 0 {
		return g
	}
	return gazetteer{sync.OnceValue(func() *places.Gazetteer { return g.load().Over(rows) })}
}

// places gives the gazetteer of the catalogue as it was when somebody last looked
// (see sqlite.Store.Gazetteer); it reads nothing.
func (c *Catalogue) places() *places.Gazetteer {
	return loaded(c.Gazetteer())
}

// placesNow gives it with what other programs changed meanwhile.
func (c *Catalogue) placesNow(ctx context.Context) (*places.Gazetteer, error) {
	g, err := c.GazetteerNow(ctx)
	return loaded(g), err
}

// loaded gives what stands behind the gazetteer that the store was opened with.
func loaded(g catalog.Gazetteer) *places.Gazetteer {
	if lazy, ok := g.(gazetteer); ok {
		return lazy.load()
	}
	return shippedPlaces()
}

// patterns loads what file names say. A table of the user's own that cannot be
// read is an error that says where; see filename.Parse.
func (c *Catalogue) patterns() (*filename.Patterns, error) {
	shipped, own, err := tables(c, ownPatterns, "read file-name patterns", filename.Parse)
	if err != nil || own == nil {
		return shipped, err
	}
	return own.Before(shipped), nil
}

// Codes loads the code replacements; see the package codes. A table of the user's
// own that cannot be read is an error that says where, beside the shipped codes.
func (c *Catalogue) Codes() (*codes.Table, error) {
	shipped, own, err := tables(c, ownCodes, "read codes", codes.Parse)
	if err != nil || own == nil {
		return shipped, err
	}
	return own.Before(shipped), nil
}

// tables reads the shipped table of a name and the user's own in the catalogue's
// folder, nil when there is none. With an error of the latter the former is there.
func tables[T any](c *Catalogue, name, op string, parse func(io.Reader) (*T, error)) (shipped, own *T, err error) {
	text, err := assets.Vocabulary(name)
	if err != nil {
		return nil, nil, err
	}
	if shipped, err = parse(bytes.NewReader(text)); err != nil {
		return nil, nil, err
	}
	path := filepath.Join(c.dir, name)
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return shipped, nil, nil
	}
	if err != nil {
		return shipped, nil, fileError(op, path, err)
	}
	defer file.Close()
	if own, err = parse(file); err != nil {
		return shipped, nil, &catalog.Error{Code: catalog.CodeOf(err), Op: op, Subject: path, Err: err}
	}
	return shipped, own, nil
}
