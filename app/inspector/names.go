package inspector

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/naming"
)

// maxOffered is how many completions a list offers.
const maxOffered = 30

// names is what can be chosen by name. It is read once and again after changes.
type names struct {
	items, routes, sources []candidate
}

// candidate is one of them with all it is called, folded for comparison.
type candidate struct {
	option widgets.Option
	called []string
	used   int
}

// readNames reads the vocabulary off the UI thread.
func (v *View) readNames() {
	store := v.store
	task.Ask(v.tasks, &v.naming, func(ctx context.Context, tell func(names)) error {
		n, err := loadNames(ctx, store)
		if err == nil {
			tell(n)
		}
		return err
	}, func(n names) { v.names = n }, func(err error) {
		if err != nil {
			v.report(err)
		}
	})
}

func loadNames(ctx context.Context, store Store) (names, error) {
	var n names
	items, err := store.Items(ctx)
	if err != nil {
		return n, err
	}
	for _, i := range items {
		if i.Key != catalog.UnspecifiedKey {
			n.items = append(n.items, newCandidate(i.ID, i.Used, i.Names))
		}
	}
	routes, err := store.Routes(ctx)
	if err != nil {
		return n, err
	}
	for _, r := range routes {
		c := newCandidate(r.ID, r.Used, r.Names)
		for _, leg := range r.Legs { // a route is also found by its places, after those called so themselves
			c.called = append(c.called, spellings(leg.Names)...)
		}
		n.routes = append(n.routes, c)
	}
	sources, err := store.Sources(ctx)
	for _, s := range sources {
		n.sources = append(n.sources, candidate{widgets.Option{Text: s.Alias, Value: s.Alias}, []string{naming.Fold(s.Alias)}, s.Used})
	}
	return n, err
}

func newCandidate(id any, used int, n catalog.Names) candidate {
	label := n.Label()
	var others []string
	for _, name := range []string{n.Korean, n.Chinese} {
		if variants := naming.Variants(name); len(variants) > 0 && name != label {
			others = append(others, strings.TrimSpace(variants[0]))
		}
	}
	return candidate{widgets.Option{Text: label, Detail: strings.Join(others, " · "), Value: id}, spellings(n), used}
}

// spellings lists all that something is called, folded.
func spellings(n catalog.Names) []string {
	var list []string
	for _, label := range []string{n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs} {
		for _, name := range naming.Spellings(label) {
			if folded := naming.Fold(name); folded != "" && !slices.Contains(list, folded) {
				list = append(list, folded)
			}
		}
	}
	return list
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

func near(name, typed string) closeness {
	switch {
	case name == typed:
		return exact
	case strings.HasPrefix(name, typed):
		return beginning
	case strings.Contains(name, " "+typed):
		return word
	case strings.Contains(name, typed):
		return part
	}
	return far
}

// complete gives what fits a text, the closest first; all for no text. exactly
// is whether something is called just so.
func complete(list []candidate, text string) (options []widgets.Option, exactly bool) {
	type match struct {
		candidate
		closeness
	}
	typed := naming.Fold(text)
	if typed == "" && text != "" {
		return nil, false
	}
	var found []match
	for _, c := range list {
		best := far
		for _, name := range c.called {
			best = min(best, near(name, typed))
		}
		if best < far {
			found = append(found, match{c, best})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.closeness, b.closeness), cmp.Compare(b.used, a.used), cmp.Compare(a.option.Text, b.option.Text))
	})
	for _, m := range found[:min(len(found), maxOffered)] {
		options = append(options, m.option)
	}
	return options, len(found) > 0 && found[0].closeness == exact
}
