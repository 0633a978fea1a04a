package rules

import (
	"slices"
	"strings"
	"time"

	"waybill/catalog"
)

// ChangeKind says how two packs differ in one thing.
type ChangeKind string

// Kinds of changes.
const (
	MeasureNew     ChangeKind = "measure_new"
	MeasureChanged ChangeKind = "measure_changed"
	MeasureEnded   ChangeKind = "measure_ended"   // the new pack gives it an end that the old one did not know
	MeasureRemoved ChangeKind = "measure_removed" // the new pack no longer has it
	GoodsNew       ChangeKind = "goods_new"
	GoodsChanged   ChangeKind = "goods_changed" // in one direction, or in their heading
	GoodsRemoved   ChangeKind = "goods_removed"
)

// Change is one difference between two packs.
type Change struct {
	Kind      ChangeKind
	Measure   string            // id, "" for goods
	Goods     string            // key, "" for a measure
	Direction catalog.Direction // of GoodsChanged; "" when it is about the heading
	Fields    []FieldChange     // what differs; none where one side lacks the whole
}

// FieldChange is one field before and after, as in the tables of a pack; Until is
// called "until". Lists are joined by "; ".
type FieldChange struct {
	Field    string
	Old, New string
}

// Comparison holds what differs between two packs, and can tell whom it concerns.
type Comparison struct {
	// Changes are of measures first, then of goods, in the order of the new pack,
	// and at the end of each what it no longer has.
	Changes []Change

	old, new *Pack
	measures map[string]*Change
}

// Compare compares two packs; a nil pack is one that holds nothing.
func Compare(old, new *Pack) *Comparison {
	if old == nil {
		old = &Pack{}
	}
	if new == nil {
		new = &Pack{}
	}
	c := &Comparison{old: old, new: new, measures: map[string]*Change{}}
	c.compareMeasures()
	c.compareGoods()
	for i := range c.Changes {
		if change := &c.Changes[i]; change.Measure != "" {
			c.measures[change.Measure] = change
		}
	}
	return c
}

func (c *Comparison) compareMeasures() {
	for _, m := range c.new.measures {
		before := c.old.byID[m.ID]
		if before == nil {
			c.Changes = append(c.Changes, Change{Kind: MeasureNew, Measure: m.ID})
			continue
		}
		fields := differing(measureFields(&before.Measure), measureFields(&m.Measure))
		if len(fields) == 0 {
			continue
		}
		kind := MeasureChanged
		if before.Until == nil && m.Until != nil {
			kind = MeasureEnded
		}
		c.Changes = append(c.Changes, Change{Kind: kind, Measure: m.ID, Fields: fields})
	}
	for _, m := range c.old.measures {
		if c.new.byID[m.ID] == nil {
			c.Changes = append(c.Changes, Change{Kind: MeasureRemoved, Measure: m.ID})
		}
	}
}

func (c *Comparison) compareGoods() {
	for i := range c.new.goods {
		g := &c.new.goods[i]
		j, known := c.old.byKey[g.Key]
		if !known {
			c.Changes = append(c.Changes, Change{Kind: GoodsNew, Goods: g.Key})
			continue
		}
		before := &c.old.goods[j]
		for _, d := range []catalog.Direction{"", catalog.Into, catalog.OutOf} {
			if fields := differing(before.fields(d), g.fields(d)); len(fields) > 0 {
				c.Changes = append(c.Changes, Change{Kind: GoodsChanged, Goods: g.Key, Direction: d, Fields: fields})
			}
		}
	}
	for i := range c.old.goods {
		if _, known := c.new.byKey[c.old.goods[i].Key]; !known {
			c.Changes = append(c.Changes, Change{Kind: GoodsRemoved, Goods: c.old.goods[i].Key})
		}
	}
}

// field is a field by name.
type field struct{ name, value string }

// measureFields gives all on which a judgement may rest. Where the pack's author
// read it is none of that.
func measureFields(m *catalog.Measure) []field {
	until := ""
	if m.Until != nil {
		until = m.Until.Format(time.DateOnly)
	}
	return []field{
		{"jurisdiction", m.Jurisdiction},
		{"instrument", m.Instrument},
		{"paragraph", m.Paragraph},
		{"adopted", m.Adopted.Format(time.DateOnly)},
		{"effective_from", m.From.Format(time.DateOnly)},
		{"until", until},
		{"direction", string(m.Direction)},
		{"title", m.Title},
		{"basis", string(m.Basis)},
		{"hs_prefixes", strings.Join(m.HS, "; ")},
		{"hs_source", m.HSSource},
		{"named_goods", strings.Join(m.Named, "; ")},
		{"exemptions", strings.Join(m.Exemptions, "; ")},
		{"status", m.Status},
		{"certainty", string(m.Certainty)},
	}
}

