package vocabulary

import (
	"context"
	"math"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/naming"
)

// placeSheet is the form of a place.
type placeSheet struct {
	view      *View
	place     catalog.PlaceEntry // what the store said
	names     nameLines
	sort      *named
	latitude  *line
	longitude *line
	accuracy  *line
	countries *line
	fields
	box *fyne.Container
}

func newPlaceSheet(v *View) *placeSheet {
	t := v.words.T
	s := &placeSheet{
		view: v, names: newNameLines(v), latitude: newLine(v, t("vocabulary.latitude_hint")), longitude: newLine(v, t("vocabulary.longitude_hint")),
		accuracy: newLine(v, t("vocabulary.accuracy_hint")), countries: newLine(v, t("vocabulary.countries_hint")),
	}
	s.sort = newNamed(v, t("vocabulary.sort_hint"), s.sortsLike)
	n := &s.names
	s.inputs = []input{n.english, n.korean, n.north, n.chinese, n.also, s.sort, s.latitude, s.longitude, s.accuracy, s.countries}
	s.box = column(n.rows(v, true)...)
	s.box.Add(labelled(t("vocabulary.sort"), s.sort.CompleteEntry))
	s.box.Add(labelled(t("vocabulary.point"), s.latitude, s.longitude))
	s.box.Add(labelled(t("vocabulary.accuracy"), s.accuracy))
	s.box.Add(labelled(t("vocabulary.countries"), s.countries))
	return s
}

// sortsLike completes what a place is by what others are.
func (s *placeSheet) sortsLike(text string) (options []widgets.Option) {
	folded := naming.Fold(text)
	for _, sort := range s.view.shelf.sorts {
		if strings.Contains(naming.Fold(sort), folded) {
			options = append(options, widgets.Option{Text: sort})
		}
	}
	return options
}

func (s *placeSheet) object() fyne.CanvasObject { return s.box }
func (s *placeSheet) begin(name string)         { s.names.begin(name) }
func (s *placeSheet) start() fyne.Focusable     { return s.names.english }
func (s *placeSheet) saved(r ref)               { s.place.Key = r.key }

func (s *placeSheet) fill(r ref) {
	s.place = catalog.PlaceEntry{}
	latitude, longitude, accuracy := "", "", ""
	if p := s.view.shelf.places[r.key]; p != nil {
		s.place = *p
		latitude, longitude, accuracy = decimal(p.Latitude), decimal(p.Longitude), decimal(p.Accuracy)
	}
	s.names.fill(s.place.Names)
	s.sort.set(s.place.Kind, nil)
	s.latitude.SetText(latitude)
	s.longitude.SetText(longitude)
	s.accuracy.SetText(accuracy)
	s.countries.SetText(strings.Join(s.place.Countries, " "))
	s.state()
}

func (s *placeSheet) gather() (work, error) {
	if err := s.names.check(s.view); err != nil {
		return nil, err
	}
	p, t := s.place, s.view.words.T
	for _, n := range []struct {
		in          *line
		to          *float64
		least, most float64
		wrong       string
	}{
		{s.latitude, &p.Latitude, -90, 90, t("vocabulary.bad_latitude")},
		{s.longitude, &p.Longitude, -180, 180, t("vocabulary.bad_longitude")},
		{s.accuracy, &p.Accuracy, 0, 1e7, t("vocabulary.bad_accuracy")},
	} {
		value, err := strconv.ParseFloat(strings.Replace(n.in.text(), ",", ".", 1), 64)
		if err != nil || math.IsNaN(value) || value < n.least || value > n.most {
			return nil, &problem{n.wrong, n.in}
		}
		*n.to = value
	}
	p.Names, p.Kind, p.Countries = s.names.names(), s.sort.text(), codes(s.countries.text())
	store := s.view.store
	return func(ctx context.Context) (ref, catalog.Step, error) {
		key, step, err := store.SavePlace(ctx, p, "")
		return ref{kind: Places, key: key}, step, err
	}, nil
}

// decimal writes a number as it is typed.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// codes reads the codes of countries, however they are kept apart.
func codes(text string) []string {
	return strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
