package inspector

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/naming"
)

// maxOffered is how many completions a list offers.
const maxOffered = 30

// names is what can be chosen by name. It is read once and again after changes.
type names struct {
	items, routes, sources, units lookup
}

// candidate is one of them with all it is called, folded for comparison: each
// name between two line breaks, so that one search goes through all of them.
type candidate struct {
	option widgets.Option
	called string
	used   int
	recent int64 // the greater, the later it was used; 0 for what cannot be told or never was
}

// readNames reads the vocabulary off the UI thread.
func (v *View) readNames() {
	store, words := v.store, v.words
	task.Ask(v.tasks, &v.naming, func(ctx context.Context, tell func(names)) error {
		n, err := loadNames(ctx, store, words)
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

func loadNames(ctx context.Context, store Store, w *present.Words) (names, error) {
	var n names
	var list []candidate
	items, err := store.Items(ctx)
	if err != nil {
		return n, err
	}
	for _, i := range items {
		if i.Key != catalog.UnspecifiedKey {
			item := newCandidate(w, i.ID, i.Used, i.Names, headings(i.HS)...)
			item.recent = i.Recent
			list = append(list, item)
		}
	}
	n.items, list = newLookup(list), nil
	routes, err := store.Routes(ctx)
	if err != nil {
		return n, err
	}
	for _, r := range routes {
		var places []string // by which a route is also found, after those called so themselves
		for _, leg := range r.Legs {
			places = append(places, spellings(leg.Names)...)
		}
		list = append(list, newCandidate(w, r.ID, r.Used, r.Names, places...))
	}
	n.routes, list = newLookup(list), nil
	sources, err := store.Sources(ctx)
	if err != nil {
		return n, err
	}
	for _, s := range sources {
		option := widgets.Option{Text: s.Alias, Value: s.Alias}
		list = append(list, candidate{option: option, called: together([]string{naming.Fold(s.Alias)}), used: s.Used})
	}
	n.sources, list = newLookup(list), nil
	units, err := store.Units(ctx)
	for _, u := range units {
		list = append(list, newCandidate(w, u.Key, u.Used, u.Names, naming.Fold(u.Plural), naming.Fold(u.Key)))
	}
	n.units = newLookup(list)
	return n, err
}

// newCandidate makes a candidate of its names and of what else it is found by,
// folded.
func newCandidate(w *present.Words, id any, used int, n catalog.Names, also ...string) candidate {
	label := w.Name(n)
	var others []string
	for _, name := range []string{n.English, n.Korean, n.Chinese} {
		if variants := naming.Variants(name); len(variants) > 0 && name != label && strings.TrimSpace(variants[0]) != label {
			others = append(others, strings.TrimSpace(variants[0]))
		}
	}
	option := widgets.Option{Text: label, Detail: strings.Join(others, " · "), Value: id}
	return candidate{option: option, called: together(append(spellings(n), also...)), used: used}
}

// together puts names into the form of candidate.called.
func together(names []string) string { return "\n" + strings.Join(names, "\n") + "\n" }

// headings lists the HS codes of an item as people type them: 8418.21 and 841821.
func headings(hs string) []string {
	var codes []string
	for code := range strings.SplitSeq(hs, ";") {
		if folded := naming.Fold(code); folded != "" {
			codes = append(codes, folded, strings.ReplaceAll(folded, " ", ""))
		}
	}
	return codes
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

// match is a candidate that fits a text.
type match struct {
	*candidate
	closeness
}

// before orders matches: the closest, the one used last, the most used, the first
// in the alphabet.
func before(a, b match) int {
	return cmp.Or(cmp.Compare(a.closeness, b.closeness), cmp.Compare(b.recent, a.recent), cmp.Compare(b.used, a.used),
		cmp.Compare(a.option.Text, b.option.Text))
}

// maxRecent is how many names are offered before anything is typed.
const maxRecent = 8

// recent gives what was used last, the latest first; what was used most where
// that cannot be told.
func recent(l lookup) []widgets.Option {
	var used []match
	for i := range l.list {
		if l.list[i].recent > 0 || l.list[i].used > 0 {
			used = append(used, match{&l.list[i], exact})
		}
	}
	slices.SortFunc(used, before)
	var options []widgets.Option
	for _, m := range used[:min(len(used), maxRecent)] {
		options = append(options, m.option)
	}
	return options
}
