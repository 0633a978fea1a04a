package sqlite

// clause is a piece of SQL with its arguments.
type clause struct {
	sql  string
	args []any
}

func (c *clause) add(sql string, args ...any) {
	c.sql += sql
	c.args = append(c.args, args...)
}

// conditions gives what a row with the given seq expression must satisfy,
// leaving out the facet and the text that already drive the search.
func (p *plan) conditions(seq string, by lead) clause {
	var c clause
	for i, f := range p.facets {
		if i == by.facet {
			continue
		}
		c.add(" AND "+negated(f.not)+"EXISTS (SELECT 1 FROM photo_facet x WHERE x.facet IN ("+marks(len(f.ids))+") AND x.seq = "+seq+")", anys(f.ids)...)
	}
	for i, t := range p.texts {
		if i == by.text {
			continue
		}
		c.add(" AND "+negated(t.not)+"EXISTS (SELECT 1 FROM photo_text WHERE photo_text MATCH ? AND rowid = "+seq+")", t.match)
	}
	for _, r := range p.except {
		c.add(" AND NOT ("+seq+" BETWEEN ? AND ?)", r.from, r.to)
	}
	return c
}

func negated(not bool) string {
	if not {
		return "NOT "
	}
	return ""
}

func anys(ids []int64) []any {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	return args
}

// seqs gives SQL that lists, in order, the seqs of the photos that a plan finds
// after a given one. Each arm walks one index, so that a page costs what it holds.
func (p *plan) seqs(by lead, after int64, limit int) clause {
	var c clause
	tail := func(seq string) {
		cond := p.conditions(seq, by)
		c.add(" AND "+seq+" BETWEEN ? AND ?", max(p.within.from, after+1), p.within.to)
		c.add(cond.sql, cond.args...)
	}
	switch {
	case by.facet >= 0:
		for i, id := range p.facets[by.facet].ids {
			if i > 0 {
				c.add(" UNION ")
			}
			c.add("SELECT f.seq AS seq FROM photo_facet f WHERE f.facet = ?", id)
			tail("f.seq")
		}
	case by.text >= 0:
		c.add("SELECT t.rowid AS seq FROM photo_text t WHERE t.photo_text MATCH ?", p.texts[by.text].match)
		tail("t.rowid")
	default:
		c.add("SELECT p.seq AS seq FROM photo p WHERE TRUE")
		tail("p.seq")
	}
	c.add(" ORDER BY seq LIMIT ?", limit)
	return c
}
