package inspector

import (
	"cmp"
	"slices"
	"strings"

	"waybill/app/widgets"
	"waybill/catalog/naming"
)

// lookup finds candidates by any part of what they are called, by one search
// through the names of all of them.
type lookup struct {
	list   []candidate
	text   string // what they are called, one after the other
	starts []int  // where in text each begins, and the end of the last
}

func newLookup(list []candidate) lookup {
	l := lookup{list: list, starts: make([]int, len(list)+1)}
	var b strings.Builder
	for i := range list {
		l.starts[i] = b.Len()
		b.WriteString(list[i].called)
	}
	l.text, l.starts[len(list)] = b.String(), b.Len()
	return l
}

// closeness orders how well a name fits what was typed; 0 fits best.
type closeness int

const (
	exact     closeness = iota
	beginning           // of the name
	word                // the beginning of a word in it
	part                // anywhere in it
	far
)

// each calls fits for every candidate that a folded text fits, in their order,
// with how well it does at its best.
func (l *lookup) each(folded string, fits func(*candidate, closeness)) {
	if folded == "" {
		for i := range l.list {
			fits(&l.list[i], beginning)
		}
		return
	}
	best, i := far, 0
	for at := 0; ; {
		next := strings.Index(l.text[at:], folded)
		if best != far && (next < 0 || at+next >= l.starts[i+1]) {
			fits(&l.list[i], best)
			best = far
		}
		if next < 0 {
			return
		}
		at += next
		for at >= l.starts[i+1] {
			i++
		}
		best = min(best, l.near(at, at+len(folded)))
		if at++; best == exact {
			at = l.starts[i+1]
		}
	}
}

// near tells how well a name fits that has what was typed from one byte to another.
func (l *lookup) near(from, to int) closeness {
	switch before := l.text[from-1]; {
	case before == '\n' && l.text[to] == '\n':
		return exact
	case before == '\n':
		return beginning
	case before == ' ':
		return word
	}
	return part
}

// complete gives what fits a text, the closest first; all for no text. exactly
// is whether something is called just so. It keeps no more than what it gives,
// for a letter fits most of a large vocabulary.
func complete(l lookup, text string) (options []widgets.Option, exactly bool) {
	folded := naming.Fold(text)
	if folded == "" && text != "" {
		return nil, false
	}
	found := make([]match, 0, maxOffered+1)
	l.each(folded, func(c *candidate, fit closeness) {
		m := match{c, fit}
		if len(found) == maxOffered && before(found[maxOffered-1], m) <= 0 {
			return
		}
		at, _ := slices.BinarySearchFunc(found, m, func(a, b match) int { return cmp.Or(before(a, b), -1) })
		found = slices.Insert(found, at, m)
		found = found[:min(len(found), maxOffered)]
	})
	for _, m := range found {
		options = append(options, m.option)
	}
	return options, len(found) > 0 && found[0].closeness == exact
}
