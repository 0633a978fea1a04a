package catalog

import (
	"slices"
	"strings"
)

// Same tells whether two terms ask the same: field, minus and values, these in
// any order, in either case and however they were quoted or composed.
func (t Term) Same(u Term) bool {
	return t.Field == u.Field && t.Not == u.Not && slices.Equal(t.folded(), u.folded())
}

// folded lists what the values of a term are compared by.
func (t Term) folded() []string {
	list := []string{foldValue(t.Value)}
	for _, c := range t.Or {
		list = append(list, foldValue(c.Value))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func foldValue(s string) string { return strings.Join(strings.Fields(foldWord(s)), " ") }

// Has tells whether a term is among the conditions.
func (q Query) Has(t Term) bool { return slices.ContainsFunc(q.Terms, t.Same) }

// With gives the query with one more condition; one that is there already is
// not added again, and the opposite of it is taken away. A photo has one status,
// one type and one kind: another of them takes the earlier's place, for both
// together would find nothing. Positions are those of the text that String gives.
func (q Query) With(t Term) Query {
	if q.Has(t) {
		return q.renumbered()
	}
	kept := slices.DeleteFunc(slices.Clone(q.Terms), func(u Term) bool {
		opposite := u
		opposite.Not = !u.Not
		single := t.Field == FieldStatus || t.Field == FieldType || t.Field == FieldKind
		return t.Same(opposite) || (single && u.Field == t.Field && !t.Not && !u.Not)
	})
	return Query{Terms: append(kept, t)}.renumbered()
}

// Without gives the query without a condition, however often it stands there.
// Positions are those of the text that String gives.
func (q Query) Without(t Term) Query {
	return Query{Terms: slices.DeleteFunc(slices.Clone(q.Terms), t.Same)}.renumbered()
}

// renumbered gives each term the place that it has in the query's text.
func (q Query) renumbered() Query {
	terms := slices.Clone(q.Terms)
	at := 0
	for i := range terms {
		terms[i].Pos = at
		at += len([]rune(terms[i].text())) + 1
	}
	return Query{Terms: terms}
}
