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
	json    bool            // reasons leave with the JSON alone
	names   bool            // original names and batches leave
	checked map[string]bool // names: whether they leak
}

func newGuard(o Options) *guard {
	g := &guard{json: slices.Contains(o.Formats, JSON), names: o.Names, checked: map[string]bool{}}
	for _, alias := range o.Aliases {
		if folded, _ := fold(alias); folded != "" {
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
		if g.json && o.Determination != nil {
			texts = append(texts, o.Determination.Reason, o.Determination.By)
		}
	}
	return slices.ContainsFunc(texts, g.inText) || slices.ContainsFunc(names, g.inName)
}

func (g *guard) inText(s string) bool {
	if s == "" {
		return false
	}
	folded, bounds := fold(s)
	return slices.ContainsFunc(g.aliases, func(alias string) bool {
		if utf8.RuneCountInString(alias) < catalog.MinAlias {
			return wholeWords(folded, bounds, alias) // so short once folded that it would be found in any text
		}
		return strings.Contains(folded, alias)
	})
}

func (g *guard) inName(s string) bool {
	if leak, ok := g.checked[s]; ok {
		return leak
	}
	folded, bounds := fold(s)
	g.checked[s] = slices.ContainsFunc(g.aliases, func(alias string) bool { return wholeWords(folded, bounds, alias) })
	return g.checked[s]
}

// wholeWords tells whether words stand in a folded text from the beginning of
// one of its words to the end of one.
func wholeWords(folded string, bounds []bool, words string) bool {
	for at := 0; ; at++ {
		i := strings.Index(folded[at:], words)
		if i < 0 {
			return false
		}
		at += i
		if bounds[at] && bounds[at+len(words)] {
			return true
		}
	}
}

// fold reduces a text to its letters and numbers and tells, for each byte offset
// in that, whether a word begins or ends there. Hangul and Hanzi are written
// without spaces or with endings attached: there every character is a word.
func fold(s string) (string, []bool) {
	var b strings.Builder
	bounds := []bool{true}
	for _, r := range naming.Fold(s) {
		dense := naming.IsDense(r)
		if r == ' ' || dense {
			bounds[b.Len()] = true
		}
		if r == ' ' {
			continue
		}
		b.WriteRune(r)
		for len(bounds) <= b.Len() {
			bounds = append(bounds, false)
		}
		bounds[b.Len()] = dense
	}
	bounds[b.Len()] = true
	return b.String(), bounds
}