// fields gives what the pack says of goods in one direction, and for "" how they
// are classified.
func (g *Goods) fields(d catalog.Direction) []field {
	if d == "" {
		alternatives := make([]string, len(g.Alternatives))
		for i, a := range g.Alternatives {
			alternatives[i] = strings.TrimSpace(a.HS + " " + a.Condition)
		}
		return []field{{"hs2022", g.HS}, {"hs_alt", strings.Join(alternatives, "; ")}}
	}
	ruling := g.Ruling(d)
	measures := make([]string, len(ruling.Measures))
	for i, m := range ruling.Measures {
		measures[i] = strings.TrimSpace(m.Measure + " " + m.Condition)
	}
	return []field{{"suggestion_" + string(d), string(ruling.Kind)}, {"measures_" + string(d), strings.Join(measures, "; ")}}
}

// differing lists the fields whose values differ; both lists name the same fields.
func differing(before, after []field) []FieldChange {
	var changes []FieldChange
	for i, f := range after {
		if f.value != before[i].value {
			changes = append(changes, FieldChange{Field: f.name, Old: before[i].value, New: f.value})
		}
	}
	return changes
}

// Facts are what a determination rests on.
type Facts struct {
	Input          // the observation, with the direction of the determination
	Measure string // id; "" when it names none, as one that says not listed
}

// Reason says why a determination is worth another look.
type Reason string

// Reasons, of the measure that the determination names and of others for its item.
const (
	ReasonChanged Reason = "measure_changed"
	ReasonEnded   Reason = "measure_ended"
	ReasonRemoved Reason = "measure_removed"
	ReasonNew     Reason = "measure_new_for_item" // the new pack suggests one that the old one did not
	ReasonDropped Reason = "measure_not_for_item" // the new pack no longer suggests its measure
	ReasonKind    Reason = "kind_changed"         // its measure is suggested in another way or with another condition
	ReasonUnknown Reason = "basis_unknown"        // it was made under a version of the pack whose tables nobody has
	ReasonInForce Reason = "in_force_changed"     // its measure's days lie otherwise to the photo's date
)

// Effect is what a new pack means for one determination: the old and the new
// basis, for somebody to judge. It rewrites nothing.
type Effect struct {
	Reasons            []Reason
	Change             *Change          // of the measure that it names, nil when none; not to be changed
	OldBasis, NewBasis *catalog.Measure // that measure in either pack, nil where it has none; not to be changed
	Old, New           Answer           // what either pack says of the observation
	NewMeasures        []string         // ids of those of ReasonNew
}

// Affects tells what a new pack means for a determination, nil when nothing.
func (c *Comparison) Affects(f Facts) *Effect {
	e := &Effect{Change: c.measures[f.Measure], Old: c.old.Suggest(f.Input), New: c.new.Suggest(f.Input)}
	if m := c.old.byID[f.Measure]; m != nil {
		e.OldBasis = &m.Measure
	}
	if m := c.new.byID[f.Measure]; m != nil {
		e.NewBasis = &m.Measure
	}
	if e.Change != nil {
		switch e.Change.Kind {
		case MeasureChanged:
			e.Reasons = append(e.Reasons, ReasonChanged)
		case MeasureEnded:
			e.Reasons = append(e.Reasons, ReasonEnded)
		case MeasureRemoved:
			e.Reasons = append(e.Reasons, ReasonRemoved)
		}
	}
	e.compare(f.Measure)
	if len(e.Reasons) == 0 {
		return nil
	}
	return e
}

// Unknown is what the new pack means for a determination whose old pack nobody
// has: it is worth a look, and its measure is the new pack's.
func (c *Comparison) Unknown(measure string) *Effect {
	e := &Effect{Reasons: []Reason{ReasonUnknown}}
	if m := c.new.byID[measure]; m != nil {
		e.NewBasis = &m.Measure
	}
	return e
}

// compare looks at what either pack suggests for the item.
func (e *Effect) compare(measure string) {
	for _, s := range e.New.Suggestions {
		if s.Measure != "" && suggested(e.Old.Suggestions, s.Measure) == nil {
			e.NewMeasures = append(e.NewMeasures, s.Measure)
		}
	}
	if len(e.NewMeasures) > 0 {
		e.Reasons = append(e.Reasons, ReasonNew)
	}
	before := e.Old.of(measure)
	if measure == "" || before == nil {
		return
	}
	switch after := e.New.of(measure); {
	case after == nil:
		e.Reasons = append(e.Reasons, ReasonDropped)
	case after.Kind != before.Kind || after.Condition != before.Condition:
		e.Reasons = append(e.Reasons, ReasonKind)
	case after.InForce != before.InForce:
		e.Reasons = append(e.Reasons, ReasonInForce)
	}
}

// of gives what an answer says of a measure, left out because of the date or not,
// nil when nothing.
func (a *Answer) of(measure string) *catalog.Suggestion {
	for _, all := range [][]catalog.Suggestion{a.Suggestions, a.NotYet, a.Ended} {
		if s := suggested(all, measure); s != nil {
			return s
		}
	}
	return nil
}

// suggested gives the suggestion of a measure, nil when there is none.
func suggested(all []catalog.Suggestion, measure string) *catalog.Suggestion {
	i := slices.IndexFunc(all, func(s catalog.Suggestion) bool { return s.Measure == measure })
	if i < 0 {
		return nil
	}
	return &all[i]
}
