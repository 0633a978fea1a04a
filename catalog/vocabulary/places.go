package vocabulary

import (
	"io"
	"strconv"
	"strings"

	"waybill/catalog"
)

// PlacesFile is the table of places.
const PlacesFile = "places.tsv"

var placeColumns = []string{"key", "kind", "en", "ko", "ko_dprk", "zh", "variants", "countries", "lat", "lon", "accuracy_m"}

// ExportPlaces writes places.tsv.
func ExportPlaces(w io.Writer, places []catalog.PlaceEntry) error {
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	rows := make([][]string, len(places))
	for i, p := range places {
		n := p.Names
		rows[i] = []string{
			p.Key, p.Kind, n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs, strings.Join(p.Countries, ";"),
			number(p.Latitude), number(p.Longitude), number(p.Accuracy),
		}
	}
	return write(w, placeColumns, rows)
}

// ReadPlaces reads places.tsv. What is wrong is listed, and then there are no
// places. The error is that of the reader.
func ReadPlaces(r io.Reader) ([]catalog.PlaceEntry, []Rejected, error) {
	t, err := read(r, PlacesFile, placeColumns)
	if err != nil {
		return nil, nil, err
	}
	seen := map[string]bool{}
	places := make([]catalog.PlaceEntry, 0, len(t.rows))
	for i := range t.rows {
		places = append(places, t.rows[i].place(seen))
	}
	if len(t.rejected) > 0 {
		return nil, t.inOrder(), nil
	}
	return places, nil, nil
}

func (r *row) place(seen map[string]bool) catalog.PlaceEntry {
	p := catalog.PlaceEntry{Key: r.key("key", seen), Kind: r.cell("kind"), Names: r.names()}
	if p.Kind == "" {
		r.wrong("kind", ProblemNoKind)
	}
	for code := range strings.SplitSeq(r.cell("countries"), ";") {
		if code = strings.TrimSpace(code); code != "" {
			p.Countries = append(p.Countries, code)
		}
	}
	if !catalog.AreCountries(p.Countries) {
		r.wrong("countries", ProblemCountry)
	}
	p.Latitude, p.Longitude = r.needed("lat", -90, 90), r.needed("lon", -180, 180)
	p.Accuracy = r.needed("accuracy_m", 0, catalog.MaxPlaceAccuracy)
	return p
}

// needed reads a number that there must be.
func (r *row) needed(name string, least, most float64) float64 {
	n := r.number(name, least, most)
	switch {
	case n != nil:
		return *n
	case r.cell(name) == "":
		r.wrong(name, ProblemNumber)
	}
	return 0
}
