package present_test

import (
	"testing"

	"waybill/catalog"
)

// Quantities are said with the word for their unit.
func TestQuantity(t *testing.T) {
	piece := catalog.UnitNames{Names: catalog.Names{English: "piece", Korean: "개", Chinese: "个"}, Plural: "pieces"}
	sheep := catalog.UnitNames{Names: catalog.Names{English: "head"}}
	korean := catalog.UnitNames{Names: catalog.Names{Korean: "가마니"}}
	w := load(t)
	for _, c := range []struct {
		n     float64
		unit  string
		names catalog.UnitNames
		about bool
		want  string
	}{
		{1, "piece", piece, false, "1 piece"},
		{38, "piece", piece, false, "38 pieces"},
		{1234, "piece", piece, true, "about 1,234 pieces"},
		{0.5, "piece", piece, false, "0.5 pieces"},
		{7, "head", sheep, false, "7 head"},
		{7, "gamani", korean, false, "7 가마니"},
		{40, "tons", catalog.UnitNames{}, false, "40 tons"},
		{2, "", catalog.UnitNames{}, false, "2"},
	} {
		o := catalog.Observation{UnitNames: c.names, Seen: catalog.Seen{Quantity: &c.n, Unit: c.unit, Estimated: c.about}}
		check(t, w.Quantity(&o), c.want)
	}
	check(t, w.Quantity(&catalog.Observation{Seen: catalog.Seen{Unit: "piece"}}), "")
}

// A name of the vocabulary with an alias in it is refused otherwise than an
// alias that is a word of the vocabulary.
func TestAliasWords(t *testing.T) {
	w := load(t)
	check(t, w.Error(&catalog.Error{Code: catalog.ErrAliasWord, Op: "name item", Subject: "heron"}),
		"“heron” has the alias of a source in it, so texts could not be checked for that before they leave. Choose another name.")
	check(t, w.Error(&catalog.Error{Code: catalog.ErrAliasWord, Op: "source alias", Subject: "steel"}),
		"“steel” is also a word for goods or a route, so texts could not be checked for it before they leave. Choose another alias.")
}
