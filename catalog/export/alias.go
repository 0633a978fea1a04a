package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// guard looks for sources' aliases in what would leave. It compares letters and
// numbers alone, without case, accents, full-width forms, spaces and
// punctuation. In what people write freely an alias is found anywhere; in names,
// which are words of a vocabulary, only as whole words, for the "refrig" of an
// alias must not hold back every refrigerator.
type guard struct {
	aliases []string
	names   bool            // original names and batches leave
	checked map[string]bool // names: whether they leak
}

func newGuard(o Options) *guard {
	g := &guard{names: o.Names, checked: map[string]bool{}}
	for _, alias := range o.Aliases {
		if folded := naming.Letters(alias); folded != "" {
			g.aliases = append(g.aliases, folded)
		}
	}
	return g
}

// leaks tells whether a text of the photo contains an alias.
func (g *guard) leaks(p *catalog.Photo) bool {
	if len(g.aliases) == 0 {
		return false
	}
	texts := []string{p.Caption, p.Note, p.Credit.Value}
	names := []string{p.RouteName}
	if g.names {
		texts = append(texts, p.Name, p.BatchName)
	}
	for _, o := range p.Observations {
		names = append(names, o.ItemName, o.ItemKey)
		if o.UnitNames.Label() != "" {
			names = append(names, o.Unit, o.UnitNames.Label(), o.UnitNames.Plural)
		} else {
			texts = append(texts, o.Unit)
		}
		texts = append(texts, o.Use, o.Brand, o.Model, o.Label, o.Note)
		if d := o.Determination; d != nil {
			texts = append(texts, d.Reason, d.By, d.Exemptions)
			names = append(names, d.Measure, d.Pack)
		}
	}
	return slices.ContainsFunc(texts, g.inText) || slices.ContainsFunc(names, g.inName)
}

func (g *guard) inText(s string) bool {
	if s == "" {
		return false
	}
	letters := naming.Letters(s)
	return slices.ContainsFunc(g.aliases, func(alias string) bool {
		if utf8.RuneCountInString(alias) < catalog.MinAlias {
			return naming.HasWords(s, alias) // so short once folded that it would be found in any text
		}
		return strings.Contains(letters, alias)
	})
}

func (g *guard) inName(s string) bool {
	if leak, ok := g.checked[s]; ok {
		return leak
	}
	g.checked[s] = slices.ContainsFunc(g.aliases, func(alias string) bool { return naming.HasWords(s, alias) })
	return g.checked[s]
}
