package rules

import (
	"cmp"
	"slices"
	"strings"

	"waybill/catalog"
)

// candidate is a suggestion but for what depends on the photo's date.
type candidate struct {
	suggestion catalog.Suggestion
	measure    *measure // nil for SuggestUnlisted
}

// index finds measures of one direction by heading.
type index []listing

// listing is one heading of one measure.
type listing struct {
	prefix string
	order  int // of the measure in the pack
}

// rankOf gives the place of a kind among suggestions by heading, -1 for no kind.
func rankOf(k catalog.SuggestionKind) int { return slices.Index(catalog.SuggestionKinds(), k) }

// overlaps tells whether one heading holds the other.
func overlaps(a, b string) bool {
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// ruled gives the candidates for goods that the pack knows.
func (p *Pack) ruled(g *Goods, d catalog.Direction) []candidate {
	ruling := g.Ruling(d)
	about := catalog.Suggestion{
		Kind: ruling.Kind, Direction: d, HS: g.HS, Classification: g.Certainty, Note: g.Note, SourceReading: g.SourceReading,
	}
	if ruling.Kind == catalog.SuggestUnlisted {
		return []candidate{{suggestion: about}}
	}
	var found []candidate
	for _, cited := range ruling.Measures {
		m := p.byID[cited.Measure]
		s := about
		s.Condition, s.Prefix = cited.Condition, m.prefixOf(g.HS)
		found = append(found, m.candidate(s))
	}
	return found
}

// candidate fills in what the measure says.
func (m *measure) candidate(s catalog.Suggestion) candidate {
	s.Measure, s.Instrument, s.Paragraph, s.Title = m.ID, m.Instrument, m.Paragraph, m.Title
	s.From, s.Until, s.Certainty, s.Mapping = &m.From, m.Until, m.Certainty, m.Mapping
	return candidate{suggestion: s, measure: m}
}

// indexed collects the headings of all measures that work in a direction. Those
// of a state's own list are left out: such a list puts into effect what other
// measures of the pack say, and its few headings here may be of one direction only.
func (p *Pack) indexed(d catalog.Direction) index {
	var found index
	for i, m := range p.measures {
		if !m.Direction.Covers(d) || m.Basis == catalog.BasisList || m.Basis == catalog.BasisExemption {
			continue
		}
		for _, prefix := range m.HS {
			found = append(found, listing{prefix: prefix, order: i})
		}
	}
	slices.SortFunc(found, func(a, b listing) int { return cmp.Or(cmp.Compare(a.prefix, b.prefix), a.order-b.order) })
	return slices.Compact(found)
}

// match is how the headings of an item lie to a measure.
type match struct {
	order  int    // of the measure in the pack
	code   string // the item's
	prefix string // the measure's, the longest
	within int    // how many of the item's headings lie in one of the measure's
}

// matches looks one heading up: first the measures with a heading that holds it,
// the longest first; then those that name only a part of it.
func (x index) matches(code string) []match {
	var found []match
	seen := map[int]bool{}
	take := func(l listing, within int) {
		if !seen[l.order] {
			seen[l.order] = true
			found = append(found, match{order: l.order, code: code, prefix: l.prefix, within: within})
		}
	}
	for n := min(len(code), 6); n >= 2; n -= 2 {
		for _, l := range x.from(code[:n]) {
			if l.prefix != code[:n] {
				break
			}
			take(l, 1)
		}
	}
	for _, l := range x.from(code) {
		if !strings.HasPrefix(l.prefix, code) {
			break
		}
		take(l, 0)
	}
	return found
}

// from gives the part of the index that begins with the first heading not before prefix.
func (x index) from(prefix string) index {
	i, _ := slices.BinarySearchFunc(x, prefix, func(l listing, prefix string) int { return cmp.Compare(l.prefix, prefix) })
	return x[i:]
}

// byHeading gives the candidates for an item by its headings, or one that says
// that no measure was found. They are in the order of SuggestionKinds, then the
// longest heading first, then as in the pack. An item of which only a part lies
// under a measure, or only one of its headings, may or may not be covered.
func (p *Pack) byHeading(codes []string, d catalog.Direction) []candidate {
	slices.Sort(codes)
	codes = slices.Compact(codes)
	var all []match
	place := map[int]int{}
	for _, code := range codes {
		for _, m := range p.headings[sideOf(d)].matches(code) {
			if i, known := place[m.order]; known {
				all[i].within += m.within
				if len(m.prefix) > len(all[i].prefix) {
					all[i].code, all[i].prefix = m.code, m.prefix
				}
				continue
			}
			place[m.order] = len(all)
			all = append(all, m)
		}
	}
	if len(all) == 0 {
		return []candidate{{suggestion: catalog.Suggestion{Kind: catalog.SuggestUnlisted, Direction: d, HS: codes[0]}}}
	}
	found := make([]candidate, 0, len(all))
	slices.SortFunc(all, func(a, b match) int {
		return cmp.Or(
			rankOf(p.kindOf(a, len(codes)))-rankOf(p.kindOf(b, len(codes))),
			len(b.prefix)-len(a.prefix),
			a.order-b.order,
		)
	})
	for _, a := range all {
		m := p.measures[a.order]
		found = append(found, m.candidate(catalog.Suggestion{
			Kind: p.kindOf(a, len(codes)), Direction: d, HS: a.code, Prefix: a.prefix, Note: strings.Join(m.Named, "; "),
		}))
	}
	return found
}

// kindOf says how an item comes to be under a measure by its headings.
func (p *Pack) kindOf(a match, codes int) catalog.SuggestionKind {
	switch m := p.measures[a.order]; {
	case a.within < codes:
		return catalog.SuggestAmbiguous
	case m.Basis == catalog.BasisQuota:
		return catalog.SuggestQuota
	case m.Mapping == catalog.MappingText:
		return catalog.SuggestLiteral
	}
	return catalog.SuggestDerived
}
