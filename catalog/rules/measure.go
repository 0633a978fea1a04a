package rules

import (
	"regexp"
	"strings"
	"time"

	"waybill/catalog"
)

// measuresFile is the table of measures.
const measuresFile = "measures.tsv"

var measureColumns = []column{
	{name: "measure_id", filled: true},
	{name: "jurisdiction", filled: true},
	{name: "instrument", filled: true},
	{name: "paragraph"},
	{name: "adopted", filled: true},
	{name: "effective_from", filled: true},
	{name: "direction", filled: true},
	{name: "title", filled: true},
	{name: "basis", filled: true},
	{name: "hs_prefixes"},
	{name: "hs_source"},
	{name: "named_goods"},
	{name: "exemptions"},
	{name: "status", filled: true},
	{name: "certainty"},
	{name: "source"},
}

var (
	measureID   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{1,39}$`)
	exemptUntil = regexp.MustCompile(`\bto (\d{4}-\d{2}-\d{2})\b`)
)

// measure is a measure with what suggestions need of it.
type measure struct {
	catalog.Measure
	exemptions   []exemption
	predecessors []*measure // those that it took the place of
}

// exemption is one exemption of a measure, perhaps only to a day.
type exemption struct {
	text  string
	until *time.Time // the last day of which its text speaks, nil when of none
}

// readMeasures reads the table of measures and joins those that follow one another.
func readMeasures(source Source) ([]*measure, map[string]*measure, error) {
	rows, err := readTable(source, measuresFile, measureColumns, MaxMeasures)
	if err != nil {
		return nil, nil, err
	}
	var measures []*measure
	byID := map[string]*measure{}
	for _, r := range rows {
		m, err := readMeasure(&r)
		if err != nil {
			return nil, nil, err
		}
		if byID[m.ID] != nil {
			return nil, nil, r.wrong("measure_id", ProblemRepeated)
		}
		byID[m.ID] = m
		measures = append(measures, m)
	}
	for i, m := range measures {
		if err := m.end(&rows[i], byID); err != nil {
			return nil, nil, err
		}
	}
	return measures, byID, nil
}

func readMeasure(r *row) (*measure, error) {
	m := &measure{Measure: catalog.Measure{
		ID: r.cell("measure_id"), Jurisdiction: r.cell("jurisdiction"), Instrument: r.cell("instrument"),
		Paragraph: r.cell("paragraph"), Title: r.cell("title"), HSSource: r.cell("hs_source"),
		Direction: catalog.MeasureDirection(r.cell("direction")), Basis: catalog.MeasureBasis(r.cell("basis")),
		Named: list(r.cell("named_goods")), Status: r.cell("status"),
		Certainty: catalog.Certainty(r.cell("certainty")), Source: r.cell("source"),
	}}
	if !measureID.MatchString(m.ID) {
		return nil, r.wrong("measure_id", ProblemID)
	}
	var err error
	if m.Adopted, err = r.day("adopted"); err != nil {
		return nil, err
	}
	if m.From, err = r.day("effective_from"); err != nil {
		return nil, err
	}
	switch m.Direction {
	case catalog.SupplyToDPRK, catalog.ProcureFromDPRK, catalog.BothWays:
	default:
		return nil, r.wrong("direction", ProblemDirection)
	}
	switch m.Basis {
	case catalog.BasisNamed, catalog.BasisAnnex, catalog.BasisHS, catalog.BasisQuota, catalog.BasisList, catalog.BasisExemption:
	default:
		return nil, r.wrong("basis", ProblemBasis)
	}
	if !m.Certainty.Valid() {
		return nil, r.wrong("certainty", ProblemCertainty)
	}
	if err := m.readHeadings(r); err != nil {
		return nil, err
	}
	return m, m.readExemptions(r)
}

// readHeadings reads the headings and whose they are.
func (m *measure) readHeadings(r *row) error {
	for _, part := range list(r.cell("hs_prefixes")) {
		digits, ok := heading(part)
		if !ok {
			return r.wrongPart("hs_prefixes", ProblemHS, part)
		}
		m.HS = append(m.HS, digits)
	}
	if m.HSSource == "" && len(m.HS) == 0 {
		return nil
	}
	m.Mapping = mappingOf(m.HSSource)
	if m.Mapping == "" {
		return r.wrong("hs_source", ProblemHSSource)
	}
	return nil
}

// mappingOf reads how a cell of hs_source begins: "text", "derived", "annex
// list", "notice" or a country's, such as "CN notice". What follows is a remark.
func mappingOf(source string) catalog.Mapping {
	words := strings.FieldsFunc(source, func(c rune) bool { return c == ' ' || c == '(' || c == ';' })
	switch {
	case len(words) == 0:
	case words[0] == "text":
		return catalog.MappingText
	case words[0] == "derived":
		return catalog.MappingDerived
	case words[0] == "notice", len(words) > 1 && (words[1] == "notice" || words[0] == "annex" && words[1] == "list"):
		return catalog.MappingNotice
	}
	return ""
}

// readExemptions reads the exemptions; "n/a" is none, and "to 2018-01-21" in one
// is its last day.
func (m *measure) readExemptions(r *row) error {
	for _, text := range list(r.cell("exemptions")) {
		if text == "n/a" {
			continue
		}
		e := exemption{text: text}
		if found := exemptUntil.FindStringSubmatch(text); found != nil {
			day, err := time.Parse(time.DateOnly, found[1])
			if err != nil {
				return r.wrongPart("exemptions", ProblemDate, found[1])
			}
			e.until = &day
		}
		m.exemptions = append(m.exemptions, e)
		m.Exemptions = append(m.Exemptions, text)
	}
	return nil
}

// end reads from the status when the measure ends and what takes its place.
//
//	in_force                     no end is known
//	in_force until 2019-05-31    the last day in force
//	superseded_by X then Y       the last day is the one before X comes into force
//	partly superseded            what is left of it has no known end
//	subsumed_by_…                it lives on in another instrument: no end
//
// Behind ";" or "(" there may be a remark.
func (m *measure) end(r *row, byID map[string]*measure) error {
	words := strings.Fields(strings.FieldsFunc(m.Status+" ", func(c rune) bool { return c == ';' || c == '(' })[0])
	switch {
	case len(words) == 0:
		return r.wrong("status", ProblemStatus)
	case len(words) == 1 && (words[0] == "in_force" || strings.HasPrefix(words[0], "subsumed_by_")):
		return nil
	case len(words) == 2 && words[0] == "partly" && words[1] == "superseded":
		return nil
	case len(words) == 3 && words[0] == "in_force" && words[1] == "until":
		day, err := time.Parse(time.DateOnly, words[2])
		if err != nil {
			return r.wrongPart("status", ProblemDate, words[2])
		}
		m.Until = &day
	case len(words)%2 == 0 && words[0] == "superseded_by":
		return m.supersede(r, words, byID)
	default:
		return r.wrong("status", ProblemStatus)
	}
	if m.Until.Before(m.From) {
		return r.wrong("status", ProblemOrder)
	}
	return nil
}

// supersede follows "superseded_by X then Y then Z": each must be in the pack
// and begin later than the one before, so that no line of them runs in a circle.
func (m *measure) supersede(r *row, words []string, byID map[string]*measure) error {
	last := m
	for i := 1; i < len(words); i += 2 {
		if i > 1 && words[i-1] != "then" {
			return r.wrong("status", ProblemStatus)
		}
		next := byID[words[i]]
		if next == nil {
			return r.wrongPart("status", ProblemMeasure, words[i])
		}
		if !next.From.After(last.From) {
			return r.wrongPart("status", ProblemOrder, words[i])
		}
		m.Successors = append(m.Successors, next.ID)
		next.predecessors = append(next.predecessors, m)
		last = next
	}
	until := byID[m.Successors[0]].From.AddDate(0, 0, -1)
	m.Until = &until
	return nil
}

// prefixOf gives the longest of the measure's headings that holds code, or else
// the first that code holds, which is then the wider of the two.
func (m *measure) prefixOf(code string) string {
	longest, narrower := "", ""
	for _, prefix := range m.HS {
		switch {
		case code == "":
		case strings.HasPrefix(code, prefix) && len(prefix) > len(longest):
			longest = prefix
		case strings.HasPrefix(prefix, code) && narrower == "":
			narrower = prefix
		}
	}
	if longest == "" {
		return narrower
	}
	return longest
}
