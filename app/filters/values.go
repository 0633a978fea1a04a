package filters

import (
	"slices"
	"strings"

	"waybill/catalog"
)

// value is one line of a section.
type value struct {
	term  catalog.Term
	label string
	role  catalog.Role // of the value in the query
	count int          // photos found that have it
	more  int          // photos that it would add as one more of any
	known bool         // they are counted
	depth int          // below what it is a kind of
	plain bool         // a line that is no value
	query string       // of a saved search, the text of its query
	wrong error        // why that cannot be carried out
}

// picked tells whether the value is a condition.
func (val value) picked() bool { return val.role != catalog.RoleNone }

// values lists what a section shows: the conditions of the query that its
// counts do not name, then what was counted. The six statuses are always there
// and in their order, months are in theirs, the latest first, goods stand below
// what they are a kind of.
func (v *View) values(s *section) []value {
	list := v.ofFacets(s)
	switch s.field {
	case catalog.FieldStatus, catalog.FieldHas:
	case catalog.FieldMonth:
		slices.SortStableFunc(list, func(a, b value) int { return strings.Compare(b.term.Value, a.term.Value) })
	case catalog.FieldItem:
		list = v.tree(list)
	default:
		slices.SortStableFunc(list, func(a, b value) int { return order(b.picked()) - order(a.picked()) })
	}
	list = append(v.uncounted(s, list), list...)
	if v.kept == s { // what the user picks from stays where it is
		slices.SortStableFunc(list, func(a, b value) int { return s.placeOf(a) - s.placeOf(b) })
	}
	return list
}

func order(b bool) int {
	if b {
		return 1
	}
	return 0
}

// uncounted lists the conditions of a section's field that are not among its values.
func (v *View) uncounted(s *section, counted []value) []value {
	var list []value
	for _, t := range v.meant.Terms {
		if t.Field != s.field || s.field == catalog.FieldHas {
			continue
		}
		for _, c := range t.Choices() {
			c.Not, c.Pos = false, 0
			if hasTerm(counted, c) || hasTerm(list, c) {
				continue
			}
			val := value{term: c, label: v.label(c.Field, c.Value), role: v.meant.Role(c)}
			if len(t.Or) == 0 && !t.Not {
				val.count, val.known = v.total, v.counted // every photo found fulfils it
			}
			list = append(list, val)
		}
	}
	return list
}

// ofFacets gives the counted values of a section, and those that would add to
// what is found.
func (v *View) ofFacets(s *section) []value {
	var list []value
	add := func(f catalog.Facet) {
		val := v.value(f)
		if i := slices.IndexFunc(list, func(have value) bool { return have.term.Same(val.term) }); i >= 0 {
			list[i].count += val.count // a status, or two things of one name
			return
		}
		list = append(list, val)
	}
	for _, f := range s.always {
		add(f)
	}
	for _, f := range v.facets {
		if f.Field == s.field && !s.only {
			add(f)
		} else if s.only && slices.ContainsFunc(s.always, func(a catalog.Facet) bool { return a.Field == f.Field && a.Value == f.Value }) {
			add(f)
		}
	}
	present := map[string]int{}
	for i, val := range list {
		present[val.term.Value] = i
	}
	for _, f := range v.more[s.field] {
		i, there := present[f.Value]
		if !there {
			f.Count, i = 0, len(list)
			add(f)
			f.Count = v.countOf(v.more[s.field], f.Value)
		}
		if i < len(list) && list[i].role == catalog.RoleNone {
			list[i].more = max(f.Count-list[i].count, 0)
		}
	}
	if s.only {
		list = slices.DeleteFunc(list, func(val value) bool { return val.count == 0 && !val.picked() })
	}
	return list
}

// countOf sums what is counted of one value.
func (v *View) countOf(facets []catalog.Facet, value string) (n int) {
	for _, f := range facets {
		if f.Value == value {
			n += f.Count
		}
	}
	return n
}

// tree puts values below those that they are a kind of.
func (v *View) tree(list []value) []value {
	above := map[string]string{}
	for _, facets := range [][]catalog.Facet{v.facets, v.more[catalog.FieldItem]} {
		for _, f := range facets {
			if f.Field == catalog.FieldItem && f.Parent != "" && f.Parent != f.Value {
				above[f.Value] = f.Parent
			}
		}
	}
	below, known := map[string][]value{}, map[string]bool{}
	for _, val := range list {
		known[val.term.Value] = true
	}
	for _, val := range list {
		parent := above[val.term.Value]
		if !known[parent] {
			parent = ""
		}
		below[parent] = append(below[parent], val)
	}
	tree := make([]value, 0, len(list))
	var hang func(parent string, depth int)
	hang = func(parent string, depth int) {
		kinds := below[parent]
		delete(below, parent) // two items of one name must not go round in circles
		for _, val := range kinds {
			val.depth = depth
			tree = append(tree, val)
			hang(val.term.Value, depth+1)
		}
	}
	hang("", 0)
	return tree
}

func (v *View) value(f catalog.Facet) value {
	term := catalog.Term{Field: f.Field, Value: f.Value, Phrase: strings.ContainsAny(f.Value, " \t\u3000|｜")}
	label := f.Label
	if label == "" {
		label = f.Value
	}
	return value{term: term, label: v.label(f.Field, label), count: f.Count, known: v.counted, role: v.meant.Role(term)}
}

func hasTerm(list []value, t catalog.Term) bool {
	return slices.ContainsFunc(list, func(val value) bool { return val.term.Same(t) })
}
