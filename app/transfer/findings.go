package transfer

import (
	"cmp"
	"slices"
	"strings"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/ingest"
)

// maxNamed is how many files of one group are kept by name; of more only the
// number is known, so that a list needs little memory whatever is imported.
const maxNamed = 50_000

// kind says what became of a file that is listed, the gravest first.
type kind int

const (
	kindFailed   kind = iota // not in the catalogue
	kindNotShown             // in it, without its picture
	kindSkipped              // no picture
)

// group is the files with the same trouble.
type group struct {
	kind  kind
	code  catalog.Code
	total int
	files []trouble // at most maxNamed
}

// trouble is one file that was not imported or cannot be shown.
type trouble struct {
	path  string
	photo catalog.PhotoID // 0 when it is not in the catalogue
}

// findings collects what an import could not do. add is called by the import,
// the rest is read when it has ended.
type findings struct {
	groups   []*group
	notShown int
}

func (f *findings) add(file ingest.File) {
	g := group{code: file.Code}
	switch {
	case file.Result == ingest.Failed:
		g.kind = kindFailed
	case file.Result == ingest.Skipped:
		g.kind = kindSkipped
	case file.Code == "" || file.Code == catalog.FileAgain:
		return
	default:
		g.kind = kindNotShown
		f.notShown++
	}
	i := slices.IndexFunc(f.groups, func(o *group) bool { return o.kind == g.kind && o.code == g.code })
	if i < 0 {
		i = len(f.groups)
		f.groups = append(f.groups, &g)
	}
	into := f.groups[i]
	into.total++
	if len(into.files) < maxNamed {
		into.files = append(into.files, trouble{file.Path, file.Photo})
	}
}

// sorted gives the groups, the gravest and then the largest first.
func (f *findings) sorted() []*group {
	return slices.SortedStableFunc(slices.Values(f.groups), func(a, b *group) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.total, a.total))
	})
}

// title says how many files have what trouble, and what to do.
func (g *group) title(w *present.Words) string {
	return w.N("transfer.report.group", g.total, "reason", w.FileReason(g.code))
}

// more says how many files are not named, "" when all are.
func (g *group) more(w *present.Words) string {
	if g.total == len(g.files) {
		return ""
	}
	return w.N("transfer.report.more", g.total-len(g.files))
}

// text gives the whole list for the clipboard: one file a line, below its reason.
func (f *findings) text(w *present.Words) string {
	var b strings.Builder
	for _, g := range f.sorted() {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(g.title(w) + "\n")
		for _, file := range g.files {
			b.WriteString(file.path)
			if file.photo != 0 {
				b.WriteString("\t" + file.photo.String())
			}
			b.WriteByte('\n')
		}
		if more := g.more(w); more != "" {
			b.WriteString(more + "\n")
		}
	}
	return b.String()
}
