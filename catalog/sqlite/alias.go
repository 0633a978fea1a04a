package sqlite

import (
	"context"
	"strings"

	"waybill/catalog/naming"
)

// aliases are those of the sources, folded.
type aliases struct {
	known   map[string]bool
	longest int // words of the longest
}

func readAliases(ctx context.Context, q querier) (*aliases, error) {
	list, err := column[string](ctx, q, "SELECT folded FROM name WHERE entity = 'source'")
	a := &aliases{known: map[string]bool{}}
	for _, alias := range list {
		a.known[alias] = true
		a.longest = max(a.longest, len(strings.Fields(alias)))
	}
	return a, err
}

// in tells whether a folded name is an alias, or has one in it as a word.
func (a *aliases) in(folded string) bool {
	if len(a.known) == 0 {
		return false
	}
	words := strings.Fields(folded)
	for from := range words {
		for to := from + 1; to <= min(from+a.longest, len(words)); to++ {
			if a.known[strings.Join(words[from:to], " ")] {
				return true
			}
		}
	}
	return false
}

// among gives the first of the names in some texts that has an alias in it, ""
// when there is none.
func (a *aliases) among(texts ...string) string {
	for _, text := range texts {
		for _, name := range naming.Spellings(text) {
			if a.in(naming.Fold(name)) {
				return name
			}
		}
	}
	return ""
}
