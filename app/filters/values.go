package filters

import (
	"slices"
	"strings"

	"waybill/catalog"
)

// hasWarning is the one thing that photos can have which the panel counts: that
// somebody should look at them.
const hasWarning = "warning"

// value is one line of a section.
type value struct {
	term   catalog.Term
	label  string
	count  int // photos
	known  bool
	picked bool // a condition of the query
}

// values lists what a section shows: the conditions of the query that its
// counts do not name, then what was counted, the picked first. The six statuses
// are always there and in their order.
func (v *View) values(field catalog.Field, total int) []value {
	counted := v.ofFacets(field)
	var list []value
	for _, t := range v.query.Terms {
		if t.Field != field || hasTerm(counted, t) || hasTerm(list, t) || (field == catalog.FieldHas && t.Value != hasWarning) {
			continue
		}
		val := value{term: t, label: v.label(field, t.Value), picked: true, known: v.counted && !t.Not}
		if t.Not {
			val.label = v.words.T("filters.not", "value", val.label)
		} else {
			val.count = total // every photo found fulfils it
		}
		list = append(list, val)
	}
	if field == catalog.FieldStatus {
		return append(counted, list...)
	}
	for _, picked := range []bool{true, false} {
		for _, val := range counted {
			if val.picked == picked {
				list = append(list, val)
			}
		}
	}
	return list
}

// ofFacets gives the counted values of one field, with what of them is picked.
func (v *View) ofFacets(field catalog.Field) []value {
	var list []value
	if field == catalog.FieldStatus {
		for _, s := range catalog.Statuses() {
			list = append(list, v.value(catalog.Facet{Field: field, Value: string(s)}))
		}
	}
	at := map[string]int{}
	for i, val := range list {
		at[val.term.Value] = i
	}
	for _, f := range v.facets {
		if f.Field != field {
			continue
		}
		if i, there := at[f.Value]; there { // a status, or two things of one name
			list[i].count += f.Count
			continue
		}
		at[f.Value] = len(list)
		list = append(list, v.value(f))
	}
	return list
}

func (v *View) value(f catalog.Facet) value {
	term := catalog.Term{Field: f.Field, Value: f.Value, Phrase: strings.ContainsAny(f.Value, " \t\u3000")}
	label := f.Label
	if label == "" {
		label = f.Value
	}
	return value{term: term, label: v.label(f.Field, label), count: f.Count, known: v.counted, picked: v.query.Has(term)}
}

// label gives the words for a value.
func (v *View) label(field catalog.Field, text string) string {
	switch field {
	case catalog.FieldStatus:
		return v.words.Status(catalog.Status(text))
	case catalog.FieldHas:
		return v.words.T("filters.warning")
	case catalog.FieldKind:
		return v.words.Kind(catalog.Kind(text))
	case catalog.FieldType:
		return strings.ToUpper(text)
	}
	return text
}

func hasTerm(list []value, t catalog.Term) bool {
	return slices.ContainsFunc(list, func(val value) bool { return val.term.Same(t) })
}
