package vocabulary

import (
	"cmp"
	"slices"
	"strings"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/naming"
)

// entry is a line of the list.
type entry struct {
	ref
	title  string
	detail string // what it is called in the other languages, and what else tells it from its like
	use    string // how much it is used, "" for not at all
	used   int
	own    bool
	parent ref    // zero for none
	kindOf string // the parent's name
	depth  int    // below how many parents it stands
	order  string // by which entries are sorted
	called string // all that it is called, folded, each between two line breaks
}

// order sorts entries by what they are called.
func order(list []entry) {
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.id, b.id), cmp.Compare(a.key, b.key))
	})
}

// nested puts children below their parents. What goes in circles stands at the end.
func nested(list []entry) []entry {
	at, below := map[ref]int{}, map[ref][]int{}
	for i, e := range list {
		at[e.ref] = i
	}
	var tops []int
	for i, e := range list {
		if _, ok := at[e.parent]; ok {
			below[e.parent] = append(below[e.parent], i)
		} else {
			tops = append(tops, i)
		}
	}
	sorted, done := make([]entry, 0, len(list)), make([]bool, len(list))
	type step struct{ at, depth int }
	put := func(top int) {
		for stack := []step{{top, 0}}; len(stack) > 0; {
			s := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if done[s.at] {
				continue
			}
			done[s.at] = true
			e := list[s.at]
			e.depth = s.depth
			sorted = append(sorted, e)
			for _, child := range slices.Backward(below[e.ref]) {
				stack = append(stack, step{child, s.depth + 1})
			}
		}
	}
	for _, i := range tops {
		put(i)
	}
	for i := range list {
		put(i)
	}
	return sorted
}

// narrow gives the entries of which some name has the text in it, all for none.
// A child stands below its parent as far as that is among them.
func narrow(list []entry, text string) []entry {
	folded := naming.Fold(text)
	if folded == "" {
		if strings.TrimSpace(text) != "" { // such as "***": nothing is called so
			return nil
		}
		return list
	}
	var found []entry
	depths := map[ref]int{}
	for i := range list {
		if !strings.Contains(list[i].called, folded) {
			continue
		}
		e := list[i]
		e.depth = 0
		if depth, ok := depths[e.parent]; ok && e.parent.stored() {
			e.depth = depth + 1
		}
		depths[e.ref] = e.depth
		found = append(found, e)
	}
	return found
}

// called puts all names of something into the form of entry.called.
func called(n catalog.Names, also ...string) string {
	var b strings.Builder
	b.WriteByte('\n')
	add := func(name string) {
		if folded := naming.Fold(name); folded != "" {
			b.WriteString(folded)
			b.WriteByte('\n')
		}
	}
	for _, label := range []string{n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs} {
		if label != "" {
			for _, name := range naming.Spellings(label) {
				add(name)
			}
		}
	}
	for _, name := range also {
		add(name)
		add(strings.ReplaceAll(name, ".", "")) // 8418.21 is also typed as 841821
	}
	return b.String()
}

// sayer makes the lines of entries.
type sayer struct{ words *present.Words }

func (s *sayer) item(shelf *shelf, i *catalog.Item) entry {
	e := s.entry(ref{kind: Goods, id: int64(i.ID)}, i.Names, i.Own, strings.Split(i.HS, ";")...)
	e.used = i.Used
	if i.HS != "" {
		e.detail = s.dotted(e.detail, s.words.T("vocabulary.hs", "code", i.HS))
	}
	if i.Used > 0 {
		e.use = s.words.N("vocabulary.photos", i.Used)
	}
	if p := shelf.items[i.Parent]; p != nil && p != i {
		e.parent, e.kindOf = ref{kind: Goods, id: int64(p.ID)}, s.words.Name(p.Names)
	}
	return e
}

func (s *sayer) route(r *catalog.Route) entry {
	var stops, also []string
	for i := range r.Legs {
		l := &r.Legs[i]
		stops = append(stops, s.words.Leg(l))
		also = append(also, l.Names.English, l.Names.Korean, l.Names.Chinese)
	}
	e := s.entry(ref{kind: Routes, id: int64(r.ID)}, r.Names, r.Own, also...)
	e.used = r.Used
	if r.Mode != "" {
		e.detail = s.dotted(s.mode(r.Mode), e.detail)
	}
	e.detail = s.dotted(e.detail, strings.Join(stops, s.words.T("vocabulary.stops.separator")))
	if r.Used > 0 {
		e.use = s.words.N("vocabulary.photos", r.Used)
	}
	return e
}

func (s *sayer) place(p *catalog.PlaceEntry) entry {
	e := s.entry(ref{kind: Places, key: p.Key}, p.Names, p.Own, p.Kind)
	e.detail = s.dotted(e.detail, s.dotted(p.Kind, strings.Join(p.Countries, "/")))
	return e
}

func (s *sayer) unit(u *catalog.Unit) entry {
	e := s.entry(ref{kind: Units, id: int64(u.ID)}, u.Names, u.Own, u.Plural)
	e.used = u.Used
	if u.Plural != u.Names.English {
		e.detail = s.dotted(u.Plural, e.detail)
	}
	if u.Used > 0 {
		e.use = s.words.N("vocabulary.observations", u.Used)
	}
	return e
}

// entry makes what the lines of all vocabularies have.
func (s *sayer) entry(r ref, n catalog.Names, own bool, also ...string) entry {
	title := s.words.Name(n)
	e := entry{ref: r, title: title, own: own, order: naming.Fold(title), called: called(n, also...)}
	for _, name := range []string{n.English, n.Korean, n.Chinese} {
		if name = first(name); name != title {
			e.detail = s.dotted(e.detail, name)
		}
	}
	return e
}

// dotted puts two texts beside each other; either may be "".
func (s *sayer) dotted(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return s.words.T("vocabulary.beside", "left", a, "right", b)
}

// mode is what goods travel by; "" is not known.
func (s *sayer) mode(m catalog.Mode) string {
	switch m {
	case catalog.ModeRoad:
		return s.words.T("vocabulary.mode.road")
	case catalog.ModeRail:
		return s.words.T("vocabulary.mode.rail")
	case catalog.ModeSea:
		return s.words.T("vocabulary.mode.sea")
	case catalog.ModeRiver:
		return s.words.T("vocabulary.mode.river")
	case catalog.ModeAir:
		return s.words.T("vocabulary.mode.air")
	}
	return s.words.T("vocabulary.mode.unknown")
}

// first gives the first of the names that a label stands for.
func first(label string) string {
	if names := naming.Variants(label); len(names) > 0 {
		return strings.TrimSpace(names[0])
	}
	return strings.TrimSpace(label)
}
