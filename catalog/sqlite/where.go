package sqlite

import "strings"

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
// leaving out what already drives the search. SQLite tries them in this order:
// a word costs ten times what a date does.
func (p *plan) conditions(seq string, by lead) clause {
	var c clause
	for i, d := range p.dates {
		if i == by.date {
			continue
		}
		cond := d.condition(seq)
		c.add(" AND "+negated(d.not)+"("+cond.sql+")", cond.args...)
	}
	for i, f := range p.facets {
		if i == by.facet {
			continue
		}
		c.add(" AND "+negated(f.not)+"EXISTS (SELECT 1 FROM photo_facet x WHERE x.facet IN ("+marks(len(f.ids))+") AND x.seq = "+seq+")", anys(f.ids)...)
	}
	for _, t := range p.steps {
		c.add(" AND "+negated(t.not)+"(+"+strings.TrimPrefix(seq, "+")+" IN ("+touched(len(t.actions))+"))", anys(t.actions)...)
	}
	for i, t := range p.texts {
		if i == by.text {
			continue
		}
		cond := t.condition(seq, p.gather)
		c.add(" AND "+negated(t.not)+"("+cond.sql+")", cond.args...)
	}
	return c
}

// condition is true for the seqs of photos whose dates overlap any of the moments.
func (d dateTerm) condition(seq string) clause {
	var c clause
	for i, m := range d.any {
		if i > 0 {
			c.add(" OR ")
		}
		cond := m.condition(seq)
		c.add(cond.sql, cond.args...)
	}
	return c
}

// condition is true for the seqs of photos that have any of the words or are
// named. "+" keeps the walk in the wanted order.
func (t textTerm) condition(seq string, gather bool) clause {
	var c clause
	if len(t.seqs) > 0 {
		c.add(seq+" IN ("+marks(len(t.seqs))+")", anys(t.seqs)...)
	}
	if t.match != "" && len(t.seqs) > 0 {
		c.add(" OR ")
	}
	switch {
	case t.match == "":
	case gather:
		c.add("+"+strings.TrimPrefix(seq, "+")+" IN (SELECT rowid FROM photo_text WHERE photo_text MATCH ?)", t.match)
	default:
		c.add("EXISTS (SELECT 1 FROM photo_text WHERE photo_text MATCH ? AND rowid = "+seq+")", t.match)
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

// gatherFrom is for how many photos it is worth to gather all that have a word: to
// ask the index about one takes some 0.1 ms.
const gatherFrom = 500

// seqs gives SQL that lists, in order, the seqs of the photos that a plan finds
// after a given one. Each arm walks one index, so that a page costs what it holds.
func (p *plan) seqs(by lead, after int64, limit int) clause {
	p.gather = by.photos > gatherFrom && limit >= gatherFrom
	w := walker{plan: p, by: by, after: after}
	if by.date < 0 {
		w.walk(p.within, "")
	} else {
		for _, m := range p.dates[by.date].any {
			w.walk(m.inside(), "")
			for class := spanDay; class <= spanNoStart; class++ {
				w.reaching(m, class)
			}
		}
	}
	w.add(" ORDER BY seq LIMIT ?", limit)
	return w.clause
}

// walker puts together the arms of a search.
type walker struct {
	clause
	plan  *plan
	by    lead
	after int64
}

// walk adds the arms over what leads the search, with one more condition.
func (w *walker) walk(within seqRange, also string, args ...any) {
	switch {
	case w.by.facet >= 0:
		for _, id := range w.plan.facets[w.by.facet].ids {
			w.arm("SELECT f.seq AS seq FROM photo_facet f WHERE f.facet = ?", "f.seq", within, w.by, also, append([]any{id}, args...)...)
		}
	case w.by.text >= 0:
		w.arm("SELECT t.rowid AS seq FROM photo_text t WHERE t.photo_text MATCH ?", "t.rowid", within, w.by, also,
			append([]any{w.plan.texts[w.by.text].match}, args...)...)
	default:
		w.arm("SELECT p.seq AS seq FROM photo p WHERE TRUE", "p.seq", within, w.by, also, args...)
	}
}

// reaching adds the arms over photos of a class that stand outside some moments
// and reach into them. Those of which is known only what they are not after are
// many: they are met along a facet that leads the search.
func (w *walker) reaching(m moments, class int) {
	if class != spanNoStart || w.by.facet < 0 {
		w.arm("SELECT s.seq AS seq FROM photo_span s WHERE s.class = ? AND s.first <= ? AND s.last >= ?", "s.seq",
			m.before(class), lead{facet: -1, text: -1, date: w.by.date}, "", class, m.to, m.from)
		return
	}
	w.walk(m.before(class), " AND EXISTS (SELECT 1 FROM photo_span s WHERE s.class = ? AND s.seq = f.seq AND s.first <= ? AND s.last >= ?)",
		class, m.to, m.from)
}

// arm adds one walk within a stretch of an index, with one more condition whose
// arguments come last. One that is empty is left out unless it is the first, for
// some must stand.
func (w *walker) arm(sql, seq string, within seqRange, by lead, also string, args ...any) {
	from := max(within.from, w.plan.within.from, w.after+1)
	to := min(within.to, w.plan.within.to)
	if w.sql != "" {
		if from > to {
			return
		}
		w.add(" UNION ")
	}
	w.add(sql+also, args...)
	w.add(" AND "+seq+" BETWEEN ? AND ?", from, to)
	cond := w.plan.conditions(seq, by)
	w.add(cond.sql, cond.args...)
}
