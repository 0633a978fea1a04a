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
	items, routes, sources, units []candidate
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
			item := newCandidate(i.ID, i.Used, i.Names, headings(i.HS)...)
			item.recent = i.Recent
			n.items = append(n.items, item)
		}
	}
	routes, err := store.Routes(ctx)
	if err != nil {
		return n, err
	}
	for _, r := range routes {
		var places []string // by which a route is also found, after those called so themselves
		for _, leg := range r.Legs {
			places = append(places, spellings(leg.Names)...)
		}
		n.routes = append(n.routes, newCandidate(r.ID, r.Used, r.Names, places...))
	}
	sources, err := store.Sources(ctx)
	if err != nil {
		return n, err
	}
	for _, s := range sources {
		option := widgets.Option{Text: s.Alias, Value: s.Alias}
		n.sources = append(n.sources, candidate{option: option, called: together([]string{naming.Fold(s.Alias)}), used: s.Used})
	}
	units, err := store.Units(ctx)
	for _, u := range units {
		n.units = append(n.units, newCandidate(u.Key, u.Used, u.Names, naming.Fold(u.Plural), naming.Fold(u.Key)))
	}
	return n, err
}

// newCandidate makes a candidate of its names and of what else it is found by,
// folded.
func newCandidate(id any, used int, n catalog.Names, also ...string) candidate {
	label := n.Label()
	var others []string
	for _, name := range []string{n.Korean, n.Chinese} {
		if variants := naming.Variants(name); len(variants) > 0 && name != label {
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

// closeness orders how well a name fits what was typed; 0 fits best.
type closeness int

const (
	exact     closeness = iota
	beginning           // of the name
	word                // the beginning of a word in it
	part                // anywhere in it
	far
)

// typed is a folded text in the forms in which it is looked for.
type typed struct{ exact, beginning, word, part string }

func newTyped(text string) typed {
	return typed{exact: "\n" + text + "\n", beginning: "\n" + text, word: " " + text, part: text}
}

func (t *typed) near(called string) closeness {
	switch {
	case !strings.Contains(called, t.part):
		return far
	case strings.Contains(called, t.exact):
		return exact
	case strings.Contains(called, t.beginning):
		return beginning
	case strings.Contains(called, t.word):
		return word
	}
	return part
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

// recent gives what was used last, the latest first.
func recent(list []candidate) []widgets.Option {
	var used []match
	for i := range list {
		if list[i].recent > 0 {
			used = append(used, match{&list[i], exact})
		}
	}
	slices.SortFunc(used, before)
	var options []widgets.Option
	for _, m := range used[:min(len(used), maxRecent)] {
		options = append(options, m.option)
	}
	return options
}

// complete gives what fits a text, the closest first; all for no text. exactly
// is whether something is called just so. It keeps no more than what it gives,
// for a letter fits most of a large vocabulary.
func complete(list []candidate, text string) (options []widgets.Option, exactly bool) {
	folded := naming.Fold(text)
	if folded == "" && text != "" {
		return nil, false
	}
	t := newTyped(folded)
	found := make([]match, 0, maxOffered+1)
	for i := range list {
		m := match{&list[i], t.near(list[i].called)}
		if m.closeness == far || len(found) == maxOffered && before(found[maxOffered-1], m) <= 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(found, m, func(a, b match) int { return cmp.Or(before(a, b), -1) })
		found = slices.Insert(found, at, m)
		found = found[:min(len(found), maxOffered)]
	}
	for _, m := range found {
		options = append(options, m.option)
	}
	return options, len(found) > 0 && found[0].closeness == exact
}
