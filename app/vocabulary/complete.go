package vocabulary

import (
	"cmp"
	"slices"
	"strings"

	"waybill/app/widgets"
	"waybill/catalog/naming"
)

// maxOffered is how many completions a field offers.
const maxOffered = 30

// fit is an entry that a text may mean.
type fit struct {
	*entry
	near int // 0 for called just so, 1 for a name that begins so, 2 a word, 3 any part
}

// fits gives the entries that a text may mean, the closest first, but for those
// that are left out. It keeps no more than it gives.
func fits(list []entry, text string, without func(*entry) bool) []fit {
	folded := naming.Fold(text)
	forms := []string{"\n" + folded + "\n", "\n" + folded, " " + folded}
	found := make([]fit, 0, maxOffered+1)
	for i := range list {
		e := &list[i]
		if !strings.Contains(e.called, folded) || without(e) {
			continue
		}
		f := fit{e, slices.IndexFunc(forms, func(form string) bool { return strings.Contains(e.called, form) })}
		if f.near < 0 {
			f.near = len(forms)
		}
		at, _ := slices.BinarySearchFunc(found, f, func(a, b fit) int {
			return cmp.Or(cmp.Compare(a.near, b.near), cmp.Compare(b.used, a.used), cmp.Compare(a.order, b.order), -1)
		})
		if at < maxOffered {
			found = slices.Insert(found, at, f)
			found = found[:min(len(found), maxOffered)]
		}
	}
	return found
}

func all(*entry) bool { return false }

// offer makes completions of what fits a text; each has the ref of its entry.
func offer(list []entry, text string, without func(*entry) bool) []widgets.Option {
	found := fits(list, text, without)
	options := make([]widgets.Option, len(found))
	for i, f := range found {
		options[i] = widgets.Option{Text: f.title, Detail: f.detail, Value: f.ref}
	}
	return options
}

// meant gives the entry that a field names: the one chosen, or the only one
// called just as was typed.
func meant(n *named, list []entry) (ref, bool) {
	if value, ok := n.value(); ok {
		r, isRef := value.(ref)
		return r, isRef
	}
	found := fits(list, n.text(), all)
	if len(found) > 0 && found[0].near == 0 && (len(found) == 1 || found[1].near > 0) {
		return found[0].ref, true
	}
	return ref{}, false
}
