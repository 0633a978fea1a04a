package places

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// How says how a name was matched, best first.
type How int

// Ways to match.
const (
	Exact    How = iota // the name or one of its spellings
	Ending              // the same without a word such as "customs", 口岸, 시
	Prefix              // a spelling that begins with it
	Contains            // a spelling that has it inside
	Close               // a spelling that differs by a letter or two
)

// Match is a place that a name may mean.
type Match struct {
	Entry    *Entry // not to be changed
	Spelling string // the spelling that matched, as written
	How      How
	order    int // among matches of the same How: the class, as the name's ending asks for it
}

// maxName is how long a name may be, in runes: longer ones match nothing.
const maxName = 120

// Find gives the entries that a name in any language or spelling may mean, best
// first: exact names, then beginnings, then names with it inside. Of places
// that match alike a town comes before a crossing, and a crossing before a port,
// because Hunchun is a town although a crossing is called after it; a word such
// as "bridge", 세관 or 港 after the name turns that round. Shorter names come
// first, then the order is alphabetical. It gives none for a text that is in no name.
func (g *Gazetteer) Find(name string) []Match {
	if len(name) > maxName*utf8.UTFMax {
		return nil
	}
	k := key(name)
	if k == "" {
		return nil
	}
	short, means, cut := withoutEnding(k)
	var matches []Match
	for _, e := range g.entries {
		if m, ok := e.match(k); ok {
			m.order = int(e.class)
			matches = append(matches, m)
			continue
		}
		if !cut {
			continue
		}
		if m, ok := e.match(short); ok && m.How == Exact {
			m.How, m.order = Ending, int(e.class)
			switch {
			case e.class == means:
				m.order = -2
			case means == classPort && e.class == classCrossing: // ports of entry
				m.order = -1
			}
			matches = append(matches, m)
		}
	}
	slices.SortFunc(matches, compare)
	return matches
}

func compare(a, b Match) int {
	return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(a.order, b.order),
		cmp.Compare(utf8.RuneCountInString(a.Spelling), utf8.RuneCountInString(b.Spelling)), cmp.Compare(a.Entry.ID, b.Entry.ID))
}

// match gives the best of the entry's spellings for a key.
func (e *Entry) match(k string) (Match, bool) {
	best := Match{Entry: e, How: Close}
	for _, s := range e.spellings {
		at := strings.Index(s.key, k)
		if at < 0 || at > 0 && utf8.RuneCountInString(k) < 2 {
			continue
		}
		how := Contains
		switch {
		case len(s.key) == len(k):
			how = Exact
		case at == 0:
			how = Prefix
		}
		if how < best.How || how == best.How && len(s.text) < len(best.Spelling) {
			best.How, best.Spelling = how, s.text
		}
	}
	return best, best.How != Close
}

// maxSuggestions is how many places are offered for a name that is unknown.
const maxSuggestions = 8

// suggest gives places whose names are close to one that is unknown: that begin
// with it, differ by a letter or two, stand in it, or have it inside.
func (g *Gazetteer) suggest(name string) []Match {
	matches := g.Find(name)
	k := key(name)
	if n := utf8.RuneCountInString(k); n < 2 || n > maxName {
		return matches[:min(len(matches), maxSuggestions)]
	}
	typed := letters(k)
	for _, e := range g.entries {
		best := Match{Entry: e, How: Close, order: len(typed)}
		for _, s := range e.spellings {
			if d, ok := closeness(k, typed, s.key); ok && d < best.order {
				best.order, best.Spelling = d, s.text
			}
		}
		if best.Spelling != "" {
			matches = append(matches, best)
		}
	}
	slices.SortStableFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.far(), b.far()), cmp.Compare(a.Entry.class, b.Entry.class), compare(a, b))
	})
	var kept []Match
	for _, m := range matches {
		if len(kept) < maxSuggestions && !slices.ContainsFunc(kept, func(k Match) bool { return k.Entry == m.Entry }) {
			kept = append(kept, m)
		}
	}
	return kept
}

// far orders suggestions: a slip of one letter comes before a name that is only part of another.
func (m Match) far() int {
	switch {
	case m.How == Close && m.order > 1:
		return int(Close)
	case m.How == Close:
		return int(Contains)
	case m.How == Contains:
		return int(Contains) + 1
	}
	return int(m.How)
}

// closeness tells how many letters differ between what was typed and a
// spelling, when few do. A spelling inside of what was typed is as close as two letters.
func closeness(k string, typed []rune, spelling string) (int, bool) {
	enough := 4
	if first, _ := utf8.DecodeRuneInString(spelling); naming.IsDense(first) {
		enough = 2
	}
	if utf8.RuneCountInString(spelling) >= enough && strings.Contains(k, spelling) {
		return 2, true
	}
	allowed := 1
	if len(typed) >= 6 {
		allowed = 2
	}
	d := catalog.EditDistance(typed, letters(spelling), allowed)
	return d, d <= allowed
}

// letters takes Hangul apart, so that one wrong vowel is one wrong letter.
func letters(k string) []rune {
	const first, last = 0xAC00, 0xD7A3 // Unicode, section 3.12
	var out []rune
	for _, r := range k {
		if r < first || r > last {
			out = append(out, r)
			continue
		}
		s := r - first
		out = append(out, 0x1100+s/588, 0x1161+s%588/28)
		if s%28 != 0 {
			out = append(out, 0x11A7+s%28)
		}
	}
	return out
}
