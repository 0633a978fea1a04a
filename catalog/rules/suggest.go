package rules

import (
	"time"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Input is what is known of an observation.
type Input struct {
	ItemKey   string        // stable key of the item, such as "refrigerator"
	ItemNames catalog.Names // used for an item whose key the pack does not know
	HS        string        // of the item: used for an item that the pack does not know; may hold several, separated by ";"
	Direction catalog.Direction
	Earliest  *time.Time // bounds of the photo's date in wall time, as if it were UTC;
	Latest    *time.Time // nil when that end is open, both nil when the date is unknown
}

// Missing names what must be known before there can be a suggestion. A missing
// date is none of it: suggestions then say InForceUnknown.
type Missing string

// What can be missing.
const (
	MissingDirection Missing = "direction"
	MissingItem      Missing = "item" // nobody said what the goods are
	MissingHS        Missing = "hs"   // the pack does not know the goods, and they have no HS heading
)

// Answer is what a pack says about an observation. Of its four lists only
// Suggestions proposes anything.
type Answer struct {
	Goods       *Goods // the row of the pack for the item, nil when it has none; not to be changed
	Suggestions []catalog.Suggestion
	NotYet      []catalog.Suggestion // left out: not in force yet on the photo's date
	Ended       []catalog.Suggestion // left out: in force no longer
	Missing     []Missing
}

// Suggest gives what the pack says about an observation. Goods that the pack
// knows, by the item's key or else by a name, get what their row says; others
// what the HS heading of the item gives.
func (p *Pack) Suggest(in Input) Answer {
	var a Answer
	codes := tariffs(in.HS)
	row := p.find(in, codes)
	if row >= 0 {
		a.Goods = &p.goods[row]
	}
	a.Missing = missing(in, a.Goods != nil, codes)
	if len(a.Missing) > 0 {
		return a
	}
	side := sideOf(in.Direction)
	var candidates []candidate
	if row >= 0 {
		candidates = p.rulings[row][side]
	} else {
		candidates = p.byHeading(codes, in.Direction)
	}
	for i := range candidates {
		a.add(p, &candidates[i], in)
	}
	return a
}

// sideOf gives the place of a known direction in the tables made by prepare.
func sideOf(d catalog.Direction) int {
	if d == catalog.OutOf {
		return 1
	}
	return 0
}

// missing lists what is not known.
func missing(in Input, known bool, codes []string) []Missing {
	var lacks []Missing
	if in.Direction != catalog.Into && in.Direction != catalog.OutOf {
		lacks = append(lacks, MissingDirection)
	}
	switch unnamed := in.ItemKey == "" && in.ItemNames == (catalog.Names{}) && in.HS == ""; {
	case unnamed || in.ItemKey == catalog.UnspecifiedKey:
		lacks = append(lacks, MissingItem)
	case !known && len(codes) == 0:
		lacks = append(lacks, MissingHS)
	}
	return lacks
}

// find gives the row of goods for an item, or -1.
func (p *Pack) find(in Input, codes []string) int {
	if in.ItemKey == catalog.UnspecifiedKey {
		return -1
	}
	if i, ok := p.byKey[in.ItemKey]; ok {
		return i
	}
	n := in.ItemNames
	for _, label := range []string{n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs} {
		for _, spelling := range naming.Spellings(label) {
			if i, ok := p.byName[naming.Fold(spelling)]; ok && i >= 0 && p.goods[i].agrees(codes) {
				return i
			}
		}
	}
	return -1
}

// agrees tells whether goods of the same name can be the item: its own headings,
// if it has any, must be those of the goods, wider or narrower.
func (g *Goods) agrees(codes []string) bool {
	for _, code := range codes {
		same := overlaps(code, g.HS)
		for _, other := range g.Alternatives {
			same = same || overlaps(code, other.HS)
		}
		if !same {
			return false
		}
	}
	return true
}

// add completes a candidate with what depends on the date, and puts it where it
// belongs.
func (a *Answer) add(p *Pack, c *candidate, in Input) {
	s := c.suggestion
	if c.measure == nil {
		a.Suggestions = append(a.Suggestions, s)
		return
	}
	s.InForce = c.measure.InForce(in.Earliest, in.Latest)
	s.Exemptions = p.exemptions(c.measure, in)
	switch s.InForce {
	case catalog.InForceBefore:
		s.Instead = inForce(c.measure.predecessors, in)
		a.NotYet = append(a.NotYet, s)
	case catalog.InForceAfter:
		var successors []*measure
		for _, id := range c.measure.Successors {
			successors = append(successors, p.byID[id])
		}
		s.Instead = inForce(successors, in)
		a.Ended = append(a.Ended, s)
	default:
		a.Suggestions = append(a.Suggestions, s)
	}
}

// inForce gives the ids of those measures that may have been in force.
func inForce(measures []*measure, in Input) []string {
	var ids []string
	for _, m := range measures {
		if f := m.InForce(in.Earliest, in.Latest); f != catalog.InForceBefore && f != catalog.InForceAfter {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// exemptions gives what to consider: the measure's own exemptions but for those
// that had ended before the photo was taken, then the general ones of the same
// jurisdiction that work this way and may have been in force.
func (p *Pack) exemptions(m *measure, in Input) []string {
	var found []string
	for _, e := range m.exemptions {
		if e.until == nil || in.Earliest == nil || in.Earliest.Before(e.until.AddDate(0, 0, 1)) {
			found = append(found, e.text)
		}
	}
	for _, c := range p.clauses {
		if c.Jurisdiction != m.Jurisdiction || !c.Direction.Covers(in.Direction) {
			continue
		}
		if f := c.InForce(in.Earliest, in.Latest); f != catalog.InForceBefore && f != catalog.InForceAfter {
			found = append(found, c.ID)
		}
	}
	return found
}
