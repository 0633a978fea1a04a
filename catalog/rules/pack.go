package rules

import (
	"regexp"
	"slices"
	"time"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Source gives a table of a pack by its file name, such as "measures.tsv". For
// one that is not there it returns an error that wraps fs.ErrNotExist.
type Source func(name string) ([]byte, error)

// Pack is a rule pack. It does not change once loaded and may be used by several
// goroutines.
type Pack struct {
	ID      string // "un-dprk-2397"
	Title   string
	Version string
	Date    time.Time // the day this version was made, at 00:00 as if it were UTC
	Licence string
	Source  string // where it comes from
	Note    string

	measures []*measure
	byID     map[string]*measure
	clauses  []*measure // those that exempt from others in general
	goods    []Goods
	byKey    map[string]int // index into goods
	byName   map[string]int // folded name to index into goods; -1 for a name of several
	rulings  [][2][]candidate
	headings [2]index // into and out of
}

// Name is how a determination names a version of a pack: id and version.
func (p *Pack) Name() string { return p.ID + " " + p.Version }

// packFile says what pack it is, one field a line.
const packFile = "pack.tsv"

var (
	packColumns = []column{{name: "field", filled: true}, {name: "value"}}
	packID      = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,63}$`)
)

// Load reads a pack and checks all of it. A pack that is wrong anywhere is
// refused as a whole, with a *catalog.Error of code ErrInvalid that wraps a
// *TableError. An error of source other than fs.ErrNotExist gives ErrIO.
func Load(source Source) (*Pack, error) {
	p := &Pack{}
	if err := p.readFields(source); err != nil {
		return nil, err
	}
	var err error
	if p.measures, p.byID, err = readMeasures(source); err != nil {
		return nil, err
	}
	if p.goods, err = readGoods(source, p.byID); err != nil {
		return nil, err
	}
	p.prepare()
	return p, nil
}

// readFields reads pack.tsv: id, title, version and date there must be.
func (p *Pack) readFields(source Source) error {
	rows, err := readTable(source, packFile, packColumns, maxFields)
	if err != nil {
		return err
	}
	texts := map[string]*string{
		"id": &p.ID, "title": &p.Title, "version": &p.Version, "date": new(string),
		"licence": &p.Licence, "source": &p.Source, "note": &p.Note,
	}
	seen := map[string]bool{}
	for _, r := range rows {
		field, value := r.cell("field"), r.cell("value")
		switch text := texts[field]; {
		case text == nil:
			return r.wrong("field", ProblemNoField)
		case seen[field]:
			return r.wrong("field", ProblemRepeated)
		case field == "id" && !packID.MatchString(value):
			return r.wrong("value", ProblemID)
		default:
			*text = value
		}
		seen[field] = true
		if field == "date" {
			if p.Date, err = r.day("value"); err != nil {
				return err
			}
		}
	}
	for _, field := range []string{"id", "title", "version", "date"} {
		if *texts[field] == "" {
			return refuse(&TableError{File: packFile, Column: "field", Problem: ProblemFieldLack, Cell: field})
		}
	}
	return nil
}

// prepare works out beforehand what all suggestions need.
func (p *Pack) prepare() {
	for _, m := range p.measures {
		if m.Basis == catalog.BasisExemption {
			p.clauses = append(p.clauses, m)
		}
	}
	p.byKey, p.byName = map[string]int{}, map[string]int{}
	for i := range p.goods {
		g := &p.goods[i]
		p.byKey[g.Key] = i
		p.name(i)
		p.rulings = append(p.rulings, [2][]candidate{p.ruled(g, catalog.Into), p.ruled(g, catalog.OutOf)})
	}
	p.headings = [2]index{p.indexed(catalog.Into), p.indexed(catalog.OutOf)}
}

// name makes goods findable by all of their names.
func (p *Pack) name(i int) {
	n := &p.goods[i].Names
	for _, label := range []string{n.English, n.Korean, n.KoreanNorth, n.Chinese} {
		for _, spelling := range naming.Spellings(label) {
			folded := naming.Fold(spelling)
			if folded == "" {
				continue
			}
			if other, known := p.byName[folded]; known && other != i {
				p.byName[folded] = -1
				continue
			}
			p.byName[folded] = i
		}
	}
}

// Measure gives a measure by its id.
func (p *Pack) Measure(id string) (catalog.Measure, bool) {
	if m := p.byID[id]; m != nil {
		return m.Measure, true
	}
	return catalog.Measure{}, false
}

// Measures lists the measures in the pack's order.
func (p *Pack) Measures() []catalog.Measure {
	all := make([]catalog.Measure, 0, len(p.measures))
	for _, m := range p.measures {
		all = append(all, m.Measure)
	}
	return all
}

// Goods lists the goods in the pack's order.
func (p *Pack) Goods() []Goods { return slices.Clone(p.goods) }
